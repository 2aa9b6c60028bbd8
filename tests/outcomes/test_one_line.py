"""What is read at the bedside is one line; what else there is to say of it is its detail."""

from collections.abc import Iterator
from typing import NamedTuple

from calc.catalogue import CATALOGUE, run
from calc.model.outcomes import Outcome
from calc.present.text import box_of, checks_of
from tests.cases import cases
from tests.catalogue.walk import outcome_of

CAUTION, TO_DO, TO_TICK = 80, 80, 60
"""So many characters a caution, a line of what to do and a line to tick have at most."""


class Said(NamedTuple):
    """A line with its detail, and how many characters it may have."""

    text: str
    detail: str
    most: int


def outcomes() -> Iterator[Outcome]:
    """Those that are stored, and those of the known answers."""
    yield from map(outcome_of, cases())
    for name, calculator in CATALOGUE.items():
        for known in calculator.known_answers:
            yield run(name, known.answers)


def said_by(outcome: Outcome) -> Iterator[Said]:
    """Each caution, each line of what to do and each line to tick."""
    for caution in outcome.cautions:
        yield Said(caution.text, caution.detail, CAUTION)
    box = box_of(outcome)
    lists = outcome.answer.lists if outcome.answer else ()
    for each in (*lists, *filter(None, [box])):
        yield from (Said(item.text, item.detail, TO_DO) for item in each.items)
    for check in checks_of(outcome):
        yield Said(check.text, check.detail, TO_TICK)


def test_every_caution_and_every_check_is_one_line() -> None:
    said = {each for outcome in outcomes() for each in said_by(outcome)}

    assert said
    assert [] == sorted(
        f"{len(text)} characters: {text}" for text, _, most in said if len(text) > most
    )
    assert [] == sorted(text for text, _, _ in said if "\n" in text or "{" in text)


def test_a_detail_is_whole_sentences_and_does_not_say_its_line_again() -> None:
    said = {each for outcome in outcomes() for each in said_by(outcome) if each.detail}

    assert said
    assert [] == sorted(
        detail
        for text, detail, _ in said
        if not detail.endswith((".", "?")) or detail[0].islower() or detail.startswith(text)
    )

"""What the worked examples said before the house was rebuilt they say still, but for what is named.

`before_the_house.csv` was written once, by the calculators of 28 November 2026, as they were before
their rooms were made. Nothing writes it again: whatever differs is named here, with the reason.
"""

import csv
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from calc.model.outcomes import Outcome
from calc.present.text import render_text
from tests.cases import named
from tests.catalogue.walk import outcome_of
from tests.every import of_every

FILE = Path(__file__).parent / "before_the_house.csv"

REFUSED_NO_LONGER = {
    "dose-of-no-measured-clearance-at-all": "a measured clearance below 3 mL/min is asked again"
}
"""What was refused and is now an error of its field, which a person can correct."""

IDS_GONE = {
    "older-assay": "a row beside the answer, unless the least difference changes the dose",
    "zoster-off-label": "said by the heading of the answer and by the name of the regimen",
    "clearance-below-0.4": "of an answer without a dose it is called below-label-bands",
    "near-band-edge": "said within a share of the band: a narrow band was near an edge throughout",
}
IDS_NEW = {
    "below-label-bands": "the name of what was clearance-below-0.4 where no dose is asked",
    "day-above-overdose-case": "the infusion tells of the label's overdose case, as the plan does",
    "high-clearance": "a measured clearance is doubted as an estimated one is",
}
"""Cautions that an example gives no longer, and those that it gives besides, with the reason."""

WORDED_ANEW = (
    (
        re.compile(
            r"Dose(?P<label>(?:, off label)?): "
            r"(?P<per_kg>[\d.,]+ mg/kg) \((?P<dose>[\d.,]+ mg)\) (?P<every>every \d+ hours)"
        ),
        ("{label}: {dose} {every}\n{per_kg}; ",),
    ),
    (
        re.compile(
            r"(?P<dose>.+ of foscarnet): (?P<volume>[\d.,]+ mL)\. "
            r"(?:Start: (?P<start>.+)\. Limit|Start and limit): (?P<limit>.+)"
        ),
        ("RESULT\n{dose}: {volume} of ", "  Start: {start}", "  Limit: {limit}"),
    ),
)
"""The card gives the drug and the whole dose first, and of an infusion the concentration: start
and limit are lines of their own. Each part stands for one that has its figures."""


class Before(NamedTuple):
    """An outcome of an example before: its kind, the answer in one breath, ids, and numbers.

    The ids are those of its cautions, of its refusal, or of its errors.
    """

    example: str
    outcome: str
    said: str
    id: str
    numbers: str

    @property
    def ids(self) -> set[str]:
        """The ids, apart."""
        return {*self.id.split()}


@cache
def before() -> tuple[Before, ...]:
    """Every outcome that was stored."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(Before(**row) for row in csv.DictReader(file))


STILL = [each for each in before() if each.example not in REFUSED_NO_LONGER]
every_outcome = of_every(STILL, lambda each: each.example)


def now(each: Before) -> Outcome:
    """What the same example gives now."""
    return outcome_of(named(each.example))


def ids(outcome: Outcome) -> set[str]:
    """The ids of the cautions, of the refusal, or of the errors."""
    refusal = {outcome.refusal.id} if outcome.refusal else set[str]()
    errors = {f"{each.field}:{each.code}" for each in outcome.errors}
    return {caution.id for caution in outcome.cautions} | refusal | errors


@every_outcome
def test_every_number_is_the_same_digit_for_digit(each: Before) -> None:
    """Of dose, interval, volume, rate, time, fluid, sodium and all else that programs read."""
    given = {f"{name} {one.decimal()} {one.unit}" for name, one in now(each).values.items()}

    assert [] == [number for number in each.numbers.split("; ") if number and number not in given]


def places(part: str) -> set[str]:
    """The places that a part has for figures."""
    return {*re.findall(r"\{(\w+)\}", part)}


def phrases(said: str) -> list[str]:
    """The answer in one breath as it is said now: as it was, or in the parts that it has now."""
    for was, parts in WORDED_ANEW:
        if found := was.fullmatch(said):
            given = {name: text for name, text in found.groupdict().items() if text is not None}
            return [part.format(**given) for part in parts if places(part) <= given.keys()]
    return [f"RESULT\n{said}\n"]


@every_outcome
def test_the_answer_in_one_breath_is_the_same_letter_for_letter(each: Before) -> None:
    """But for those that are worded anew, of which each part stands in the text."""
    text = render_text(now(each))

    assert [] == [part for part in phrases(each.said) if part not in text]


@pytest.mark.parametrize(
    ("said", "now"),
    [
        (
            "Dose, off label: 70 mg/kg (6,300 mg) every 12 hours",
            [
                ", off label: 6,300 mg every 12 hours\n70 mg/kg; ",
            ],
        ),
        (
            "6,417 mg (90 mg/kg) of foscarnet: 534.7 mL. Start: over 120 min, at 267.3 mL/h. "
            "Limit: over at least 90 min, at no more than 356.4 mL/h",
            [
                "RESULT\n6,417 mg (90 mg/kg) of foscarnet: 534.7 mL of ",
                "  Start: over 120 min, at 267.3 mL/h",
                "  Limit: over at least 90 min, at no more than 356.4 mL/h",
            ],
        ),
    ],
)
def test_what_is_worded_anew_keeps_every_figure(said: str, now: list[str]) -> None:
    assert now == phrases(said)


@every_outcome
def test_an_answer_is_an_answer_and_a_refusal_a_refusal(each: Before) -> None:
    assert each.outcome == now(each).kind


@every_outcome
def test_what_is_cautioned_refused_or_wrong_is_the_same_but_for_what_is_named(each: Before) -> None:
    assert each.ids - IDS_GONE.keys() <= ids(now(each))
    assert ids(now(each)) - IDS_NEW.keys() <= each.ids


def test_everything_that_is_named_differs_in_some_example() -> None:
    pairs = [(each.ids, ids(now(each))) for each in STILL]

    assert IDS_GONE.keys() == {gone for old, new in pairs for gone in old - new}
    assert IDS_NEW.keys() == {more for old, new in pairs for more in new - old}
    assert REFUSED_NO_LONGER.keys() == {
        each.example for each in before() if each.outcome != now(each).kind
    }


def test_there_are_as_many_as_there_were() -> None:
    assert 335 == len(before())

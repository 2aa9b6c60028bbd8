"""Every outcome of the worked examples stays the same, letter for letter, until it is changed."""

from collections.abc import Iterator
from typing import Any

from tests.cases import named
from tests.catalogue.walk import outcome_of
from tests.every import of_every
from tests.outcomes.stored import changes, now, stored
from tests.outcomes.writing import PROVED_ELSEWHERE, said, written

EXAMPLES = ("man-68-exactly-1-every-8-h", "plan-below-0.4", "weight-in-pounds")
SHOWN = 60
"""So many lines of what differs are told; `make outcomes` shows them all."""


def changed(part: Any) -> Iterator[tuple[str, Any]]:
    """A record with one of its words or numbers changed, and which; each of them in turn."""
    pairs = enumerate(part) if isinstance(part, list) else part.items()
    for key, each in pairs:
        if key not in PROVED_ELSEWHERE:
            others = changed(each) if isinstance(each, list | dict) else [("", f"{each}, changed")]
            for where, other in others:
                rest = list(part) if isinstance(part, list) else dict(part)
                rest[key] = other
                yield f"{key} {where}", rest


def test_every_outcome_is_the_one_that_is_stored() -> None:
    found = changes(stored(), now())
    mend = "If it is meant: `make outcomes`, and say in CHANGELOG.md who is affected."

    assert not found, "\n".join([mend, *found[:SHOWN]])


def test_a_change_stands_under_the_name_of_its_example() -> None:
    before = {"file": "== one\n\nDose: 1\n\n== two\n\nDose: 2\nRate: 3"}
    after = {"file": "== one\n\nDose: 1\n\n== two\n\nDose: 4\nRate: 3"}

    assert ["== two", "-Dose: 2", "+Dose: 4"] == changes(before, after)


def test_an_example_that_was_never_stored_or_is_gone_is_a_change_too() -> None:
    assert ["+== new"] == changes({}, {"file": "== new"})
    assert ["-== old"] == changes({"file": "== old"}, {})


@of_every(EXAMPLES)
def test_a_change_of_any_word_or_number_that_programs_read_is_seen(name: str) -> None:
    as_it_is = said(outcome_of(named(name)))
    before = written({name: as_it_is})

    assert [] == [
        where
        for where, other in changed(as_it_is.record)
        if before == written({name: as_it_is._replace(record=other)})
    ]


@of_every(EXAMPLES)
def test_a_change_in_any_line_that_people_copy_is_seen(name: str) -> None:
    as_it_is = said(outcome_of(named(name)))
    before = written({name: as_it_is})
    lines = as_it_is.text.splitlines()
    others = (
        "\n".join([*lines[:at], f"{line}, changed", *lines[at + 1 :]])
        for at, line in enumerate(lines)
        if line
    )

    assert [] == [
        other for other in others if before == written({name: as_it_is._replace(text=other)})
    ]


def test_a_picture_that_says_something_else_is_seen() -> None:
    as_it_is = said(outcome_of(named("man-68-exactly-1-every-8-h")))
    others = [
        (*as_it_is.pictures[:at], f"{each}, changed", *as_it_is.pictures[at + 1 :])
        for at, each in enumerate(as_it_is.pictures)
    ]

    assert others
    assert written({"": as_it_is}) not in [
        written({"": as_it_is._replace(pictures=each)}) for each in others
    ]


def test_what_two_examples_say_alike_is_written_once() -> None:
    plan = said(outcome_of(named("plan-below-0.4")))
    _, _, second = written({"one": plan, "two": plan}).partition(
        "== two: foscarnet-plan, refusal\n"
    )

    assert {"as in one"} == {line.rpartition(", ")[2] for line in second.split("\n") if line}

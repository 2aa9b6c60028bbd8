"""A confirmation stands beside the answers, and an outcome names the values that it let through."""

from typing import Any

import pytest

from calc.catalogue import CATALOGUE, run
from calc.model.inputs import CONFIRM
from calc.model.outcomes import Outcome
from calc.present.outcome_schema import outcome_schema
from calc.present.text import render_text
from tests.every import of_every

ORDINARY = {
    **{"age": "60", "sex": "male", "weight": "70"},
    **{"creatinine": "1.0", "creatinine_unit": "mg/dL"},
}
CHECKED = "I have checked the values that are out of the usual range"


def clearance(**others: str) -> Outcome:
    return run("creatinine-clearance", ORDINARY | others)


@of_every(CATALOGUE)
def test_no_calculator_asks_for_it(name: str) -> None:
    assert CONFIRM not in CATALOGUE[name].inputs


def test_yes_lets_through_what_had_to_be_checked_and_the_outcome_names_it() -> None:
    given = clearance(age="111", weight="140", creatinine="0.5", confirm="yes")

    assert ("age", "weight") == given.confirmed
    assert f"- {CHECKED}: Age; Weight\n" in render_text(given).replace("\n", "\n- ")


def test_what_was_confirmed_without_need_is_not_named() -> None:
    given = clearance(weight="140", confirm="weight, creatinine")

    assert ("weight",) == given.confirmed
    assert CHECKED not in render_text(clearance(confirm="yes"))


def test_a_quantity_that_is_worked_out_is_confirmed_by_the_input_that_it_is_typed_in() -> None:
    low = clearance(creatinine="0.4")
    assert [("creatinine", "confirm")] == [each[:2] for each in low.errors]

    assert ("creatinine",) == clearance(creatinine="0.4", confirm="creatinine").confirmed


def test_what_is_unusual_in_two_ways_is_told_both_before_it_is_confirmed() -> None:
    told = clearance(creatinine="0.2").errors

    assert ["Creatinine is usually 0.3", "Creatinine: the clearance"] == [
        error.text[:25] for error in told
    ]
    assert ("creatinine",) == clearance(creatinine="0.2", confirm="creatinine").confirmed


@pytest.mark.parametrize("said", ["no", "", None])
def test_what_confirms_nothing_names_nothing(said: Any) -> None:
    given = run("creatinine-clearance", ORDINARY | {"weight": "260", CONFIRM: said})

    assert [("weight", "confirm")] == [each[:2] for each in given.errors]
    assert () == given.confirmed


@pytest.mark.parametrize(
    ("said", "code"), [("height of the bed", "choice"), ("sex", "choice"), (True, "type")]
)
def test_what_cannot_be_confirmed_is_an_error_of_its_own(said: Any, code: str) -> None:
    given = run("creatinine-clearance", ORDINARY | {CONFIRM: said})

    assert [(CONFIRM, code)] == [each[:2] for each in given.errors]


def test_the_schema_of_an_outcome_names_what_may_have_been_confirmed() -> None:
    described = outcome_schema(CATALOGUE["creatinine-clearance"])["properties"]

    assert "weight" in described["confirmed"]["items"]["enum"]
    assert CONFIRM not in described["inputs"]["properties"]

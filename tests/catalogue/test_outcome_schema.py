"""Every outcome fits the published schema of its calculator, and a wrong one does not."""

import json
import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from calc.catalogue import CATALOGUE, invalid, run
from calc.model.calculator import Calculator
from calc.model.outcomes import Failed, FieldError
from calc.present.outcome_schema import outcome_schema
from calc.present.record import to_json_line, to_record
from tests.cases import Case, named
from tests.catalogue.diary import garden_diary
from tests.catalogue.walk import outcome_of
from tests.every import every_case, of_every
from tests.present.sheet import day_sheet

CALC = Path(__file__).parents[2] / "calc"

every_calculator = of_every(sorted(CATALOGUE))


def validator(calculator: Calculator[Any]) -> Draft202012Validator:
    """The schema of a calculator's outcomes, ready to hold one against."""
    return Draft202012Validator(outcome_schema(calculator))


@cache
def published(name: str) -> Draft202012Validator:
    """The same, by the name of the calculator."""
    return validator(CATALOGUE[name])


def recorded(name: str) -> dict[str, Any]:
    """The record of a worked example, to be spoilt."""
    return deepcopy(to_record(outcome_of(named(name))))


@every_calculator
def test_the_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(outcome_schema(CATALOGUE[name]))


@every_calculator
def test_the_schema_names_the_values_of_the_calculator_with_their_units(name: str) -> None:
    values = outcome_schema(CATALOGUE[name])["properties"]["values"]
    named_in_it = {**values["properties"], **values["patternProperties"]}

    assert {
        each.pattern if each.numbered else each.name: [*each.units]
        for each in CATALOGUE[name].values or ()
    } == {key: value["properties"]["unit"]["enum"] for key, value in named_in_it.items()}


@every_calculator
def test_every_calculator_declares_its_values(name: str) -> None:
    assert CATALOGUE[name].values is not None


def test_every_name_is_found_in_the_source_as_it_is() -> None:
    """A name that a program reads leads whoever looks for it to the lines that make it."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in CALC.rglob("*.py"))
    written = {*re.findall(r'"(\w+)"|\b(\w+)(?==)', source)}
    names = {each.name for calculator in CATALOGUE.values() for each in calculator.values or ()}

    assert [] == sorted(names - {name for pair in written for name in pair})


@every_case
def test_every_outcome_fits_the_schema(case: Case) -> None:
    read = json.loads(to_json_line(outcome_of(case)))

    assert [] == [error.message for error in published(case.calculator).iter_errors(read)]


@every_calculator
def test_a_failure_and_a_line_that_cannot_be_read_fit_too(name: str) -> None:
    failed = Failed(calculator=name, version="0")
    unread = invalid(name, FieldError(None, "line", "made up"))

    assert published(name).is_valid(to_record(failed))
    assert published(name).is_valid(to_record(unread))


def test_an_answer_with_a_table_two_columns_and_a_schedule_fits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(CATALOGUE, "day-sheet", day_sheet)
    read = to_record(run("day-sheet", {"volume": "3"}))

    assert 3 == len(read["results"])
    assert [] == [error.message for error in validator(day_sheet).iter_errors(read)]


def test_a_calculator_that_declares_no_values_may_have_any() -> None:
    values = outcome_schema(garden_diary)["properties"]["values"]

    assert {"$ref": "#/$defs/quantity"} == values["additionalProperties"]


def test_a_value_in_another_unit_does_not_fit() -> None:
    spoilt = recorded("man-50-hsv-every-8-h")
    spoilt["values"]["dose"]["unit"] = "g"

    assert not published("foscarnet-plan").is_valid(spoilt)


def test_a_value_of_another_name_does_not_fit() -> None:
    spoilt = recorded("man-50-hsv-every-8-h")
    spoilt["values"]["dosis"] = spoilt["values"]["dose"]

    assert not published("foscarnet-plan").is_valid(spoilt)


def test_an_answer_without_a_value_that_is_always_there_does_not_fit() -> None:
    spoilt = recorded("man-50-hsv-every-8-h")
    del spoilt["values"]["interval"]

    assert not published("foscarnet-plan").is_valid(spoilt)


def test_an_answer_without_a_value_that_is_sometimes_there_fits() -> None:
    spoilt = recorded("man-50-hsv-every-8-h")
    del spoilt["values"]["edge_creatinine"]

    assert published("foscarnet-plan").is_valid(spoilt)


def test_an_outcome_without_one_of_its_keys_does_not_fit() -> None:
    spoilt = recorded("man-50-hsv-every-8-h")
    del spoilt["cautions"]

    assert not published("foscarnet-plan").is_valid(spoilt)


def test_a_refusal_with_a_headline_does_not_fit() -> None:
    spoilt = recorded("qtc-half-an-earlier-ecg")
    spoilt["headline"] = "400 ms"

    assert not published("qtc").is_valid(spoilt)


def test_a_refusal_with_each_value_that_may_lead_to_one_fits() -> None:
    refused = recorded("second-below-both")

    assert {"clearance_per_kg", "swiss_clearance_per_kg"} == refused["values"].keys()
    assert validator(CATALOGUE["second-authority"]).is_valid(refused)


def test_a_refusal_with_a_dose_does_not_fit() -> None:
    spoilt = recorded("plan-below-0.4")
    plan = validator(CATALOGUE["foscarnet-plan"])
    assert plan.is_valid(spoilt)
    spoilt["values"]["dose"] = {"value": "2450", "unit": "mg"}

    assert not plan.is_valid(spoilt)

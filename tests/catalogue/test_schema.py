"""Each calculator's JSON Schema is valid, and describes the answers that it takes."""

import json
from collections.abc import Mapping
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator

from calc.catalogue import CATALOGUE
from calc.model.calculator import calculator
from calc.model.dates import Date
from calc.model.inputs import CONFIRM
from calc.model.number import Number
from calc.model.outcomes import Answer
from calc.model.series import Row, Series
from calc.present.schema import inputs_schema
from tests.cases import Case, cases, named
from tests.catalogue.diary import ANSWERS, garden_diary
from tests.catalogue.walk import Asked, numbers
from tests.every import of_every

every_calculator = of_every(sorted(CATALOGUE))

TAKEN = [*cases("answer"), *cases("refusal")]
LOOSE = {
    *("sex-in-capitals", "creatinine-in-small-letters"),
    *("sex-in-capitals-of-a-file", "sex-as-a-letter", "sex-f"),
    *("creatinine-in-umol-with-the-micro-sign", "creatinine-in-umol-with-the-greek-letter"),
    "dialysis-and-nothing-else",
    *("creatinine-in-mg-per-cent", "creatinine-in-mg-per-100-ml"),
    *("creatinine-in-micromol", "creatinine-in-mcmol"),
}
"""Taken although a choice is not spelt as its option, or the rest is not there.

Programs are told one spelling, and to send everything.
"""


def valid(calculator: str, answers: object) -> bool:
    """Whether the schema takes these answers."""
    return Draft202012Validator(inputs_schema(CATALOGUE[calculator])).is_valid(answers)


def properties(calculator: str) -> dict[str, Any]:
    """What the schema says of each answer."""
    described: dict[str, Any] = inputs_schema(CATALOGUE[calculator])["properties"]
    return described


@every_calculator
def test_the_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(inputs_schema(CATALOGUE[name]))


@every_calculator
def test_the_schema_is_json(name: str) -> None:
    assert inputs_schema(CATALOGUE[name]) == json.loads(json.dumps(inputs_schema(CATALOGUE[name])))


@every_calculator
def test_the_schema_names_the_inputs_and_what_may_stand_beside_them(name: str) -> None:
    assert [*CATALOGUE[name].inputs, CONFIRM] == [*properties(name)]


@of_every(TAKEN, lambda case: case.name)
def test_answers_that_are_taken_fit_the_schema(case: Case) -> None:
    assert (case.name not in LOOSE) is valid(case.calculator, dict(case.answers))


@pytest.mark.parametrize(
    "name",
    [
        "plan-with-creatinine-and-measured-clearance",
        "plan-with-a-measured-clearance-but-no-age",
        "plan-with-a-dose-typed-in",
        "plan-with-an-unknown-regimen",
        "plan-with-an-empty-form",
        "infusion-with-both-doses",
        "infusion-without-a-dose",
        "infusion-without-weight",
        "clearance-measured-without-weight",
        "hydration-with-an-interval-the-label-does-not-use",
        "answer-to-a-question-not-asked",
        "sex-that-is-not-offered",
    ],
)
def test_answers_of_the_wrong_form_do_not_fit_the_schema(name: str) -> None:
    assert not valid(named(name).calculator, dict(named(name).answers))


@pytest.mark.parametrize("answer", [True, [], {}])
def test_what_is_neither_text_nor_number_does_not_fit(answer: object) -> None:
    answers = {**named("man-50-hsv-every-8-h").answers, "weight": answer}

    assert not valid("foscarnet-plan", answers)


def test_a_json_number_fits() -> None:
    assert valid("foscarnet-plan", {**named("man-50-hsv-every-8-h").answers, "weight": 70.5})


@of_every(numbers())
def test_every_number_states_the_unit_that_is_typed_and_its_limits(asked: Asked[Number]) -> None:
    calculator, name, declared = asked
    described = properties(calculator)[name]
    worked_out = inputs_schema(CATALOGUE[calculator]).get("x-derived-limits", [])
    limits = [described, *(each for each in worked_out if name in each["x-of"])]

    assert declared.unit == described["x-unit"]
    assert {"low", "high", "why"} == {
        key for each in limits if "x-hard-limits" in each for key in each["x-hard-limits"]
    }


def test_the_plan_s_schema_carries_what_to_check_first() -> None:
    assert len(inputs_schema(CATALOGUE["foscarnet-plan"])["x-check-first"]) > 8


ONE_SPELLING = {
    "started": "2026-11-28",
    "watered": "14:30",
    "herbs": "mint, sage",
    "weeds": "nettle, dandelion",
    "leaves": "2026-11-28 7\n2026-11-29 14:30 12.5",
}
"""What is typed otherwise in the guest's answers, as programs are told to send it."""


def fits(answers: Mapping[str, object]) -> bool:
    """Whether the schema of the guest that asks every kind takes these answers."""
    return Draft202012Validator(inputs_schema(garden_diary)).is_valid(answers)


def test_the_schema_of_every_kind_is_valid() -> None:
    Draft202012Validator.check_schema(inputs_schema(garden_diary))


def test_programs_are_told_one_spelling_of_a_day_and_of_a_time() -> None:
    told = {**ANSWERS, **ONE_SPELLING}

    assert fits(told)
    assert not fits({**told, "started": "28/11/2026"})
    assert not fits({**told, "watered": "2.30 pm"})


def test_the_schema_says_the_limits_of_a_day() -> None:
    described = inputs_schema(garden_diary)["properties"]["started"]

    assert {"low": "2020-01-01", "high": "2030-12-31"}.items() <= described["x-hard-limits"].items()
    assert "the garden is young" == described["x-soft-limits"]["why"]


def test_the_schema_says_what_follows_what() -> None:
    told = {**ANSWERS, **ONE_SPELLING}
    bare = {name: each for name, each in told.items() if name[:4] not in ("reme", "beer")}

    assert fits(told)
    assert not fits({**told, "slugs": "no"})
    assert not fits(bare)
    assert fits({**bare, "slugs": "no"})
    assert fits({**bare, "slugs": "unknown", "told": "2026-11-28"})
    assert not fits({**told, "crop": "thyme"})
    assert not fits({name: each for name, each in told.items() if name != "beer_unit"})


def test_programs_are_told_the_ids_of_a_list() -> None:
    told = {**ANSWERS, **ONE_SPELLING}

    assert fits({**told, "herbs": "none", "weeds": ["nettle"]})
    assert not fits({**told, "weeds": ["netle"]})
    assert not fits({**told, "weeds": "nettle, netle"})
    assert not fits({**told, "weeds": "none"})


def test_programs_are_told_to_send_a_series_as_a_list_of_rows_or_as_lines() -> None:
    told = {**ANSWERS, **ONE_SPELLING}

    assert fits({**told, "leaves": ["2026-11-28 7", "2026-11-29 14:30 12.5"]})
    assert not fits({**told, "leaves": ["28 Nov 2026 7"]})


Rain = Annotated[
    tuple[Row, ...],
    Series(
        label="Rain",
        date=Date(label="Day"),
        number=Number(label="Height", unit="mm", example="3"),
    ),
]


@calculator("Rain gauge")
def rain_gauge(*, rain: Rain) -> Answer:
    """The rain of each day (mm), as it was read."""
    return Answer({}, headline=f"{len(rain)} days")


def test_programs_are_told_of_no_time_in_rows_that_have_none() -> None:
    schema = inputs_schema(rain_gauge)
    taken = Draft202012Validator(schema).is_valid

    assert {"day", "number"} == schema["properties"]["rain"]["x-row"].keys()
    assert taken({"rain": ["2026-11-28 3"]})
    assert not taken({"rain": ["2026-11-28 14:30 3"]})

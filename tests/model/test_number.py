"""A typed number is read only where it can mean one thing, and held against its limits."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from calc.clinical.patient import CREATININE_SLIPS, UMOL_PER_MG_DL, WEIGHT_SLIPS
from calc.model.limits import Limits, limits
from calc.model.number import Number
from calc.model.outcomes import InputError
from calc.model.quantity import Quantity, constant
from tests.cases import Case, cases

WEIGHT = Number(
    label="Weight",
    unit="kg",
    example="70.5",
    hard=limits(20, 350, "beyond it no adult is known"),
    soft=limits(30, 250, "beyond it adults are rare"),
    unit_words=("kilograms",),
)
WITH_SLIPS = replace(WEIGHT, slips=WEIGHT_SLIPS)
CREATININE = Number(
    label="Creatinine",
    unit="mg/dL",
    example="1.25",
    hard=limits(0.1, 25, "a slip"),
    soft=limits(0.3, 10, "rare"),
    factors={"umol/L": UMOL_PER_MG_DL},
    slips=CREATININE_SLIPS,
)
TYPED_WEIGHTS = [
    case
    for case in cases()
    if case.name.startswith("weight-") and case.calculator == "creatinine-clearance"
]
OUT_OF_LIMITS = {"low", "high", "confirm"}


def _codes(case: Case) -> list[str]:
    """The codes of a case's errors; one empty code where it has none."""
    return [code for _, code in case.errors] or [""]


def code(declared: Number, quantity: Quantity, confirmed: bool = False) -> str:
    """The code of the error that a value gives, or nothing."""
    try:
        declared.check(quantity, "field", confirmed)
    except InputError as invalid:
        return invalid.errors[0].code
    return ""


@pytest.mark.parametrize(
    "case",
    [case for case in TYPED_WEIGHTS if "clearance" in case.values],
    ids=lambda case: case.name,
)
def test_a_plain_number_is_read_exactly(case: Case) -> None:
    expected = Fraction(case.values["clearance"]) / Fraction(case.values["clearance_per_kg"])

    assert expected == WEIGHT.read(case.answers["weight"], "weight").value


@pytest.mark.parametrize(
    "case",
    [case for case in TYPED_WEIGHTS if not {"", *OUT_OF_LIMITS} & {*_codes(case)}],
    ids=lambda case: case.name,
)
def test_a_doubtful_number_is_refused(case: Case) -> None:
    with pytest.raises(InputError) as refused:
        WEIGHT.read(case.answers["weight"], "weight")

    assert [*case.errors] == [(error.field, error.code) for error in refused.value.errors]


def test_many_typed_numbers_were_tried() -> None:
    assert 40 < len(TYPED_WEIGHTS)


def refused(declared: Number, typed: str, unit: str = "") -> InputError:
    """The error of a text that is not taken."""
    with pytest.raises(InputError) as invalid:
        declared.read(typed, "field", unit)
    return invalid.value


def offered(declared: Number, typed: str, unit: str = "") -> list[Mapping[str, str]]:
    """What the buttons beside a text that is not taken fill in."""
    return [offer.answers for offer in refused(declared, typed, unit).errors[0].offers]


def test_24_characters_are_taken_and_25_are_too_long() -> None:
    figure = f"70.{'0' * 21}"

    assert 70 == WEIGHT.read(figure, "weight").value
    assert "is too long" in str(refused(WEIGHT, f"{figure}0"))


def test_the_working_calls_a_number_by_its_label() -> None:
    assert "weight" == WEIGHT.read("70", "field").name
    assert "QTc" == Number(label="QTc", unit="ms", example="400").read("400", "field").name


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("mg/dL", "1.25. “x” was typed; 0.1 to 25 mg/dL"),
        ("umol/L", "110.5. “x” was typed; 8.84 to 2,210 umol/L"),
    ],
)
def test_what_is_possible_and_an_example_are_said_in_the_unit_that_was_chosen(
    unit: str, said: str
) -> None:
    assert f"Creatinine must be a number, like {said} is possible" == str(
        refused(CREATININE, "x", unit)
    )


def test_of_a_number_without_limits_no_range_is_said() -> None:
    count = Number(label="Count", unit="1", example="5")

    assert "Count must be a number, like 5. “x” was typed" == str(refused(count, "x"))


@pytest.mark.parametrize(("low", "high"), [(1, 2000), (20, 350)], ids=["both", "neither"])
def test_with_a_point_the_decimal_is_meant_where_both_readings_are_possible_or_neither(
    low: int, high: int
) -> None:
    volume = Number(label="Volume", unit="mL", example="50", hard=limits(low, high, "made up"))

    assert Fraction(5, 4) == volume.read("1.250", "field").value


def test_of_two_figures_that_may_be_meant_each_is_offered_in_the_unit_where_it_is_possible() -> (
    None
):
    assert [
        {"field": "125", "field_unit": "umol/L"},
        {"field": "1.25", "field_unit": "mg/dL"},
    ] == offered(CREATININE, "1 25")


@pytest.mark.parametrize(
    ("typed", "kg"),
    [("154 lb", "69.8"), ("0154 lb", "69.8"), ("11 st 4 lb", "71.6"), ("900 lb", "")],
)
def test_what_was_typed_in_pounds_is_offered_in_kg_where_that_is_possible(
    typed: str, kg: str
) -> None:
    assert ([{"field": kg}] if kg else []) == offered(WITH_SLIPS, typed)


@pytest.mark.parametrize(
    ("kg", "expected"),
    [
        ("19.999", "low"),
        ("20", "confirm"),
        ("29.999", "confirm"),
        ("30", ""),
        ("250", ""),
        ("250.001", "confirm"),
        ("350", "confirm"),
        ("350.001", "high"),
    ],
)
def test_limits_include_their_ends(kg: str, expected: str) -> None:
    assert expected == code(WEIGHT, constant(kg, "kg"))


@pytest.mark.parametrize(("kg", "expected"), [("20", ""), ("350", ""), ("351", "high")])
def test_a_tick_lifts_the_soft_limits_only(kg: str, expected: str) -> None:
    assert expected == code(WEIGHT, constant(kg, "kg"), confirmed=True)


@pytest.mark.parametrize(
    ("umol", "expected"),
    [
        ("8.83", "low"),
        ("8.84", "confirm"),
        ("26.51", "confirm"),
        ("26.52", ""),
        ("884", ""),
        ("884.1", "confirm"),
        ("2210", "confirm"),
        ("2210.1", "high"),
    ],
)
def test_one_pair_of_limits_holds_in_the_other_unit_too(umol: str, expected: str) -> None:
    assert expected == code(CREATININE, constant(umol, "umol/L"))


def test_limits_are_converted_exactly() -> None:
    converted = limits(0.3, 10, "rare").in_unit(UMOL_PER_MG_DL)

    assert Limits(Fraction("26.52"), Fraction(884), "rare") == converted


@pytest.mark.parametrize(
    ("value", "unit", "asks"),
    [
        ("88", "mg/dL", "was it 88 umol/L?"),
        ("15", "mg/dL", "was it 15 umol/L?"),
        ("1", "umol/L", "was it 1 mg/dL?"),
        ("20", "umol/L", "was it 20 mg/dL?"),
    ],
)
def test_a_likely_slip_of_the_unit_is_named(value: str, unit: str, asks: str) -> None:
    with pytest.raises(InputError) as invalid:
        CREATININE.check(constant(value, unit), "creatinine", False)

    assert asks in str(invalid.value).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("value", "unit"), [("14.9", "mg/dL"), ("20.1", "umol/L")])
def test_no_slip_is_named_where_none_is_likely(value: str, unit: str) -> None:
    with pytest.raises(InputError) as invalid:
        CREATININE.check(constant(value, unit), "creatinine", False)

    assert "was it" not in str(invalid.value)


def test_the_message_says_what_is_allowed_why_and_what_was_typed() -> None:
    with pytest.raises(InputError) as invalid:
        WEIGHT.check(constant(400, "kg"), "weight", False)

    said = str(invalid.value)
    assert "Weight must be 350 kg or less (beyond it no adult is known). 400 kg was typed" == said


@pytest.mark.parametrize(
    ("years", "why"),
    [
        ("17", "no dose for children"),
        ("20", "few are younger"),
        ("111", "few are older"),
        ("121", "likelier a slip"),
    ],
)
@pytest.mark.parametrize(("unit", "of_a_year"), [("a", 1), ("mo", 12)])
def test_only_the_end_that_was_passed_is_explained(
    years: str, why: str, unit: str, of_a_year: int
) -> None:
    age = Number(
        label="Age",
        unit="a",
        example="66",
        hard=limits(18, 120, "no dose for children", why_high="likelier a slip"),
        soft=limits(21, 110, "few are younger", why_high="few are older"),
        factors={"mo": Fraction(12)},
    )

    with pytest.raises(InputError) as invalid:
        age.check(Quantity(Fraction(int(years) * of_a_year), unit), "age", False)

    said = str(invalid.value)
    assert [why] == re.findall(r"\((.+?)\)", said)

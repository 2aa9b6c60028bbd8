"""Units multiply, divide and cancel as text."""

import pytest

from calc.model import units


@pytest.mark.parametrize(
    ("left", "right", "product"),
    [
        ("mg/kg", "kg", "mg"),
        ("mL/h", "min/h", "mL.min/h/h"),
        ("1", "mg", "mg"),
        ("mg", "1/mg", "1"),
    ],
)
def test_units_multiply(left: str, right: str, product: str) -> None:
    assert units.same(product, units.times(left, right))


@pytest.mark.parametrize(
    ("left", "right", "quotient"),
    [
        ("mg", "mg/mL", "mL"),
        ("mg/kg", "mg/kg/min", "min"),
        ("mL", "min", "mL/min"),
        ("h", "h", "1"),
    ],
)
def test_units_divide(left: str, right: str, quotient: str) -> None:
    assert units.same(quotient, units.times(left, right, -1))


@pytest.mark.parametrize(
    "typed", ["umol/L", "\N{MICRO SIGN}mol/L", "\N{GREEK SMALL LETTER MU}mol/L", " UMOL / l "]
)
def test_both_micro_signs_and_any_spacing_are_one_spelling(typed: str) -> None:
    assert units.plain("umol/L") == units.plain(typed)


def test_milligrams_per_decilitre_are_not_micromoles_per_litre() -> None:
    assert not units.same("mg/dL", "umol/L")

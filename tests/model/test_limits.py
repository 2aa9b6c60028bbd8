"""Slips lead to exact values, and values are read back in other units with their rounding said."""

from fractions import Fraction

import pytest

from calc.clinical.patient import KG_PER_LB, KG_PER_STONE, UMOL_PER_MG_DL, WEIGHT_SLIPS
from calc.model.limits import Limits, ReadBack, Slip, first_broken, limits, zero_slips
from calc.model.quantity import constant

POUNDS = ReadBack((("lb", KG_PER_LB),))
STONES = ReadBack((("st", KG_PER_STONE), ("lb", KG_PER_LB)))
UMOL = ReadBack((("umol/L", 1 / UMOL_PER_MG_DL),), Fraction("0.1"))
HARD = limits(20, 350, "too light", why_high="too heavy")
USUAL = limits(30, 250, "rare")
BELOW_250 = limits(30, 250, "rarely light", below=True, why_high="rarely heavy")


@pytest.mark.parametrize(
    ("kg", "pounds", "stones"),
    [
        ("70", "154 lb", "11 st 0 lb"),
        ("69.8", "154 lb", "11 st 0 lb"),
        ("63.502", "140 lb", "10 st 0 lb"),
        ("63.3", "140 lb", "10 st 0 lb"),
        ("63.2", "139 lb", "9 st 13 lb"),
        ("500", "1,102 lb", "78 st 10 lb"),
    ],
)
def test_kilograms_are_read_back_in_pounds_and_in_stones(kg: str, pounds: str, stones: str) -> None:
    """Worked by hand with 1 lb = 0.45359237 kg and 1 st = 14 lb."""
    assert (pounds, stones) == (POUNDS.words(Fraction(kg)), STONES.words(Fraction(kg)))


def test_a_value_is_rounded_to_the_nearest_step_of_the_last_unit() -> None:
    """70 kg are 154.32... lb."""
    half = Fraction(1, 2)

    assert "154.5 lb" == ReadBack(POUNDS.units, half).words(Fraction(70))
    assert "11 st 0.5 lb" == ReadBack(STONES.units, half).words(Fraction(70))


def test_half_a_pound_is_rounded_up() -> None:
    assert "101 lb" == POUNDS.words(KG_PER_LB * Fraction("100.5"))


def test_what_is_rounded_is_known_to_be() -> None:
    assert not POUNDS.is_exact(Fraction(70))
    assert not UMOL.is_exact(Fraction("1.01"))


def test_what_is_exact_is_not_called_rounded() -> None:
    value = Fraction("1.25")

    assert ("110.5 umol/L", True) == (UMOL.words(value), UMOL.is_exact(value))


@pytest.mark.parametrize(
    ("unit", "typed", "exact", "filled_in"),
    [
        ("lb", "154", "69.85322498", "69.8"),
        ("st", "11", "69.85322498", "69.8"),
        ("g", "70000", "70", "70"),
    ],
)
def test_a_weight_in_another_unit_is_exact_and_then_rounded_down(
    unit: str, typed: str, exact: str, filled_in: str
) -> None:
    (slip,) = (each for each in WEIGHT_SLIPS if each.unit == unit)

    meant = slip.meant(Fraction(typed))
    assert (Fraction(exact), Fraction(filled_in)) == (meant, slip.rounded(meant))


def test_a_nought_too_many_or_too_few_is_a_factor_of_ten() -> None:
    added, lost = zero_slips(limits(30, 250, "a weight"))

    assert (Fraction(70), Fraction(70)) == (added.meant(Fraction(700)), lost.meant(Fraction(7)))


@pytest.mark.parametrize("word", ["lb", "LB", "lbs", "pounds", "[lb_av]"])
def test_a_pound_has_several_spellings(word: str) -> None:
    (pounds,) = (each for each in WEIGHT_SLIPS if each.unit == "lb")

    assert pounds.spelt(word)


@pytest.mark.parametrize(
    ("kg", "soft", "broken"),
    [
        ("19.9", USUAL, ("low", "must be 20 kg or more", "too light")),
        ("350.1", USUAL, ("high", "must be 350 kg or less", "too heavy")),
        ("29.9", USUAL, ("confirm", "is usually 30 to 250 kg", "rare")),
        ("250.1", USUAL, ("confirm", "is usually 30 to 250 kg", "rare")),
        ("29.9", BELOW_250, ("confirm", "is usually 30 to under 250 kg", "rarely light")),
        ("250", BELOW_250, ("confirm", "is usually 30 to under 250 kg", "rarely heavy")),
        ("249.9", BELOW_250, None),
        ("250", USUAL, None),
        ("30", BELOW_250, None),
    ],
)
def test_a_limit_that_is_broken_is_said_with_the_reason_of_its_end(
    kg: str, soft: Limits, broken: tuple[str, str, str] | None
) -> None:
    found = first_broken(constant(kg, "kg"), HARD, soft)

    assert broken == (found and found[:3])


def test_in_another_unit_limits_keep_their_reasons_and_whether_the_highest_is_within() -> None:
    grams = limits(30_000, 250_000, "rarely light", below=True, why_high="rarely heavy")

    assert grams == BELOW_250.in_unit(Fraction(1000))


def test_a_rate_may_be_typed_for_the_time_that_it_is_one_over() -> None:
    of_a_minute = Slip(unit="ms", over=Fraction(60_000))

    assert Fraction(1000) == of_a_minute.meant(Fraction(60))
    assert Fraction(0) == of_a_minute.meant(Fraction(0))


def test_what_cannot_be_worked_out_of_a_slip_is_the_figure_itself() -> None:
    assert Fraction(3, 2) == Slip(unit="mL/min/kg", makes=None).meant(Fraction(3, 2))

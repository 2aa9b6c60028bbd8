"""A step of the working is written in symbols, then in numbers, with its brackets and rounding."""

import pytest

from calc.model.quantity import Quantity, constant, longest
from calc.model.sources import SITE_RULE
from calc.model.working import cites_of
from calc.present.working import in_words

SIX, TWO, THREE = constant(6, "1", "a"), constant(2, "1", "b"), constant(3, "1", "c")


def formula(made: Quantity) -> tuple[str, str]:
    """The formula in symbols and in numbers."""
    step = in_words(made.named("result", made.unit), ())
    return step.formula, step.numbers


@pytest.mark.parametrize(
    ("made", "symbols", "numbers"),
    [
        (SIX * TWO + THREE, "a x b + c", "6 x 2 + 3"),
        (SIX * (TWO + THREE), "a x (b + c)", "6 x (2 + 3)"),
        ((SIX - TWO) * THREE, "(a - b) x c", "(6 - 2) x 3"),
        (SIX / (TWO * THREE), "a / (b x c)", "6 / (2 x 3)"),
        (SIX / (TWO / THREE), "a / (b / c)", "6 / (2 / 3)"),
        (SIX / TWO / THREE, "a / b / c", "6 / 2 / 3"),
        (SIX - (TWO - THREE), "a - (b - c)", "6 - (2 - 3)"),
        (SIX - TWO - THREE, "a - b - c", "6 - 2 - 3"),
        (SIX + (TWO - THREE), "a + b - c", "6 + 2 - 3"),
        (longest(SIX, TWO), "the longer of a and b", "the longer of 6 and 2"),
        (constant(4, "1", "d").root(2), "square root of d", "square root of 4"),
        ((SIX - TWO).root(2), "square root of (a - b)", "square root of (6 - 2)"),
        ((SIX - TWO).named("gap", "1").root(2), "square root of gap", "square root of 4"),
    ],
)
def test_brackets_stand_where_they_are_needed(made: Quantity, symbols: str, numbers: str) -> None:
    assert (symbols, numbers) == formula(made)


def test_a_rounding_shows_what_was_rounded() -> None:
    volume = (constant(2450, "mg", "dose") / constant(12, "mg/mL", "strength")).rounded_down_to(
        constant(0.1, "mL")
    )
    symbols, numbers = formula(volume)

    assert "dose / strength, rounded down to the nearest 0.1 mL" == symbols
    assert (
        "2,450 mg / 12 mg/mL = 204.166666666... mL, rounded down to the nearest 0.1 mL" == numbers
    )


def test_a_rounding_to_whole_ones_says_to_what() -> None:
    minutes = (SIX / constant(4, "1", "d")).rounded_up_to(constant(1, "1"))

    assert ("a / d, rounded up to a whole number", "6 / 4 = 1.5, rounded up to a whole number") == (
        formula(minutes)
    )


def test_where_nothing_was_rounded_the_numbers_say_nothing_of_it() -> None:
    assert "6 / 2" == formula((SIX / TWO).rounded_up_to(constant(1, "1")))[1]


def test_a_bare_number_of_a_formula_is_shown_without_its_unit() -> None:
    age = Quantity(constant(68, "a").value, "a", "age", without_unit=True)
    years = (constant(140, "a", "140", without_unit=True) - age).named("years", "a")

    step = in_words(years, ())
    assert ("140 - age", "140 - 68") == (step.formula, step.numbers)


def test_a_step_rests_on_the_source_of_what_goes_into_it() -> None:
    cite = SITE_RULE.at("made up")
    made = (constant(6, "1", "a", cite) + TWO).named("sum", "1")

    assert (cite,) == cites_of(made)

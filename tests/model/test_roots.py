"""A root is cut after so many digits, says so, and where it was cut decides nothing."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.model.digits import cut_root
from calc.model.quantity import Operation, Operator, Quantity, TooClose, constant
from calc.model.refusals import Refusal
from calc.model.sources import SITE_RULE
from calc.model.tables import By, DoseTable, Row
from calc.model.units import UnitError
from calc.present.working import in_words

TWO = constant(2, "1", "two")
AREA = constant(9, "m.m", "area")
CLOSE = constant("1.4142135623", "1")
"""Below the square root of two, which is 1.41421356237..., by less than its tenth digit."""


def two_bands(edge: float) -> DoseTable:
    """A table with one edge, and nothing below it but a refusal."""
    rows = (
        Row(unit="mg/kg", above=edge, give=40, every=8),
        Row(unit="mg/kg", at_least=0.1, up_to=edge, give=30, every=8),
    )
    by = By("clearance_per_kg", "mL/min/kg", "clearance per kg", "dose per kg", "Dose and interval")
    return DoseTable("a table", SITE_RULE.at("made up"), rows, Refusal("low", "Low.", "", ()), by)


@given(st.fractions(min_value=0, max_value=10**9), st.sampled_from([2, 3]), st.integers(0, 12))
def test_a_root_is_the_largest_decimal_whose_power_is_not_above_the_value(
    value: Fraction, degree: int, places: int
) -> None:
    root = cut_root(value, degree, places)

    assert root**degree <= value < (root + Fraction(1, 10**places)) ** degree


@pytest.mark.parametrize(
    ("value", "degree", "places", "root"),
    [("2", 2, 4, "1.4142"), ("2", 3, 4, "1.2599"), ("0.001", 3, 4, "0.1"), ("0", 3, 4, "0")],
)
def test_roots_known_from_a_table(value: str, degree: int, places: int, root: str) -> None:
    assert Fraction(root) == cut_root(Fraction(value), degree, places)


def test_the_working_says_which_root_and_where_it_was_cut() -> None:
    step = in_words(TWO.root(3, places=4).named("edge", "1", places=4), ())

    assert "cube root of two" == step.formula
    assert "cube root of 2, cut to 4 digits after the point" == step.numbers
    assert "1.2599" == step.result


def test_a_root_that_ends_is_exact_and_says_nothing_of_a_cut() -> None:
    side = AREA.root(2)

    assert side.between is None
    assert "square root of 9 m2" == in_words(side.named("side", "m"), ()).numbers


def test_a_root_of_a_sum_is_written_with_brackets() -> None:
    step = in_words((TWO + TWO).root(2).named("side", "1"), ())

    assert ("square root of (two + two)", "square root of (2 + 2)") == (step.formula, step.numbers)


def test_the_unit_of_a_root_is_the_root_of_the_unit() -> None:
    assert "m" == AREA.root(2).unit


def test_a_unit_without_such_a_root_raises() -> None:
    with pytest.raises(UnitError, match="has no root of degree 3"):
        AREA.root(3)


@pytest.mark.parametrize("places", [1, 4, 9])
def test_what_is_made_of_a_root_lies_between_its_ends(places: int) -> None:
    root = TWO.root(2, places)
    low, high = (constant(5, "1") / (constant(3, "1") - root)).bounds
    true = TWO.root(2, places=30).value

    assert low < 5 / (3 - true) < high


def test_a_limit_farther_than_the_cut_is_decided() -> None:
    assert constant("1.414", "1") < TWO.root(2)
    assert TWO.root(2) < constant("1.415", "1")


def test_a_limit_closer_than_the_cut_is_not_decided() -> None:
    with pytest.raises(TooClose):
        assert CLOSE < TWO.root(2, places=4)


@pytest.mark.parametrize("limit", ["1.4", "1.45", "1.5"])
def test_between_its_ends_and_at_them_neither_side_is_decided(limit: str) -> None:
    root, at = TWO.root(2, places=1), constant(limit, "1")
    open_ = [lambda: root < at, lambda: at < root, lambda: root <= at, lambda: at <= root]
    decided = {"1.4": [False, None, None, True], "1.5": [None, False, True, None]}

    assert decided.get(limit, [None] * 4) == [_or_none(ask) for ask in open_]


@pytest.mark.parametrize(("limit", "below"), [("1.3", False), ("1.6", True)])
def test_beyond_its_ends_every_side_is_decided(limit: str, below: bool) -> None:
    root, at = TWO.root(2, places=1), constant(limit, "1")

    assert [below, below, not below, not below] == [root < at, root <= at, at < root, at <= root]


def _or_none(ask: Callable[[], bool]) -> bool | None:
    """What is decided, or None where the root was cut too short for it."""
    try:
        return ask()
    except TooClose:
        return None


def test_what_is_too_close_is_said_by_its_name_or_else_its_unit() -> None:
    root = TWO.root(2, places=1)
    for quantity, said in ((root.named("edge", "1"), "edge"), (root, "1")):
        with pytest.raises(TooClose, match=f"^{said}: closer to a limit than its root was cut$"):
            quantity.decided(lambda value: value < Fraction("1.45"))


def test_a_root_lies_between_its_last_digit_and_the_next_and_says_its_step() -> None:
    root = TWO.root(2, places=1)

    assert (Fraction("1.4"), Fraction("1.5")) == root.between
    assert isinstance(root.derivation, Operation)
    step = root.derivation.right
    assert (Operator.SQUARE_ROOT, Fraction("0.1"), "1") == (
        root.derivation.operator,
        step.value,
        step.unit,
    )


def test_a_root_of_what_was_cut_is_not_exact_though_its_figure_has_one() -> None:
    nearly_four = Quantity(Fraction(4), "1", between=(Fraction(4), Fraction("4.1")))

    assert (Fraction(2), Fraction("2.1")) == nearly_four.root(2, places=1).between


def test_a_root_that_is_a_fraction_is_exact() -> None:
    assert Fraction(1, 3) == constant(Fraction(1, 9), "1").root(2).value


def test_with_more_digits_it_is() -> None:
    assert CLOSE < TWO.root(2, places=12)


def test_an_exact_root_on_a_limit_is_on_it() -> None:
    assert AREA.root(2) <= constant(3, "m")
    assert not AREA.root(2) < constant(3, "m")


def test_a_root_is_not_rounded_over_a_step_that_it_may_not_reach() -> None:
    nearly = TWO.root(2, places=4) * TWO.root(2, places=4)

    with pytest.raises(TooClose):
        nearly.rounded_down_to(constant(1, "1"))


def test_a_band_is_not_chosen_by_where_a_root_was_cut() -> None:
    clearance = constant(1, "mL/min/kg") * TWO.root(2, places=1)

    with pytest.raises(TooClose):
        two_bands(1.45).row_for(clearance)
    assert 40 == two_bands(1.3).row_for(clearance).give

"""Decimals are cut, never rounded up, and stay visibly on their side of a band edge."""

from fractions import Fraction

import pytest

from calc.model.digits import (
    all_digits,
    cut_on_its_side,
    decimal,
    exact,
    for_people,
    serialise,
    terminates,
    truncate,
)
from tests.every import of_every

EDGES = tuple(map(Fraction, ("1.4", "1", "0.8", "0.6", "0.5", "0.4")))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(93 * 100, 6624), "1.403"),  # 1.40398…: above 1.4 and shown so
        (Fraction(65 * 10, 1656), "0.392"),  # 0.39251…: never 0.4
        (Fraction("0.3925"), "0.392"),
        (Fraction("1.0004"), "1.0004"),  # three digits would say 1
        (Fraction("1.00000000001"), "1.00000000001"),
        (Fraction("1.4004"), "1.4004"),
        (Fraction("0.9999"), "0.999"),  # below 1, and cut, so never 1
        (Fraction("1"), "1"),
        (Fraction("0.5"), "0.5"),
        (Fraction("0.0004"), "0.0004"),  # something is never shown as nothing
        (Fraction("0"), "0"),
    ],
)
def test_a_clearance_is_shown_on_its_side_of_every_edge(value: Fraction, shown: str) -> None:
    assert shown == for_people(value, 3, EDGES)


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("2469.25", 1, "2,469.2"),
        ("999.99", 1, "999.9"),
        ("1000", 1, "1,000"),
        ("42000", 0, "42,000"),
        ("1234567.8", 1, "1,234,567.8"),
        ("70.50", 3, "70.5"),
        ("5.0", 3, "5"),
    ],
)
def test_numbers_for_people_are_cut_with_commas_and_without_trailing_noughts(
    value: str, places: int, shown: str
) -> None:
    assert shown == for_people(Fraction(value), places)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(5, 4), "1.25"),
        (Fraction("0.000000000000000001"), "0.000000000000000001"),  # it ends: exact, however long
        (Fraction("2469.25"), "2469.25"),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(2, 3), "0.666666666666"),
        (Fraction(1, 300), "0.00333333333333"),
        (Fraction(100, 3), "33.3333333333"),
        (Fraction(10**13, 3), "3333333333333"),
        (Fraction(0), "0"),
    ],
)
def test_machines_get_the_exact_decimal_or_twelve_digits_cut(value: Fraction, written: str) -> None:
    assert written == serialise(value)


@of_every(EDGES)
def test_twelve_digits_are_not_enough_just_above_an_edge(edge: Fraction) -> None:
    value = edge + Fraction(1, 3 * 10**15)

    written = Fraction(serialise(value, EDGES))

    assert edge < written < value


@of_every(EDGES)
def test_just_below_an_edge_nothing_reaches_it(edge: Fraction) -> None:
    value = edge - Fraction(1, 3 * 10**15)

    assert Fraction(serialise(value, EDGES)) < edge
    assert Fraction(for_people(value, 3, EDGES)) < edge


@pytest.mark.parametrize(("value", "does"), [("1/8", True), ("7/50", True), ("1/3", False)])
def test_a_decimal_ends_when_only_twos_and_fives_divide(value: str, does: bool) -> None:
    assert does is terminates(Fraction(value))


def test_cutting_never_rounds_up() -> None:
    assert 99 == truncate(Fraction("0.999"), 2)


def test_a_figure_is_taken_as_it_is_written() -> None:
    assert Fraction(85, 100) == exact(0.85)


def test_a_decimal_has_no_exponent_and_keeps_its_sign() -> None:
    assert "0.0000001" == decimal(Fraction(1, 10**7))
    written = ["-1.5", "-12", "0", "1.5"]
    assert written == [decimal(Fraction(each)) for each in written]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(12345), "12,345"),
        (Fraction("1234.00000000000025"), "1,234.00000000000025"),
        (Fraction(10**4, 3), "3,333.333333333..."),
    ],
)
def test_all_digits_have_commas_and_say_where_they_do_not_end(
    value: Fraction, written: str
) -> None:
    assert written == all_digits(value)


def test_nought_is_cut_to_nought() -> None:
    assert (0, 3) == cut_on_its_side(Fraction(0), 3, EDGES)


def test_what_has_no_decimal_that_ends_is_not_written_as_one() -> None:
    with pytest.raises(ValueError, match="1/3 does not end"):
        decimal(Fraction(1, 3))

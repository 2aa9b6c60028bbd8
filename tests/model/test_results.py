"""Two columns say by how much they differ as shown, and a schedule stands in the order of time."""

from datetime import date, datetime

import pytest

from calc.model.quantity import Quantity, constant
from calc.model.results import Due, Pair, Schedule
from calc.model.units import UnitError


def ms(figure: float, places: int = 3) -> Quantity:
    """A time."""
    return constant(figure, "ms").in_places(places)


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (ms(400), ms(430), "30 ms more"),
        (ms(430), ms(400), "30 ms less"),
        (ms(400), ms(400), "the same"),
        (ms(400.125, 1), ms(400, 0), "0.1 ms less"),
        (ms(400, 0), ms(400.125, 2), "0.12 ms more"),
        ("every 8 hours", "every 8 hours", "the same"),
        ("every 8 hours", "every 12 hours", "different"),
        ("refused", ms(400), "different"),
        (ms(400), "refused", "different"),
    ],
)
def test_two_columns_are_the_same_or_different_or_differ_by_so_much(
    left: Quantity | str, right: Quantity | str, words: str
) -> None:
    assert words == Pair("qtc", "QTc", left, right).words


@pytest.mark.parametrize(
    ("left", "right", "less"),
    [
        (ms(400), ms(430), False),
        (ms(430), ms(400), True),
        (ms(400), ms(400), False),
        ("refused", ms(400), False),
        (ms(400), "refused", False),
    ],
)
def test_only_a_quantity_is_less_than_another(
    left: Quantity | str, right: Quantity | str, less: bool
) -> None:
    assert less is Pair("qtc", "QTc", left, right).less


def test_a_difference_is_a_step_of_the_working_under_the_name_of_its_row() -> None:
    difference = Pair("qtc", "QTc", ms(400), ms(430)).difference

    assert difference is not None
    assert ("difference, QTc", "ms") == (difference.name, difference.unit)


def test_two_units_have_no_difference() -> None:
    with pytest.raises(UnitError):
        assert Pair("qtc", "QTc", ms(400), constant(1, "s")).difference


def test_a_schedule_is_in_the_order_of_time_and_a_day_comes_before_its_times() -> None:
    noon = Due("noon", datetime(2026, 11, 28, 12), "A dose")
    day, before = Due("day", date(2026, 11, 28), "Blood"), Due("before", date(2026, 11, 27), "ECG")

    assert (before, day, noon) == Schedule("Due", (noon, day, before), ()).in_order

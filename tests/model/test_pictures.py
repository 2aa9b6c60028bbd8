"""What is drawn lies where its figure puts it: in true proportion, and at the end beyond an end."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest

from calc.clinical.foscarnet.label import HSV_EVERY_8_H
from calc.model.pictures import (
    Bands,
    Level,
    Mark,
    Part,
    Picture,
    Point,
    Ribbon,
    Scale,
    Steps,
    Sum,
    Trend,
    Vessel,
    Vessels,
)
from calc.model.quantity import Quantity, constant
from calc.model.results import Due, Schedule
from calc.model.tables import Placed
from tests.every import of_every

EIGHT = datetime(2026, 11, 28, 8)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
HALF = Fraction(1, 2)


def ml(figure: float) -> Quantity:
    """A volume."""
    return constant(figure, "mL")


def day_of(*due: Due) -> Ribbon:
    """The 24 hours from 8 in the morning."""
    return Ribbon(Schedule("A day", due, ()), EIGHT)


def is_drawn(due: Due) -> bool:
    """Whether it stands in the 24 hours from 8 in the morning."""
    return [due] == [each for lane in day_of(due).lanes.values() for each in lane]


@pytest.mark.parametrize(
    ("due", "drawn"),
    [
        (Due("a", EIGHT, "A dose"), True),
        (Due("a", EIGHT - MINUTE, "A dose"), False),
        (Due("a", EIGHT + 24 * HOUR - MINUTE, "A dose"), True),
        (Due("a", EIGHT + 24 * HOUR, "A dose"), False),
        (Due("a", EIGHT - HOUR, "A dose", until=EIGHT), False),
        (Due("a", EIGHT - HOUR, "A dose", until=EIGHT + MINUTE), True),
        (Due("a", EIGHT - HOUR, "A dose", or_at=EIGHT), False),
        (Due("a", EIGHT - HOUR, "A dose", or_at=EIGHT + MINUTE), True),
        (Due("a", date(2026, 11, 28), "Blood"), False),
    ],
)
def test_of_24_hours_is_drawn_what_meets_them(due: Due, drawn: bool) -> None:
    assert drawn == is_drawn(due)


def test_what_is_due_stands_in_its_lane_in_the_order_of_time() -> None:
    bag, second = Due("b", EIGHT + HOUR, "Bag", lane="Fluid"), Due("d", EIGHT + 3 * HOUR, "Dose")
    first, more = Due("c", EIGHT, "Dose"), Due("e", EIGHT + 4 * HOUR, "More", lane="Fluid")

    lanes = day_of(more, second, bag, first).lanes

    assert [("Dose", (first, second)), ("Fluid", (bag, more))] == [*lanes.items()]


@pytest.mark.parametrize(("hours", "share"), [(-1, 0), (0, 0), (12, HALF), (24, 1), (25, 1)])
def test_a_moment_lies_where_it_is_in_the_24_hours(hours: int, share: Fraction) -> None:
    assert share == day_of().share(EIGHT + hours * HOUR)


@pytest.mark.parametrize(("volume", "share"), [(1, 0), (2, 0), (4.5, HALF), (7, 1), (8, 1)])
def test_a_quantity_lies_where_it_is_on_its_scale(volume: float, share: Fraction) -> None:
    assert share == Scale("Fill", ml(2), ml(7), Mark("full", ml(5)), ()).share(ml(volume))


@pytest.mark.parametrize("limit", [1, 2, 7, 8])
def test_a_limit_at_an_end_of_the_scale_or_beyond_it_cannot_be_drawn(limit: int) -> None:
    with pytest.raises(ValueError, match=r"^Fill: the limit lies outside the scale$"):
        Scale("Fill", ml(2), ml(7), Mark("full", ml(limit)), ())


@pytest.mark.parametrize(("edge", "highest"), [(10, 10), (3, 5)])
def test_a_trend_reaches_a_tenth_above_its_highest_point_or_edge(edge: int, highest: int) -> None:
    trend = Trend("Fill", (Point(EIGHT, ml(2)), Point(EIGHT + HOUR, ml(5))), (ml(edge),))

    assert Fraction(10, 11) == trend.up(ml(highest))
    assert Fraction(5, 11) == trend.up(ml(highest / 2))
    assert 0 == trend.up(ml(0))


def test_a_point_lies_where_its_time_is_and_a_single_one_in_the_middle() -> None:
    points = tuple(Point(EIGHT + minutes * MINUTE, ml(1)) for minutes in (0, 1, 4))
    trend = Trend("Fill", points, ())

    assert [0, Fraction(1, 4), 1] == [trend.along(each) for each in points]
    assert HALF == Trend("Fill", points[:1], ()).along(points[0])


def test_the_fullest_vessel_fills_the_picture() -> None:
    bag = Vessel("bag", (Part("drug", ml(100)), Part("saline", ml(150), discarded=True)))
    small = Vessel("syringe", (Part("drug", ml(50)),))

    assert 250 == bag.holds
    assert [1, Fraction(1, 5)] == [
        Vessels("Both", (small, bag)).share(each.holds) for each in (bag, small)
    ]


@pytest.mark.parametrize(
    ("clearance", "along"),
    # from half of 0.4 to a quarter above 1.4, which is 1.55 on
    [("0.1", 0), ("0.2", 0), ("0.975", HALF), ("1.75", 1), ("2", 1)],
)
def test_bands_are_drawn_from_half_of_the_lowest_edge_to_a_quarter_above_the_highest(
    clearance: str, along: Fraction
) -> None:
    bands = Bands(Placed(HSV_EVERY_8_H, constant("1", "mL/min/kg")))

    assert ("2/5", "7/5") == (str(bands.edges[0]), str(bands.edges[-1]))
    assert along == bands.along(Fraction(clearance))


@pytest.mark.parametrize(("limit", "whole"), [(5, 6), (12, 12)])
def test_a_sum_is_as_long_as_the_whole_or_its_limit(limit: int, whole: int) -> None:
    parts, perhaps = (Mark("a", ml(1)), Mark("b", ml(2))), (Mark("c", ml(3)),)
    total = Sum("In all", parts, perhaps, Mark("limit", ml(limit)))

    assert [0, HALF, 1] == [total.along(Fraction(each)) for each in (0, whole / 2, whole)]


def test_steps_go_from_their_lowest_to_their_highest() -> None:
    bands = ((2, 4, 10), (4, 7, 15), (7, 10, 20))
    levels = tuple(Level(ml(low), ml(high), ml(value)) for low, high, value in bands)
    steps = Steps("Steps", "by", levels, ml(3))

    assert [0, 0, HALF, 1, 1] == [steps.along(ml(each)) for each in (1, 2, 6, 10, 11)]
    assert [0, HALF, 1] == [steps.up(ml(each)) for each in (0, 10, 20)]


def test_on_an_edge_one_stands_in_the_step_that_begins_there() -> None:
    """Below the first step still in it, at the end of the last in that, and beyond it in none."""
    first, second, last = (
        Level(ml(low), ml(high), ml(10)) for low, high in ((2, 4), (4, 6), (6, 8))
    )
    found = {
        each: Steps("Steps", "by", (first, second, last), ml(each)).level
        for each in (1, 3, 4, 6, 8, 9)
    }

    assert {1: first, 3: first, 4: second, 6: last, 8: last, 9: None} == found


EMPTY: Mapping[str, Callable[[], Picture]] = {
    "Trend": lambda: Trend("Empty", (), (ml(1),)),
    "Sum": lambda: Sum("Empty", (), (Mark("a", ml(1)),), Mark("limit", ml(1))),
    "Steps": lambda: Steps("Empty", "by", (), ml(1)),
}


@of_every(EMPTY)
def test_where_there_is_nothing_to_draw_there_is_no_picture(name: str) -> None:
    with pytest.raises(ValueError, match=r"^Empty: nothing to draw$"):
        EMPTY[name]()

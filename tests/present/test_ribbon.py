"""A day of a schedule as a ribbon: what is drawn, where, and what its name says."""

from datetime import date, datetime
from fractions import Fraction

import pytest

from calc.model.pictures import Ribbon
from calc.model.results import Due, Schedule
from calc.model.sources import SITE_RULE
from calc.present.markup import NBSP
from calc.present.picture import draw
from tests.present.reading import Element, read

NOON = datetime(2026, 11, 8, 12, 0)


def at(hour: int, minute: int = 0, day: int = 8) -> datetime:
    """A time of the day that is drawn, or of the next one."""
    return datetime(2026, 11, day, hour, minute)


def drawn(*due: Due) -> Element:
    """24 hours from noon, as drawn."""
    schedule = Schedule("Made up", due, (SITE_RULE.at("made up"),))
    return read(draw(Ribbon(schedule, NOON))).one("figure")


def places(figure: Element) -> list[tuple[str, str]]:
    """Where each bar begins, and how wide it is."""
    return [(bar["x"], bar["width"]) for bar in figure.all("rect")]


def test_a_bar_is_as_long_as_its_share_of_the_day() -> None:
    figure = drawn(Due("a", at(18), "rest", until=at(0, day=9)))

    assert [("25.00%", "25.00%")] == places(figure)


def test_its_name_is_a_sentence_that_says_everything() -> None:
    figure = drawn(
        Due("a", at(18), "first", until=at(20), lane="Watch"),
        Due("b", at(2, day=9), "second", until=at(4, 30, day=9), lane="Watch"),
        Due("c", at(13), "tea"),
    )

    said = "tea: 13:00; Watch: 18:00 to 20:00, 02:00 to 04:30 the next day"
    picture = figure.one("div", role="img")
    assert f"24 hours from Sunday 8 November 2026, 12:00. {said}." == picture["aria-label"]
    assert ["tea: 13:00", said.partition("; ")[2]] == [each.text for each in figure.all("span")[:2]]


def test_what_reaches_beyond_an_end_is_drawn_up_to_it() -> None:
    figure = drawn(
        Due("a", at(9), "before", until=at(15)),
        Due("b", at(9, day=9), "after", until=at(15, day=9)),
    )

    assert [("0.00%", "12.50%"), ("87.50%", "12.50%")] == places(figure)


def test_what_is_of_another_day_or_of_no_time_is_not_drawn() -> None:
    figure = drawn(
        Due("a", at(9), "over", until=NOON),
        Due("b", at(12, day=9), "not yet"),
        Due("c", date(2026, 11, 8), "the whole day"),
        Due("d", NOON, "now"),
    )

    assert [("0.00%", "4")] == places(figure)


def test_a_moment_with_another_start_is_two_hollow_bars() -> None:
    figure = drawn(Due("a", at(18), "walk", or_at=at(0, day=9)))

    assert [("25.00%", "4"), ("50.00%", "4")] == places(figure)
    assert ["either", "either"] == [bar["class"] for bar in figure.all("rect")]
    assert "walk: 18:00 or 00:00" in figure.one("div", role="img")["aria-label"]


def test_another_start_of_what_ends_at_a_time_is_said() -> None:
    figure = drawn(Due("a", at(18), "walk", or_at=at(19), until=at(20)))

    assert "walk: 18:00 or 19:00 until 20:00" in figure.one("div", role="img")["aria-label"]


def test_the_hours_below_are_those_of_the_clock() -> None:
    (hours,) = drawn(Due("a", at(18), "walk")).all("div", class_="ribbon-hours")

    assert ["12:00", "18:00", "00:00", "06:00", "12:00"] == [
        each.text for each in hours.all("span")
    ]


@pytest.mark.parametrize(
    ("begins", "lines", "said"),
    [(NOON, 1, "12:00. The broken line is midnight."), (at(0), 0, "00:00.")],
)
def test_midnight_is_a_broken_line_and_said_to_be_one(
    begins: datetime, lines: int, said: str
) -> None:
    schedule = Schedule("Made up", (Due("a", at(18), "walk"),), ())
    figure = read(draw(Ribbon(schedule, begins)))

    assert lines == len(figure.all("line", class_="midnight"))
    begun = f"24{NBSP}hours from Sunday 8 November 2026"
    assert f"{begun}, {said}" == figure.one("figcaption").text


def test_a_share_is_exact() -> None:
    assert Fraction(1, 3) == Ribbon(Schedule("Made up", (), ()), NOON).share(at(20))

"""A day and a time of day are taken where they can mean one thing, and read back in words."""

from datetime import date, time

import pytest

from calc.model.dates import Date
from calc.model.outcomes import InputError
from calc.model.times import Time
from calc.model.written import Moment, Span

SATURDAY = date(2026, 11, 28)
FIRST_DOSE = Date(
    label="First dose",
    hard=Span(date(2020, 1, 1), date(2030, 12, 31), "beyond this a slip is likelier"),
    soft=Span(date(2026, 1, 1), date(2027, 12, 31), "the course is of these years"),
)
DRAWN = Time(label="Drawn at")


def refused[V: (date, time)](kind: Moment[V], typed: str) -> str:
    """The error of a text that is not taken."""
    with pytest.raises(InputError) as invalid:
        kind.read(typed, "field")
    return invalid.value.errors[0].text


def offered[V: (date, time)](kind: Moment[V], typed: str) -> list[str]:
    """What the buttons beside a text that is not taken fill in."""
    with pytest.raises(InputError) as invalid:
        kind.read(typed, "field")
    return [offer.answers["field"] for offer in invalid.value.errors[0].offers]


def code(day: date, confirmed: bool = False) -> str:
    """The code of the error that a day gives, or nothing."""
    try:
        FIRST_DOSE.check(day, "field", confirmed)
    except InputError as invalid:
        return invalid.errors[0].code
    return ""


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-11-28", "2026/11/28", " 2026-11-28 ", "28 Nov 2026", "28 November 2026"),
        *("Nov 28, 2026", "28-Nov-2026", "28NOV2026", "28th Nov 2026", "28/11/2026"),
        *("28.11.2026", "11/28/2026", "Sat 28 Nov 2026", "Saturday 28 November 2026"),
    ],
)
def test_a_day_that_can_be_read_in_one_way_is_taken(typed: str) -> None:
    assert SATURDAY == FIRST_DOSE.read(typed, "field")


def test_one_day_and_month_are_the_same_in_either_order() -> None:
    assert date(2026, 3, 3) == FIRST_DOSE.read("03/03/2026", "field")


@pytest.mark.parametrize("typed", ["03/04/2026", "3.4.2026", "3 4 2026", "03042026"])
def test_a_day_that_can_be_read_in_two_ways_is_refused_and_both_are_offered(typed: str) -> None:
    assert ["2026-04-03", "2026-03-04"] == offered(FIRST_DOSE, typed)


def test_both_readings_are_named() -> None:
    assert (
        "First dose must be typed so that it has one meaning: "
        "“03/04/2026” could be read as 3 April 2026 or 4 March 2026. "
        "1 January 2020 to 31 December 2030 is possible"
    ) == refused(FIRST_DOSE, "03/04/2026")


@pytest.mark.parametrize("typed", ["28 Nov 26", "28/11/26", "Nov 28, 26"])
def test_a_year_of_two_digits_is_refused_and_what_is_possible_is_offered(typed: str) -> None:
    assert "2026-11-28" == offered(FIRST_DOSE, typed)[0]
    assert "1926-11-28" not in offered(FIRST_DOSE, typed)


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("28 Nov 26", ["2026-11-28", "1926-11-28"]),
        ("26 Nov 28", ["2028-11-26", "1928-11-26"]),
        ("26-11-28", ["2028-11-26", "2026-11-28", "1928-11-26", "1926-11-28"]),
        ("20261128", ["2026-11-28"]),
        ("28112026", ["2026-11-28"]),
        ("11282026", ["2026-11-28"]),
    ],
)
def test_a_year_of_two_digits_may_be_of_two_centuries_and_eight_digits_have_four_for_it(
    typed: str, offers: list[str]
) -> None:
    assert offers == offered(Date(label="Day"), typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-11-028", "2026-011-28", "028/11/2026", "28/011/2026", "128 Nov 2026"),
        *("July Nov 28", "Nov July 2026", "28 Nov 02026"),
    ],
)
def test_what_is_longer_than_a_day_or_names_two_months_is_no_day(typed: str) -> None:
    assert refused(FIRST_DOSE, typed).startswith("First dose must be a day, like 2026-11-28")
    assert [] == offered(FIRST_DOSE, typed)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31 June 2026", "June has 30 days"),
        ("31/06/2026", "June has 30 days"),
        ("29 Feb 2027", "February 2027 has 28 days"),
        ("2026-02-30", "February 2026 has 28 days"),
        ("32 January 2026", "January has 31 days"),
        ("01/32/2026", "January has 31 days"),
        ("12/32/2026", "December has 31 days"),
        ("2026-13-32", "is none"),
        ("32 December 2026", "December has 31 days"),
        ("0001-01-32", "January has 31 days"),
        ("9998-12-32", "December has 31 days"),
        ("9999-12-32", "is none"),
        ("0000-01-32", "is none"),
        ("99/99/2026", "is none"),
        ("0000-01-01", "is none"),
    ],
)
def test_a_day_that_the_calendar_does_not_have_is_named(typed: str, why: str) -> None:
    assert f"{why}. " in refused(FIRST_DOSE, typed)


def test_the_29th_of_february_is_taken_in_a_leap_year() -> None:
    assert date(2028, 2, 29) == FIRST_DOSE.read("29/02/2028", "field")


def test_a_month_that_is_none_may_be_the_day() -> None:
    assert ["2026-11-28"] == offered(FIRST_DOSE, "2026-28-11")


def test_a_weekday_must_be_that_of_the_day() -> None:
    assert "28 November 2026 is a Saturday" in refused(FIRST_DOSE, "Fri 28 Nov 2026")
    assert ["2026-11-28"] == offered(FIRST_DOSE, "Fri 28 Nov 2026")


@pytest.mark.parametrize("typed", ["today", "Yesterday"])
def test_no_clock_is_read(typed: str) -> None:
    assert "no clock is read here" in refused(FIRST_DOSE, typed)


@pytest.mark.parametrize(
    "typed", ["28 Nov", "Nov 2026", "28/11", "2026", "46354", "28 Novmber 2026", "２８ Nov 2026"]
)
def test_what_is_no_whole_day_is_refused_and_nothing_offered(typed: str) -> None:
    assert [] == offered(FIRST_DOSE, typed)


def test_a_character_that_cannot_be_seen_is_named_and_the_day_without_it_offered() -> None:
    assert "zero-width space" in refused(FIRST_DOSE, "2026-11-28\u200b")
    assert ["2026-11-28"] == offered(FIRST_DOSE, "2026-11-28\u200b")


def test_of_two_readings_with_such_a_character_both_are_offered_without_it() -> None:
    assert ["2026-04-03", "2026-03-04"] == offered(FIRST_DOSE, "3/4/2026\u200b")


def test_a_text_of_more_than_40_letters_is_too_long_for_a_day() -> None:
    assert "must be a day" in refused(FIRST_DOSE, "x" * 40)
    assert "is too long" in refused(FIRST_DOSE, "x" * 41)


def test_what_is_offered_reaches_to_the_very_limits() -> None:
    assert ["2020-01-01"] == offered(FIRST_DOSE, "1 Jan 20")
    assert ["2030-12-31"] == offered(FIRST_DOSE, "31 Dec 30")


@pytest.mark.parametrize("year", [1899, 1900, 2000, 2026, 2028, 2100])
def test_every_day_as_it_is_read_back_is_that_day(year: int) -> None:
    kind = Date(label="Day")
    first = date(year, 1, 1).toordinal()
    days = [date.fromordinal(first + each) for each in range(365)]

    assert days == [kind.read(kind.words(day), "field") for day in days]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 12, 31), "low"),
        (date(2020, 1, 1), "confirm"),
        (date(2026, 1, 1), ""),
        (date(2027, 12, 31), ""),
        (date(2028, 1, 1), "confirm"),
        (date(2030, 12, 31), "confirm"),
        (date(2031, 1, 1), "high"),
    ],
)
def test_limits_include_their_ends(day: date, expected: str) -> None:
    assert expected == code(day)


@pytest.mark.parametrize(("year", "expected"), [(2021, ""), (2031, "high")])
def test_a_tick_lifts_the_soft_limits_only(year: int, expected: str) -> None:
    assert expected == code(date(year, 1, 1), confirmed=True)


@pytest.mark.parametrize(
    ("day", "code", "allowed", "typed"),
    [
        (date(2019, 1, 1), "low", "1 January 2020 or later", "Tuesday 1 January 2019"),
        (date(2031, 1, 1), "high", "31 December 2030 or earlier", "Wednesday 1 January 2031"),
    ],
)
def test_the_message_says_what_is_allowed_why_and_what_was_typed(
    day: date, code: str, allowed: str, typed: str
) -> None:
    with pytest.raises(InputError) as invalid:
        FIRST_DOSE.check(day, "field", False)

    said = f"First dose must be {allowed} (beyond this a slip is likelier). {typed} was typed"
    assert [("field", code, said)] == [error[:3] for error in invalid.value.errors]


@pytest.mark.parametrize(
    "typed",
    ["14:30", "1430", "14.30", "14h30", "14:30:00", "1430h", "2.30 pm", "2:30 p.m.", "02:30PM"],
)
def test_a_time_that_can_be_read_in_one_way_is_taken(typed: str) -> None:
    assert time(14, 30) == DRAWN.read(typed, "field")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("02:30", time(2, 30)),
        ("0:30", time(0, 30)),
        ("12:30 am", time(0, 30)),
        ("1:00 a.m.", time(1)),
        ("12:30 pm", time(12, 30)),
    ],
)
def test_a_time_of_the_first_hours_is_taken_where_it_can_be_no_other(
    typed: str, expected: time
) -> None:
    assert expected == DRAWN.read(typed, "field")


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("2:30", ["02:30", "14:30"]),
        ("230", ["02:30", "14:30"]),
        ("2", ["02:00", "14:00"]),
        ("14", ["14:00"]),
        ("12 am", ["00:00", "12:00"]),
        ("12:00 pm", ["00:00", "12:00"]),
        ("14:30 am", ["14:30"]),
        ("13:30 pm", ["13:30"]),
        ("14:30:25", ["14:30"]),
        ("0", ["00:00"]),
        ("0:30 am", ["00:00", "12:00"]),
        ("9", ["09:00", "21:00"]),
        ("23:59:59", ["23:59"]),
        ("24:00", []),
        ("14:60", []),
        ("noon", []),
        ("-1:30", []),
    ],
)
def test_a_time_that_may_be_another_is_refused(typed: str, offers: list[str]) -> None:
    assert offers == offered(DRAWN, typed)


def test_every_time_as_it_is_read_back_is_that_time() -> None:
    times = [time(hour, minute) for hour in range(24) for minute in range(60)]

    assert times == [DRAWN.read(DRAWN.plain(each), "field") for each in times]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("14:30", "14:30 (2:30 pm)"),
        ("00:00", "00:00 (12:00 am)"),
        ("11:59", "11:59 (11:59 am)"),
        ("12:00", "12:00 (12:00 pm)"),
        ("23:00", "23:00 (11:00 pm)"),
    ],
)
def test_a_time_is_read_back_by_both_clocks(typed: str, words: str) -> None:
    assert words == DRAWN.words(DRAWN.read(typed, "field"))

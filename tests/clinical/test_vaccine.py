"""The days of the vaccine are those of a transcription made apart from it, counted day by day."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from calc.catalogue import CATALOGUE, run
from calc.model.outcomes import Outcome
from calc.model.results import Due, Schedule
from tests.every import of_every

TABLE = Path(__file__).parent / "vaccine_table.csv"
ROWS = [*csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())]
NEVER = {"transplant": "none", "zoster": "none", "live_before": "no"}
STARTS = [
    *(date(2026, 12, 31), date(2027, 1, 29), date(2027, 1, 31), date(2027, 8, 31)),
    *(date(2027, 8, 30), date(2027, 11, 30), date(2028, 2, 29), date(2028, 3, 1)),
]
"""Days around the ends of months, in common years and in a leap year."""


def rows(what: str, country: str = "both") -> list[dict[str, str]]:
    """The rows of the transcription on one thing."""
    return [row for row in ROWS if (row["what"], row["country"]) == (what, country)]


def counted(start: date, number: str, unit: str, *, late: bool) -> date:
    """So many days or months after a day, found by walking the calendar a day at a time.

    Of months it is the same day of the month, or else the last day before it would be, `late`; or
    the first day after.
    """
    if unit == "days":
        return start + timedelta(days=int(number))
    day, months = start, 0
    while months < int(number):
        day += timedelta(days=1)
        months += day.day == 1
    month = day.month
    while day.day < start.day and day.month == month:
        day += timedelta(days=1)
    return day - timedelta(days=1) if late and day.month != month else day


def said(**answers: str) -> Outcome:
    """What the calculator says of a patient in whom nothing else stands in the way."""
    return run("vaccine-dates", {"country": "us", "doses": "none", **NEVER, **answers})


def due(outcome: Outcome) -> dict[str, Due]:
    """The days of an answer, by their ids."""
    assert outcome.answer
    (days,) = outcome.answer.results
    assert isinstance(days, Schedule)
    return {each.id: each for each in days.due}


def decision(outcome: Outcome) -> str:
    """The verdict as programs read it."""
    assert outcome.answer
    return outcome.answer.decision


@of_every([(start, country) for start in STARTS for country in ("us", "uk")], str)
def test_the_windows_of_the_second_dose_are_those_transcribed(place: tuple[date, str]) -> None:
    start, country = place
    windows = [row for row in ROWS if row["country"] == country and row["until"]]
    expected = {
        row["what"]: (
            counted(start, row["after"], row["unit"], late=False),
            counted(start, row["until"], row["until_unit"], late=True),
        )
        for row in windows
    }

    days = due(said(country=country, wished=str(start)))

    assert expected == {what: (days[what].at, days[what].until) for what in expected}
    assert start + timedelta(days=int(rows("least", country)[0]["after"])) == days["counts"].at


@of_every(range(1, 61), str)
def test_a_second_dose_counts_or_is_repeated_by_its_day(apart: int) -> None:
    first = date(2026, 10, 1)
    second = first + timedelta(days=apart)
    least = int(rows("least", "us")[0]["after"])
    expected = "complete"
    if apart < least:
        disputed = int(rows("disputed")[0]["after"]) <= apart
        expected = "second-dose-disputed" if disputed else "repeat-second-dose"

    outcome = said(doses="two", first_dose=str(first), second_dose=str(second))

    assert expected == decision(outcome)
    if apart < least:
        assert second + timedelta(days=least) == due(outcome)["repeat"].at


@of_every([1, 27, 28, 29, 55, 56, 184, 185, 400], str)
def test_a_second_dose_is_never_planned_before_it_counts(apart: int) -> None:
    first = date(2026, 5, 28)
    wished = first + timedelta(days=apart)
    (window,) = rows("usual", "us")
    last = counted(first, window["until"], window["until_unit"], late=True)
    least = first + timedelta(days=int(rows("least", "us")[0]["after"]))

    outcome = said(doses="one", first_dose=str(first), wished=str(wished))

    assert max(wished, least) == due(outcome)["second-dose"].at
    assert (last < wished) is (decision(outcome) == "second-dose-overdue")


@of_every(
    [(kind, start) for kind in ("autologous", "allogeneic", "car-t") for start in STARTS], str
)
def test_the_first_dose_after_a_transplant_waits_for_the_first_source(
    place: tuple[str, date],
) -> None:
    kind, start = place
    since = [counted(start, row["after"], row["unit"], late=False) for row in rows(kind)]

    outcome = said(wished=str(start), transplant=kind, transplant_day=str(start))

    assert min(since) == due(outcome)["first-dose"].at
    given = [each.at for each in due(outcome).values() if each.id.startswith("after-")]
    assert since == given
    differ = "vaccine-transplant-sources-differ" in {each.id for each in outcome.cautions}
    assert (len(since) > 1) is differ


@of_every(STARTS, str)
def test_other_countries_waits_after_zoster_are_those_transcribed(over: date) -> None:
    waits = {country: rows(country)[0] for country in ("australia", "canada")}
    expected = {
        country: counted(over, row["after"], row["unit"], late=False)
        for country, row in waits.items()
    }
    soon = expected["australia"] - timedelta(days=1)

    early = said(zoster="over", zoster_over=str(over), wished=str(soon))
    later = said(zoster="over", zoster_over=str(over), wished=str(expected["australia"]))

    assert expected == {country: due(early)[country].at for country in expected}
    assert ["vaccine-soon-after-zoster"] == [each.id for each in early.cautions]
    assert () == later.cautions


def test_two_doses_on_one_day_are_a_slip_of_the_second() -> None:
    outcome = said(doses="two", first_dose="2026-10-01", second_dose="2026-10-01")

    assert [("second_dose", "order")] == [(each.field, each.code) for each in outcome.errors]


def test_a_dose_before_the_licence_is_asked_about() -> None:
    """It was licensed in October 2017."""
    expected = {"2017-09-30": [("first_dose", "confirm")], "2017-10-01": []}

    asked = {day: said(doses="one", first_dose=day, wished="2018-01-01") for day in expected}

    assert expected == {
        day: [(each.field, each.code) for each in outcome.errors] for day, outcome in asked.items()
    }


@of_every([0, 1, 40], str)
def test_zoster_that_was_over_before_the_last_dose_moves_nothing(earlier: int) -> None:
    first = date(2026, 10, 1)
    over = first - timedelta(days=earlier)
    dose = {"country": "uk", "doses": "one", "first_dose": str(first), "wished": "2026-12-01"}

    assert said(**dose).answer == said(**dose, zoster="over", zoster_over=str(over)).answer


@pytest.mark.parametrize(
    ("day", "cautions", "second"),
    [
        (-1, ["vaccine-dose-before-transplant", "vaccine-transplant-sources-differ"], 50),
        (0, ["vaccine-given-early-after-transplant"], 28),
        (49, ["vaccine-given-early-after-transplant"], 49 + 28),
        (50, [], 50 + 28),
    ],
)
def test_a_first_dose_lies_after_the_transplant_from_its_very_day(
    day: int, cautions: list[str], second: int
) -> None:
    transplant = date(2026, 8, 1)
    first, least = (transplant + timedelta(days=each) for each in (day, day + 28))

    outcome = said(
        **{"doses": "one", "first_dose": str(first), "wished": str(least)},
        **{"transplant": "autologous", "transplant_day": str(transplant)},
    )

    assert cautions == [each.id for each in outcome.cautions]
    assert transplant + timedelta(days=second) == due(outcome)["second-dose"].at


@of_every(("us", "uk"))
def test_a_second_dose_is_within_a_window_from_its_first_day_on(country: str) -> None:
    first = date(2026, 5, 28)
    (window,) = rows("shorter", country)
    start = counted(first, window["after"], window["unit"], late=False)
    days = (start - timedelta(days=1), start)

    wished = [
        said(country=country, doses="one", first_dose=str(first), wished=str(each)) for each in days
    ]

    assert [False, True] == [
        "within a window" in each.answer.reason for each in wished if each.answer
    ]


@pytest.mark.parametrize(
    ("starts", "cautions"), [("2026-11-29", []), ("2026-11-28", ["vaccine-treatment-first"])]
)
def test_a_second_dose_fits_before_a_treatment_that_starts_the_next_day(
    starts: str, cautions: list[str]
) -> None:
    dose = {"doses": "one", "first_dose": "2026-09-01", "wished": "2026-11-28"}

    assert cautions == [each.id for each in said(**dose, treatment_starts=starts).cautions]


DOSE = "The second dose counts from 29 October 2026, 4 weeks after the first."
ZOSTER = "Zoster is over on 5 November 2026 only."


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"wished": "2026-10-28", "zoster_over": "2026-11-05"}, f"{DOSE} {ZOSTER}"),
        ({"wished": "2026-10-29", "zoster_over": "2026-11-05"}, ZOSTER),
        ({"wished": "2026-10-20", "zoster_over": "2026-10-20"}, DOSE),
    ],
    ids=str,
)
def test_each_thing_that_makes_a_wished_day_too_early_is_said_and_none_that_does_not(
    answers: dict[str, str], reason: str
) -> None:
    outcome = said(**{"doses": "one", "first_dose": "2026-10-01", "zoster": "over"} | answers)

    assert outcome.answer
    assert reason == outcome.answer.reason


def test_a_transplant_of_so_long_ago_is_no_reason_to_wait() -> None:
    wished = date(2026, 11, 4)
    day = wished - timedelta(days=int(rows("autologous")[0]["after"]))

    outcome = said(
        **{"wished": str(wished), "transplant": "autologous", "transplant_day": str(day)},
        **{"zoster": "over", "zoster_over": "2026-11-05"},
    )

    assert outcome.answer
    assert ZOSTER == outcome.answer.reason


def test_the_table_beside_the_form_says_what_each_source_asks_after_a_transplant() -> None:
    *_, after_transplant = CATALOGUE["vaccine-dates"].reference
    cdc = "(CDC, as quoted by two others)"
    expected = (
        (
            "Autologous transplant",
            "50 to 70 days (the trial, and the European Myeloma Network's table)",
        ),
        ("Autologous transplant", f"3 months or more {cdc}"),
        ("Allogeneic transplant", f"6 months or more {cdc}"),
        (
            "CAR-T",
            "3 months or more; immune reconstitution shown, and no immunosuppression "
            "(European and American guidelines, in a review's table)",
        ),
        (
            "CAR-T",
            "12 months or more (a table in an ASH journal, for vaccines with an adjuvant)",
        ),
    )

    assert expected == after_transplant.rows

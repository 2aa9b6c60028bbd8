"""The days after a contact are those of a transcription made apart from them."""

import csv
from datetime import date, timedelta
from pathlib import Path

from calc.catalogue import run
from calc.model.outcomes import Outcome
from calc.model.results import Due, Schedule
from tests.every import of_every

TABLE = Path(__file__).parent / "exposure_table.csv"
DAYS = {
    row["what"]: (int(row["from"]), int(row["to"]))
    for row in csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())
}
FIRST, LAST = date(2028, 2, 20), date(2028, 2, 23)
"""Days of contact before a leap day."""
MORE = (LAST - FIRST).days
"""So many days longer is something given, since the last contact counts once the first is over."""


def asked(country: str, day: int, immunity: str = "no") -> Outcome:
    """What is said so many days after the first contact."""
    today = FIRST + timedelta(days=day)
    answers = {
        **{"country": country, "immunity": immunity, "first_contact": str(FIRST)},
        **{"last_contact": str(min(LAST, today)), "day_of_asking": str(today)},
    }
    return run("exposure", answers)


def decision(outcome: Outcome) -> str:
    """The verdict as programs read it."""
    assert outcome.answer
    return outcome.answer.decision


def due(outcome: Outcome) -> dict[str, Due]:
    """The days of an answer, by their ids."""
    assert outcome.answer
    (days,) = outcome.answer.results
    assert isinstance(days, Schedule)
    return {each.id: each for each in days.due}


@of_every(range(31), str)
def test_what_is_given_depends_on_the_day(day: int) -> None:
    start, end = DAYS["uk"]
    uk = "antiviral-later" if day < start else "antiviral" if day <= end + MORE else "too-late"
    us = "immune-globulin" if day <= DAYS["us"][1] + MORE else "too-late"

    assert (us, uk) == (decision(asked("us", day)), decision(asked("uk", day)))


@of_every(range(31), str)
def test_what_is_not_known_is_tested_while_there_are_days(day: int) -> None:
    ends = {"us": DAYS["us"][1], "uk": DAYS["uk"][1]}

    assert ["test" if day <= end + MORE else "too-late" for end in ends.values()] == [
        decision(asked(country, day, "unknown")) for country in ends
    ]


@of_every(range(15), str)
def test_beyond_the_ideal_days_it_says_so(day: int) -> None:
    ideal, end = DAYS["us ideally"][1], DAYS["us"][1]
    said = [each.id for each in asked("us", day).cautions]

    assert (end < day <= end + MORE) is ("exposure-by-the-last-contact" in said)
    assert (ideal < day <= end + MORE) is ("exposure-beyond-the-ideal" in said)


@of_every(("us", "uk"))
def test_while_contact_goes_on_it_is_never_too_late(country: str) -> None:
    answers = {
        **{"country": country, "immunity": "no", "first_contact": "2026-11-02"},
        **{"last_contact": "2026-11-28", "day_of_asking": "2026-11-28"},
    }

    assert decision(run("exposure", answers)) in ("immune-globulin", "antiviral")


def test_the_days_are_counted_from_the_first_contact_and_to_the_last() -> None:
    us, uk = due(asked("us", MORE)), due(asked("uk", MORE))

    def on(day: date, number: int) -> date:
        return day + timedelta(days=number)

    start, end = DAYS["apart"]
    assert (on(FIRST, start), on(LAST, end)) == (us["apart"].at, us["apart"].until)
    assert on(LAST, DAYS["apart with globulin"][1]) == us["apart-with-globulin"].at
    assert on(FIRST, DAYS["us"][1]) == us["immune-globulin"].until
    start, end = DAYS["uk"]
    assert (on(FIRST, start), on(FIRST, end)) == (uk["antiviral"].at, uk["antiviral"].until)


@of_every(range(MORE, DAYS["us"][1] + MORE + 1), str)
def test_the_last_contact_counts_only_once_the_days_after_the_first_are_over(day: int) -> None:
    end = DAYS["us"][1]
    counted_from = FIRST if day <= end else LAST

    assert counted_from + timedelta(days=end) == due(asked("us", day))["immune-globulin"].until

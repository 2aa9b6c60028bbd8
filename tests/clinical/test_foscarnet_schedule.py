"""The timetable of foscarnet against a count made apart from it, hour by hour."""

import csv
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest

from calc.catalogue import run
from calc.clinical.foscarnet.infusion import SITE_ROUNDING
from calc.clinical.foscarnet_schedule.reference import COUNT
from calc.model.outcomes import Outcome
from calc.present.record import to_record
from calc.present.working import steps_of
from tests.every import of_every

TABLE = Path(__file__).parent / "foscarnet_schedule_table.csv"
ROWS = [*csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())]
BASE = {
    **{"dialysis": "no", "regimen": "hsv-40-every-8-h", "dose_per_kg": "40", "interval": "8"},
    **{"first_infusion": "yes", "first_time": "120", "later_time": "60", "dose_late": "no"},
    **{"start_day": "2026-12-31", "start_time": "18:00"},
}
REGIMENS = {
    "8": {},
    "12": {"dose_per_kg": "35", "interval": "12"},
    "24": {"dose_per_kg": "40", "interval": "24"},
    "48": {
        **{"regimen": "cmv-maintenance-90", "dose_per_kg": "80", "interval": "48"},
        "later_time": "120",
    },
}
DAYS = ["2026-12-31", "2027-02-27", "2028-02-28", "2027-03-27", "2026-11-30"]
"""The ends of a year and of months, a leap day, a night on which the clock changes."""


def number(what: str) -> int:
    """The one figure of the transcription on a thing."""
    (row,) = (each for each in ROWS if each["what"] == what)
    return int(row["value"])


def timetable(**changed: str) -> Outcome:
    """What is said of the plain course, changed."""
    return run("foscarnet-schedule", {**BASE, **changed})


def due(outcome: Outcome, sheet: int) -> Iterator[dict[str, Any]]:
    """What stands in one of the three sheets."""
    yield from to_record(outcome)["results"][sheet]["due"]


def starts(outcome: Outcome) -> list[datetime]:
    """Every start of the second sheet, read off its words."""
    found: list[datetime] = []
    for day in due(outcome, 1):
        clocks = re.findall(r" at (\d\d:\d\d)", day["what"])
        found += (datetime.fromisoformat(f"{day['at']}T{clock}") for clock in clocks)
    return found


def counted(begins: datetime, hours: int, late: tuple[int, int] = (0, 0)) -> list[datetime]:
    """The starts within the days, counted minute by minute: `late` is which one, and minutes."""
    minutes = number("timetable") * 24 * 60
    found, left, place = [], 0, 1
    for minute in range(minutes):
        if left == 0:
            if place == late[0]:
                late, left = (0, 0), late[1]
            if left == 0:
                found.append(begins + timedelta(minutes=minute))
                left, place = hours * 60, place + 1
        left -= 1
    return found


@of_every([*product(DAYS, ["00:00", "23:59"], REGIMENS)], " ".join)
def test_infusions_start_when_they_do_by_a_count_of_minutes(case: tuple[str, str, str]) -> None:
    day, clock, every = case
    outcome = timetable(start_day=day, start_time=clock, **REGIMENS[every])

    expected = counted(datetime.fromisoformat(f"{day}T{clock}"), int(every))
    assert expected == starts(outcome)
    assert len(expected) == outcome.values["infusions"].value


@of_every([*product(REGIMENS, ["2", "5"], ["1", "480", "1440"])], " ".join)
def test_a_late_one_shifts_the_others_and_none_comes_closer(case: tuple[str, str, str]) -> None:
    every, which, minutes = case
    late = {"dose_late": "yes", "late_dose": which, "late_by": minutes, "late_by_unit": "min"}
    outcome = timetable(**REGIMENS[every], **late)

    found = starts(outcome)
    begins = datetime.fromisoformat("2026-12-31T18:00")
    assert counted(begins, int(every), (int(which), int(minutes))) == found
    assert len(found) == outcome.values["infusions"].value
    assert all(later - start >= timedelta(hours=int(every)) for start, later in pairwise(found))


@of_every([*product(DAYS[:3], REGIMENS, ["yes", "no"])], " ".join)
def test_the_first_day_has_its_fluid_before_and_no_two_infusions_overlap(
    case: tuple[str, str, str],
) -> None:
    day, every, first = case
    only = {} if first == "yes" else {"first_time": ""}
    outcome = timetable(start_day=day, first_infusion=first, **REGIMENS[every], **only)
    sheet = [*due(outcome, 0)]

    begins = datetime.fromisoformat(f"{day}T18:00")
    before = [each for each in sheet if each["id"] == "fluid-before"]
    hour = timedelta(hours=number("fluid before"))
    expected = [(begins - hour, begins)] if first == "yes" else []
    assert expected == [times(each) for each in before]
    drugs = [times(each) for each in sheet if each["id"].startswith("infusion-")]
    assert [begins + timedelta(hours=int(every)) * n for n in range(len(drugs))] == [
        start for start, _ in drugs
    ]
    assert len(drugs) == -(-24 // int(every))
    assert all(end < start for (_, end), (start, _) in pairwise(drugs))
    beside = [times(each) for each in sheet if each["id"].startswith("fluid-")][len(before) :]
    assert drugs[len(before) :] == beside


def times(record: dict[str, Any]) -> tuple[datetime, datetime]:
    """From when to when something is due."""
    start, end = (datetime.fromisoformat(record[name]) for name in ("at", "until"))
    return start, end


@of_every([*product(DAYS[:3], REGIMENS)], " ".join)
def test_tests_are_due_as_often_as_the_transcription_says(case: tuple[str, str]) -> None:
    day, every = case
    phase = "maintenance" if every == "48" else "induction"
    sheet = [*due(timetable(start_day=day, **REGIMENS[every]), 2)]
    first = datetime.fromisoformat(day)

    after: dict[str, list[int]] = {"tests": [], "hospital": []}
    for each in sheet[1:]:
        kind, _, _ = each["id"].partition("-")
        after[kind].append((datetime.fromisoformat(each["at"]) - first).days)
    step, last = number(f"tests in {phase}"), number("timetable")
    assert [*range(step, last + 1, step)] == after["tests"]
    week = range(1, number("daily in hospital")) if phase == "induction" else ()
    assert [each for each in week if each % step] == after["hospital"]
    assert ("tests-before", day) == (sheet[0]["id"], sheet[0]["at"])


@of_every([row for row in ROWS if row["what"] == "shortest"], lambda row: row["regimen"])
def test_a_time_below_the_shortest_is_refused_and_the_shortest_is_not(row: dict[str, str]) -> None:
    course = {name: row[name] for name in ("regimen", "dose_per_kg", "interval")}
    shortest = Fraction(row["value"])

    at, below = (timetable(**course, later_time=str(each)) for each in (shortest, shortest - 1))

    assert "answer" == at.kind
    assert below.refusal
    assert "infusion-too-short" == below.refusal.id


@of_every([*product(["35", "40", "30", "25", "20"], ["8", "12", "24", "48"])], " ".join)
def test_dose_and_interval_must_be_a_row_of_the_column(pair: tuple[str, str]) -> None:
    dose, interval = pair
    with (TABLE.parent / "foscarnet_table.csv").open(encoding="utf-8") as transcribed:
        column = [row for row in csv.DictReader(transcribed) if row["regimen"] == "HSV_40_q8h"]
    rows = {(row["dose_mg_per_kg"], row["interval_h"]) for row in column}

    refusal = timetable(dose_per_kg=dose, interval=interval).refusal

    assert (pair in rows) is (refusal is None)
    assert refusal is None or "interval-of-another-row" == refusal.id


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        *[("late_dose 1", "2 or more"), ("late_dose 2", ""), ("late_dose 2.5", "a whole number")],
        *[("late_dose 1000", "335 hours or less"), ("late_dose 1001", "1,000 or less")],
        *[("late_dose 42 late_by 420", ""), ("late_dose 42 late_by 421", "335 hours or less")],
        *[("late_by 0.9", "1 min or more"), ("late_by 1", ""), ("late_by 1440", "")],
        *[("late_by 1441", "1,440 min or less"), ("late_by 24 late_by_unit h", "")],
        *[("late_by 24.1 late_by_unit h", "24 hours or less"), ("later_time 30", "")],
        *[("later_time 29", "30 min or more"), ("later_time 2", "was it 2 hours (120 min)")],
        *[("later_time 180", ""), ("later_time 181", "tick that you have checked it")],
        ("later_time 361", "360 min or less"),
    ],
)
def test_a_time_and_a_late_infusion_are_taken_up_to_their_limits(changed: str, said: str) -> None:
    """Infusion 42 is planned 41 x 8 = 328 hours after the first; 14 days less an hour are 335."""
    late = {"dose_late": "yes", "late_dose": "2", "late_by": "60", "late_by_unit": "min"}
    words = changed.split()
    errors = timetable(**late | dict(zip(words[::2], words[1::2], strict=True))).errors

    assert bool(said) == bool(errors)
    assert all(said in each.text for each in errors)


def test_all_are_named_who_start_a_first_infusion_of_a_large_dose_more_slowly() -> None:
    """By hand: 80 mg/kg in no less than 90 min; hospitals above 60 mg/kg, and at first, in 120."""
    course = {"regimen": "cmv-90-every-12-h", "dose_per_kg": "80", "interval": "24"}
    (caution,) = timetable(**course, first_time="119", later_time="120").cautions

    assert "Infusion 1 over 119 min: some hospitals run it over 120 min." == caution.text
    assert (
        "Over 120 min: one hospital, for first infusions; two hospitals, above 60 mg/kg."
    ) in caution.detail


def test_the_table_to_count_by_marks_what_is_due() -> None:
    assert "What" == COUNT.heads[COUNT.strong or 0]


def test_that_part_of_a_minute_counts_as_a_whole_one_is_said_to_be_this_site_s_rule() -> None:
    late = {"dose_late": "yes", "late_dose": "2", "late_by": "90.1", "late_by_unit": "min"}
    (late_by,) = (step for step in steps_of(timetable(**late)) if step.name == "late by")

    assert ("91 min", (SITE_ROUNDING,)) == (late_by.result, late_by.cites)

"""The timetable in `calc` beside the same of the second implementation."""

from collections.abc import Iterable, Iterator
from itertools import count, product
from random import Random

from calc.model.outcomes import Outcome
from calc.model.results import Schedule
from tests.proof.asking import (
    YES_NO,
    clock_typed,
    confirm_typed,
    day_typed,
    minutes,
    scaled,
    times,
)
from tests.proof.second import columns
from tests.proof.second import timetable as second
from tests.proof.second.days import DAY_MINUTES, Day
from tests.proof.second.timetable import Ask
from tests.proof.steps import Compared, Step, compare_whole

TODAY = Day(2026, 12, 20).number
"""So that the days go over the end of a year."""
LATE = (None, *product((2, 3, 40), (1, 90, 725, 1_440)))


def typed_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """The calculator from what is typed to the outcome: all that is due on each sheet."""
    for ask in asks:
        raw = {
            "dialysis": "no",
            "regimen": ask.regimen,
            "dose_per_kg": scaled(ask.per_kg, 10),
            "interval": str(ask.hours),
            "first_infusion": YES_NO[ask.first is not None],
            "start_day": day_typed(ask.day),
            "start_time": clock_typed(ask.minute),
            "later_time": str(ask.later),
            "dose_late": YES_NO[ask.late is not None],
            **confirm_typed(ask.confirmed),
        }
        if ask.first is not None:
            raw["first_time"] = str(ask.first)
        if ask.late:
            raw["late_dose"], raw["late_by"] = map(str, ask.late)
            raw["late_by_unit"] = "min"
        expected = second.verdict(ask)
        yield compare_whole(Compared.TIMETABLE, "foscarnet-schedule", raw, expected, _says)


def _says(outcome: Outcome) -> dict[str, object]:
    """Times of the first day, words of each day, days of the tests."""
    if not outcome.answer:
        return {}
    schedules = [each for each in outcome.answer.results if isinstance(each, Schedule)]
    first_day, infusions, tests = schedules
    return {
        **{due.id: times(due) for due in first_day.due},
        **{due.id: (minutes(due.at), due.what) for due in infusions.due},
        "tests": sorted((_kind(due.id), minutes(due.at)) for due in tests.due),
    }


def _kind(id: str) -> str:
    """Which kind of test, without its day."""
    return id if id == "tests-before" else id.partition("-")[0]


def row_asks() -> Iterator[Ask]:
    """Every row of every regimen, first or not, on time or late, at another minute each time."""
    number = count()
    for regimen in columns.REGIMENS:
        for band, first, late in product(columns.us_column(regimen), (None, 120), LATE):
            minute = next(number) * 37 % DAY_MINUTES
            yield Ask(
                *(regimen, 10 * band.give, band.hours, TODAY, minute),
                *(first, 120, late, True),
            )


def minute_asks() -> Iterator[Ask]:
    """Every minute of a day as the start of a first infusion."""
    for minute in range(DAY_MINUTES):
        yield Ask("hsv-40-every-8-h", 400, 8, TODAY, minute, 120, 60, None, True)


def drawn_ask(chance: Random) -> Ask:
    """A timetable, drawn: mostly a row of the column, and lengths of which some are too short."""
    regimen = chance.choice([*columns.REGIMENS])
    band = chance.choice(columns.us_column(regimen))
    lengths = (25, 30, 59, 60, 89, 90, 119, 120, 121, 180, 181, 361)
    per_kg = 10 * band.give + chance.choice([0, 0, 0, 1, 3, 4, 9, 10, -3, -4, -9, -10, -50])
    return Ask(
        regimen,
        max(per_kg, 50),
        chance.choice([band.hours, band.hours, band.hours, 8, 12, 24, 48]),
        chance.choice(range(Day(2020, 2, 1).number, Day(2099, 11, 1).number)),
        chance.choice(range(DAY_MINUTES)),
        chance.choice([None, *lengths[6:10]]),
        chance.choice([*lengths, 120, 120, 120]),
        chance.choice([None, None, (chance.choice(range(1, 45)), chance.choice(range(1_450)))]),
        chance.choice([True, True, False]),
    )

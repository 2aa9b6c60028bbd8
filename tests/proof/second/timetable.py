"""A timetable in minutes: each infusion, what goes with it, and the days of the tests."""

from functools import cache
from typing import NamedTuple

from tests.proof.second import bedside, columns, infusion
from tests.proof.second.bedside import Verdict
from tests.proof.second.columns import Band
from tests.proof.second.days import DAY_MINUTES
from tests.proof.second.ratio import Ratio, Values, round_up

GRAMS = 1_000
"""Of a weight of 1 kg, for which a dose in mg is one in mg/kg."""
LENGTH = (30, 360, 30, 180)
LATE_BY = (1, 1_440, 1, 1_440)
LATE_DOSE = (2, 1_000, 2, 1_000)
DAYS = 14
ONE_PER_CENT = 100
"""A dose within a hundredth of a row counts as the row."""


class Ask(NamedTuple):
    """An order (tenths of mg/kg, hours), its first start, its lengths (min), and what is late.

    `first` is the length of a first infusion, none where it is not the patient's first. `late` is a
    number and by how many minutes.
    """

    regimen: str
    per_kg: int
    hours: int
    day: int
    minute: int
    first: int | None
    later: int
    late: tuple[int, int] | None
    confirmed: bool

    @property
    def induction(self) -> bool:
        """Whether it is induction treatment."""
        return "maintenance" not in self.regimen

    @property
    def start(self) -> int:
        """The minute of the first start."""
        return self.day * DAY_MINUTES + self.minute

    @property
    def shortest(self) -> int:
        """The least time in which the dose may run."""
        return max(columns.least_minutes(self.regimen), round_up(self.per_kg, 10))

    @property
    def nanograms(self) -> int:
        """The dose of one kg."""
        return infusion.nanograms_of(self.per_kg, GRAMS) // 10


@cache
def transcribed(what: str) -> int:
    """A figure of the timetable that was transcribed."""
    (found,) = (
        int(row["value"])
        for row in columns.read("foscarnet_schedule_table.csv")
        if row["what"] == what
    )
    return found


def starts(ask: Ask) -> list[int]:
    """The minute of every start, the whole interval after the one before it."""
    end = ask.start + transcribed("timetable") * DAY_MINUTES
    every = ask.hours * 60
    before = ask.late[0] - 1 if ask.late else DAYS * 24
    on_time = [*range(ask.start, min(end, ask.start + before * every), every)]
    if not ask.late:
        return on_time
    shifted = ask.start + before * every + ask.late[1]
    return [*on_time, *range(shifted, end, every)]


def first_day(ask: Ask) -> dict[str, tuple[int, ...]]:
    """What is due in the first 24 hours, at which minute, and until when."""
    fluid_first = transcribed("fluid before") * 60 if ask.first else 0
    begins = ask.start - fluid_first
    found: dict[str, tuple[int, ...]] = {}
    if ask.first:
        found["fluid-before"] = (begins, ask.start)
    for number, start in enumerate(starts(ask), 1):
        if start >= begins + DAY_MINUTES:
            break
        length = ask.first if ask.first and number == 1 else ask.later
        found[f"infusion-{number}"] = (start, start + length)
        if number > 1 or not ask.first:
            found[f"fluid-{number}"] = (start, start + length)
    return found


def by_day(ask: Ask) -> dict[str, tuple[int, str]]:
    """Each day with the numbers and starts of its infusions, or that there is none."""
    every = starts(ask)
    first, last = every[0] // DAY_MINUTES, every[-1] // DAY_MINUTES
    found = {}
    for place, day in enumerate(range(first, last + 1), 1):
        said = []
        for number, start in enumerate(every, 1):
            if start // DAY_MINUTES == day:
                minute = start % DAY_MINUTES
                said.append(f"{number} at {minute // 60:02}:{minute % 60:02}")
        words = f"infusion {', '.join(said)}" if said else "no infusion"
        found[f"day-{place}"] = (day, words)
    return found


def tests(ask: Ask) -> list[tuple[str, int]]:
    """What is to be taken on which days, by the kind of test."""
    fluid_first = transcribed("fluid before") * 60 if ask.first else 0
    found = [("tests-before", (ask.start - fluid_first) // DAY_MINUTES)]
    step = transcribed(f"tests in {'induction' if ask.induction else 'maintenance'}")
    due = [ask.day + after for after in range(step, DAYS + 1, step)]
    found += [("tests", day) for day in due]
    if ask.induction:
        week = range(ask.day + 1, ask.day + transcribed("daily in hospital"))
        found += [("hospital", day) for day in week if day not in due]
    return sorted(found)


def verdict(ask: Ask) -> Verdict:
    """What a person is told of a timetable."""
    if wrong := _faults(ask):
        return Verdict(wrong)
    if refusal := _refusal(ask):
        return Verdict(refusal=refusal)
    values: Values = {
        "dose_per_kg": Ratio(ask.per_kg, 10),
        "interval": Ratio(ask.hours),
        "infusions": Ratio(len(starts(ask))),
        "shortest_time": Ratio(ask.shortest),
        **({"late_by": Ratio(ask.late[1])} if ask.late else {}),
        **infusion.hydration(ask.nanograms, GRAMS, ask.hours, ask.first is not None),
    }
    return Verdict(values=values, says={**first_day(ask), **by_day(ask), "tests": tests(ask)})


def _refusal(ask: Ask) -> str:
    """What is not given: too large a dose, no row of the column, too short a time."""
    column = columns.us_column(ask.regimen)
    if ask.per_kg > 10 * column[0].give:
        return "dose-above-regimen"
    if not any(_is_row(ask, row) for row in column):
        return "interval-of-another-row"
    lengths = [each for each in (ask.first, ask.later) if each]
    return "infusion-too-short" if min(lengths) < ask.shortest else ""


def _is_row(ask: Ask, row: Band) -> bool:
    apart = abs(ask.per_kg - 10 * row.give)
    return row.hours == ask.hours and apart * ONE_PER_CENT <= 10 * row.give


def _faults(ask: Ask) -> frozenset[tuple[str, str]]:
    """What is out of its limits; what is late starts an hour before the end at the latest."""
    found = {("later_time", bedside.beyond(ask.later, LENGTH))}
    if ask.first is not None:
        found.add(("first_time", bedside.beyond(ask.first, LENGTH)))
    if ask.late:
        number, by = ask.late
        codes = bedside.beyond(number, LATE_DOSE), bedside.beyond(by, LATE_BY)
        found |= {*zip(("late_dose", "late_by"), codes, strict=True)}
        starts_after = (number - 1) * ask.hours * 60 + by
        if not any(codes) and starts_after > DAYS * DAY_MINUTES - 60:
            found.add(("late_dose", "high"))
    passed = {"", "confirm"} if ask.confirmed else {""}
    return frozenset((name, code) for name, code in found if code not in passed)

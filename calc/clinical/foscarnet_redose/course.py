"""Creatinines in order of time, as the foscarnet label looks at them: clearances, and how old."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from calc.clinical.foscarnet.checks import INDUCTION_OFTEN, MAINTENANCE_OFTEN
from calc.clinical.foscarnet.clearance import label_per_kg, label_row
from calc.clinical.kidney_injury import PRIOR, Injury, injury_of, lowest_before, times_of
from calc.clinical.renal import Estimated
from calc.clinical.sources import LABEL, SECOND_SWISS, UK_FOSCARNET
from calc.model import tables
from calc.model.quantity import Quantity, constant
from calc.model.series import Row
from calc.model.sources import SITE_RULE, Cite

MONITORING = LABEL.at("Patient Monitoring")
AS_OFTEN = (
    UK_FOSCARNET.at("special warnings and precautions"),
    SECOND_SWISS.at("warnings"),
)

RISEN = constant(1.1, "1")
"""A creatinine of so many times the lowest of the days before counts as rising: this site's rule.
Less may be the assay."""
LEAP = 3
"""So many times the one before, or that part of it, is asked about: this site's rule."""


@dataclass(frozen=True)
class Cadence:
    """How often creatinine is due in a phase: the longest gap that the US label leaves, in days.

    `closer` is the gap that a closer watch leaves; `label`, `closer_words` and `who` say in words
    how often, and whose the closer one is.
    """

    longest: Quantity
    closer: Quantity
    label: str
    closer_words: str
    who: str


# "2 to 3 times per week during induction therapy": twice a week leaves a gap of three days and one
# of four. "every second day during induction therapy and once weekly during maintenance therapy";
# "alle 2 Tage".
INDUCTION = Cadence(
    constant(4, "d"),
    constant(2, "d"),
    INDUCTION_OFTEN,
    "every second day",
    "the UK text and a Swiss one",
)
# "at least every one to two weeks during maintenance therapy"
MAINTENANCE = Cadence(
    constant(14, "d"),
    constant(7, "d"),
    MAINTENANCE_OFTEN,
    "weekly",
    "the UK text",
)
CADENCES = {"induction": INDUCTION, "maintenance": MAINTENANCE}
LONGEST_GAP = SITE_RULE.at("the longest gap that the label's frequency leaves")


@dataclass(frozen=True)
class Reading:
    """One creatinine: the clearance per kg on it, the label's row, and kidney injury at it."""

    row: Row
    per_kg: Quantity
    injury: Injury | None

    @property
    def in_table(self) -> tables.Row | None:
        """The label's row for the clearance, None below its table."""
        return label_row(self.per_kg)


@dataclass(frozen=True)
class Course:
    """All readings in order of time, the day of the next dose, and how often they are due."""

    readings: tuple[Reading, ...]
    dose_day: date
    cadence: Cadence

    @property
    def newest(self) -> Reading:
        """The last one."""
        return self.readings[-1]

    @property
    def before(self) -> Reading | None:
        """The one before the newest."""
        return self.readings[-2] if len(self.readings) > 1 else None

    @property
    def age(self) -> Quantity:
        """How many days before the next dose the newest creatinine was taken."""
        return days_between(self.newest.row.day, self.dose_day)

    @property
    def since_another_day(self) -> tuple[Reading, ...]:
        """The last reading of an earlier day than the newest, and those between; none if no such.

        What the newest must agree with before a dose rises: two of one day are one.
        """
        another = [each for each in self.readings if each.row.day < self.newest.row.day]
        return self.readings[len(another) - 1 : -1] if another else ()

    @property
    def gap(self) -> Quantity | None:
        """The days between the newest creatinine and the last one of an earlier day."""
        if not self.since_another_day:
            return None
        day = self.since_another_day[0].row.day
        return days_between(day, self.newest.row.day)

    @property
    def stop(self) -> Reading | None:
        """The last reading before the newest that is below the table: foscarnet stopped there."""
        below = [each for each in self.readings[:-1] if each.in_table is None]
        return below[-1] if below else None

    @property
    def back_on_two_days(self) -> bool:
        """Whether the readings since the stop, all of them in the table, are of different days."""
        after = self.readings.index(self.stop) + 1 if self.stop else 0
        return len({each.row.day for each in self.readings[after:]}) > 1

    @property
    def times(self) -> Quantity | None:
        """The newest creatinine against the lowest of the seven days before, or the last before."""
        rows = [each.row for each in self.readings]
        lowest = lowest_before(rows, rows[-1])
        return times_of(rows[-1].value, lowest.value) if lowest else None

    @property
    def rising(self) -> bool:
        """Whether the newest creatinine counts as rising."""
        return self.times is not None and RISEN <= self.times

    @property
    def injury(self) -> Injury | None:
        """The worst kidney injury at a creatinine of the seven days up to the newest."""
        last = self.newest.row.day
        recent = [
            each.injury
            for each in self.readings
            if each.injury and (last - each.row.day).days <= PRIOR.value
        ]
        return max(recent, key=lambda each: (each.stage, each.times.value), default=None)

    @property
    def leapt(self) -> bool:
        """Whether the newest creatinine is so far from the one before that it may be a slip."""
        if self.before is None:
            return False
        now, then = self.newest.row.value, self.before.row.value
        return then.value * LEAP <= now.value or now.value * LEAP <= then.value


def days_between(first: date, second: date) -> Quantity:
    """Whole days of the calendar from one day to another."""
    return constant((second - first).days, "d")


def course_of(
    rows: Sequence[Row], age: Quantity, sex: str, dose_day: date, cadence: Cadence
) -> Course:
    """The course of rows of creatinine in order of time, for an age (a) and sex."""
    readings = tuple(
        Reading(row, label_per_kg(Estimated(age, sex, row.value)), injury_of(rows, row))
        for row in rows
    )
    return Course(readings, dose_day, cadence)


WHY_SO_OFTEN: tuple[Cite, ...] = (MONITORING, *AS_OFTEN, LONGEST_GAP)

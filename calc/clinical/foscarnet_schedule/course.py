"""The rules of a timetable: when each infusion, its fluid and each test is due, to the minute.

Clock hours are counted: a night on which the clock changes is not known here.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from calc.clinical.conversions import MINUTES_PER_HOUR, ONE
from calc.clinical.foscarnet.infusion import (
    WHOLE_MINUTE,
    rows_of,
    shortest_time_of,
)
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.foscarnet_schedule.order import DAYS, HOURS_PER_DAY, started_after
from calc.clinical.sources import UCSF
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE

# "Before the initial dose, administer 750-1000ml of D5 or NS over 1 hour."
FLUID_BEFORE = constant(1, "h", "", UCSF.at("hydration"))

# UK and Swiss texts: creatinine every second day in induction
INDUCTION_EVERY = constant(2, "d")
# "at least every one to two weeks during maintenance therapy": the shorter, by this site's rule
MAINTENANCE_EVERY = constant(7, "d")
IN_HOSPITAL_DAILY = constant(7, "d")
"""For so long at least, by this site's rule, tests are daily in hospital."""

KEPT = SITE_RULE.at("the interval is kept from the true start, and nothing is made up")


class Late(NamedTuple):
    """The number of an infusion that is started late, and by how many minutes."""

    number: Quantity
    by: Quantity


class Infusion(NamedTuple):
    """One infusion: its number from 1 on, its start and its end."""

    number: int
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Course:
    """What a timetable is made of: an order, its first start, and what is late.

    `first_time` (min) is None where the first infusion of the timetable is not the patient's first.

    Requirement R-TIMETABLE: No two infusions come closer than their interval, a late one included.
    """

    regimen: Regimen
    dose_per_kg: Quantity
    interval: Quantity
    begins: datetime
    first_time: Quantity | None
    later_time: Quantity
    late: Late | None

    @property
    def shortest_time(self) -> Quantity:
        """The least time (min) in which the dose may run, as the infusion calculator has it."""
        return shortest_time_of(self.dose_per_kg, self.regimen)

    @property
    def induction(self) -> bool:
        """Whether this is induction treatment, and not maintenance."""
        return self.regimen.phase == "induction"

    @property
    def in_a_row(self) -> bool:
        """Whether dose and interval stand together in a row of the regimen's column."""
        rows = rows_of(self.dose_per_kg, self.regimen)
        return self.interval.value in {row.every for row in rows}

    @property
    def times(self) -> tuple[Quantity, ...]:
        """The infusion times (min) that were ordered."""
        return (*filter(None, [self.first_time]), self.later_time)

    @property
    def ends(self) -> datetime:
        """The end of the days that a timetable has: no infusion of it starts then or later."""
        return self.begins + timedelta(days=int(DAYS.value))

    @property
    def fluid_begins(self) -> datetime | None:
        """When the fluid before a first infusion begins; None where it is not the first."""
        return self.begins - _span(FLUID_BEFORE) if self.first_time else None

    @property
    def infusions(self) -> tuple[Infusion, ...]:
        """Every infusion: one interval from one start to the next, more before a late one."""
        found: list[Infusion] = []
        start = self.begins
        while True:
            number = len(found) + 1
            if self.late and number == self.late.number.value:
                start += _span(self.late.by)
            if start >= self.ends:
                return tuple(found)
            time = self.first_time if number == 1 and self.first_time else self.later_time
            found.append(Infusion(number, start, start + _span(time)))
            start += _span(self.interval)

    @property
    def count(self) -> Quantity:
        """How many infusions start within the days of the timetable."""
        hours = (DAYS * HOURS_PER_DAY).named("hours of the timetable", "h")
        if not self.late:
            return (hours / self.interval).rounded_up_to(ONE).named("infusions", "1")
        before = self.late.number - ONE
        rest = hours - started_after(self.late.number, self.interval, self.late.by)
        return (before + (rest / self.interval).rounded_up_to(ONE)).named("infusions", "1", KEPT)

    @property
    def missed(self) -> int:
        """How many whole intervals a late infusion is late: doses that are not made up."""
        return _span(self.late.by) // _span(self.interval) if self.late else 0

    @property
    def test_days(self) -> tuple[date, ...]:
        """The days after the first on which blood tests are due."""
        every = INDUCTION_EVERY if self.induction else MAINTENANCE_EVERY
        days = range(int(every.value), int(DAYS.value) + 1, int(every.value))
        return tuple(self.begins.date() + timedelta(days=day) for day in days)

    @property
    def hospital_days(self) -> tuple[date, ...]:
        """The other days of the first week of induction: tests are due in hospital too."""
        if not self.induction:
            return ()
        first = self.begins.date()
        days = (first + timedelta(days=day) for day in range(1, int(IN_HOSPITAL_DAILY.value)))
        return tuple(day for day in days if day not in self.test_days)


def _span(quantity: Quantity) -> timedelta:
    """A time (min or h) by the clock, up to the whole minute."""
    minutes = quantity if quantity.unit == "min" else quantity * MINUTES_PER_HOUR
    return timedelta(minutes=int(minutes.rounded_up_to(WHOLE_MINUTE).value))

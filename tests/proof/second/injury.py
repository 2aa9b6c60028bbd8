"""Kidney injury and the trend in dated creatinines, all in minutes and least units of creatinine.

A reading without a time of day stands at the start of its day, and hours are then counted by days.
"""

from functools import cache
from typing import NamedTuple

from tests.proof.second import columns, kidneys
from tests.proof.second.days import DAY_MINUTES
from tests.proof.second.ratio import Ratio, tenths

NO_INJURY, BY_UK = -1, 0
"""Beside stage 1, 2 and 3."""
WEEK = 7


class Reading(NamedTuple):
    """A creatinine (least units) of a day; `minute` of it, where it is known."""

    day: int
    minute: int | None
    creatinine: int

    def hours_after(self, earlier: "Reading") -> Ratio:
        """The hours since another one; a day of the calendar is 24 where a time is missing."""
        apart = (self.day - earlier.day) * DAY_MINUTES
        if self.minute is not None and earlier.minute is not None:
            apart += self.minute - earlier.minute
        return Ratio(apart, 60)


@cache
def limit(what: str, unit: str, then: str) -> int:
    """A transcribed figure, in tenths."""
    (found,) = (
        tenths(row["value"])
        for row in columns.read("redose_table.csv")
        if (row["what"], row["unit"], row["then"]) == (what, unit, then)
    )
    return found


def lowest_before(readings: list[Reading], place: int) -> Reading | None:
    """The lowest of the week before a reading or, without one, the last before that."""
    earlier = readings[:place]
    near = [each for each in earlier if readings[place].day - each.day <= WEEK]
    if near:
        return min(near, key=lambda each: each.creatinine)
    return earlier[-1] if earlier else None


def stage(readings: list[Reading], place: int, unit: str) -> int:
    """The stage of kidney injury at a reading, that only the UK's figure is reached, or none."""
    lowest = lowest_before(readings, place)
    if lowest is None:
        return NO_INJURY
    now, scale = readings[place], kidneys.LEAST[unit]
    by_times = 0
    for number in ("1", "2", "3"):
        by_times += 10 * now.creatinine >= limit("times in 7 days", "", number) * lowest.creatinine
    two_days = [
        each.creatinine for each in readings[:place] if not now.hours_after(each).exceeds(Ratio(48))
    ]
    risen = 10 * (now.creatinine - min(two_days, default=now.creatinine))
    if risen < limit("rise in 48 hours", unit, "kidney-injury") * scale and not by_times:
        by_uk = unit == kidneys.UMOL and risen >= limit(
            "rise in 48 hours", unit, "kidney-injury-uk"
        )
        return BY_UK if by_uk else NO_INJURY
    very_high = 10 * now.creatinine >= limit("creatinine", unit, "3") * scale
    return 3 if very_high else max(by_times, 1)


def worst(readings: list[Reading], unit: str) -> int:
    """The worst at any reading of the week up to the newest."""
    last = readings[-1].day
    return max(
        stage(readings, place, unit)
        for place, each in enumerate(readings)
        if last - each.day <= WEEK
    )


def times_the_lowest(readings: list[Reading]) -> Ratio | None:
    """How many times the lowest before it the newest is."""
    lowest = lowest_before(readings, len(readings) - 1)
    return Ratio(readings[-1].creatinine, lowest.creatinine) if lowest else None


# Production by sex, "((140 - age) x weight) / K", K of 5 or 5.9; water 0.6 L/kg; two to two days
K_TENTHS = {"male": 50, "female": 59}


def kinetic(readings: list[Reading], age: int, sex: str, unit: str) -> Ratio | None:
    """The clearance per kg while creatinine changes: balance of what is made and what is kept."""
    newest = readings[-1]
    fit = [
        each
        for each in readings[:-1]
        if not Ratio(6).exceeds(newest.hours_after(each))
        and not newest.hours_after(each).exceeds(Ratio(48))
    ]
    if not fit or fit[-1].creatinine == newest.creatinine:
        return None
    first, second, hours = fit[-1].creatinine, newest.creatinine, newest.hours_after(fit[-1])
    # One least unit, in mg/L: a hundredth of mg/dL is a tenth of it, 1 umol/L is 10/88.4
    unit_over, unit_under = (1, 10) if unit == kidneys.MG else (100, 884)
    made = Ratio((140 - age) * 10, K_TENTHS[sex] * 24)
    kept = Ratio(6 * (second - first) * unit_over * hours.under, 10 * unit_under * hours.over)
    left = made.without(kept)
    if left.over <= 0:
        return Ratio(0)
    # twice what is left, over the sum of both, in mL/min instead of L/h
    return left.times(2 * 1_000 * unit_under, (first + second) * unit_over * 60)

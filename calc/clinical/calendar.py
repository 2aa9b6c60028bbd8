"""Days counted by the calendar: days and weeks exactly, months to the same day of the month."""

from dataclasses import replace
from datetime import date, timedelta

from calc.model.quantity import Quantity

DAYS = {"d": 1, "wk": 7}
ONE_DAY = timedelta(days=1)


def earliest(day: date, after: Quantity) -> date:
    """The first day that lies so many days, weeks or months after a day; the day itself is day 0.

    Where a month has no such day it is the first of the next one: never too early.
    """
    exact, end = _counted(day, after)
    return exact or end + ONE_DAY


def latest(day: date, after: Quantity) -> date:
    """The last day that lies within so many days, weeks or months after a day.

    Where a month has no such day it is the last of that month: never too late.
    """
    exact, end = _counted(day, after)
    return exact or end


def before(day: date, by: Quantity) -> date:
    """The day so many days, weeks or months before a day; the last of a month that is shorter."""
    return latest(day, replace(by, value=-by.value))


def _counted(day: date, after: Quantity) -> tuple[date | None, date]:
    """The day so long after, None where its month lacks it, and the last day of that month."""
    if after.unit in DAYS:
        exact = day + timedelta(days=int(after.value) * DAYS[after.unit])
        return exact, exact
    years, month = divmod(day.month - 1 + int(after.value), 12)
    start = date(day.year + years, month + 1, 1)
    same = start + timedelta(days=day.day - 1)
    next_month = (start + timedelta(days=31)).replace(day=1)
    return same if same.month == start.month else None, next_month - ONE_DAY

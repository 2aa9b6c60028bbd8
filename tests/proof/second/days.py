"""Days as one running number, and months by the calendar, counted from the first of March.

A year that begins in March has its leap day last, so a month's place in it is a whole sum.
"""

from typing import NamedTuple

DAY_MINUTES = 1_440
BEFORE_YEAR_1 = 306
"""Days from 1 March of the year 0 to 1 January of the year 1."""


class Day(NamedTuple):
    """A day of the calendar."""

    year: int
    month: int
    day: int

    @property
    def number(self) -> int:
        """Its running number; 1 January of the year 1 is 1."""
        old = self.month < 3
        year, month = self.year - old, self.month + 9 if old else self.month - 3
        leap = year // 4 - year // 100 + year // 400
        return 365 * year + leap + (153 * month + 2) // 5 + self.day - BEFORE_YEAR_1

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}-{self.day:02}"


def day_of(number: int) -> Day:
    """The day of a running number."""
    rest = number + BEFORE_YEAR_1 - 1
    era, rest = divmod(rest, 146_097)
    year = (rest - rest // 1_460 + rest // 36_524 - rest // 146_096) // 365
    place = rest - (365 * year + year // 4 - year // 100)
    month = (5 * place + 2) // 153
    day = place - (153 * month + 2) // 5 + 1
    new_year = month >= 10
    return Day(400 * era + year + new_year, month - 9 if new_year else month + 3, day)


def months_later(number: int, months: int) -> tuple[int, int]:
    """The earliest and the last day that lie so many months after a day; mostly one and the same.

    "Where there is none, an earliest day is the first of the next month, and a last day the last of
    its own."
    """
    year, month, day = day_of(number)
    ahead = year * 12 + month - 1 + months
    first = Day(ahead // 12, ahead % 12 + 1, 1).number
    after = ahead + 1
    next_first = Day(after // 12, after % 12 + 1, 1).number
    same = first + day - 1
    return (same, same) if same < next_first else (next_first, next_first - 1)

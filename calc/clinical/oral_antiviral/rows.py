"""How a dose table of tablets is printed: rows by whole figures of clearance, with gaps between."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from calc.clinical.conversions import HOURS_24
from calc.model.quantity import Quantity, constant
from calc.model.tables import Lookup


class Often(NamedTuple):
    """How often a dose is taken: so many times in 24 hours, or None where after each session."""

    id: str
    per_day: Fraction | None
    words: str

    @property
    def times(self) -> str:
        """How many times a day, where the words do not say it and it is a whole number."""
        if self.per_day is None or self.per_day < 1 or "times" in self.words:
            return ""
        seldom = {1: "once a day", 2: "twice a day"}
        return seldom.get(int(self.per_day), f"{self.per_day} times a day")


def _every(hours: int) -> str:
    return f"every {constant(hours, 'h').shown()}"


FIVE_TIMES = constant(5, "1")
FIVE = Often("five-a-day", FIVE_TIMES.value, f"{_every(4)}, {FIVE_TIMES.shown()} times a day")
FOUR = Often("four-a-day", Fraction(4), _every(6))
THREE = Often("three-a-day", Fraction(3), _every(8))
TWO = Often("two-a-day", Fraction(2), _every(12))
ONCE = Often("once-a-day", Fraction(1), _every(24))
ALTERNATE = Often("alternate-days", Fraction(1, 2), _every(48))
AFTER_SESSION = Often("after-session", None, "after each session")
EVERY_OFTEN = (FIVE, FOUR, THREE, TWO, ONCE, ALTERNATE, AFTER_SESSION)


class Dose(NamedTuple):
    """A dose (mg), and how often it is taken."""

    give: Quantity
    often: Often

    @property
    def words(self) -> str:
        """Dose and interval in one breath: "1,000 mg every 8 hours"."""
        return f"{self.give.shown()} {self.often.words}"

    @property
    def day(self) -> Quantity | None:
        """What 24 hours hold (mg); None where that hangs on the sessions."""
        if self.often.per_day is None:
            return None
        times = constant(self.often.per_day, "1", f"doses in {HOURS_24.name}")
        return (self.give * times).named(f"{self.give.name} in {HOURS_24.name}", "mg")

    def same_as(self, other: "Dose") -> bool:
        """Whether the other is the same dose, as often."""
        return self.give.value == other.give.value and self.often == other.often


def dose(give: int, often: Often) -> Dose:
    """A dose (mg), as a text prints it."""
    return Dose(constant(give, "mg", "dose"), often)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row as it is printed: from `low`, `inside` it or not, `to` a whole figure, or `below` one.

    A clearance between `to` and the next row above is in no printed row; it belongs to this one,
    which gives less: a rule of this site.
    """

    gives: Dose
    low: int | None = None
    inside: bool = True
    to: int | None = None
    below: int | None = None

    @property
    def edge(self) -> Fraction:
        """The figure at which it begins, where it is not the lowest row."""
        assert self.low is not None
        return Fraction(self.low)

    def holds(self, value: Fraction) -> bool:
        """Whether a clearance is at or above this row; of two that hold it the higher one counts.

        A `low` that is not inside belongs to the row below.
        """
        return self.low is None or value > self.low or (self.inside and value == self.low)

    def prints(self, value: Fraction) -> bool:
        """Whether the printed words of the row hold a clearance."""
        low = self.low is None or value > self.low or (value == self.low and self._prints_low)
        high = self.to is None or value <= self.to
        return low and high and (self.below is None or value < self.below)

    @property
    def _prints_low(self) -> bool:
        return self.inside or self.to is not None

    @property
    def words(self) -> str:
        """The clearance as it is printed: "30 to 49"."""
        if self.low is None:
            return f"below {self.below}"
        if self.to is None:
            return f"{self.low} or more" if self.inside else f"above {self.low}"
        return f"{self.low} to {self.to}"


class Found(NamedTuple):
    """The row for a clearance, and those whose printed words hold it: none, one or two."""

    row: Row
    printed: tuple[Row, ...]
    above: Row | None


def found_in(rows: tuple[Row, ...], clearance: Quantity) -> Found | None:
    """The row for a clearance, unrounded, in the unit of the table; None below the lowest.

    The rows stand with the highest clearance first.
    """
    value = clearance.value
    place = next((at for at, row in enumerate(rows) if row.holds(value)), None)
    if place is None:
        return None
    printed = tuple(row for row in rows if row.prints(value))
    return Found(rows[place], printed, rows[place - 1] if place else None)


def edges_of(rows: tuple[Row, ...]) -> tuple[Fraction, ...]:
    """The figures at which one row ends and another begins."""
    return tuple(row.edge for row in rows if row.low)


def column(name: str, rows: tuple[Row, ...]) -> Lookup:
    """The rows as a column in which a dose is looked up, by clearance in their unit."""

    def at(figure: Fraction) -> str:
        row = next((each for each in rows if each.holds(figure)), None)
        return row.gives.words if row else "no row"

    return Lookup(name, edges_of(rows), at)

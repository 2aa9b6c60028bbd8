"""What an answer may draw: values on a scale or over time, a day of a schedule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from calc.model.quantity import Quantity
from calc.model.results import Due, Schedule


class Ribbon(NamedTuple):
    """The 24 hours of a schedule from a moment on, drawn as a ribbon with a lane for each kind.

    Drawn is what is due at a time and not on a day; what reaches beyond an end is drawn up to it.
    """

    schedule: Schedule
    begins: datetime

    @property
    def ends(self) -> datetime:
        """The end of the 24 hours."""
        return self.begins + timedelta(days=1)

    @property
    def lanes(self) -> Mapping[str, tuple[Due, ...]]:
        """What is due in the 24 hours by its lane, in the order in which the lanes begin."""
        lanes: dict[str, tuple[Due, ...]] = {}
        for due in self.schedule.in_order:
            if isinstance(due.at, datetime) and self._meets(due):
                lane = due.lane or due.what
                lanes[lane] = (*lanes.get(lane, ()), due)
        return lanes

    def share(self, moment: datetime) -> Fraction:
        """How far along the 24 hours a moment lies, from 0 to 1; beyond its ends, at the end."""
        along = Fraction((moment - self.begins) // timedelta(minutes=1), 24 * 60)
        return min(max(along, Fraction(0)), Fraction(1))

    def _meets(self, due: Due) -> bool:
        last = due.until or due.or_at or due.at
        assert isinstance(last, datetime)
        assert isinstance(due.at, datetime)
        return due.at < self.ends and (self.begins < last or self.begins <= due.at)


class Mark(NamedTuple):
    """A quantity on a scale, and what it is called."""

    label: str
    value: Quantity


@dataclass(frozen=True)
class Scale:
    """Quantities of one unit on one scale from `low` to `high`, with a limit that is drawn in.

    Drawn as a picture. Raises ValueError where the limit does not lie within the scale.
    """

    title: str
    low: Quantity
    high: Quantity
    limit: Mark
    marks: tuple[Mark, ...]

    def __post_init__(self) -> None:
        if not self.low < self.limit.value < self.high:
            raise ValueError(f"{self.title}: the limit lies outside the scale")

    def share(self, quantity: Quantity) -> Fraction:
        """How far along the scale a quantity lies, from 0 to 1; beyond its ends, at the end."""
        along = (quantity - self.low) / (self.high - self.low)
        return min(max(along.value, Fraction(0)), Fraction(1))


class Point(NamedTuple):
    """A quantity at a moment."""

    at: datetime
    value: Quantity


@dataclass(frozen=True)
class Trend:
    """A quantity over time, in order of time, against the edges of bands, all of one unit.

    Drawn as a picture, from nought up. Raises ValueError where there is no point.
    """

    title: str
    points: tuple[Point, ...]
    edges: tuple[Quantity, ...]

    def __post_init__(self) -> None:
        if not self.points:
            raise ValueError(f"{self.title}: nothing to draw")

    def up(self, quantity: Quantity) -> Fraction:
        """How far up a quantity lies, from 0 to 1: nought is 0, and 1 a tenth above the highest."""
        highest = max(each.value for each in (*self.edges, *(each.value for each in self.points)))
        return quantity.value / (highest * Fraction(11, 10))

    def along(self, point: Point) -> Fraction:
        """How far along the time a point lies, from 0 to 1; a single one lies in the middle."""
        first, last = self.points[0].at, self.points[-1].at
        if first == last:
            return Fraction(1, 2)
        minute = timedelta(minutes=1)
        return Fraction((point.at - first) // minute, (last - first) // minute)

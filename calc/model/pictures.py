"""What an answer may draw: what is made up, a value among bands, on a scale, over time, a sum."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from calc.model.quantity import Quantity
from calc.model.results import Due, Schedule
from calc.model.statements import Route
from calc.model.tables import Placed


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


class Part(NamedTuple):
    """What is in a vessel, and how much of it; `discarded` where it is thrown away."""

    label: str
    volume: Quantity
    discarded: bool = False


class Vessel(NamedTuple):
    """A container or a bag, and what is in it from the bottom up: all of one unit."""

    label: str
    parts: tuple[Part, ...]

    @property
    def holds(self) -> Fraction:
        """How much is in it."""
        return sum((part.volume.value for part in self.parts), Fraction(0))


class Vessels(NamedTuple):
    """Vessels side by side, in true proportion to one another. Drawn as a picture."""

    title: str
    vessels: tuple[Vessel, ...]

    def share(self, amount: Fraction) -> Fraction:
        """How high an amount is drawn, from 0 to 1: the fullest vessel fills the picture."""
        return amount / max(vessel.holds for vessel in self.vessels)


class Bands(NamedTuple):
    """A value on an axis of a table's bands, to scale, with where no dose is given below them.

    Drawn as a picture. The axis begins at half of the lowest edge and ends a quarter beyond the
    highest one: what lies beyond is at its end.
    """

    placed: Placed

    @property
    def edges(self) -> tuple[Fraction, ...]:
        """The edges between bands, the lowest first."""
        return tuple(sorted(self.placed.table.edges))

    def along(self, value: Fraction) -> Fraction:
        """How far along the axis a value lies, from 0 to 1."""
        low, high = self.edges[0] / 2, self.edges[-1] * Fraction(5, 4)
        return min(max((value - low) / (high - low), Fraction(0)), Fraction(1))


@dataclass(frozen=True)
class Sum:
    """Parts of a whole end to end against a limit, all of one unit. Drawn as a picture.

    Those that are `perhaps` come after the others: the whole may be so much more.
    Raises ValueError where there is no part.
    """

    title: str
    parts: tuple[Mark, ...]
    perhaps: tuple[Mark, ...]
    limit: Mark

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError(f"{self.title}: nothing to draw")

    def along(self, amount: Fraction) -> Fraction:
        """How far along an amount reaches, from 0 to 1: the whole, or the limit, is the length."""
        whole = sum(mark.value.value for mark in (*self.parts, *self.perhaps))
        return amount / max(whole, self.limit.value.value)


class Level(NamedTuple):
    """What a quantity is where another one is from `low` to `high`."""

    low: Quantity
    high: Quantity
    value: Quantity


@dataclass(frozen=True)
class Steps:
    """A quantity that another one decides in steps, the lowest of that first, and where one stands.

    Drawn as a picture. Raises ValueError where there is no step.
    """

    title: str
    by: str
    levels: tuple[Level, ...]
    here: Quantity

    def __post_init__(self) -> None:
        if not self.levels:
            raise ValueError(f"{self.title}: nothing to draw")

    def along(self, by: Quantity) -> Fraction:
        """How far along what decides lies, from 0 to 1; beyond its ends, at the end."""
        low, high = self.levels[0].low.value, self.levels[-1].high.value
        return min(max((by.value - low) / (high - low), Fraction(0)), Fraction(1))

    @property
    def level(self) -> Level | None:
        """Where one stands: on an edge in the step that begins there; None beyond the last."""
        last = self.levels[-1]
        ends = last if self.here <= last.high else None
        return next((each for each in self.levels if self.here < each.high), ends)

    def up(self, value: Quantity) -> Fraction:
        """How far up what is decided lies, from 0 to 1: nought is 0."""
        return value.value / max(level.value.value for level in self.levels)


type Picture = Placed | Bands | Scale | Trend | Ribbon | Route | Vessels | Sum | Steps
"""What an answer may draw: values among bands, on a scale or over time, a day, a way, what is made
up, a sum, steps."""

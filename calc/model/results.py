"""What an answer may show besides its lines: tables, columns compared, schedules, pictures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from calc.model.quantity import Quantity
from calc.model.sources import Cite


class Row(NamedTuple):
    """A row of a table: its words under the heads, and the named quantities that they speak of.

    `values` is empty where there is nothing to compute with. A row with a `mark` stands out among
    the others by that word after its head.
    """

    id: str
    cells: tuple[str, ...]
    values: Mapping[str, Quantity]
    mark: str = ""


class Table(NamedTuple):
    """A table under its title: heads, and rows, the first cell of each of which is its head.

    One that is `to_fill` has empty cells, for a pen: folded on the screen and whole on paper.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    cites: tuple[Cite, ...]
    to_fill: bool = False


class Pair(NamedTuple):
    """One thing in two columns: two quantities of one unit, or two words."""

    id: str
    label: str
    left: Quantity | str
    right: Quantity | str

    @property
    def difference(self) -> Quantity | None:
        """By how much the right one is more or less, as shown; None where the same, or words.

        Raises UnitError for different units.
        """
        if isinstance(self.left, str) or isinstance(self.right, str) or self.same:
            return None
        large, small = (self.left, self.right) if self.less else (self.right, self.left)
        places = max(self.left.places, self.right.places)
        return (large - small).named(f"difference, {self.label}", large.unit, places=places)

    @property
    def same(self) -> bool:
        """Whether both columns say the same; of roots, whether they are the same as cut."""
        return _value(self.left) == _value(self.right)

    @property
    def less(self) -> bool:
        """Whether the right one is a quantity that is less than the left one."""
        if isinstance(self.left, str) or isinstance(self.right, str):
            return False
        return self.right.value < self.left.value

    @property
    def words(self) -> str:
        """The same, different, or by how much: "30 ms more"."""
        if difference := self.difference:
            return f"{difference.shown()} {'less' if self.less else 'more'}"
        return "the same" if self.same else "different"


def _value(cell: Quantity | str) -> Fraction | str:
    return cell if isinstance(cell, str) else cell.value


class TwoColumns(NamedTuple):
    """Two columns side by side, with what is the same in them, what is not, and by how much.

    `heads` are those of what is compared and of the two columns.
    """

    title: str
    heads: tuple[str, str, str]
    rows: tuple[Pair, ...]
    cites: tuple[Cite, ...]


class Due(NamedTuple):
    """What is due, on a day or at a time of it, or from then `until` another one.

    It may as well begin at `or_at`, which is later. Of a day that is drawn it stands in the `lane`
    of its kind; without one, in one of its own.
    """

    id: str
    at: date | datetime
    what: str
    until: date | datetime | None = None
    or_at: date | datetime | None = None
    lane: str = ""


class Schedule(NamedTuple):
    """What is due when, in the order of time."""

    title: str
    due: tuple[Due, ...]
    cites: tuple[Cite, ...]

    @property
    def in_order(self) -> tuple[Due, ...]:
        """What is due, the earliest first; a day comes before the times of it."""
        return tuple(sorted(self.due, key=lambda due: due.at.isoformat()))


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


type Result = Table | TwoColumns | Schedule
"""What stands in an answer under its lines, in the order in which it is declared."""

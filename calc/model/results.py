"""What an answer may show besides its lines: tables, columns compared, schedules."""

from collections.abc import Mapping
from datetime import date, datetime
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


type Result = Table | TwoColumns | Schedule
"""What stands in an answer under its lines, in the order in which it is declared."""

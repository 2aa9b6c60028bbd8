"""Dose tables as rows that read aloud as the label prints them."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, Protocol

from calc.model import digits, units
from calc.model.quantity import LookedUp, Quantity, Step
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.sources import Cite


class Table(NamedTuple):
    """A table to read and work by: a caption, heads, and rows of words, the first of each a head.

    What is in the `strong` column is what the reader came for.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: int | None = None


@dataclass(frozen=True, kw_only=True)
class Row:
    """One band and what to give in it: `above=1.0, up_to=1.4, give=30, every=8`.

    `up_to` and `at_least` are inside the band, `above` is not. `give` is in the `unit` of the
    table's column, `every` is hours.
    """

    unit: str
    give: int
    every: int
    above: float | None = None
    at_least: float | None = None
    up_to: float | None = None

    @cached_property
    def low(self) -> Fraction:
        """The lower edge of the band."""
        edge = self.above if self.at_least is None else self.at_least
        assert edge is not None
        return digits.exact(edge)

    @cached_property
    def high(self) -> Fraction | None:
        """The upper edge of the band, or None where it is open."""
        return None if self.up_to is None else digits.exact(self.up_to)

    def holds(self, value: Fraction) -> bool:
        """Whether the exact, unrounded value lies in this band.

        Requirement R-EDGE: A band is chosen by the exact, unrounded value, and each edge lies in
        one band.
        """
        over = value >= self.low if self.at_least is not None else value > self.low
        return over and (self.high is None or value <= self.high)

    @cached_property
    def band(self) -> str:
        """The band in words: "above 0.8, up to 1"."""
        start = "above" if self.at_least is None else "at least"
        end = "" if self.high is None else f", up to {digits.decimal(self.high)}"
        return f"{start} {digits.decimal(self.low)}{end}"

    @cached_property
    def gives(self) -> Quantity:
        """What it gives, in its unit."""
        return Quantity(Fraction(self.give), self.unit)

    @cached_property
    def interval(self) -> Quantity:
        """How long after one dose the next is given (h)."""
        return Quantity(Fraction(self.every), "h")

    @cached_property
    def dose(self) -> str:
        """Dose and interval in one breath: "35 mg/kg every 12 hours"."""
        return f"{self.gives.shown()} every {self.interval.shown()}"


class By(NamedTuple):
    """What a table is looked up by, and for what: a value's name and unit, and its words.

    `gives` is what the working calls the figure of a row; `head` stands over what the rows give,
    where the table is drawn.
    """

    name: str
    unit: str
    words: str
    gives: str
    head: str


class Column(Protocol):
    """A column in which a dose is looked up by one figure: its name, and where its bands meet."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def edges(self) -> tuple[Fraction, ...]:
        """Every figure at which two bands meet, or the lowest one ends; highest first."""

    def at(self, figure: Fraction, /) -> str:
        """What it gives at a figure, in words; where that is a refusal, its id."""


class Lookup(NamedTuple):
    """A column whose rows are of another kind than a DoseTable's."""

    name: str
    edges: tuple[Fraction, ...]
    at: Callable[[Fraction], str]


@dataclass(frozen=True)
class DoseTable:
    """A column of a dose table. Below the lowest band it refuses, with the `value` and `lowest`."""

    name: str
    cite: Cite
    rows: tuple[Row, ...]
    below: Refusal
    by: By

    @cached_property
    def edges(self) -> tuple[Fraction, ...]:
        """Every edge between two bands, highest first, and the edge to refusal."""
        return tuple(row.low for row in self.rows)

    @cached_property
    def lowest(self) -> str:
        """The lower edge of the lowest band, as text: below it the table refuses."""
        return digits.decimal(min(self.edges))

    def row_for(self, value: Quantity) -> Row:
        """The row whose band holds the value, unrounded, in the unit that the table is by.

        Raises RefusalRaised, with the value, where no band does.

        Requirement R-OUTSIDE: Outside a table there is a refusal, never the last row and no value
        between two rows.

        Requirement R-PER-KG: What was not divided by the weight is not looked up in a table that
        goes by weight.
        """
        units.require(value.unit, self.by.unit)
        if row := value.decided(self._row):
            return row
        lowest = Quantity(min(self.edges), value.unit).shown()
        below = self.below.filled(value=value.shown(), lowest=lowest)
        raise RefusalRaised(below, {self.by.name: value})

    def _row(self, value: Fraction) -> Row | None:
        return next((row for row in self.rows if row.holds(value)), None)

    def at(self, figure: Fraction) -> str:
        """What it gives at a figure, in words, or the id of its refusal."""
        try:
            row = self.row_for(Quantity(figure, self.by.unit))
        except RefusalRaised as raised:
            return raised.refusal.id
        return f"{row.give} {row.unit} every {row.every} h"

    def dose_for(self, value: Quantity) -> tuple[Quantity, Quantity]:
        """What the row of a value gives, in its unit, and its interval (h), looked up as one."""
        row = self.row_for(value)
        step = Step(
            "dose and interval",
            f"{self.name}: the row for the {self.by.words}",
            f"{value.shown()} is {row.band}",
            row.dose,
            (self.cite,),
        )
        found = LookedUp(value, step)
        return (
            Quantity(row.gives.value, row.unit, self.by.gives, found),
            Quantity(row.interval.value, "h", "interval", found),
        )


class Placed(NamedTuple):
    """A value on the scale of a table's bands: drawn as a picture, with the row that holds it."""

    table: DoseTable
    value: Quantity

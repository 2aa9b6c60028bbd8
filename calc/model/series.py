"""Dated values, a row each, typed or pasted from a spreadsheet or a laboratory's page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import pairwise
from typing import Any, NamedTuple

from calc.model import numerals
from calc.model.dates import Date
from calc.model.number import Number
from calc.model.outcomes import FieldError, InputError, Offer, shortened
from calc.model.quantity import Quantity
from calc.model.times import Time
from calc.model.written import Written

BETWEEN = re.compile(r"[\s;]+|,\s+")
BETWEEN_OR_COMMA = re.compile(r"[\s;,]+")
ISO_TIME = re.compile(r"(?<=[0-9])T(?=[0-9]{2}:)")
LONGEST = 80
"""Letters in a row."""
FAULTY = 3
"""Rows that are named at a time: whoever pasted the wrong thing need not read a hundred errors."""


class Row(NamedTuple):
    """A value with its day and, where one was typed, its time; and the line on which it stood."""

    day: date
    time: time | None
    value: Quantity
    line: int


class Parts(NamedTuple):
    """What of a row may be its day, its time and its number."""

    day: str
    time: str
    number: str

    def joined(self, **other: str) -> str:
        """The row, some of its parts being others."""
        return " ".join(filter(None, self._replace(**other)))


@dataclass(frozen=True, kw_only=True, eq=False)
class Series(Written[tuple[Row, ...]]):
    """Values with the days, and where `time` is given the times, at which they were measured.

    Each part of a row is read, and held against its limits, as if it were asked alone; between
    them stand spaces, a tab, a semicolon or a comma. Rows are put in order. Two of one moment are
    refused, and so is one without a time beside another of its day. No offer changes the unit.
    """

    date: Date
    number: Number
    time: Time | None = None
    most: int = 100

    def read(self, typed: str, field: str, unit: str = "") -> tuple[Row, ...]:
        """The rows in order of time. Raises InputError, with what is offered, naming the rows."""
        lines = typed.splitlines()
        filled = [line for line, text in enumerate(lines) if text.strip()]
        if not 1 <= len(filled) <= self.most:
            why = f"must have 1 to {self.most} rows; “{shortened(typed.strip())}” has {len(filled)}"
            raise self._invalid(field, "series", why)
        rows: list[Row] = []
        errors: list[FieldError] = []
        for line in filled:
            try:
                rows.append(self._row(lines[line], line, field, unit))
            except InputError as invalid:
                errors += self._of_row(invalid, line, field, lines)
            if len({each.text.partition(":")[0] for each in errors}) == FAULTY:
                break
        if errors:
            raise InputError(*errors)
        rows.sort(key=lambda row: (row.day, row.time or time()))
        for first, second in pairwise(rows):
            self._apart(first, second, field)
        return tuple(rows)

    def check(self, value: tuple[Row, ...], field: str, confirmed: bool) -> None:
        """Raise InputError with the rows that are out of a limit, as their parts are when alone."""
        as_typed = sorted(value, key=lambda row: row.line)
        lines = [self._parts(row).joined() for row in as_typed]
        errors: list[FieldError] = []
        for place, row in enumerate(as_typed):
            try:
                self.date.check(row.day, field, confirmed)
                if self.time and row.time:
                    self.time.check(row.time, field, confirmed)
                self.number.check(row.value, field, confirmed)
            except InputError as invalid:
                whole = self._in_row(invalid, self._parts(row), "number", field)
                errors += self._of_row(whole, row.line, field, lines, place)
        if errors:
            raise InputError(*errors[:FAULTY])

    def mended(self, error: FieldError, after: list[FieldError]) -> bool:
        """Whether nothing more is said of the row of an error."""
        row = error.text.partition(":")[0]
        return not any(each.text.partition(":")[0] == row for each in after)

    def plain(self, value: tuple[Row, ...]) -> str:
        """A row a line: day, time, and the value without its unit."""
        return "\n".join(self._parts(row).joined() for row in value)

    def words(self, value: tuple[Row, ...]) -> str:
        """The rows, and that they were put in order, if they were."""
        rows = [f"{self._moment(row)}: {row.value.shown()}" for row in value]
        lines = [row.line for row in value]
        return "; ".join(rows) + (" (put in order of time)" if lines != sorted(lines) else "")

    def unit(self, value: tuple[Row, ...]) -> str:
        """The one unit of the values."""
        return value[0].value.unit

    def _parts(self, row: Row) -> Parts:
        at = self.time.plain(row.time) if self.time and row.time else ""
        return Parts(self.date.plain(row.day), at, row.value.decimal())

    def _moment(self, row: Row) -> str:
        at = f" {self.time.shown(row.time)}" if self.time and row.time else ""
        return f"{self.date.shown(row.day)}{at}"

    def _apart(self, first: Row, second: Row, field: str) -> None:
        """Raise InputError where it cannot be said which of two rows comes first."""
        if first.day != second.day or (first.time and second.time and first.time != second.time):
            return
        low, high = sorted((first.line + 1, second.line + 1))
        why = f"are both of {self._moment(second)}"
        if first.time != second.time:
            why = f"are of one day, {self.date.shown(first.day)}: type the time of each"
        raise InputError(FieldError(field, "twice", f"{self.label}: rows {low} and {high} {why}"))

    # One row

    def _row(self, text: str, line: int, field: str, unit: str) -> Row:
        """The one row that a line can mean. Raises InputError for the part that is not taken."""
        if len(text) > LONGEST:
            why = f"is too long for a row: “{shortened(text)}”"
            raise InputError(FieldError(field, "series", why))
        if hidden := numerals.hidden(text):
            offers = tuple(Offer(each, {field: each}) for each in hidden.perhaps)
            raise InputError(FieldError(field, "series", hidden.why, offers))
        rows: dict[tuple[date, time | None, object], Row] = {}
        faults: list[tuple[int, bool, int, InputError]] = []
        for place, parts in enumerate(self._splits(text)):
            read = self._read(parts, line, field, unit)
            if isinstance(read, Row):
                rows[read.day, read.time, read.value.value] = read
            else:
                offered = any(error.offers for error in read.errors)
                faults.append((len(read.errors), not offered, place, read))
        if not rows and not faults:
            why = f"must have a day and a value; “{shortened(text.strip())}” has not"
            raise InputError(FieldError(field, "series", why))
        if not rows:
            raise min(faults)[3]  # no two are of one place
        if len(rows) > 1:
            offers = tuple(
                Offer(f"{self._moment(row)}: {row.value.shown()}", {field: self.plain((row,))})
                for row in rows.values()
            )
            why = "must be typed so that it has one meaning, with spaces between its parts"
            raise InputError(FieldError(field, "series", why, offers))
        (row,) = rows.values()
        name = f"{row.value.name} of {self._moment(row)}"
        return row._replace(value=replace(row.value, name=name))

    def _splits(self, text: str) -> Iterator[Parts]:
        """The ways to part a line, those with a long day first; a comma may be a decimal mark."""
        text = ISO_TIME.sub(" ", text.strip())
        marks = (BETWEEN, BETWEEN_OR_COMMA)
        tokens = dict.fromkeys(tuple(filter(None, each.split(text))) for each in marks)
        for words in tokens:
            for to in range(min(len(words) - 1, 4), 0, -1):
                day, rest = " ".join(words[:to]), words[to:]
                for at in range(min(len(rest), 3) if self.time else 1):
                    yield Parts(day, " ".join(rest[:at]), " ".join(rest[at:]))

    def _read(self, parts: Parts, line: int, field: str, unit: str) -> Row | InputError:
        errors: list[FieldError] = []
        read: dict[str, Any] = {"time": None}
        for name, kind in (("day", self.date), ("time", self.time), ("number", self.number)):
            typed = getattr(parts, name)
            try:
                if kind and typed:
                    read[name] = kind.read(typed, field, unit)
            except InputError as invalid:
                errors += self._in_row(invalid, parts, name, field).errors
        if errors:
            return InputError(*errors)
        return Row(read["day"], read["time"], read["number"], line)

    def _in_row(self, invalid: InputError, parts: Parts, name: str, field: str) -> InputError:
        """The errors of a part, what they offer being the whole row."""

        def whole(offer: Offer) -> Offer:
            return Offer(offer.label, {field: parts.joined(**{name: offer.answers[field]})})

        return InputError(
            *(
                error._replace(
                    offers=tuple(whole(o) for o in error.offers if {*o.answers} == {field})
                )
                for error in invalid.errors
            )
        )

    def _of_row(
        self, invalid: InputError, line: int, field: str, lines: list[str], place: int | None = None
    ) -> Iterator[FieldError]:
        """The errors of a row, named, what they offer being all the rows."""
        at = line if place is None else place

        def whole(offer: Offer) -> Offer:
            rows = [*lines[:at], offer.answers[field], *lines[at + 1 :]]
            return Offer(offer.label, {field: "\n".join(rows)})

        for error in invalid.errors:
            text = f"{self.label}, row {line + 1}: {error.text}"
            yield error._replace(text=text, offers=tuple(map(whole, error.offers)))

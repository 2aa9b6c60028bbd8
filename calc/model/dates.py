"""A day of the calendar, typed. No clock is read, and no order of day and month is presumed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from calc.model.written import Moment, Unclear

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LIKE = "like 2026-11-28 or 28 Nov 2026"

AFTER_WEEKDAY = re.compile(r"(?P<weekday>[A-Za-z]{3,})[.,]? (?P<rest>.*[0-9].*)")
GAP = r"(?: ?[/.,-] ?| |(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9]))"
PART = r"([0-9]+|[A-Za-z]{3,})(?:(?<=[0-9])(?:st|nd|rd|th))?"
PARTS = re.compile(rf"{PART}{GAP}{GAP}?{PART}(?:{GAP}{GAP}?([0-9]+))?")
EIGHT = re.compile("[0-9]{8}")
CLOCK = re.compile("(today|yesterday|tomorrow|now)", re.IGNORECASE)


class Named(NamedTuple):
    """A day as it was named, which the calendar may not have."""

    year: int
    month: int
    day: int

    @property
    def date(self) -> date | None:
        """The day, if there is such a one."""
        try:
            return date(*self)
        except ValueError:
            return None


@dataclass(frozen=True, kw_only=True, eq=False)
class Date(Moment[date]):
    """A day. Its month is typed as a word, or its year first, unless only one order is possible."""

    pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def plain(self, value: date) -> str:
        """The day as ISO 8601 has it: 2026-11-28."""
        return value.isoformat()

    def shown(self, value: date) -> str:
        """The day without its weekday: 28 November 2026."""
        return in_short(value)

    def words(self, value: date) -> str:
        """The day in full: Saturday 28 November 2026."""
        return in_words(value)

    def meant(self, text: str) -> date | Unclear[date]:
        """The day that a text means, or why it is not taken."""
        weekday, rest = _split(text)
        read = self._day(rest)
        if weekday is None or isinstance(read, Unclear) or read.weekday() == weekday:
            return read
        right = f"{self.shown(read)} is a {WEEKDAYS[read.weekday()]}"
        return Unclear(f"must agree with its weekday: {right}", (read,))

    def _day(self, text: str) -> date | Unclear[date]:
        if CLOCK.fullmatch(text):
            return Unclear(f"must be typed out, {LIKE}: no clock is read here")
        if EIGHT.fullmatch(text):
            why = f"must be typed with marks between year, month and day, {LIKE}"
            return Unclear(why, _possible(_run_together(text)))
        parts = PARTS.fullmatch(text)
        if not parts:
            return Unclear(f"must be a day, {LIKE}")
        if parts[3] is None:
            return Unclear(f"must have its day, its month and its year, {LIKE}")
        named = [*_named(parts[1], parts[2], parts[3])]
        if not named:
            why = f"must have its year in four digits, {LIKE}"
            short = _possible(_of_short_year(parts[1], parts[2], parts[3]))
            return Unclear(why, short) if short else Unclear(f"must be a day, {LIKE}")
        return self._one_of(text, named)

    def _one_of(self, text: str, named: list[Named]) -> date | Unclear[date]:
        """The only possible one of the days that a text can name."""
        possible = _possible(named)
        if len(possible) > 1:
            two = " or ".join(map(self.shown, possible))
            why = f"must be typed so that it has one meaning: “{text}” could be read as {two}"
            return Unclear(why, possible)
        if possible:
            return possible[0]
        why = f"must be a day of the calendar: “{text}” is none"
        real = (each for each in named if 1 <= each.month <= 12 and 1 <= each.year < 9999)
        why += next(map(_days_of_month, real), "")
        turned = _possible(Named(each.year, each.day, each.month) for each in named)
        return Unclear(why, turned)


def _days_of_month(of: Named) -> str:
    """How many days the month has in which a day was named."""
    first = date(of.year, of.month, 1)
    after = date(of.year + of.month // 12, of.month % 12 + 1, 1)
    of_year = f" {of.year}" if of.month == 2 else ""
    return f", for {MONTHS[of.month - 1]}{of_year} has {(after - first).days} days"


def in_short(day: date) -> str:
    """A day without its weekday: 28 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words(day: date) -> str:
    """A day in full: Saturday 28 November 2026."""
    return f"{WEEKDAYS[day.weekday()]} {in_short(day)}"


def _split(text: str) -> tuple[int | None, str]:
    """The weekday before a day, if one was typed, and the day."""
    found = AFTER_WEEKDAY.fullmatch(text)
    weekday = _place(found["weekday"], WEEKDAYS) if found else None
    return (weekday, found["rest"]) if found and weekday is not None else (None, text)


def _place(word: str, names: tuple[str, ...]) -> int | None:
    """Where a word or its beginning, of three letters at least, stands among names."""
    begun = (name.casefold().startswith(word.casefold()) for name in names)
    return next((place for place, fits in enumerate(begun) if fits and len(word) >= 3), None)


def _named(first: str, second: str, third: str) -> Iterator[Named]:
    """The days that three parts can name, where one is a year of four digits."""
    for word, day, year in ((second, first, third), (first, second, third), (second, third, first)):
        month = _place(word, MONTHS)
        if month is not None and len(year) == 4 and len(day) < 3 and (day + year).isdigit():
            yield Named(int(year), month + 1, int(day))
    if not (first + second).isdigit():
        return
    if len(first) == 4 and len(second) < 3 and len(third) < 3:
        yield Named(int(first), int(second), int(third))
    if len(third) == 4 and len(first) < 3 and len(second) < 3:
        yield Named(int(third), int(second), int(first))
        yield Named(int(third), int(first), int(second))


def _of_short_year(first: str, second: str, third: str) -> Iterator[Named]:
    """The days that three parts can name, where one is a year of two digits."""
    for century in ("20", "19"):
        if len(third) == 2:
            yield from _named(first, second, century + third)
        if len(first) == 2 and second.isdigit():
            yield from _named(century + first, second, third)


def _run_together(text: str) -> Iterator[Named]:
    """The days that eight digits can name."""
    yield from _named(text[:4], text[4:6], text[6:])
    yield from _named(text[:2], text[2:4], text[4:])


def _possible(named: Iterable[Named]) -> tuple[date, ...]:
    """Those that the calendar has, each once."""
    return tuple(dict.fromkeys(each.date for each in named if each.date))

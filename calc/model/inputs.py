"""Declared inputs: label, unit, limits with their reasons, and how a typed answer is read.

A doubtful number is never guessed: a decimal comma, a thousands mark, an exponent, a sign, other
digits than 0 to 9, a missing or spare zero are each refused with the reason.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from calc.model import digits, units
from calc.model.outcomes import FieldError, Invalid, Typed
from calc.model.quantity import Quantity

LONGEST = 24
PLAIN_NUMBER = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
EXPONENT = re.compile(r"[+-]?[0-9.,]+[eE][+-]?[0-9]+")
NUMBER_THEN_UNIT = re.compile(r"(?P<number>[^A-Za-zµμ]*)(?P<unit>.*)", re.DOTALL)


class Limits(NamedTuple):
    """The lowest and highest value, both included, in the declared unit, and why."""

    low: Fraction
    high: Fraction
    why: str

    def in_unit(self, factor: Fraction) -> "Limits":
        """The same limits in another unit, `factor` of which make one of the declared unit."""
        return Limits(self.low * factor, self.high * factor, self.why)


def limits(low: float, high: float, why: str) -> Limits:
    """Limits from figures as written."""
    return Limits(digits.exact(low), digits.exact(high), why)


class Slip(NamedTuple):
    """A likely mistake, named in the message only: "was it {typed} umol/L?"."""

    unit: str
    ask: str
    above: float | None = None
    below: float | None = None

    def fits(self, value: Fraction, unit: str) -> bool:
        """Whether a value out of limits looks like this mistake."""
        high = self.above is not None and value > digits.exact(self.above)
        low = self.below is not None and value < digits.exact(self.below)
        return unit == self.unit and (high or low)


@dataclass(frozen=True, kw_only=True, eq=False)
class Number:
    """A number with a unit. Hard limits reject; soft ones ask that the value be checked.

    `factors` gives the other units accepted, each with how many make one declared `unit`; the unit
    is then asked in the input named by `unit_asked_in`. `per` names an input by which the value is
    divided before it is held against its limits (`per_unit` is the unit of that quotient). `edges`
    are values whose side must show whenever the number is shown.
    """

    label: str
    unit: str
    hard: Limits
    example: str
    soft: Limits | None = None
    hint: str = ""
    factors: Mapping[str, Fraction] | None = None
    unit_asked_in: str = ""
    per: str = ""
    per_unit: str = ""
    slips: tuple[Slip, ...] = ()
    whole: bool = False
    unit_words: tuple[str, ...] = ()
    loinc: str = ""
    bare: bool = False
    edges: tuple[Fraction, ...] = ()

    def read(self, typed: str, field: str, unit: str = "") -> Quantity:
        """The typed text as an exact quantity in `unit` (the declared one while not chosen).

        Raises Invalid, with the reason, for anything but a plain decimal number, alone or followed
        by its unit.
        """
        accepted = (unit,) if unit else (self.unit, *(self.factors or ()))
        unit = unit or self.unit
        text = typed.strip()
        if len(text) > LONGEST:
            raise self._invalid(field, "number", f"is too long: {shortened(typed)}")
        if EXPONENT.fullmatch(text):
            raise self._invalid(field, "number", f"must be written out, without “e”: {text}")
        parts = NUMBER_THEN_UNIT.fullmatch(text)
        number, typed_unit = (parts["number"].strip(), parts["unit"]) if parts else (text, "")
        if not PLAIN_NUMBER.fullmatch(number):
            raise self._invalid(field, "number", self._doubt(number, text))
        if typed_unit and not self._is_unit(typed_unit, accepted):
            wanted = units.for_people(unit)
            raise self._invalid(field, "unit", f"must be in {wanted}, not “{typed_unit}”")
        value = Fraction(number)
        if self.whole and value.denominator != 1:
            raise self._invalid(field, "whole", f"must be a whole number, like {self.example}")
        return Quantity(value, unit, self.label.lower(), edges=self.edges, bare=self.bare)

    def check(self, quantity: Quantity, field: str, confirmed: bool, by: Quantity | None) -> None:
        """Raise Invalid if outside the hard limits, or outside the soft ones and not confirmed."""
        factor = (self.factors or {}).get(quantity.unit, Fraction(1))
        value = quantity.value / by.value if by else quantity.value
        unit = self.per_unit or quantity.unit
        hard = self.hard.in_unit(factor)
        if value < hard.low:
            raise self._out(
                quantity, field, "low", f"must be {_show(hard.low, unit)} or more", hard
            )
        if value > hard.high:
            text = f"must be {_show(hard.high, unit)} or less"
            raise self._out(quantity, field, "high", text, hard)
        soft = self.soft.in_unit(factor) if self.soft and not confirmed else None
        if soft and not soft.low <= value <= soft.high:
            text = f"is usually {digits.for_people(soft.low)} to {_show(soft.high, unit)}"
            raise self._out(quantity, field, "confirm", text, soft, TICK_TO_CONFIRM)

    def _out(
        self, quantity: Quantity, field: str, code: str, text: str, broken: Limits, then: str = ""
    ) -> Invalid:
        """The error for a value out of limits: the range, why, what was typed, the likely slip."""
        number = digits.in_full(quantity.value)
        shown = f"{number} {units.for_people(quantity.unit)}"
        asks = [s.ask for s in self.slips if s.fits(quantity.value, quantity.unit)]
        typed = f"{shown} was typed"
        if asks:
            doubt = "unusual" if then else "not plausible"
            typed = f"{shown} is {doubt}; {asks[0].format(typed=number)}"
        per = f" divided by {self.per}" if self.per else ""
        stop = "." if then and not asks else ""
        return self._invalid(field, code, f"{text} ({broken.why}). {typed}{stop}{then}", per)

    def _doubt(self, number: str, text: str) -> str:
        """Why a number that is not plain cannot be taken."""
        if not any(c.isdigit() for c in number):
            return f"must be a number, like {self.example}"
        if any(c.isdigit() and not c.isascii() for c in number):
            return f"must be typed with the digits 0 to 9, like {self.example}"
        if "," in number:
            readings = [number.replace(",", mark) for mark in (".", "")]
            if all(PLAIN_NUMBER.fullmatch(reading) for reading in readings):
                two = " or ".join(readings)
                return f"must be typed without a comma: “{text}” could be read as {two}"
            return f"must be typed with a point and no comma, like {self.example}"
        if any(c in number for c in " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}'’_"):
            return f"must be typed without spaces or marks between its digits, like {self.example}"
        if number[0] in "+-−–":
            return f"must be typed without a sign, like {self.example}"
        if number.startswith("."):
            return f"must be typed with a zero before the point: 0{number}"
        if number.endswith("."):
            return f"ends with a point: “{text}”. Type the whole number, like {self.example}"
        if number.startswith("0"):
            return f"starts with a spare zero: “{text}”. Type it like {self.example}"
        return f"must be a number, like {self.example}"

    def _is_unit(self, typed: str, accepted: tuple[str, ...]) -> bool:
        spellings = {units.plain(word) for word in (*accepted, *self.unit_words)}
        return units.plain(typed) in spellings

    def _invalid(self, field: str, code: str, text: str, per: str = "") -> Invalid:
        return Invalid(FieldError(field, code, f"{self.label}{per} {text}"))


class Option(NamedTuple):
    """One choice. `means` is what the calculator is handed; `group` heads a set of options."""

    id: str
    label: str
    means: object
    hint: str = ""
    group: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Choice:
    """One of a few options, none of them preselected.

    `ask` is what a person who left it out is told; `compact` options stand side by side.
    """

    label: str
    options: tuple[Option, ...]
    hint: str = ""
    unit: str = ""
    compact: bool = False
    ask: str = ""

    def option(self, typed: str, field: str) -> Option:
        """The option typed; spaces, capitals and the kind of micro sign do not matter.

        Raises Invalid, naming the options, for anything else.
        """
        for option in self.options:
            if units.plain(typed) == units.plain(option.id):
                return option
        ids = ", ".join(option.id for option in self.options)
        text = f"{self.label}: choose one of {ids}; “{shortened(typed)}” is none of them"
        raise Invalid(FieldError(field, "choice", text))


YES = "yes"
NO = "no"


@dataclass(frozen=True, kw_only=True, eq=False)
class Tick:
    """A box that may be ticked: `yes`, `no`, or left out."""

    label: str
    hint: str = ""

    def ticked(self, typed: str, field: str) -> bool:
        """True for yes, False for no. Raises Invalid for anything else."""
        word = units.plain(typed)
        if word not in (YES, NO):
            text = f"{self.label}: answer yes or no; “{shortened(typed)}” is neither"
            raise Invalid(FieldError(field, "choice", text))
        return word == YES


Input = Number | Choice | Tick

TICK_TO_CONFIRM = " If it is right, tick that you have checked it"

CONFIRM = Tick(label="I have checked the values that are out of the usual range")
"""Every calculator's last input: the tick that lets a value outside its soft limits through."""


def shortened(typed: str) -> str:
    """Typed text, short enough to repeat in a message."""
    return typed if len(typed) <= 40 else f"{typed[:40]}..."


def echo(declared: Input, typed: str, read: object) -> Typed:
    """The input as typed and as read, for the outcome."""
    if isinstance(read, Quantity):
        return Typed(typed, read.decimal(), read.unit)
    if isinstance(read, Option):
        return Typed(typed, read.id, getattr(declared, "unit", ""))
    if isinstance(read, bool):
        return Typed(typed, YES if read else NO, "")
    return Typed(typed, None, "")


def _show(value: Fraction, unit: str) -> str:
    return Quantity(value, unit).shown()

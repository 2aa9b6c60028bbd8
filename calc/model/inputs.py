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
from calc.model.refusals import Refusal

LONGEST = 24
PLAIN_NUMBER = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
EXPONENT = re.compile(r"[+-]?[0-9.,]+[eE][+-]?[0-9]+")
NUMBER_THEN_UNIT = re.compile(r"(?P<number>[^A-Za-zµμ]*)(?P<unit>.*)", re.DOTALL)


class Limits(NamedTuple):
    """The lowest and highest value, in the declared unit, and why; both are within."""

    low: Fraction
    high: Fraction
    why: str
    below: bool = False
    """Whether the highest value is itself outside."""

    def hold(self, value: Fraction) -> bool:
        """Whether a value in the same unit lies within."""
        return self.low <= value < self.high or (value == self.high and not self.below)

    def in_unit(self, factor: Fraction) -> "Limits":
        """The same limits in another unit, `factor` of which make one of the declared unit."""
        return Limits(self.low * factor, self.high * factor, self.why, self.below)


def limits(low: float, high: float, why: str, below: bool = False) -> Limits:
    """Limits from figures as written; with `below` the highest is itself outside."""
    return Limits(digits.exact(low), digits.exact(high), why, below)


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
    is then asked in the input named by `unit_asked_in`. `hard` is left out where only a quantity
    that is worked out from the number has limits: see `Limited`. `edges` are values whose side must
    show whenever the number is shown.
    """

    label: str
    unit: str
    example: str
    hard: Limits | None = None
    soft: Limits | None = None
    hint: str = ""
    factors: Mapping[str, Fraction] | None = None
    unit_asked_in: str = ""
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

    def check(self, quantity: Quantity, field: str, confirmed: bool) -> None:
        """Raise Invalid if outside the hard limits, or outside the soft ones and not confirmed."""
        factor = (self.factors or {}).get(quantity.unit, Fraction(1))
        hard = self.hard.in_unit(factor) if self.hard else None
        soft = self.soft.in_unit(factor) if self.soft else None
        broken = first_broken(quantity, hard, None if confirmed else soft)
        if broken:
            raise self._out(quantity, field, broken)

    def _out(self, quantity: Quantity, field: str, broken: "Broken") -> Invalid:
        """The error for a value out of limits: the range, why, what was typed, the likely slip."""
        said = self.typed_as(quantity, broken)
        return self._invalid(field, broken.code, f"{broken.text} ({broken.why}). {said}")

    def typed_as(self, quantity: Quantity, broken: "Broken") -> str:
        """What was typed, the slip that it may be, and what to do if it is right."""
        number = digits.in_full(quantity.value)
        shown = f"{number} {units.for_people(quantity.unit)}"
        asks = [s.ask for s in self.slips if s.fits(quantity.value, quantity.unit)]
        if asks:
            doubt = "unusual" if broken.then else "not plausible"
            return f"{shown} is {doubt}; {asks[0].format(typed=number)}{broken.then}"
        stop = "." if broken.then else ""
        return f"{shown} was typed{stop}{broken.then}"

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

    def _invalid(self, field: str, code: str, text: str) -> Invalid:
        return Invalid(FieldError(field, code, f"{self.label} {text}"))


class Broken(NamedTuple):
    """A limit that a value breaks: the code of the error, its words, why, and what to do."""

    code: str
    text: str
    why: str
    then: str = ""


def first_broken(value: Quantity, hard: Limits | None, soft: Limits | None) -> Broken | None:
    """The hard limit that a value breaks, or else the soft one; None where it breaks neither."""
    number, unit = value.value, value.unit
    if hard and number < hard.low:
        return Broken("low", f"must be {_show(hard.low, unit)} or more", hard.why)
    if hard and number > hard.high:
        return Broken("high", f"must be {_show(hard.high, unit)} or less", hard.why)
    if soft and not soft.hold(number):
        under = "under " if soft.below else ""
        text = f"is usually {digits.for_people(soft.low)} to {under}{_show(soft.high, unit)}"
        return Broken("confirm", text, soft.why, TICK_TO_CONFIRM)
    return None


class Option(NamedTuple):
    """One choice. `means` is what the calculator is handed; `group` heads a set of options.

    With `refusal` no other answer matters: nothing is computed once this one was chosen.
    """

    id: str
    label: str
    means: object
    hint: str = ""
    group: str = ""
    refusal: Refusal | None = None


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

"""Limits of a number, the likely slips beyond them, and the units in which it is read back."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from calc.model import digits, units
from calc.model.quantity import Quantity


class Limits(NamedTuple):
    """The lowest and highest value, in the declared unit, and why; both are within."""

    low: Fraction
    high: Fraction
    why: str
    below: bool = False
    """Whether the highest value is itself outside."""
    why_high: str = ""
    """Why not above the highest value, where that is another reason than below the lowest."""

    def in_unit(self, factor: Fraction) -> "Limits":
        """The same limits in another unit, `factor` of which make one of the declared unit."""
        low, high = self.low * factor, self.high * factor
        return Limits(low, high, self.why, self.below, self.why_high)

    def hold(self, value: Fraction) -> bool:
        """Whether a value lies within them."""
        return self.low <= value < self.high or (value == self.high and not self.below)

    def why_not(self, value: Fraction) -> str:
        """Why a value lies outside: the reason of the end that it passes, and of no other."""
        return self.why_high if self.why_high and value >= self.high else self.why


def limits(
    low: float | Fraction,
    high: float | Fraction,
    why: str,
    below: bool = False,
    why_high: str = "",
) -> Limits:
    """Limits from figures as written; with `below` the highest is itself outside."""
    return Limits(digits.exact(low), digits.exact(high), why, below, why_high)


TICK_TO_CONFIRM = " If it is right, tick that you have checked it"


class Broken(NamedTuple):
    """A limit that a value breaks: the code of the error, its words, why, and what to do."""

    code: str
    text: str
    why: str
    then: str = ""


def first_broken(value: Quantity, hard: Limits | None, soft: Limits | None) -> Broken | None:
    """The hard limit that a value breaks, or else the soft one; None where it breaks neither."""
    return value.decided(lambda number: _broken(number, value.unit, hard, soft))


def _broken(number: Fraction, unit: str, hard: Limits | None, soft: Limits | None) -> Broken | None:
    if hard and number < hard.low:
        return Broken("low", f"must be {_show(hard.low, unit)} or more", hard.why_not(number))
    if hard and number > hard.high:
        return Broken("high", f"must be {_show(hard.high, unit)} or less", hard.why_not(number))
    if soft and not soft.hold(number):
        under = "under " if soft.below else ""
        text = f"is usually {digits.for_people(soft.low)} to {under}{_show(soft.high, unit)}"
        return Broken("confirm", text, soft.why_not(number), TICK_TO_CONFIRM)
    return None


def _show(value: Fraction, unit: str) -> str:
    return Quantity(value, unit).shown()


@dataclass(frozen=True, kw_only=True, eq=False)
class Slip:
    """A likely mistake: the number is one of another unit, or has a nought too many or too few.

    What was typed, times `makes`, is what was meant, exactly, or `over` divided by it; `makes` is
    None where it cannot be computed.
    Where it must be rounded to be typed, it is rounded down to a multiple of `step`. `unit` is the
    unit that was meant, `spellings` are other words for it. `field` is the input where the number
    belongs, if that is another one. What is meant must be possible, and lie `between` these limits,
    which are in the `unit`, or without one in the declared unit of the input.
    A `far` slip is looked for beyond the hard limits only, and one `if_spelt` only where its unit
    was typed, behind a whole number. `ask` is the question in the message.

    Requirement R-SLIP: A likely slip of a unit or of a nought is named, where what it leads to is
    possible.
    """

    unit: str = ""
    makes: Fraction | None = Fraction(1)
    over: Fraction | None = None
    spellings: tuple[str, ...] = ()
    step: Fraction | None = None
    field: str = ""
    between: Limits | None = None
    far: bool = False
    if_spelt: bool = False
    ask: str = "was it {typed}"

    def meant(self, typed: Fraction) -> Fraction:
        """What is meant by a number typed with this slip, exactly."""
        return self.over / typed if self.over and typed else typed * (self.makes or 1)

    def rounded(self, meant: Fraction) -> Fraction:
        """What is filled in for it."""
        return meant // self.step * self.step if self.step else meant

    def spelt(self, word: str) -> bool:
        """Whether a word is this slip's unit."""
        return units.plain(word) in {units.plain(each) for each in (self.unit, *self.spellings)}


def zero_slips(between: Limits) -> tuple[Slip, Slip]:
    """A nought too many and a nought too few, where they lead between these limits."""
    return (
        Slip(makes=Fraction(1, 10), between=between, far=True, ask="was a nought added"),
        Slip(makes=Fraction(10), between=between, far=True, ask="was a nought left out"),
    )


@dataclass(frozen=True, eq=False)
class ReadBack:
    """Other units in which a value is shown again, the largest first: stones and pounds.

    Each unit stands with how much of the declared unit one of it is, exactly. The value is rounded
    to the nearest `step` of the last unit, and a half up.

    Requirement R-READ-BACK: A number is read back in its other units, beside its field and in the
    result.
    """

    units: tuple[tuple[str, Fraction], ...]
    step: Fraction = Fraction(1)

    def words(self, value: Fraction) -> str:
        """A value of the declared unit in these units: "11 st 0 lb"."""
        rest, parts = self._nearest(value), []
        for unit, size in self.units[:-1]:
            parts.append(f"{rest // size} {unit}")
            rest %= size
        unit, size = self.units[-1]
        number = digits.grouped(digits.decimal(rest / size))
        return " ".join([*parts, f"{number} {units.for_people(unit)}"])

    def is_exact(self, value: Fraction) -> bool:
        """Whether the words say a value of the declared unit to the last digit."""
        return self._nearest(value) == value

    @cached_property
    def _one(self) -> Fraction:
        """One step, in the declared unit."""
        return self.step * self.units[-1][1]

    def _nearest(self, value: Fraction) -> Fraction:
        above, below = (value / self._one).as_integer_ratio()
        return (2 * above + below) // (2 * below) * self._one

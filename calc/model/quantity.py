"""A number with a unit that remembers how it was made, so that the answer is its own working."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property
from operator import add, mul, sub, truediv
from typing import NamedTuple, final

from calc.model import digits, units
from calc.model.sources import Cite

Sum = Callable[[Fraction, Fraction], Fraction]


class TooClose(ArithmeticError):
    """A root that was cut leaves it open on which side of a limit a value lies."""


class Step(NamedTuple):
    """One line of the working in words: symbols, then the patient's numbers, then the result."""

    name: str
    formula: str
    numbers: str
    result: str
    cites: tuple[Cite, ...]


class Operator(Enum):
    """What can be done to two quantities; of a rounding and of a root the second is the step."""

    def __init__(self, sign: str) -> None:
        self.sign = sign

    PLUS = "+"
    MINUS = "-"
    TIMES = "x"
    OVER = "/"
    ROUNDED_DOWN_TO = "rounded down to"
    ROUNDED_UP_TO = "rounded up to"
    LONGER_OF = "the longer of"
    SQUARE_ROOT = "square root"
    CUBE_ROOT = "cube root"


ROOTS = {2: Operator.SQUARE_ROOT, 3: Operator.CUBE_ROOT}
"""The roots there are, by their degree."""


class Operation(NamedTuple):
    """A derivation by arithmetic: an operator, and the two quantities that it worked on."""

    operator: Operator
    left: "Quantity"
    right: "Quantity"


class LookedUp(NamedTuple):
    """A derivation by a table: the quantity that decided, and the words of the step."""

    by: "Quantity"
    step: Step


@dataclass(frozen=True, eq=False, init=False)
class Quantity:
    """An exact value with its unit (UCUM), its name and its derivation.

    `edges` are values that a shown or written form must not reach from above; `places` is how many
    decimals people are shown (always cut); one `without_unit` is shown without it in formulas.
    Where a root was cut on the way, the true value lies somewhere `between` two exact ones.
    Adding or comparing different units, or naming a result with the wrong one, raises UnitError.
    """

    value: Fraction
    unit: str
    name: str = ""
    derivation: Operation | LookedUp | None = None
    cites: tuple[Cite, ...] = ()
    edges: tuple[Fraction, ...] = ()
    places: int = 3
    without_unit: bool = False
    between: tuple[Fraction, Fraction] | None = None

    def __init__(
        self,
        value: Fraction,
        unit: str,
        name: str = "",
        derivation: Operation | LookedUp | None = None,
        cites: tuple[Cite, ...] = (),
        edges: tuple[Fraction, ...] = (),
        places: int = places,
        without_unit: bool = False,
        between: tuple[Fraction, Fraction] | None = None,
    ) -> None:
        # What is not given is read off the class: an answer makes hundreds, of few parts each.
        own = self.__dict__
        own["value"], own["unit"] = value, unit
        if name:
            own["name"] = name
        if derivation is not None:
            own["derivation"] = derivation
        if cites:
            own["cites"] = cites
        if edges:
            own["edges"] = edges
        if places != Quantity.places:
            own["places"] = places
        if without_unit:
            own["without_unit"] = without_unit
        if between is not None:
            own["between"] = between

    def __mul__(self, other: "Quantity") -> "Quantity":
        return self._with(other, Operator.TIMES, mul, units.times(self.unit, other.unit))

    def __truediv__(self, other: "Quantity") -> "Quantity":
        return self._with(other, Operator.OVER, truediv, units.times(self.unit, other.unit, -1))

    def __add__(self, other: "Quantity") -> "Quantity":
        units.require(other.unit, self.unit)
        return self._with(other, Operator.PLUS, add, self.unit)

    def __sub__(self, other: "Quantity") -> "Quantity":
        units.require(other.unit, self.unit)
        return self._with(other, Operator.MINUS, sub, self.unit)

    def __lt__(self, other: "Quantity") -> bool:
        units.require(other.unit, self.unit)
        if self.between is None and other.between is None:
            return self.value < other.value
        return (self - other).decided(lambda difference: difference < 0)

    def __le__(self, other: "Quantity") -> bool:
        units.require(other.unit, self.unit)
        if self.between is None and other.between is None:
            return self.value <= other.value
        return (self - other).decided(lambda difference: difference <= 0)

    @property
    def bounds(self) -> tuple[Fraction, ...]:
        """The value, or the two between which it lies."""
        return self.between or (self.value,)

    def decided[T](self, ask: Callable[[Fraction], T]) -> T:
        """What is so of the value wherever it lies between its ends.

        Raises TooClose where it is so of one end and not of the other: a limit is never passed, or
        kept, by where a root was cut.
        """
        if self.between is None:
            return ask(self.value)
        answers = {ask(end) for end in self.bounds}
        if len(answers) > 1:
            raise TooClose(f"{self.name or self.unit}: closer to a limit than its root was cut")
        return answers.pop()

    def root(self, degree: int, places: int = 9) -> "Quantity":
        """The square (2) or cube (3) root, cut after so many digits behind the point.

        A root that is a fraction is exact. Raises UnitError where the unit has no such root.
        """
        unit = units.root(self.unit, degree)
        low, high = (
            digits.cut_root(end, degree, places) for end in (self.bounds[0], self.bounds[-1])
        )
        step = Fraction(1, 10**places)
        exact = None if self.between else digits.exact_root(self.value, degree)
        between = (low, high + step) if exact is None else None
        derivation = Operation(ROOTS[degree], self, Quantity(step, "1"))
        value = low if exact is None else exact
        return Quantity(value, unit, derivation=derivation, between=between)

    def rounded_down_to(self, step: "Quantity") -> "Quantity":
        """The largest multiple of `step` that is not above this quantity.

        Requirement R-ROUND: Rounding goes to the side that its step names: volumes and rates down,
        times up.
        """
        value = self.decided(lambda value: value // step.value * step.value)
        return self._rounded(Operator.ROUNDED_DOWN_TO, value, step)

    def rounded_up_to(self, step: "Quantity") -> "Quantity":
        """The smallest multiple of `step` that is not below this quantity."""
        value = self.decided(lambda value: -(-value // step.value) * step.value)
        return self._rounded(Operator.ROUNDED_UP_TO, value, step)

    def _rounded(self, operator: Operator, value: Fraction, step: "Quantity") -> "Quantity":
        units.require(step.unit, self.unit)
        return Quantity(value, self.unit, derivation=Operation(operator, self, step))

    def _with(self, other: "Quantity", by: Operator, work: Sum, unit: str) -> "Quantity":
        """What two quantities make, and the values between which it lies."""
        value, derivation = work(self.value, other.value), Operation(by, self, other)
        if self.between is None and other.between is None:
            return Quantity(value, unit, derivation=derivation)
        made = [work(left, right) for left in self.bounds for right in other.bounds]
        return Quantity(value, unit, derivation=derivation, between=(min(made), max(made)))

    def named(
        self,
        name: str,
        unit: str,
        *cites: Cite,
        places: int = places,
        edges: tuple[Fraction, ...] = (),
    ) -> "Quantity":
        """The same quantity as a step of the working: its unit is checked, its source is kept."""
        units.require(self.unit, unit)
        made, between = self.derivation, self.between
        return Quantity(
            self.value, unit, name, made, cites, edges, places, self.without_unit, between
        )

    def in_places(self, places: int) -> "Quantity":
        """The same quantity, of which people are shown so many decimals."""
        return self.named(self.name, self.unit, *self.cites, places=places, edges=self.edges)

    @property
    def is_zero(self) -> bool:
        """Whether the value is exactly nought."""
        return self.value == 0

    def decimal(self) -> str:
        """The value for machines: the exact decimal, or twelve digits cut within the band."""
        return digits.serialise(self.value, self.edges)

    def number(self) -> str:
        """The value for people, cut, without its unit."""
        return digits.for_people(self.value, self.places, self.edges)

    def shown(self) -> str:
        """The value for people, cut, with its unit."""
        return self._shown

    @cached_property
    def _shown(self) -> str:
        number, unit = self.number(), units.behind(self.value, self.unit)
        return f"{number} {unit}" if unit else number

    @cached_property
    def all_digits(self) -> str:
        """The value as a sum has it, every digit; with its unit, unless that is left out there."""
        number = digits.all_digits(self.value)
        unit = "" if self.without_unit else units.for_people(self.unit)
        return f"{number} {unit}" if unit else number


def constant(
    value: int | float | str | Fraction,
    unit: str,
    name: str = "",
    *cites: Cite,
    without_unit: bool = False,
) -> Quantity:
    """A fixed figure of a formula, exactly as written, with its source; it may be its own name."""
    exact = digits.exact(value)
    own = digits.decimal(exact) if without_unit else ""
    return Quantity(exact, unit, name or own, cites=cites, without_unit=without_unit)


def longest(left: Quantity, right: Quantity) -> Quantity:
    """The larger of two, remembering both."""
    units.require(right.unit, left.unit)
    return left._with(right, Operator.LONGER_OF, max, left.unit)


@final
@dataclass(frozen=True, eq=False)
class Range:
    """A quantity of two ends, both included, of one unit; `labels` are what its ends are called."""

    low: Quantity
    high: Quantity
    labels: tuple[str, str] = ("low", "high")

    def each(
        self,
        work: Callable[[Quantity], Quantity],
        name: str,
        unit: str,
        places: int = Quantity.places,
    ) -> "Range":
        """The range of what comes of each end, as two steps of the working."""

        def step(end: Quantity, label: str) -> Quantity:
            return work(end).named(f"{name}, {label}", unit, places=places)

        low, high = self.labels
        return Range(step(self.low, low), step(self.high, high), self.labels)

    def with_labels(self, low: str, high: str) -> "Range":
        """The same range, its ends called otherwise in the steps that follow."""
        return Range(self.low, self.high, (low, high))

    def shown(self) -> str:
        """The range for people, or one figure where its ends are the same: "750 to 1,000 mL"."""
        if self.low.value == self.high.value:
            return self.low.shown()
        return f"{self.low.number()} to {self.high.shown()}"


def named_values(**quantities: Quantity | None) -> dict[str, Quantity]:
    """Named values of an outcome: those that there are."""
    return {name: each for name, each in quantities.items() if each is not None}

"""Numbers that stand for every real number, with which the code of `calc` is run as it is.

Arithmetic on them builds a term for Z3. Where the code asks something of one (is it below an
edge?), each answer that is possible is followed in a run of its own, with what was answered as a
fact. What is then proved of each run is proved for every number. Of a number rounded down only what
that promises is a fact: a whole number of steps, not above the number, and less than one below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any
from unittest.mock import patch

import z3

from calc.model.quantity import Quantity

Given = frozenset[str]
"""The names of the numbers that a term was made of."""


class Undecided(Exception):
    """Z3 could not say whether something is so: it counts as not proved."""


class World:
    """One run: the facts so far, the questions that were answered, and those left for other runs.

    `whole` says whether a rounded number is known to be whole; where terms multiply, what is proved
    without that is found sooner, and holds all the more.
    """

    def __init__(self, solver: z3.Solver, script: tuple[bool, ...], whole: bool) -> None:
        self.solver, self.script, self.whole = solver, script, whole
        self.answers: list[bool] = []
        self.asked: list[Given] = []
        self.left: list[tuple[bool, ...]] = []
        self.inputs: dict[str, Number] = {}
        self.rounded = 0

    def real(self, name: str, low: Fraction, high: Fraction | None = None) -> Number:
        """Any real number between two, both included, or from one up."""
        term = z3.Real(name)
        self.fact(term >= _term(low), *([] if high is None else [term <= _term(high)]))
        self.inputs[name] = Number(self, term, z3.RealVal(1), frozenset({name}))
        return self.inputs[name]

    def fact(self, *terms: Any) -> None:
        """What is so in this run."""
        self.solver.add(*terms)

    def possible(self, *terms: Any) -> bool:
        """Whether there are numbers of which this is so, with all facts."""
        found = self.solver.check(*terms)
        if found == z3.unknown:
            raise Undecided(self.solver.reason_unknown())
        return bool(found == z3.sat)

    def suppose(self, claim: Truth) -> None:
        """Take only the numbers of which this is so."""
        self.fact(claim.term)

    def decide(self, truth: Truth) -> bool:
        """The answer to a question of the code: where both are possible, the other is left."""
        place = len(self.answers)
        self.asked.append(truth.given)
        if place < len(self.script):
            answer = self.script[place]
        else:
            answer = self.possible(truth.term)
            if answer and self.possible(z3.Not(truth.term)):
                self.left.append((*self.answers, False))
        self.answers.append(answer)
        self.fact(truth.term if answer else z3.Not(truth.term))
        return answer

    def below(self, number: Number, step: Fraction) -> Number:
        """How many whole steps are not above a number."""
        self.rounded += 1
        name = f"rounded {self.rounded}"
        term = z3.ToReal(z3.Int(name)) if self.whole else z3.Real(name)
        one = number.under * _term(step)
        self.fact(term * one <= number.over, number.over < (term + 1) * one)
        return Number(self, term, z3.RealVal(1), number.given)

    def against(self, claim: Truth | bool) -> str:
        """Numbers of which a claim is not so; empty where it is so of all."""
        if isinstance(claim, bool):
            return "" if claim else "always"
        if not self.possible(z3.Not(claim.term)):
            return ""
        model = self.solver.model()
        return ", ".join(f"{name} = {model.eval(z3.Real(name))}" for name in sorted(self.inputs))


@dataclass(frozen=True, eq=False)
class Truth:
    """Something that is so of some numbers. To ask whether it is so begins another run."""

    world: World
    term: Any
    given: Given

    def __bool__(self) -> bool:
        return self.world.decide(self)

    def __invert__(self) -> Truth:
        return Truth(self.world, z3.Not(self.term), self.given)


@dataclass(frozen=True, eq=False)
class Number:
    """A term over a positive one, and what both were made of. It behaves like a fraction."""

    world: World
    over: Any
    under: Any
    given: Given = field(default_factory=frozenset)

    def __add__(self, other: Operand) -> Number:
        return self._sum(self._other(other), 1)

    def __sub__(self, other: Operand) -> Number:
        return self._sum(self._other(other), -1)

    def __rsub__(self, other: Operand) -> Number:
        return self._other(other)._sum(self, -1)

    def __mul__(self, other: Operand) -> Number:
        right = self._other(other)
        return self._made(self.over * right.over, self.under * right.under, right)

    def __truediv__(self, other: Operand) -> Number:
        right = self._other(other)
        if self.world.possible(right.over <= 0):
            raise Undecided("a divisor may be nought or less")
        return self._made(self.over * right.under, self.under * right.over, right)

    def __rtruediv__(self, other: Operand) -> Number:
        return self._other(other) / self

    def __floordiv__(self, step: Fraction) -> Number:
        return self.world.below(self, Fraction(step))

    def __neg__(self) -> Number:
        return Number(self.world, -self.over, self.under, self.given)

    def __abs__(self) -> Number:
        return -self if self < 0 else self

    __radd__ = __add__
    __rmul__ = __mul__

    def __lt__(self, other: Operand) -> Truth:
        return self._compared(other, lambda left, right: left < right)

    def __le__(self, other: Operand) -> Truth:
        return self._compared(other, lambda left, right: left <= right)

    def __gt__(self, other: Operand) -> Truth:
        return self._compared(other, lambda left, right: left > right)

    def __ge__(self, other: Operand) -> Truth:
        return self._compared(other, lambda left, right: left >= right)

    def __eq__(self, other: object) -> Truth:  # type: ignore[override]
        assert isinstance(other, Number | Fraction | int)
        return self._compared(other, lambda left, right: left == right)

    __hash__ = object.__hash__

    def _compared(self, other: Operand, so: Callable[[Any, Any], Any]) -> Truth:
        right = self._other(other)
        left_over, right_over = self.over, right.over
        if not self.under.eq(right.under):
            left_over, right_over = self.over * right.under, right.over * self.under
        return Truth(self.world, z3.simplify(so(left_over, right_over)), self.given | right.given)

    def _sum(self, right: Number, sign: int) -> Number:
        if self.under.eq(right.under):
            return self._made(self.over + sign * right.over, self.under, right)
        over = self.over * right.under + sign * right.over * self.under
        return self._made(over, self.under * right.under, right)

    def _made(self, over: Any, under: Any, right: Number) -> Number:
        given = self.given | right.given
        return Number(self.world, z3.simplify(over), z3.simplify(under), given)

    def _other(self, other: Operand) -> Number:
        if isinstance(other, Number):
            return other
        return Number(self.world, _term(Fraction(other)), z3.RealVal(1))


def either(left: Truth | bool, right: Truth | bool) -> Truth | bool:
    """Whether one of two holds, without asking."""
    if isinstance(left, bool):
        return left or right
    if isinstance(right, bool):
        return right or left
    return Truth(left.world, z3.Or(left.term, right.term), left.given | right.given)


type Operand = Number | Fraction | int


def quantity(value: Number, unit: str, name: str = "") -> Quantity:
    """A quantity of which only the unit is known."""
    unknown: Any = value
    return Quantity(unknown, unit, name)


def value_of(quantity: Quantity) -> Any:
    """The number of a quantity: a fraction, or one that stands for every one."""
    return quantity.value


@dataclass(frozen=True)
class Path:
    """One run that is possible: its world, and what the code returned or raised."""

    world: World
    result: Any
    raised: Exception | None


def paths(
    code: Callable[[World], Any], *raises: type[Exception], whole: bool = True
) -> Iterator[Path]:
    """Each way that the code can go; what it `raises` is a result of it."""
    agenda: list[tuple[bool, ...]] = [()]
    while agenda:
        world = World(z3.Solver(), agenda.pop(), whole)
        result, raised = None, None
        with _without_digits():
            try:
                result = code(world)
            except raises as error:
                raised = error
        if not world.possible():
            raise Undecided("no number is meant: of none everything could be proved")
        agenda += world.left
        yield Path(world, result, raised)


@contextmanager
def _without_digits() -> Iterator[None]:
    """While every number is meant, none can be shown: words have no part in the arithmetic."""
    shown, number = Quantity.shown, Quantity.number

    def any_shown(self: Quantity) -> str:
        return "any" if isinstance(self.value, Number) else shown(self)

    def any_number(self: Quantity) -> str:
        return "any" if isinstance(self.value, Number) else number(self)

    with patch.object(Quantity, "shown", any_shown), patch.object(Quantity, "number", any_number):
        yield


def _term(value: Fraction) -> Any:
    return z3.RealVal(f"{value.numerator}/{value.denominator}")

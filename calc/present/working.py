"""The working in words: each step in symbols, in numbers, its result and its sources."""

from collections.abc import Callable

from calc.model.outcomes import Outcome
from calc.model.quantity import Operation, Operator, Quantity, Step
from calc.model.sources import Cite

WHOLE = {"1": "number", "min": "minute"}
"""What one of a unit is called, where a figure is rounded to whole ones."""

PRECEDENCE = {Operator.PLUS: 1, Operator.MINUS: 1, Operator.TIMES: 2, Operator.OVER: 2}

Writer = Callable[[Quantity], str]
"""Writes a quantity that is not taken apart: as a symbol, or as a number."""


def steps_of(outcome: Outcome) -> tuple[Step, ...]:
    """The steps of an outcome in words, each once.

    Requirement R-WORKING: The whole working is shown with its sources, so that a second person can
    do it again by hand.
    """
    return tuple(dict.fromkeys(map(in_words, outcome.working, outcome.step_cites)))


def sums_of(outcome: Outcome) -> list[Step]:
    """The steps that hold arithmetic; the notes of an answer, which hold none, stand apart."""
    notes = outcome.answer.notes if outcome.answer else ()
    return [step for step in steps_of(outcome) if step not in notes]


def in_words(step: Quantity | Step, cites: tuple[Cite, ...]) -> Step:
    """One step in words: how a named quantity was worked out, or what was looked up."""
    if isinstance(step, Step):
        return step
    numbers = _expression(step, _number)
    return Step(step.name, formula(step), numbers, step.shown(), cites)


def formula(quantity: Quantity) -> str:
    """How a quantity is worked out, in symbols."""
    return _expression(quantity, _symbol)


def _symbol(quantity: Quantity) -> str:
    return quantity.name or _number(quantity)


def _number(quantity: Quantity) -> str:
    """A figure that goes into a sum, in full, so that the sum can be done again by hand."""
    return quantity.all_digits


def _expression(quantity: Quantity, write: Writer) -> str:
    """How a quantity was worked out; `write` writes what has a name or no derivation."""
    derivation = quantity.derivation
    if not isinstance(derivation, Operation):
        return write(quantity)
    operator, left, right = derivation
    match operator:
        case Operator.PLUS | Operator.MINUS | Operator.TIMES | Operator.OVER:
            first = _operand(left, write, operator)
            second = _operand(right, write, operator, right=True)
            return f"{first} {operator.sign} {second}"
        case Operator.ROUNDED_DOWN_TO | Operator.ROUNDED_UP_TO:
            return _rounding(quantity, derivation, write)
        case Operator.SQUARE_ROOT | Operator.CUBE_ROOT:
            return _root(quantity, derivation, write)
        case Operator.LONGER_OF:
            return f"{operator.sign} {_term(left, write)} and {_term(right, write)}"


def _term(quantity: Quantity, write: Writer) -> str:
    return write(quantity) if quantity.name else _expression(quantity, write)


def _operand(quantity: Quantity, write: Writer, around: Operator, right: bool = False) -> str:
    """A term of the operation around it, in brackets where it would be read otherwise."""
    term, inner = _term(quantity, write), quantity.derivation
    if quantity.name or not isinstance(inner, Operation) or inner.operator not in PRECEDENCE:
        return term
    binds, bound = PRECEDENCE[inner.operator], PRECEDENCE[around]
    not_associative = right and around in (Operator.MINUS, Operator.OVER)
    return f"({term})" if binds < bound or (binds == bound and not_associative) else term


def _rounding(quantity: Quantity, rounding: Operation, write: Writer) -> str:
    """What was rounded, and to what; in numbers what it was before, and only where it changed."""
    term = _term(rounding.left, write)
    if write is _number:
        if rounding.left.value == quantity.value:
            return term
        if not rounding.left.name:
            term = f"{term} = {_number(rounding.left)}"
    return f"{term}, {rounding.operator.sign} {_multiple(rounding.right)}"


def _root(quantity: Quantity, root: Operation, write: Writer) -> str:
    """Of what a root was taken, in brackets if that was worked out; in numbers where it was cut."""
    term, inner = _term(root.left, write), root.left
    is_single = inner.name or inner.derivation is None
    written = f"{root.operator.sign} of {term if is_single else f'({term})'}"
    if write is _symbol or quantity.between is None:
        return written
    places = len(str(root.right.value.denominator)) - 1
    return f"{written}, cut to {places} digits after the point"


def _multiple(step: Quantity) -> str:
    """To what was rounded, in words: "a whole minute", "the nearest 0.1 mL"."""
    if step.value == 1 and step.unit in WHOLE:
        return f"a whole {WHOLE[step.unit]}"
    return f"the nearest {step.shown()}"

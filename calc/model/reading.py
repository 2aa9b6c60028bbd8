"""Raw answers read against a calculator's declarations: values, or every error in them."""

from collections.abc import Iterator, Mapping
from typing import Any

from calc.model import units
from calc.model.calculator import Calculator
from calc.model.inputs import Choice, Input, Number, Option, Tick, echo, shortened
from calc.model.outcomes import FieldError, Invalid, Offer, Typed
from calc.model.quantity import Quantity

Raw = Mapping[str, object]
"""Answers as typed: text, or None where missing."""


def read_answers(
    calculator: Calculator[Any], raw: Raw
) -> tuple[dict[str, object], dict[str, Typed], tuple[FieldError, ...]]:
    """What the calculator is to be called with, the echo of what was typed, and the errors.

    The limits are enforced here and nowhere else. Echo and errors are in the order of the form.
    """
    typed, errors = _typed(calculator, raw)
    read = _read(calculator, typed, errors)
    errors += _missing(calculator, typed, {*typed, *(error.field or "" for error in errors)})
    errors += _out_of_limits(calculator, read)
    order, wrong = list(calculator.inputs), {error.field for error in errors}
    inputs = {
        name: echo(calculator.inputs[name], typed[name], read.get(name), name not in wrong)
        for name in order
        if name in typed
    }
    errors = [_offering_what_is_asked(calculator, error) for error in errors]
    errors.sort(key=lambda error: order.index(error.field) if error.field in order else len(order))
    answers = {
        name: value.means if isinstance(value, Option) else value
        for name, value in read.items()
        if name != "confirm"
    }
    return answers, inputs, tuple(errors)


def _typed(calculator: Calculator[Any], raw: Raw) -> tuple[dict[str, str], list[FieldError]]:
    """The answers that are there, as text; an error for each that no answer can be."""
    typed: dict[str, str] = {}
    errors = []
    for name, answer in raw.items():
        if name not in calculator.inputs:
            text = f"“{shortened(name)}” is not asked here: see the calculator's schema"
            errors.append(FieldError(name, "unknown", text))
        elif answer is None or (isinstance(answer, str) and not answer.strip()):
            continue
        elif not isinstance(answer, str):
            text = f"{calculator.inputs[name].label}: the answer must be text or a number"
            errors.append(FieldError(name, "type", text))
        else:
            typed[name] = answer
    return typed, errors


def _offering_what_is_asked(calculator: Calculator[Any], error: FieldError) -> FieldError:
    """The error with those offers only that this calculator has the inputs for."""
    offers = tuple(each for each in error.offers if each.answers.keys() <= calculator.inputs.keys())
    return error._replace(offers=offers)


def _read(
    calculator: Calculator[Any], typed: Mapping[str, str], errors: list[FieldError]
) -> dict[str, object]:
    """The answers that could be read; the others add their error.

    A number whose unit was not chosen is looked at, and is not an answer yet. Those that are
    divided by another come last, when that one is known.
    """
    read: dict[str, object] = {}

    def turn(name: str) -> int:
        declared = calculator.inputs[name]
        return (1 + bool(declared.per)) if isinstance(declared, Number) else 0

    for name in sorted(typed, key=turn):
        declared = calculator.inputs[name]
        try:
            value = _value(declared, typed[name], name, read)
        except Invalid as invalid:
            errors += invalid.errors
            continue
        if not (isinstance(declared, Number) and declared.unit_asked_in not in ("", *read)):
            read[name] = value
    return {name: read[name] for name in typed if name in read}


def _value(declared: Input, typed: str, name: str, read: Mapping[str, object]) -> object:
    match declared:
        case Number():
            unit, by = read.get(declared.unit_asked_in), read.get(declared.per)
            return declared.read(
                typed,
                name,
                unit.id if isinstance(unit, Option) else "",
                by if isinstance(by, Quantity) else None,
            )
        case Choice():
            return declared.option(typed, name)
        case Tick():
            return declared.ticked(typed, name)


def _missing(
    calculator: Calculator[Any], typed: Mapping[str, str], given: set[str]
) -> list[FieldError]:
    """An error for each answer that is needed and was not given, and for two ways at once."""
    needed = set(calculator.required)
    errors = []
    if calculator.ways:
        taken = [way for way in calculator.ways if way.by in given]
        if len(taken) > 1:
            labels = " or ".join(_label(calculator, way.by) for way in taken)
            text = f"Give {labels}, not both: clear one of them"
            errors.append(FieldError(taken[-1].by, "together", text))
        else:
            way = taken[0] if taken else calculator.ways[0]
            needed |= {way.by, *way.needs}
    for name in needed - given:
        offers = tuple(_units_behind(calculator, typed, name))
        errors.append(FieldError(name, "missing", _ask(calculator, name), offers))
    return errors


def _units_behind(
    calculator: Calculator[Any], typed: Mapping[str, str], name: str
) -> Iterator[Offer]:
    """The unit that was typed behind a number, for the choice of unit that was left out."""
    for asked, text in typed.items():
        declared = calculator.inputs[asked]
        if not isinstance(declared, Number) or declared.unit_asked_in != name:
            continue
        if unit := declared.unit_behind(text):
            yield Offer(units.for_people(unit), {name: unit})


def _ask(calculator: Calculator[Any], name: str) -> str:
    declared, label = calculator.inputs[name], _label(calculator, name)
    others = [way.by for way in calculator.ways if way.by != name]
    if any(way.by == name for way in calculator.ways):
        return f"Enter {label}, or {' or '.join(_label(calculator, other) for other in others)}"
    if isinstance(declared, Choice):
        return declared.ask or f"Choose {label}"
    return f"Enter {label}"


def _label(calculator: Calculator[Any], name: str) -> str:
    return calculator.inputs[name].label.lower()


def _out_of_limits(calculator: Calculator[Any], read: Mapping[str, object]) -> list[FieldError]:
    """The limits, enforced: hard ones always, soft ones unless the values were confirmed."""
    errors: list[FieldError] = []
    for name, value in read.items():
        declared = calculator.inputs[name]
        if not isinstance(declared, Number) or not isinstance(value, Quantity):
            continue
        by = read.get(declared.per)
        if declared.per and (not isinstance(by, Quantity) or by.is_zero):
            continue
        try:
            declared.check(
                value, name, bool(read.get("confirm")), by if isinstance(by, Quantity) else None
            )
        except Invalid as invalid:
            errors += invalid.errors
    return errors

"""The registry of calculators, and `run`: the single guard between raw answers and outcomes."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from calc import __version__
from calc.clinical.foscarnet import foscarnet_dose
from calc.clinical.hydration import foscarnet_hydration
from calc.clinical.infusion import foscarnet_infusion
from calc.clinical.plan import foscarnet_plan
from calc.clinical.renal import creatinine_clearance
from calc.model.calculator import Calculator
from calc.model.inputs import Choice, Input, Number, Option, Tick, echo, shortened
from calc.model.outcomes import FieldError, Invalid, Outcome, Typed
from calc.model.quantity import Quantity
from calc.model.refusals import Refused
from calc.model.working import working

CATALOGUE: dict[str, Calculator[Any]] = {
    each.name: each
    for each in (
        foscarnet_plan,
        creatinine_clearance,
        foscarnet_dose,
        foscarnet_infusion,
        foscarnet_hydration,
    )
}

Raw = Mapping[str, object]
"""Answers as typed: text, or None where missing."""


def run(name: str, raw: Raw) -> Outcome:
    """The outcome of a calculator for raw answers. Raises KeyError for an unknown calculator only.

    Any exception that is not an outcome becomes a failure, which holds no value and no trace of the
    answers.
    """
    calculator = CATALOGUE[name]
    try:
        return _run(calculator, raw)
    except Exception:
        return Outcome("failure", name, __version__)


def _run(calculator: Calculator[Any], raw: Raw) -> Outcome:
    typed, errors = _typed(calculator, raw)
    read = _read(calculator, typed, errors)
    inputs = {
        name: echo(declared, typed[name], read.get(name))
        for name, declared in calculator.inputs.items()
        if name in typed
    }
    errors += _missing(calculator, {*typed, *(error.field or "" for error in errors)})
    errors += _out_of_limits(calculator, read)
    if errors:
        return Outcome(
            "invalid",
            calculator.name,
            __version__,
            inputs,
            errors=_in_form_order(calculator, errors),
        )
    return _computed(calculator, read, inputs)


def _computed(
    calculator: Calculator[Any], read: Mapping[str, object], inputs: Mapping[str, Typed]
) -> Outcome:
    answers = {
        name: value.means if isinstance(value, Option) else value
        for name, value in read.items()
        if name != "confirm"
    }
    try:
        answer = calculator(**answers)
    except Refused as refused:
        return Outcome(
            "refusal",
            calculator.name,
            __version__,
            inputs,
            refusal=refused.refusal,
            values=refused.showing,
            working=tuple(working(refused.showing.values())),
        )
    return Outcome(
        "answer",
        calculator.name,
        __version__,
        inputs,
        answer=answer,
        values=answer.values,
        working=(*working(answer.values.values()), *answer.notes),
    )


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


def _read(
    calculator: Calculator[Any], typed: Mapping[str, str], errors: list[FieldError]
) -> dict[str, object]:
    """The answers that could be read; the others add their error.

    A number whose unit was not chosen is looked at, and is not an answer yet.
    """
    read: dict[str, object] = {}
    for name in sorted(typed, key=lambda name: isinstance(calculator.inputs[name], Number)):
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
            unit = read.get(declared.unit_asked_in)
            return declared.read(typed, name, unit.id if isinstance(unit, Option) else "")
        case Choice():
            return declared.option(typed, name)
        case Tick():
            return declared.ticked(typed, name)


def _missing(calculator: Calculator[Any], given: set[str]) -> list[FieldError]:
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
        errors.append(FieldError(name, "missing", _ask(calculator, name)))
    return errors


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


def _in_form_order(calculator: Calculator[Any], errors: list[FieldError]) -> tuple[FieldError, ...]:
    order = {name: place for place, name in enumerate(calculator.inputs)}
    return tuple(sorted(errors, key=lambda error: order.get(error.field or "", len(order))))


def run_pairs(name: str, pairs: Iterable[tuple[str, object]]) -> Outcome:
    """As `run`, for answers as pairs: a name given twice is invalid."""
    pairs = list(pairs)
    outcome = run(name, dict(pairs))
    times = Counter(key for key, _ in pairs)
    repeated = sorted(key for key, count in times.items() if count > 1)
    if not repeated:
        return outcome
    errors = [
        FieldError(key, "repeated", f"“{shortened(key)}” is answered twice") for key in repeated
    ]
    return invalid(name, *errors, *outcome.errors)


def run_json(name: str, text: str) -> Outcome:
    """As `run`, for one JSON object of raw answers; a number is read by its literal digits."""
    try:
        pairs = json.loads(
            text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=str
        )
    except (ValueError, RecursionError):
        pairs = None
    if not isinstance(pairs, _Pairs):
        return invalid(name, FieldError(None, "line", "The line is not one JSON object of answers"))
    return run_pairs(name, pairs)


def invalid(name: str, *errors: FieldError) -> Outcome:
    """An invalid outcome with these errors and nothing else."""
    return Outcome("invalid", name, __version__, errors=errors)


class _Pairs(list[tuple[str, object]]):
    """The members of a JSON object, repeated names and all."""

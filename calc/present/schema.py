"""A calculator's raw answers as a JSON Schema (draft 2020-12)."""

import re
from collections.abc import Iterator
from typing import Any

from calc.model import digits
from calc.model.asking import When
from calc.model.calculator import Alternative, Calculator
from calc.model.inputs import CONFIRM, NO, YES, Choice, Confirmation, Input
from calc.model.limited import Limited
from calc.model.limits import Limits
from calc.model.number import Number, unit_field
from calc.model.series import Series
from calc.model.several import NONE, Several
from calc.model.written import Moment, Span, Written

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def inputs_schema(calculator: Calculator[Any]) -> dict[str, Any]:
    """The schema of the answers, with units, limits, their reasons, and what to check first."""
    described = {
        "$schema": DIALECT,
        "title": calculator.title,
        "description": calculator.about,
        "type": "object",
        "properties": {
            **{name: _property(declared) for name, declared in calculator.inputs.items()},
            CONFIRM: _confirmation(calculator.confirmation),
        },
        "required": [name for name in calculator.inputs if name in calculator.required],
        "additionalProperties": False,
    }
    if calculator.alternatives:
        described["oneOf"] = [
            _alternative(alternative, calculator) for alternative in calculator.alternatives
        ]
    if calculator.units:
        described["dependentRequired"] = {
            number: [unit]
            for number, unit in ((each, unit_field(each)) for each in calculator.inputs)
            if unit in calculator.units
        }
    if rules := [*_depending(calculator)]:
        described["allOf"] = rules
    if calculator.limits:
        described["x-derived-limits"] = [_derived(each) for each in calculator.limits]
    if calculator.scope:
        described["x-scope"] = calculator.scope.text
    if calculator.checks:
        described["x-check-first"] = [check.whole for check in calculator.checks]
    return described


def _depending(calculator: Calculator[Any]) -> Iterator[dict[str, Any]]:
    """What is asked, or offered, with certain earlier answers only."""
    for name, when in calculator.asked.items():
        then = {"required": [name]} if not when.optional else True
        yield {"if": _answered(when), "then": then, "else": {"not": {"required": [name]}}}
    for name, declared in calculator.inputs.items():
        for option in declared.options if isinstance(declared, Choice) else ():
            if option.when:
                chosen = {"properties": {name: {"const": option.id}}, "required": [name]}
                yield {"if": chosen, "then": _answered(option.when)}


def _answered(when: When) -> dict[str, Any]:
    return {"properties": {when.field: {"enum": [*when.answers]}}, "required": [when.field]}


def _property(declared: Input) -> dict[str, Any]:
    match declared:
        case Number():
            return _number(declared)
        case Choice():
            return {
                "title": declared.label,
                "description": declared.hint,
                "enum": [option.id for option in declared.options],
            }
        case Moment():
            return _moment(declared)
        case Several():
            return _several(declared)
        case Series():
            return _series(declared)
        case Written():
            raise TypeError(declared)


def _number(declared: Number) -> dict[str, Any]:
    described: dict[str, Any] = {
        "title": declared.label,
        "description": declared.hint,
        "type": ["string", "number"],
        "examples": [declared.example],
        "x-unit": declared.unit,
        **_both(declared),
    }
    if declared.loinc:
        described["x-loinc"] = declared.loinc
    return described


def _moment(declared: Moment[Any]) -> dict[str, Any]:
    def limits(span: Span[Any]) -> dict[str, str]:
        return {"low": declared.plain(span.low), "high": declared.plain(span.high), "why": span.why}

    named = {"x-hard-limits": declared.hard, "x-soft-limits": declared.soft}
    return {
        "title": declared.label,
        "description": declared.hint,
        "type": "string",
        "format": declared.code,
        "pattern": f"^{declared.pattern}$",
        **{name: limits(span) for name, span in named.items() if span},
    }


def _series(declared: Series) -> dict[str, Any]:
    """A list of rows; or, for the command line, rows as one text."""
    at = f"( {declared.time.pattern})?" if declared.time else ""
    row = rf"{declared.date.pattern}{at} [0-9]+(\.[0-9]+)?"
    parts = {"day": _moment(declared.date), "number": _number(declared.number)}
    return {
        "title": declared.label,
        "description": declared.hint,
        "anyOf": [
            {"type": "array", "items": {"type": "string", "pattern": f"^{row}$"}, "minItems": 1},
            {"type": "string", "pattern": f"^{row}(\n{row})*$"},
        ],
        "x-unit": declared.number.unit,
        "x-row": parts | ({"time": _moment(declared.time)} if declared.time else {}),
    }


def _several(declared: Several) -> dict[str, Any]:
    """A list of ids; or, for the command line, ids as one text. Where words may be others, text."""
    ids = [option.id for option in declared.options]
    if declared.beyond:
        texts = {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": True}
        described = {"title": declared.label, "description": declared.hint}
        return described | {"anyOf": [texts, {"type": "string"}], "x-list": ids}
    one = f"({'|'.join(map(re.escape, ids))})"
    kinds: list[dict[str, Any]] = [
        {"type": "array", "items": {"enum": ids}, "minItems": 1, "uniqueItems": True},
        {"type": "string", "pattern": f"^{one}(, ?{one})*$"},
    ]
    if declared.none:
        kinds.append({"const": NONE})
    return {"title": declared.label, "description": declared.hint, "anyOf": kinds}


def _confirmation(declared: Confirmation) -> dict[str, Any]:
    """Beside the answers: yes or no for all values, or the names of those that were checked."""
    name = f"({'|'.join(sorted(declared.may_be))})"
    return {
        "title": declared.label,
        "description": f"{YES} for all, or the names of what was checked, with commas between",
        "type": "string",
        "pattern": f"^({YES}|{NO}|{name}(, ?{name})*)$",
    }


def _derived(limited: Limited) -> dict[str, Any]:
    """The limits of a quantity that is worked out, and the inputs that it comes from."""
    described = {"title": limited.label, "x-unit": limited.unit, "x-of": [*limited.computed_from]}
    if limited.unless:
        described["x-unless"] = limited.unless
    return described | _both(limited)


def _both(declared: Number | Limited) -> dict[str, Any]:
    """The hard and the soft limits, as far as there are such."""
    named = {"x-hard-limits": declared.hard, "x-soft-limits": declared.soft}
    return {name: _limits(each) for name, each in named.items() if each}


def _limits(limits: Limits) -> dict[str, str]:
    low, high = digits.decimal(limits.low), digits.decimal(limits.high)
    why = "; ".join(filter(None, (limits.why, limits.why_high)))
    return {"low": low, "high": high, "why": why}


def _alternative(alternative: Alternative, calculator: Calculator[Any]) -> dict[str, Any]:
    others = [{"required": [other.by]} for other in calculator.alternatives if other != alternative]
    return {"required": [*calculator.needed(alternative)], "not": {"anyOf": others}}

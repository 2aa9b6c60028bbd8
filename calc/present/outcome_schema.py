"""A calculator's outcome as a JSON Schema (draft 2020-12), for the programs that read it."""

from typing import Any

from calc.model.calculator import Calculator
from calc.model.values import Value
from calc.present.schema import DIALECT

type Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NULL: Schema = {"type": "null"}
DECIMAL: Schema = {"type": "string", "pattern": r"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$"}
DAY_OR_TIME: Schema = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$",
}


def outcome_schema(calculator: Calculator[Any]) -> Schema:
    """The schema of every outcome: its names, their units, and which of them are always there."""
    return {
        "$schema": DIALECT,
        "title": f"{calculator.title}: outcome",
        "description": calculator.about,
        **_object(
            {
                "outcome": {"enum": ["answer", "refusal", "invalid", "failure"]},
                "calculator": {"const": calculator.name},
                "version": TEXT,
                "inputs": {
                    "type": "object",
                    "properties": {name: _ref("input") for name in calculator.inputs},
                    "additionalProperties": False,
                },
                "confirmed": _list({"enum": sorted(calculator.confirmation.may_be)}),
                "values": _values(calculator.values),
                "heading": _or_null(TEXT),
                "headline": _or_null(TEXT),
                "beneath": _or_null(TEXT),
                "tiles": _list(_object({"label": TEXT, "text": TEXT, "limit": TEXT})),
                "decision": TEXT,
                "reason": TEXT,
                "lists": _list(_ref("box")),
                "lines": _list(_object({"group": TEXT, "label": TEXT, "text": TEXT})),
                "scope": _or_null(_ref("said")),
                "box": _or_null(_ref("box")),
                "checks": _list(_ref("said")),
                "cautions": _list(_ref("caution")),
                "comparison": _or_null(_ref("table")),
                "results": _list({"oneOf": [_ref(kind) for kind in RESULTS]}),
                "refusal": _or_null(_ref("refusal")),
                "errors": _list(_ref("error")),
                "working": _list(_ref("step")),
                "sources": SOURCES,
            },
            optional=("decision", "reason", "lists", "results"),
        ),
        "allOf": [_when(kind, holds) for kind, holds in _kinds(calculator).items()],
        "$defs": DEFINED,
    }


def _values(declared: tuple[Value, ...] | None) -> Schema:
    """Each value with its units; of a calculator that declares none, any."""
    if declared is None:
        return {"type": "object", "additionalProperties": _ref("quantity")}
    return {
        "type": "object",
        "properties": {each.name: _quantity(each) for each in declared if not each.numbered},
        "patternProperties": {each.pattern: _quantity(each) for each in declared if each.numbered},
        "additionalProperties": False,
    }


def _quantity(value: Value) -> Schema:
    return _object({"value": DECIMAL, "unit": {"enum": [*value.units]}})


def _kinds(calculator: Calculator[Any]) -> dict[str, Schema]:
    """What each kind of outcome holds, and what it does not."""
    always = [each.name for each in calculator.values or () if each.always]
    no_words = {"heading": NULL, "headline": NULL, "beneath": NULL, "tiles": NONE}
    no_answer = {**no_words, "cautions": NONE, "comparison": NULL}
    no_values = {"values": {"maxProperties": 0}, "working": NONE}
    right: Schema = {"errors": NONE}
    no_refusal = {"refusal": NULL}
    answer = {"heading": TEXT, "headline": TEXT, "values": {"required": always}}
    wrong = {"errors": {"minItems": 1}}
    return {
        "answer": answer | right | no_refusal,
        "refusal": no_answer | right | {"refusal": _ref("refusal")} | _led(calculator.values),
        "invalid": no_answer | no_values | no_refusal | wrong,
        "failure": no_answer | no_values | no_refusal | right | {"inputs": {"maxProperties": 0}},
    }


def _led(declared: tuple[Value, ...] | None) -> Schema:
    """The values that a refusal may show, of a calculator that declares its values."""
    if declared is None:
        return {}
    led = [each.pattern for each in declared if each.led]
    named = {"propertyNames": {"pattern": "|".join(led)}} if led else {"maxProperties": 0}
    return {"values": named}


def _when(kind: str, holds: Schema) -> Schema:
    return {"if": {"properties": {"outcome": {"const": kind}}}, "then": {"properties": holds}}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(schema: Schema) -> Schema:
    return {"oneOf": [schema, NULL]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    """An object that has all these and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


NONE: Schema = {"maxItems": 0}
SOURCES = _list(_ref("source"))
ROW = _object(
    {
        "id": TEXT,
        "cells": _list(TEXT),
        "values": {"type": "object", "additionalProperties": _ref("quantity")},
    }
)
TABLE = {"title": TEXT, "heads": _list(TEXT), "rows": _list(ROW), "sources": SOURCES}
CELL = {"oneOf": [TEXT, _ref("quantity")]}
PAIR = _object(
    {
        **{"id": TEXT, "label": TEXT, "left": CELL, "right": CELL, "same": {"type": "boolean"}},
        "difference": _or_null(_ref("quantity")),
    }
)
LATER = _or_null(DAY_OR_TIME)
DUE = _object({"id": TEXT, "at": DAY_OR_TIME, "or": LATER, "until": LATER, "what": TEXT})
RESULTS: dict[str, Schema] = {
    "a-table": _object({"kind": {"const": "table"}, **TABLE}),
    "two-columns": _object(
        {"kind": {"const": "two-columns"}, **TABLE, "rows": _list(PAIR)},
    ),
    "schedule": _object(
        {"kind": {"const": "schedule"}, "title": TEXT, "due": _list(DUE), "sources": SOURCES}
    ),
}
"""What an answer may show, by its kind."""

DEFINED: dict[str, Schema] = {
    "quantity": _object({"value": DECIMAL, "unit": TEXT}),
    "source": _object({"key": TEXT, "locator": TEXT}),
    "said": _object({"text": TEXT, "detail": TEXT, "sources": SOURCES}),
    "box": _object({"title": TEXT, "items": _list(_ref("said"))}),
    "input": _object({"typed": TEXT, "value": _or_null(TEXT), "unit": TEXT, "read_back": TEXT}),
    "caution": _object(
        {"id": TEXT, "hazard": TEXT, "text": TEXT, "detail": TEXT, "sources": SOURCES}
    ),
    "refusal": _object({"id": TEXT, "text": TEXT, "instead": TEXT, "sources": SOURCES}),
    "error": _object(
        {
            **{"field": _or_null(TEXT), "code": TEXT, "text": TEXT},
            "offers": _list(
                _object(
                    {
                        "label": TEXT,
                        "answers": {"type": "object", "additionalProperties": TEXT},
                    }
                )
            ),
        }
    ),
    "step": _object(
        {"name": TEXT, "formula": TEXT, "numbers": TEXT, "result": TEXT, "sources": SOURCES}
    ),
    "table": _object(TABLE),
    **RESULTS,
}

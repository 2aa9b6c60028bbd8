"""An outcome as the JSON that programs read."""

import json
from collections.abc import Iterable
from typing import Any

from calc.model.outcomes import FieldError, Outcome
from calc.model.sources import Cite


def record(outcome: Outcome) -> dict[str, Any]:
    """The outcome as plain data: values as decimal text, units as UCUM codes."""
    return {
        "outcome": outcome.kind,
        "calculator": outcome.calculator,
        "version": outcome.version,
        "inputs": {name: typed._asdict() for name, typed in outcome.inputs.items()},
        "values": {
            name: {"value": quantity.decimal(), "unit": quantity.unit}
            for name, quantity in outcome.values.items()
        },
        "cautions": [
            {"id": caution.id, "text": caution.text, "sources": _sources(caution.cites)}
            for caution in outcome.cautions
        ],
        "refusal": _refusal(outcome),
        "errors": [_error(error) for error in outcome.errors],
        "working": [
            {
                "name": step.name,
                "formula": step.formula,
                "numbers": step.numbers,
                "result": step.result,
                "sources": _sources(step.cites),
            }
            for step in outcome.working
        ],
        "sources": _sources(outcome.cites),
    }


def line(outcome: Outcome) -> str:
    """The record on one line of ASCII text."""
    return json.dumps(record(outcome))


def _error(error: FieldError) -> dict[str, Any]:
    """An error; `answers` of an offer are what to type for it, by the names of the inputs."""
    offers = [{"label": each.label, "answers": dict(each.answers)} for each in error.offers]
    return {**error._asdict(), "offers": offers}


def _refusal(outcome: Outcome) -> dict[str, Any] | None:
    refusal = outcome.refusal
    if refusal is None:
        return None
    return {
        "id": refusal.id,
        "text": refusal.text,
        "instead": refusal.instead,
        "sources": _sources(refusal.cites),
    }


def _sources(cites: Iterable[Cite]) -> list[dict[str, str]]:
    return [{"key": cite.source.key, "locator": cite.locator} for cite in cites]

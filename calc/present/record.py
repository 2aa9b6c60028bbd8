"""An outcome as the JSON that programs read."""

import json
from typing import Any

from calc.model.outcomes import Caution, FieldError, Outcome
from calc.model.statements import Box, Check
from calc.present import text
from calc.present.results import quantity_record, record_of, sources_of, table_record
from calc.present.text import straight
from calc.present.working import steps_of


def to_record(outcome: Outcome) -> dict[str, Any]:
    """The outcome as plain data: values as decimal text, units as UCUM codes."""
    return {
        "outcome": outcome.kind,
        "calculator": outcome.calculator,
        "version": outcome.version,
        "inputs": {name: typed._asdict() for name, typed in outcome.inputs.items()},
        "confirmed": [*outcome.confirmed],
        "values": {name: quantity_record(quantity) for name, quantity in outcome.values.items()},
        "heading": outcome.answer.heading if outcome.answer else None,
        "headline": outcome.answer.headline if outcome.answer else None,
        "beneath": outcome.answer.beneath if outcome.answer else None,
        "tiles": [each._asdict() for each in outcome.answer.tiles] if outcome.answer else [],
        **_advice(outcome),
        "lines": [each._asdict() for each in outcome.answer.lines] if outcome.answer else [],
        "scope": _check(text.scope_of(outcome)),
        "box": _box(text.box_of(outcome)),
        "checks": [_check(check) for check in text.checks_of(outcome)],
        "cautions": [_caution(caution) for caution in outcome.cautions],
        "comparison": _comparison(outcome),
        **_results(outcome),
        "refusal": _refusal(outcome),
        "errors": [_error(error) for error in outcome.errors],
        "working": [
            {
                "name": step.name,
                "formula": step.formula,
                "numbers": step.numbers,
                "result": step.result,
                "sources": sources_of(step.cites),
            }
            for step in steps_of(outcome)
        ],
        "sources": sources_of(outcome.cites),
    }


def to_json_line(outcome: Outcome) -> str:
    """The record on one line of ASCII text."""
    return json.dumps(to_record(outcome))


def _caution(caution: Caution) -> dict[str, Any]:
    return {
        "id": caution.id,
        "hazard": caution.hazard.id,
        "text": caution.text,
        "detail": caution.detail,
        "sources": sources_of(caution.cites),
    }


def _check(check: Check | None) -> dict[str, Any] | None:
    if check is None:
        return None
    return {"text": check.text, "detail": check.detail, "sources": sources_of(check.cites)}


def _box(box: Box | None) -> dict[str, Any] | None:
    return {"title": box.title, "items": [_check(item) for item in box.items]} if box else None


def _advice(outcome: Outcome) -> dict[str, Any]:
    """What an answer decided, why, and what to do; no key where it decides nothing."""
    answer = outcome.answer
    if answer is None or not answer.decision:
        return {}
    lists = [_box(each) for each in answer.lists]
    return {"decision": answer.decision, "reason": answer.reason, "lists": lists}


def _comparison(outcome: Outcome) -> dict[str, Any] | None:
    compared = outcome.answer.comparison if outcome.answer else ()
    return next(map(table_record, compared), None)


def _results(outcome: Outcome) -> dict[str, Any]:
    """The tables and schedules of an answer; no key where it declares none."""
    results = outcome.answer.results if outcome.answer else ()
    return {"results": [record_of(each) for each in results]} if results else {}


def _error(error: FieldError) -> dict[str, Any]:
    """An error; `answers` of an offer are what to type for it, by the names of the inputs."""
    offers = [{"label": each.label, "answers": dict(each.answers)} for each in error.offers]
    return {**error._asdict(), "text": straight(error.text), "offers": offers}


def _refusal(outcome: Outcome) -> dict[str, Any] | None:
    refusal = outcome.refusal
    if refusal is None:
        return None
    return {
        "id": refusal.id,
        "text": refusal.text,
        "instead": refusal.instead,
        "sources": sources_of(refusal.cites),
    }

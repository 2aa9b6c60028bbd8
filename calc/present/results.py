"""Tables, columns and schedules of an answer: all as one kind of table, and as data."""

from datetime import date, datetime
from typing import Any

from calc.model.dates import in_words
from calc.model.quantity import Quantity
from calc.model.results import Due, Pair, Result, Row, Schedule, Table, TwoColumns
from calc.model.sources import Cite


def as_table(result: Result) -> Table:
    """Any of them as a table of words: pairs with their difference, what is due with its time."""
    match result:
        case Table():
            return result
        case TwoColumns(title, heads, pairs, cites):
            rows = tuple(Row(pair.id, _cells(pair), {}) for pair in pairs)
            return Table(title, (*heads, "Difference"), rows, cites)
        case Schedule(title, _, cites):
            rows = tuple(Row(due.id, (when(due), due.what), {}) for due in result.in_order)
            return Table(title, ("When", "What"), rows, cites)


def when(due: Due) -> str:
    """A day, a time of it, or from one to another: "Sunday 8 November 2026, 07:00 to 08:00".

    With another start: "Sunday 8 November 2026, 07:00 or 08:00, until 09:00".
    """
    words = _moment(due.at)
    if due.or_at:
        words += f" or {_after(due.at, due.or_at)}"
    if due.until:
        words += f"{', until' if due.or_at else ' to'} {_after(due.at, due.until)}"
    return words


def _after(start: date | datetime, moment: date | datetime) -> str:
    """A moment, without its day where that is the day of the start."""
    return _moment(moment).removeprefix(f"{in_words(start)}, ")


def record_of(result: Result) -> dict[str, Any]:
    """One of them as plain data: quantities as decimal text, days and times as ISO 8601."""
    head = {"kind": KINDS[type(result)], "title": result.title}
    sources = {"sources": sources_of(result.cites)}
    match result:
        case Table():
            return head | table_record(result)
        case TwoColumns():
            rows = [_pair(pair) for pair in result.rows]
            return head | {"heads": [*result.heads], "rows": rows} | sources
        case Schedule():
            return head | {"due": [_due(due) for due in result.in_order]} | sources


KINDS: dict[type, str] = {Table: "table", TwoColumns: "two-columns", Schedule: "schedule"}


def table_record(table: Table) -> dict[str, Any]:
    """A table as plain data, each row with the quantities that its words speak of."""
    return {
        "title": table.title,
        "heads": [*table.heads],
        "rows": [
            {
                "id": row.id,
                "cells": [*row.cells],
                "values": {name: quantity_record(each) for name, each in row.values.items()},
            }
            for row in table.rows
        ],
        "sources": sources_of(table.cites),
    }


def quantity_record(quantity: Quantity) -> dict[str, str]:
    """A quantity as plain data: its value as decimal text, its unit as a UCUM code."""
    return {"value": quantity.decimal(), "unit": quantity.unit}


def sources_of(cites: tuple[Cite, ...]) -> list[dict[str, str]]:
    """Places in sources as plain data."""
    return [{"key": cite.source.key, "locator": cite.locator} for cite in cites]


def _cells(pair: Pair) -> tuple[str, ...]:
    return (pair.label, _shown(pair.left), _shown(pair.right), pair.words)


def _shown(cell: Quantity | str) -> str:
    return cell if isinstance(cell, str) else cell.shown()


def _pair(pair: Pair) -> dict[str, Any]:
    """A pair; its difference has the sign of right less left, and is null for words."""
    left, right, difference = pair.left, pair.right, pair.difference
    by = None
    if difference:
        by = quantity_record(difference)
        by["value"] = f"-{by['value']}" if pair.less else by["value"]
    return {
        "id": pair.id,
        "label": pair.label,
        "left": left if isinstance(left, str) else quantity_record(left),
        "right": right if isinstance(right, str) else quantity_record(right),
        "same": pair.same,
        "difference": by,
    }


def _due(due: Due) -> dict[str, Any]:
    either, until = due.or_at and _iso(due.or_at), due.until and _iso(due.until)
    return {"id": due.id, "at": _iso(due.at), "or": either, "until": until, "what": due.what}


def _iso(moment: date | datetime) -> str:
    return moment.isoformat("T", "minutes") if isinstance(moment, datetime) else moment.isoformat()


def _moment(moment: date | datetime) -> str:
    words = in_words(moment)
    return f"{words}, {moment:%H:%M}" if isinstance(moment, datetime) else words

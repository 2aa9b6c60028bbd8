"""An outcome as one row of a table of many patients: what was wrong, its words, its values."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from calc.catalogue import CATALOGUE
from calc.model import units
from calc.model.calculator import Calculator
from calc.model.outcomes import Answered, Failed, Invalid, Outcome, Refused
from calc.model.quantity import Quantity
from calc.model.values import Value
from calc.present.text import FAILED, labelled, straight

WORDS = ("outcome", "wrong", "confirmed", "result", "decision", "refusal", "cautions", "version")
"""The columns that every calculator has, before those of its values."""
BETWEEN = " | "
"""What stands between two texts of one cell."""
SIGNS = (
    r"=+\-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    r"\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
FORMULA = re.compile(rf"^(?=[{SIGNS}\t\r\n])|(?<=[;,])(?=[{SIGNS}])")
"""Where a formula begins in a table that a spreadsheet opens, also one that parts cells elsewhere:
whoever typed it."""
BEGUN = re.compile(rf"[;,][{SIGNS}\t\r\n]")
"""The same, in cells each of which stands behind one of those signs."""


def heads(calculator: Calculator[Any]) -> tuple[str, ...]:
    """The names of the columns: `dose (mg)`, one for each unit that a value may be in."""
    values = calculator.values or ()
    return (*WORDS, *(_head(each, unit) for each in values for unit in each.units))


def cells(outcome: Outcome) -> tuple[str, ...]:
    """The cells of an outcome under `heads`: values as decimal text, empty where there is none.

    What was wrong names each field with its reason; a refusal says what to do instead.
    """
    answer, refusal = outcome.answer, outcome.refusal
    return (
        outcome.kind,
        _wrong(outcome),
        BETWEEN.join(outcome.confirmed),
        labelled(answer.heading, answer.headline) if answer else "",
        answer.decision if answer else "",
        f"{refusal.text} Instead: {refusal.instead}" if refusal else "",
        BETWEEN.join(caution.text for caution in outcome.cautions),
        outcome.version,
        *_values(outcome),
    )


def _wrong(outcome: Outcome) -> str:
    match outcome:
        case Failed():
            return FAILED
        case Invalid(errors=errors):
            said = (labelled(each.field or "line", straight(each.text)) for each in errors)
            return BETWEEN.join(said)
        case Answered() | Refused():
            return ""


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe.

    What was typed by anybody is not to run where a table of outcomes is opened.
    """
    return FORMULA.sub("'", cell)


def harmless_row(row: Sequence[str]) -> Sequence[str]:
    """The cells of a row, each harmless. They are looked at as one first: few rows hold such."""
    return [*map(harmless, row)] if BEGUN.search(f";{';'.join(row)}") else row


def _head(value: Value, unit: str) -> str:
    return f"{value.name} ({unit})"


def _values(outcome: Outcome) -> Iterator[str]:
    """Each value in the column of its unit; those of a numbered one side by side in its column."""
    values = outcome.values
    for value in CATALOGUE[outcome.calculator].values or ():
        found = value.among(values)
        for unit in value.units:
            same = [each for each in found if units.same(each.unit, unit)]
            yield BETWEEN.join(map(Quantity.decimal, same))

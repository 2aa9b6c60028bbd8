"""The stored corpus of bad input, and the careful answers that each row of it spoils.

A row says `what` it is and which code of error it `must` get, or the one of several by a bar;
`taken` is what is clear and is read, as `reads`, and `any` an error of the field, whichever.
`typed` stands in the place of the answer `field`, as often as `times`; `literal` is a piece of JSON
there; `line` is a whole line, a sign for each byte, or what is added `within` one. `offers` are all
that must be offered, and nothing else. What another number takes, as one of other units or limits
does, says so with `elsewhere`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from calc.catalogue import CATALOGUE, run, run_json
from calc.model.inputs import CONFIRM
from calc.model.number import Number
from calc.model.outcomes import FieldError, Outcome, shortened
from tests.cases import Case, cases

HERE = Path(__file__).parent

CALCULATORS = {
    "first_dose": "vaccine-dates",
    "infusion_start": "cidofovir-gate",
    "drugs": "co-medication",
    "creatinines": "foscarnet-redose",
}
"""Which calculator asks a field; the dose of foscarnet asks the others."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the corpus."""

    what: str
    must: str
    field: str = ""
    typed: str = ""
    literal: str = ""
    line: str = ""
    within: bool = False
    times: int = 1
    reads: str = ""
    elsewhere: bool = False
    offers: tuple[str, ...] | None = None

    def __str__(self) -> str:
        return f"{self.what}: {self.field} {(self.typed or self.literal or self.line)[:40]!r}"

    @property
    def text(self) -> str:
        """What is typed, in full length."""
        return self.typed * self.times

    @property
    def careful(self) -> Case:
        """The careful answers that it spoils: the first worked example that answers."""
        return careful(CALCULATORS.get(self.field, "foscarnet-dose"), self.field)

    @property
    def answers(self) -> dict[str, object]:
        """The careful answers, and what is typed among them."""
        return {**self.careful.answers, self.field: self.text}

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of error that it may get."""
        return tuple(self.must.split("|"))


@cache
def rows(kind: str) -> tuple[Row, ...]:
    """The rows of one file."""
    lines = (HERE / f"{kind}.jsonl").read_text(encoding="ascii").splitlines()
    return tuple(_row(json.loads(line)) for line in lines)


def _row(raw: dict[str, Any]) -> Row:
    if "offers" in raw:
        raw["offers"] = tuple(raw["offers"])
    return Row(**raw)


TYPED = tuple(row for kind in ("numbers", "choices", "days", "lists") for row in rows(kind))
"""What is typed into a field."""
NO_NUMBER = tuple(
    row
    for row in rows("numbers")
    if row.must in ("number", "number|unit") and row.times == 1 and not row.elsewhere
)
"""What is no number of any field."""
RECORDS = rows("records")
LINES = rows("lines")
EVERY = (*TYPED, *RECORDS, *LINES)


def every_number() -> Iterator[tuple[str, str]]:
    """Each number that is declared, once: a calculator that asks it, and its field."""
    asked = {
        declared: (name, field)
        for name, calculator in CATALOGUE.items()
        for field, declared in calculator.inputs.items()
        if isinstance(declared, Number)
    }
    yield from asked.values()


@cache
def careful(name: str, field: str) -> Case:
    """The first worked example of a calculator that answers, and answers this field if any does."""
    answering = [case for case in cases("answer") if case.calculator == name]
    return next((case for case in answering if field in case.answers), answering[0])


def json_line(row: Row) -> bytes:
    """The row as a line of a batch."""
    if row.line and not row.within:
        return (row.line * row.times).encode("latin-1")
    spoilt = row.line or f"{json.dumps(row.field)}: {row.literal or json.dumps(row.text)}"
    others = {key: typed for key, typed in row.careful.answers.items() if f'"{key}"' not in spoilt}
    return f"{json.dumps(others)[:-1]}, {spoilt}}}".encode("latin-1")


@cache
def outcome_of(row: Row) -> Outcome:
    """What comes of a row, as catalogue.run has it."""
    if row.line or row.literal:
        return run_json(row.careful.calculator, json_line(row).decode("utf-8-sig", "replace"))
    return run(row.careful.calculator, row.answers)


def errors_of(row: Row) -> list[FieldError]:
    """The errors of the field that a row spoils, or of the line."""
    errors = outcome_of(row).errors
    return [each for each in errors if each.field == row.field or row.line]


def label_of(error: FieldError, row: Row) -> str:
    """How an error calls its field: by its label; by its name as a name."""
    calculator = CATALOGUE[row.careful.calculator]
    if error.field == CONFIRM and error.code != "repeated":
        return calculator.confirmation.label
    if error.field in calculator.inputs and error.code != "repeated":
        return calculator.inputs[error.field].label
    return "The line" if error.field is None else shortened(error.field)

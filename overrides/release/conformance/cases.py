"""The cases of the kit: what is asked, and what of an outcome another program must give."""

import tomllib
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from calc.catalogue import CATALOGUE, run
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.model.digits import decimal
from calc.model.outcomes import Outcome
from calc.present.record import to_record
from overrides.markdown.examples import CASES, FILES

STEP = Fraction(1, 1000)
"""How far beside an edge a case lies, in the unit of the table."""
WEIGHT = 100
"""By which a clearance per kg is made a whole clearance that ends, kg."""


class Case(NamedTuple):
    """A case: the answers as they are typed, why it is there, and where its figures come from."""

    name: str
    calculator: str
    answers: Mapping[str, str]
    about: str
    source: str = "computed from the rows of the dose table"

    def outcome(self) -> Outcome:
        """What comes of it here."""
        return run(self.calculator, self.answers)

    def plain(self) -> dict[str, object]:
        """The case as plain data, with what must come of it."""
        expected = expected_of(to_record(self.outcome()))
        return {**self._asdict(), "answers": dict(self.answers), "expected": expected}


def expected_of(record: Mapping[str, Any]) -> dict[str, object]:
    """What of an outcome's record is no words: the kind, numbers with units, and ids."""
    return {
        "outcome": record["outcome"],
        "values": record["values"],
        "refusal": record["refusal"] and record["refusal"]["id"],
        "errors": [{"field": each["field"], "code": each["code"]} for each in record["errors"]],
        "cautions": [each["id"] for each in record["cautions"]],
        "decision": record.get("decision"),
    }


def every_case() -> tuple[Case, ...]:
    """The worked examples, the known answers, and both sides of every edge."""
    return (*_examples(), *_known_answers(), *_edges())


def refusals() -> dict[str, dict[str, str]]:
    """Every refusal that a case ends in, by its id: why, and what to do instead."""
    ended = [case.outcome() for case in every_case()]
    return {
        each.refusal.id: {"text": each.refusal.text, "instead": each.refusal.instead}
        for each in reversed(ended)
        if each.refusal
    }


def _examples() -> Iterator[Case]:
    for file in FILES:
        for case in tomllib.loads((CASES / f"{file}.toml").read_text(encoding="utf-8"))["case"]:
            yield Case(*(case[key] for key in Case._fields))


def _known_answers() -> Iterator[Case]:
    for name, calculator in CATALOGUE.items():
        for place, known in enumerate(calculator.known_answers, 1):
            about = "A known answer, which each browser tries before it answers."
            yield Case(f"known-{name}-{place}", name, known.answers, about, "as in calc")


def _edges() -> Iterator[Case]:
    """Of each regimen of foscarnet: at each edge, just below it and just above."""
    for regimen_id, regimen in REGIMENS.items():
        for edge in regimen.table.edges:
            for side, value in (("below", edge - STEP), ("at", edge), ("above", edge + STEP)):
                answers = {
                    **{"measured_clearance": decimal(value * WEIGHT), "weight": str(WEIGHT)},
                    **{"regimen": regimen_id, "dialysis": "no", "confirm": "yes"},
                }
                about = f"{side.title()} the edge at {decimal(edge)} {regimen.table.by.unit}."
                name = f"edge-{regimen_id}-{decimal(edge)}-{side}"
                yield Case(name, "foscarnet-dose", answers, about)

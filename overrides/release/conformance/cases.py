"""The cases of the kit: what is asked, and what of an outcome another program must give."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from calc.catalogue import CATALOGUE, run
from calc.clinical.aciclovir import label as aciclovir
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.oral_antiviral.label import REGIMENS as TABLETS
from calc.clinical.oral_antiviral.rows import edges_of
from calc.model.digits import decimal
from calc.model.outcomes import Outcome
from calc.present.record import to_record
from overrides.markdown.examples import CASES, FILES

STEP = Fraction(1, 1000)
"""How far beside an edge a case lies, in the unit of the table."""
WEIGHT = 100
"""By which a clearance per kg is made a whole clearance that ends, kg."""
OF_STANDARD_SURFACE = {"age": "68", "sex": "male", "weight": "62.28", "height": "173"}
"""A body surface of 1.73 m2: clearance is the same figure in mL/min and per 1.73 m2."""


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
    """At each edge of each regimen and each text, just below it and just above."""
    for regimen_id, regimen in REGIMENS.items():
        for near in _around(regimen.table.edges, regimen.table.by.unit):
            answers = {
                **{"measured_clearance": decimal(near.value * WEIGHT), "weight": str(WEIGHT)},
                **{"regimen": regimen_id, "dialysis": "no", "confirm": "yes"},
            }
            yield Case(f"edge-{regimen_id}-{near.name}", "foscarnet-dose", answers, near.about)
    for text_id, text in (("us", aciclovir.US), ("uk", aciclovir.UK)):
        for near in _around(aciclovir.EDGES, text.unit):
            answers = {
                **OF_STANDARD_SURFACE,
                **{"measured_clearance": decimal(near.value), "renal_replacement": "none"},
                **{"infection": "vzv", "product_text": text_id, "vial": "us-500"},
            }
            name = f"edge-aciclovir-iv-{text_id}-{near.name}"
            yield Case(name, "aciclovir-iv", answers, near.about)
    for (name, purpose, text_id), tablets in TABLETS.items():
        for near in _around(edges_of(tablets.rows), tablets.unit):
            answers = {
                **OF_STANDARD_SURFACE,
                **{"measured_clearance": decimal(near.value), "dialysis_kind": "none"},
                **{"tablets": name, "purpose": purpose, "whose_text": text_id},
                **{"ordered": "no", "mind": "no"},
            }
            case = f"edge-{name}-{purpose}-{text_id}-{near.name}"
            yield Case(case, "oral-antiviral", answers, near.about)


class _Near(NamedTuple):
    """A value at an edge or beside it, with what tells its case from the others."""

    value: Fraction
    name: str
    about: str


def _around(edges: Iterable[Fraction], unit: str) -> Iterator[_Near]:
    for edge in edges:
        for side, value in (("below", edge - STEP), ("at", edge), ("above", edge + STEP)):
            about = f"{side.title()} the edge at {decimal(edge)} {unit}."
            yield _Near(value, f"{decimal(edge)}-{side}", about)

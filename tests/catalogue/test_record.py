"""The JSON outcome has fixed names and fixed shapes."""

import json
import re
from functools import cache
from typing import Any

import pytest

from calc.catalogue import CATALOGUE
from calc.model.inputs import CONFIRM
from calc.model.refusals import Refusal
from calc.present.record import to_json_line, to_record
from tests.cases import Case, cases, named
from tests.catalogue.walk import all_of, outcome_of
from tests.every import every_answer, every_case, every_refusal, of_every

KEYS = [
    *("outcome", "calculator", "version", "inputs", "confirmed", "values", "heading"),
    *("headline", "beneath", "tiles", "lines"),
    *("scope", "box", "checks", "cautions", "comparison", "refusal"),
    *("errors", "working", "sources"),
]
OPTIONAL = {"decision", "reason", "lists", "results"}
"""What stands in the record of an answer that has it, and of no other."""
PLAIN_DECIMAL = re.compile(r"(0|[1-9]\d*)(\.\d*[1-9])?")

LEADS_TO_A_REFUSAL = {
    "aciclovir-too-short-in-obesity": {"body_mass_index"},
    "clearance-below-0.4": {"clearance_per_kg"},
    "clearance-below-both-tables": {"clearance_per_kg", "swiss_clearance_per_kg"},
    "creatinine-too-old": {"clearance_per_kg"},
    "too-short-for-devine": {"body_mass_index"},
    **{bar.id: {"clearance"} for bar in all_of(Refusal) if bar.id.startswith("cidofovir-")},
    "cidofovir-dialysis": set(),
}
"""The values that led to a refusal; to any other refusal none did."""


@cache
def recorded(case: Case) -> dict[str, Any]:
    """The record as a program reads it back; each is written and read once."""
    read: dict[str, Any] = json.loads(to_json_line(outcome_of(case)))
    return read


@every_case
def test_the_record_has_its_keys_and_no_other(case: Case) -> None:
    assert KEYS == [key for key in recorded(case) if key not in OPTIONAL]


@every_case
def test_results_are_in_the_record_of_an_answer_that_has_some(case: Case) -> None:
    answer = outcome_of(case).answer

    assert bool(answer and answer.results) is ("results" in recorded(case))


@every_case
def test_a_decision_is_in_the_record_with_its_reason_and_what_to_do(case: Case) -> None:
    read, answer = recorded(case), outcome_of(case).answer
    decided = bool(answer and answer.decision)

    assert [decided] * 3 == [key in read for key in ("decision", "reason", "lists")]


@every_case
def test_the_record_is_one_line_of_ascii(case: Case) -> None:
    written = to_json_line(outcome_of(case))

    assert written.isascii()
    assert 1 == len(written.splitlines())


@every_case
def test_every_part_of_the_record_has_its_shape(case: Case) -> None:
    read = recorded(case)

    assert all(
        [*each] == ["typed", "value", "unit", "read_back"] for each in read["inputs"].values()
    )
    assert {"value", "unit"} >= {key for each in read["values"].values() for key in each}
    assert all(
        [*each] == ["id", "hazard", "text", "detail", "sources"] for each in read["cautions"]
    )
    assert all([*each] == ["group", "label", "text"] for each in read["lines"])
    assert all([*each] == ["text", "detail", "sources"] for each in read["checks"])
    assert all([*each] == ["field", "code", "text", "offers"] for each in read["errors"])
    assert all(
        [*each] == ["label", "answers"] for error in read["errors"] for each in error["offers"]
    )
    assert all(
        [*each] == ["name", "formula", "numbers", "result", "sources"] for each in read["working"]
    )
    assert all([*each] == ["key", "locator"] for each in read["sources"])


@every_case
def test_each_kind_of_outcome_holds_what_it_may(case: Case) -> None:
    read = recorded(case)

    assert (read["outcome"] == "invalid") is bool(read["errors"])
    assert (read["outcome"] == "refusal") is (read["refusal"] is not None)
    assert read["outcome"] == "answer" or not read["cautions"]
    assert read["outcome"] != "invalid" or not (read["values"] or read["working"])


@every_case
def test_every_input_is_echoed_as_it_was_typed(case: Case) -> None:
    echoed = {name: each["typed"] for name, each in recorded(case)["inputs"].items()}

    known = {name for name, _ in case.errors if name and name not in echoed}
    known.add(CONFIRM)  # which is no answer
    expected = {name: a for name, a in case.answers.items() if a.strip() and name not in known}
    assert expected == echoed


@pytest.mark.parametrize(
    "name", ["creatinine-without-its-unit", "creatinine-with-its-unit-typed-but-not-chosen"]
)
def test_a_creatinine_whose_unit_was_not_chosen_is_not_echoed_in_mg_per_dl(name: str) -> None:
    assert "mg/dL" != recorded(named(name))["inputs"]["creatinine"]["unit"]


@every_answer
def test_every_answer_read_every_input(case: Case) -> None:
    assert all(each["value"] is not None for each in recorded(case)["inputs"].values())


@every_case
def test_every_value_is_plain_decimal_text(case: Case) -> None:
    texts = [each["value"] for each in recorded(case)["values"].values()]

    assert [] == [text for text in texts if not PLAIN_DECIMAL.fullmatch(text)]


@every_answer
def test_the_creatinine_at_the_edge_is_in_the_unit_typed(case: Case) -> None:
    values = recorded(case)["values"]
    expected = recorded(case)["inputs"].get("creatinine", {}).get("unit")

    given = values.get("edge_creatinine", {}).get("unit")
    assert given == (expected if "clearance_per_kg" in values else None)


@every_answer
def test_ranges_come_with_both_ends(case: Case) -> None:
    values = recorded(case)["values"]
    lows = {name.removesuffix("_low") for name in values if name.endswith("_low")}
    highs = {name.removesuffix("_high") for name in values if name.endswith("_high")}

    assert lows == highs


@every_refusal
def test_a_refusal_holds_what_led_to_it_with_its_working_and_no_more(case: Case) -> None:
    read = recorded(case)

    assert LEADS_TO_A_REFUSAL.get(case.refusal, set()) == {*read["values"]}
    assert bool(read["values"]) is bool(read["working"])
    assert ["id", "text", "instead", "sources"] == [*read["refusal"]]


@every_case
def test_every_source_of_the_parts_is_among_the_sources(case: Case) -> None:
    read = recorded(case)
    parts = [*read["cautions"], *read["working"]]
    parts += [item for each in read.get("lists", []) for item in each["items"]]
    parts += filter(None, [read["refusal"], read["comparison"], *read.get("results", [])])
    used = {(s["key"], s["locator"]) for part in parts for s in part["sources"]}

    assert used == {(s["key"], s["locator"]) for s in read["sources"]}


@of_every(sorted(CATALOGUE))
def test_every_value_that_is_declared_is_reached_by_some_case(name: str) -> None:
    reached = {
        value
        for case in cases("answer")
        if case.calculator == name
        for value in to_record(outcome_of(case))["values"]
    }

    assert [] == [
        each.name
        for each in CATALOGUE[name].values or ()
        if not any(re.fullmatch(each.pattern, value) for value in reached)
    ]

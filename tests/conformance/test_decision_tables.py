"""The decision tables of the kit, held by what others wrote: DMN's schema, an engine of FEEL."""

import json
import subprocess
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree

from overrides.release.conformance.dmn import MODEL
from setup.node import installed, node
from tests.conformance.computed import FILES, TABLES, computed, values
from tests.every import of_every

SCHEMA = files("SpiffWorkflow") / "dmn" / "parser" / "schema" / "DMN13.xsd"
DECIDES = """
import { readFileSync } from "node:fs";
import { evaluate, unaryTest } from "feelin";

const known = ({ value, warnings }) => {
    if (warnings.length) throw new Error(JSON.stringify(warnings));
    return value;
};
const decided = ({ rules, values }) => values.map((value) => rules
    .filter(([test]) => known(unaryTest(test, { "?": value })) === true)
    .map(([, ...outputs]) => outputs.map((text) => known(evaluate(text)))));
const tables = Object.entries(JSON.parse(readFileSync(0, "utf8")));
console.log(JSON.stringify(Object.fromEntries(tables.map(([id, each]) => [id, decided(each)]))));
"""
"""What each rule of a table gives that holds for a value, for each value of each table."""


def rules(table: str) -> Iterator[list[str]]:
    """The test and the outputs of each rule, as they stand in the file."""
    root = etree.fromstring(FILES[f"{table}.dmn"].encode())
    for rule in root.iter(f"{{{MODEL}}}rule"):
        yield [text.text for text in rule.iter(f"{{{MODEL}}}text")]


@cache
def decided() -> dict[str, Any]:
    """What the engine decides for every table, at each of its edges and beside it."""
    asked = {
        table: {"rules": [*rules(table)], "values": [*map(float, values(table))]}
        for table in TABLES
    }
    command = [str(node()), "--input-type=module", "--eval", DECIDES]
    run = subprocess.run(
        command, cwd=installed(), input=json.dumps(asked), capture_output=True, encoding="utf-8"
    )
    assert not run.returncode, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@of_every(TABLES)
def test_a_decision_table_is_valid_by_the_schema_of_dmn(table: str) -> None:
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    schema.validate(etree.fromstring(FILES[f"{table}.dmn"].encode()))

    assert [] == [each.message for each in schema.error_log]


@of_every(TABLES)
def test_an_engine_decides_as_the_rows_that_compute(table: str) -> None:
    expected = [
        [[*(None if each is None else float(each) for each in numbers), refusal]]
        for *numbers, refusal in (computed(table, value) for value in values(table))
    ]

    assert expected == decided()[table]


@of_every(TABLES)
def test_every_rule_has_an_entry_for_each_of_its_clauses(table: str) -> None:
    root = etree.fromstring(FILES[f"{table}.dmn"].encode())
    clauses = [len([*root.iter(f"{{{MODEL}}}{name}")]) for name in ("input", "output")]

    assert {sum(clauses)} == {len(each) for each in rules(table)}

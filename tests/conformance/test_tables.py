"""The tables of the kit are the rows that compute, in each of their three forms."""

import csv
import io
import json
import re
from collections.abc import Iterator
from fractions import Fraction
from xml.etree import ElementTree as XML

from calc.clinical.aciclovir import label as aciclovir
from calc.model.quantity import Quantity
from calc.model.refusals import RefusalRaised
from calc.model.tables import DoseTable
from overrides.release.conformance import tables
from overrides.release.conformance.dmn import MODEL
from overrides.release.conformance.tables import COLUMNS, every_table
from tests.catalogue.walk import all_of
from tests.every import of_every

TABLES = {table.id: table for table in every_table()}
COMPUTING: dict[str, DoseTable] = {each.name: each for each in all_of(DoseTable)}
NEAR = Fraction(1, 1000)
FILES = tables()

CHILDREN = {
    "definitions": ("decision", "inputData"),
    "decision": ("variable", "informationRequirement", "decisionTable"),
    "informationRequirement": ("requiredInput",),
    "decisionTable": ("input", "output", "rule"),
    "input": ("inputExpression",),
    "rule": ("inputEntry", "outputEntry"),
    "inputData": ("variable",),
    **dict.fromkeys(("inputExpression", "inputEntry", "outputEntry"), ("text",)),
    **dict.fromkeys(("variable", "requiredInput", "output", "text"), ()),
}
"""What the elements that are used may hold, in this order.

The schema of DMN 1.3 itself was not to be had here: this is from its fragments, as two public
projects quote and embed them, November 2026.
"""
NEEDED = {
    "definitions": {"name", "namespace"},
    "decision": {"name"},
    "inputData": {"name"},
    "variable": {"name"},
    "requiredInput": {"href"},
}
"""The attributes without which an element is not valid."""
INTERVAL = re.compile(r"(?P<low>[\[(])(?P<from>[0-9.]+?)\.\.(?P<to>[0-9.]+)\]")
COMPARED = re.compile(r"(?P<sign>[<>]=?) (?P<edge>[0-9.]+)")


def values(table: str) -> list[Fraction]:
    """Each edge of a table, and what lies just beside it."""
    named = [(each.above, each.at_least, each.up_to, each.below) for each in TABLES[table].bands]
    edges = {edge for each in named for edge in each if edge is not None}
    return [edge + beside for edge in sorted(edges) for beside in (-NEAR, 0, NEAR)]


def computed(table: str, value: Fraction) -> tuple[str | None, str | None, str | None]:
    """What the rows that compute give for a value: dose, hours between, and the refusal."""
    if found := COMPUTING.get(TABLES[table].name):
        try:
            row = found.row_for(Quantity(value, found.by.unit))
        except RefusalRaised as raised:
            return None, None, raised.refusal.id
        return str(row.give), str(row.every), None
    band = next(band for band in aciclovir.BANDS if band.holds(value))
    return str(float(band.share)).removesuffix(".0"), str(band.every), None


def holds(test: str, value: Fraction) -> bool:
    """Whether a value passes a unary test of FEEL, as far as the kit writes any."""
    if found := INTERVAL.fullmatch(test):
        low, high = Fraction(found["from"]), Fraction(found["to"])
        return (value > low or (found["low"] == "[" and value == low)) and value <= high
    compared = COMPARED.fullmatch(test)
    assert compared, test
    edge = Fraction(compared["edge"])
    below, same = compared["sign"].startswith("<"), compared["sign"].endswith("=")
    return value == edge if same and value == edge else (value < edge if below else value > edge)


def decided(table: str, value: Fraction) -> list[tuple[str | None, ...]]:
    """What each rule of the decision table gives that holds for a value."""
    root = XML.fromstring(FILES[f"{table}.dmn"])
    return [
        tuple(None if text == "null" else text.strip('"') for text in texts)
        for test, *texts in (
            [each.text or "" for each in rule.iter(f"{{{MODEL}}}text")]
            for rule in root.iter(f"{{{MODEL}}}rule")
        )
        if holds(test, value)
    ]


def within(band: dict[str, str], value: Fraction) -> bool:
    """Whether a band holds a value, as the kit's README says that it is to be read."""
    edges = {
        name: Fraction(band[name])
        for name in ("above", "at_least", "up_to", "below")
        if band.get(name)
    }
    return not (
        ("above" in edges and value <= edges["above"])
        or ("at_least" in edges and value < edges["at_least"])
        or ("up_to" in edges and value > edges["up_to"])
        or ("below" in edges and value >= edges["below"])
    )


def read(bands: Iterator[dict[str, str]], value: Fraction) -> list[tuple[str | None, ...]]:
    """What the bands give that hold a value."""
    names = ("give", "every_h", "refusal")
    return [
        tuple(band.get(name) or None for name in names) for band in bands if within(band, value)
    ]


def test_no_dose_table_that_computes_is_left_out() -> None:
    assert {*COMPUTING} <= {table.name for table in TABLES.values()}
    assert len(TABLES) == len(COMPUTING) + len(aciclovir.TEXTS)


@of_every(TABLES)
def test_the_decision_table_decides_as_the_rows_do(table: str) -> None:
    assert {value: [computed(table, value)] for value in values(table)} == {
        value: decided(table, value) for value in values(table)
    }


@of_every(TABLES)
def test_so_do_the_bands_in_json(table: str) -> None:
    every = json.loads(FILES["dose-tables.json"])
    (found,) = (each for each in every if each["id"] == table)

    assert {value: [computed(table, value)] for value in values(table)} == {
        value: read(iter(found["bands"]), value) for value in values(table)
    }


@of_every(TABLES)
def test_so_do_the_rows_of_the_csv(table: str) -> None:
    rows = list(csv.DictReader(io.StringIO(FILES["dose-tables.csv"], newline="")))

    assert [*COLUMNS] == list(rows[0])
    assert {value: [computed(table, value)] for value in values(table)} == {
        value: read((row for row in rows if row["table"] == table), value)
        for value in values(table)
    }


@of_every(TABLES)
def test_a_decision_table_has_the_shape_that_its_standard_asks(table: str) -> None:
    root = XML.fromstring(FILES[f"{table}.dmn"])
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    for element in root.iter():
        name = element.tag.removeprefix(f"{{{MODEL}}}")
        order = [each.tag.removeprefix(f"{{{MODEL}}}") for each in element]

        assert NEEDED.get(name, set()) <= {*element.keys()}
        assert order == sorted(order, key=CHILDREN[name].index)
    assert len({*ids}) == len(ids)
    assert [] == [each for each in ids if not re.fullmatch("[A-Za-z_][A-Za-z0-9._-]*", each or "")]


@of_every(TABLES)
def test_every_rule_has_an_entry_for_each_of_its_clauses(table: str) -> None:
    root = XML.fromstring(FILES[f"{table}.dmn"])
    clauses = [len([*root.iter(f"{{{MODEL}}}{name}")]) for name in ("input", "output")]

    assert {tuple(clauses)} == {
        tuple(len(rule.findall(f"{{{MODEL}}}{name}")) for name in ("inputEntry", "outputEntry"))
        for rule in root.iter(f"{{{MODEL}}}rule")
    }

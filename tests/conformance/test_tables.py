"""The tables of the kit are the rows that compute, as JSON and as CSV."""

import csv
import io
import json
from collections.abc import Iterator
from fractions import Fraction

from calc.clinical.aciclovir import label as aciclovir
from overrides.release.conformance.tables import COLUMNS
from tests.conformance.computed import COMPUTING, FILES, TABLES, computed, values
from tests.every import of_every


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
def test_the_bands_in_json_give_what_the_rows_that_compute_do(table: str) -> None:
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

"""The tables of the kit, and what the rows that compute give at their edges and beside them."""

from fractions import Fraction

from calc.clinical.aciclovir import label as aciclovir
from calc.model.quantity import Quantity
from calc.model.refusals import RefusalRaised
from calc.model.tables import DoseTable
from overrides.release.conformance import tables
from overrides.release.conformance.tables import every_table
from tests.catalogue.walk import all_of

TABLES = {table.id: table for table in every_table()}
COMPUTING: dict[str, DoseTable] = {each.name: each for each in all_of(DoseTable)}
NEAR = Fraction(1, 1000)
FILES = tables()


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

"""The dose tables of the kit, read off the rows that compute."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from calc.catalogue import CATALOGUE
from calc.clinical.aciclovir import label as aciclovir
from calc.clinical.foscarnet.label import COLUMNS as US_COLUMNS
from calc.clinical.foscarnet_swiss.reference import TABLES as SWISS_TABLES
from calc.model.digits import decimal
from calc.model.sources import Cite
from calc.model.tables import DoseTable, Row

COLUMNS = (
    *("table", "by", "by_unit", "above", "at_least", "up_to", "below"),
    *("give", "give_unit", "every_h", "refusal", "source", "locator"),
)
"""The columns of the CSV. Of `above` and `at_least` one is filled, or neither."""


class Band(NamedTuple):
    """A band of the value that a table is looked up by, and what it gives; or why it refuses."""

    above: Fraction | None = None
    at_least: Fraction | None = None
    up_to: Fraction | None = None
    below: Fraction | None = None
    give: Fraction | None = None
    every: int | None = None
    refusal: str = ""

    def plain(self) -> dict[str, str]:
        """What of it is there, as text."""
        numbers = ("above", "at_least", "up_to", "below", "give")
        said = {
            name: decimal(each) for name in numbers if (each := getattr(self, name)) is not None
        }
        if self.every is not None:
            said["every_h"] = str(self.every)
        return {**said, "refusal": self.refusal} if self.refusal else said


class BandTable(NamedTuple):
    """A table: what it is looked up by, in which unit, what it gives, and its bands."""

    id: str
    name: str
    by: str
    by_unit: str
    gives: str
    give_unit: str
    bands: tuple[Band, ...]
    cites: tuple[Cite, ...]

    def plain(self) -> dict[str, object]:
        """The table as plain data."""
        return {
            **{"id": self.id, "name": self.name},
            **{"by": self.by, "by_unit": self.by_unit},
            **{"gives": self.gives, "give_unit": self.give_unit},
            "sources": [{"key": each.source.key, "locator": each.locator} for each in self.cites],
            "bands": [band.plain() for band in self.bands],
        }

    def rows_of_csv(self) -> Iterator[dict[str, str]]:
        """A row for each band."""
        first = self.cites[0]
        for band in self.bands:
            unit = {"give_unit": self.give_unit} if band.give is not None else {}
            yield {
                **{"table": self.id, "by": self.by, "by_unit": self.by_unit},
                **{"source": first.source.key, "locator": first.locator},
                **band.plain(),
                **unit,
            }


def every_table() -> tuple[BandTable, ...]:
    """Every table whose rows are bands of one value."""
    labelled = (_of(table, f"foscarnet-us-{_use(table)}") for table in US_COLUMNS)
    swiss = (_of(table, f"foscarnet-swiss-{_use(table)}") for table in SWISS_TABLES)
    return (*labelled, *dict.fromkeys(swiss), *map(_of_aciclovir, aciclovir.TEXTS))


def printed() -> list[dict[str, object]]:
    """The tables to work by hand, as each calculator's page prints them."""
    return [
        {
            "calculator": name,
            **{"caption": each.caption, "heads": [*each.heads]},
            "rows": [[*row] for row in each.rows],
        }
        for name, calculator in CATALOGUE.items()
        for each in calculator.reference
    ]


def _use(table: DoseTable) -> str:
    """What tells a table from the others of its text: "hsv-40-every-8-h"."""
    words = table.name.removeprefix("Swiss, ").partition(",")[0].lower()
    full = table.rows[0]
    return f"{words.replace(' ', '-')}-{full.give}-every-{full.every}-h"


def _of(table: DoseTable, id: str) -> BandTable:
    lowest = Band(below=Fraction(table.lowest), refusal=table.below.id)
    return BandTable(
        id,
        table.name,
        table.by.name,
        table.by.unit,
        table.by.gives.replace(" ", "_"),
        table.rows[0].unit,
        (*map(_band, table.rows), lowest),
        (table.cite,),
    )


def _band(row: Row) -> Band:
    above, at_least = (row.low, None) if row.at_least is None else (None, row.low)
    return Band(above, at_least, row.high, give=Fraction(row.give), every=row.every)


def _of_aciclovir(text: aciclovir.Text) -> BandTable:
    bands = (
        Band(
            above=None if band.above is None else Fraction(band.above),
            up_to=None if band.up_to is None else Fraction(band.up_to),
            give=band.share,
            every=band.every,
        )
        for band in aciclovir.BANDS
    )
    name = f"Intravenous aciclovir, {text.name}"
    id = f"aciclovir-iv-{text.name.lower().replace(' ', '-')}"
    by = ("clearance", text.unit)
    return BandTable(id, name, *by, "share_of_the_full_dose", "1", tuple(bands), text.kidneys)

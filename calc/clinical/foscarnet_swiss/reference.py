"""The Swiss tables as words, read off the rows that compute: to read, and to work by hand."""

from calc.clinical.foscarnet_swiss.label import BESIDE, FACTOR, HSV, OLD_TEXT_ONLY, often
from calc.clinical.renal import PER_KG
from calc.model.quantity import Quantity
from calc.model.tables import DoseTable, Row, Table


def _dose(row: Row) -> str:
    """What a row gives, and that it is of the older text where the new one was not read so far."""
    mark = " (older text)" if row in OLD_TEXT_ONLY else ""
    return f"{row.give} mg/kg {often(row)}{mark}"


def _use(table: DoseTable) -> str:
    """What a table is for, and its dose for normal kidneys, without whose it is."""
    return table.name.partition(", ")[2]


TABLES = tuple(BESIDE.values())
SWISS_DOSES = Table(
    "Swiss doses by clearance per kg. What says (older text) was read in the text that was "
    f"replaced: the copy ends before it in the new one. Source: {HSV.cite.source}.",
    ("Clearance, mL/min/kg", *map(_use, TABLES)),
    (
        *(
            (rows[0].band, *map(_dose, rows))
            for rows in zip(*(table.rows for table in TABLES), strict=True)
        ),
        (f"below {HSV.lowest}", *("no row" for _ in TABLES)),
    ),
)
"""All Swiss columns side by side."""

FIGURES: dict[str, Quantity | str] = {
    "swiss-factor": FACTOR.decimal(),
    "swiss-old-text-edge": Quantity(HSV.rows[-len(OLD_TEXT_ONLY) - 1].low, PER_KG),
}
"""The figures that a page may state, by name."""

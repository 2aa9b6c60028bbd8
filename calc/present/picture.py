"""The patient's clearance on the scale of the label's bands: a table with a marker."""

from fractions import Fraction

from calc.model.quantity import Quantity
from calc.model.tables import DoseTable, Row
from calc.present.markup import Markup, joined, tag

HIGHEST, LOWEST = 12, 88
"""Where in its band the marker may point, in per cent from above: it stays whole."""


def draw_bands(table: DoseTable, clearance: Quantity) -> Markup:
    """Bands from highest to lowest with their doses, and a marker where the clearance lies.

    However high a band is drawn, the marker's place within it is to scale. What is read is text of
    the page: it grows and wraps as the reader's font and spacing ask.
    """
    chosen = table.row_for(clearance)
    said = f"{clearance.shown()} lies in the band {chosen.band()}: {chosen.dose()}."
    heads = (tag("th", words, scope="col") for words in ("mL/min/kg", "Dose and interval"))
    rows = (_band(row, clearance if row is chosen else None) for row in table.rows)
    return tag(
        "table",
        tag("caption", said),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *rows),
        class_="band-scale",
        translate="no",
    )


def _band(row: Row, clearance: Quantity | None) -> Markup:
    """A band and its dose; with the marker, and said in words, where the clearance lies in it."""
    dose = tag("td", row.dose(), class_="band-dose")
    if clearance is None:
        return tag("tr", tag("th", _edges(row), scope="row"), dose, class_="band")
    band = tag("th", _edges(row), _marker(clearance, row), scope="row")
    return tag("tr", band, dose, class_="band chosen", aria_current="true")


def _edges(row: Row) -> Markup:
    """The band in words; a line ends between its two edges before it ends within one."""
    low, comma, high = row.band().partition(", ")
    second = tag("span", high, class_="band-edge") if comma else None
    return joined(tag("span", low + comma.strip(), class_="band-edge"), comma[1:], second)


def _marker(clearance: Quantity, row: Row) -> Markup:
    """A pointer at the edge of the chosen band, high where the clearance is high."""
    high = row.low * 2 if row.high is None else row.high
    share = max((high - clearance.value) / (high - row.low), Fraction(0))
    at = HIGHEST + round(share * (LOWEST - HIGHEST))
    pointer = tag("svg", tag("polygon", points="10,-6 0,0 10,6"), y=f"{at}%")
    return tag("svg", pointer, class_="marker", aria_hidden="true")

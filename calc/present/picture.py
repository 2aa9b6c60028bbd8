"""The patient's clearance on the scale of the label's bands, as SVG: classes, no inline style."""

from fractions import Fraction

from calc.model.quantity import Quantity
from calc.model.tables import DoseTable, Row
from calc.present.markup import Markup, joined, tag

WIDTH, STRIP, TOP = 340, 34, 24
MARKER, DOSE = 158, 182


def picture(table: DoseTable, clearance: Quantity) -> Markup:
    """Bands from highest to lowest with their doses, and a marker where the clearance lies.

    The bands are drawn equally high: the marker's place within its band is to scale.
    """
    chosen = table.row_for(clearance)
    strips = [
        _strip(row, TOP + place * STRIP, row is chosen) for place, row in enumerate(table.rows)
    ]
    height = TOP + STRIP * len(table.rows) + 4
    said = f"{clearance.shown()} lies in the band {chosen.band()}: {chosen.dose()}."
    drawing = tag(
        "svg",
        tag("title", said),
        tag("text", "mL/min/kg", x="4", y="16", class_="scale-unit"),
        *strips,
        _marker(clearance, chosen, TOP + table.rows.index(chosen) * STRIP),
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        class_="band-scale",
    )
    return tag("figure", drawing, tag("figcaption", said), class_="band-figure")


def _strip(row: Row, y: int, chosen: bool) -> Markup:
    kind = "band chosen" if chosen else "band"
    middle = str(y + STRIP // 2 + 4)
    return joined(
        tag("rect", x="0", y=str(y), width=str(WIDTH), height=str(STRIP - 2), class_=kind),
        tag("text", row.band(), x="4", y=middle, class_="band-edge"),
        tag("text", row.dose(), x=str(DOSE), y=middle, class_="band-dose"),
    )


def _marker(clearance: Quantity, row: Row, y: int) -> Markup:
    """A pointer in the chosen strip, high where the clearance is high."""
    high = row.low * 2 if row.high is None else row.high
    share = max((high - clearance.value) / (high - row.low), Fraction(0))
    at = y + 3 + round(share * (STRIP - 8))
    points = f"{MARKER + 16},{at} {MARKER},{at - 5} {MARKER},{at + 5}"
    return tag("polygon", points=points, class_="marker")

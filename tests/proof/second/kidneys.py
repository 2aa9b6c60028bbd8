"""Clearance per kg as two whole numbers, and the band as the creatinine up to which it reaches.

`calc` works out the clearance and looks for the row that holds it. Here each edge is turned into
the greatest creatinine of its band, and the creatinine as typed is looked for among those.
"""

from bisect import bisect_left
from typing import NamedTuple

from tests.proof.second.columns import Band, Column
from tests.proof.second.ratio import Ratio

MG = "mg/dL"
UMOL = "umol/L"
LEAST = {MG: 100, UMOL: 1}
"""How many of the whole numbers that stand for a creatinine make one: hundredths of mg/dL."""

SHARE = {"male": 100, "female": 85}
"""Hundredths: "(140 - age) / (72 × serum creatinine) (× 0.85 for females)"."""

US_EDGES = (4, 5, 6, 8, 10, 14)
"""Tenths of mL/min/kg, the lowest first."""


class Formula(NamedTuple):
    """Clearance per kg = (140 - age) x hundredths x `over` / (`under` x creatinine)."""

    over: int
    under: int


US = {
    # (140 - age) x s/100 / (72 x c/100)
    MG: Formula(1, 72),
    # 88.4 umol/L is 1 mg/dL: (140 - age) x s/100 / (72 x u/88.4)
    UMOL: Formula(884, 72_000),
}
SWISS = {
    # "(140 - âge) : Créatininémie (µmol/l) × 0,01131 × 72", and the US factor for women
    UMOL: Formula(1_000, 1_131 * 72),
    MG: Formula(1_000_000, 1_131 * 72 * 884),
}


def above_the_line(age: int, sex: str) -> int:
    """What the creatinine divides, in hundredths."""
    return (140 - age) * SHARE[sex]


def clearance(formula: Formula, above: int, creatinine: int) -> Ratio:
    """The clearance per kg, mL/min/kg."""
    return Ratio(above * formula.over, formula.under * creatinine)


def reaches(formula: Formula, above: int, column: Column) -> list[int]:
    """The greatest creatinine in each band of a column, the highest band first."""
    last = []
    for edge, edge_within, _, _ in column:
        over, under = 10 * above * formula.over, formula.under * edge
        last.append(over // under if edge_within else (over - 1) // under)
    return last


def band(column: Column, last: list[int], creatinine: int) -> Band | None:
    """The row for a creatinine, by what `reaches` says; None below the table."""
    place = bisect_left(last, creatinine)
    return column[place] if place < len(column) else None


def band_at(column: Column, per_kg: Ratio) -> Band | None:
    """The row for a clearance per kg that was not estimated; None below the table."""
    tenths = 10 * per_kg.over
    for row in column:
        edge = row.edge * per_kg.under
        if tenths > edge or (row.edge_within and tenths == edge):
            return row
    return None


def nearest_edge(per_kg: Ratio) -> int:
    """The edge (tenths) nearest to a clearance per kg; of two equally near, the lower."""
    apart = [abs(10 * per_kg.over - edge * per_kg.under) for edge in US_EDGES]
    return US_EDGES[apart.index(min(apart))]


def distance(per_kg: Ratio) -> Ratio:
    """How far a clearance per kg is from that edge, mL/min/kg."""
    edge = nearest_edge(per_kg)
    return Ratio(abs(10 * per_kg.over - edge * per_kg.under), 10 * per_kg.under)


def edge_creatinine(above: int, unit: str, per_kg: Ratio) -> Ratio:
    """The creatinine, in the unit typed, at which the clearance is that edge."""
    formula = US[unit]
    over = 10 * above * formula.over
    return Ratio(over, formula.under * nearest_edge(per_kg) * LEAST[unit])

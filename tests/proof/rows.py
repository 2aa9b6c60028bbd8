"""Claims of the rows of aciclovir, into a vein and by mouth, and of other tablets.

They are made in figures of the second transcription, not of `calc`.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from calc.clinical.aciclovir.label import VZV, band_for
from calc.clinical.body_surface import PER_MIN
from calc.clinical.oral_antiviral.label import REGIMENS, Regimen
from calc.clinical.oral_antiviral.rows import found_in
from tests.proof.claims import Claim
from tests.proof.second import aciclovir, tablets
from tests.proof.symbolic import Number, Truth, either, paths, quantity

type Gives = tuple[Fraction, Fraction]
"""A dose, mg or mg/kg; and how many hours lie between two, or how often a day it is taken."""


class Row(NamedTuple):
    """A row: its lowest clearance, whether that is below it, and what it gives."""

    low: int
    low_is_below: bool
    gives: Gives

    def reached(self, clearance: Number) -> Truth:
        """Whether a clearance is as high as this row."""
        return clearance > self.low if self.low_is_below else clearance >= self.low


def into_a_vein() -> Iterator[Claim]:
    """The bands of intravenous aciclovir for zoster."""
    rows = [
        Row(row.above, True, (Fraction(row.twice["vzv"], 2), Fraction(row.hours)))
        for row in aciclovir.rows()
    ]
    yield from _highest("intravenous aciclovir", rows, _in_its_band)


def by_mouth() -> Iterator[Claim]:
    """The rows of each text on tablets, for each purpose."""
    for (name, purpose, text), regimen in REGIMENS.items():
        rows = [
            Row(row.low, row.low_is_below, (Fraction(row.mg), Fraction(row.twice, 2)))
            for row in tablets.tables()[name, purpose, text]
        ]
        yield from _highest(f"{name}, {purpose}, {text}", rows, partial(_in_its_row, regimen))


def _in_its_band(clearance: Number) -> Gives:
    band = band_for(quantity(clearance, PER_MIN))
    return band.share * VZV.value, Fraction(band.every)


def _in_its_row(regimen: Regimen, clearance: Number) -> Gives:
    found = found_in(regimen.rows, quantity(clearance, regimen.unit))
    assert found
    dose = found.row.gives
    assert dose.often.per_day
    return dose.give.value, dose.often.per_day


def _highest(case: str, rows: Sequence[Row], find: Callable[[Number], Gives]) -> Iterator[Claim]:
    """What is found for any clearance is what the highest row gives that it reaches."""
    for path in paths(lambda world: find(world.real("clearance", Fraction(0)))):
        clearance = path.world.inputs["clearance"]
        higher: Truth | bool = False
        for row in rows:
            reached = row.reached(clearance)
            if row.gives != path.result:
                yield Claim("rows", f"{case}: {row}", path.world.against(either(~reached, higher)))
            higher = reached

"""The kidneys as the foscarnet label looks at them: the band, its edges, and what may be wrong."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from calc.clinical.doubts import REFERENCE, may_flatter, reference_in
from calc.clinical.foscarnet.label import BAND_EDGES, HSV_EVERY_8_H, INDUCTION
from calc.clinical.renal import (
    PER_KG,
    Estimated,
    Kidneys,
    Measured,
    creatinine_at,
    in_mg_per_dl,
    per_kg_of,
)
from calc.clinical.sources import DOSAGE, LABEL
from calc.clinical.weight import Body, is_thin
from calc.model.quantity import Quantity, constant, named_values
from calc.model.refusals import RefusalRaised
from calc.model.tables import Row
from calc.model.values import Value, always, leading, sometimes

FORMULA = LABEL.at(f"{DOSAGE.locator}, creatinine clearance formula")

LOWEST_EDGE = constant(min(BAND_EDGES), PER_KG)
"""The edge to refusal: unlike the others it is inside the band above it."""

NEAR = constant(0.05, PER_KG)
NEAR_SHARE = constant(Fraction(1, 4), "1")
"""This close to a band edge, and within this share of the band, the answer says so: a rule of this
site. A narrow band would be near an edge from end to end."""

FEW_DATA_CREATININE = constant(2.8, "mg/dL")
FEW_DATA_CLEARANCE = constant(50, "mL/min")
HIGH_CLEARANCE = constant(1.9, PER_KG)
"""Above it an estimate may be too good to be true: a rule of this site."""
OLDER_SCALE = (10, 20)
"""By how many per cent creatinine read higher before it was standardised, from and to."""
RAISED = {percent: constant(1 + Fraction(percent, 100), "1") for percent in OLDER_SCALE}
"""How many times as high that is."""


class OtherClearance(NamedTuple):
    """Another clearance per kg that could be this patient's: which, why, and how much.

    `beyond` is said in its place where it is only known to lie beyond an edge.
    """

    id: str
    name: str
    per_kg: Quantity
    beyond: str = ""

    @property
    def values(self) -> dict[str, Quantity]:
        """The clearance among the values of an outcome, where it is known."""
        return {} if self.beyond else {"clearance_per_kg": self.per_kg}


@dataclass(frozen=True)
class Clearance:
    """A clearance per kg (mL/min/kg), the nearest band edge, and what may be wrong with it.

    `clearance` is in mL/min and None where no weight is known; `creatinine`, as typed, and
    `edge_creatinine` are None for a measured clearance. `across` lies in the band across the
    nearest edge; `at_reference` is there where the clearance is `too_good` and the creatinine lower
    than the reference; `older` is the clearance on the older scale, if it lies in another band, and
    is to be said aloud (`say_older`) where the least difference does that, or the most ends the
    table.
    """

    per_kg: Quantity
    clearance: Quantity | None
    edge: Quantity
    across: OtherClearance
    too_good: bool
    creatinine: Quantity | None = None
    edge_creatinine: Quantity | None = None
    at_reference: OtherClearance | None = None
    older: OtherClearance | None = None
    say_older: bool = False

    @cached_property
    def distance(self) -> Quantity:
        """How far it is to the nearest band edge."""
        away = self.per_kg - self.edge if self.per_kg > self.edge else self.edge - self.per_kg
        return away.named("distance to the nearest band edge", PER_KG)

    @cached_property
    def near(self) -> bool:
        """Whether the nearest edge is so near that the answer says so."""
        row = label_row(self.per_kg)
        width = (row.high - row.low) if row and row.high is not None else None
        if width is not None and self.distance.value > NEAR_SHARE.value * width:
            return False
        return self.distance <= NEAR

    @property
    def few_data(self) -> bool:
        """Whether the kidneys are such as the label has few data on, estimated or measured."""
        creatinine = self.creatinine
        high = creatinine is not None and in_mg_per_dl(creatinine) > FEW_DATA_CREATININE
        return high or (self.clearance is not None and self.clearance < FEW_DATA_CLEARANCE)

    @property
    def others(self) -> tuple[OtherClearance, ...]:
        """The other clearances that the answer speaks of."""
        near = self.across if self.near else None
        return tuple(each for each in (self.at_reference, near, self.older) if each)

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        return named_values(
            clearance_per_kg=self.per_kg,
            clearance=self.clearance,
            edge_distance=self.distance,
            edge_creatinine=self.edge_creatinine,
        )


CLEARANCE_VALUES = (
    *leading(always(PER_KG, "clearance_per_kg")),
    *always(PER_KG, "edge_distance"),
    *sometimes("mL/min", "clearance"),
    Value("edge_creatinine", ("mg/dL", "umol/L"), always=False),
)
"""What `Clearance.values` may hold."""


def clearance_of(kidneys: Kidneys, weight: Quantity | None, body: Body | None = None) -> Clearance:
    """The clearance of a patient of a weight (kg), as the label needs it, with all doubts."""
    per_kg = label_per_kg(kidneys)
    edge = nearest_edge(per_kg)
    across = _across(per_kg, edge)
    high = per_kg > HIGH_CLEARANCE
    match kidneys:
        case Measured(clearance=measured):
            return Clearance(per_kg, measured, edge, across, too_good=high)
        case Estimated(age, sex, creatinine):
            too_good = high or may_flatter(creatinine, age, is_thin(weight, body))
            below_reference = in_mg_per_dl(creatinine) < REFERENCE
    row = label_row(per_kg)
    least, most = (_on_the_older_scale(per_kg, row, percent) for percent in OLDER_SCALE)
    none = next((each for each in (least, most) if each and not label_row(each.per_kg)), None)
    return Clearance(
        per_kg,
        (per_kg * weight).named("clearance", "mL/min", places=1) if weight is not None else None,
        edge,
        across,
        too_good=too_good,
        creatinine=creatinine,
        edge_creatinine=creatinine_at(edge, age, sex, creatinine.unit).named(
            "creatinine at the nearest band edge", creatinine.unit, FORMULA
        ),
        at_reference=_at_reference(kidneys) if too_good and below_reference else None,
        older=none or least or most,
        say_older=bool(none or least),
    )


def label_per_kg(kidneys: Kidneys) -> Quantity:
    """Clearance per kg by the label's formula, never shown on another side of a band edge."""
    return _on_its_side(per_kg_of(kidneys))


def _across(per_kg: Quantity, edge: Quantity) -> OtherClearance:
    """A clearance in the band across the nearest edge, in words that name the edge alone."""
    shown = edge.shown()
    if per_kg > edge > LOWEST_EDGE:
        there, beyond = edge, f"{shown} or less"
    elif per_kg < edge <= LOWEST_EDGE:
        there, beyond = edge, f"{shown} or more"
    elif edge <= LOWEST_EDGE:
        there, beyond = edge - NEAR, f"below {shown}"
    else:
        there, beyond = edge + NEAR, f"just above {shown}"
    return OtherClearance("across-the-edge", f"across the edge at {shown}", there, beyond)


def _at_reference(kidneys: Estimated) -> OtherClearance:
    """The clearance at the reference creatinine, which is named in the unit that was typed."""
    there = label_per_kg(Estimated(kidneys.age, kidneys.sex, REFERENCE))
    name = f"creatinine {reference_in(kidneys.creatinine.unit).shown()}"
    return OtherClearance("creatinine-at-reference", name, there)


def _on_the_older_scale(per_kg: Quantity, row: Row | None, percent: int) -> OtherClearance | None:
    """The clearance with a creatinine so much higher, where it lies in another band's row."""
    older = _on_its_side(per_kg / RAISED[percent])
    if label_row(older) is row:
        return None
    name = f"creatinine raised by {percent}%"
    return OtherClearance(f"older-scale-{percent}", name, older)


def _on_its_side(per_kg: Quantity) -> Quantity:
    return per_kg.named("clearance per kg", PER_KG, FORMULA, edges=BAND_EDGES)


def nearest_edge(per_kg: Quantity) -> Quantity:
    """The band edge nearest to a clearance per kg; of two equally near, the lower."""
    value = min(reversed(BAND_EDGES), key=lambda edge: abs(per_kg.value - edge))
    return Quantity(value, PER_KG, "nearest band edge", cites=(LABEL.at(INDUCTION),))


def label_row(per_kg: Quantity) -> Row | None:
    """The label's row for a clearance per kg, None below its table: all columns have one band."""
    try:
        return HSV_EVERY_8_H.row_for(per_kg)
    except RefusalRaised:
        return None

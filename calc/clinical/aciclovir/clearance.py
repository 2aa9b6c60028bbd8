"""One clearance in the two units that the product texts count in."""

from dataclasses import dataclass, replace

from calc.clinical.aciclovir.label import EDGES, Text
from calc.clinical.body_surface import PER_173, PER_MIN, per_area, whole_of
from calc.clinical.renal import (
    BY_CREATININE_OR_MEASURED,
    CLEARANCE_PER_KG,
    Estimated,
    Kidneys,
    Measured,
    measured_per_kg,
    per_kg_of,
)
from calc.clinical.sources import COCKCROFT_GAULT
from calc.model.calculator import Alternative
from calc.model.quantity import Quantity

FORMULA = COCKCROFT_GAULT.at("formula")

ALTERNATIVES = (*BY_CREATININE_OR_MEASURED, Alternative("measured_clearance_per_area", ("weight",)))
"""A measured clearance is given in either of the two units that the product texts count in."""


def in_ml_per_min(per_173: Quantity, height: Quantity, weight: Quantity) -> Quantity:
    """A clearance measured per 1.73 m2 in mL/min, from height (cm) and the actual weight (kg)."""
    whole = whole_of(per_173, height, weight)
    return whole.named("measured clearance", PER_MIN, places=1, edges=EDGES)


@dataclass(frozen=True)
class MeasuredPerArea(Measured):
    """Kidneys whose measured clearance was given per 1.73 m2: that figure is taken as it is."""

    per_173: Quantity


def _per_kg(measured_clearance_per_area: Quantity, height: Quantity, weight: Quantity) -> Quantity:
    return measured_per_kg(in_ml_per_min(measured_clearance_per_area, height, weight), weight)


MEASURED_PER_AREA = replace(
    CLEARANCE_PER_KG, computed_from={"measured_clearance_per_area": _per_kg}
)
"""The limits of a clearance per kg (mL/min/kg), where it was measured per body surface."""


@dataclass(frozen=True)
class Clearance:
    """A clearance in mL/min, and the same for each 1.73 m2 of body surface."""

    per_min: Quantity
    per_173: Quantity

    def by(self, text: Text) -> Quantity:
        """The clearance in the unit that a text counts in."""
        return self.per_173 if text.unit == PER_173 else self.per_min


def clearance_of(kidneys: Kidneys, weight: Quantity, surface: Quantity, of: str = "") -> Clearance:
    """The clearance of a weight (kg), estimated or measured, for a body surface (m2).

    `of` is said in the names of the steps where there are several: "by ideal weight".
    """
    match kidneys:
        case MeasuredPerArea(clearance=measured, per_173=per_173):
            return Clearance(measured, per_173)
        case Measured(clearance=measured):
            per_min = replace(measured, edges=EDGES)
        case Estimated():
            per_min = (per_kg_of(kidneys) * weight).named(
                f"clearance {of}".strip(), PER_MIN, FORMULA, places=1, edges=EDGES
            )
    name = f"clearance per 1.73 m2 {of}".strip()
    per_173 = per_area(per_min, surface).named(name, PER_173, places=1, edges=EDGES)
    return Clearance(per_min, per_173)

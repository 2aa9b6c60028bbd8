"""One clearance in the two units that the product texts count in."""

from dataclasses import dataclass

from calc.clinical.aciclovir.label import EDGES, Text
from calc.clinical.body_surface import PER_173, PER_MIN, per_area
from calc.clinical.renal import Estimated, Kidneys, Measured, per_kg_of
from calc.clinical.sources import COCKCROFT_GAULT
from calc.model.quantity import Quantity

FORMULA = COCKCROFT_GAULT.at("formula")


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
        case Measured(clearance=measured):
            per_min = measured
        case Estimated():
            per_min = (per_kg_of(kidneys) * weight).named(
                f"clearance {of}".strip(), PER_MIN, FORMULA, places=1, edges=EDGES
            )
    name = f"clearance per 1.73 m2 {of}".strip()
    per_173 = per_area(per_min, surface).named(name, PER_173, places=1, edges=EDGES)
    return Clearance(per_min, per_173)

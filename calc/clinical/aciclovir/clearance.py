"""One clearance in the two units that the product texts count in."""

from dataclasses import dataclass
from fractions import Fraction

from calc.clinical.aciclovir.label import EDGES, PER_173, PER_MIN, Text
from calc.clinical.renal import Estimated, Kidneys, Measured, per_kg_of
from calc.clinical.sources import BODY_SURFACE, COCKCROFT_GAULT
from calc.model import digits
from calc.model.quantity import LookedUp, Quantity, Step, constant
from calc.model.sources import SITE_RULE

MOSTELLER = BODY_SURFACE.at("reference 4, Mosteller")
ROUNDED_UP = SITE_RULE.at("body surface is rounded up, so that the clearance per area is not")
FORMULA = COCKCROFT_GAULT.at("formula")

# "BSA (m2) = SQR RT ( [Height(cm) x Weight(kg)] / 3600 )"
DIVISOR_3600 = constant(3600, "cm.kg/m/m/m/m", bare=True)
DIVISOR = digits.in_full(DIVISOR_3600.value)
AREA = "m.m"
STANDARD = constant(1.73, "m.m/{1.73_m2}", bare=True)
PLACES = 4
AREA_STEP = constant(Fraction(1, 10**PLACES), AREA)


def body_surface(height: Quantity, weight: Quantity) -> Quantity:
    """Body surface (m2) by Mosteller's formula from height (cm) and weight (kg).

    A root is rarely a fraction: it is rounded up to 0.0001 m2, by this site's rule. More surface is
    less clearance for each 1.73 m2.
    """
    square = height * weight / DIVISOR_3600
    area = digits.cut_root(square.value, 2, PLACES)
    if area * area < square.value:
        area += AREA_STEP.value
    numbers = " x ".join(digits.in_full(each.value) for each in (height, weight))
    step = Step(
        "body surface",
        f"the square root of height x weight / {DIVISOR}, rounded up to "
        f"{AREA_STEP.named('', AREA, places=PLACES).shown()}",
        f"the square root of {numbers} / {DIVISOR}",
        Quantity(area, AREA, places=PLACES).shown(),
        (MOSTELLER, ROUNDED_UP),
    )
    return Quantity(area, AREA, "body surface", LookedUp(square, step), places=PLACES, bare=True)


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
    per_173 = (per_min * STANDARD / surface).named(name, PER_173, places=1, edges=EDGES)
    return Clearance(per_min, per_173)

"""Body surface by Mosteller, and one clearance in mL/min and for each 1.73 m2 of it."""

from fractions import Fraction

from calc.clinical.sources import BODY_SURFACE
from calc.model import digits
from calc.model.quantity import LookedUp, Quantity, Step, constant
from calc.model.sources import SITE_RULE

PER_MIN = "mL/min"
PER_173 = "mL/min/{1.73_m2}"

MOSTELLER = BODY_SURFACE.at("reference 4, Mosteller")
ROUNDED_UP = SITE_RULE.at("body surface is rounded up, so that the clearance per area is not")
ROUNDED_DOWN = SITE_RULE.at("body surface is rounded down where a clearance is multiplied by it")

# "BSA (m2) = SQR RT ( [Height(cm) x Weight(kg)] / 3600 )"
DIVISOR_3600 = constant(3600, "cm.kg/m/m/m/m")
DIVISOR = digits.all_digits(DIVISOR_3600.value)
AREA = "m.m"
STANDARD = constant(1.73, "m.m/{1.73_m2}", without_unit=True)
PLACES = 4
AREA_STEP = constant(Fraction(1, 10**PLACES), AREA)


def body_surface(height: Quantity, weight: Quantity, *, down: bool = False) -> Quantity:
    """Body surface (m2) by Mosteller's formula from height (cm) and weight (kg).

    A root is rarely a fraction: it is rounded up to 0.0001 m2, by this site's rule. More surface is
    less clearance for each 1.73 m2. It is rounded `down` where a clearance is multiplied by it.
    """
    square = height * weight / DIVISOR_3600
    area = digits.cut_root(square.value, 2, PLACES)
    if area * area < square.value and not down:
        area += AREA_STEP.value
    numbers = " x ".join(digits.all_digits(each.value) for each in (height, weight))
    step = Step(
        "body surface",
        f"the square root of height x weight / {DIVISOR}, rounded {'down' if down else 'up'} to "
        f"{AREA_STEP.shown()}",
        f"the square root of {numbers} / {DIVISOR}",
        Quantity(area, AREA, places=PLACES).shown(),
        (MOSTELLER, ROUNDED_DOWN if down else ROUNDED_UP),
    )
    return Quantity(
        area, AREA, "body surface", LookedUp(square, step), places=PLACES, without_unit=True
    )


def whole_of(per_173: Quantity, height: Quantity, weight: Quantity) -> Quantity:
    """The clearance (mL/min) of one that is known for each 1.73 m2, height (cm), weight (kg)."""
    return per_173 * body_surface(height, weight, down=True) / STANDARD


def per_area(clearance: Quantity, surface: Quantity) -> Quantity:
    """A clearance (mL/min) for each 1.73 m2 of a body surface (m2)."""
    return clearance * STANDARD / surface

"""The figures that a page may state, by name, as the calculators use them."""

from calc.clinical.foscarnet.clearance import (
    FEW_DATA_CLEARANCE,
    FEW_DATA_CREATININE,
    HIGH_CLEARANCE,
    LOWEST_EDGE,
)
from calc.clinical.foscarnet.dose import DEADLY_DAY, INTENDED_DAY
from calc.clinical.foscarnet.hydration import BEFORE_FIRST, ELSEWHERE, WITH_LATER
from calc.clinical.foscarnet.infusion import CAP, CONTAINER, LARGE_DOSE
from calc.clinical.foscarnet.label import BAND_EDGES, DILUTED, SUPPLIED
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.foscarnet.sodium import DRUG_AMOUNT, DRUG_MASS, MUCH
from calc.clinical.renal import PER_KG
from calc.clinical.solutions import MOLAR_MASS, SALINE_AMOUNT
from calc.model.quantity import Quantity, constant
from calc.model.tables import Row

LOWER, HIGHER = WITH_LATER
HSV = REGIMENS["hsv-40-every-8-h"]
TEN_MG = constant(10, "mg")
SODIUM_AT_70_KG = (HSV.full_dose * constant(70, "kg") / SUPPLIED * DRUG_MASS).rounded_down_to(
    TEN_MG
)
HALF_LITRE = constant(500, "mL")
SODIUM_IN_HALF_LITRE = HALF_LITRE * SALINE_AMOUNT

QUANTITIES = {
    "clearance-stop": LOWEST_EDGE,
    "clearance-full-dose": constant(max(BAND_EDGES), PER_KG),
    "few-data-creatinine": FEW_DATA_CREATININE,
    "few-data-clearance": FEW_DATA_CLEARANCE,
    "high-clearance": HIGH_CLEARANCE,
    "intended-day": INTENDED_DAY,
    "deadly-day": DEADLY_DAY,
    "large-dose": LARGE_DOSE,
    "rate-cap": CAP,
    "central": SUPPLIED,
    "peripheral": DILUTED,
    "container": CONTAINER,
    "container-dose": CONTAINER * SUPPLIED,
    "sodium-mass": DRUG_MASS,
    "sodium-amount": DRUG_AMOUNT,
    "container-sodium-mass": CONTAINER * DRUG_MASS,
    "container-sodium-amount": CONTAINER * DRUG_AMOUNT,
    "saline-half-litre": HALF_LITRE,
    "saline-half-litre-sodium-amount": SODIUM_IN_HALF_LITRE,
    "saline-half-litre-sodium-mass": (SODIUM_IN_HALF_LITRE * MOLAR_MASS).rounded_down_to(TEN_MG),
    "sodium-much": MUCH,
    "sodium-of-40-mg-per-kg-at-70-kg": SODIUM_AT_70_KG,
    "hsv-40-every-8-h-at-the-cap": HSV.full_dose / CAP,
    **{f"{name}-each": regimen.full_dose for name, regimen in REGIMENS.items()},
    **{f"{name}-minimum": regimen.minimum_time for name, regimen in REGIMENS.items()},
}

FIGURES: dict[str, Quantity | Row | str] = {
    **QUANTITIES,
    **{name: regimen.table.rows[0] for name, regimen in REGIMENS.items()},
    "fluid-first": BEFORE_FIRST.volume,
    "fluid-elsewhere": ELSEWHERE.volume,
    "fluid-lower": LOWER.volume,
    "fluid-lower-doses": LOWER.doses,
    "fluid-higher": HIGHER.volume,
    "fluid-higher-doses": HIGHER.doses,
}
"""Each figure: a quantity, the row of a table (its dose is meant), or words."""

"""The figures that a page may state, by name, as the calculators use them."""

from calc.clinical.foscarnet.clearance import (
    FEW_DATA_CLEARANCE,
    FEW_DATA_CREATININE,
    HIGH_CLEARANCE,
    LOW_CREATININE,
    OLD,
    REFERENCE,
)
from calc.clinical.foscarnet.dose import DEADLY_DAY, INTENDED_DAY
from calc.clinical.foscarnet.hydration import BEFORE_FIRST, ELSEWHERE, WITH_LATER
from calc.clinical.foscarnet.infusion import CAP, CONTAINER, LARGE_DOSE
from calc.clinical.foscarnet.label import BAND_EDGES, DILUTED, SUPPLIED
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.foscarnet.sodium import (
    DRUG_AMOUNT,
    DRUG_MASS,
    HALF_LITRE,
    IN_HALF_LITRE,
    MASS_IN_HALF_LITRE,
    MUCH,
)
from calc.clinical.patient import UMOL_PER_MG_DL
from calc.clinical.renal import PER_KG
from calc.clinical.weight import THIN, THIN_AT_ANY_HEIGHT
from calc.model.quantity import Quantity, constant
from calc.model.tables import Row

LOWER, HIGHER = WITH_LATER
HSV = REGIMENS["hsv-40-every-8-h"]
SODIUM_AT_70_KG = (HSV.full_dose * constant(70, "kg") / SUPPLIED * DRUG_MASS).rounded_down_to(
    constant(10, "mg")
)

QUANTITIES = {
    "clearance-stop": constant(min(BAND_EDGES), PER_KG),
    "clearance-full-dose": constant(max(BAND_EDGES), PER_KG),
    "few-data-creatinine": FEW_DATA_CREATININE,
    "few-data-clearance": FEW_DATA_CLEARANCE,
    "creatinine-1-mg-per-dl": constant(UMOL_PER_MG_DL, "umol/L"),
    "low-creatinine": LOW_CREATININE,
    "reference-creatinine": REFERENCE,
    "high-clearance": HIGH_CLEARANCE,
    "old": OLD,
    "thin": THIN,
    "thin-at-any-height": THIN_AT_ANY_HEIGHT,
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
    "saline-half-litre-sodium-amount": IN_HALF_LITRE,
    "saline-half-litre-sodium-mass": MASS_IN_HALF_LITRE,
    "sodium-much": MUCH,
    "sodium-of-40-mg-per-kg-at-70-kg": SODIUM_AT_70_KG,
    "hsv-40-every-8-h-at-the-cap": HSV.full_dose / CAP,
    **{f"{name}-each": regimen.full_dose for name, regimen in REGIMENS.items()},
    **{f"{name}-minimum": regimen.minimum_time for name, regimen in REGIMENS.items()},
}

FIGURES: dict[str, Quantity | Row | str] = {
    **QUANTITIES,
    **{name: regimen.table.rows[0] for name, regimen in REGIMENS.items()},
    "fluid-first": BEFORE_FIRST.volume(),
    "fluid-elsewhere": ELSEWHERE.volume(),
    "fluid-lower": LOWER.volume(),
    "fluid-lower-doses": LOWER.doses(),
    "fluid-higher": HIGHER.volume(),
    "fluid-higher-doses": HIGHER.doses(),
}
"""Each figure: a quantity, the row of a table (its dose is meant), or words."""

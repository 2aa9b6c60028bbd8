"""What may mislead an estimate of the kidneys, whatever the drug: little muscle, and obesity."""

from calc.clinical.hazards import WRONG_WEIGHT
from calc.clinical.renal import in_unit
from calc.clinical.sources import MUSCLE, NARROW_WINDOW
from calc.clinical.weight import BANDS, THIN
from calc.model.outcomes import Caution
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE

LOW_CREATININE = constant(0.7, "mg/dL")
"""Below it, in the old and thin, a creatinine may come of little muscle: a rule of this site."""
OLD = constant(65, "a")
REFERENCE = constant(0.8, "mg/dL")
"""The creatinine at which the dose is set beside the printed one: a rule of this site."""

TIMED_COLLECTION = NARROW_WINDOW.at("abstract: a 24-hour collection when needed")
ASK = " Ask for a timed urine collection."

UNDERWEIGHT = Caution(
    "underweight",
    WRONG_WEIGHT,
    "Body mass index {bmi}: little muscle lowers creatinine, and the clearance may read too high."
    "{ask}",
    (BANDS, MUSCLE.at("abstract"), TIMED_COLLECTION, SITE_RULE.at(f"{THIN.shown()} or less")),
)


def reference_in(unit: str) -> Quantity:
    """The reference creatinine in the unit asked for, shown to one decimal."""
    return in_unit(REFERENCE, unit).named("creatinine", unit, places=1)

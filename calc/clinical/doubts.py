"""What may mislead an estimate of the kidneys, whatever the drug: little muscle, and obesity."""

from calc.clinical.hazards import WRONG_WEIGHT
from calc.clinical.renal import in_mg_per_dl, in_unit
from calc.clinical.sources import MORBID_OBESITY, MUSCLE, NARROW_WINDOW
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
IN_WHOM = f"creatinine below {LOW_CREATININE.shown()} in the thin and from {OLD.shown()} on"
"""Whose creatinine may flatter the kidneys, as the rule of this site says it."""
MUSCLE_SAYS = (MUSCLE.at("abstract"), TIMED_COLLECTION)
ASK = " Ask for a timed urine collection."
COLLECT = " Collect timed urine."
"""The same on the one line of a caution."""

UNDERWEIGHT = Caution(
    "underweight",
    WRONG_WEIGHT,
    "Body mass index {bmi}: clearance may read too high.{collect}",
    (BANDS, *MUSCLE_SAYS, SITE_RULE.at(f"{THIN.shown()} or less")),
    "Little muscle lowers creatinine.{ask}",
)

VERY_OBESE = MORBID_OBESITY.at("results")
BY_OTHER_WEIGHTS = (
    ", still overestimated it with the adjusted one, and was too low with the ideal one."
)


def in_the_very_obese(formula: str = "the formula") -> str:
    """What was found of the formula by the actual weight, without the full stop."""
    return (
        f"In 54 very obese patients {formula} grossly overestimated a measured clearance with the "
        "actual weight"
    )


def underweight(mass_index: Quantity, *, collect: bool = True) -> Caution:
    """The caution of a low body mass index (kg/m²); without the urine where another one asks."""
    asked = {"collect": COLLECT, "ask": ASK} if collect else {"collect": "", "ask": ""}
    return UNDERWEIGHT.filled(bmi=mass_index.shown(), **asked)


def may_flatter(creatinine: Quantity, age: Quantity, thin: bool) -> bool:
    """Whether a creatinine (mg/dL or umol/L) may be low for want of muscle."""
    return (thin or OLD <= age) and in_mg_per_dl(creatinine) < LOW_CREATININE


def reference_in(unit: str) -> Quantity:
    """The reference creatinine in the unit asked for, shown to one decimal."""
    return in_unit(REFERENCE, unit).in_places(1)

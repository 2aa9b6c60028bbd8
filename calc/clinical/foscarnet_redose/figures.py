"""The figures of re-dosing that a page may state, by name, as the calculator uses them."""

from calc.clinical.foscarnet_redose.course import INDUCTION, LEAP, MAINTENANCE, RISEN
from calc.clinical.foscarnet_redose.decision import SAME_PERCENT
from calc.clinical.foscarnet_redose.kinetic import LONGEST, SHORTEST
from calc.clinical.foscarnet_redose.weights import CHANGE_PERCENT, OLDEST, STEP_PERCENT
from calc.clinical.kidney_injury import RISE, UK_RISE, URINE, URINE_HOURS, WINDOW
from calc.model.quantity import Quantity

FIGURES: dict[str, Quantity | str] = {
    "kidney-injury-rise": f"{RISE['mg/dL'].shown()} ({RISE['umol/L'].shown()})",
    "kidney-injury-uk-rise": UK_RISE,
    "kidney-injury-window": WINDOW,
    "kidney-injury-urine": URINE,
    "kidney-injury-urine-hours": URINE_HOURS,
    "kinetic-shortest": SHORTEST,
    "kinetic-longest": LONGEST,
    "creatinine-gap-induction": INDUCTION.longest,
    "creatinine-gap-maintenance": MAINTENANCE.longest,
    "creatinine-often-induction": INDUCTION.label,
    "creatinine-often-maintenance": MAINTENANCE.label,
    "creatinine-rising": RISEN,
    "creatinine-leap": str(LEAP),
    "same-dose-percent": f"{SAME_PERCENT}%",
    "weight-change-percent": f"{CHANGE_PERCENT}%",
    "weight-step-percent": f"{STEP_PERCENT}%",
    "weight-oldest": OLDEST,
}
"""Each figure: a quantity, or words."""

"""How a plan is worked out by hand: each formula read off the rule that computes it."""

from calc.clinical.foscarnet.dose import Dose, dose_for
from calc.clinical.foscarnet.infusion import (
    ABOVE_LARGE,
    CAP,
    FIRST_TIME,
    LARGE_DOSE,
    Infusion,
    infusion_of,
    time_at_cap,
)
from calc.clinical.foscarnet.label import DILUTED, SUPPLIED
from calc.clinical.foscarnet.reference import CLEARANCE
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.renal import CONVERSION, in_mg_per_dl
from calc.clinical.sources import DOSAGE, UCSF
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE
from calc.model.statements import ByHand, Check

REGIMEN = next(iter(REGIMENS.values()))
"""Any will do: what is read off it are the formulas, in which no figure of a patient stands."""


def _made_up() -> tuple[Dose, Infusion]:
    weight = constant(70, "kg", "weight")
    dose = dose_for(constant(1, "mL/min/kg"), weight, REGIMEN)
    return dose, infusion_of(dose.dose, dose.per_kg, weight, REGIMEN, "peripheral", first=False)


def _converted() -> Quantity:
    return in_mg_per_dl(constant(CONVERSION.value, "umol/L", "creatinine in umol/L"))


DOSE, INFUSION = _made_up()
KIDNEYS = (
    ("Creatinine in mg/dL", _converted()),
    *((f"Clearance per kg, {who.lower()}", each) for who, each in CLEARANCE),
)
DOSES = (("Dose in mg", DOSE.dose),)
INFUSIONS = (
    ("Foscarnet in mL; through a central line it is the total volume", INFUSION.drug_volume),
    ("Total volume through a peripheral vein, in mL", INFUSION.total_volume),
    ("Time at the highest rate per kg, in min", time_at_cap(DOSE.per_kg)),
    ("Shortest time in min", INFUSION.shortest_time),
    ("Highest pump rate in mL/h", INFUSION.highest_rate),
)
FIND_THE_ROW = Check(
    "Find the row of the regimen's table that holds the clearance per kg: it gives the dose per kg "
    "and the interval. Do not round the clearance first. "
    f"Below {REGIMEN.table.lowest} {REGIMEN.table.by.unit}, and on dialysis: no "
    "dose.",
    (DOSAGE,),
)
OFF_LABEL = Check(
    "Zoster is off label and has no table of its own. By this site's rule a regimen for it is read "
    "off the table that begins with the same dose and interval, be it of HSV or of CMV.",
    (SITE_RULE.at("the label's bands for an off-label regimen"),),
)
STRENGTHS = Check(
    f"Foscarnet comes as {SUPPLIED.shown()} and is diluted to {DILUTED.shown()} for a peripheral "
    f"vein. The rate never passes {CAP.shown()}.",
    (DOSAGE,),
)
START_SLOWER = Check(
    f"A first infusion starts over {FIRST_TIME.shown()} in one hospital, a dose above "
    f"{LARGE_DOSE.shown()} in two: the rate to start is the total volume over that time.",
    (UCSF.at("infusion rate"), *ABOVE_LARGE),
)
TWICE = Check(
    "Have a second person work it out from the start.",
    (SITE_RULE.at("two people, each on their own"),),
)

OF_THE_KIDNEYS = ByHand(KIDNEYS, (TWICE,))
OF_A_DOSE = ByHand((*KIDNEYS, *DOSES), (FIND_THE_ROW, OFF_LABEL, TWICE))
OF_AN_INFUSION = ByHand((*DOSES, *INFUSIONS), (STRENGTHS, START_SLOWER, TWICE))
OF_A_PLAN = ByHand(
    (*KIDNEYS, *DOSES, *INFUSIONS), (FIND_THE_ROW, OFF_LABEL, STRENGTHS, START_SLOWER, TWICE)
)

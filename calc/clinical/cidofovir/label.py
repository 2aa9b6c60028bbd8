"""The limits, doses and times of cidofovir, each under the words of its source."""

from dataclasses import dataclass

from calc.clinical.renal import in_unit
from calc.clinical.sources import (
    CIDOFOVIR_CHEO,
    CIDOFOVIR_DRUGS_COM,
    CIDOFOVIR_MONOGRAPH,
    CIDOFOVIR_RXLIST,
    CIDOFOVIR_SWISS,
    CIDOFOVIR_UK,
    CIDOFOVIR_US,
)
from calc.model.quantity import Quantity, Range, constant
from calc.model.sources import SITE_RULE

CONTRAINDICATIONS = CIDOFOVIR_US.at("Contraindications")
DOSAGE = CIDOFOVIR_US.at("Dosage and Administration")
FORMULA = CIDOFOVIR_US.at("Dosage and Administration, creatinine clearance formula")
WARNINGS = CIDOFOVIR_US.at("Warnings")
CHANGES = CIDOFOVIR_DRUGS_COM.at("renal dose adjustments, during therapy")
PROBENECID = CIDOFOVIR_DRUGS_COM.at("probenecid")
HYDRATION = CIDOFOVIR_MONOGRAPH.at("administration, hydration")
STOP_ABOVE_REDUCED = CIDOFOVIR_RXLIST.at("dosages")
SWISS = CIDOFOVIR_SWISS.at("dosage, maintenance")
UK = CIDOFOVIR_UK.at("contraindications")

# "a serum creatinine > 1.5 mg/dL, a calculated creatinine clearance ≤ 55 mL/min, or a urine protein
# ≥ 100 mg/dL (equivalent to ≥ 2+ proteinuria)"
HIGHEST_CREATININE = constant(1.5, "mg/dL")
BARRING_CLEARANCE = constant(55, "mL/min")
BARRING_PROTEIN = constant(100, "mg/dL")
# the UK monograph: "Patients over 60 years", under precautions
UK_CAUTION_ABOVE = constant(60, "a")
# the UK monograph, in whole numbers: "creatinine clearance below 56 ml/minute"
UK_BELOW = constant(56, "mL/min")

# "Such agents must be discontinued at least seven days prior to starting therapy"
FREE_DAYS = constant(7, "d")

# "within 48 hours prior to each dose"
CHECKED_WITHIN = constant(48, "h")

# "5 mg/kg body weight (given as an intravenous infusion at a constant rate over 1 hr)", "MUST BE
# DILUTED IN 100 MILLILITERS 0.9% (NORMAL) SALINE"
FULL = constant(5, "mg/kg")
DILUENT = constant(100, "mL")
# "Available as 75 mg/mL non-preserved solution in 5 mL vial"
STRENGTH = constant(
    75, "mg/mL", "strength of the vial", CIDOFOVIR_CHEO.at("reconstitution and stability")
)
TENTH_ML = constant(0.1, "mL", "", SITE_RULE.at("the drug is rounded down"))
INFUSION = constant(1, "h")
FREQUENCY = (
    "once a week for two weeks; from two weeks after that once every two weeks, never more often"
)
# "administered once weekly for two consecutive weeks", "administered once every two weeks"
TO_SECOND = constant(7, "d")
TO_LATER = constant(14, "d")

# "For increase in serum creatinine of 0.3 to 0.4 mg/dL above baseline: Maintenance dose must be
# reduced to 3 mg/kg."
REDUCED = constant(3, "mg/kg")
LEAST_RISE = constant(0.3, "mg/dL")
MOST_RISE = constant(0.4, "mg/dL")
# "0.5 mg/dL or greater above baseline or development of 3+ proteinuria or greater: Therapy must be
# discontinued."
STOPPING_RISE = constant(0.5, "mg/dL")


@dataclass(frozen=True)
class Tablets:
    """Probenecid by mouth (g), so many hours from the infusion's start (before) or end (after)."""

    dose: Quantity
    apart: Quantity


# "Probenecid 2 g orally must be given 3 hours prior to the cidofovir infusion. Probenecid 1 g
# orally must be given at 2 and 8 hours following completion of the cidofovir infusion (for a total
# probenecid dose of 4 g)."
BEFORE = Tablets(constant(2, "g"), constant(3, "h"))
AFTER = (
    Tablets(constant(1, "g"), constant(2, "h")),
    Tablets(constant(1, "g"), constant(8, "h")),
)
ALL_TABLETS = constant(sum(each.dose.value for each in (BEFORE, *AFTER)), "g")

# "Infuse 1 L of 0.9% Sodium Chloride Injection over 1 to 2 hours immediately prior to cidofovir
# infusion. Patients who can tolerate the fluid load should receive a second liter over 1 to 3 hours
# starting with or after the completion of the cidofovir infusion."
LITRE = constant(1, "L")
LITRE_BEFORE = Range(constant(1, "h"), constant(2, "h"))
LITRE_AFTER = Range(constant(1, "h"), constant(3, "h"))


def in_both(creatinine: Quantity) -> str:
    """A creatinine in both of its units: "1.5 mg/dL (132.6 umol/L)"."""
    return f"{creatinine.shown()} ({in_unit(creatinine, 'umol/L').shown()})"

"""What drugs are diluted in and given with, by name, and the sodium of it."""

from calc.model.quantity import constant
from calc.model.sources import SITE_RULE

SALINE = "0.9% sodium chloride"
DEXTROSE = "5% dextrose"

SALINE_LITRE = constant(154, "mmol/L")
ML_PER_L = constant(1000, "mL/L")
SALINE_AMOUNT = constant(
    (SALINE_LITRE / ML_PER_L).value,
    "mmol/mL",
    "sodium in each mL of saline",
    SITE_RULE.at(f"{SALINE_LITRE.shown()} in 0.9% saline"),
)
MASS_OF_1_MMOL = constant(22.99, "mg")
MOLAR_MASS = constant(
    MASS_OF_1_MMOL.value,
    "mg/mmol",
    "mass of sodium",
    SITE_RULE.at(f"{MASS_OF_1_MMOL.shown()} of sodium is 1 mmol"),
)

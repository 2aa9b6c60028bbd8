"""A plan on paper, for a day when nothing works: what is worked out, a regimen's bands, volumes."""

from calc.clinical.foscarnet.by_hand import (
    DOSES,
    FIND_THE_ROW,
    INFUSIONS,
    KIDNEYS,
    START_SLOWER,
    STRENGTHS,
    TWICE,
)
from calc.clinical.foscarnet.infusion import TENTH_ML
from calc.clinical.foscarnet.label import DILUTED, SUPPLIED
from calc.clinical.foscarnet.reference import FLUID, dose_table
from calc.clinical.foscarnet.regimens import REGIMENS, Regimen
from calc.model.quantity import constant
from calc.model.statements import OnPaper
from calc.model.tables import Table

ASKED = (
    "Age, sex",
    "Weight, kg",
    "Creatinine, unit",
    "On dialysis?",
    "Central line or vein",
    "First infusion?",
)
"""What is written down first."""
PRINTED = range(500, 8_001, 500)
"""The doses (mg) whose volumes are printed."""


def _volumes() -> Table:
    doses = [constant(dose, "mg") for dose in PRINTED]
    strengths = (SUPPLIED, DILUTED)
    rows = (
        (
            dose.shown(),
            *((dose / each).rounded_down_to(TENTH_ML).shown() for each in strengths),
        )
        for dose in doses
    )
    heads = ("Dose", *(f"At {each.shown()}" for each in strengths))
    return Table(f"Volumes, rounded down to {TENTH_ML.shown()}: to check by.", heads, tuple(rows))


def _on_paper(regimen: Regimen) -> OnPaper:
    return OnPaper(
        regimen.name,
        ASKED,
        (*KIDNEYS, *DOSES, *INFUSIONS),
        (FIND_THE_ROW.text, STRENGTHS.text, START_SLOWER.text, TWICE.text),
        (dose_table(regimen), FLUID, _volumes()),
    )


ON_PAPER = tuple(map(_on_paper, REGIMENS.values()))
"""One for each regimen."""

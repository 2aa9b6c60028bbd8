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
from calc.clinical.foscarnet.checks import STOP_AND_LINE
from calc.clinical.foscarnet.dose import DEADLY_DAY, INTENDED_DAY
from calc.clinical.foscarnet.infusion import SIZE, TENTH_ML
from calc.clinical.foscarnet.label import DILUTED, SUPPLIED
from calc.clinical.foscarnet.reference import FLUID, dose_table
from calc.clinical.foscarnet.regimens import REGIMENS, Regimen
from calc.clinical.foscarnet.scope import SCOPE
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
    "From the band: dose per kg, every ... hours",
    "Dose in 24 hours, mg",
    "Fluid, mL",
    "Diluent, mL",
    "Rate to start, mL/h",
)
"""What is written down first."""
BANDS = "Off label: to use the label's bands for it is this site's rule."
TOO_MUCH = (
    f"Above {INTENDED_DAY.shown()} in 24 hours a second pharmacist checks: "
    f"{DEADLY_DAY.shown()} has killed."
)
LEFT_OVER = f"A container holds {SIZE.shown()}: draw off and discard the rest before it runs."
PRINTED = range(500, 6_500, 500)
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
        f"Foscarnet by hand: {regimen.name}",
        ASKED,
        (*KIDNEYS, *DOSES, *INFUSIONS),
        (
            f"{SCOPE.text} This sheet neither warns nor refuses.",
            *((f"{regimen.hint}. {BANDS}",) if regimen.off_label else ()),
            FIND_THE_ROW.text,
            TOO_MUCH,
            STRENGTHS.text,
            START_SLOWER.text,
            LEFT_OVER,
            TWICE.text,
            *(item.text for item in STOP_AND_LINE.items),
        ),
        (dose_table(regimen), FLUID, _volumes()),
    )


ON_PAPER = tuple(map(_on_paper, REGIMENS.values()))
"""One for each regimen."""

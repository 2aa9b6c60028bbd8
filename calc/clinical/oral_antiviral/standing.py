"""What stands with every answer on tablets, whatever the numbers say; and who gets none."""

from calc.clinical.confusion import NEVER_RAISED
from calc.clinical.oral_antiviral.label import (
    EU_KIDNEYS,
    UK_SECTION,
    US_TABLE,
    VALACICLOVIR_TABLE,
)
from calc.clinical.sources import (
    ACICLOVIR_ORAL_US,
    FAMCICLOVIR_DE,
    FAMCICLOVIR_UK,
    PROPHYLAXIS_GERMANY_2022,
    VALACICLOVIR,
    VALTREX_OVERDOSE,
)
from calc.model.refusals import Refusal
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

SCOPE = Check(
    "Adults with myeloma, by mouth: zoster, or prophylaxis. The dose for today's kidneys, and "
    "today's order held against it.",
    (US_TABLE, UK_SECTION, VALACICLOVIR_TABLE, SITE_RULE.at("adults with myeloma")),
)
READ_FIRST = Box(
    "Read first",
    (
        Check(
            "Severely immunocompromised, a red flag or not healing: ask the next step.",
            (ACICLOVIR_ORAL_US.at("dosage"), UK_SECTION, SITE_RULE.at("red flags go first")),
            "Do not mend the tablets alone.",
        ),
        Check(
            "New confusion, hallucinations, tremor or jerks: never raise the dose for it.",
            (*NEVER_RAISED, VALTREX_OVERDOSE.at("overdose")),
            "The tablets may be the cause, above all where the kidneys are poor.",
        ),
    ),
)
CHECK_FIRST = (
    Check(
        "Creatinine is today's, and steady.",
        (SITE_RULE.at("steady creatinine"),),
        "The formula assumes it. If it rises, the kidneys are worse than the clearance says.",
    ),
    Check(
        "Every dose was swallowed, kept down and absorbed.",
        (SITE_RULE.at("taken and absorbed"),),
    ),
    Check(
        "No second aciclovir, valaciclovir or famciclovir runs.",
        (SITE_RULE.at("one of them at a time"),),
        "None is left running, as prophylaxis or into a vein.",
    ),
    Check(
        "The patient drinks enough, above all the old.",
        (EU_KIDNEYS,),
    ),
    Check(
        "The dose is looked at again whenever the kidneys change.",
        (SITE_RULE.at("the dose follows the kidneys"),),
        "Up as well as down.",
    ),
)

CONFUSED = (
    "In new confusion, hallucinations, tremor or jerks hold the tablets first, and call today: "
    "they may be the cause."
)
"""A refusal may come before it is asked."""
OTHER_DIALYSIS = Refusal(
    "tablets-other-dialysis",
    "No dose is given here for peritoneal or continuous dialysis: the US label of valaciclovir has "
    "no information specific to the first, and no text read has a dose for the second.",
    f"{CONFUSED} Ask the renal team and a renal pharmacist today.",
    (
        VALACICLOVIR.at("section 2.4, peritoneal dialysis"),
        *NEVER_RAISED,
        SITE_RULE.at("no labelled dose read"),
    ),
)
FAMCICLOVIR_PROPHYLAXIS = Refusal(
    "tablets-famciclovir-prophylaxis",
    "No dose of famciclovir is given here as prophylaxis: no row for these kidneys was read, and "
    "the German guideline, as quoted, names aciclovir and valaciclovir.",
    f"{CONFUSED} Otherwise ask which of the two suits, and choose it above.",
    (
        PROPHYLAXIS_GERMANY_2022.at("highlights, second hand"),
        FAMCICLOVIR_UK.at("posology"),
        FAMCICLOVIR_DE.at("renal impairment"),
        *NEVER_RAISED,
        SITE_RULE.at("no row read, no dose"),
    ),
)

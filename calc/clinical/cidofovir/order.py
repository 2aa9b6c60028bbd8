"""What is asked for a dose of cidofovir, besides who the patient is."""

from dataclasses import replace
from datetime import date, time
from enum import Enum, IntEnum, auto
from fractions import Fraction
from typing import Annotated, get_args

from calc.clinical import dialysis
from calc.clinical.cidofovir.label import BARRING_PROTEIN
from calc.clinical.patient import Creatinine
from calc.clinical.plausible import YEARS
from calc.model.asking import HOLDS, When
from calc.model.dates import Date
from calc.model.inputs import NO, YES, Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.limited import Limited
from calc.model.limits import limits
from calc.model.number import Number
from calc.model.quantity import Quantity, constant
from calc.model.times import Time


class Protein(IntEnum):
    """Protein in urine by the dipstick, in rising order."""

    NONE = auto()
    TRACE = auto()
    ONE = auto()
    TWO = auto()
    THREE = auto()


PROTEIN_WORDS = {
    Protein.NONE: "negative",
    Protein.TRACE: "trace",
    Protein.ONE: "1+",
    Protein.TWO: "2+",
    Protein.THREE: "3+ or more",
}


class Place(Enum):
    """Which dose of a treatment it is."""

    FIRST = "first"
    SECOND = "second"
    LATER = "later"


class Earlier(Enum):
    """What was done to earlier doses for the kidneys, or for protein in urine."""

    NEITHER = "neither"
    REDUCED = "reduced"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


class Nephrotoxic(Enum):
    """Whether there was a nephrotoxic drug, where no day can be named."""

    NONE = "none"
    UNKNOWN = "unknown"


UrineProtein = Annotated[
    Protein,
    Choice(
        label="Urine protein",
        hint=f"By dipstick. A laboratory's {BARRING_PROTEIN.shown()} or more counts as 2+ at "
        "least; whether it is 3+ only the dipstick tells.",
        options=(
            Option("negative", "Negative", Protein.NONE, words=("0", "none")),
            Option("trace", "Trace", Protein.TRACE),
            Option("1+", "1+", Protein.ONE, words=("+",)),
            Option("2+", "2+", Protein.TWO, words=("++",)),
            Option("3+", "3+ or more", Protein.THREE, words=("4+", "+++", "++++")),
        ),
        compact=True,
    ),
]

ProbenecidAllergy = Annotated[
    YesNoUnknown,
    yes_no_unknown(
        "Severe allergy to probenecid or a sulfa drug, or any to cidofovir?",
        hint="If nobody knows how bad a reaction was: not known.",
        ask="Choose yes, no or not known: a severe allergy to probenecid or a sulfa drug, or any "
        "to cidofovir?",
    ),
]


LONG_AGO = constant(60, "d")
"""A nephrotoxic drug that was last given before that is asked about: a rule of this site."""

LastNephrotoxicDose = Annotated[
    date,
    Date(
        label="Last dose of a nephrotoxic drug",
        hint="Its day. Foscarnet counts; so do aminoglycosides, amphotericin B, vancomycin, "
        "pentamidine and aciclovir into a vein, NSAIDs, contrast media, zoledronate, ciclosporin, "
        "tacrolimus and tenofovir DF.",
        hard=YEARS,
    ),
]

NephrotoxicDrug = Annotated[
    Nephrotoxic,
    Choice(
        label="No nephrotoxic drug, or not known",
        hint="Only where there is no day to name, of any drug in the list above.",
        options=(
            Option("none", "None on the day and in the week before", Nephrotoxic.NONE),
            Option("unknown", "Not known", Nephrotoxic.UNKNOWN, words=("not known",)),
        ),
    ),
]

DAY = Date(label="Day of the infusion", hint="The day on which it is to start.", hard=YEARS)
TIME = Time(label="Start of the infusion", hint="By the clock of 24 hours, like 14:30.")

InfusionDay = Annotated[date, DAY]
InfusionStart = Annotated[time, TIME]

DoseNumber = Annotated[
    Place,
    Choice(
        label="Which dose is this?",
        hint="Of this treatment with cidofovir.",
        options=(
            Option("first", "The first", Place.FIRST),
            Option("second", "The second", Place.SECOND),
            Option("later", "The third or a later one", Place.LATER),
        ),
        compact=True,
    ),
]


def _since_a_drug(last_nephrotoxic_dose: date, infusion_day: date) -> Quantity:
    return Quantity(Fraction((infusion_day - last_nephrotoxic_dose).days), "d")


LONG_SINCE_A_DRUG = Limited(
    label="Time from it to the infusion",
    unit="d",
    computed_from={"last_nephrotoxic_dose": _since_a_drug},
    soft=limits(-LONG_AGO.value, LONG_AGO.value, "beyond it a slip of the year is likely"),
)
"""A year that was mistyped would undo the days without a nephrotoxic drug."""


def _since_a_dose(last_cidofovir_dose: date, infusion_day: date) -> Quantity:
    return Quantity(Fraction((infusion_day - last_cidofovir_dose).days), "d")


LONG_SINCE_A_DOSE = Limited(
    label="Time from it to the infusion",
    unit="d",
    computed_from={"last_cidofovir_dose": _since_a_dose},
    soft=LONG_SINCE_A_DRUG.soft,
)
"""The same slip would undo the days between two doses."""

AFTER_THE_FIRST = When("dose_number", ("second", "later"))

LastCidofovirDose = Annotated[
    date,
    Date(
        label="Last dose of cidofovir",
        hint="The day of the dose before this one.",
        hard=YEARS,
    ),
    AFTER_THE_FIRST,
]

EarlierDoses = Annotated[
    Earlier,
    Choice(
        label="Was a dose ever reduced, paused or stopped for the kidneys?",
        hint="For creatinine or for protein in urine, in this treatment.",
        options=(
            Option("no", "No", Earlier.NEITHER),
            Option("reduced", "Reduced", Earlier.REDUCED),
            Option("stopped", "Paused or stopped", Earlier.STOPPED, words=("paused",)),
            Option("unknown", "Not known", Earlier.UNKNOWN, words=("not known",)),
        ),
        ask="Choose: was a dose ever reduced, paused or stopped for the kidneys?",
    ),
    AFTER_THE_FIRST,
]

_CREATININE = next(each for each in get_args(Creatinine) if isinstance(each, Number))

BaselineCreatinine = Annotated[
    Quantity,
    replace(
        _CREATININE,
        label="Creatinine before the first dose",
        hint="The last one before this treatment began.",
        example="0.9",
        loinc="",
    ),
    AFTER_THE_FIRST,
    HOLDS,
]

OnDialysis = Annotated[
    bool,
    Choice(
        label="On dialysis?",
        hint="Cidofovir is barred on it.",
        options=(
            Option(YES, "Yes", True, means=dialysis.ANY),
            Option(NO, "No", False, means=dialysis.NONE),
        ),
        ask="Choose yes or no: is the patient on dialysis?",
        compact=True,
    ),
]

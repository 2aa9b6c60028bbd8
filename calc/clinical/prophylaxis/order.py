"""What is asked for prophylaxis: therapies, their days, the last zoster, kidneys and IgG."""

from datetime import date
from enum import Enum, StrEnum
from typing import Annotated

from calc.clinical.patient import CLEARANCE_LIMITS, PER_KG
from calc.clinical.plausible import RARE_OR_ANOTHER_UNIT, SLIP_OF_THE_UNIT, YEARS_OF_A_HISTORY
from calc.clinical.prophylaxis.therapies import OPTIONS, Therapy
from calc.clinical.sources import VALACICLOVIR
from calc.model.asking import HOLDS, When
from calc.model.dates import Date
from calc.model.digits import exact
from calc.model.inputs import Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.limits import ReadBack, Slip, limits
from calc.model.number import Number
from calc.model.quantity import Quantity
from calc.model.refusals import Refusal
from calc.model.several import Several
from calc.model.sources import SITE_RULE


class Place(StrEnum):
    """Where the patient is treated."""

    US = "us"
    UK = "uk"
    ELSEWHERE = "elsewhere"


class Zoster(Enum):
    """Whether there was zoster that is healed."""

    NONE = "none"
    HEALED = "healed"


ACTIVE = Refusal(
    "prophylaxis-zoster-active",
    "Zoster that is not healed is treated: a dose of prophylaxis is too small for it.",
    "Ask today for treatment: prophylaxis stops when it starts. Ask again once it is healed.",
    (
        VALACICLOVIR.at("table 1"),
        SITE_RULE.at("prophylaxis is no treatment"),
    ),
)


PlaceAsked = Annotated[
    Place,
    Choice(
        label="Treated in",
        hint="Its sources stand first; the others stay.",
        options=(
            Option("us", "United States", Place.US, words=("usa", "united states")),
            Option("uk", "United Kingdom", Place.UK, words=("gb", "united kingdom", "england")),
            Option("elsewhere", "Elsewhere", Place.ELSEWHERE, words=("other",)),
        ),
        compact=True,
    ),
    HOLDS,
]
Therapies = Annotated[
    tuple[Therapy, ...],
    Several(
        label="Therapies of myeloma",
        hint="Those that run, and earlier ones that may still count. Brands are taken.",
        options=OPTIONS,
        none="None of these",
        ask="Name the therapies, or that there are none",
    ),
]


def _last(label: str, hint: str = "Leave it out while it runs.") -> Date:
    return Date(label=label, hint=hint, hard=YEARS_OF_A_HISTORY)


StartOfDaratumumab = Annotated[
    date,
    _last("First dose of daratumumab", "Its US label begins prophylaxis by that day."),
    HOLDS,
]
LastProteasome = Annotated[date, _last("Last dose of a proteasome inhibitor")]
LastAntiCd38 = Annotated[date, _last("Last dose of an anti-CD38 antibody")]
LastBispecific = Annotated[date, _last("Last dose of a bispecific antibody")]
TransplantDay = Annotated[date, _last("Day of the transplant", "Day 0 of the last one.")]
CarTDay = Annotated[date, _last("Day of the CAR-T infusion", "Day 0 of the last one.")]

ZosterAsked = Annotated[
    Zoster,
    Choice(
        label="Zoster so far",
        hint="Herpes simplex that needed treatment counts too.",
        options=(
            Option("none", "None", Zoster.NONE),
            Option("healed", "Yes, and healed", Zoster.HEALED),
            Option(
                "not-healed",
                "Yes, and not healed",
                None,
                "It is treated first.",
                refusal=ACTIVE,
            ),
        ),
    ),
]
ZosterHealed = Annotated[
    date,
    _last("Healed on", "The last episode, all lesions healed."),
    When("earlier_zoster", ("healed",)),
]
Resistance = Annotated[
    YesNoUnknown,
    yes_no_unknown("Was it resistant to aciclovir?", hint="By a test, or by its course."),
    When("earlier_zoster", ("healed",)),
]
OnDialysis = Annotated[
    YesNoUnknown,
    Choice(
        label="On dialysis now?",
        options=(
            Option("yes", "Yes", YesNoUnknown.YES, words=("y",)),
            Option("no", "No", YesNoUnknown.NO, words=("n",)),
        ),
        ask="Choose: is the patient on dialysis?",
        compact=True,
    ),
]
Clearance = Annotated[
    Quantity,
    Number(
        label="Creatinine clearance",
        unit="mL/min",
        hint="Estimated or measured, in mL/min and not per kg or per 1.73 m2.",
        example="48",
        hard=CLEARANCE_LIMITS,
        slips=(PER_KG,),
        loinc="2164-2",
    ),
    When("dialysis_now", ("no",), optional=True),
]
MG_DL_PER_G_L = exact(100)
"""100 mg/dL are 1 g/L."""
Igg = Annotated[
    Quantity,
    Number(
        label="IgG in serum",
        unit="g/L",
        hint="Without the paraprotein, if the laboratory gives that.",
        example="3.6",
        hard=limits(0.1, 120, SLIP_OF_THE_UNIT),
        soft=limits(
            0.3,
            30,
            RARE_OR_ANOTHER_UNIT,
            why_high="above this much of it is a paraprotein, or the unit another",
        ),
        factors={"mg/dL": MG_DL_PER_G_L},
        slips=(
            Slip(unit="g/L", between=limits(0.1, 60, "an IgG in g/L")),
            Slip(unit="mg/dL", between=limits(10, 12000, "an IgG in mg/dL")),
        ),
        read_back=(
            ReadBack((("mg/dL", 1 / MG_DL_PER_G_L),), exact(1)),
            ReadBack((("g/L", exact(1)),), exact(0.01)),
        ),
        loinc="2465-3",
    ),
]

"""What is asked for the days of the vaccine."""

from datetime import date
from enum import Enum, StrEnum
from typing import Annotated, Literal

from calc.clinical.plausible import LAST_YEAR, YEARS_OF_A_HISTORY
from calc.model.asking import HOLDS, Lasts, Reach, When
from calc.model.dates import Date
from calc.model.inputs import Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.written import Span


class Transplant(StrEnum):
    """What was, or will be, given back."""

    NONE = "none"
    AUTOLOGOUS = "autologous"
    ALLOGENEIC = "allogeneic"
    CAR_T = "car-t"


class Zoster(Enum):
    """Whether there was zoster within a year, and whether it is over."""

    NONE = "none"
    OVER = "over"
    NOT_OVER = "not-over"


TRANSPLANT_WORDS = {
    Transplant.AUTOLOGOUS: "an autologous transplant",
    Transplant.ALLOGENEIC: "an allogeneic transplant",
    Transplant.CAR_T: "CAR-T",
}

LICENSED = Span(date(2017, 10, 1), LAST_YEAR, "it was licensed in October 2017")

DosesGiven = Annotated[
    Literal["none", "one", "two"],
    Choice(
        label="Doses of Shingrix given so far",
        options=(
            Option("none", "None", "none", words=("0",)),
            Option("one", "One", "one", words=("1",)),
            Option("two", "Two", "two", words=("2",)),
        ),
        compact=True,
    ),
]

FIRST = Date(
    label="Day of the first dose", hint="As it was given.", hard=YEARS_OF_A_HISTORY, soft=LICENSED
)
SECOND = Date(
    label="Day of the second dose", hint="As it was given.", hard=YEARS_OF_A_HISTORY, soft=LICENSED
)
WISHED = Date(
    label="Day wished for the next dose",
    hint="Today, or the day of an appointment: no clock is read.",
    hard=YEARS_OF_A_HISTORY,
    soft=LICENSED,
)

FirstDose = Annotated[date, FIRST, When("doses", ("one", "two")), HOLDS]
SecondDose = Annotated[date, SECOND, When("doses", ("two",)), HOLDS]
DayWished = Annotated[date, WISHED, When("doses", ("none", "one"))]
TreatmentStarts = Annotated[
    date,
    Date(
        label="Immunosuppressive treatment starts on",
        hint="If a treatment is planned, or the next cycle.",
        hard=YEARS_OF_A_HISTORY,
    ),
    When("doses", ("none", "one"), optional=True),
]
TransplantAsked = Annotated[
    Transplant,
    Choice(
        label="Transplant or CAR-T",
        hint="The last one, or one that is planned.",
        options=(
            Option("none", "None", Transplant.NONE),
            Option("autologous", "Autologous", Transplant.AUTOLOGOUS),
            Option("allogeneic", "Allogeneic", Transplant.ALLOGENEIC),
            Option("car-t", "CAR-T", Transplant.CAR_T, words=("cart", "car t")),
        ),
    ),
]
TransplantDay = Annotated[
    date,
    Date(label="Day of the transplant or infusion", hint="Day 0.", hard=YEARS_OF_A_HISTORY),
    When("transplant", ("autologous", "allogeneic", "car-t")),
]
ProphylaxisStops = Annotated[
    date,
    Date(
        label="Antiviral prophylaxis is to stop on",
        hint="If a day is fixed.",
        hard=YEARS_OF_A_HISTORY,
    ),
    When("transplant", ("autologous", "allogeneic"), optional=True),
]
ZosterAsked = Annotated[
    Zoster,
    Choice(
        label="Zoster in the last year",
        options=(
            Option("none", "None", Zoster.NONE),
            Option("over", "Yes: lesions crusted, symptoms eased", Zoster.OVER),
            Option("not-over", "Yes, and not yet so", Zoster.NOT_OVER),
        ),
    ),
]
ZosterOver = Annotated[
    date,
    Date(
        label="Crusted and eased since",
        hint="The day on which both were so.",
        hard=YEARS_OF_A_HISTORY,
    ),
    When("zoster", ("over",)),
]
LiveVaccineBefore = Annotated[
    YesNoUnknown,
    yes_no_unknown("Was the live zoster vaccine (Zostavax) ever given?"),
    Lasts(Reach.BEYOND_THE_DAY, but=("unknown",)),
]

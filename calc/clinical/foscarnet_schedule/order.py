"""What is asked of a course of foscarnet: from when, how often, how long each, and what is late."""

from datetime import date, time
from fractions import Fraction
from typing import Annotated

from calc.clinical.conversions import MINUTES_PER_HOUR, ONE
from calc.clinical.foscarnet.infusion import WHOLE_MINUTE
from calc.clinical.foscarnet.order import YES_OR_NO
from calc.clinical.plausible import SLIP_IN_A_COURSE, YEARS
from calc.model.asking import When
from calc.model.dates import Date
from calc.model.inputs import YES, Choice
from calc.model.limited import Limited
from calc.model.limits import Slip, limits
from calc.model.number import Number
from calc.model.quantity import Quantity, constant
from calc.model.times import Time

DAYS = constant(14, "d")
"""How long a timetable is."""
HOURS_PER_DAY = constant(24, "h/d")

DAY = Date(
    label="Day of the first infusion", hint="Of this timetable, like 28 Nov 2026.", hard=YEARS
)
TIME = Time(
    label="Start of the first infusion", hint="Of the drug, not of the fluid before it: 14:30."
)

StartDay = Annotated[date, DAY]
StartTime = Annotated[time, TIME]

INFUSION_TIMES = limits(30, 360, "outside this a slip is likelier than an infusion")
USUAL_TIMES = limits(30, 180, "labels and hospitals run a dose over one to two hours")
IN_HOURS = Slip(
    unit="h",
    makes=Fraction(60),
    spellings=("hour", "hours", "hr", "hrs"),
    between=INFUSION_TIMES,
)

FirstTime = Annotated[
    Quantity,
    Number(
        label="Length of the first infusion",
        unit="min",
        hint="In minutes, as the infusion calculator prints it for a first infusion.",
        example="120",
        hard=INFUSION_TIMES,
        soft=USUAL_TIMES,
        slips=(IN_HOURS,),
        unit_words=("minutes", "mins"),
    ),
    When("first_infusion", (YES,)),
]
LaterTime = Annotated[
    Quantity,
    Number(
        label="Length of each later infusion",
        unit="min",
        hint="In minutes, as the infusion calculator prints it for one that is not the first.",
        example="60",
        hard=INFUSION_TIMES,
        soft=USUAL_TIMES,
        slips=(IN_HOURS,),
        unit_words=("minutes", "mins"),
    ),
]

DoseLate = Annotated[
    bool,
    Choice(
        label="Is an infusion started late?",
        hint="Not the first: type its true start above.",
        options=YES_OR_NO,
        ask="Choose yes or no: is an infusion started late?",
        compact=True,
    ),
]
LateDose = Annotated[
    Quantity,
    Number(
        label="Which infusion is late",
        unit="1",
        hint="Its number, as the timetable counts.",
        example="3",
        hard=limits(
            2,
            1000,
            "a first infusion is not late: type its true start",
            why_high=SLIP_IN_A_COURSE,
        ),
        whole=True,
    ),
    When("dose_late", (YES,)),
]
MOST_LATE = limits(
    1,
    24 * 60,
    "an infusion on time is not late",
    why_high="after a longer gap work the dose out anew, and start a timetable",
)
LateBy = Annotated[
    Quantity,
    Number(
        label="How late",
        unit="min",
        hint="From when it was planned to when it is started.",
        example="90",
        hard=MOST_LATE,
        factors={"h": Fraction(1, 60)},
        unit_words=("minutes", "mins"),
    ),
    When("dose_late", (YES,)),
]


def planned_after(late_dose: Quantity, interval: Quantity) -> Quantity:
    """How long after the first infusion another one is planned (h)."""
    return ((late_dose - ONE) * interval).named("planned after the first infusion", "h")


def starts_after(late_dose: Quantity, interval: Quantity, late_by: Quantity) -> Quantity:
    """How long after the first infusion a late one is started (h)."""
    return started_after(late_dose, interval, in_minutes(late_by))


def started_after(number: Quantity, interval: Quantity, minutes: Quantity) -> Quantity:
    """The same, where it is known by how many whole minutes it is late."""
    return planned_after(number, interval) + minutes / MINUTES_PER_HOUR


def in_minutes(late_by: Quantity) -> Quantity:
    """How late (min), up to the whole minute."""
    minutes = late_by if late_by.unit == "min" else late_by * MINUTES_PER_HOUR
    return minutes.rounded_up_to(WHOLE_MINUTE).named("late by", "min")


LAST_HOUR = DAYS * HOURS_PER_DAY - constant(1, "h")
WITHIN_THE_DAYS = Limited(
    label="Start of the late infusion",
    unit="h",
    computed_from={"late_dose": starts_after},
    hard=limits(0, LAST_HOUR.value, f"an hour before the end of the timetable's {DAYS.shown()}"),
)
"""A late infusion must start within the days of the timetable."""

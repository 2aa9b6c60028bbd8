"""What is asked of foscarnet that is running: its order, the creatinines, the day of the dose."""

from dataclasses import replace
from datetime import date, time
from typing import Annotated, get_args

from calc.clinical.foscarnet.infusion import dose_per_kg_of
from calc.clinical.foscarnet.order import DOSE_PER_KG_LIMITS, Dose, DosePerKg
from calc.clinical.kidney_injury import URINE_HOURS
from calc.clinical.patient import Creatinine, Weight
from calc.clinical.plausible import SLIP, SLIP_IN_A_COURSE, YEARS
from calc.model.asking import HOLDS
from calc.model.dates import Date
from calc.model.digits import exact
from calc.model.limited import Limited
from calc.model.limits import Slip, limits
from calc.model.number import Number
from calc.model.quantity import Quantity
from calc.model.series import Row, Series
from calc.model.times import Time


def _number(hint: object) -> Number:
    """The number that an annotation declares."""
    return next(each for each in get_args(hint) if isinstance(each, Number))


def _running(dose: object, label: str, hint: str) -> Number:
    """A dose as it is asked elsewhere, as the one that is running, what is offered going there."""
    declared = _number(dose)
    slips = tuple(
        replace(slip, field=f"running_{slip.field}") if slip.field else slip
        for slip in declared.slips
    )
    return replace(declared, slips=slips, label=label, hint=hint)


RunningDose = Annotated[
    Quantity,
    _running(
        Dose,
        label="Running dose",
        hint="One dose in mg as it is given now; the last one, if foscarnet is paused.",
    ),
]
RunningDosePerKg = Annotated[
    Quantity,
    _running(
        DosePerKg,
        label="Running dose per kg",
        hint="One dose for each kg as it was ordered. In mg is safer where the weight has changed.",
    ),
]
Weights = Annotated[
    tuple[Row, ...],
    Series(
        label="Weights",
        hint="If it was weighed again: a row each, typed or pasted, in kg, like 28 Nov 2026 70.5. "
        "From the one that the running dose was ordered by to the newest.",
        date=Date(label="Day", hard=YEARS),
        time=Time(label="Time"),
        number=_number(Weight),
        most=60,
    ),
    HOLDS,
]
Creatinines = Annotated[
    tuple[Row, ...],
    Series(
        label="Creatinines",
        hint="A row each, typed or pasted: day, time if there is one, value. Like 28 Nov 2026 "
        "06:30 1.2. All in one unit, those from before the start too.",
        date=Date(label="Day", hard=YEARS),
        time=Time(label="Time"),
        number=_number(Creatinine),
        most=60,
    ),
    HOLDS,
]

DOSE_DAY = Date(label="Day of the next dose", hint="Like 28 Nov 2026.", hard=YEARS)
NextDoseDay = Annotated[date, DOSE_DAY]
NextDoseTime = Annotated[
    time, Time(label="Time of the next dose", hint="If it is known, like 14:00.")
]
DaysRun = Annotated[
    Quantity,
    Number(
        label="Days on foscarnet so far",
        unit="d",
        hint="For what was given in all. Days without a dose do not count.",
        example="9",
        hard=limits(1, 365, SLIP_IN_A_COURSE),
        whole=True,
        unit_words=("days", "day"),
    ),
]


Urine = Annotated[
    Quantity,
    Number(
        label=f"Urine of the last {URINE_HOURS.shown()}",
        unit="mL",
        hint="All of it, in mL, where it is measured.",
        example="420",
        hard=limits(0, 6000, SLIP),
        soft=limits(0, 3000, f"more in {URINE_HOURS.shown()} is rare"),
        slips=(Slip(unit="L", makes=exact(1000)),),
    ),
]


def running_per_kg(running_dose: Quantity, weight: Quantity) -> Quantity:
    """Dose per kg (mg/kg) of a running dose (mg) for the weight of today (kg)."""
    return dose_per_kg_of(running_dose, weight)


RUNNING_PER_KG = Limited(
    label="Running dose per kg",
    unit="mg/kg",
    computed_from={"running_dose": running_per_kg},
    hard=DOSE_PER_KG_LIMITS,
)
"""The limits of a running dose per kg (mg/kg) hold for one in mg too."""

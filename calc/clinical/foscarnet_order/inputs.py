"""What is asked of an order of foscarnet: each item may be left out.

The dose has a declaration of its own: what was worked out elsewhere must never stand in its place.
"""

from typing import Annotated, NamedTuple

from calc.clinical.foscarnet.infusion import dose_per_kg_of
from calc.clinical.foscarnet.order import DOSE_PER_KG_LIMITS, dose_asked, dose_per_kg_asked
from calc.model.digits import exact
from calc.model.limited import Limited
from calc.model.limits import Slip, limits, zero_slips
from calc.model.number import Number
from calc.model.quantity import Quantity

INTERVAL_LIMITS = limits(
    4,
    168,
    "a shorter interval is likelier a number of doses, or a slip",
    why_high="beyond this a slip is likelier than an interval",
)
TIMES_A_DAY = Slip(
    makes=None,  # 24 hours divided by it
    between=limits(1, 3, "doses in a day"),
    ask="was it the number of doses a day",
)
DAYS = Slip(
    unit="d",
    makes=exact(24),
    spellings=("day", "days"),
    between=INTERVAL_LIMITS,
    if_spelt=True,
)
VOLUME_LIMITS = limits(5, 3000, "beyond this a slip is likelier than a bag of foscarnet")
RATE_LIMITS = limits(1, 2500, "beyond this a slip is likelier than the rate of a pump")
TIME_LIMITS = limits(5, 1440, "beyond this a slip is likelier than the time of one dose")
CONCENTRATION_LIMITS = limits(0.5, 100, "beyond this a slip is likelier than a concentration")
FLUID_LIMITS = limits(50, 5000, "beyond this a slip is likelier than fluid with one dose")

LITRES = Slip(
    unit="L",
    makes=exact(1000),
    spellings=("litre", "litres", "liter", "liters"),
    between=VOLUME_LIMITS,
)

OrderDose = Annotated[Quantity, dose_asked("Dose as written", "order_dose_per_kg")]
OrderDosePerKg = Annotated[
    Quantity,
    dose_per_kg_asked(
        "Dose per kg as written", "One dose for each kg, not that of a day.", "order_dose"
    ),
]


def order_per_kg(order_dose: Quantity, weight: Quantity) -> Quantity:
    """Dose per kg (mg/kg) of a dose as written (mg) for a weight (kg)."""
    return dose_per_kg_of(order_dose, weight)


ORDER_PER_KG = Limited(
    label="Dose per kg as written",
    unit="mg/kg",
    computed_from={"order_dose": order_per_kg},
    hard=DOSE_PER_KG_LIMITS,
)
"""The limits of a dose per kg as written (mg/kg) hold for one in mg too."""

OrderInterval = Annotated[
    Quantity,
    Number(
        label="Interval as written",
        unit="h",
        hint="From the start of one dose to the start of the next.",
        example="12",
        hard=INTERVAL_LIMITS,
        slips=(TIMES_A_DAY, DAYS),
        unit_words=("hours", "hour", "hr", "hrs", "hourly"),
    ),
]
OrderVolume = Annotated[
    Quantity,
    Number(
        label="Volume as written",
        unit="mL",
        hint="What runs in for one dose, drug and diluent together.",
        example="204.1",
        hard=VOLUME_LIMITS,
        slips=(LITRES, *zero_slips(VOLUME_LIMITS)),
    ),
]
OrderTime = Annotated[
    Quantity,
    Number(
        label="Time as written",
        unit="min",
        hint="How long one dose runs, in minutes.",
        example="60",
        hard=TIME_LIMITS,
        slips=(
            Slip(
                unit="h",
                makes=exact(60),
                spellings=("hour", "hours", "hr", "hrs"),
                between=limits(15, 1440, "the time of one dose"),
            ),
        ),
        unit_words=("minutes", "minute", "mins"),
    ),
]
OrderRate = Annotated[
    Quantity,
    Number(
        label="Pump rate as written",
        unit="mL/h",
        hint="As the order or the pump has it.",
        example="204.1",
        hard=RATE_LIMITS,
        slips=(
            Slip(unit="mL/min", makes=exact(60), between=RATE_LIMITS),
            *zero_slips(RATE_LIMITS),
        ),
        unit_words=("mL/hr", "mL/hour"),
    ),
]
OrderConcentration = Annotated[
    Quantity,
    Number(
        label="Concentration as written",
        unit="mg/mL",
        hint="Of what runs in. Left out: worked out of dose and volume.",
        example="12",
        hard=CONCENTRATION_LIMITS,
        slips=zero_slips(CONCENTRATION_LIMITS),
    ),
]
OrderFluid = Annotated[
    Quantity,
    Number(
        label="Hydration as written",
        unit="mL",
        hint="Fluid before or with this infusion, without the infusion itself.",
        example="1000",
        hard=FLUID_LIMITS,
        slips=(
            Slip(
                unit="L",
                makes=exact(1000),
                spellings=("litre", "litres", "liter", "liters"),
                between=FLUID_LIMITS,
            ),
        ),
    ),
]


class Order(NamedTuple):
    """One order as written: dose (mg, mg/kg), interval (h), volume (mL), time (min), rate (mL/h).

    Concentration is mg/mL, fluid mL; what was left out is None.
    """

    dose: Quantity | None
    dose_per_kg: Quantity | None
    interval: Quantity | None
    concentration: Quantity | None
    volume: Quantity | None
    time: Quantity | None
    rate: Quantity | None
    fluid: Quantity | None

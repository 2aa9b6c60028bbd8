"""What is asked about the order: the dose, the line it runs through, the fluid beside it."""

from typing import Annotated

from calc.clinical.foscarnet.label import DILUTED, FULL_DOSES, GREATEST_DOSE, LEAST_DOSE, SUPPLIED
from calc.clinical.solutions import DEXTROSE, SALINE
from calc.model.asking import MOMENTARY
from calc.model.digits import exact
from calc.model.inputs import NO, YES, Choice, Option
from calc.model.limits import Slip, limits, zero_slips
from calc.model.number import Number
from calc.model.quantity import Quantity, constant

DOSE_EDGES = tuple(map(exact, FULL_DOSES))
"""Where a rule changes, mg/kg: the regimens' full doses; the label's fluid and the hospitals' slow
starts change at the same figures."""

Access = Annotated[
    str,
    Choice(
        label="Access",
        options=(
            Option("central", "Central line", "central", f"undiluted {SUPPLIED.shown()}"),
            Option("peripheral", "Peripheral vein", "peripheral", f"diluted {DILUTED.shown()}"),
        ),
    ),
]

LIKELY_DOSE = limits(400, 20000, "single doses of the label for most adults")
DOSE_LIMITS = limits(100, 50000, "outside this a slip is likelier than a dose")
LABEL_DOSES = f"the label's doses are {LEAST_DOSE} to {GREATEST_DOSE} mg/kg"
DOSE_PER_KG_LIMITS = limits(5, 500, LABEL_DOSES)
LIKELY_DOSE_PER_KG = limits(5, GREATEST_DOSE, LABEL_DOSES)


def dose_asked(label: str, per_kg: str) -> Number:
    """One dose (mg) under a label; one per kg is offered to the field of this name."""
    return Number(
        label=label,
        unit="mg",
        hint="One dose, in mg.",
        example="2450",
        hard=DOSE_LIMITS,
        slips=(
            Slip(
                unit="g",
                makes=exact(1000),
                spellings=("gram", "grams", "gm"),
                between=LIKELY_DOSE,
            ),
            Slip(unit="mg/kg", field=per_kg, between=LIKELY_DOSE_PER_KG),
            *zero_slips(DOSE_LIMITS),
        ),
    )


def dose_per_kg_asked(label: str, hint: str, dose: str) -> Number:
    """One dose per kg (mg/kg) under a label; one in mg is offered to the field of this name."""
    return Number(
        label=label,
        unit="mg/kg",
        hint=hint,
        example="35",
        hard=DOSE_PER_KG_LIMITS,
        edges=DOSE_EDGES,
        slips=(
            Slip(unit="mg", field=dose, between=DOSE_LIMITS),
            *zero_slips(LIKELY_DOSE_PER_KG),
        ),
    )


Dose = Annotated[Quantity, dose_asked("Dose", "dose_per_kg")]
DosePerKg = Annotated[
    Quantity, dose_per_kg_asked("Dose per kg", "One dose for each kg of body weight.", "dose")
]

YES_OR_NO = (Option(YES, "Yes", True), Option(NO, "No", False))

Interval = Annotated[
    Quantity,
    Choice(
        label="Interval",
        hint="The time from one dose to the next.",
        unit="h",
        options=tuple(
            Option(str(hours), f"Every {hours} hours", constant(hours, "h", "interval"))
            for hours in (8, 12, 24, 48)
        ),
    ),
]
FirstInfusion = Annotated[
    bool,
    Choice(
        label="First infusion?",
        options=YES_OR_NO,
        ask="Choose yes or no: is this the first infusion?",
        compact=True,
    ),
    MOMENTARY,
]

FLUIDS = (Option("saline", SALINE, SALINE), Option("dextrose", DEXTROSE, DEXTROSE))

FluidChoice = Annotated[str, Choice(label="Hydration fluid", options=FLUIDS)]

Diluent = Annotated[
    str,
    Choice(
        label="Diluent",
        hint="Left out: the same as the hydration fluid.",
        options=FLUIDS,
    ),
]

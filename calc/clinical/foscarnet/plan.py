"""The whole chain, from age and creatinine to pump rate, fluid and sodium."""

from dataclasses import replace

from calc.clinical.foscarnet.checks import CHECK_FIRST, STOP_AND_LINE, monitoring
from calc.clinical.foscarnet.clearance import KIDNEYS
from calc.clinical.foscarnet.dose import doses_in_24_h, foscarnet_dose
from calc.clinical.foscarnet.hydration import hydrated, with_figure
from calc.clinical.foscarnet.infusion import SUGAR, prepared
from calc.clinical.foscarnet.order import DEXTROSE, Access, Diluent, FirstInfusion, FluidChoice
from calc.clinical.foscarnet.regimens import RegimenChoice
from calc.clinical.foscarnet.scope import SCOPE
from calc.clinical.foscarnet.sodium import sodium_of
from calc.clinical.patient import (
    Age,
    Creatinine,
    CreatinineUnit,
    Dialysis,
    Height,
    MeasuredClearance,
    Sex,
    Weight,
)
from calc.clinical.renal import CLEARANCE_PER_KG
from calc.clinical.weight import WEIGHT_LIMITS
from calc.model.calculator import Way, calculator
from calc.model.outcomes import Answer, Line
from calc.model.quantity import Quantity


@calculator(
    "Foscarnet plan",
    ways=(Way("creatinine", ("sex", "creatinine_unit")), Way("measured_clearance")),
    limits=(CLEARANCE_PER_KG, *WEIGHT_LIMITS),
    scope=SCOPE,
    box=STOP_AND_LINE,
    checks=CHECK_FIRST,
)
def foscarnet_plan(
    *,
    age: Age,
    sex: Sex | None = None,
    weight: Weight,
    height: Height | None = None,
    dialysis: Dialysis,
    creatinine: Creatinine | None = None,
    creatinine_unit: CreatinineUnit | None = None,
    measured_clearance: MeasuredClearance | None = None,
    regimen: RegimenChoice,
    access: Access,
    first_infusion: FirstInfusion,
    fluid: FluidChoice,
    diluent: Diluent | None = None,
) -> Answer:
    """One plan to check: clearance per kg, dose, interval, dilution, pump rate, fluid and sodium.

    Refused on dialysis and below 0.4 mL/min/kg. Values: those of the four calculators it is made
    of, the sodium, and total_fluid_24_h_low and total_fluid_24_h_high (mL: infusions and hydration;
    where the label is silent, total_fluid_24_h_elsewhere_low and _high with other sources' figure).
    """
    dosing = foscarnet_dose(
        age=age,
        sex=sex,
        creatinine=creatinine,
        creatinine_unit=creatinine_unit,
        measured_clearance=measured_clearance,
        weight=weight,
        height=height,
        dialysis=dialysis,
        regimen=regimen,
    )
    dose, dose_per_kg = dosing["dose"], dosing["dose_per_kg"]
    infusion = prepared(
        dose, dose_per_kg, weight, regimen, access, diluent or fluid, first_infusion
    )
    hydration = hydrated(dose_per_kg, dosing["interval"], first_infusion, fluid)
    doses = doses_in_24_h(dosing["interval"])
    fluids = _fluids(infusion, hydration, doses, first_infusion)
    sodium = sodium_of(infusion, hydration, doses, fluid, diluent or fluid, first_infusion)
    diluted = not infusion["diluent_volume"].is_zero and diluent == DEXTROSE
    sugar = (SUGAR,) if diluted and fluid != DEXTROSE else ()
    schedule = Answer({}, notes=(monitoring(regimen.phase),), cautions=sugar)
    plan = dosing.followed_by(infusion, hydration, fluids, sodium, schedule)
    return replace(plan, lines=_in_order_of_use(plan.lines))


def _in_order_of_use(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines as they are needed at the bedside: what led to the dose comes last."""
    return tuple(sorted(lines, key=lambda line: line.group == KIDNEYS))


def _fluids(infusion: Answer, hydration: Answer, doses: Quantity, first: bool) -> Answer:
    """All fluid in 24 hours: the infusions and the hydration, by the label or else elsewhere."""
    infused = (infusion["total_volume"] * doses).named("infused volume in any 24 hours", "mL")
    values = {"infused_24_h": infused}
    for bound in ("low", "high", "elsewhere_low", "elsewhere_high"):
        hydrating = hydration.get(f"hydration_24_h_{bound}")
        if hydrating is not None:
            name = f"total fluid in 24 hours, {bound.replace('_', ' ')}"
            values[f"total_fluid_24_h_{bound}"] = (infused + hydrating).named(name, "mL")
    words = with_figure(values, "total_fluid_24_h", first)
    return Answer(values, lines=(Line("Fluid", "Total fluid in 24 hours", words),))

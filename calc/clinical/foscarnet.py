"""The renally reduced dose of foscarnet, its interval, and what 24 hours hold."""

from calc.clinical.patient import (
    Age,
    Creatinine,
    CreatinineUnit,
    Dialysis,
    MeasuredClearance,
    Sex,
    Weight,
    dialysis_not_asked,
    refuse_dialysis,
)
from calc.clinical.regimens import Regimen, RegimenChoice
from calc.clinical.renal import CLEARANCE_WAYS, KIDNEYS, creatinine_clearance
from calc.clinical.sources import DOSAGE
from calc.model.calculator import calculator
from calc.model.outcomes import Answer, Line
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE

HOURS_24 = constant(24, "h", "24 hours")
ONE = constant(1, "1")


@calculator("Foscarnet dose", ways=CLEARANCE_WAYS)
def foscarnet_dose(
    *,
    age: Age | None = None,
    sex: Sex | None = None,
    creatinine: Creatinine | None = None,
    creatinine_unit: CreatinineUnit | None = None,
    measured_clearance: MeasuredClearance | None = None,
    weight: Weight,
    regimen: RegimenChoice,
    dialysis: Dialysis = None,
) -> Answer:
    """The foscarnet dose (mg/kg and mg) and its interval (h), reduced for clearance per kg.

    By the US label's tables. Refused on dialysis and below 0.4 mL/min/kg. Values, besides those of
    creatinine_clearance: dose_per_kg, interval, dose, dose_24_h and dose_per_kg_24_h (the most that
    any 24 hours hold), dose_24_h_mean.
    """
    refuse_dialysis(dialysis)
    clearance = creatinine_clearance(
        age=age,
        sex=sex,
        creatinine=creatinine,
        creatinine_unit=creatinine_unit,
        measured_clearance=measured_clearance,
        weight=weight,
    )
    dose_per_kg, interval = regimen.table.dose_for(clearance["clearance_per_kg"])
    dose = dose_in_mg(dose_per_kg, weight)
    doses = doses_in_24_h(interval)
    values = {
        "dose_per_kg": dose_per_kg,
        "interval": interval,
        "dose": dose,
        "dose_24_h": (dose * doses).named("dose in any 24 hours", "mg", places=1),
        "dose_per_kg_24_h": (dose_per_kg * doses).named("dose per kg in any 24 hours", "mg/kg"),
        "dose_24_h_mean": (dose * HOURS_24 / interval).named(
            "mean dose in 24 hours", "mg", places=1
        ),
    }
    return Answer(
        {**clearance.values, **values},
        heading="Dose, off label" if regimen.off_label else "Dose",
        headline=f"{dose_per_kg.shown()} ({dose.shown()}) every {interval.shown()}",
        lines=_lines(values, regimen, clearance["clearance_per_kg"]) + clearance.lines,
        cautions=(
            *regimen.cautions,
            *dialysis_not_asked(dialysis),
            *clearance.cautions,
        ),
        table=regimen.table,
    )


def dose_in_mg(dose_per_kg: Quantity, weight: Quantity) -> Quantity:
    """One dose in mg: exact, shown cut to 0.1 mg."""
    return (dose_per_kg * weight).named("dose", "mg", DOSAGE, places=1)


def doses_in_24_h(interval: Quantity) -> Quantity:
    """The most doses that any 24 hours hold: one where the interval is 48 hours."""
    most = SITE_RULE.at("the most that any 24 hours hold")
    return (HOURS_24 / interval).rounded_up_to(ONE).named("doses in any 24 hours", "1", most)


def _lines(values: dict[str, Quantity], regimen: Regimen, per_kg: Quantity) -> tuple[Line, ...]:
    most = f"{values['dose_24_h'].shown()} ({values['dose_per_kg_24_h'].shown()})"
    if values["interval"] > HOURS_24:
        most += f"; {values['dose_24_h_mean'].shown()} on average"
    reduced = per_kg.value <= max(regimen.table.edges)
    how = "reduced for this clearance" if reduced else "not reduced"
    return (
        Line("Dose", "In any 24 hours", most),
        Line("Dose", "Regimen", f"{regimen.name}; {how}"),
        Line(KIDNEYS, "Clearance per kg", per_kg.shown()),
    )

"""The renally reduced dose of foscarnet, its interval, and what 24 hours hold."""

from calc.clinical.patient import (
    Age,
    Creatinine,
    CreatinineUnit,
    Dialysis,
    MeasuredClearance,
    Sex,
    Weight,
    refuse_dialysis,
)
from calc.clinical.regimens import Regimen, RegimenChoice
from calc.clinical.renal import CLEARANCE_WAYS, KIDNEYS, creatinine_clearance
from calc.model.calculator import calculator
from calc.model.outcomes import Answer, Caution, Line
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE

HOURS_24 = constant(24, "h", "24 hours")
ONE = constant(1, "1")

DIALYSIS_NOT_ASKED = Caution(
    "not-for-dialysis",
    "Not for a patient on dialysis: nothing here holds then.",
    (SITE_RULE.at("no labelled dose, no result"),),
)


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

    Refused on dialysis and below 0.4 mL/min/kg. Values, besides those of creatinine_clearance:
    dose_per_kg, interval, dose, dose_24_h and dose_per_kg_24_h (the most that any 24 hours hold),
    dose_24_h_mean.
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
        heading=regimen.name,
        headline=f"{dose_per_kg.shown()} ({dose.shown()}) every {interval.shown()}",
        lines=_lines(values, clearance["clearance_per_kg"]) + clearance.lines,
        cautions=_cautions(regimen, dialysis) + clearance.cautions,
        table=regimen.table,
    )


def dose_in_mg(dose_per_kg: Quantity, weight: Quantity) -> Quantity:
    """One dose in mg: exact, shown cut to 0.1 mg."""
    return (dose_per_kg * weight).named("dose", "mg", places=1)


def doses_in_24_h(interval: Quantity) -> Quantity:
    """The most doses that any 24 hours hold: one where the interval is 48 hours."""
    return (HOURS_24 / interval).rounded_up_to(ONE).named("doses in any 24 hours", "1")


def _lines(values: dict[str, Quantity], per_kg: Quantity) -> tuple[Line, ...]:
    most = f"{values['dose_24_h'].shown()} ({values['dose_per_kg_24_h'].shown()})"
    if values["interval"] > HOURS_24:
        most += f"; {values['dose_24_h_mean'].shown()} on average"
    return (
        Line("Dose", "In any 24 hours", most),
        Line(KIDNEYS, "Clearance per kg", per_kg.shown()),
    )


def _cautions(regimen: Regimen, dialysis: bool | None) -> tuple[Caution, ...]:
    cautions = [regimen.off_label] if regimen.off_label else []
    if dialysis is None:
        cautions.append(DIALYSIS_NOT_ASKED)
    return tuple(cautions)

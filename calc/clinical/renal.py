"""Clearance per kilogram by Cockcroft and Gault, or measured; creatinine in its units."""

from dataclasses import dataclass

from calc.clinical.patient import UMOL_PER_MG_DL
from calc.clinical.plausible import SLIP
from calc.clinical.sources import COCKCROFT_GAULT
from calc.model.calculator import Alternative
from calc.model.limited import Limited
from calc.model.limits import limits
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE

PER_KG = "mL/min/kg"
KIDNEYS = "Kidney function"
"""What the lines of an answer about the kidneys are headed by."""

# "(140 - age) / (72 × serum creatinine)", times 0.85 for women: weight cancels. The 72 carries the
# units that make the empirical formula come out in mL/min/kg.
YEARS_140 = constant(140, "a", "", COCKCROFT_GAULT.at("formula"), without_unit=True)
DIVISOR_72 = constant(72, "a.dL.min.kg/mg/mL", without_unit=True)
FEMALE_FACTOR = constant(0.85, "1")

ONE_MG_PER_DL = constant(UMOL_PER_MG_DL, "umol/L")
CONVERSION = constant(
    UMOL_PER_MG_DL,
    "umol.dL/L/mg",
    "",
    SITE_RULE.at(f"{ONE_MG_PER_DL.shown()} is 1 mg/dL"),
    without_unit=True,
)


@dataclass(frozen=True)
class Estimated:
    """Kidneys known by a creatinine (mg/dL or umol/L), with age (a) and sex."""

    age: Quantity
    sex: str
    creatinine: Quantity


@dataclass(frozen=True)
class Measured:
    """Kidneys known by a measured 24-hour clearance (mL/min); the weight (kg) divides it."""

    clearance: Quantity
    weight: Quantity


type Kidneys = Estimated | Measured

BY_CREATININE_OR_MEASURED = (
    Alternative("creatinine", ("age", "sex")),
    Alternative("measured_clearance", ("weight",)),
)
"""Those of a calculator that asks for either; `kidneys_of` makes the one of both of them."""


def kidneys_of(
    age: Quantity | None,
    sex: str | None,
    creatinine: Quantity | None,
    measured: Quantity | None,
    weight: Quantity | None,
) -> Kidneys:
    """The one of both that was answered: the guard before every calculator has seen to it."""
    if measured is not None:
        assert weight is not None
        return Measured(measured, weight)
    assert age is not None
    assert sex is not None
    assert creatinine is not None
    return Estimated(age, sex, creatinine)


def per_kg_of(kidneys: Kidneys) -> Quantity:
    """Clearance per kg (mL/min/kg), estimated or measured."""
    match kidneys:
        case Estimated(age, sex, creatinine):
            return estimated_per_kg(age, sex, creatinine)
        case Measured(clearance, weight):
            return measured_per_kg(clearance, weight)


def estimated_per_kg(age: Quantity, sex: str, creatinine: Quantity) -> Quantity:
    """Clearance per kg (mL/min/kg) from age (a), sex and creatinine (mg/dL or umol/L)."""
    per_kg = age_term(age, sex) / (DIVISOR_72 * in_mg_per_dl(creatinine))
    return per_kg.named("clearance per kg", PER_KG)


def measured_per_kg(measured_clearance: Quantity, weight: Quantity) -> Quantity:
    """Clearance per kg (mL/min/kg) from a measured 24-hour clearance (mL/min) and weight (kg)."""
    return (measured_clearance / weight).named("clearance per kg", PER_KG)


def creatinine_at(per_kg: Quantity, age: Quantity, sex: str, unit: str) -> Quantity:
    """The creatinine, in `unit`, at which the estimated clearance per kg is exactly `per_kg`."""
    return in_unit(age_term(age, sex) / (DIVISOR_72 * per_kg), unit)


def in_mg_per_dl(creatinine: Quantity) -> Quantity:
    """Creatinine in mg/dL; what was typed in umol/L is divided by 88.4 in full view, unrounded."""
    return creatinine if creatinine.unit == "mg/dL" else creatinine / CONVERSION


def in_unit(creatinine: Quantity, unit: str) -> Quantity:
    """A creatinine in mg/dL in the unit asked for: "mg/dL" or "umol/L"."""
    return creatinine if unit == "mg/dL" else creatinine * CONVERSION


def age_term(age: Quantity, sex: str) -> Quantity:
    """What stands above the line of the formula beside the weight, from age (a) and sex."""
    years = YEARS_140 - age
    return FEMALE_FACTOR * years if sex == "female" else years


CLEARANCE_PER_KG = Limited(
    label="Clearance per kg",
    unit=PER_KG,
    computed_from={"creatinine": estimated_per_kg, "measured_clearance": measured_per_kg},
    hard=limits(0, 5, SLIP),
    soft=limits(0, 2.5, "a higher clearance for each kg is rare"),
)
"""The limits of a clearance per kg (mL/min/kg), estimated or measured."""

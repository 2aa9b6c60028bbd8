"""Creatinine clearance per kilogram, as the foscarnet label wants it, and its band."""

from calc.clinical.dose_tables import BAND_EDGES, HSV_EVERY_8_H, INDUCTION, LOWEST
from calc.clinical.patient import (
    UMOL_PER_MG_DL,
    Age,
    Creatinine,
    CreatinineUnit,
    MeasuredClearance,
    Sex,
    Weight,
    age_not_asked,
)
from calc.clinical.sources import COCKCROFT_GAULT, LABEL
from calc.model import digits
from calc.model.calculator import Way, calculator
from calc.model.outcomes import Answer, Caution, Line
from calc.model.quantity import Quantity, Step, constant
from calc.model.refusals import Refused
from calc.model.sources import SITE_RULE

PER_KG = "mL/min/kg"
KIDNEYS = "Kidney function"

FORMULA = LABEL.at("Dosage and Administration, creatinine clearance formula")

# "(140 - age) / (72 × serum creatinine)", times 0.85 for women: weight cancels. The 72 carries the
# units that make the empirical formula come out in mL/min/kg.
YEARS_140 = constant(140, "a", "140", FORMULA, COCKCROFT_GAULT.at("formula"), bare=True)
DIVISOR_72 = constant(72, "a.dL.min.kg/mg/mL", "72", bare=True)
FEMALE_FACTOR = constant(0.85, "1", "0.85", bare=True)

UMOL_L_PER_MG_DL = constant(
    UMOL_PER_MG_DL, "umol.dL/L/mg", "88.4", SITE_RULE.at("88.4 umol/L is 1 mg/dL"), bare=True
)

NEAR = constant(0.05, PER_KG)
"""This close to a band edge, or closer, the answer says so: a rule of this site."""

FEW_DATA_CREATININE = constant(2.8, "mg/dL")
FEW_DATA_CLEARANCE = constant(50, "mL/min")

NEAR_EDGE = Caution(
    "near-band-edge",
    "The clearance, {clearance}, is at or close to the band edge at {edge}: a small change takes "
    "it across. {crossing}",
    (SITE_RULE.at(f"within {digits.decimal(NEAR.value)} mL/min/kg of an edge"),),
)
BELOW_BANDS = Caution(
    "clearance-below-0.4",
    f"Below {LOWEST} mL/min/kg the label does not recommend foscarnet.",
    (LABEL.at(INDUCTION),),
)
FEW_DATA = Caution(
    "few-data",
    "There are few data on foscarnet where creatinine at the start is above 2.8 mg/dL "
    "(247.5 umol/L) or a measured clearance is below 50 mL/min.",
    (LABEL.at("Warnings, renal impairment"),),
)

CLEARANCE_WAYS = (
    Way("creatinine", ("age", "sex", "creatinine_unit")),
    Way("measured_clearance", ("weight",)),
)


@calculator("Creatinine clearance", ways=CLEARANCE_WAYS)
def creatinine_clearance(
    *,
    age: Age | None = None,
    sex: Sex | None = None,
    creatinine: Creatinine | None = None,
    creatinine_unit: CreatinineUnit | None = None,
    measured_clearance: MeasuredClearance | None = None,
    weight: Weight | None = None,
) -> Answer:
    """Creatinine clearance per kilogram (mL/min/kg), its label band, and the nearest band edge.

    Estimated by the label's weight-free form of Cockcroft-Gault, or a measured 24-hour clearance
    (mL/min) divided by weight. Values: clearance_per_kg, clearance (mL/min, where weight is given),
    edge_distance, and edge_creatinine in the unit typed (not for a measured clearance).
    """
    if measured_clearance is not None:
        assert weight is not None
        per_kg = measured_per_kg(measured_clearance, weight)
        crossing = None
    else:
        assert age is not None
        assert sex is not None
        assert creatinine is not None
        per_kg = estimated_per_kg(age, sex, creatinine)
        crossing = edge_creatinine(age, sex, creatinine.unit, nearest_edge(per_kg))
    edge = nearest_edge(per_kg)
    distance = per_kg - edge if per_kg > edge else edge - per_kg
    values = {"clearance_per_kg": per_kg}
    if measured_clearance is not None:
        values["clearance"] = measured_clearance
    elif weight is not None:
        values["clearance"] = (per_kg * weight).named("clearance", "mL/min")
    values["edge_distance"] = distance.named("distance to the nearest band edge", PER_KG)
    if crossing is not None:
        values["edge_creatinine"] = crossing
    return Answer(
        values,
        heading="Clearance per kg",
        headline=per_kg.shown(),
        lines=_lines(values, edge),
        cautions=_cautions(values, edge, age, creatinine),
        notes=(band(per_kg),),
    )


def estimated_per_kg(age: Quantity, sex: str, creatinine: Quantity) -> Quantity:
    """Clearance per kg (mL/min/kg) from age (a), sex and creatinine (mg/dL or umol/L)."""
    top = _age_term(age, sex)
    return (top / (DIVISOR_72 * in_mg_per_dl(creatinine))).named(
        "clearance per kg", PER_KG, edges=BAND_EDGES
    )


def measured_per_kg(clearance: Quantity, weight: Quantity) -> Quantity:
    """Clearance per kg (mL/min/kg) from a measured 24-hour clearance (mL/min) and weight (kg)."""
    return (clearance / weight).named("clearance per kg", PER_KG, FORMULA, edges=BAND_EDGES)


def in_mg_per_dl(creatinine: Quantity) -> Quantity:
    """Creatinine in mg/dL; what was typed in umol/L is divided by 88.4 in full view, unrounded."""
    return creatinine if creatinine.unit == "mg/dL" else creatinine / UMOL_L_PER_MG_DL


def nearest_edge(per_kg: Quantity) -> Quantity:
    """The band edge nearest to a clearance per kg; of two equally near, the lower."""
    value = min(sorted(BAND_EDGES), key=lambda edge: abs(per_kg.value - edge))
    return Quantity(value, PER_KG, "nearest band edge", cites=(LABEL.at(INDUCTION),))


def edge_creatinine(age: Quantity, sex: str, unit: str, edge: Quantity) -> Quantity:
    """The creatinine, in `unit`, at which the clearance per kg is exactly at the edge."""
    creatinine = _age_term(age, sex) / (DIVISOR_72 * edge)
    if unit == "umol/L":
        creatinine = creatinine * UMOL_L_PER_MG_DL
    return creatinine.named("creatinine at the nearest band edge", unit)


def band(per_kg: Quantity) -> Step:
    """The label's band that holds the clearance, in words."""
    try:
        words = HSV_EVERY_8_H.row_for(per_kg).band()
    except Refused:
        words = f"below {LOWEST}, where foscarnet is not recommended"
    return Step(
        "label band",
        "the band of the label's dose tables that holds the clearance per kg, unrounded",
        f"{per_kg.shown()} is {words}",
        words,
        (LABEL.at(INDUCTION),),
    )


def _age_term(age: Quantity, sex: str) -> Quantity:
    years = YEARS_140 - age
    return FEMALE_FACTOR * years if sex == "female" else years


def _crossing(values: dict[str, Quantity], edge: Quantity) -> str:
    """What creatinine would take the patient across the nearest edge; empty if it was measured."""
    if "edge_creatinine" not in values:
        return ""
    crossing, per_kg = values["edge_creatinine"], values["clearance_per_kg"]
    cut, up = crossing.shown(), crossing.rounded_up_to(constant(0.001, crossing.unit)).shown()
    if edge.value > min(BAND_EDGES):  # the edge is inside the band below it
        if per_kg <= edge:
            return f"A creatinine below {cut} would raise the band."
        return f"A creatinine of {up} or more would lower the band."
    if per_kg < edge:  # the lowest edge is inside the band above it
        return f"A creatinine of {cut} or less would bring it to {edge.shown()}."
    return f"A creatinine above {up} would take it below the label's table, where no dose is given."


def _lines(values: dict[str, Quantity], edge: Quantity) -> tuple[Line, ...]:
    words = band(values["clearance_per_kg"]).result
    lines = [Line(KIDNEYS, "Label band", f"{words} (mL/min/kg)")]
    if "clearance" in values:
        lines.append(Line(KIDNEYS, "Clearance", values["clearance"].shown()))
    away = f"{values['edge_distance'].shown()} from the edge at {edge.shown()}"
    lines.append(Line(KIDNEYS, "Nearest band edge", f"{away}. {_crossing(values, edge)}".strip()))
    return tuple(lines)


def _cautions(
    values: dict[str, Quantity],
    edge: Quantity,
    age: Quantity | None,
    creatinine: Quantity | None,
) -> tuple[Caution, ...]:
    per_kg = values["clearance_per_kg"]
    cautions = []
    if per_kg.value < min(BAND_EDGES):
        cautions.append(BELOW_BANDS)
    if values["edge_distance"] <= NEAR:
        words = {"clearance": per_kg.shown(), "edge": edge.shown()}
        cautions.append(NEAR_EDGE.saying(**words, crossing=_crossing(values, edge)))
    if creatinine is not None:
        few = in_mg_per_dl(creatinine) > FEW_DATA_CREATININE
    else:
        few = values["clearance"] < FEW_DATA_CLEARANCE
    if few:
        cautions.append(FEW_DATA)
    return (*cautions, *age_not_asked(age))

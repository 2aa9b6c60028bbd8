"""What a person is told for what was typed: corrected, refused, or answered with figures."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tests.proof.second import columns, infusion, kidneys
from tests.proof.second.ratio import Ratio, Values

KG = 1_000
"""Grams."""

# The inputs' limits, hard and soft, as decision 0016 has them; both ends are within.
AGE = (18, 120, 18, 110)
CREATININE = {
    # hundredths of mg/dL, and umol/L: 0.1 to 25 mg/dL, usually 0.3 to 10, at 88.4 umol/L
    kidneys.MG: (10, 2_500, 30, 1_000),
    kidneys.UMOL: (9, 2_210, 27, 884),
}
WEIGHT = (20 * KG, 350 * KG, 30 * KG, 110 * KG - 1)
ANY_WEIGHT = (20 * KG, 350 * KG, 20 * KG, 350 * KG)
"""Where a height is given, the body mass index is held instead."""
HIGHEST_CLEARANCE, RARE_CLEARANCE = Ratio(5), Ratio(5, 2)

SWISS_NAMES = ("dose_per_kg", "interval", "dose", "dose_24_h", "dose_per_kg_24_h")


@dataclass(frozen=True)
class Verdict:
    """Faults (field and code) to correct, or the id of a refusal, or neither; and the figures.

    `says` is what else is told: a decision, what is due and when, by names.
    """

    faults: frozenset[tuple[str, str]] = frozenset()
    refusal: str = ""
    values: Values = field(default_factory=dict)
    says: dict[str, object] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Whether a person corrects, is refused, or is answered."""
        return "invalid" if self.faults else "refusal" if self.refusal else "answer"


class Patient(NamedTuple):
    """Age (years), sex, a creatinine in the least units of its unit, and a weight (g)."""

    age: int
    sex: str
    unit: str
    creatinine: int
    grams: int

    @property
    def above(self) -> int:
        """What the creatinine divides."""
        return kidneys.above_the_line(self.age, self.sex)

    @property
    def per_kg(self) -> Ratio:
        """The clearance per kg by the US formula."""
        return kidneys.clearance(kidneys.US[self.unit], self.above, self.creatinine)


def faults(patient: Patient, confirmed: bool) -> frozenset[tuple[str, str]]:
    """What is out of its limits: hard ones always, soft ones unless the values were confirmed."""
    found = {
        "age": beyond(patient.age, AGE),
        "creatinine": beyond(patient.creatinine, CREATININE[patient.unit]),
        "weight": beyond(patient.grams, WEIGHT),
    }
    passed = {"", "confirm"} if confirmed else {""}
    codes = {(name, code) for name, code in found.items() if code not in passed}
    if found["age"] in passed and found["creatinine"] in {*passed, "confirm"}:
        code = clearance_fault(patient.per_kg)
        codes |= {("creatinine", code)} if code not in passed else set()
    return frozenset(codes)


def faults_but_of_weight(patient: Patient, confirmed: bool) -> frozenset[tuple[str, str]]:
    """The same where the weight is held against a height."""
    return frozenset(each for each in faults(patient, confirmed) if each[0] != "weight")


def clearance_fault(per_kg: Ratio) -> str:
    """Whether a clearance per kg is impossible (high), or rare (confirm); empty where neither."""
    if per_kg.exceeds(HIGHEST_CLEARANCE):
        return "high"
    return "confirm" if per_kg.exceeds(RARE_CLEARANCE) else ""


def plan(
    patient: Patient,
    regimen: str,
    access: str,
    first: bool,
    fluid: str,
    diluent: str,
    confirmed: bool = True,
) -> Verdict:
    """The whole plan by the US label."""
    if wrong := faults(patient, confirmed):
        return Verdict(wrong)
    column = columns.us_column(regimen)
    row = _row(column, kidneys.US, patient)
    if row is None:
        return Verdict(refusal="clearance-below-0.4", values={"clearance_per_kg": patient.per_kg})
    grams, hours = patient.grams, row.hours
    nanograms = infusion.nanograms_of(row.give, grams)
    minimum = columns.least_minutes(regimen)
    return Verdict(
        values={
            **clearance_values(patient),
            **infusion.dose(row.give, hours, grams),
            **infusion.infusion(nanograms, grams, minimum, access, first),
            **infusion.hydration(nanograms, grams, hours, first),
            **infusion.fluids(nanograms, grams, hours, access, first),
            **infusion.sodium(nanograms, grams, hours, access, first, fluid, diluent),
        }
    )


def side_by_side(patient: Patient, regimen: str, confirmed: bool = True) -> Verdict:
    """The US dose beside the Swiss one, each by its own formula and column."""
    if wrong := faults(patient, confirmed):
        return Verdict(wrong)
    column = columns.swiss_column(regimen)
    if column is None:
        return Verdict(refusal="no-swiss-regimen")
    formula = kidneys.SWISS[patient.unit]
    swiss_per_kg = kidneys.clearance(formula, patient.above, patient.creatinine)
    row = _row(columns.us_column(regimen), kidneys.US, patient)
    if row is None:
        showing = {"clearance_per_kg": patient.per_kg, "swiss_clearance_per_kg": swiss_per_kg}
        return Verdict(refusal="clearance-below-both-tables", values=showing)
    beside = _row(column, kidneys.SWISS, patient)
    assert beside is not None, "the Swiss figure is the higher one"
    us = infusion.dose(row.give, row.hours, patient.grams)
    swiss = infusion.dose(beside.give, beside.hours, patient.grams)
    less, more = sorted((us["dose_24_h"].over, swiss["dose_24_h"].over))
    apart = {"difference_24_h": Ratio(more - less, 1_000)} if less != more else {}
    return Verdict(
        values={
            **clearance_values(patient),
            "swiss_clearance_per_kg": swiss_per_kg,
            **us,
            **{f"swiss_{name}": swiss[name] for name in SWISS_NAMES},
            **apart,
        }
    )


def clearance_values(patient: Patient) -> Values:
    """The figures of the kidneys."""
    per_kg = patient.per_kg
    return {
        "clearance_per_kg": per_kg,
        "clearance": Ratio(per_kg.over * patient.grams, per_kg.under * KG),
        "edge_distance": kidneys.distance(per_kg),
        "edge_creatinine": kidneys.edge_creatinine(patient.above, patient.unit, per_kg),
    }


def _row(
    column: columns.Column, formulas: dict[str, kidneys.Formula], patient: Patient
) -> columns.Band | None:
    last = kidneys.reaches(formulas[patient.unit], patient.above, column)
    return kidneys.band(column, last, patient.creatinine)


def beyond(number: int, limits: tuple[int, int, int, int]) -> str:
    """Whether a number is too low or too high, or to be confirmed; empty where it is neither."""
    low, high, usual_low, usual_high = limits
    if number < low:
        return "low"
    if number > high:
        return "high"
    return "" if usual_low <= number <= usual_high else "confirm"

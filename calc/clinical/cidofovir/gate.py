"""May cidofovir be given: everything that bars it, from when, and how much per kg."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from calc.clinical.cidofovir.label import (
    BARRING_CLEARANCE,
    FORMULA,
    FREE_DAYS,
    FULL,
    HIGHEST_CREATININE,
    LEAST_RISE,
    MOST_RISE,
    REDUCED,
    STOPPING_RISE,
    TO_LATER,
    TO_SECOND,
)
from calc.clinical.cidofovir.order import Earlier, Nephrotoxic, Place, Protein
from calc.clinical.renal import DIVISOR_72, age_term, in_mg_per_dl
from calc.model.inputs import YesNoUnknown
from calc.model.quantity import Quantity, constant, named_values

ONE = constant(1, "mg/dL")


class Bar(Enum):
    """What bars a dose, in the order in which it is said."""

    DIALYSIS = auto()
    CREATININE = auto()
    CLEARANCE = auto()
    RISE = auto()
    RISE_BETWEEN = auto()
    BASELINE = auto()
    STOPPED = auto()
    EARLIER_UNKNOWN = auto()
    TOO_OFTEN = auto()
    PROTEIN = auto()
    PROTEIN_2_LATER = auto()
    PROTEIN_3_LATER = auto()
    NEPHROTOXIC = auto()
    NEPHROTOXIC_UNKNOWN = auto()
    ALLERGY = auto()
    ALLERGY_UNKNOWN = auto()


@dataclass(frozen=True)
class Patient:
    """Who is to have it: age (a), sex, weight (kg), creatinine (mg/dL or umol/L), and the rest.

    `last` is the day of the last nephrotoxic dose; None where there was none, or where that is not
    known. `baseline` is the creatinine from before the first dose, `last_cidofovir` the day of the
    dose before this one, and `earlier` what was done to those before: all None at a first dose.
    """

    age: Quantity
    sex: str
    weight: Quantity
    creatinine: Quantity
    protein: Protein
    allergy: YesNoUnknown
    last: date | None
    nephrotoxic: Nephrotoxic | None
    on_dialysis: bool
    place: Place
    last_cidofovir: date | None
    earlier: Earlier | None
    baseline: Quantity | None

    @property
    def later(self) -> bool:
        """Whether a dose was given before."""
        return self.place is not Place.FIRST


@dataclass(frozen=True)
class Gate:
    """The clearance (mL/min), the rise of creatinine (mg/dL; None where it has not risen), the
    first day that is free of nephrotoxic drugs, the first day on which this dose is due, all that
    bars the dose, and the dose (mg/kg) where nothing does."""

    clearance: Quantity
    rise: Quantity | None
    free_from: date | None
    due_from: date | None
    bars: tuple[Bar, ...]
    per_kg: Quantity

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        return named_values(
            clearance=self.clearance, creatinine_rise=self.rise, dose_per_kg=self.per_kg
        )


def gate_of(patient: Patient, day: date) -> Gate:
    """What bars a dose on a day, all of it, and how much it would be where nothing does."""
    clearance = clearance_of(patient.age, patient.sex, patient.creatinine, patient.weight)
    rise = rise_of(patient.creatinine, patient.baseline) if patient.baseline is not None else None
    free = free_from(patient.last) if patient.last else None
    due = due_from(patient.last_cidofovir, patient.place) if patient.last_cidofovir else None
    holds = {
        Bar.DIALYSIS: patient.on_dialysis,
        Bar.CREATININE: in_mg_per_dl(patient.creatinine) > HIGHEST_CREATININE,
        Bar.CLEARANCE: not patient.on_dialysis and clearance <= BARRING_CLEARANCE,
        Bar.RISE: rise is not None and STOPPING_RISE <= rise,
        Bar.RISE_BETWEEN: rise is not None and MOST_RISE < rise and rise < STOPPING_RISE,
        Bar.BASELINE: patient.baseline is not None and bars_the_first(patient),
        Bar.STOPPED: patient.earlier is Earlier.STOPPED,
        Bar.EARLIER_UNKNOWN: patient.earlier is Earlier.UNKNOWN,
        Bar.TOO_OFTEN: due is not None and day < due,
        Bar.PROTEIN: not patient.later and patient.protein >= Protein.TWO,
        Bar.PROTEIN_2_LATER: patient.later and patient.protein is Protein.TWO,
        Bar.PROTEIN_3_LATER: patient.later and patient.protein is Protein.THREE,
        Bar.NEPHROTOXIC: free is not None and day < free,
        Bar.NEPHROTOXIC_UNKNOWN: patient.nephrotoxic is Nephrotoxic.UNKNOWN,
        Bar.ALLERGY: patient.allergy is YesNoUnknown.YES,
        Bar.ALLERGY_UNKNOWN: patient.allergy is YesNoUnknown.UNKNOWN,
    }
    bars = tuple(bar for bar in Bar if holds[bar])
    reduced = is_reduced(rise) or patient.earlier is Earlier.REDUCED
    return Gate(clearance, rise, free, due, bars, REDUCED if reduced else FULL)


def clearance_of(age: Quantity, sex: str, creatinine: Quantity, weight: Quantity) -> Quantity:
    """Clearance (mL/min) by Cockcroft and Gault with the body weight (kg), as the label prints it.

    Never shown on another side of the limit.
    """
    made = age_term(age, sex) * weight / (DIVISOR_72 * in_mg_per_dl(creatinine))
    edges = (BARRING_CLEARANCE.value,)
    return made.named("clearance", "mL/min", FORMULA, places=1, edges=edges)


def baseline_clearance(patient: Patient) -> Quantity:
    """The clearance (mL/min) before the first dose, with today's age and weight."""
    assert patient.baseline is not None
    return clearance_of(patient.age, patient.sex, patient.baseline, patient.weight)


def bars_the_first(patient: Patient) -> bool:
    """Whether the creatinine from before the first dose would have barred that dose."""
    assert patient.baseline is not None
    return (
        in_mg_per_dl(patient.baseline) > HIGHEST_CREATININE
        or baseline_clearance(patient) <= BARRING_CLEARANCE
    )


def creatinine_at_the_limit(patient: Patient) -> Quantity:
    """The creatinine (mg/dL) at which the clearance is exactly at the limit that bars."""
    at_one = clearance_of(patient.age, patient.sex, ONE, patient.weight)
    return at_one / BARRING_CLEARANCE * ONE


def rise_of(creatinine: Quantity, baseline: Quantity) -> Quantity | None:
    """By how much creatinine has risen (mg/dL), None where it has not."""
    now, before = in_mg_per_dl(creatinine), in_mg_per_dl(baseline)
    if now <= before:
        return None
    edges = (LEAST_RISE.value, MOST_RISE.value, STOPPING_RISE.value)
    return (now - before).named("rise of creatinine", "mg/dL", edges=edges)


def is_reduced(rise: Quantity | None) -> bool:
    """Whether a rise (mg/dL) reduces the dose; a greater one that bars it does not matter here."""
    return rise is not None and LEAST_RISE <= rise


def fall_of(creatinine: Quantity, baseline: Quantity) -> Quantity | None:
    """By how much creatinine has fallen (mg/dL), None where it has not."""
    return rise_of(baseline, creatinine)


def due_from(last: date, place: Place) -> date:
    """The first day on which a dose is due after the last one: as often as the label gives it."""
    after = TO_SECOND if place is Place.SECOND else TO_LATER
    return last + timedelta(days=int(after.value))


def free_from(last: date) -> date:
    """The first day before which seven whole days lie since the day of the last dose.

    Nobody was asked for the hour of that dose, so its own day does not count.
    """
    return last + timedelta(days=int(FREE_DAYS.value) + 1)

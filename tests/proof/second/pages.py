"""The pages of foscarnet that ask for less than a plan: clearance, dose, infusion, hydration."""

from typing import NamedTuple

from tests.proof.second import bedside, columns, infusion, kidneys, weights
from tests.proof.second.bedside import KG, Verdict
from tests.proof.second.ratio import Ratio, Values

MEASURED = (3, 500, 3, 500)
"""A measured clearance, mL/min."""
DOSE_PER_KG = (Ratio(5), Ratio(500))
HIGHEST = 1_200
"""Tenths of mg/kg: the label has fluid up to there."""


class Ask(NamedTuple):
    """A patient, or one whose clearance was measured (mL/min); with a weight and a height or not.

    The weight may be left out of the page on the clearance only, where a creatinine is known.
    """

    patient: bedside.Patient
    measured: int | None
    weighed: bool
    height: int | None
    regimen: str
    confirmed: bool

    @property
    def per_kg(self) -> Ratio:
        """The clearance per kg."""
        if self.measured is None:
            return self.patient.per_kg
        return Ratio(self.measured * KG, self.patient.grams)


def faults(ask: Ask) -> frozenset[tuple[str, str]]:
    """What is out of its limits."""
    patient, passed = ask.patient, {"", "confirm"} if ask.confirmed else {""}
    found = set(bedside.faults_but_of_weight(patient, ask.confirmed))
    if ask.measured is not None:
        slip = bedside.beyond(ask.measured, MEASURED)
        divides = not bedside.beyond(patient.grams, bedside.ANY_WEIGHT)
        if not slip and divides:
            slip = bedside.clearance_fault(ask.per_kg)
        found = {("measured_clearance", slip)}
    if ask.height is not None:
        found |= weights.faults(patient.grams, ask.height, ask.confirmed)
    elif ask.weighed:
        found.add(("weight", bedside.beyond(patient.grams, bedside.WEIGHT)))
    return frozenset((name, code) for name, code in found if code not in passed)


def kidney_values(ask: Ask) -> Values:
    """The figures of the kidneys."""
    if ask.measured is None:
        values = bedside.clearance_values(ask.patient)
        return {name: each for name, each in values.items() if ask.weighed or name != "clearance"}
    return {
        "clearance_per_kg": ask.per_kg,
        "clearance": Ratio(ask.measured),
        "edge_distance": kidneys.distance(ask.per_kg),
    }


def clearance(ask: Ask) -> Verdict:
    """What a person is told of the kidneys alone."""
    wrong = faults(ask)
    return Verdict(wrong) if wrong else Verdict(values=kidney_values(ask))


def dose(ask: Ask) -> Verdict:
    """What a person is told of a dose."""
    if wrong := faults(ask):
        return Verdict(wrong)
    band = kidneys.band_at(columns.us_column(ask.regimen), ask.per_kg)
    if band is None:
        return Verdict(refusal="clearance-below-0.4", values={"clearance_per_kg": ask.per_kg})
    patient = ask.patient
    body: Values = {}
    if ask.height is not None:
        body = weights.values(patient.grams, ask.height, patient.sex)
    if ask.height is not None and ask.measured is not None:
        # nobody was asked for the sex
        body = {"body_mass_index": weights.mass_index(patient.grams, ask.height)}
    of_dose = infusion.dose(band.give, band.hours, patient.grams)
    return Verdict(values={**kidney_values(ask), **of_dose, **body})


class Infused(NamedTuple):
    """A dose in tenths of mg, or of mg/kg where it is `each_kg`, to be made up and run."""

    tenths: int
    each_kg: bool
    grams: int
    regimen: str
    access: str
    first: bool

    @property
    def nanograms(self) -> int:
        """The dose."""
        if self.each_kg:
            return infusion.nanograms_of(self.tenths, self.grams) // 10
        return self.tenths * infusion.NG_PER_MG // 10

    @property
    def per_kg(self) -> Ratio:
        """The dose for each kg."""
        return Ratio(self.nanograms, infusion.nanograms_of(1, self.grams))


def infused(ask: Infused) -> Verdict:
    """What a person is told of an infusion; the weight was looked at."""
    least, most = DOSE_PER_KG
    name = "dose_per_kg" if ask.each_kg else "dose"
    if least.exceeds(ask.per_kg):
        return Verdict(frozenset({(name, "low")}))
    if ask.per_kg.exceeds(most):
        return Verdict(frozenset({(name, "high")}))
    if ask.per_kg.exceeds(Ratio(columns.full_dose(ask.regimen))):
        return Verdict(refusal="dose-above-regimen")
    minimum = columns.least_minutes(ask.regimen)
    values = infusion.infusion(ask.nanograms, ask.grams, minimum, ask.access, ask.first)
    mg = Ratio(ask.nanograms, infusion.NG_PER_MG)
    return Verdict(values={"dose": mg, "dose_per_kg": ask.per_kg, **values})


def hydration(tenths: int, hours: int, first: bool) -> Verdict:
    """What a person is told of the fluid with a dose (tenths of mg/kg) every so many hours."""
    if tenths > HIGHEST:
        return Verdict(refusal="dose-above-label")
    nanograms = infusion.nanograms_of(tenths, KG) // 10
    return Verdict(values=infusion.hydration(nanograms, KG, hours, first))

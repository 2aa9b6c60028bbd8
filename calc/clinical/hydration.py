"""Fluid with foscarnet: what the label gives, and where it is silent."""

from typing import NamedTuple

from calc.clinical.foscarnet import ONE, doses_in_24_h
from calc.clinical.order import DosePerKg, FirstInfusion, FluidChoice, Interval
from calc.clinical.patient import (
    Dialysis,
    age_not_asked,
    dialysis_not_asked,
    refuse_dialysis,
)
from calc.clinical.sources import DOSAGE, LABEL
from calc.model.calculator import calculator
from calc.model.outcomes import Answer, Caution, Line
from calc.model.quantity import Found, Quantity, Step, constant
from calc.model.refusals import Refusal, Refused
from calc.model.sources import SITE_RULE

HYDRATION = LABEL.at(f"{DOSAGE.locator}, hydration")


class Fluid(NamedTuple):
    """Fluid for one infusion, mL, for doses from `least` to `most` mg/kg, both included."""

    least: int
    most: int
    low: int
    high: int

    def doses(self) -> str:
        """The doses in words: "40 to 60 mg/kg"."""
        return f"{self.least} to {self.most} mg/kg"

    def volume(self) -> str:
        """The volume in words: "750 to 1,000 mL"."""
        return between(constant(self.low, "mL"), constant(self.high, "mL"))


# "750 to 1,000 mL prior to the first infusion to establish diuresis"
BEFORE_FIRST = Fluid(0, 120, 750, 1000)
# "500 mL with doses of 40 to 60 mg/kg", "750 to 1,000 mL with doses of 90 to 120 mg/kg"
WITH_LATER = (Fluid(40, 60, 500, 500), Fluid(90, 120, 750, 1000))

NO_FIGURE = Caution(
    "no-hydration-figure",
    "The label gives no figure for the fluid with {which} infusion of this dose, {dose}: it names "
    + " and ".join(each.doses() for each in WITH_LATER)
    + " only. How much to give is a clinician's decision.",
    (HYDRATION,),
)
ABOVE_LABEL = Refusal(
    "dose-above-label",
    "{dose} is above every dose of the label; the highest is 120 mg/kg.",
    "Check the dose: the label says that its doses should not be exceeded.",
    (DOSAGE, SITE_RULE.at("a dose above the label")),
)
ABOVE_LABEL_DAY = Caution(
    "day-above-label",
    "{day} in 24 hours is more than any column of the label gives; the most is 180 mg/kg.",
    (LABEL.at(f"{DOSAGE.locator}, induction dose table"),),
)
HIGHEST_DOSE = constant(120, "mg/kg")
HIGHEST_DAY = constant(180, "mg/kg")


@calculator("Foscarnet hydration")
def foscarnet_hydration(
    *,
    dose_per_kg: DosePerKg,
    interval: Interval,
    first_infusion: FirstInfusion,
    fluid: FluidChoice,
    dialysis: Dialysis = None,
) -> Answer:
    """The fluid with this infusion and in 24 hours (mL), or that the label gives no figure for it.

    By the US label. Refused on dialysis and above 120 mg/kg. Values, each absent where the label
    is silent: hydration_low, hydration_high, hydration_24_h_low, hydration_24_h_high. A first
    infusion counts its own fluid once, then the later figure.
    """
    refuse_dialysis(dialysis)
    if dose_per_kg > HIGHEST_DOSE:
        raise Refused(ABOVE_LABEL.saying(dose=dose_per_kg.shown()))
    day = dose_per_kg * doses_in_24_h(interval)
    cautions = (
        *((ABOVE_LABEL_DAY.saying(day=day.shown()),) if day > HIGHEST_DAY else ()),
        *dialysis_not_asked(dialysis),
        *age_not_asked(),
    )
    hydration = hydrated(dose_per_kg, interval, first_infusion, fluid)
    return hydration.followed_by(Answer({}, cautions=cautions))


def hydrated(dose_per_kg: Quantity, interval: Quantity, first: bool, fluid: str) -> Answer:
    """The fluid with a dose (mg/kg) every `interval` (h), without the checks on who it is for."""
    later = with_later(dose_per_kg)
    doses = doses_in_24_h(interval)
    values: dict[str, Quantity] = {}
    for bound in ("low", "high"):
        with_later_one = _volume(later, bound, dose_per_kg, "later")
        now = _volume(BEFORE_FIRST, bound, dose_per_kg, "first") if first else with_later_one
        if now is None:
            continue
        values[f"hydration_{bound}"] = now
        total = _in_24_h(now, with_later_one, doses, first)
        if total is not None:
            values[f"hydration_24_h_{bound}"] = total
    silent = "hydration_24_h_low" not in values
    which = "a later" if first else "an"
    cautions = (NO_FIGURE.saying(which=which, dose=dose_per_kg.shown()),) if silent else ()
    lines = _lines(values, fluid, first)
    return Answer(values, lines[0].label, lines[0].text, lines, cautions)


def with_later(dose_per_kg: Quantity) -> Fluid | None:
    """The fluid with a later infusion of this dose (mg/kg), or None where the label is silent."""
    for fluid in WITH_LATER:
        if fluid.least <= dose_per_kg.value <= fluid.most:
            return fluid
    return None


def between(low: Quantity, high: Quantity) -> str:
    """A range in words, or one figure where its ends are the same: "750 to 1,000 mL"."""
    if low.value == high.value:
        return low.shown()
    return f"{low.shown().partition(' ')[0]} to {high.shown()}"


def _volume(fluid: Fluid | None, bound: str, dose_per_kg: Quantity, when: str) -> Quantity | None:
    """The low or high volume of a row of the label, as a step."""
    if fluid is None:
        return None
    low, high = constant(fluid.low, "mL"), constant(fluid.high, "mL")
    if when == "first":
        name, why = "fluid before the first infusion", "before the first infusion, any dose"
    else:
        name = "fluid with each later infusion"
        why = f"{dose_per_kg.shown()} is within {fluid.least} to {fluid.most} mg/kg"
    step = Step(
        name, "the label's figure for the dose per kg", why, between(low, high), (HYDRATION,)
    )
    value = low if bound == "low" else high
    return Quantity(value.value, "mL", f"{name}, {bound}", Found(dose_per_kg, step))


def _in_24_h(
    now: Quantity, later: Quantity | None, doses: Quantity, first: bool
) -> Quantity | None:
    """This infusion's fluid and that of the others within 24 hours; None where one is unknown."""
    if first and later is None and doses > ONE:
        return None
    total = now + (doses - ONE) * later if first and later and doses > ONE else doses * now
    return total.named(f"hydration in 24 hours, {now.name.rpartition(' ')[2]}", "mL")


def _lines(values: dict[str, Quantity], fluid: str, first: bool) -> tuple[Line, ...]:
    silent = "the label gives no figure for this dose"
    now = "Fluid before this first infusion" if first else "Fluid with this infusion"

    def words(name: str) -> str:
        if f"{name}_low" not in values:
            return silent
        return f"{between(values[f'{name}_low'], values[f'{name}_high'])} of {fluid}"

    return (
        Line("Fluid", now, words("hydration")),
        Line("Fluid", "Hydration in 24 hours", words("hydration_24_h")),
    )

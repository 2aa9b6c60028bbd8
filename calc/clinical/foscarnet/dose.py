"""The renally reduced dose of foscarnet, its interval, and what 24 hours hold."""

from dataclasses import dataclass

from calc.clinical.conversions import HOURS_24, MG_PER_G, ONE
from calc.clinical.foscarnet.clearance import Clearance, OtherClearance, label_per_kg
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.renal import Estimated, Kidneys, Measured
from calc.clinical.sources import DOSAGE, OVERDOSES
from calc.clinical.weight import Body, weight_id
from calc.model.quantity import Quantity, constant, named_values
from calc.model.refusals import RefusalRaised
from calc.model.sources import SITE_RULE
from calc.model.values import always

INTENDED_DAY = constant(10.9, "g", "", OVERDOSES)
INTENDED_DAY_IN_MG = INTENDED_DAY * MG_PER_G
DEADLY_DAY = constant(12.5, "g", "", OVERDOSES)
DEADLY_DAY_IN_MG = DEADLY_DAY * MG_PER_G
THE_MOST = SITE_RULE.at("the most that any 24 hours hold")


@dataclass(frozen=True)
class Dose:
    """One dose (mg/kg, mg), its interval (h), and the most that any 24 hours hold of it."""

    per_kg: Quantity
    interval: Quantity
    dose: Quantity
    day: Quantity
    day_per_kg: Quantity
    mean_day: Quantity

    def total_in(self, hours: Quantity) -> Quantity:
        """What is given in so many hours (mg), a multiple of the interval.

        Requirement R-DAY: What 24 hours hold stands beside each dose.
        """
        return (self.dose * hours / self.interval).in_places(1)

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        return named_values(
            dose_per_kg=self.per_kg,
            interval=self.interval,
            dose=self.dose,
            dose_24_h=self.day,
            dose_per_kg_24_h=self.day_per_kg,
            dose_24_h_mean=self.mean_day,
        )


EACH_DOSE = (*always("mg", "dose"), *always("mg/kg", "dose_per_kg"))
DOSE_VALUES = (
    *EACH_DOSE,
    *always("h", "interval"),
    *always("mg", "dose_24_h", "dose_24_h_mean"),
    *always("mg/kg", "dose_per_kg_24_h"),
)
"""What `Dose.values` holds."""


@dataclass(frozen=True)
class OtherDose:
    """The same order on another figure: the clearance on it, and the dose; None below the table."""

    on: OtherClearance
    dose: Dose | None

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of a row of the comparison: none where there would be no dose."""
        return {**self.on.values, **self.dose.values} if self.dose else {}


def dose_for(per_kg: Quantity, weight: Quantity, regimen: Regimen) -> Dose:
    """The dose for a clearance per kg and a weight. Raises below the regimen's table."""
    dose_per_kg, interval = regimen.table.dose_for(per_kg)
    dose = dose_in_mg(dose_per_kg, weight)
    doses = doses_in_24_h(interval)
    day = (dose * doses).named("dose in any 24 hours", "mg", places=1)
    return Dose(
        dose_per_kg,
        interval,
        dose,
        day,
        (dose_per_kg * doses).named("dose per kg in any 24 hours", "mg/kg"),
        day if (doses * interval).value == HOURS_24.value else mean_in_24_h(dose, interval),
    )


def dose_if_any(per_kg: Quantity, weight: Quantity, regimen: Regimen) -> Dose | None:
    """As `dose_for`, or None below the table."""
    try:
        return dose_for(per_kg, weight, regimen)
    except RefusalRaised:
        return None


def dose_in_mg(dose_per_kg: Quantity, weight: Quantity) -> Quantity:
    """One dose in mg: exact, shown cut to 0.1 mg."""
    return (dose_per_kg * weight).named("dose", "mg", DOSAGE, places=1)


def mean_in_24_h(dose: Quantity, interval: Quantity) -> Quantity:
    """What 24 hours hold on average (mg) of a dose (mg) every so many hours (h)."""
    return (dose * HOURS_24 / interval).named("mean dose in 24 hours", "mg", places=1)


def doses_in_24_h(interval: Quantity) -> Quantity:
    """The most doses that any 24 hours hold: one where the interval is 48 hours."""
    return (HOURS_24 / interval).rounded_up_to(ONE).named("doses in any 24 hours", "1", THE_MOST)


def reduced(per_kg: Quantity, regimen: Regimen) -> bool:
    """Whether the regimen's full dose is reduced for this clearance per kg."""
    return per_kg.value <= max(regimen.table.edges)


def above_overdose_case(day: Quantity) -> bool:
    """Whether 24 hours hold more (mg) than was meant in the label's overdose case."""
    return day > INTENDED_DAY_IN_MG


def other_doses(
    kidneys: Kidneys, clearance: Clearance, weight: Quantity, body: Body | None, regimen: Regimen
) -> tuple[OtherDose, ...]:
    """The same order on each other clearance that is spoken of, and by each other weight.

    A weight that multiplies the dose also divides a measured clearance: one and the same.
    """
    on = [(other, weight) for other in clearance.others]
    for other in body.others if body else ():
        match kidneys:
            case Estimated():
                per_kg = clearance.per_kg
            case Measured(clearance=measured):
                per_kg = label_per_kg(Measured(measured, other))
        name = f"{other.name}, {other.shown()}"
        on.append((OtherClearance(weight_id(other), name, per_kg), other))
    return tuple(OtherDose(other, dose_if_any(other.per_kg, by, regimen)) for other, by in on)


def same_hours(*doses: Dose | None) -> Quantity:
    """The hours in which doses can be compared: a day, or the longest interval among them."""
    intervals = [dose.interval for dose in doses if dose]
    return max([HOURS_24, *intervals])

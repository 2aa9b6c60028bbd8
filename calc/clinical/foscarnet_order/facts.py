"""What an order comes to, and what the site computes for the same patient from the label."""

from dataclasses import dataclass
from typing import NamedTuple

from calc.clinical.conversions import MINUTES_PER_HOUR
from calc.clinical.foscarnet.dose import Dose, dose_for, mean_in_24_h
from calc.clinical.foscarnet.hydration import Hydration, hydration_of
from calc.clinical.foscarnet.infusion import (
    CAP,
    TENTH_ML,
    TENTH_ML_PER_H,
    Infusion,
    infusion_of,
    rate_per_kg,
    strength_for,
)
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.foscarnet_order.compared import NO_MARGIN
from calc.clinical.foscarnet_order.inputs import Order
from calc.model.quantity import Quantity, constant, named_values

TENTH_MG = constant(0.1, "mg", "", NO_MARGIN)
NOTHING = constant(0, "mg")


@dataclass(frozen=True)
class ByLabel:
    """Dose, infusion and fluid as the site computes them for a patient."""

    dose: Dose
    infusion: Infusion
    hydration: Hydration
    regimen: Regimen
    access: str

    @property
    def strongest(self) -> Quantity:
        """The concentration (mg/mL) for this line, which is the highest for it."""
        return strength_for(self.access)


def by_label(
    per_kg: Quantity, weight: Quantity, regimen: Regimen, access: str, first: bool
) -> ByLabel:
    """What the site computes for a clearance per kg. Raises RefusalRaised below the table."""
    dose = dose_for(per_kg, weight, regimen)
    infusion = infusion_of(dose.dose, dose.per_kg, weight, regimen, access, first)
    hydration = hydration_of(dose.per_kg, dose.interval, first)
    return ByLabel(dose, infusion, hydration, regimen, access)


class Amount(NamedTuple):
    """An amount of drug (mg) that an order holds: how it says so, and what cutting may have lost.

    `cut_by` (mg) is by how much the site's own figures, as printed, may come to less.
    """

    id: str
    name: str
    drug: Quantity
    cut_by: Quantity


@dataclass(frozen=True)
class Facts:
    """What an order comes to for a weight (kg)."""

    order: Order
    weight: Quantity

    @property
    def strength(self) -> Quantity | None:
        """The concentration (mg/mL): as written, or worked out of dose and volume."""
        if self.order.concentration is not None:
            return self.order.concentration
        if self.order.volume is None or not self.doses:
            return None
        return (self.doses[0].drug / self.order.volume).named("concentration", "mg/mL")

    @property
    def doses(self) -> tuple[Amount, ...]:
        """The dose as it is written: in mg, per kg, or both."""
        found = []
        if self.order.dose is not None:
            found.append(Amount("dose", "Dose", self.order.dose, TENTH_MG))
        if self.order.dose_per_kg is not None:
            dose = self.order.dose_per_kg * self.weight
            dose = dose.named("dose by dose per kg as written", "mg", places=1)
            found.append(Amount("dose-per-kg", "Dose per kg", dose, NOTHING))
        return tuple(found)

    @property
    def held(self) -> Amount | None:
        """The drug that the volume holds or, where none is written, that rate and time run in."""
        _, _, _, strength, volume, time, rate, _ = self.order
        if strength is None:
            return None
        if volume is not None:
            drug = (volume * strength).named("drug in the volume", "mg", places=1)
            return Amount("volume", "Drug in the volume", drug, strength * TENTH_ML)
        if rate is None or time is None:
            return None
        drug = (rate * time / MINUTES_PER_HOUR * strength).named("drug run in", "mg", places=1)
        cut_by = strength * (TENTH_ML + TENTH_ML_PER_H * time / MINUTES_PER_HOUR)
        return Amount("run-in", "Drug run in", drug, cut_by)

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount of drug that the order says one dose is."""
        return (*self.doses, self.held) if self.held else self.doses

    @property
    def largest(self) -> Amount | None:
        """The largest of them: where they do not fit with each other, the most that may run."""
        return max(self.amounts, key=lambda each: each.drug.value, default=None)

    @property
    def day(self) -> Quantity | None:
        """What 24 hours hold on average (mg)."""
        if self.largest is None or self.order.interval is None:
            return None
        return mean_in_24_h(self.largest.drug, self.order.interval)

    @property
    def run_time(self) -> Quantity | None:
        """How long the volume runs at the rate (min)."""
        if self.order.volume is None or self.order.rate is None:
            return None
        return (self.order.volume / self.order.rate * MINUTES_PER_HOUR).named(
            "time at this rate", "min", places=1
        )

    @property
    def rate_per_kg(self) -> Quantity | None:
        """The rate for each kg (mg/kg/min), the fastest that rate and time say."""
        found = []
        if self.order.rate is not None and self.strength is not None:
            found.append(rate_per_kg(self.order.rate, self.strength, self.weight))
        times = [each for each in (self.order.time, self.run_time) if each is not None]
        if self.largest is not None:
            found += [self.largest.drug / self.weight / time for time in times]
        if not found:
            return None
        return max(found).named("rate per kg as written", CAP.unit, edges=(CAP.value,))

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome: of the order, where they are known."""
        return named_values(
            order_largest_dose=self.largest and self.largest.drug,
            order_dose_24_h_mean=self.day,
            order_strength=self.strength,
            order_rate_per_kg=self.rate_per_kg,
        )


def per_kg(drug: Quantity, weight: Quantity) -> Quantity:
    """An amount (mg) for each kg of a weight (kg)."""
    return drug / weight

"""Fluid with foscarnet: what the label gives, and where it is silent."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from calc.clinical.conversions import ONE
from calc.clinical.foscarnet.dose import doses_in_24_h
from calc.clinical.foscarnet.label import COLUMNS, GREATEST_DOSE
from calc.clinical.sources import DOSAGE, GERMAN, LABEL, SECOND_SWISS, UCSF
from calc.model.quantity import LookedUp, Quantity, Range, Step, constant, named_values
from calc.model.values import ranges

HYDRATION = LABEL.at(f"{DOSAGE.locator}, hydration")


@dataclass(frozen=True)
class Fluid:
    """Fluid for one infusion, mL, from and to, whatever the dose."""

    low: int
    high: int

    @cached_property
    def volume(self) -> str:
        """The volume in words: "750 to 1,000 mL"."""
        return Range(constant(self.low, "mL"), constant(self.high, "mL")).shown()


@dataclass(frozen=True)
class FluidByDose(Fluid):
    """Fluid for doses from `least` to `most` mg/kg, both included."""

    least: int
    most: int

    def holds(self, dose_per_kg: Quantity) -> bool:
        """Whether the fluid is for this dose."""
        return self.least <= dose_per_kg.value <= self.most

    @cached_property
    def doses(self) -> str:
        """The doses in words: "40 to 60 mg/kg"."""
        return f"{self.least} to {self.most} mg/kg"


# "750 to 1,000 mL prior to the first infusion to establish diuresis"
BEFORE_FIRST = Fluid(750, 1000)
FOR_FIRST = "before the first infusion, any dose"
# "500 mL with doses of 40 to 60 mg/kg", "750 to 1,000 mL with doses of 90 to 120 mg/kg"
WITH_LATER = (
    FluidByDose(500, 500, least=40, most=60),
    FluidByDose(750, 1000, least=90, most=120),
)

# "500-1000ml of D5 or NS concurrently"; "0,5 – 1 Liter NaCl 0.9% ... mit jeder ... Infusion"
ELSEWHERE = Fluid(500, 1000)
"""What other sources give, without a word on the dose."""
GIVE_ELSEWHERE = (UCSF.at("hydration"), SECOND_SWISS.at("warnings"), GERMAN.at("hydration"))

WITH_EACH_ELSEWHERE = Range(
    constant(ELSEWHERE.low, "mL", "fluid with each infusion elsewhere, low", *GIVE_ELSEWHERE),
    constant(ELSEWHERE.high, "mL", "fluid with each infusion elsewhere, high", *GIVE_ELSEWHERE),
)

HIGHEST_DOSE = constant(GREATEST_DOSE, "mg/kg")
HIGHEST_DAY = constant(
    max(row.give * 24 // row.every for table in COLUMNS for row in table.rows), "mg/kg"
)


@dataclass(frozen=True)
class Hydration:
    """Fluid (mL) with this infusion and in 24 hours, by the label; None where it is silent.

    Where 24 hours are not known by the label, `elsewhere_24_h` counts what other sources give with
    each infusion for which it is silent. `first` where this infusion is the first.
    """

    first: bool
    now: Range | None
    in_24_h: Range | None
    elsewhere_24_h: Range | None

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        now, day, elsewhere = self.now, self.in_24_h, self.elsewhere_24_h
        return named_values(
            hydration_low=now and now.low,
            hydration_24_h_low=day and day.low,
            hydration_high=now and now.high,
            hydration_24_h_high=day and day.high,
            hydration_24_h_elsewhere_low=elsewhere and elsewhere.low,
            hydration_24_h_elsewhere_high=elsewhere and elsewhere.high,
        )


HYDRATION_VALUES = ranges("mL", "hydration", "hydration_24_h", "hydration_24_h_elsewhere")
"""What `Hydration.values` may hold."""


def hydration_of(dose_per_kg: Quantity, interval: Quantity, first: bool) -> Hydration:
    """The fluid with a dose (mg/kg) every `interval` (h)."""
    doses = doses_in_24_h(interval)
    later = next((each for each in WITH_LATER if each.holds(dose_per_kg)), None)
    with_later = None
    if later:
        why = f"{dose_per_kg.shown()} is within {later.doses}"
        with_later = _found(later, dose_per_kg, why, "fluid with each later infusion")
    before = _found(BEFORE_FIRST, dose_per_kg, FOR_FIRST, "fluid before the first infusion")
    now = before if first else with_later
    in_24_h = _in_24_h(now, with_later, doses, first, "hydration in 24 hours") if now else None
    if in_24_h:
        return Hydration(first, now, in_24_h, None)
    given = WITH_EACH_ELSEWHERE
    name = "hydration in 24 hours with other sources' figure"
    elsewhere = _in_24_h(now or given, given, doses, first, name)
    return Hydration(
        first, now, None, elsewhere and elsewhere.with_labels("elsewhere low", "elsewhere high")
    )


def _found(fluid: Fluid, dose_per_kg: Quantity, why: str, name: str) -> Range:
    """A volume of the label as a step of the working.

    Requirement R-FLUID: Where the label gives no fluid for a dose, none is made up, and what others
    give is said to be theirs.
    """
    step = Step(name, "the label's figure for the dose per kg", why, fluid.volume, (HYDRATION,))
    found = LookedUp(dose_per_kg, step)
    low, high = (
        Quantity(Fraction(volume), "mL", f"{name}, {end}", found)
        for volume, end in ((fluid.low, "low"), (fluid.high, "high"))
    )
    return Range(low, high)


def _in_24_h(
    now: Range, later: Range | None, doses: Quantity, first: bool, name: str
) -> Range | None:
    """This infusion's fluid and that of the others within 24 hours; None where one is unknown."""
    if not first or doses <= ONE:
        return now.each(lambda volume: doses * volume, name, "mL")
    if later is None:
        return None
    others = doses - ONE
    return Range(
        (now.low + others * later.low).named(f"{name}, low", "mL"),
        (now.high + others * later.high).named(f"{name}, high", "mL"),
    )

"""The dose for a weight and a clearance, and how it is made up and run."""

from dataclasses import dataclass

from calc.clinical.aciclovir.clearance import Clearance
from calc.clinical.aciclovir.inputs import Infection
from calc.clinical.aciclovir.label import (
    CEILING,
    CEILING_HOURS,
    LOWER_AT_AN_EDGE,
    LOWEST,
    OXFORD_KIDNEYS,
    SHORTEST,
    UK,
    UK_DOSE,
    US,
    US_KIDNEYS,
    Band,
    Text,
    Vial,
    band_for,
    vial_text,
)
from calc.clinical.body_surface import PER_173, PER_MIN
from calc.clinical.conversions import HOURS_24, MINUTES_PER_HOUR, ONE
from calc.clinical.solutions import MOLAR_MASS
from calc.model.quantity import LookedUp, Quantity, Step, constant, named_values
from calc.model.sources import SITE_RULE, Cite
from calc.model.values import sometimes

ROUNDING = SITE_RULE.at("the drug is rounded down, the least volume and the sodium up")
TENTH_ML = constant(0.1, "mL", "", ROUNDING)
TENTH_MMOL = constant(0.1, "mmol", "", ROUNDING)
WHOLE_ML = constant(1, "mL", "", ROUNDING)


@dataclass(frozen=True)
class Order:
    """One order for one weight: the dose, its interval, how it is made up, its sodium.

    Doses are mg, intervals h, volumes mL, rates mL/h. `clearance` is None on dialysis, where it is
    not used. `total_volume` is the least that keeps to the concentration of the text.
    """

    weight: Quantity
    clearance: Clearance | None
    band: Band
    dose_per_kg: Quantity
    interval: Quantity
    dose: Quantity
    day: Quantity
    drug_volume: Quantity
    vials: Quantity
    total_volume: Quantity
    concentration: Quantity
    highest_rate: Quantity
    sodium_mass: Quantity
    sodium: Quantity
    sodium_mass_day: Quantity
    sodium_day: Quantity

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome, or of a row of its comparison."""
        return named_values(
            clearance=self.clearance.per_min if self.clearance else None,
            clearance_per_1_73_m2=self.clearance.per_173 if self.clearance else None,
            dose_per_kg=self.dose_per_kg,
            interval=self.interval,
            dose=self.dose,
            dose_24_h=self.day,
            drug_volume=self.drug_volume,
            vials=self.vials,
            total_volume=self.total_volume,
            concentration=self.concentration,
            shortest_time=SHORTEST,
            highest_rate=self.highest_rate,
            sodium=self.sodium,
            sodium_mass=self.sodium_mass,
            sodium_24_h=self.sodium_day,
            sodium_mass_24_h=self.sodium_mass_day,
        )


ORDER_VALUES = (
    *sometimes(PER_MIN, "clearance"),
    *sometimes(PER_173, "clearance_per_1_73_m2"),
    *sometimes("mg/kg", "dose_per_kg"),
    *sometimes("h", "interval"),
    *sometimes("mg", "dose", "dose_24_h"),
    *sometimes("mL", "drug_volume", "total_volume"),
    *sometimes("1", "vials"),
    *sometimes("mg/mL", "concentration"),
    *sometimes("min", "shortest_time"),
    *sometimes("mL/h", "highest_rate"),
    *sometimes("mmol", "sodium", "sodium_24_h"),
    *sometimes("mg", "sodium_mass", "sodium_mass_24_h"),
)
"""What `Order.values` may hold; an answer has none of them alone where no weight is chosen."""
WHERE_NONE_IS_CHOSEN = (
    *sometimes(
        "h",
        "interval_by_ideal_weight",
        "interval_by_adjusted_weight",
        "interval_by_actual_weight",
    ),
    *sometimes(
        "mg",
        "dose_by_ideal_weight",
        "dose_by_adjusted_weight",
        "dose_by_actual_weight",
        "dose_24_h_by_ideal_weight",
        "dose_24_h_by_adjusted_weight",
        "dose_24_h_by_actual_weight",
    ),
    *sometimes(
        "mL",
        "drug_volume_by_ideal_weight",
        "drug_volume_by_adjusted_weight",
        "drug_volume_by_actual_weight",
        "total_volume_by_ideal_weight",
        "total_volume_by_adjusted_weight",
        "total_volume_by_actual_weight",
    ),
    *sometimes(
        "1",
        "vials_by_ideal_weight",
        "vials_by_adjusted_weight",
        "vials_by_actual_weight",
    ),
    *sometimes(
        "mL/h",
        "highest_rate_by_ideal_weight",
        "highest_rate_by_adjusted_weight",
        "highest_rate_by_actual_weight",
    ),
    *sometimes(
        "mmol",
        "sodium_24_h_by_ideal_weight",
        "sodium_24_h_by_adjusted_weight",
        "sodium_24_h_by_actual_weight",
    ),
)
"""What `by_each_weight` may hold."""


def most_of(text: Text, vial: Vial) -> Quantity:
    """The greatest concentration (mg/mL): the lower one of the text and of the vial's own text."""
    return min(text.most, vial_text(vial).most)


def order_for(
    weight: Quantity, clearance: Clearance | None, infection: Infection, text: Text, vial: Vial
) -> Order:
    """The order for a weight (kg) and a clearance; without one, that of dialysis.

    Requirement R-ACICLOVIR: What is hung of aciclovir is never stronger than its text allows, nor
    more than the dose.
    """
    if clearance is None:
        band = LOWEST
        per_kg, interval = _looked_up(
            infection, band, infection.full, "the row of the lowest clearance", "on dialysis",
            (UK_DOSE, OXFORD_KIDNEYS),
        )  # fmt: skip
    else:
        counted = clearance.by(text)
        band = band_for(counted)
        words = f"{counted.shown()} is {band.words}"
        by = f"the row of the {text.name} for the {counted.name}"
        if band is LOWEST and text is UK:
            by = f"the lowest row of the {US.name}, by this site's rule, for the {counted.name}"
        cites = (*text.kidneys, *((US_KIDNEYS,) if band is LOWEST else ()))
        per_kg, interval = _looked_up(
            infection, band, counted, by, words, (*cites, LOWER_AT_AN_EDGE)
        )
    of = "" if weight.name == "weight" else f" by {weight.name}"
    dose = (per_kg * weight).named(f"dose{of}", "mg", places=1)
    doses = (HOURS_24 / interval).named("doses in 24 hours", "1")
    drug = (dose / vial.strength).rounded_down_to(TENTH_ML).named(f"drug volume{of}", "mL")
    total = (
        (dose / most_of(text, vial)).rounded_up_to(WHOLE_ML).named(f"least total volume{of}", "mL")
    )
    rate = (total / SHORTEST * MINUTES_PER_HOUR).named(f"highest pump rate{of}", "mL/h")
    mass = (dose * vial.sodium / vial.drug).named(f"sodium mass in the drug{of}", "mg", places=1)
    sodium = (mass / MOLAR_MASS).rounded_up_to(TENTH_MMOL).named(f"sodium in the drug{of}", "mmol")
    in_24_h = f"in the drug of 24 hours{of}"
    return Order(
        weight,
        clearance,
        band,
        per_kg,
        interval,
        dose,
        (dose * doses).named(f"dose in 24 hours{of}", "mg", places=1),
        drug,
        (drug * vial.strength / vial.drug).rounded_up_to(ONE).named(f"vials{of}", "1"),
        total,
        (dose / total).named(f"concentration{of}", "mg/mL"),
        rate,
        mass,
        sodium,
        (mass * doses).named(f"sodium mass {in_24_h}", "mg", places=1),
        (mass * doses / MOLAR_MASS).rounded_up_to(TENTH_MMOL).named(f"sodium {in_24_h}", "mmol"),
    )


def _looked_up(
    infection: Infection,
    band: Band,
    by: Quantity,
    formula: str,
    numbers: str,
    cites: tuple[Cite, ...],
) -> tuple[Quantity, Quantity]:
    """Dose per kg (mg/kg) and interval (h) of a band, looked up as one thing."""
    value = infection.full.value * band.share
    per_kg, every = Quantity(value, "mg/kg"), constant(band.every, "h")
    step = Step(
        "dose and interval",
        f"{infection.name}: {formula}",
        numbers,
        f"{per_kg.shown()} every {every.shown()}",
        (*infection.full.cites, *cites),
    )
    found = LookedUp(by, step)
    return (
        Quantity(value, "mg/kg", "dose per kg", found),
        Quantity(every.value, "h", "interval", found),
    )


def by_each_weight(*orders: Order) -> dict[str, Quantity]:
    """The values of an outcome where no weight is chosen: "dose_by_ideal_weight" and so on."""
    named = {each.name for each in WHERE_NONE_IS_CHOSEN}
    return {
        name: quantity
        for order in orders
        for value, quantity in order.values.items()
        if (name := f"{value}_by_{order.weight.name.replace(' ', '_')}") in named
    }


def above_the_ceiling(order: Order, ideal: Quantity) -> bool:
    """Whether a dose is above the label's most, if weight is counted as the ideal one (kg)."""
    return order.band.every <= CEILING_HOURS and order.dose > CEILING * ideal

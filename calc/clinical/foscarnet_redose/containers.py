"""Containers of foscarnet: those hung so far, and those that are needed until the next test."""

from dataclasses import dataclass
from datetime import date

from calc.clinical.conversions import HOURS_24, ONE
from calc.clinical.foscarnet.dose import Dose
from calc.clinical.foscarnet.infusion import CONTAINER
from calc.clinical.foscarnet.label import SUPPLIED
from calc.clinical.foscarnet_redose.decision import EACH_DAY
from calc.clinical.sources import GALWAY
from calc.model.quantity import Quantity, constant, named_values
from calc.model.sources import SITE_RULE

DISCARDED = GALWAY.at("administration")
UP_TO_THE_TEST = SITE_RULE.at("doses from the day of the next one up to the next test, rounded up")


@dataclass(frozen=True)
class Containers:
    """Containers a dose, doses, and all containers: what is left in each is discarded."""

    each: Quantity
    doses: Quantity

    @property
    def all(self) -> Quantity:
        """All of them together."""
        return (self.each * self.doses).named("containers", "1")


def containers_for(dose: Dose, days: Quantity) -> Containers:
    """The containers of a dose on so many days (d); each dose opens its own."""
    volume = (dose.dose / SUPPLIED).named("drug volume of a dose", "mL")
    each = (volume / CONTAINER).rounded_up_to(ONE)
    doses = (days * HOURS_24 / EACH_DAY / dose.interval).rounded_up_to(ONE)
    return Containers(
        each.named("containers a dose", "1", DISCARDED),
        doses.named("doses", "1"),
    )


@dataclass(frozen=True)
class Supply:
    """Containers used so far, where the days are known, and needed until a next test on a day."""

    used: Containers | None
    needed: Containers | None
    until: date

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        used, needed = (each.all if each else None for each in (self.used, self.needed))
        return named_values(containers_used=used, containers_needed=needed)


def supply_of(
    running: Dose, dose: Dose | None, days_run: Quantity | None, dose_day: date, test_day: date
) -> Supply:
    """What was used at the running dose in so many days (d), and what the next one needs."""
    days = constant((test_day - dose_day).days, "d", "days until the next test", UP_TO_THE_TEST)
    return Supply(
        containers_for(running, days_run) if days_run is not None else None,
        containers_for(dose, days) if dose else None,
        test_day,
    )

"""What becomes of the running dose: it stays, falls, rises, changes, or foscarnet stops."""

from dataclasses import dataclass, replace
from enum import Enum

from calc.clinical.conversions import HOURS_24, MG_PER_G
from calc.clinical.foscarnet.dose import (
    DOSE_VALUES,
    Dose,
    dose_for,
    dose_if_any,
    dose_in_mg,
    doses_in_24_h,
)
from calc.clinical.foscarnet.label import SUPPLIED
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.foscarnet.sodium import DRUG_AMOUNT, DRUG_MASS
from calc.clinical.foscarnet_redose.course import Course
from calc.clinical.foscarnet_redose.order import running_per_kg
from calc.clinical.foscarnet_redose.weights import Weighed
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE
from calc.model.values import always, leading, sometimes, where_asked

SAME_PERCENT = 5
"""A running dose within so many per cent of the table's, at its interval, is the same: this site's
rule. It was rounded, or the weight has changed a little; what is printed is the table's."""
SAME = constant(SAME_PERCENT, "1") / constant(100, "1")
CUT_BY = constant(0.1, "mg")
"""By less than so much a dose is printed lower than it is."""


class Move(Enum):
    """What becomes of the running dose."""

    STAYS = "stays"
    FALLS = "falls"
    RISES = "rises"
    CHANGES = "changes"
    WAITS = "waits"
    STOPS = "stops"
    STAYS_STOPPED = "stays-stopped"


class Wait(Enum):
    """Why a dose that the table would raise does not rise."""

    RISING = "rising"
    ALONE = "alone"
    LOWER_BEFORE = "lower-before"
    BY_WEIGHT = "by-weight"


@dataclass(frozen=True)
class Decision:
    """What becomes of the running dose, and the order that follows.

    `dose` is None where foscarnet stops; `table` is the dose on the newest creatinine alone, None
    below the table. `wait` says why a rise waits.
    """

    move: Move
    running: Dose
    dose: Dose | None
    table: Dose | None
    wait: Wait | None = None

    @property
    def is_exact(self) -> bool:
        """Whether the running dose is the table's as printed, which is cut to 0.1 mg."""
        assert self.table is not None
        return abs(self.running.dose.value - self.table.dose.value) < CUT_BY.value

    @property
    def lower_of_two(self) -> bool:
        """Whether a rise goes only as far as the creatinine before the newest allows."""
        return bool(self.dose and self.table and self.dose.per_kg is not self.table.per_kg)


def running_of(
    dose: Quantity | None,
    per_kg: Quantity | None,
    interval: Quantity,
    weight: Quantity,
) -> Dose:
    """The running order on the weight of today (kg), from one dose in mg or in mg/kg."""
    if dose is None:
        assert per_kg is not None
        dose = dose_in_mg(per_kg, weight)
    dose = dose.named("running dose", "mg", *dose.cites, places=1)
    on_today = running_per_kg(dose, weight).named("running dose per kg", "mg/kg")
    doses = doses_in_24_h(interval)
    return Dose(
        on_today,
        interval,
        dose,
        (dose * doses).named("running dose in any 24 hours", "mg", places=1),
        (on_today * doses).named("running dose per kg in any 24 hours", "mg/kg"),
        (dose * HOURS_24 / interval).named("mean running dose in 24 hours", "mg", places=1),
    )


def mean_per_kg(dose: Dose) -> Quantity:
    """What a dose comes to in 24 hours for each kg (mg/kg), on average where it is every 48."""
    return dose.per_kg * HOURS_24 / dose.interval


def is_same(running: Dose, table: Dose) -> bool:
    """Whether a running order is one of the table's: its interval, and within some per cent."""
    if running.interval.value != table.interval.value:
        return False
    apart = abs(running.per_kg.value - table.per_kg.value)
    return apart <= SAME.value * table.per_kg.value


def in_column(running: Dose, weight: Quantity, regimen: Regimen) -> bool:
    """Whether a running order is a row of its regimen's column, for a weight (kg)."""
    per_kg = running_per_kg(running.dose, weight).value
    return any(
        running.interval.value == row.every and abs(per_kg - row.give) <= SAME.value * row.give
        for row in regimen.table.rows
    )


def full_mean_per_kg(regimen: Regimen) -> Quantity:
    """What the full dose of a regimen comes to in 24 hours for each kg (mg/kg)."""
    every = constant(regimen.table.rows[0].every, "h")
    return regimen.full_dose * HOURS_24 / every


def decide(course: Course, running: Dose, weighed: Weighed, regimen: Regimen) -> Decision:
    """What becomes of the running dose on the newest creatinine, by the label's table.

    It never rises on one better creatinine, nor on a rising one, nor because the weight stepped up,
    which may be fluid; and foscarnet does not start again
    before two of different days are back in the table: rules of this site.

    Requirement R-REDOSE: A running dose is changed by today's creatinine, never by one that is too
    old, and a stop is followed by no infusion.
    """
    table = dose_if_any(course.newest.per_kg, weighed.now, regimen)
    if table is None:
        return Decision(Move.STOPS, running, None, None)
    if course.stop and not course.back_on_two_days:
        return Decision(Move.STAYS_STOPPED, running, None, table)
    if is_same(running, table):
        return Decision(Move.STAYS, running, table, table)
    now, then = mean_per_kg(table).value, mean_per_kg(running).value
    if now < then:
        return Decision(Move.FALLS, running, table, table)
    if now == then:
        return Decision(Move.CHANGES, running, table, table)
    return _higher(course, running, table, weighed, regimen)


def fitted(running: Dose, weight: Quantity, table: Dose) -> bool:
    """Whether a running dose is the table's for another weight (kg), which alone then raises it."""
    at_it = replace(running, per_kg=running_per_kg(running.dose, weight))
    return is_same(at_it, table)


def _higher(
    course: Course, running: Dose, table: Dose, weighed: Weighed, regimen: Regimen
) -> Decision:
    """What becomes of a running dose that is lower than the table's: it rises, or waits."""

    def waits(why: Wait) -> Decision:
        return Decision(Move.WAITS, running, running, table, why)

    if course.rising:
        return waits(Wait.RISING)
    if course.gap is None or course.cadence.longest < course.gap:
        return waits(Wait.ALONE)
    earlier = [dose_for(each.per_kg, weighed.now, regimen) for each in course.since_another_day]
    runs = mean_per_kg(running).value
    if any(is_same(running, each) or mean_per_kg(each).value <= runs for each in earlier):
        return waits(Wait.LOWER_BEFORE)
    if any(fitted(running, each, table) for each in weighed.stepped_from):
        return waits(Wait.BY_WEIGHT)
    lower = min((table, *earlier), key=lambda each: mean_per_kg(each).value)
    return Decision(Move.RISES, running, lower, table)


@dataclass(frozen=True)
class Given:
    """What was given so far (g), with its sodium (mmol, mg), at the running dose throughout."""

    foscarnet: Quantity
    sodium: Quantity
    sodium_mass: Quantity

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        return {
            "foscarnet_given": self.foscarnet,
            "sodium_given": self.sodium,
            "sodium_mass_given": self.sodium_mass,
        }


EACH_DAY = constant(1, "d")


def given_in(running: Dose, days: Quantity) -> Given:
    """What so many days (d) at the running dose come to."""
    at = SITE_RULE.at("the running dose on every day")
    drug = (running.mean_day * days / EACH_DAY).named("foscarnet given", "mg", at, places=0)
    volume = drug / SUPPLIED
    return Given(
        (drug / MG_PER_G).named("foscarnet given in grams", "g", places=1),
        (volume * DRUG_AMOUNT).named("sodium in the drug given", "mmol", places=0),
        (volume * DRUG_MASS).named("sodium mass in the drug given", "mg", places=0),
    )


VALUES = (
    *leading(always("mL/min/kg", "clearance_per_kg")),
    *always("d", "creatinine_age"),
    *sometimes("d", "weight_age"),
    *always("mg", "running_dose", "running_dose_24_h_mean"),
    *always("mg/kg", "running_dose_per_kg"),
    *where_asked(DOSE_VALUES),
    *sometimes("1", "creatinine_times"),
    *sometimes("g", "foscarnet_given"),
    *sometimes("mmol", "sodium_given"),
    *sometimes("mg", "sodium_mass_given"),
    *sometimes("1", "containers_used", "containers_needed"),
    *sometimes("mL/min/kg", "kinetic_per_kg"),
    *sometimes("mmol/L", "ionised_calcium", "magnesium", "potassium", "phosphate"),
    *sometimes("mL/kg/h", "urine_per_kg"),
)
"""The names that the values of an outcome may have."""

"""What of a patient is in which band: creatinine, age, weight or clearance, in printed digits."""

from collections.abc import Callable
from dataclasses import dataclass

from calc.clinical.renal import (
    DIVISOR_72,
    FEMALE_FACTOR,
    PER_KG,
    YEARS_140,
    Estimated,
    Measured,
    creatinine_at,
    in_mg_per_dl,
)
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE
from calc.model.tables import Row

At = Callable[[Quantity], Quantity]
"""At which creatinine, age, weight or clearance the clearance per kg is that of an edge."""

PRINTED = SITE_RULE.at("the last digit that a laboratory prints")
STEPS = {
    "mg/dL": constant(0.01, "mg/dL", "", PRINTED),
    "umol/L": constant(1, "umol/L", "", PRINTED),
}
YEAR = constant(1, "a")
TENTH_KG = constant(0.1, "kg")
TENTH_ML_PER_MIN = constant(0.1, "mL/min")


@dataclass(frozen=True)
class Span:
    """The least and the greatest figure, in printed digits, that lie in a band; None: no end.

    `before` and `beyond` are the next printed figures, which lie in the bands beside it; of what
    lies below the table they are not asked.
    """

    low: Quantity | None
    high: Quantity | None
    before: Quantity | None
    beyond: Quantity | None

    @property
    def words(self) -> str:
        """The span for people: "0.72 to 0.99", "up to 0.71", "2.51 or more"."""
        if self.low is None:
            assert self.high is not None
            return f"up to {self.high.number()}"
        if self.high is None:
            return f"{self.low.number()} or more"
        return f"{self.low.number()} to {self.high.number()}"


def _beside(figure: Quantity) -> Quantity:
    return figure.named("next printed figure, in the band beside", figure.unit)


def falling(row: Row | None, lowest: Quantity, at: At, step: Quantity) -> Span:
    """What lies in a row's band of a figure at which clearance falls: creatinine, age, weight.

    Without a row, what lies below the table, whose lowest edge is inside the band above it.
    """
    if row is None:
        last = at(lowest).rounded_down_to(step)
        return Span(last + step, None, None, None)
    low = None if row.high is None else at(Quantity(row.high, PER_KG)).rounded_up_to(step)
    before = None if low is None else _beside(low - step)
    edge = at(Quantity(row.low, PER_KG))
    if row.at_least is not None:
        high = edge.rounded_down_to(step)
        return Span(low, high, before, _beside(high + step))
    beyond = edge.rounded_up_to(step)
    return Span(low, beyond - step, before, _beside(beyond))


def rising(row: Row | None, lowest: Quantity, at: At, step: Quantity) -> Span:
    """The same of a figure at which clearance rises: the measured one."""
    if row is None:
        first = at(lowest).rounded_up_to(step)
        return Span(None, first - step, None, None)
    high = None if row.high is None else at(Quantity(row.high, PER_KG)).rounded_down_to(step)
    beyond = None if high is None else _beside(high + step)
    edge = at(Quantity(row.low, PER_KG))
    if row.at_least is not None:
        low = edge.rounded_up_to(step)
        return Span(low, high, _beside(low - step), beyond)
    before = edge.rounded_down_to(step)
    return Span(before + step, high, _beside(before), beyond)


def creatinine_of(kidneys: Estimated, unit: str) -> At:
    """At which creatinine (mg/dL or umol/L) the patient would be at an edge."""
    return lambda edge: creatinine_at(edge, kidneys.age, kidneys.sex, unit)


def age_of(kidneys: Estimated) -> At:
    """At which age (a) a patient with this creatinine would be at an edge; may be below nought."""
    years = DIVISOR_72 * in_mg_per_dl(kidneys.creatinine)

    def age(edge: Quantity) -> Quantity:
        gone = edge * years
        return YEARS_140 - (gone / FEMALE_FACTOR if kidneys.sex == "female" else gone)

    return age


def weight_of(kidneys: Measured) -> At:
    """At which weight (kg) a measured clearance would be at an edge."""
    return lambda edge: kidneys.clearance / edge


def clearance_at(kidneys: Measured) -> At:
    """At which measured clearance (mL/min) a patient of this weight would be at an edge."""
    return lambda edge: edge * kidneys.weight

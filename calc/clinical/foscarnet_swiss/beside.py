"""What each text makes of the same patient: its own clearance per kg, its own row, its own day."""

from dataclasses import dataclass

from calc.clinical.foscarnet.clearance import CLEARANCE_VALUES
from calc.clinical.foscarnet.dose import DOSE_VALUES, Dose, dose_for, doses_in_24_h
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.foscarnet_swiss.label import BELOW_BOTH, BESIDE, FACTOR, FORMULA, NO_SUCH_REGIMEN
from calc.clinical.renal import CONVERSION, DIVISOR_72, PER_KG, Estimated, age_term
from calc.model.quantity import Quantity, named_values
from calc.model.refusals import RefusalRaised
from calc.model.sources import SITE_RULE
from calc.model.tables import DoseTable, Row
from calc.model.values import always, leading, sometimes

WOMEN = SITE_RULE.at("the US label's factor for women, in the Swiss formula too")


@dataclass(frozen=True)
class SwissDose:
    """The Swiss dose of a clearance per kg: each (mg/kg, mg), and the most in any 24 hours."""

    row: Row
    per_kg: Quantity
    interval: Quantity
    dose: Quantity
    day: Quantity
    day_per_kg: Quantity


@dataclass(frozen=True)
class Beside:
    """Both clearances per kg (mL/min/kg), the row of each text, and the dose of each."""

    us_per_kg: Quantity
    swiss_per_kg: Quantity
    us_row: Row
    us: Dose
    swiss: SwissDose

    @property
    def moved(self) -> bool:
        """Whether the two formulas alone put the patient into two bands."""
        return self.us_row.low != self.swiss.row.low

    @property
    def edge(self) -> Quantity:
        """The edge above the US row, at which the formulas may part: the Swiss figure is higher."""
        return Quantity(self.us_row.high or self.us_row.low, PER_KG)

    @property
    def swiss_is_more(self) -> bool:
        """Whether the Swiss day holds more than the US one."""
        return self.us.day < self.swiss.day

    @property
    def apart(self) -> Quantity | None:
        """By how much the two days (mg) differ; None where they are the same."""
        less, more = sorted((self.us.day, self.swiss.day))
        if less.value == more.value:
            return None
        return (more - less).named("difference in any 24 hours", "mg", places=1)

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome, beside those of the US label's clearance."""
        return {
            "swiss_clearance_per_kg": self.swiss_per_kg,
            **self.us.values,
            "swiss_dose_per_kg": self.swiss.per_kg,
            "swiss_interval": self.swiss.interval,
            "swiss_dose": self.swiss.dose,
            "swiss_dose_24_h": self.swiss.day,
            "swiss_dose_per_kg_24_h": self.swiss.day_per_kg,
            **named_values(difference_24_h=self.apart),
        }


VALUES = (
    *CLEARANCE_VALUES,
    *leading(always(PER_KG, "swiss_clearance_per_kg")),
    *DOSE_VALUES,
    *always("mg/kg", "swiss_dose_per_kg", "swiss_dose_per_kg_24_h"),
    *always("h", "swiss_interval"),
    *always("mg", "swiss_dose", "swiss_dose_24_h"),
    *sometimes("mg", "difference_24_h"),
)
"""What `Beside.values` may hold, and those of the US label's clearance."""


def beside(us_per_kg: Quantity, kidneys: Estimated, weight: Quantity, regimen: Regimen) -> Beside:
    """A regimen by both texts, with the US label's clearance per kg (mL/min/kg) of the kidneys.

    Refused below the tables, and where the Swiss text has no such regimen.
    """
    table = BESIDE.get(regimen.table)
    if table is None:
        raise RefusalRaised(NO_SUCH_REGIMEN)
    swiss_per_kg = swiss_clearance(kidneys, table)
    lowest = Quantity(min(table.edges), PER_KG)
    if us_per_kg < lowest:
        words = {"value": us_per_kg.shown(), "lowest": lowest.shown()}
        both = {"clearance_per_kg": us_per_kg, "swiss_clearance_per_kg": swiss_per_kg}
        raise RefusalRaised(BELOW_BOTH.filled(**words), both)
    return Beside(
        us_per_kg,
        swiss_per_kg,
        regimen.table.row_for(us_per_kg),
        dose_for(us_per_kg, weight, regimen),
        _swiss_dose(swiss_per_kg, weight, table),
    )


def swiss_clearance(kidneys: Estimated, table: DoseTable) -> Quantity:
    """Clearance per kg (mL/min/kg) by the Swiss formula, whose creatinine is in umol/L.

    The line read has no factor for women: they have that of the US label.
    """
    creatinine = kidneys.creatinine
    if creatinine.unit == "mg/dL":
        creatinine *= CONVERSION
    per_kg = age_term(kidneys.age, kidneys.sex) / (FACTOR * creatinine * DIVISOR_72)
    cites = (FORMULA, WOMEN) if kidneys.sex == "female" else (FORMULA,)
    return per_kg.named("Swiss clearance per kg", PER_KG, *cites, edges=table.edges)


def _swiss_dose(per_kg: Quantity, weight: Quantity, table: DoseTable) -> SwissDose:
    each, interval = table.dose_for(per_kg)
    doses = doses_in_24_h(interval)
    dose = (each * weight).named("Swiss dose", "mg", table.cite, places=1)
    return SwissDose(
        table.row_for(per_kg),
        each,
        interval,
        dose,
        (dose * doses).named("Swiss dose in any 24 hours", "mg", places=1),
        (each * doses).named("Swiss dose per kg in any 24 hours", "mg/kg"),
    )

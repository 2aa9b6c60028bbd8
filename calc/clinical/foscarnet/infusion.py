"""Volume, dilution, time and pump rate of one dose."""

from dataclasses import dataclass

from calc.clinical.conversions import MINUTES_PER_HOUR
from calc.clinical.foscarnet.dose import doses_in_24_h
from calc.clinical.foscarnet.label import DILUTED, SUPPLIED
from calc.clinical.foscarnet.order import DOSE_EDGES, DOSE_PER_KG_LIMITS
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.sources import CHEO, DOSAGE, FRENCH, GALWAY, GERMAN, NDC, SWISS, UCSF
from calc.model.limited import Limited
from calc.model.quantity import Quantity, constant, longest, named_values
from calc.model.sources import SITE_RULE
from calc.model.tables import Row
from calc.model.values import Value, always

UNDILUTED = constant(SUPPLIED.value, "mg/mL", "concentration to infuse", DOSAGE)
CAP = constant(1, "mg/kg/min", "highest rate per kg", DOSAGE)
SIZE = constant(250, "mL")
FILLED = NDC.at(f"{SIZE.shown()}, {(SIZE * SUPPLIED).shown()}")
"""The record of a container of this size, and of what is in it."""
CONTAINER = SIZE.named("container", "mL", FILLED)

SITE_ROUNDING = SITE_RULE.at("volumes and rates are rounded down, times up")
PARENT_MINIMUM = SITE_RULE.at("a reduced dose keeps its regimen's minimum time")
TENTH_ML = constant(0.1, "mL", "", SITE_ROUNDING)
TENTH_ML_PER_H = constant(0.1, "mL/h", "", SITE_ROUNDING)
WHOLE_MINUTE = constant(1, "min", "", SITE_ROUNDING)
NOTHING = constant(0, "mL")

# "Initial doses should be infused over 2 hours"
TWO_HOURS = 120
FIRST_TIME = constant(TWO_HOURS, "min", "time of first infusions", UCSF.at("infusion rate"))
# "greater than 60 mg/kg/dose: infuse over at least 2 hours"; 90 mg/kg "over at least 2 hours"
LARGE_DOSE, SLOW_DOSE = constant(60, "mg/kg"), constant(90, "mg/kg")
ABOVE_LARGE = (CHEO.at("administration"), GALWAY.at("administration"))
FOR_SLOW = (SWISS.at("dose"), GERMAN.at("dose"), FRENCH.at("dose"))

OFF_BY_PERCENT = 1
"""A dose within so many per cent of one of its column counts as that one: one worked out of a dose
in mg is never a whole number. Above its row it is told: see `row_below`."""
ROUNDED_UP = constant(0.03, "mg/kg", "", SITE_ROUNDING)
"""Less than this above a row is a dose rounded up to the next mg: by 1 mg in 33 kg, or in more."""


def dose_per_kg_of(dose: Quantity, weight: Quantity) -> Quantity:
    """Dose per kg (mg/kg) of a dose (mg) for a weight (kg)."""
    return (dose / weight).named("dose per kg", "mg/kg", edges=DOSE_EDGES)


DOSE_PER_KG = Limited(
    label="Dose per kg",
    unit="mg/kg",
    computed_from={"dose": dose_per_kg_of},
    hard=DOSE_PER_KG_LIMITS,
)
"""The limits of a dose per kg (mg/kg) hold for a dose in mg too."""


@dataclass(frozen=True)
class Infusion:
    """One dose made up and run: what to draw, how much to hang, and a start and a limit.

    Volumes are mL, times min, rates mL/h, `rate_per_kg` mg/kg/min at the limit; `left_over` is what
    stays in each container, in the order of use; `at_the_cap` where the limit is the label's cap.
    """

    concentration: Quantity
    drug_volume: Quantity
    diluent_volume: Quantity
    total_volume: Quantity
    start_time: Quantity
    start_rate: Quantity
    shortest_time: Quantity
    highest_rate: Quantity
    rate_per_kg: Quantity
    left_over: tuple[Quantity, ...]
    at_the_cap: bool

    @property
    def diluted(self) -> bool:
        """Whether anything is added to the drug."""
        return not self.diluent_volume.is_zero

    @property
    def starts_slower(self) -> bool:
        """Whether it starts slower than its limit."""
        return self.start_time > self.shortest_time

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        return named_values(
            concentration=self.concentration,
            drug_volume=self.drug_volume,
            diluent_volume=self.diluent_volume,
            total_volume=self.total_volume,
            start_time=self.start_time,
            start_rate=self.start_rate,
            shortest_time=self.shortest_time,
            highest_rate=self.highest_rate,
            rate_per_kg=self.rate_per_kg,
            **{f"left_over_{number}": left for number, left in enumerate(self.left_over, 1)},
        )


INFUSION_VALUES = (
    *always("mg/mL", "concentration"),
    *always("mL", "drug_volume", "diluent_volume", "total_volume"),
    *always("min", "start_time", "shortest_time"),
    *always("mL/h", "start_rate", "highest_rate"),
    *always("mg/kg/min", "rate_per_kg"),
    Value("left_over", ("mL",), always=False, numbered=True),
)
"""What `Infusion.values` holds."""


def infusion_of(
    dose: Quantity,
    dose_per_kg: Quantity,
    weight: Quantity,
    regimen: Regimen,
    access: str,
    first: bool,
) -> Infusion:
    """The infusion of a dose (mg, and mg/kg for the time) for a weight (kg)."""
    strength = strength_for(access)
    drug = volume_at(dose, SUPPLIED, "drug volume")
    total, diluent = drug, NOTHING
    if access == "peripheral":
        total = volume_at(dose, strength, "total volume")
        diluent = (total - drug).named("diluent volume", "mL")
    time = shortest_time_of(dose_per_kg, regimen)
    rate = rate_over(total, time, "highest pump rate")
    start = start_time_of(time, dose_per_kg, first)
    return Infusion(
        strength,
        drug,
        diluent,
        total,
        start,
        rate_over(total, start, "starting pump rate"),
        time,
        rate,
        rate_per_kg(rate, strength, weight),
        _left_over(drug),
        at_the_cap=time_at_cap(dose_per_kg).value == time.value,
    )


def strength_for(access: str) -> Quantity:
    """The concentration (mg/mL) that runs through a line, and is the highest for it.

    Requirement R-STRENGTH: The line decides the strength, and no bag is stronger than its line
    allows.
    """
    return DILUTED if access == "peripheral" else UNDILUTED


def volume_at(dose: Quantity, strength: Quantity, name: str = "") -> Quantity:
    """The volume (mL) that holds a dose (mg) at a concentration (mg/mL), rounded down."""
    return (dose / strength).rounded_down_to(TENTH_ML).named(name, "mL")


def rate_per_kg(rate: Quantity, strength: Quantity, weight: Quantity) -> Quantity:
    """The rate (mg/kg/min) of a pump (mL/h) at a concentration (mg/mL) for a weight (kg)."""
    return (rate * strength / weight / MINUTES_PER_HOUR).named("rate per kg", "mg/kg/min")


def rate_over(total: Quantity, time: Quantity, name: str = "") -> Quantity:
    """The pump rate (mL/h) that runs a volume (mL) in a time (min), rounded down."""
    rate = (total / time * MINUTES_PER_HOUR).rounded_down_to(TENTH_ML_PER_H)
    return rate.named(name, "mL/h")


def is_slow(dose_per_kg: Quantity) -> bool:
    """Whether a dose is the one that other labels run over two hours too."""
    return dose_per_kg.value == SLOW_DOSE.value


def start_time_of(shortest: Quantity, dose_per_kg: Quantity, first: bool) -> Quantity:
    """The time to start with: two hours for a first infusion and for a large dose, or longer.

    Requirement R-START: Beside the limit stands a slower start, where a hospital starts slower.
    """
    if dose_per_kg > LARGE_DOSE:
        cites = (*ABOVE_LARGE, *(FOR_SLOW if is_slow(dose_per_kg) else ()))
        elsewhere = constant(TWO_HOURS, "min", "time of large doses elsewhere", *cites)
        return longest(shortest, elsewhere).named("time to start with", "min")
    if first:
        return longest(shortest, FIRST_TIME).named("time to start with", "min")
    return shortest


def shortest_time_of(dose_per_kg: Quantity, regimen: Regimen) -> Quantity:
    """The regimen's minimum, or longer where the cap of 1 mg/kg/min needs it; up to the minute.

    Requirement R-TIME: No time is below the shortest of its regimen, for a reduced dose neither.

    Requirement R-CAP: After rounding too, the pump never gives more per kg and minute than the
    label's highest rate.
    """
    cites = (PARENT_MINIMUM,) if dose_per_kg < regimen.full_dose else ()
    time = longest(regimen.minimum_time, time_at_cap(dose_per_kg)).rounded_up_to(WHOLE_MINUTE)
    return time.named("shortest time", "min", *cites)


def time_at_cap(dose_per_kg: Quantity) -> Quantity:
    """The time (min) that a dose (mg/kg) takes at the label's highest rate per kg."""
    return (dose_per_kg / CAP).named("time at the highest rate per kg", "min")


def _left_over(drug: Quantity) -> tuple[Quantity, ...]:
    """What stays in each container, in the order they are used.

    Requirement R-CONTAINER: What is drawn up is never more than the dose, and what is thrown away
    is said of each container.
    """
    left, rest = [], drug
    while rest > CONTAINER:
        left.append(NOTHING)
        rest = (rest - CONTAINER).named("drug volume from the next container", "mL")
    last = (CONTAINER - rest).named(
        "left over in the container", "mL", DOSAGE, GALWAY.at("administration")
    )
    return (*left, last)


def rows_of(dose_per_kg: Quantity, regimen: Regimen) -> list[Row]:
    """The rows of the regimen's column that give this dose, or one close to it."""
    return [
        row
        for row in regimen.table.rows
        if abs(dose_per_kg.value / row.give - 1) * 100 <= OFF_BY_PERCENT
    ]


def row_below(dose_per_kg: Quantity, regimen: Regimen) -> Quantity | None:
    """The dose (mg/kg) of its row that a dose is above, by more than rounding to a whole mg."""
    for row in rows_of(dose_per_kg, regimen):
        given = constant(row.give, "mg/kg")
        if dose_per_kg - given >= ROUNDED_UP:
            return given
    return None


def most_in_24_h(dose: Quantity, dose_per_kg: Quantity, regimen: Regimen) -> Quantity:
    """The most that 24 hours hold of a dose (mg, mg/kg): as often as its column gives it.

    A dose that its column does not give is reckoned as often as the column gives any.
    """
    rows = rows_of(dose_per_kg, regimen) or regimen.table.rows
    return dose * doses_in_24_h(constant(min(row.every for row in rows), "h"))

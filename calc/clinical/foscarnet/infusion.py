"""Volume, dilution, time and pump rate of one dose."""

from calc.clinical.foscarnet.checks import STOP_AND_LINE
from calc.clinical.foscarnet.dose import dose_in_mg, doses_in_24_h, too_much
from calc.clinical.foscarnet.hazards import GLUCOSE_AND_SODIUM, OFF_COLUMN, TOO_FAST, WRONG_VOLUME
from calc.clinical.foscarnet.order import (
    DEXTROSE,
    DOSE_EDGES,
    DOSE_PER_KG_LIMITS,
    SALINE,
    Access,
    Dose,
    DosePerKg,
    FirstInfusion,
)
from calc.clinical.foscarnet.regimens import Regimen, RegimenChoice
from calc.clinical.foscarnet.scope import SCOPE
from calc.clinical.patient import Dialysis, Height, Weight, refuse_dialysis
from calc.clinical.sources import (
    CHEO,
    DOSAGE,
    FRENCH,
    GALWAY,
    GERMAN,
    GLUCOSE_5,
    GLUCOSE_5_STEROIDS,
    NDC,
    SWISS,
    UCSF,
)
from calc.clinical.weight import WEIGHT_LIMITS
from calc.model.calculator import Way, calculator
from calc.model.limited import Limited
from calc.model.outcomes import Answer, Caution, Line
from calc.model.quantity import Quantity, constant, longest
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.sources import SITE_RULE
from calc.model.tables import Row

# "24 mg/mL may be used with or without dilution" through a central line; through a peripheral vein
# it "must be diluted to 12 mg/mL"
SUPPLIED = constant(24, "mg/mL", "concentration as supplied", DOSAGE)
DILUTED = constant(12, "mg/mL", "concentration to infuse", DOSAGE)
UNDILUTED = constant(24, "mg/mL", "concentration to infuse", DOSAGE)
CAP = constant(1, "mg/kg/min", "highest rate per kg", DOSAGE)
CONTAINER = constant(250, "mL", "container", NDC.at("250 mL, 6,000 mg"))

SITE_ROUNDING = SITE_RULE.at("volumes and rates are rounded down, times up")
PARENT_MINIMUM = SITE_RULE.at("a reduced dose keeps its regimen's minimum time")
TENTH_ML = constant(0.1, "mL", "", SITE_ROUNDING)
TENTH_ML_PER_H = constant(0.1, "mL/h", "", SITE_ROUNDING)
WHOLE_MINUTE = constant(1, "min", "", SITE_ROUNDING)
MINUTES_PER_HOUR = constant(60, "min/h", "60 min/h")

# "Initial doses should be infused over 2 hours"
TWO_HOURS = 120
FIRST_TIME = constant(TWO_HOURS, "min", "time of first infusions", UCSF.at("infusion rate"))
# "greater than 60 mg/kg/dose: infuse over at least 2 hours"; 90 mg/kg "over at least 2 hours"
LARGE_DOSE, SLOW_DOSE = constant(60, "mg/kg"), constant(90, "mg/kg")
ABOVE_LARGE = (CHEO.at("administration"), GALWAY.at("administration"))
FOR_SLOW = (SWISS.at("dose"), GERMAN.at("dose"), FRENCH.at("dose"))

OFF_BY_PERCENT = 1
"""A dose within so many per cent of one of its column counts as that one."""

EITHER_DILUENT = f"{SALINE} or {DEXTROSE}"

ABOVE_REGIMEN = Refusal(
    "dose-above-regimen",
    "The dose, {dose}, is above the full dose of this regimen, {full}.",
    "Check the dose, the weight and the regimen. The label says that its doses should not be "
    "exceeded.",
    (DOSAGE, SITE_RULE.at("a dose above its regimen")),
)
NOT_IN_COLUMN = Caution(
    "not-a-label-dose",
    OFF_COLUMN,
    "{dose} is not among the doses of this regimen's column ({doses} mg/kg).",
    (SITE_RULE.at(f"a dose more than {OFF_BY_PERCENT}% from every dose of its column"),),
)
SEVERAL_CONTAINERS = Caution(
    "several-containers",
    WRONG_VOLUME,
    f"The dose needs {{count}} containers of {CONTAINER.shown()}: {{left_over}}.",
    (NDC.at("250 mL, 6,000 mg"),),
)
AT_THE_CAP = Caution(
    "rate-at-the-cap",
    TOO_FAST,
    "At its shortest time this dose runs at the highest rate that the label allows, "
    f"{CAP.shown()}: no faster.",
    (DOSAGE,),
)
SUGAR = Caution(
    "dextrose",
    GLUCOSE_AND_SODIUM,
    f"{DEXTROSE}: watch glucose and sodium, above all on dexamethasone.",
    (
        GLUCOSE_5.at("section 4.2"),
        GLUCOSE_5_STEROIDS.at("interactions"),
        SITE_RULE.at("dextrose on dexamethasone"),
    ),
    "A label of 5% glucose asks for glucose and sodium before and during it, and another for care "
    "with steroids, under which glucose is tolerated less.",
)


def dose_per_kg_of(dose: Quantity, weight: Quantity) -> Quantity:
    """Dose per kg (mg/kg) of a dose (mg) for a weight (kg)."""
    return (dose / weight).named("dose per kg", "mg/kg", edges=DOSE_EDGES)


DOSE_PER_KG = Limited(
    label="Dose per kg", unit="mg/kg", ways={"dose": dose_per_kg_of}, hard=DOSE_PER_KG_LIMITS
)
"""The limits of a dose per kg (mg/kg) hold for a dose in mg too."""


@calculator(
    "Foscarnet infusion",
    ways=(Way("dose"), Way("dose_per_kg")),
    limits=(DOSE_PER_KG, *WEIGHT_LIMITS),
    scope=SCOPE,
    box=STOP_AND_LINE,
)
def foscarnet_infusion(
    *,
    dose: Dose | None = None,
    dose_per_kg: DosePerKg | None = None,
    weight: Weight,
    height: Height | None = None,
    dialysis: Dialysis,
    regimen: RegimenChoice,
    access: Access,
    first_infusion: FirstInfusion,
) -> Answer:
    """Volume, dilution, time (min) and pump rate (mL/h) of one foscarnet dose: start, and limit.

    By the US label, rounded by this site's rule. Refused on dialysis, and for a dose above the
    regimen's full dose per kg. Values: dose, dose_per_kg, concentration, drug_volume,
    diluent_volume, total_volume, start_time, start_rate, shortest_time, highest_rate, rate_per_kg
    (mg/kg/min, at the highest rate), and left_over_1, left_over_2 ... (mL left in each 250 mL
    container). The height (cm) only makes a weight plausible.
    """
    refuse_dialysis(dialysis)
    if dose_per_kg is None:
        assert dose is not None
        dose_per_kg = dose_per_kg_of(dose, weight)
    if dose is None:
        dose = dose_in_mg(dose_per_kg, weight)
    if dose_per_kg > regimen.full_dose:
        words = {"dose": dose_per_kg.shown(), "full": regimen.full_dose.shown()}
        raise RefusalRaised(ABOVE_REGIMEN.saying(**words))
    infusion = prepared(dose, dose_per_kg, weight, regimen, access, EITHER_DILUENT, first_infusion)
    given = Answer(
        {"dose": dose, "dose_per_kg": dose_per_kg},
        heading=f"{dose.shown()} ({dose_per_kg.shown()}) of foscarnet",
        headline=infusion.headline,
        lines=(
            Line("Infusion", "Regimen", regimen.name),
            Line("Infusion", "Dose", "as given here: reduce it for the clearance per kg first"),
        ),
        cautions=(
            *_too_much_in_a_day(dose, dose_per_kg, regimen),
            *_off_column(dose_per_kg, regimen),
        ),
        notes=regimen.notes,
    )
    return given.followed_by(infusion)


def prepared(
    dose: Quantity,
    dose_per_kg: Quantity,
    weight: Quantity,
    regimen: Regimen,
    access: str,
    diluent: str,
    first: bool,
) -> Answer:
    """The infusion of a dose (mg, and mg/kg for the time), without the checks on who it is for."""
    strength = DILUTED if access == "peripheral" else UNDILUTED
    drug = (dose / SUPPLIED).rounded_down_to(TENTH_ML).named("drug volume", "mL")
    total, diluent_volume = drug, constant(0, "mL", "diluent volume")
    if access == "peripheral":
        total = (dose / strength).rounded_down_to(TENTH_ML).named("total volume", "mL")
        diluent_volume = (total - drug).named("diluent volume", "mL")
    time = _shortest_time(dose_per_kg, regimen)
    rate = _rate(total, time, "highest pump rate")
    start = _start_time(time, dose_per_kg, first)
    start_rate = _rate(total, start, "starting pump rate")
    per_kg = (rate * strength / weight / MINUTES_PER_HOUR).named("rate per kg", "mg/kg/min")
    left_over = _left_over(drug)
    values = {
        "concentration": strength,
        "drug_volume": drug,
        "diluent_volume": diluent_volume,
        "total_volume": total,
        "start_time": start,
        "start_rate": start_rate,
        "shortest_time": time,
        "highest_rate": rate,
        "rate_per_kg": per_kg,
        **{f"left_over_{number}": left for number, left in enumerate(left_over, 1)},
    }
    return Answer(
        values,
        headline=f"{total.shown()}. {pace(values)}",
        lines=_lines(values, left_over, diluent, _who_starts_so(dose_per_kg, first)),
        cautions=_cautions((dose_per_kg / CAP).value == time.value, left_over),
    )


def _rate(total: Quantity, time: Quantity, name: str) -> Quantity:
    rate = (total / time * MINUTES_PER_HOUR).rounded_down_to(TENTH_ML_PER_H)
    return rate.named(name, "mL/h")


def _start_time(shortest: Quantity, dose_per_kg: Quantity, first: bool) -> Quantity:
    """The time to start with: two hours for a first infusion and for a large dose, or longer."""
    if dose_per_kg > LARGE_DOSE:
        cites = (*ABOVE_LARGE, *(FOR_SLOW if dose_per_kg.value == SLOW_DOSE.value else ()))
        elsewhere = constant(TWO_HOURS, "min", "time of large doses elsewhere", *cites)
        return longest(shortest, elsewhere).named("time to start with", "min")
    if first:
        return longest(shortest, FIRST_TIME).named("time to start with", "min")
    return shortest


def _who_starts_so(dose_per_kg: Quantity, first: bool) -> tuple[str, ...]:
    """Who gives such an infusion over two hours, in words."""
    slow = f"; for {SLOW_DOSE.shown()} a Swiss, a German and a French text too"
    large = f"two hospitals, above {LARGE_DOSE.shown()}"
    return (
        *(("one hospital, for first infusions",) if first else ()),
        *(
            (large + (slow if dose_per_kg.value == SLOW_DOSE.value else ""),)
            if dose_per_kg > LARGE_DOSE
            else ()
        ),
    )


def _shortest_time(dose_per_kg: Quantity, regimen: Regimen) -> Quantity:
    """The regimen's minimum, or longer where the cap of 1 mg/kg/min needs it; up to the minute."""
    cites = (PARENT_MINIMUM,) if dose_per_kg < regimen.full_dose else ()
    at_cap = (dose_per_kg / CAP).named("time at the highest rate per kg", "min")
    time = longest(regimen.minimum_time, at_cap).rounded_up_to(WHOLE_MINUTE)
    return time.named("shortest time", "min", *cites)


def _left_over(drug: Quantity) -> list[Quantity]:
    """What stays in each 250 mL container, in the order they are used."""
    left, rest = [], drug
    while rest > CONTAINER:
        left.append(constant(0, "mL", "left in a container that is used up"))
        rest = (rest - CONTAINER).named("drug volume from the next container", "mL")
    return [
        *left,
        (CONTAINER - rest).named(
            "left over in the container", "mL", DOSAGE, GALWAY.at("administration")
        ),
    ]


def _rows_of(dose_per_kg: Quantity, regimen: Regimen) -> list[Row]:
    """The rows of the regimen's column that give this dose, or one close to it."""
    return [
        row
        for row in regimen.table.rows
        if abs(dose_per_kg.value / row.give - 1) * 100 <= OFF_BY_PERCENT
    ]


def _too_much_in_a_day(
    dose: Quantity, dose_per_kg: Quantity, regimen: Regimen
) -> tuple[Caution, ...]:
    """The caution of the most that its column gives of a dose in 24 hours: at least one dose."""
    rows = _rows_of(dose_per_kg, regimen)
    if not rows:
        return too_much(dose, "At least ")
    doses = doses_in_24_h(constant(min(row.every for row in rows), "h"))
    return too_much(dose * doses, "Up to ")


def _off_column(dose_per_kg: Quantity, regimen: Regimen) -> tuple[Caution, ...]:
    """The caution of a dose that is none of its column's, nor close to one."""
    if _rows_of(dose_per_kg, regimen):
        return ()
    given = sorted({row.give for row in regimen.table.rows}, reverse=True)
    doses = ", ".join(map(str, given))
    return (NOT_IN_COLUMN.saying(dose=dose_per_kg.shown(), doses=doses),)


def _lines(
    values: dict[str, Quantity],
    left_over: list[Quantity],
    diluent: str,
    starts_so: tuple[str, ...],
) -> tuple[Line, ...]:
    drug, total = values["drug_volume"].shown(), values["total_volume"].shown()
    strength = values["concentration"].shown()
    if not values["diluent_volume"].is_zero:
        added = values["diluent_volume"].shown()
        make_up = f"{drug} of foscarnet made up to {total} with {added} of {diluent}: {strength}"
    else:
        make_up = f"{drug} of foscarnet, undiluted: {strength}"
    number = f", number {len(left_over)}" if len(left_over) > 1 else ""
    container = f"the {CONTAINER.shown()} container{number}"
    discard = f"{left_over[-1].shown()} of {container}: discard before it is hung"
    if left_over[-1].is_zero:
        discard = f"nothing of {container}"
    start = f"over {values['start_time'].shown()}, at {values['start_rate'].shown()}"
    by = f": {'; '.join(starts_so)}" if starts_so else ""
    slower = values["start_time"] > values["shortest_time"]
    return (
        Line("Infusion", "Prepare", make_up),
        *((Line("Infusion", "Start", f"{start}, by pump{by}"),) if slower else ()),
        Line("Infusion", "Limit", f"{limit(values)}, by pump"),
        Line("Infusion", "At the limit", f"{values['rate_per_kg'].shown()} of {CAP.shown()}"),
        Line("Infusion", "Left over", discard),
    )


def pace(values: dict[str, Quantity]) -> str:
    """Start and limit, each a time with its rate; one where they are the same."""
    start, rate = values["start_time"], values["start_rate"]
    if start <= values["shortest_time"]:
        return f"Start and limit: {limit(values)}"
    return f"Start: over {start.shown()}, at {rate.shown()}. Limit: {limit(values)}"


def limit(values: dict[str, Quantity]) -> str:
    """Shortest time and highest rate, which belong together."""
    shortest, highest = values["shortest_time"].shown(), values["highest_rate"].shown()
    return f"over at least {shortest}, at no more than {highest}"


def _cautions(at_the_cap: bool, left_over: list[Quantity]) -> tuple[Caution, ...]:
    cautions = [AT_THE_CAP] if at_the_cap else []
    if len(left_over) > 1:
        words = ", ".join(
            f"container {number} used up"
            if left.is_zero
            else f"{left.shown()} left in container {number}"
            for number, left in enumerate(left_over, 1)
        )
        cautions.append(SEVERAL_CONTAINERS.saying(count=str(len(left_over)), left_over=words))
    return tuple(cautions)

"""Volume, dilution, time and pump rate of one dose."""

from calc.clinical.foscarnet import dose_in_mg
from calc.clinical.order import DEXTROSE, DOSE_EDGES, SALINE, Access, Dose, DosePerKg
from calc.clinical.patient import (
    Dialysis,
    Weight,
    age_not_asked,
    dialysis_not_asked,
    refuse_dialysis,
)
from calc.clinical.regimens import Regimen, RegimenChoice
from calc.clinical.sources import DOSAGE, LABEL, NDC
from calc.model.calculator import Way, calculator
from calc.model.outcomes import Answer, Caution, Line
from calc.model.quantity import Quantity, constant, longest
from calc.model.refusals import Refusal, Refused
from calc.model.sources import SITE_RULE

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
    "{dose} is not among the doses of this regimen's column ({doses} mg/kg).",
    (SITE_RULE.at("a dose more than 1% from every dose of its column"),),
)
KIDNEYS_NOT_ASKED = Caution(
    "kidneys-not-asked",
    "This takes the dose as given: make sure that it is already reduced for the clearance per kg.",
    (LABEL.at(f"{DOSAGE.locator}, dose adjustment"),),
)
SEVERAL_CONTAINERS = Caution(
    "several-containers",
    "The dose needs {count} containers of 250 mL: {left_over}.",
    (NDC.at("250 mL, 6,000 mg"),),
)
AT_THE_CAP = Caution(
    "rate-at-the-cap",
    "At its shortest time this dose runs at the highest rate allowed, 1 mg/kg/min: any faster "
    "is an overdose.",
    (DOSAGE,),
)


@calculator("Foscarnet infusion", ways=(Way("dose"), Way("dose_per_kg")))
def foscarnet_infusion(
    *,
    dose: Dose | None = None,
    dose_per_kg: DosePerKg | None = None,
    weight: Weight,
    regimen: RegimenChoice,
    access: Access,
    dialysis: Dialysis = None,
) -> Answer:
    """Volume, dilution, shortest time (min) and highest pump rate (mL/h) of one foscarnet dose.

    By the US label, rounded by this site's rule. Refused on dialysis, and for a dose above the
    regimen's full dose per kg. Values: dose, dose_per_kg, concentration, drug_volume,
    diluent_volume, total_volume, shortest_time, highest_rate, rate_per_kg (mg/kg/min), and
    left_over_1, left_over_2 ... (mL left in each 250 mL container).
    """
    refuse_dialysis(dialysis)
    if dose_per_kg is None:
        assert dose is not None
        dose_per_kg = (dose / weight).named("dose per kg", "mg/kg", edges=DOSE_EDGES)
    if dose is None:
        dose = dose_in_mg(dose_per_kg, weight)
    if dose_per_kg > regimen.full_dose:
        words = {"dose": dose_per_kg.shown(), "full": regimen.full_dose.shown()}
        raise Refused(ABOVE_REGIMEN.saying(**words))
    infusion = prepared(dose, dose_per_kg, weight, regimen, access, EITHER_DILUENT)
    given = Answer(
        {"dose": dose, "dose_per_kg": dose_per_kg},
        heading=f"{dose.shown()} ({dose_per_kg.shown()}) of foscarnet",
        headline=infusion.headline,
        lines=(Line("Infusion", "Regimen", regimen.name),),
        cautions=(
            *regimen.cautions,
            KIDNEYS_NOT_ASKED,
            *_off_column(dose_per_kg, regimen),
            *dialysis_not_asked(dialysis),
            *age_not_asked(),
        ),
    )
    return given.followed_by(infusion)


def prepared(
    dose: Quantity,
    dose_per_kg: Quantity,
    weight: Quantity,
    regimen: Regimen,
    access: str,
    diluent: str,
) -> Answer:
    """The infusion of a dose (mg, and mg/kg for the time), without the checks on who it is for."""
    strength = DILUTED if access == "peripheral" else UNDILUTED
    drug = (dose / SUPPLIED).rounded_down_to(TENTH_ML).named("drug volume", "mL")
    total, diluent_volume = drug, constant(0, "mL", "diluent volume")
    if access == "peripheral":
        total = (dose / strength).rounded_down_to(TENTH_ML).named("total volume", "mL")
        diluent_volume = (total - drug).named("diluent volume", "mL")
    time = _shortest_time(dose_per_kg, regimen)
    rate = (total / time * MINUTES_PER_HOUR).rounded_down_to(TENTH_ML_PER_H)
    rate = rate.named("highest pump rate", "mL/h")
    per_kg = (rate * strength / weight / MINUTES_PER_HOUR).named("rate per kg", "mg/kg/min")
    left_over = _left_over(drug)
    values = {
        "concentration": strength,
        "drug_volume": drug,
        "diluent_volume": diluent_volume,
        "total_volume": total,
        "shortest_time": time,
        "highest_rate": rate,
        "rate_per_kg": per_kg,
        **{f"left_over_{number}": left for number, left in enumerate(left_over, 1)},
    }
    return Answer(
        values,
        headline=f"{total.shown()} {pace(values)}",
        lines=_lines(values, left_over, diluent),
        cautions=_cautions((dose_per_kg / CAP).value == time.value, left_over),
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
    return [*left, (CONTAINER - rest).named("left over in the container", "mL", DOSAGE)]


def _off_column(dose_per_kg: Quantity, regimen: Regimen) -> tuple[Caution, ...]:
    """The caution of a dose that is more than 1% from every dose of its column."""
    given = [row.give for row in regimen.table.rows]
    if any(abs(dose_per_kg.value / give - 1) * 100 <= 1 for give in given):
        return ()
    doses = ", ".join(map(str, given))
    return (NOT_IN_COLUMN.saying(dose=dose_per_kg.shown(), doses=doses),)


def _lines(
    values: dict[str, Quantity], left_over: list[Quantity], diluent: str
) -> tuple[Line, ...]:
    drug, total = values["drug_volume"].shown(), values["total_volume"].shown()
    strength = values["concentration"].shown()
    if not values["diluent_volume"].is_zero:
        added = values["diluent_volume"].shown()
        make_up = f"{drug} of foscarnet made up to {total} with {added} of {diluent}: {strength}"
    else:
        make_up = f"{drug} of foscarnet, undiluted: {strength}"
    number = f", number {len(left_over)}" if len(left_over) > 1 else ""
    discard = f"{left_over[-1].shown()} of the 250 mL container{number}: discard before it is hung"
    if left_over[-1].is_zero:
        discard = f"nothing of the 250 mL container{number}"
    return (
        Line("Infusion", "Prepare", make_up),
        Line("Infusion", "Infuse", f"{pace(values)}, by pump"),
        Line("Infusion", "At that rate", f"{values['rate_per_kg'].shown()}; limit {CAP.shown()}"),
        Line("Infusion", "Left over", discard),
    )


def pace(values: dict[str, Quantity]) -> str:
    """Shortest time and highest rate, which belong together."""
    shortest, highest = values["shortest_time"].shown(), values["highest_rate"].shown()
    return f"over at least {shortest}, at no more than {highest}"


def _cautions(at_the_cap: bool, left_over: list[Quantity]) -> tuple[Caution, ...]:
    cautions = [AT_THE_CAP] if at_the_cap else []
    if len(left_over) > 1:
        words = ", ".join(
            f"{left.shown()} left in container {number}" for number, left in enumerate(left_over, 1)
        )
        cautions.append(SEVERAL_CONTAINERS.saying(count=str(len(left_over)), left_over=words))
    return tuple(cautions)

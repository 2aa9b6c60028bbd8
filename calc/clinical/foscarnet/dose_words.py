"""What is said of a dose, of too much in a day, and of the weight that it is for."""

from collections.abc import Collection

from calc.clinical.conversions import HOURS_24
from calc.clinical.doubts import (
    ASK,
    BY_OTHER_WEIGHTS,
    COLLECT,
    VERY_OBESE,
    in_the_very_obese,
    underweight,
)
from calc.clinical.foscarnet.clearance import Clearance
from calc.clinical.foscarnet.clearance_words import Consequence, Follows
from calc.clinical.foscarnet.dose import (
    DEADLY_DAY,
    DEADLY_DAY_IN_MG,
    INTENDED_DAY,
    Dose,
    OtherDose,
    above_overdose_case,
    dose_if_any,
    dose_in_mg,
    mean_in_24_h,
    reduced,
    same_hours,
)
from calc.clinical.foscarnet.hazards import OVERDOSE
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.hazards import WRONG_WEIGHT
from calc.clinical.other_figures import OWN, other_figures
from calc.clinical.renal import KIDNEYS, PER_KG, Estimated, Kidneys, Measured, creatinine_at
from calc.clinical.sources import OVERDOSES, UCSF
from calc.clinical.weight import (
    ADJUSTED,
    BANDS,
    DEVINE,
    HEAVIEST_UNASKED,
    SHORTEST,
    Body,
    weight_id,
    were_it_pounds,
)
from calc.model.outcomes import Caution, Line
from calc.model.pictures import Level, Steps
from calc.model.quantity import Quantity, constant
from calc.model.results import Row, Table
from calc.model.sources import SITE_RULE

DAY_ABOVE_CASE = Caution(
    "day-above-overdose-case",
    OVERDOSE,
    f"{{day}} in 24 hours; {DEADLY_DAY_IN_MG.shown()} has killed: a second pharmacist checks.",
    (OVERDOSES, SITE_RULE.at(f"a second pharmacist above {INTENDED_DAY.shown()} in 24 hours")),
    f"A patient died on {DEADLY_DAY.shown()} a day instead of {INTENDED_DAY.shown()}. The label "
    "tells of the death, after three days at that dose, with a seizure and coma. No label read "
    "names a greatest dose in grams: that this much is pointed out, whatever the weight, is this "
    "site's rule.",
)
OBESITY = Caution(
    "weight-in-obesity",
    WRONG_WEIGHT,
    "Obese: which weight? {ideal}.{collect}",
    (UCSF.at("weight"), BANDS, VERY_OBESE),
    "Body mass index {bmi}: no source found settles which weight foscarnet takes{band}. {days}."
    "{ask} The dose printed is for the weight typed. The label says body weight and no more. {why}",
)
ESTIMATED_IN_OBESITY = (
    f"{in_the_very_obese('the formula in mL/min')}{BY_OTHER_WEIGHTS} A clearance per kg by the "
    "label's formula is that with the actual weight, divided by it: the band may be too high as "
    "well as the weight."
)
HEADS = ("On", "Clearance per kg", "Dose")


def in_words(dose: Dose) -> str:
    """Dose and interval in one breath: "35 mg/kg (2,450 mg) every 12 hours"."""
    return f"{dose.per_kg.shown()} ({dose.dose.shown()}) every {dose.interval.shown()}"


def heading(regimen: Regimen) -> str:
    """Which drug it is, what for, and where no label has it."""
    return f"Foscarnet for {regimen.use}"


def headline(dose: Dose) -> str:
    """What is given, and how often: "2,450 mg every 12 hours".

    Requirement R-ONE-TEXT: Dose and interval stand in one text, with the dose per kg beneath.
    """
    return f"{dose.dose.shown()} every {dose.interval.shown()}"


def beneath(dose: Dose) -> str:
    """The same per kg, and the most that any 24 hours hold."""
    most = f"{dose.day.shown()} ({dose.day_per_kg.shown()}) in any 24 hours"
    if dose.interval > HOURS_24:
        most += f", {dose.mean_day.shown()} on average"
    return f"{dose.per_kg.shown()}; {most}"


def too_much(day: Quantity, at_least: str = "") -> tuple[Caution, ...]:
    """The caution of more drug in 24 hours (mg) than was meant in the label's overdose case."""
    if above_overdose_case(day):
        return (DAY_ABOVE_CASE.filled(day=f"{at_least}{day.shown()}"),)
    return ()


def consequence_for(printed: Dose, weight: Quantity, regimen: Regimen) -> Consequence:
    """What another clearance would give instead of the printed dose.

    With what both come to in the same hours: the smaller dose may be the larger day.
    """

    def consequence(per_kg: Quantity) -> Follows:
        dose = dose_if_any(per_kg, weight, regimen)
        if dose is None:
            return Follows("no dose", f"no dose, below {regimen.table.lowest} {per_kg.unit}")
        hours = same_hours(dose, printed)
        there, own = dose.total_in(hours).shown(), printed.total_in(hours).shown()
        against = "" if there == own else f", in {hours.shown()} {there} instead of {own}"
        return Follows(headline(dose), f"{in_words(dose)}{against}")

    return consequence


def body_cautions(
    body: Body, sex: str | None, kidneys: Kidneys, clearance: Clearance, rows: Collection[OtherDose]
) -> tuple[Caution, ...]:
    """What is said of a weight that is far from most for its height.

    Little muscle misleads by way of creatinine: a measured clearance is not touched by it.
    """
    match kidneys:
        case Estimated() if body.thin:
            return (underweight(body.mass_index, collect=not clearance.at_reference),)
        case Estimated():
            band, collect = ", and the band may be too high", COLLECT
            ask, why = ASK, ESTIMATED_IN_OBESITY
        case Measured():
            band = collect = ask = why = ""
    if not body.obese:
        return ()
    ideal, days = _days(body, sex, rows)
    doubts = {"band": band, "collect": collect, "ask": ask, "why": why}
    return (OBESITY.filled(ideal=ideal, days=days, bmi=body.mass_index.shown(), **doubts),)


def _days(body: Body, sex: str | None, rows: Collection[OtherDose]) -> tuple[str, str]:
    """What a day would hold by the ideal weight, and by the adjusted too; or why there is none."""
    if body.others:
        doses = {row.on.id: row.dose for row in rows}
        # A lighter weight makes no clearance per kg lower: there is a dose by each.
        given = [dose for other in body.others if (dose := doses[weight_id(other)])]
        hours = same_hours(*given)
        adjusted, ideal = (dose.total_in(hours).shown() for dose in given)
        day = f"In {hours.shown()}"
        whole = f"{day}, by adjusted weight {adjusted}, by ideal weight {ideal}"
        return f"{day} by the ideal {ideal}", whole
    if sex is None:
        return "The ideal needs the sex", "The ideal weight needs the sex"
    below = f"below {SHORTEST.shown()}"
    return f"No ideal one {below}", f"No ideal weight is given {below}"


def compared(
    dose: Dose, clearance: Clearance, rows: Collection[OtherDose], body: Body | None
) -> tuple[Table, ...]:
    """The other doses under this answer's own row; no table where there is none."""
    if not rows:
        return ()
    hours = same_hours(dose, *(row.dose for row in rows))
    own = (OWN, clearance.per_kg.shown(), in_words(dose), dose.total_in(hours).shown())
    cites = (DEVINE, ADJUSTED) if body else ()
    heads = (*HEADS, f"In {hours.shown()}")
    return other_figures(heads, own, [_row(row, hours) for row in rows], *cites)


def _row(row: OtherDose, hours: Quantity) -> Row:
    words = ("no dose: below the table", "none")
    if row.dose:
        words = (in_words(row.dose), row.dose.total_in(hours).shown())
    first = (row.on.name, row.on.beyond or row.on.per_kg.shown())
    return Row(row.on.id, (*first, *words), row.values)


def steps(kidneys: Kidneys, weight: Quantity, regimen: Regimen) -> tuple[Steps, ...]:
    """What a day holds on average at each creatinine of this patient, from half of the lowest edge.

    None where the clearance was measured. Below the lowest clearance there is no dose: no step.
    """
    match kidneys:
        case Measured():
            return ()
        case Estimated(age, sex, creatinine):
            unit = creatinine.unit
    levels: list[Level] = []
    for row in regimen.table.rows:
        high = creatinine_at(constant(row.low, PER_KG), age, sex, unit)
        low = levels[-1].high if levels else high / constant(2, "1")
        dose = dose_in_mg(constant(row.give, "mg/kg"), weight)
        mean = mean_in_24_h(dose, constant(row.every, "h"))
        levels.append(Level(low, high, mean))
    return (Steps("Dose in 24 hours, on average", "creatinine", tuple(levels), creatinine),)


def lines(
    regimen: Regimen, per_kg: Quantity, weight: Quantity, kidneys: Kidneys
) -> tuple[Line, ...]:
    """What a person reads of a dose, of its regimen, and of the weight that it is for."""
    how = "reduced for this clearance" if reduced(per_kg, regimen) else "not reduced"
    return (
        Line("Dose", "Regimen", f"{regimen.name}; {how}"),
        Line(KIDNEYS, "Clearance per kg", per_kg.shown()),
        Line(KIDNEYS, "Weight used", _use_of(weight, kidneys)),
    )


def _use_of(weight: Quantity, kidneys: Kidneys) -> str:
    """Which weight was used, and for what."""
    match kidneys:
        case Estimated():
            use = "multiplies the dose; it cancels out of the estimated clearance per kg"
        case Measured():
            use = "divides the measured clearance and multiplies the dose"
    typed = "as typed"
    if HEAVIEST_UNASKED <= weight:
        pounds, kilograms = were_it_pounds(weight)
        typed += f" and not {pounds.shown()} ({kilograms.shown()})"
    return f"{weight.shown()}, {typed}: it {use}"

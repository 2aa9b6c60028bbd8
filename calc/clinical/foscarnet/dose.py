"""The renally reduced dose of foscarnet, its interval, and what 24 hours hold."""

from calc.clinical.foscarnet.clearance import (
    KIDNEYS,
    OTHER_FIGURES,
    OWN,
    TIMED_COLLECTION,
    TO_WEIGH,
    cautions,
    lines,
)
from calc.clinical.foscarnet.hazards import OVERDOSE, WRONG_WEIGHT
from calc.clinical.foscarnet.regimens import Regimen, RegimenChoice
from calc.clinical.foscarnet.scope import SCOPE
from calc.clinical.patient import (
    Age,
    Creatinine,
    CreatinineUnit,
    Dialysis,
    Height,
    MeasuredClearance,
    Sex,
    Weight,
    refuse_dialysis,
)
from calc.clinical.renal import (
    CLEARANCE_PER_KG,
    CLEARANCE_WAYS,
    Clearance,
    OtherClearance,
    cleared,
    measured_per_kg,
)
from calc.clinical.sources import DOSAGE, MORBID_OBESITY, MUSCLE, OVERDOSES, UCSF
from calc.clinical.weight import (
    ADJUSTED,
    BANDS,
    DEVINE,
    HEAVIEST_UNASKED,
    OBESE,
    SHORTEST,
    THIN,
    WEIGHT_LIMITS,
    Body,
    body_of,
    were_it_pounds,
)
from calc.model.calculator import calculator
from calc.model.outcomes import Alternative, Answer, Caution, Comparison, Line
from calc.model.quantity import Quantity, constant
from calc.model.refusals import RefusalRaised
from calc.model.sources import SITE_RULE

HOURS_24 = constant(24, "h", "24 hours")
ONE = constant(1, "1")

ASK = " Ask for a timed urine collection."

INTENDED_DAY = constant(10.9, "g", "", OVERDOSES)
DEADLY_DAY = constant(12.5, "g", "", OVERDOSES)
MG_PER_G = constant(1000, "mg/g")

DAY_ABOVE_CASE = Caution(
    "day-above-overdose-case",
    OVERDOSE,
    "{day} in 24 hours. A patient died on "
    f"{DEADLY_DAY.shown()} a day instead of {INTENDED_DAY.shown()}: have a second pharmacist check "
    "this dose.",
    (OVERDOSES, SITE_RULE.at(f"a second pharmacist above {INTENDED_DAY.shown()} in 24 hours")),
    "The label tells of the death, after three days at that dose, with a seizure and coma. No "
    "label read names a greatest dose in grams: that this much is pointed out, whatever the "
    "weight, is this site's rule.",
)
OBESITY = Caution(
    "weight-in-obesity",
    WRONG_WEIGHT,
    "Body mass index {bmi}: no source found settles which weight foscarnet takes. {days}.{ask}",
    (UCSF.at("weight"), BANDS, MORBID_OBESITY.at("results")),
    "The dose printed is for the weight typed. The label says body weight and no more. {why}",
)
UNDERWEIGHT = Caution(
    "underweight",
    WRONG_WEIGHT,
    "Body mass index {bmi}: little muscle lowers creatinine, and the clearance may read too high."
    "{ask}",
    (BANDS, MUSCLE.at("abstract"), TIMED_COLLECTION, SITE_RULE.at(f"{THIN.shown()} or less")),
)
ESTIMATED_IN_OBESITY = (
    "In 54 very obese patients the formula in mL/min grossly overestimated a measured clearance "
    "with the actual weight, still overestimated it with the adjusted one, and was too low with "
    "the ideal one. A clearance per kg by the label's formula is that with the actual weight, "
    "divided by it: the band may be too high as well as the weight."
)
HEADS = ("On", "Clearance per kg", "Dose", "In 24 hours")


@calculator(
    "Foscarnet dose",
    ways=CLEARANCE_WAYS,
    limits=(CLEARANCE_PER_KG, *WEIGHT_LIMITS),
    scope=SCOPE,
)
def foscarnet_dose(
    *,
    age: Age | None = None,
    sex: Sex | None = None,
    weight: Weight,
    height: Height | None = None,
    dialysis: Dialysis,
    creatinine: Creatinine | None = None,
    creatinine_unit: CreatinineUnit | None = None,
    measured_clearance: MeasuredClearance | None = None,
    regimen: RegimenChoice,
) -> Answer:
    """The foscarnet dose (mg/kg and mg) and its interval (h), reduced for clearance per kg.

    By the US label's tables. Refused on dialysis and below 0.4 mL/min/kg. Values, besides those of
    creatinine_clearance: dose_per_kg, interval, dose, dose_24_h and dose_per_kg_24_h (the most that
    any 24 hours hold), dose_24_h_mean; with height (cm) body_mass_index, ideal_weight (not below
    152.4 cm) and adjusted_weight (where the weight is above the ideal one). The comparison gives
    the same order on other figures: none is chosen.
    """
    refuse_dialysis(dialysis)
    body = body_of(weight, height, sex) if height is not None else None
    thin = body is not None and body.thin
    clearance = cleared(age, sex, creatinine, measured_clearance, weight, thin)
    values = ordered(clearance.per_kg, weight, regimen)
    rows = _alternatives(clearance, weight, body, regimen, measured_clearance)
    return Answer(
        {**clearance.values, **values, **(body.values if body else {})},
        heading="Dose, off label" if regimen.off_label else "Dose",
        headline=in_words(values),
        lines=(
            *_lines(values, regimen, clearance.per_kg),
            _weight_line(weight, measured_clearance),
            *lines(clearance),
        ),
        cautions=(
            *too_much(values["dose_24_h"]),
            *cautions(clearance, lambda per_kg: _consequence(per_kg, weight, regimen, values)),
            *(_body_cautions(body, clearance, rows, sex, measured_clearance) if body else ()),
        ),
        notes=regimen.notes,
        table=regimen.table,
        comparison=_comparison(values, clearance, rows, body),
    )


def ordered(per_kg: Quantity, weight: Quantity, regimen: Regimen) -> dict[str, Quantity]:
    """Dose (mg/kg, mg), interval (h) and what 24 hours hold, for a clearance per kg and a weight.

    Raises Refused below the regimen's table.
    """
    dose_per_kg, interval = regimen.table.dose_for(per_kg)
    dose = dose_in_mg(dose_per_kg, weight)
    doses = doses_in_24_h(interval)
    return {
        "dose_per_kg": dose_per_kg,
        "interval": interval,
        "dose": dose,
        "dose_24_h": (dose * doses).named("dose in any 24 hours", "mg", places=1),
        "dose_per_kg_24_h": (dose_per_kg * doses).named("dose per kg in any 24 hours", "mg/kg"),
        "dose_24_h_mean": (dose * HOURS_24 / interval).named(
            "mean dose in 24 hours", "mg", places=1
        ),
    }


def in_words(values: dict[str, Quantity]) -> str:
    """Dose and interval in one breath: "35 mg/kg (2,450 mg) every 12 hours"."""
    per_kg, dose, interval = (values[name].shown() for name in ("dose_per_kg", "dose", "interval"))
    return f"{per_kg} ({dose}) every {interval}"


def dose_in_mg(dose_per_kg: Quantity, weight: Quantity) -> Quantity:
    """One dose in mg: exact, shown cut to 0.1 mg."""
    return (dose_per_kg * weight).named("dose", "mg", DOSAGE, places=1)


def doses_in_24_h(interval: Quantity) -> Quantity:
    """The most doses that any 24 hours hold: one where the interval is 48 hours."""
    most = SITE_RULE.at("the most that any 24 hours hold")
    return (HOURS_24 / interval).rounded_up_to(ONE).named("doses in any 24 hours", "1", most)


def reduced(per_kg: Quantity, regimen: Regimen) -> bool:
    """Whether the regimen's full dose is reduced for this clearance per kg."""
    return per_kg.value <= max(regimen.table.edges)


def _consequence(
    per_kg: Quantity, weight: Quantity, regimen: Regimen, printed: dict[str, Quantity]
) -> str:
    """The dose on another clearance, with its day beside the printed one: it may be the larger."""
    try:
        values = ordered(per_kg, weight, regimen)
    except RefusalRaised:
        return f"no dose, below {regimen.table.lowest} {per_kg.unit}"
    day, own = values["dose_24_h"].shown(), printed["dose_24_h"].shown()
    against = "" if day == own else f", in 24 hours {day} instead of {own}"
    return f"{in_words(values)}{against}"


def too_much(day: Quantity, at_least: str = "") -> tuple[Caution, ...]:
    """The caution of more drug in 24 hours (mg) than was meant in the label's overdose case."""
    if day > INTENDED_DAY * MG_PER_G:
        return (DAY_ABOVE_CASE.saying(day=f"{at_least}{day.shown()}"),)
    return ()


def _body_cautions(
    body: Body,
    clearance: Clearance,
    rows: tuple[Alternative, ...],
    sex: str | None,
    measured: Quantity | None,
) -> tuple[Caution, ...]:
    """What is said of a weight that is far from most for its height.

    Little muscle misleads by way of creatinine: a measured clearance is not touched by it.
    """
    bmi = body.mass_index.shown()
    if body.thin:
        ask = "" if clearance.at_reference else ASK
        return (UNDERWEIGHT.saying(bmi=bmi, ask=ask),) if measured is None else ()
    if OBESE > body.mass_index:
        return ()
    if body.others:
        by_weight = {row.id: row.values.get("dose_24_h") for row in rows}
        days = ", ".join(
            f"by {other.name} {day.shown() if (day := by_weight[_id(other)]) else 'no dose'}"
            for other in body.others
        )
        days = f"In 24 hours, {days}"
    elif sex is None:
        days = "The ideal weight needs the sex"
    else:
        days = f"No ideal weight is given below {SHORTEST.shown()}"
    ask, why = (ASK, ESTIMATED_IN_OBESITY) if measured is None else ("", "")
    return (OBESITY.saying(bmi=bmi, days=days, ask=ask, why=why),)


def _alternatives(
    clearance: Clearance,
    weight: Quantity,
    body: Body | None,
    regimen: Regimen,
    measured: Quantity | None,
) -> tuple[Alternative, ...]:
    """The same order on another clearance or another weight, a row for each that is spoken of.

    A weight that multiplies the dose also divides a measured clearance: one and the same.
    """
    rows = [_alternative(other, weight, regimen) for other in clearance.others]
    for other in body.others if body else ():
        per_kg = clearance.per_kg if measured is None else measured_per_kg(measured, other)
        named = OtherClearance(_id(other), f"{other.name}, {other.shown()}", per_kg)
        rows.append(_alternative(named, other, regimen))
    return tuple(rows)


def _id(weight: Quantity) -> str:
    return weight.name.replace(" ", "-")


def _alternative(other: OtherClearance, weight: Quantity, regimen: Regimen) -> Alternative:
    first = (other.name, other.beyond or other.per_kg.shown())
    try:
        values = ordered(other.per_kg, weight, regimen)
    except RefusalRaised:
        return Alternative(other.id, (*first, "no dose: below the table", "none"), {})
    cells = (*first, in_words(values), values["dose_24_h"].shown())
    return Alternative(other.id, cells, {**other.values, **values})


def _comparison(
    values: dict[str, Quantity],
    clearance: Clearance,
    rows: tuple[Alternative, ...],
    body: Body | None,
) -> Comparison | None:
    """The alternatives under this answer's own row; None where there is none."""
    if not rows:
        return None
    own = (OWN, clearance.per_kg.shown(), in_words(values))
    printed = Alternative("printed", (*own, values["dose_24_h"].shown()), {})
    cites = (TO_WEIGH, *((DEVINE, ADJUSTED) if body else ()))
    return Comparison(OTHER_FIGURES, HEADS, (printed, *rows), cites)


def _lines(values: dict[str, Quantity], regimen: Regimen, per_kg: Quantity) -> tuple[Line, ...]:
    most = f"{values['dose_24_h'].shown()} ({values['dose_per_kg_24_h'].shown()})"
    if values["interval"] > HOURS_24:
        most += f"; {values['dose_24_h_mean'].shown()} on average"
    how = "reduced for this clearance" if reduced(per_kg, regimen) else "not reduced"
    return (
        Line("Dose", "In any 24 hours", most),
        Line("Dose", "Regimen", f"{regimen.name}; {how}"),
        Line(KIDNEYS, "Clearance per kg", per_kg.shown()),
    )


def _weight_line(weight: Quantity, measured: Quantity | None) -> Line:
    """Which weight was used, and for what."""
    use = "multiplies the dose; it cancels out of the estimated clearance per kg"
    if measured is not None:
        use = "divides the measured clearance and multiplies the dose"
    typed = "as typed"
    if HEAVIEST_UNASKED <= weight:
        pounds, kilograms = were_it_pounds(weight)
        typed += f" and not {pounds.shown()} ({kilograms.shown()})"
    return Line(KIDNEYS, "Weight used", f"{weight.shown()}, {typed}: it {use}")

"""The check of an order of foscarnet: each item is held against the label, and said so."""

from collections.abc import Iterable

from calc.clinical.foscarnet import clearance_words, dose_words, reference
from calc.clinical.foscarnet.checks import STOP_AND_LINE
from calc.clinical.foscarnet.clearance import CLEARANCE_VALUES, clearance_of
from calc.clinical.foscarnet.dialysis import Dialysis, refuse_dialysis
from calc.clinical.foscarnet.dose import DOSE_VALUES, other_doses
from calc.clinical.foscarnet.label import COLUMNS
from calc.clinical.foscarnet.order import Access, FirstInfusion
from calc.clinical.foscarnet.regimens import RegimenChoice
from calc.clinical.foscarnet.scope import SCOPE
from calc.clinical.foscarnet_order import known_answers, words
from calc.clinical.foscarnet_order.against_itself import contradictions
from calc.clinical.foscarnet_order.against_label import findings
from calc.clinical.foscarnet_order.checks import CHECK_FIRST
from calc.clinical.foscarnet_order.facts import Facts, by_label
from calc.clinical.foscarnet_order.inputs import (
    ORDER_PER_KG,
    Order,
    OrderConcentration,
    OrderDose,
    OrderDosePerKg,
    OrderFluid,
    OrderInterval,
    OrderRate,
    OrderTime,
    OrderVolume,
)
from calc.clinical.patient import Age, Creatinine, Height, MeasuredClearance, Sex, Weight
from calc.clinical.renal import BY_CREATININE_OR_MEASURED, CLEARANCE_PER_KG, kidneys_of
from calc.clinical.weight import WEIGHT_LIMITS, body_of
from calc.model.calculator import calculator
from calc.model.outcomes import Answer
from calc.model.quantity import Quantity, constant
from calc.model.values import always, sometimes

VALUES = (
    *CLEARANCE_VALUES,
    *DOSE_VALUES,
    *always("min", "shortest_time"),
    *always("1", "items_checked", "items_differing", "contradictions"),
    *sometimes("mg", "order_largest_dose", "order_dose_24_h_mean"),
    *sometimes("mg/mL", "order_strength"),
    *sometimes("mg/kg/min", "order_rate_per_kg"),
)


@calculator(
    "Foscarnet order check",
    alternatives=BY_CREATININE_OR_MEASURED,
    limits=(CLEARANCE_PER_KG, *WEIGHT_LIMITS, ORDER_PER_KG),
    scope=SCOPE,
    box=STOP_AND_LINE,
    checks=CHECK_FIRST,
    reference=reference.LABEL_DOSES,
    known_answers=(known_answers.AGREES, known_answers.NOT_REDUCED),
    columns=COLUMNS,
    values=VALUES,
    refused="The order is refused: the label gives no dose here",
    onward=("foscarnet-plan", "foscarnet-schedule", "co-medication"),
    onward_refused=("next-step",),
)
def order_check(
    *,
    age: Age | None = None,
    sex: Sex | None = None,
    weight: Weight,
    height: Height | None = None,
    dialysis: Dialysis,
    creatinine: Creatinine | None = None,
    measured_clearance: MeasuredClearance | None = None,
    regimen: RegimenChoice,
    access: Access,
    first_infusion: FirstInfusion,
    order_dose: OrderDose | None = None,
    order_dose_per_kg: OrderDosePerKg | None = None,
    order_interval: OrderInterval | None = None,
    order_concentration: OrderConcentration | None = None,
    order_volume: OrderVolume | None = None,
    order_time: OrderTime | None = None,
    order_rate: OrderRate | None = None,
    order_fluid: OrderFluid | None = None,
) -> Answer:
    """An order of foscarnet, or a pump as it runs, item by item against the label's figures.

    Refused on dialysis and below 0.4 mL/min/kg, as the label's dose is, which is worked out for
    this patient first. Nothing above a figure of the label agrees with it; below, only what this
    site's own printed figures are cut by. Every item of the order may be left out, and is then not
    checked. Values: those of the label as foscarnet_dose gives them, and shortest_time (min);
    items_checked, items_differing and contradictions count. Of the order, where they are known:
    order_largest_dose (mg, of those that it states), order_dose_24_h_mean (of that),
    order_strength (mg/mL) and order_rate_per_kg (mg/kg/min). The rows of the tables hold each
    figure as written, what it is held against, and by how many % it is more_by or less_by.
    """
    refuse_dialysis(dialysis)
    kidneys = kidneys_of(age, sex, creatinine, measured_clearance, weight)
    body = body_of(weight, height, sex) if height is not None else None
    clearance = clearance_of(kidneys, weight, body)
    label = by_label(clearance.per_kg, weight, regimen, access, first_infusion)
    facts = Facts(
        Order(
            *(order_dose, order_dose_per_kg, order_interval, order_concentration),
            *(order_volume, order_time, order_rate, order_fluid),
        ),
        weight,
    )
    found, pairs = findings(facts, label), contradictions(facts)
    others = other_doses(kidneys, clearance, weight, body, regimen)
    consequence = dose_words.consequence_for(label.dose, weight, regimen)
    doubts = (
        *clearance_words.cautions(clearance, consequence),
        *(dose_words.body_cautions(body, sex, kidneys, clearance, others) if body else ()),
    )
    of_dose, of_kidneys = clearance_words.apart(
        dose_words.lines(regimen, clearance.per_kg, weight, kidneys)
    )
    return Answer(
        {
            **clearance.values,
            **label.dose.values,
            "shortest_time": label.infusion.shortest_time,
            "items_checked": _count(each.differs is not None for each in found),
            "items_differing": _count(bool(each.differs) for each in found),
            "contradictions": _count(bool(each.differs) for each in pairs),
            **facts.values,
        },
        heading=f"Foscarnet order against the US label{', off label' if regimen.off_label else ''}",
        headline=words.headline(found, pairs),
        lines=(
            *words.lines(found, label.dose, of_dose),
            *of_kidneys,
            *clearance_words.lines(clearance),
        ),
        cautions=(*words.cautions(found, pairs, facts, label, clearance), *doubts),
        notes=regimen.notes,
        results=words.tables(found, pairs),
    )


def _count(found: Iterable[bool]) -> Quantity:
    return constant(sum(found), "1")

"""The calculator of intravenous aciclovir: it asks, works out by the rules, and says what came."""

from dataclasses import replace

from calc.clinical.aciclovir import known_answers, lines, reference, words
from calc.clinical.aciclovir.checks import CHECK_FIRST, SCOPE, STOP_AND_RUN
from calc.clinical.aciclovir.clearance import (
    ALTERNATIVES,
    MEASURED_PER_AREA,
    MeasuredPerArea,
    clearance_of,
    in_ml_per_min,
)
from calc.clinical.aciclovir.inputs import (
    HAEMODIALYSIS,
    PERITONEAL,
    ClearancePerArea,
    InfectionChoice,
    RenalReplacement,
    TextChoice,
    VialChoice,
)
from calc.clinical.aciclovir.label import COLUMN, EDGES, Text, other_than
from calc.clinical.aciclovir.order import (
    ORDER_VALUES,
    WHERE_NONE_IS_CHOSEN,
    Order,
    by_each_weight,
    order_for,
)
from calc.clinical.body_surface import AREA, body_surface
from calc.clinical.patient import Age, Creatinine, Height, MeasuredClearance, Sex, Weight
from calc.clinical.renal import CLEARANCE_PER_KG, Estimated, Kidneys, Measured, kidneys_of
from calc.clinical.weight import BODY_VALUES, WEIGHT_LIMITS, Body, body_of
from calc.model.calculator import calculator
from calc.model.outcomes import Answer
from calc.model.quantity import Quantity
from calc.model.refusals import RefusalRaised
from calc.model.values import always

VALUES = (*always(AREA, "body_surface"), *BODY_VALUES, *ORDER_VALUES, *WHERE_NONE_IS_CHOSEN)


@calculator(
    "Intravenous aciclovir",
    alternatives=ALTERNATIVES,
    limits=(CLEARANCE_PER_KG, MEASURED_PER_AREA, *WEIGHT_LIMITS),
    scope=SCOPE,
    box=STOP_AND_RUN,
    checks=CHECK_FIRST,
    reference=(reference.DOSES,),
    known_answers=(known_answers.ONE_WEIGHT, known_answers.THREE_WEIGHTS),
    columns=(COLUMN,),
    values=VALUES,
    refused="No dose or volume can be given",
    checked_twice=True,
    onward=("next-step",),
    onward_refused=("next-step",),
)
def aciclovir_iv(
    *,
    age: Age,
    sex: Sex,
    weight: Weight,
    height: Height,
    renal_replacement: RenalReplacement,
    creatinine: Creatinine | None = None,
    measured_clearance: MeasuredClearance | None = None,
    measured_clearance_per_area: ClearancePerArea | None = None,
    infection: InfectionChoice,
    product_text: TextChoice,
    vial: VialChoice,
) -> Answer:
    """The dose of intravenous aciclovir (mg), its interval (h), dilution (mL), pump rate (mL/h).

    By the US label or the UK text, whose bands are the same figures of clearance in two units. In
    obesity by ideal, adjusted and actual weight side by side, none chosen: the values are then
    called dose_by_ideal_weight and so on, and stand in the rows of the comparison. Refused for the
    brain, the retina and other organs, in continuous dialysis, and in obesity below 152.4 cm.
    A measured clearance is given in mL/min, or per 1.73 m2 of the body surface by actual weight.
    Values: body_surface (m2) and those of the ideal-weight calculator; clearance (mL/min) and
    clearance_per_1_73_m2 (neither on dialysis); dose_per_kg, interval, dose, dose_24_h,
    drug_volume, vials, total_volume (the least), concentration, shortest_time, highest_rate, and
    the sodium of the drug: sodium, sodium_mass, sodium_24_h, sodium_mass_24_h.
    """
    body = body_of(weight, height, sex)
    surface = body_surface(height, weight)
    kidneys: Kidneys
    if measured_clearance_per_area is not None:
        per_173 = replace(measured_clearance_per_area, edges=EDGES)
        kidneys = MeasuredPerArea(in_ml_per_min(per_173, height, weight), weight, per_173)
    else:
        kidneys = kidneys_of(age, sex, creatinine, measured_clearance, weight)
    weights = _weights(weight, body)
    dialysed = renal_replacement in (HAEMODIALYSIS, PERITONEAL)

    def ordered(text: Text, kidneys: Kidneys) -> tuple[Order, ...]:
        several = len(weights) > 1
        orders = []
        for each in weights:
            of = f"by {each.name}" if several else ""
            match kidneys:
                case Estimated():
                    area = body_surface(height, each)
                case Measured():
                    area = surface
            clearance = None if dialysed else clearance_of(kidneys, each, area, of)
            orders.append(order_for(each, clearance, infection, text, vial))
        return tuple(orders)

    orders, others = ordered(product_text, kidneys), words.Others()
    if not dialysed:
        low = words.flattering(kidneys, body.thin)
        at_reference = ordered(product_text, low) if low else ()
        others = words.Others(ordered(other_than(product_text), kidneys), at_reference)
    own = orders[0].values if len(orders) == 1 else by_each_weight(*orders)
    return Answer(
        {"body_surface": surface, **body.values, **own},
        heading=lines.heading(orders),
        headline=lines.headline(orders),
        lines=lines.lines(orders, body, product_text, vial, renal_replacement),
        cautions=words.cautions(orders, others, body, product_text, kidneys, renal_replacement),
        comparison=words.compared(orders, others, product_text),
        settled={"treatment": "aciclovir-iv"},
    )


def _weights(weight: Quantity, body: Body) -> tuple[Quantity, ...]:
    """The one weight; in obesity the ideal, the adjusted and the actual one.

    Raises RefusalRaised, with the body mass index, where obesity meets no ideal weight.
    """
    if not body.obese:
        return (weight,)
    if not body.others:
        raise RefusalRaised(words.TOO_SHORT, {"body_mass_index": body.mass_index})
    adjusted, ideal = body.others
    return (ideal, adjusted, replace(weight, name="actual weight"))

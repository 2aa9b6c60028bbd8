"""What may be wrong with an order of intravenous aciclovir, and the figures to weigh beside it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from calc.clinical.aciclovir.inputs import HAEMODIALYSIS, PERITONEAL
from calc.clinical.aciclovir.label import (
    BANDS,
    CEILING,
    EDGES,
    LOWER_AT_AN_EDGE,
    LOWEST,
    OXFORD_KIDNEYS,
    UK_DOSE,
    US_DOSE,
    US_KIDNEYS,
    US_UNIT,
    Text,
    band_for,
    other_than,
)
from calc.clinical.aciclovir.order import Order, above_the_ceiling
from calc.clinical.body_surface import MOSTELLER
from calc.clinical.doubts import (
    BY_OTHER_WEIGHTS,
    COLLECT,
    IN_WHOM,
    MUSCLE_SAYS,
    REFERENCE,
    VERY_OBESE,
    in_the_very_obese,
    may_flatter,
    reference_in,
    underweight,
)
from calc.clinical.hazards import BUILD_UP, CLEARANCE_OVERESTIMATED, TOO_LITTLE, WRONG_WEIGHT
from calc.clinical.other_figures import OWN, other_figures
from calc.clinical.renal import Estimated, Kidneys, Measured
from calc.clinical.sources import (
    ACICLOVIR_GLOBALRPH_KIDNEYS,
    ACICLOVIR_OXFORD,
    ACICLOVIR_SKYSCAPE,
    ACICLOVIR_SUNNYBROOK,
    ACICLOVIR_UCSF,
    ACICLOVIR_UK,
    ACICLOVIR_US,
    HIV_TABLE,
)
from calc.clinical.weight import ADJUSTED, DEVINE, OBESE, SHORTEST, Body, weight_id
from calc.clinical.weight import BANDS as MASS_INDEX
from calc.model import units
from calc.model.outcomes import Caution
from calc.model.quantity import Quantity, constant
from calc.model.refusals import Refusal
from calc.model.results import Row, Table
from calc.model.sources import SITE_RULE

NEAR_PERCENT = 10
"""A clearance within so many per cent of an edge is near it: a rule of this site."""

OBESITY = SITE_RULE.at(f"obese from {OBESE.shown()} on: no product text read says from where")
# "If patient's weight is >= 30% above their IBW, then patient is obese and ideal body weight should
# be used for dosing"
ABOVE_IDEAL = constant(30, "%")
FROM_ABOVE_IDEAL = ACICLOVIR_SUNNYBROOK.at("dosage in obesity")
IDEAL_SAYS = (ACICLOVIR_US.at("obesity"), ACICLOVIR_SKYSCAPE.at("adult dosing, notes"))
ADJUSTED_SAYS = (ACICLOVIR_OXFORD.at("dosing in obesity"), ACICLOVIR_UCSF.at("dosing weights"))
ACTUAL_SAYS = (ACICLOVIR_UK.at("section 4.2, obesity"),)

WHO = {
    "ideal weight": "US label, restated",
    "adjusted weight": "Oxford; UCSF",
    "actual weight": "UK text: it may give higher plasma concentrations",
}
"""Who says what of each weight, in obesity."""

TOO_SHORT = Refusal(
    "aciclovir-too-short-in-obesity",
    "In obesity no dose is given by the actual weight alone, and no ideal weight is given below "
    f"{SHORTEST.shown()}, where the formula starts.",
    "Ask a pharmacist which weight your hospital doses aciclovir by in short patients.",
    (*IDEAL_SAYS, *ADJUSTED_SAYS, DEVINE, SITE_RULE.at("no weight is chosen in obesity")),
)
UNITS_DIFFER = Caution(
    "clearance-units-differ",
    CLEARANCE_OVERESTIMATED,
    "Which text? In the {other}'s {unit}: {short}.",
    (US_UNIT, UK_DOSE, MOSTELLER, SITE_RULE.at("both readings are shown")),
    "The {other} counts clearance in {unit}, which would give {there}. The figures of the bands "
    "are the same, the unit is not. The unit of the US label was read in one handbook; others "
    "restate its bands in mL/min. Oxford counts eGFR in that unit, by another formula.",
)
UNITS_GIVE_MORE = UNITS_DIFFER._replace(id="clearance-units-give-more", hazard=TOO_LITTLE)
"""The same, where the other text gives no less by any weight: the risk is too low a dose."""
NEAR_EDGE = Caution(
    "near-interval-edge",
    CLEARANCE_OVERESTIMATED,
    "{short}",
    (SITE_RULE.at(f"within {NEAR_PERCENT}% of an edge"), LOWER_AT_AN_EDGE),
    "{edges}",
)
NEAR_EDGE_BELOW = NEAR_EDGE._replace(id="near-interval-edge-below", hazard=TOO_LITTLE)
"""The same, where more is given across each edge: the risk is too low a dose."""
LITTLE_MUSCLE = Caution(
    "creatinine-of-little-muscle",
    CLEARANCE_OVERESTIMATED,
    f"Little muscle?{COLLECT} At {{reference}}: {{short}}.",
    (SITE_RULE.at(IN_WHOM), *MUSCLE_SAYS),
    "Creatinine {creatinine} may come of little muscle, not only of good kidneys. At {reference}: "
    "{there}. The other figure is one more to weigh, not a rule. A timed urine collection tells.",
)
WEIGHT_IN_OBESITY = Caution(
    "aciclovir-weight-in-obesity",
    WRONG_WEIGHT,
    "Body mass index {bmi}: sources differ on the weight, so none is chosen.",
    (*IDEAL_SAYS, *ADJUSTED_SAYS, *ACTUAL_SAYS, MASS_INDEX, OBESITY),
    "US label, restated: ideal. Oxford and UCSF: adjusted. UK text: actual may give higher plasma "
    "concentrations. UCSF fears too low a dose by the ideal weight, and watches kidneys and mind "
    "by the adjusted one. What the UK text advises after those words was not reached.",
)
FAR_ABOVE_IDEAL = Caution(
    "aciclovir-far-above-ideal-weight",
    WRONG_WEIGHT,
    f"Ask which weight: {{weight}} is {ABOVE_IDEAL.shown()} or more above the ideal, {{ideal}}.",
    (FROM_ABOVE_IDEAL, DEVINE, OBESITY),
    "One hospital counts that as obese, and doses by the ideal one. Ask which weight yours takes.",
)
ESTIMATE_IN_OBESITY = Caution(
    "estimate-in-obesity",
    WRONG_WEIGHT,
    "Ask for a timed urine collection: each weight has its own clearance.",
    (VERY_OBESE, SITE_RULE.at("each weight with its own clearance")),
    "Each weight goes into its own clearance and body surface. "
    f"{in_the_very_obese()}{BY_OTHER_WEIGHTS}",
)
ABOVE_CEILING = Caution(
    "above-ceiling-by-ideal-weight",
    WRONG_WEIGHT,
    "By actual weight, {dose} every {interval} is above {ceiling} of ideal weight.",
    (US_DOSE, *IDEAL_SAYS, SITE_RULE.at("the most, held against the ideal weight")),
    "More than {ceiling} for the ideal weight is above the US label's most for any patient, if "
    "weight is counted as that label counts it.",
)
LOWEST_BAND = Caution(
    "half-dose-below-the-bands",
    BUILD_UP,
    "Clearance {lowest}: half the dose, once a day. Ask renal team today.",
    (US_KIDNEYS, OXFORD_KIDNEYS, UK_DOSE, SITE_RULE.at("ask the renal team")),
    "The clearance is {clearance}. In the words read, the UK text halves the dose on dialysis "
    "only. The US label, restated, halves it for every clearance as low, and Oxford for every eGFR "
    "as low: with the UK text it is a rule of this site.",
)
ONE_DOSE_A_DAY = Caution(
    "one-dose-a-day-on-haemodialysis",
    BUILD_UP,
    "One dose a day, after haemodialysis on its days; the first does not wait.",
    (
        OXFORD_KIDNEYS,
        HIV_TABLE.at("table 6"),
        ACICLOVIR_GLOBALRPH_KIDNEYS.at("hemodialysis"),
        ACICLOVIR_UCSF.at("dialysis"),
        UK_DOSE,
        SITE_RULE.at("one dose a day"),
    ),
    "On days of haemodialysis give it after the session. The first dose does not wait for one. A "
    "second in a day is for the renal team to order. Sources differ: the page "
    "Giving intravenous aciclovir says how. One dose a day is a rule of this site.",
)


HALF_ON_PERITONEAL = Caution(
    "half-dose-on-peritoneal-dialysis",
    BUILD_UP,
    "On peritoneal dialysis: half the dose, once a day. Ask the renal team today.",
    (UK_DOSE, OXFORD_KIDNEYS, SITE_RULE.at("ask the renal team")),
)


class Others(NamedTuple):
    """The same orders by the other text, and at the reference creatinine; empty where not asked."""

    text: Sequence[Order] = ()
    reference: Sequence[Order] = ()


class Near(NamedTuple):
    """That a clearance is near an edge: in one line, in full, and if more is given across it."""

    short: str
    whole: str
    more: bool


def gives(orders: Sequence[Order]) -> str:
    """How often, for each weight: once where it is the same for all."""
    given: dict[str, list[str]] = {}
    for order in orders:
        given.setdefault(order.band.gives, []).append(order.weight.name.removesuffix(" weight"))
    if len(given) == 1:
        return orders[0].band.gives
    return ", ".join(f"{often} by {' and '.join(by)} weight" for often, by in given.items())


def gives_first(orders: Sequence[Order]) -> str:
    """How often, for one line: by the first weight only, where it is not the same for all."""
    often = orders[0].band.gives
    same = all(order.band.gives == often for order in orders)
    return often if same else f"{often} by {orders[0].weight.name}"


def instead(there: Sequence[Order], here: Sequence[Order]) -> str:
    """How often on another figure, and instead of what: of several weights the table says that."""
    return gives(there) if len(here) > 1 else f"{gives(there)} instead of {gives(here)}"


def in_words(order: Order) -> str:
    """Dose and interval in one breath: "10 mg/kg (700 mg) every 8 hours"."""
    dose = f"{order.dose_per_kg.shown()} ({order.dose.shown()})"
    return f"{dose} every {order.interval.shown()}"


def cautions(
    orders: Sequence[Order], others: Others, body: Body, text: Text, kidneys: Kidneys, dialysis: str
) -> tuple[Caution, ...]:
    """What may be wrong with an answer, each with what would follow if it were."""
    on_dialysis = {HAEMODIALYSIS: [ONE_DOSE_A_DAY], PERITONEAL: [HALF_ON_PERITONEAL]}
    said = on_dialysis.get(dialysis, [])[:]
    if orders[0].clearance:
        said += _of_clearance(orders, others, text)
    match kidneys:
        case Estimated() if orders[0].clearance:
            said += _of_estimate(orders, others, body, kidneys)
            by_estimate = True
        case Estimated() | Measured():
            by_estimate = False
    if len(orders) > 1:
        said += _of_weight(orders, body, by_estimate)
    elif body.ideal is not None and _far_above(orders[0].weight, body.ideal):
        words = {"weight": orders[0].weight.shown(), "ideal": body.ideal.shown()}
        said.append(FAR_ABOVE_IDEAL.filled(**words))
    return tuple(said)


def _of_clearance(orders: Sequence[Order], others: Others, text: Text) -> Iterator[Caution]:
    """That another unit, or the other side of an edge, gives another interval."""
    other = other_than(text)
    if gives(others.text) != gives(orders):
        words = {"other": other.name, "unit": units.for_people(other.unit)}
        pairs = zip(others.text, orders, strict=True)
        no_less = all(there.day.value >= here.day.value for there, here in pairs)
        differ = UNITS_GIVE_MORE if no_less else UNITS_DIFFER
        words |= {"there": instead(others.text, orders), "short": gives_first(others.text)}
        yield differ.filled(**words)
    several = len(orders) > 1
    if near := [*filter(None, (_near_edge(order, text, several) for order in orders))]:
        said = "; ".join(each.whole for each in near)
        said = f"Clearance near an edge {said}." if several else said
        differ = NEAR_EDGE_BELOW if all(each.more for each in near) else NEAR_EDGE
        yield differ.filled(short=near[0].short, edges=said)
    lowest = [order for order in orders if order.band is LOWEST]
    if lowest:
        each = [_counted(order, text).shown() + _by_weight(order, several) for order in lowest]
        first = _counted(lowest[0], text).shown()
        yield LOWEST_BAND.filled(lowest=first, clearance=", ".join(each))


def _counted(order: Order, text: Text) -> Quantity:
    assert order.clearance is not None
    return order.clearance.by(text)


def _by_weight(order: Order, several: bool) -> str:
    return f" by {order.weight.name}" if several else ""


def _near_edge(order: Order, text: Text, several: bool) -> Near | None:
    """That a clearance is near an edge, and what is given across it; None where it is not."""
    counted = _counted(order, text)
    edge = min(EDGES, key=lambda edge: abs(counted.value - edge))
    if abs(counted.value - edge) * 100 > NEAR_PERCENT * edge:
        return None
    at = Quantity(edge, counted.unit)
    below, above = band_for(at), next(band for band in BANDS if band.above == edge)
    across = below if order.band is above else above
    more = across is above
    if several:
        by = f"by {order.weight.name}"
        return Near(
            f"Near an edge {by}. Across it: {across.gives}.",
            f"{by}, {counted.shown()}: across it {across.gives}",
            more,
        )
    return Near(
        f"At or near the edge {at.shown()}. Across it: {across.gives}.",
        f"The clearance, {counted.shown()}, is at or close to the edge at {at.shown()}. "
        f"Across it: {across.gives}.",
        more,
    )


def _of_estimate(
    orders: Sequence[Order], others: Others, body: Body, kidneys: Estimated
) -> Iterator[Caution]:
    """That creatinine may flatter the kidneys, or that weight misleads the formula."""
    creatinine = kidneys.creatinine
    if others.reference and gives(others.reference) != gives(orders):
        yield LITTLE_MUSCLE.filled(
            creatinine=creatinine.shown(),
            reference=reference_in(creatinine.unit).shown(),
            short=gives_first(others.reference),
            there=instead(others.reference, orders),
        )
    elif body.thin:
        yield underweight(body.mass_index)


def _far_above(weight: Quantity, ideal: Quantity) -> bool:
    """Whether a weight (kg) is so far above the ideal one (kg) that a hospital calls it obese."""
    return weight.value * 100 >= ideal.value * (100 + ABOVE_IDEAL.value)


def _of_weight(orders: Sequence[Order], body: Body, estimated: bool) -> Iterator[Caution]:
    """That sources differ on the weight, and that one may lead above the label's most."""
    yield WEIGHT_IN_OBESITY.filled(bmi=body.mass_index.shown())
    actual = orders[-1]
    assert body.ideal is not None
    if above_the_ceiling(actual, body.ideal):
        words = {"dose": actual.dose.shown(), "interval": actual.interval.shown()}
        yield ABOVE_CEILING.filled(**words, ceiling=CEILING.shown())
    if estimated:
        yield ESTIMATE_IN_OBESITY


def compared(orders: Sequence[Order], others: Others, text: Text) -> tuple[Table, ...]:
    """The orders by each weight, none chosen; or other figures beside the one; None if none is."""
    if len(orders) > 1:
        rows = tuple(
            Row(
                weight_id(order.weight),
                (
                    f"{order.weight.name}, {order.weight.shown()}".capitalize(),
                    order.clearance.by(text).shown() if order.clearance else "not used",
                    in_words(order),
                    f"{order.drug_volume.shown()} in {order.total_volume.shown()}",
                    WHO[order.weight.name],
                ),
                order.values,
            )
            for order in orders
        )
        heads = ("Weight", "Clearance", "Dose", "Drug, in at least", "Who takes it")
        cites = (*IDEAL_SAYS, *ADJUSTED_SAYS, *ACTUAL_SAYS, DEVINE, ADJUSTED, OBESITY)
        return (Table("By each weight, none chosen", heads, rows, cites),)
    (order,) = orders
    if order.clearance is None:
        return ()
    rows = tuple(
        Row(id, _cells(name, each, by), each.values)
        for id, name, by, each in _beside(others, text)
        if each.band is not order.band
    )
    own = _cells(OWN, order, text)
    return other_figures(("On", "Clearance", "Dose"), own, rows, US_UNIT, UK_DOSE)


def _beside(others: Others, text: Text) -> Iterator[tuple[str, str, Text, Order]]:
    other = other_than(text)
    for each in others.text:
        yield "other-text", f"the {other.name}", other, each
    for each in others.reference:
        yield "creatinine-at-reference", f"creatinine {REFERENCE.shown()}", text, each


def _cells(name: str, order: Order, text: Text) -> tuple[str, ...]:
    assert order.clearance is not None
    return (name, order.clearance.by(text).shown(), in_words(order))


def flattering(kidneys: Kidneys, thin: bool) -> Estimated | None:
    """The kidneys at the reference creatinine, where a low one may come of little muscle."""
    match kidneys:
        case Measured():
            return None
        case Estimated(age, sex, creatinine):
            low = may_flatter(creatinine, age, thin)
            return Estimated(age, sex, REFERENCE) if low else None

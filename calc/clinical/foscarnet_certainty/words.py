"""What is said of how sure a band is: what crosses its edges, and which doses are near."""

from collections.abc import Iterable
from fractions import Fraction

from calc.clinical.foscarnet import clearance_words, dose_words
from calc.clinical.foscarnet.clearance import LOWEST_EDGE, Clearance, label_row
from calc.clinical.foscarnet.clearance_words import Consequence
from calc.clinical.foscarnet.dose import Dose, OtherDose, dose_for, same_hours
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.foscarnet_certainty.edges import (
    STEPS,
    TENTH_KG,
    TENTH_ML_PER_MIN,
    YEAR,
    Span,
    age_of,
    clearance_at,
    creatinine_of,
    falling,
    rising,
    weight_of,
)
from calc.clinical.foscarnet_certainty.variation import (
    CITES,
    OLDER_MOST,
    VARIES,
    WITHIN_A_PERSON,
    varied,
)
from calc.clinical.hazards import CLEARANCE_OVERESTIMATED
from calc.clinical.renal import PER_KG, Estimated, Kidneys, Measured
from calc.clinical.sources import CREATININE_VARIES
from calc.model.digits import decimal
from calc.model.outcomes import Caution, Line
from calc.model.pictures import Mark, Scale
from calc.model.quantity import Quantity, constant, named_values
from calc.model.results import Row as Shown
from calc.model.results import Table
from calc.model.sources import SITE_RULE
from calc.model.tables import Row

SAME = "the same"
CROSSES = "What crosses an edge"
OLDEST, YOUNGEST = (constant(each, "a") for each in (120, 18))
"""The ages that are asked for."""
HALF = Fraction(1, 2)

LOWER_WITHIN = Caution(
    "lower-band-within-variation",
    CLEARANCE_OVERESTIMATED,
    f"Repeat the creatinine: one {VARIES}% higher gives {{short}}.",
    (
        CREATININE_VARIES.at("abstract"),
        SITE_RULE.at(f"a lower band within {VARIES}% of the creatinine"),
    ),
    f"A creatinine {VARIES}% higher, no more than it varies in one person, is in a lower band: "
    f"{{whole}}. In a review of 37 studies creatinine varied by {decimal(WITHIN_A_PERSON)}% in one "
    "person, as a coefficient of variation: about twice that holds most results of kidneys that do "
    "not change. Repeat the creatinine, or collect urine, before a dose that the next result may "
    "lower.",
)


def heading(per_kg: Quantity, regimen: Regimen) -> str:
    """Which band it is."""
    off_label = ", off label" if regimen.off_label else ""
    return f"Foscarnet, band {clearance_words.band(per_kg).result} mL/min/kg{off_label}"


def headline(dose: Dose, others: tuple[OtherDose, ...]) -> str:
    """The dose of the band, and what a tenth of creatinine either way would make of it."""
    said = dose_words.in_words(dose)
    if not others:
        return said
    more, less = (_as(_of(others, way), said) for way in ("higher", "lower"))
    if more == less == SAME:
        return f"{said}, and the same with a creatinine {VARIES}% lower or higher"
    return f"{said}. Creatinine {VARIES}% higher: {more}; {VARIES}% lower: {less}"


def _of(others: tuple[OtherDose, ...], way: str) -> OtherDose:
    """The dose with a creatinine as much higher, or lower, as it varies in one person."""
    return next(each for each in others if each.on.id == varied(way))


def _as(other: OtherDose, said: str) -> str:
    there = _dose(other)
    return SAME if there == said else there


def _dose(other: OtherDose) -> str:
    return dose_words.in_words(other.dose) if other.dose else "no dose"


def lower_within(
    others: tuple[OtherDose, ...], per_kg: Quantity, consequence: Consequence
) -> tuple[Caution, ...]:
    """The caution of a lower band, or of none, within what creatinine varies by in one person."""
    if not others:
        return ()
    there = _of(others, "higher").on.per_kg
    if label_row(there) == label_row(per_kg):
        return ()
    return (LOWER_WITHIN.filled(**consequence(there)._asdict()),)


def of_the_figure(cautions: tuple[Caution, ...]) -> tuple[Caution, ...]:
    """The doubts of the figure itself: those of an edge are what this answer is about."""
    edges = {clearance_words.NEAR_EDGE.id, clearance_words.OLDER_ASSAY.id}
    return tuple(each for each in cautions if each.id not in edges)


def sourced(comparison: Iterable[Table]) -> tuple[Table, ...]:
    """The other figures with the sources of what may be off."""
    return tuple(each._replace(cites=(*each.cites, *CITES)) for each in comparison)


def spans(kidneys: Kidneys, row: Row | None) -> dict[str, Span]:
    """Each figure of the patient that crosses an edge alone, by its name, with what is in a row."""
    match kidneys:
        case Estimated():
            by_unit = {
                f"creatinine_{unit}": falling(row, LOWEST_EDGE, creatinine_of(kidneys, unit), step)
                for unit, step in STEPS.items()
            }
            return {**by_unit, "age": falling(row, LOWEST_EDGE, age_of(kidneys), YEAR)}
        case Measured():
            return {
                "measured_clearance": rising(
                    row, LOWEST_EDGE, clearance_at(kidneys), TENTH_ML_PER_MIN
                ),
                "weight": falling(row, LOWEST_EDGE, weight_of(kidneys), TENTH_KG),
            }


def crossings(kidneys: Kidneys, per_kg: Quantity) -> tuple[Line, ...]:
    """What of the patient lowers the band, and what raises it, in printed digits."""
    found = spans(kidneys, label_row(per_kg))
    match kidneys:
        case Estimated():
            both = [found[f"creatinine_{unit}"] for unit in STEPS]
            more, less = ([_end(span, more) for span in both] for more in (True, False))
            creatinine = _either(_in_both(more, "more"), _in_both(less, "less"))
            return (
                Line(CROSSES, "Creatinine", creatinine),
                Line(CROSSES, "Birthday", _birthdays(found["age"])),
                Line(CROSSES, "Weight", "none: it cancels out of the estimated clearance per kg"),
            )
        case Measured():
            span, by = found["measured_clearance"], found["weight"]
            measured = _either(_or(span.before, "less"), _or(span.beyond, "more"))
            weight = _either(_or(by.beyond, "more"), _or(by.before, "less"))
            return (
                Line(CROSSES, "Measured clearance", measured),
                Line(CROSSES, "Weight", weight),
                Line(CROSSES, "Variation", "no source read says how a measured clearance varies"),
            )


def _end(span: Span, more: bool) -> Quantity | None:
    return span.beyond if more else span.before


def _or(figure: Quantity | None, which: str) -> str:
    return f"{figure.shown()} or {which}" if figure else ""


def _in_both(figures: list[Quantity | None], which: str) -> str:
    """A creatinine in both units: "1.01 mg/dL (89 umol/L) or more"."""
    mg, umol = figures
    return f"{mg.shown()} ({umol.shown()}) or {which}" if mg and umol else ""


def _either(lower: str, higher: str) -> str:
    """What lowers the band, and what raises it; no band is above the highest."""
    said = [f"{lower} lowers the band"] if lower else []
    if higher:
        said.append(f"{higher} raises it" if said else f"{higher} raises the band")
    return "; ".join(said)


def _birthdays(span: Span) -> str:
    """The birthday from which the band is lower, and the age up to which it was higher."""
    said = []
    if span.beyond and span.beyond <= OLDEST:
        said.append(f"at {span.beyond.number()} the band falls")
    if span.before and YOUNGEST <= span.before:
        said.append(f"up to the age of {span.before.number()} it would be higher")
    return "; ".join(said) or "none"


def values(kidneys: Kidneys, per_kg: Quantity) -> dict[str, Quantity]:
    """The figures beside the band as values of an outcome: creatinine in the unit typed."""
    found = spans(kidneys, label_row(per_kg))
    match kidneys:
        case Estimated():
            creatinine, age = found[f"creatinine_{kidneys.creatinine.unit}"], found["age"]
            return named_values(
                creatinine_lower_band=creatinine.beyond,
                creatinine_higher_band=creatinine.before,
                age_lower_band=age.beyond if age.beyond and age.beyond <= OLDEST else None,
            )
        case Measured():
            measured, weight = found["measured_clearance"], found["weight"]
            return named_values(
                measured_clearance_lower_band=measured.before,
                measured_clearance_higher_band=measured.beyond,
                weight_lower_band=weight.beyond,
                weight_higher_band=weight.before,
            )


def table(kidneys: Kidneys, per_kg: Quantity, weight: Quantity, regimen: Regimen) -> Table:
    """Each band of the label as this patient would reach it, with the dose there.

    All in the same hours: a day, or 48 hours where a dose is given every 48.
    """
    own = label_row(per_kg)
    doses = [(row, _inside(row, weight, regimen)) for row in regimen.table.rows]
    hours = same_hours(*(dose for _, dose in doses))
    heads: tuple[str, ...]
    match kidneys:
        case Estimated():
            heads = ("Creatinine, mg/dL", "In umol/L")
        case Measured():
            heads = ("Measured clearance, mL/min",)
    below = (*_measured(kidneys, None), f"below {regimen.table.lowest}", "none", "none")
    return Table(
        "Dose of this patient by what is measured",
        (*heads, "Label band, mL/min/kg", "Dose", f"In {hours.shown()}"),
        (
            *(_row(kidneys, row, dose, hours, row.low == (own and own.low)) for row, dose in doses),
            Shown("below", below, {}),
        ),
        (regimen.table.cite,),
    )


def _inside(row: Row, weight: Quantity, regimen: Regimen) -> Dose:
    """The dose of a row for a weight."""
    return dose_for(Quantity(row.high or row.low * 2, PER_KG), weight, regimen)


def _measured(kidneys: Kidneys, row: Row | None) -> list[str]:
    """What is measured in a band, in words."""
    found = spans(kidneys, row)
    return [span.words for name, span in found.items() if name not in ("age", "weight")]


def _row(kidneys: Kidneys, row: Row, dose: Dose, hours: Quantity, own: bool) -> Shown:
    """One band: what is measured in it, its name, its dose, and what the hours hold."""
    first, *rest = _measured(kidneys, row)
    first += ": this patient" if own else ""
    said = (row.band, dose_words.in_words(dose), dose.total_in(hours).shown())
    return Shown(f"from-{decimal(row.low)}", (first, *rest, *said), dose.values)


def scale(clearance: Clearance, creatinine: Quantity) -> Scale:
    """The creatinine, what it may be instead, and the one at the nearest edge."""
    unit, edge = creatinine.unit, clearance.edge_creatinine
    assert edge is not None
    marks = [Mark("as typed", creatinine)]
    for percent in (-VARIES, VARIES, OLDER_MOST):
        way = "higher" if percent > 0 else "lower"
        share = constant(1 + Fraction(percent, 100), "1")
        there = (creatinine * share).named("creatinine", unit)
        marks.append(Mark(f"{abs(percent)}% {way}", there))
    all_of_them = sorted((edge, *(mark.value for mark in marks)), key=lambda each: each.value)
    tenth = Quantity(STEPS[unit].value * 10, unit)
    low = (all_of_them[0] * constant(HALF, "1")).rounded_down_to(tenth)
    high = (all_of_them[-1] + tenth).rounded_up_to(tenth)
    limit = Mark("the nearest band edge", edge)
    return Scale("Creatinine, and what it may be", low, high, limit, tuple(marks))

"""What is said of a clearance and of its doubts."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from calc.clinical.doubts import (
    ASK,
    COLLECT,
    IN_WHOM,
    MUSCLE_SAYS,
    REFERENCE,
    TIMED_COLLECTION,
    reference_in,
)
from calc.clinical.foscarnet.clearance import (
    FEW_DATA_CLEARANCE,
    FEW_DATA_CREATININE,
    HIGH_CLEARANCE,
    LOWEST_EDGE,
    NEAR,
    OLDER_SCALE,
    Clearance,
    label_row,
)
from calc.clinical.foscarnet.hazards import FEW_DATA
from calc.clinical.foscarnet.label import INDUCTION, LOWEST
from calc.clinical.hazards import CLEARANCE_OVERESTIMATED
from calc.clinical.other_figures import OWN, other_figures
from calc.clinical.renal import KIDNEYS, in_unit
from calc.clinical.sources import (
    BERTINO,
    CLINCALC,
    LABEL,
    NEWER_ASSAYS,
    OVERDOSES,
    REICHLEY,
    ROUNDING,
    VETERANS,
)
from calc.model.outcomes import Caution, Line
from calc.model.quantity import Quantity, Step, constant
from calc.model.results import Row, Table
from calc.model.sources import SITE_RULE


class Follows(NamedTuple):
    """What follows from a clearance per kg: its band or its dose in short, and in full."""

    short: str
    whole: str


Consequence = Callable[[Quantity], Follows]
"""What follows from a clearance per kg, in words."""

NEAR_EDGE = Caution(
    "near-band-edge",
    CLEARANCE_OVERESTIMATED,
    "At or near the band edge {edge}. Across it: {short}.",
    (SITE_RULE.at(f"within {NEAR.shown()} of an edge and a quarter of the band"),),
    "The clearance, {clearance}, is at or close to the band edge at {edge}. Across it: {across}. "
    "{crossing}",
)
FLATTERING_CREATININE = Caution(
    "low-creatinine",
    CLEARANCE_OVERESTIMATED,
    f"Little muscle?{COLLECT} At {{reference}}: {{short}}.",
    (
        SITE_RULE.at(f"{IN_WHOM}, or a clearance above {HIGH_CLEARANCE.shown()}"),
        *MUSCLE_SAYS,
        ROUNDING.at("abstract"),
        BERTINO.at("abstract"),
        VETERANS.at("abstract"),
        REICHLEY.at("abstract"),
        OVERDOSES,
    ),
    "Creatinine {creatinine} may come of little muscle, not only of good kidneys. At {reference}: "
    f"{{at_reference}}.{ASK} The figure at {{reference}} is one more to weigh, not a rule; no "
    "source is about foscarnet. Against raising a low creatinine: all studies of a review advised "
    "against it, since drugs may be given in too low a dose, and in 33 patients the creatinine as "
    "measured agreed better with a measured clearance. For it: in 186 patients on gentamicin a "
    f"floor of {REFERENCE.shown()} made the formulas more precise, and in 50 veterans raising it "
    "to 1 mg/dL was less biased. Too much foscarnet has killed.",
)
GREAT_CLEARANCE = Caution(
    "high-clearance",
    CLEARANCE_OVERESTIMATED,
    f"A clearance of {{clearance}} is high.{ASK}",
    (SITE_RULE.at(f"a clearance above {HIGH_CLEARANCE.shown()}"), TIMED_COLLECTION),
)
GREAT_MEASURED = Caution(
    "high-clearance",
    CLEARANCE_OVERESTIMATED,
    "{clearance} measured is high. Ask whether more than 24 hours were collected.",
    (SITE_RULE.at(f"a clearance above {HIGH_CLEARANCE.shown()}"),),
)
ASSAYS = (
    "Newer values may be 5 to 20% lower than older ones, so that a clearance may no longer match "
    "dosing tables that rest on the older. Where it matters, a review says, a creatinine raised by "
    "5 to 20% may come closer to what the makers used. It does not speak of foscarnet's table."
)
OLDER_ASSAY = Caution(
    "older-assay",
    CLEARANCE_OVERESTIMATED,
    "Assays may read low. With {name}: {short}.",
    (
        NEWER_ASSAYS.at("abstract"),
        CLINCALC.at("creatinine assays"),
        SITE_RULE.at(f"a creatinine raised by {' and '.join(map(str, OLDER_SCALE))}%"),
    ),
    "The formula is older than today's creatinine assays, which may read lower. With {name}: "
    f"{{older}}. {ASSAYS}",
)
NEAR_EDGE_ON_BOTH_SCALES = NEAR_EDGE._replace(
    cites=NEAR_EDGE.cites + OLDER_ASSAY.cites,
    detail=f"{NEAR_EDGE.detail} It lies across with {{name}}, too. {ASSAYS}",
)
BELOW_BANDS = Caution(
    "below-label-bands",
    CLEARANCE_OVERESTIMATED,
    f"Below {LOWEST} mL/min/kg the label does not recommend foscarnet.",
    (LABEL.at(INDUCTION),),
)
FEW = Caution(
    "few-data",
    FEW_DATA,
    "There are few data on foscarnet with kidneys like these.",
    (
        LABEL.at("Warnings, renal impairment"),
        SITE_RULE.at("an estimated clearance counts as a measured one"),
    ),
    f"The label says so of a creatinine above {FEW_DATA_CREATININE.shown()} "
    f"({in_unit(FEW_DATA_CREATININE, 'umol/L').shown()}) at the start, and of a measured clearance "
    f"below {FEW_DATA_CLEARANCE.shown()}.",
)


def compared(clearance: Clearance) -> tuple[Table, ...]:
    """Other clearances that could be this patient's, each with its band; no table if none is."""
    rows = [
        Row(
            other.id,
            (other.name, other.beyond or other.per_kg.shown(), band(other.per_kg).result),
            other.values,
        )
        for other in clearance.others
    ]
    own = (OWN, clearance.per_kg.shown(), band(clearance.per_kg).result)
    return other_figures(("On", "Clearance per kg", "Label band"), own, rows)


def band(per_kg: Quantity) -> Step:
    """The label's band that holds the clearance, in words."""
    row = label_row(per_kg)
    words = row.band if row else f"below {LOWEST}, where foscarnet is not recommended"
    return Step(
        "label band",
        "the band of the label's dose tables that holds the clearance per kg, unrounded",
        f"{per_kg.shown()} is {words}",
        words,
        (LABEL.at(INDUCTION),),
    )


def with_its_band(per_kg: Quantity) -> Follows:
    """The label's band that holds a clearance per kg."""
    row, whole = label_row(per_kg), f"the band {band(per_kg).result}"
    return Follows(f"band {row.band}" if row else "not recommended", whole)


def _crossing(clearance: Clearance) -> str:
    """What creatinine would take the patient across the nearest edge; empty if it was measured."""
    crossing, per_kg, edge = clearance.edge_creatinine, clearance.per_kg, clearance.edge
    if crossing is None:
        return ""
    cut, up = crossing.shown(), crossing.rounded_up_to(constant(0.001, crossing.unit)).shown()
    if edge > LOWEST_EDGE:  # the edge is inside the band below it
        if per_kg <= edge:
            return f"A creatinine below {cut} would raise the band."
        return f"A creatinine of {up} or more would lower the band."
    if per_kg < edge:  # the lowest edge is inside the band above it
        return f"A creatinine of {cut} or less would bring it to {edge.shown()}."
    return f"A creatinine above {up} would take it below the label's table, where no dose is given."


def lines(clearance: Clearance) -> tuple[Line, ...]:
    """What a person reads of the kidneys: band, clearance, and how far the nearest edge is."""
    said = [Line(KIDNEYS, "Label band", f"{band(clearance.per_kg).result} (mL/min/kg)")]
    if clearance.clearance is not None:
        said.append(Line(KIDNEYS, "Clearance", clearance.clearance.shown()))
    away = f"{clearance.distance.shown()} from the edge at {clearance.edge.shown()}"
    said.append(Line(KIDNEYS, "Nearest band edge", f"{away}. {_crossing(clearance)}".strip()))
    return tuple(said)


def apart(lines: Collection[Line]) -> tuple[list[Line], list[Line]]:
    """Lines, and those of the kidneys, which led to the dose and come last at the bedside."""
    others = [line for line in lines if line.group != KIDNEYS]
    return others, [line for line in lines if line.group == KIDNEYS]


def cautions(clearance: Clearance, consequence: Consequence) -> tuple[Caution, ...]:
    """What may be wrong with a clearance, each with what would follow if it were."""
    said = []
    if clearance.too_good:
        said.append(_too_good(clearance, consequence))
    said += _of_another_band(clearance, consequence)
    if clearance.few_data:
        said.append(FEW)
    return tuple(said)


def _of_another_band(clearance: Clearance, consequence: Consequence) -> list[Caution]:
    """That another band may be this patient's: across the nearest edge, or on the older scale."""
    words = {"clearance": clearance.per_kg.shown(), "edge": clearance.edge.shown()}
    across = consequence(clearance.across.per_kg) if clearance.near else None
    near, said = NEAR_EDGE, []
    if clearance.older and clearance.say_older:
        older, words["name"] = consequence(clearance.older.per_kg), clearance.older.name
        if older == across:
            near = NEAR_EDGE_ON_BOTH_SCALES
        else:
            said.append(OLDER_ASSAY.filled(**words, short=older.short, older=older.whole))
    if across:
        words |= {"short": across.short, "across": across.whole}
        said.append(near.filled(**words, crossing=_crossing(clearance)))
    return said


def _too_good(clearance: Clearance, consequence: Consequence) -> Caution:
    """The caution of a clearance that may be too good to be true."""
    other, creatinine = clearance.at_reference, clearance.creatinine
    if creatinine is None:
        return GREAT_MEASURED.filled(clearance=clearance.per_kg.shown())
    if other is None:
        return GREAT_CLEARANCE.filled(clearance=clearance.per_kg.shown())
    there = consequence(other.per_kg)
    same = there == consequence(clearance.per_kg)
    return FLATTERING_CREATININE.filled(
        creatinine=creatinine.shown(),
        reference=reference_in(creatinine.unit).shown(),
        short="the same" if same else there.short,
        at_reference=f"still {there.whole}" if same else there.whole,
    )

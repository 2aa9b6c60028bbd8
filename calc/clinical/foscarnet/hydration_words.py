"""What is said of the fluid with foscarnet, the label's silence among it."""

from calc.clinical.foscarnet.hazards import GLUCOSE_AND_SODIUM, OVERDOSE
from calc.clinical.foscarnet.hydration import ELSEWHERE, HIGHEST_DAY, HIGHEST_DOSE, Hydration
from calc.clinical.foscarnet.label import INDUCTION
from calc.clinical.solutions import DEXTROSE
from calc.clinical.sources import DOSAGE, GLUCOSE_5, GLUCOSE_5_STEROIDS, LABEL
from calc.model.outcomes import Caution, Line, Tile
from calc.model.quantity import Quantity, Range
from calc.model.refusals import Refusal
from calc.model.sources import SITE_RULE

ELSEWHERE_WORDS = (
    f"{ELSEWHERE.volume} with every infusion: a Swiss text, a digest of a German one; UCSF with "
    "each later one"
)
SILENT = "the label gives no figure for this dose"
ABOVE_LABEL = Refusal(
    "dose-above-label",
    f"{{dose}} is above every dose of the label; the highest is {HIGHEST_DOSE.shown()}.",
    "Check the dose: the label says that its doses should not be exceeded.",
    (DOSAGE, SITE_RULE.at("a dose above the label")),
)
ABOVE_LABEL_DAY = Caution(
    "day-above-label",
    OVERDOSE,
    f"{{day}} in 24 hours is above every column of the label; its most is {HIGHEST_DAY.shown()}.",
    (LABEL.at(INDUCTION),),
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


def lines(hydration: Hydration, fluid: str) -> tuple[Line, ...]:
    """What a person reads of the fluid."""
    now = "Fluid before this first infusion" if hydration.first else "Fluid with this infusion"
    figure = f"{hydration.now.shown()} of {fluid}" if hydration.now else SILENT
    day = by_label_or_elsewhere(hydration.in_24_h, hydration.elsewhere_24_h, hydration.first)
    elsewhere = (Line("Fluid", "Other sources", ELSEWHERE_WORDS),)
    return (
        Line("Fluid", now, figure),
        *(() if hydration.in_24_h else elsewhere),
        Line("Fluid", "Hydration in 24 hours", f"{day} of {fluid}"),
    )


def tile(hydration: Hydration, fluid: str) -> Tile:
    """The fluid that goes with this infusion, beside what is set on its pump."""
    label = "Fluid before this first infusion" if hydration.first else "Fluid with this infusion"
    if hydration.now:
        return Tile(label, hydration.now.shown(), f"of {fluid}")
    return Tile(label, f"{ELSEWHERE.volume} by others", SILENT)


def too_much(day: Quantity) -> tuple[Caution, ...]:
    """The caution of more drug in 24 hours (mg/kg) than any column of the label gives."""
    return (ABOVE_LABEL_DAY.filled(day=day.shown()),) if day > HIGHEST_DAY else ()


def sugar(*fluids: str) -> tuple[Caution, ...]:
    """The caution of dextrose, if one of these fluids is that."""
    return (SUGAR,) if DEXTROSE in fluids else ()


def by_label_or_elsewhere(label: Range | None, elsewhere: Range | None, first: bool) -> str:
    """A range by the label, or that it is silent and what other sources' figure comes to.

    Before a `first` infusion the label is not silent: its own figure is counted there.
    """
    if label:
        return label.shown()
    assert elsewhere, "where the label is silent other sources are counted"
    silent, each = "label silent", f"{ELSEWHERE.volume} each"
    if first:
        silent, each = "label silent after the first", f"{ELSEWHERE.volume} for each later one"
    return f"{silent}; with {each}: {elsewhere.shown()}"

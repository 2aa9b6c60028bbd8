"""What is said of two texts side by side, and of how the Swiss one was read."""

from calc.clinical.conversions import HOURS_24
from calc.clinical.foscarnet import dose_words
from calc.clinical.foscarnet.clearance import FORMULA as US_FORMULA
from calc.clinical.foscarnet.hazards import OVERDOSE
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.foscarnet_swiss.beside import Beside
from calc.clinical.foscarnet_swiss.label import (
    BESIDE,
    FACTOR,
    FORMULA,
    OLD_TEXT_ONLY,
    TABLES,
    often,
)
from calc.clinical.hazards import CLEARANCE_OVERESTIMATED
from calc.clinical.renal import FEMALE_FACTOR, ONE_MG_PER_DL
from calc.clinical.sources import LABEL, SWISS_CHANGES
from calc.model.outcomes import Caution, Line
from calc.model.results import Pair, TwoColumns
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

US, SWISS = "US label", "Swiss text"

SCOPE = Check(
    "Adults. The US label, and the Swiss text of one product as its change log of 2023 prints it.",
    (LABEL.at("Dosage and Administration"), SWISS_CHANGES.at(TABLES)),
)
NONE_CHOSEN = Check(
    "Neither text is chosen here.",
    (SITE_RULE.at("two labels, none chosen"),),
    "The plan goes by the US label; where the other gives less, a pharmacist or an infection "
    "specialist may weigh it.",
)
MOVED = Caution(
    "formula-moves-the-row",
    CLEARANCE_OVERESTIMATED,
    "At the edge {edge}, in two bands by formula alone: weigh the lower dose.",
    (US_FORMULA, FORMULA, SITE_RULE.at("the edge is counted into the lower band by both")),
    "The two formulas alone put this patient into two bands: {us} by the US label, {swiss} by the "
    "Swiss text. "
    f"The Swiss formula multiplies umol/L by {FACTOR.decimal()}, where this site divides by "
    f"{ONE_MG_PER_DL.number()}: the Swiss clearance is always a little higher. So small a "
    "difference says nothing of the kidneys: measure again, and weigh the lower dose.",
)
SWISS_MORE = Caution(
    "swiss-day-is-more",
    OVERDOSE,
    "Give no more for it: the Swiss text has {apart} more in {hours}.",
    (LABEL.at("Dosage and Administration"), SITE_RULE.at("the larger of two is no target")),
    "More than the US label, that is: no reason to give more. "
    "The US label says that its dose, frequency and rate should not be exceeded.",
)


def swiss_in_words(found: Beside) -> str:
    """The Swiss dose and how often, in one breath: "20 mg/kg (1,400 mg) 3 times a day"."""
    swiss = found.swiss
    return f"{swiss.per_kg.shown()} ({swiss.dose.shown()}) {often(swiss.row)}"


def headline(found: Beside) -> str:
    """What 24 hours hold by both, and by how much the Swiss figure differs."""
    us, swiss, hours = found.us.day.shown(), found.swiss.day.shown(), HOURS_24.shown()
    if found.apart is None:
        return f"The same in any {hours} by both: {us}"
    way = "more" if found.swiss_is_more else "less"
    return (
        f"In any {hours} the Swiss dose is {found.apart.shown()} {way}: {swiss}, where the US "
        f"label gives {us}"
    )


def lines(found: Beside, regimen: Regimen, female: bool) -> tuple[Line, ...]:
    """What a person reads of both doses, of their formulas, and of how the Swiss row was read."""
    read = "of the new text and of the one that it replaced"
    if found.swiss.row in OLD_TEXT_ONLY:
        read = "of the text that was replaced; the copy read ends before this row of the new one"
    said = [
        Line(US, "Dose", dose_words.in_words(found.us)),
        Line(US, "Regimen", regimen.name),
        Line(SWISS, "Dose", swiss_in_words(found)),
        Line(SWISS, "Row read in", f"the change log of 2023: {read}"),
        Line(SWISS, "Formula", _formula(female)),
    ]
    if regimen.off_label:
        same = "neither text names zoster: in both, the column of the same full dose is used"
        said.append(Line("Use", "Zoster", same))
    return tuple(said)


def _formula(female: bool) -> str:
    words = f"creatinine in umol/L x {FACTOR.decimal()}, where this site divides by "
    words += ONE_MG_PER_DL.number()
    if female:
        words += (
            "; the line read has no factor for women, and the US label's "
            f"{FEMALE_FACTOR.number()} is used in it: without it the clearance would be higher"
        )
    return words


def columns(found: Beside, regimen: Regimen) -> TwoColumns:
    """Both texts in two columns: the same, or by how much the Swiss one is less or more."""
    us, swiss, hours = found.us, found.swiss, HOURS_24.shown()
    per_kg = (found.us_per_kg.shown(), found.swiss_per_kg.shown())
    return TwoColumns(
        "Both texts, figure by figure",
        ("Figure", US, SWISS),
        (
            Pair("clearance", "Clearance per kg", *per_kg),
            Pair("band", "Band, mL/min/kg", found.us_row.band, swiss.row.band),
            Pair("often", "How often", often(found.us_row), often(swiss.row)),
            Pair("dose_per_kg", "Each infusion, per kg", us.per_kg, swiss.per_kg),
            Pair("dose", "Each infusion", us.dose, swiss.dose),
            Pair("dose_per_kg_24_h", f"In any {hours}, per kg", us.day_per_kg, swiss.day_per_kg),
            Pair("dose_24_h", f"In any {hours}", us.day, swiss.day),
        ),
        (regimen.table.cite, BESIDE[regimen.table].cite, US_FORMULA, FORMULA),
    )


def cautions(found: Beside) -> tuple[Caution, ...]:
    """What may mislead in the comparison: an edge, or a Swiss day that is larger."""
    said = []
    if found.moved:
        bands = {"us": found.us_row.band, "swiss": found.swiss.row.band}
        said.append(MOVED.filled(edge=found.edge.shown(), **bands))
    if found.swiss_is_more and found.apart:
        said.append(SWISS_MORE.filled(apart=found.apart.shown(), hours=HOURS_24.shown()))
    return tuple(said)

"""The rows as tables to work by, read off those that compute."""

from calc.clinical.body_surface import PER_173
from calc.clinical.oral_antiviral.label import REGIMENS, TEXTS, Purpose, Regimen
from calc.clinical.tablets import Tablets
from calc.model import units
from calc.model.tables import Table

HEADS = ("Tablets, and whose text", "Clearance, mL/min", "Dose")


def _named(tablets: Tablets, purpose: Purpose) -> list[tuple[str, Regimen]]:
    """The regimens of some tablets, once where both texts have the same rows."""
    found = [(text, REGIMENS.get((tablets, purpose, text.id))) for text in TEXTS]
    there = [(text, regimen) for text, regimen in found if regimen is not None]
    if len(there) == len(TEXTS) and there[0][1].rows == there[1][1].rows:
        both = " and ".join(text.name for text, _ in there)
        return [(f"{tablets.capitalize()}, {both}", there[0][1])]
    return [(f"{tablets.capitalize()}, {text.name}", regimen) for text, regimen in there]


def _for_each(regimen: Regimen) -> str:
    """That clearance is counted for an area, where it is."""
    return f" ({units.for_people(PER_173)})" if regimen.unit == PER_173 else ""


def _table(purpose: Purpose, caption: str) -> Table:
    names: tuple[Tablets, ...] = ("aciclovir", "valaciclovir", "famciclovir")
    regimens = [each for tablets in names for each in _named(tablets, purpose)]
    rows = [
        (f"{name}{_for_each(regimen)}", row.words, row.gives.words)
        for name, regimen in regimens
        for row in regimen.rows
    ]
    rows += [
        (name, "in sessions of dialysis", each.on_haemodialysis.words) for name, each in regimens
    ]
    keys = {(tablets, purpose, text.id) for tablets in names for text in TEXTS} & REGIMENS.keys()
    sources = {str(cite.source) for key in keys for cite in REGIMENS[key].cites}
    return Table(f"{caption} Sources: {'; '.join(sorted(sources))}.", HEADS, tuple(rows))


BETWEEN = (
    "A clearance between two rows, or printed in both, takes the lower dose, by this site's rule."
)
AFTER = (
    "On days of haemodialysis the dose that is due is given after the session, and none is added, "
    "by this site's rule."
)
TO_TREAT = _table(
    "zoster",
    f"Zoster, by mouth, by clearance. {BETWEEN} {AFTER} Of aciclovir a study found the dose on "
    "haemodialysis too high. Famciclovir's rows for the kidneys are restated by others: they were "
    "not reached in the US label, nor in the UK text.",
)
TO_PREVENT = _table(
    "prophylaxis",
    "Prophylaxis by mouth, by clearance: the nearest rows, which are for herpes simplex. "
    f"{BETWEEN} {AFTER}",
)

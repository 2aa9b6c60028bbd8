"""The whole list as a table, the most dangerous first, to look up by hand."""

from calc.clinical.foscarnet_interactions.drug import Drug
from calc.clinical.foscarnet_interactions.fluids import DRUGS
from calc.clinical.foscarnet_interactions.standing import NOT_SAFE
from calc.model.tables import Table


def _row(drug: Drug) -> tuple[str, ...]:
    label = f"{drug.label} ({', '.join(drug.names)})" if drug.names else drug.label
    marks: dict[str, list[str]] = {}
    for claim in drug.claims:
        of = marks.setdefault(claim.words, [])
        if claim.proof.value not in of:
            of.append(claim.proof.value)
    does = "; ".join(f"{words} ({', '.join(by)})" for words, by in marks.items())
    return label, drug.level.words, does


def _by_level(drug: Drug) -> tuple[int, str]:
    return drug.level.rank, drug.label


LIST = Table(
    f"All {len(DRUGS)} drugs of the list, the most dangerous first. {NOT_SAFE}",
    ("Drug (other names)", "How dangerous", "What it does (how it is known)"),
    tuple(_row(each) for each in sorted(DRUGS, key=_by_level)),
    strong=1,
)

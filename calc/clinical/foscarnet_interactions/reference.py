"""The whole list as a table, to look up by hand, and what the marks of proof mean."""

from calc.clinical.foscarnet_interactions.drug import Drug, Level, Proof
from calc.clinical.foscarnet_interactions.fluids import DRUGS
from calc.clinical.foscarnet_interactions.standing import NOT_SAFE
from calc.clinical.foscarnet_interactions.words import known
from calc.model.tables import Table


def _row(drug: Drug) -> tuple[str, ...]:
    does = "; ".join(dict.fromkeys(claim.words for claim in drug.claims))
    return (drug.label, ", ".join(drug.names), drug.level.words, does, known(drug))


def _by_level(drug: Drug) -> tuple[int, str]:
    return drug.level.rank, drug.label


LIST = Table(
    f"All {len(DRUGS)} drugs of the list, {', '.join(each.words.lower() for each in Level)}. "
    f"{NOT_SAFE}",
    ("Drug", "Other names", "How dangerous", "What it does", "How it is known"),
    tuple(_row(each) for each in sorted(DRUGS, key=_by_level)),
    strong=2,
)
PROOFS = Table(
    "How it is known: what the words in brackets mean.",
    ("Mark", "What was seen"),
    tuple((each.value, each.long) for each in Proof),
)

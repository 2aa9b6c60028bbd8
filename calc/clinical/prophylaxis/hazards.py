"""What can go wrong with prophylaxis, the most dangerous first."""

from calc.model.outcomes import Hazard

HARMS = {
    "prophylaxis-not-held": "A strain that the same drug does not hold: zoster in spite of it.",
    "prophylaxis-overdose": "Aciclovir that builds up in failing kidneys: confusion.",
    "prophylaxis-too-short": "Prophylaxis that ends too soon: zoster again.",
    "immunoglobulin-misjudged": "Immunoglobulin given, or withheld, on a level that misleads.",
}

NOT_HELD, OVERDOSE, TOO_SHORT, MISJUDGED = (
    Hazard(rank, id, harm) for rank, (id, harm) in enumerate(HARMS.items())
)

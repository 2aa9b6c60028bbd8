"""What can harm a patient who takes other drugs beside foscarnet, the most dangerous first."""

from calc.model.outcomes import Hazard

HARMS = {
    "together-forbidden": "Foscarnet beside a drug that must not be given with it: death.",
    "together-precipitate": "A drug or salt that precipitates in foscarnet's line.",
    "together-calcium": "Two drugs that lower calcium: a seizure, an arrhythmia.",
    "together-qt": "Drugs that prolong QT beside foscarnet: torsades de pointes.",
    "together-kidneys": "Drugs that harm the kidneys beside foscarnet: kidneys that fail.",
    "together-seizures": "Drugs that make seizures likelier beside foscarnet.",
    "together-not-checked": "A drug that nobody looked up, taken for safe.",
}

FORBIDDEN, PRECIPITATE, LOW_CALCIUM, TORSADES, KIDNEYS, SEIZURES, NOT_CHECKED = (
    Hazard(rank, id, harm) for rank, (id, harm) in enumerate(HARMS.items())
)

"""What can harm a patient whose electrolytes are read, the most dangerous first."""

from calc.model.outcomes import Hazard

HARMS = {
    "electrolytes-hidden-calcium": "A low ionised calcium behind a normal total or corrected one: "
    "a seizure, an arrhythmia.",
    "electrolytes-falsified": "A result that a paraprotein falsifies: a low value missed, or a "
    "false high one treated.",
}

HIDDEN_CALCIUM, FALSIFIED = (
    Hazard(rank, id, harm) for rank, (id, harm) in enumerate(HARMS.items())
)

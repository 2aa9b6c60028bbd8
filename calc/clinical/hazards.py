"""What can harm a patient on any drug that is given by weight or by the kidneys.

A drug's own hazards are more dangerous, at ranks 1 and 2, or less, from rank 5 on. Those of
aciclovir stand here too: it is given by vein and by mouth.
"""

from calc.model.outcomes import Hazard

CLEARANCE_OVERESTIMATED = Hazard(
    3,
    "clearance-overestimated",
    "Kidneys taken for better than they are: a dose that is too high.",
)
WRONG_WEIGHT = Hazard(
    4, "wrong-weight", "A dose worked out for a weight that is not this patient's."
)
BUILD_UP = Hazard(
    2, "build-up", "Drug that the kidneys do not clear: more harm to them, confusion, coma."
)
TOO_LITTLE = Hazard(
    5, "too-little", "Kidneys taken for worse than they are: too little drug, and herpes spreads."
)

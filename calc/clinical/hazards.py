"""What can harm a patient on any drug that is given by weight and by the kidneys.

A drug's own hazards are more dangerous, at ranks 1 and 2, or less, from rank 5 on.
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

"""What can harm a patient on foscarnet beside a wrong clearance or weight, at ranks 3 and 4."""

from calc.model.outcomes import Hazard

OVERDOSE = Hazard(
    1, "overdose", "More drug in a day than this patient can take: seizures, coma, death."
)
TOO_FAST = Hazard(
    2, "too-fast", "Drug run in too fast: calcium falls, with tingling, cramp or seizures."
)
OFF_MINERALS = Hazard(
    2,
    "minerals",
    "Calcium, magnesium, potassium or phosphate far outside its limits: a seizure, an arrhythmia.",
)
DRIFTING = Hazard(
    5, "minerals-drifting", "Minerals a little off, which the next infusion moves further: cramp."
)
FEW_DATA = Hazard(5, "few-data", "A dose that was tried in few patients like this one.")
OFF_COLUMN = Hazard(
    6, "off-column", "A dose that no column of the label gives: a slip, too much or too little."
)
WRONG_VOLUME = Hazard(7, "wrong-volume", "More drug hung than was ordered.")
GLUCOSE_AND_SODIUM = Hazard(8, "glucose-and-sodium", "Glucose that rises, sodium that falls.")

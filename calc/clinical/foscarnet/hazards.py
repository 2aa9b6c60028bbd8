"""What can harm a patient on foscarnet, the most dangerous first: each caution names its hazard."""

from calc.model.outcomes import Hazard

HARMS = {
    "overdose": "More drug in a day than this patient can take: seizures, coma, death.",
    "too-fast": "Drug run in too fast: calcium falls, with tingling, cramp or seizures.",
    "clearance-overestimated": "Kidneys taken for better than they are: a dose that is too high.",
    "wrong-weight": "A dose worked out for a weight that is not this patient's.",
    "few-data": "A dose that was tried in few patients like this one.",
    "off-column": "A dose that no column of the label gives: a slip, too much or too little.",
    "wrong-volume": "More drug hung than was ordered.",
    "glucose-and-sodium": "Glucose that rises, sodium that falls.",
}

(
    OVERDOSE,
    TOO_FAST,
    CLEARANCE_OVERESTIMATED,
    WRONG_WEIGHT,
    FEW_DATA,
    OFF_COLUMN,
    WRONG_VOLUME,
    GLUCOSE_AND_SODIUM,
) = (Hazard(rank, id, harm) for rank, (id, harm) in enumerate(HARMS.items(), 1))

"""The figures of the certainty of a band that a page may state, by name."""

from calc.clinical.foscarnet_certainty.variation import (
    CANCER_BIAS,
    CANCER_ERROR,
    VARIES,
    WITHIN_A_PERSON,
)
from calc.model.digits import decimal

FIGURES = {
    "creatinine-varies": f"{decimal(WITHIN_A_PERSON)}%",
    "creatinine-varies-twice": f"{VARIES}%",
    "formula-bias": f"{CANCER_BIAS}%",
    "formula-error": f"{CANCER_ERROR}%",
}

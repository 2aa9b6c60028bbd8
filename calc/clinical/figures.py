"""The figures of no drug that a page may state, by name, as the calculators use them."""

from calc.clinical.doubts import LOW_CREATININE, OLD, REFERENCE
from calc.clinical.renal import ONE_MG_PER_DL
from calc.clinical.weight import THIN, THIN_AT_ANY_HEIGHT
from calc.model.quantity import Quantity

FIGURES: dict[str, Quantity] = {
    "creatinine-1-mg-per-dl": ONE_MG_PER_DL,
    "low-creatinine": LOW_CREATININE,
    "reference-creatinine": REFERENCE,
    "old": OLD,
    "thin": THIN,
    "thin-at-any-height": THIN_AT_ANY_HEIGHT,
}

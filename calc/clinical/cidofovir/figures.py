"""The figures of cidofovir that a page may state, by name, as the calculator uses them."""

from calc.clinical.cidofovir.label import (
    AFTER,
    ALL_TABLETS,
    BARRING_CLEARANCE,
    BARRING_PROTEIN,
    BEFORE,
    CHECKED_WITHIN,
    DILUENT,
    FULL,
    HIGHEST_CREATININE,
    INFUSION,
    LEAST_RISE,
    LITRE,
    LITRE_AFTER,
    LITRE_BEFORE,
    MOST_RISE,
    REDUCED,
    STOPPING_RISE,
)
from calc.model.quantity import Quantity

FIRST, SECOND = AFTER

FIGURES: dict[str, Quantity | str] = {
    "cidofovir-dose": FULL,
    "cidofovir-reduced": REDUCED,
    "cidofovir-creatinine": HIGHEST_CREATININE,
    "cidofovir-clearance": BARRING_CLEARANCE,
    "cidofovir-protein": BARRING_PROTEIN,
    "cidofovir-checked": CHECKED_WITHIN,
    "cidofovir-diluent": DILUENT,
    "cidofovir-infusion": INFUSION,
    "cidofovir-rise-least": LEAST_RISE,
    "cidofovir-rise-most": MOST_RISE,
    "cidofovir-rise-stops": STOPPING_RISE,
    "cidofovir-rise-reduces": f"{LEAST_RISE.decimal()} to {MOST_RISE.shown()}",
    "probenecid-before": BEFORE.dose,
    "probenecid-before-hours": BEFORE.apart,
    "probenecid-after": FIRST.dose,
    "probenecid-first-after": FIRST.apart,
    "probenecid-second-after": SECOND.apart,
    "probenecid-all": ALL_TABLETS,
    "cidofovir-litre": LITRE,
    "cidofovir-litre-before": LITRE_BEFORE.shown(),
    "cidofovir-litre-after": LITRE_AFTER.shown(),
}
"""Each figure: a quantity, or words."""

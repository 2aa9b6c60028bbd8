"""The limits of every value as a table: to read, and to work by hand."""

from calc.clinical.electrocardiogram import LONG
from calc.clinical.electrolytes.ecg_words import QTC_WITHIN
from calc.clinical.mineral_limits import ALL, IONISED, MAGNESIUM, PHOSPHATE, TOTAL, Bands
from calc.clinical.minerals import MG_DL
from calc.model.digits import for_people
from calc.model.sources import SITE_RULE
from calc.model.tables import Table

FACTORS = {
    IONISED: MG_DL["calcium"],
    TOTAL: MG_DL["calcium"],
    MAGNESIUM: MG_DL["magnesium"],
    PHOSPHATE: MG_DL["phosphate"],
}


def _row(bands: Bands) -> tuple[str, ...]:
    return (bands.name, bands.treated_now, bands.within)


LIMITS = Table(
    "By these limits each value is judged. They are of guidelines for patients in general, named "
    f"under each answer; where they differ, the earlier one: {SITE_RULE.title.lower()}.",
    ("Value", "Treat now", "Within"),
    (
        *map(_row, ALL),
        ("QTc", f"above {LONG.shown()}", QTC_WITHIN),
    ),
    strong=1,
)
CONVERSIONS = Table(
    "From mmol/L to mg/dL. Potassium is the same in mEq/L.",
    ("Value", "mg/dL in 1 mmol/L"),
    tuple((bands.name, for_people(factor)) for bands, factor in FACTORS.items()),
)

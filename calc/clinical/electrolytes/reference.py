"""The limits of every value as a table: to read, and to work by hand."""

from calc.clinical.electrolytes.inputs import MG_DL
from calc.clinical.electrolytes.thresholds import ALL, IONISED, MAGNESIUM, PHOSPHATE, TOTAL, Bands
from calc.clinical.qtc import LONG
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
    factor = FACTORS.get(bands)
    also = for_people(factor) if factor else "the same in mEq/L"
    return (bands.name, bands.lowest, bands.within, bands.highest, also)


LIMITS = Table(
    "By these limits each value is judged. They are of guidelines for patients in general, named "
    f"under each answer; where they differ, the earlier one: {SITE_RULE.title.lower()}.",
    ("Value", "Treat now", "Within", "Treat now, high", "mg/dL in 1 mmol/L"),
    (
        *map(_row, ALL),
        ("QTc", f"above {LONG.shown()}", f"{LONG.shown()} or less", "", ""),
    ),
    strong=1,
)

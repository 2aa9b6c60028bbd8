"""The bands as a table to work by, read off the rows that compute."""

from calc.clinical.aciclovir.inputs import SIMPLEX, ZOSTER, Infection
from calc.clinical.aciclovir.label import BANDS, TEXTS, Band
from calc.model import units
from calc.model.quantity import Quantity, constant
from calc.model.tables import Table

UNITS_OF_TEXTS = "; ".join(f"{text.name}: {units.for_people(text.unit)}" for text in TEXTS)
SOURCES = "; ".join(str(text.kidneys[0].source) for text in TEXTS)


def dose_in(band: Band, infection: Infection) -> str:
    """The dose of an infection in a band, in words."""
    per_kg = Quantity(infection.full.value * band.share, "mg/kg")
    return f"{per_kg.shown()} every {constant(band.every, 'h').shown()}"


DOSES = Table(
    f"Intravenous aciclovir by clearance ({UNITS_OF_TEXTS}). An edge that is printed in two rows "
    f"takes the lower dose, by this site's rule. The UK text has the lowest row on dialysis only: "
    f"without it that row is this site's rule. Sources: {SOURCES}.",
    ("Clearance", ZOSTER.name, SIMPLEX.name),
    tuple((band.words, dose_in(band, ZOSTER), dose_in(band, SIMPLEX)) for band in BANDS),
)

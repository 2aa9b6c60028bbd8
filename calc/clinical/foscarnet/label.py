"""The six columns of the US label's renal dose tables, typed row by row as the label prints them.

They were read in a reprint of the label and in a transcription apart from it; both agree cell for
cell. The per-dose figure is not monotonic across bands, because the interval lengthens: that is the
label, not a slip.

Requirement R-TWICE: Each dose table is typed twice, apart, and the rows that compute are compared
cell by cell.
"""

from dataclasses import dataclass

from calc.clinical.renal import PER_KG
from calc.clinical.sources import DOSAGE, LABEL
from calc.model import tables
from calc.model.quantity import constant
from calc.model.refusals import Refusal
from calc.model.sources import SITE_RULE
from calc.model.tables import By, DoseTable

INDUCTION = "Dosage and Administration, induction dose table"
MAINTENANCE = "Dosage and Administration, maintenance dose table"

# "< 0.4 not recommended"; "discontinue if creatinine clearance drops below 0.4 mL/min/kg"
BELOW_TABLE = Refusal(
    "clearance-below-0.4",
    "Foscarnet is not recommended: the clearance, {value}, is below {lowest}, where the "
    "label's table ends.",
    "If foscarnet is running, the label says to stop it. Look for a cause that can be mended, take "
    "the creatinine again, and ask an infection specialist and a renal pharmacist what else to "
    "use.",
    (LABEL.at(INDUCTION), LABEL.at("Patient Monitoring"), SITE_RULE.at("what to do instead")),
)
BY_CLEARANCE = By(
    "clearance_per_kg", PER_KG, "clearance per kg", "dose per kg", "Dose and interval"
)


@dataclass(frozen=True, kw_only=True)
class Row(tables.Row):
    """A band of the label, which gives mg for each kg."""

    unit: str = "mg/kg"


def _induction(disease: str, rows: tuple[Row, ...]) -> DoseTable:
    """A column of the label's induction table, named by its dose for normal kidneys."""
    full = rows[0].dose
    cite = LABEL.at(f"{INDUCTION}, {disease} {full}")
    return DoseTable(f"{disease}, {full}", cite, rows, BELOW_TABLE, BY_CLEARANCE)


def _maintenance(disease: str, rows: tuple[Row, ...]) -> DoseTable:
    """A column of the label's maintenance table, named likewise."""
    cite = LABEL.at(f"{MAINTENANCE}, {constant(rows[0].give, 'mg/kg').shown()}")
    return DoseTable(
        f"{disease} maintenance, {rows[0].dose}", cite, rows, BELOW_TABLE, BY_CLEARANCE
    )


# fmt: off
# Herpes simplex, "equivalent to 80 mg/kg/day total (40 mg/kg every 12 hours)"
HSV_EVERY_12_H = _induction("HSV", (
        Row(above=1.4,                give=40, every=12),
        Row(above=1.0,    up_to=1.4,  give=30, every=12),
        Row(above=0.8,    up_to=1.0,  give=20, every=12),
        Row(above=0.6,    up_to=0.8,  give=35, every=24),
        Row(above=0.5,    up_to=0.6,  give=25, every=24),
        Row(at_least=0.4, up_to=0.5,  give=20, every=24),
    ))

# Herpes simplex, "equivalent to 120 mg/kg/day total (40 mg/kg every 8 hours)"
HSV_EVERY_8_H = _induction("HSV", (
        Row(above=1.4,                give=40, every=8),
        Row(above=1.0,    up_to=1.4,  give=30, every=8),
        Row(above=0.8,    up_to=1.0,  give=35, every=12),
        Row(above=0.6,    up_to=0.8,  give=25, every=12),
        Row(above=0.5,    up_to=0.6,  give=40, every=24),
        Row(at_least=0.4, up_to=0.5,  give=35, every=24),
    ))

# CMV retinitis, "equivalent to 180 mg/kg/day total (60 mg/kg every 8 hours)"
CMV_60_EVERY_8_H = _induction("CMV", (
        Row(above=1.4,                give=60, every=8),
        Row(above=1.0,    up_to=1.4,  give=45, every=8),
        Row(above=0.8,    up_to=1.0,  give=50, every=12),
        Row(above=0.6,    up_to=0.8,  give=40, every=12),
        Row(above=0.5,    up_to=0.6,  give=60, every=24),
        Row(at_least=0.4, up_to=0.5,  give=50, every=24),
    ))

# CMV retinitis, "equivalent to 180 mg/kg/day total (90 mg/kg every 12 hours)"
CMV_90_EVERY_12_H = _induction("CMV", (
        Row(above=1.4,                give=90, every=12),
        Row(above=1.0,    up_to=1.4,  give=70, every=12),
        Row(above=0.8,    up_to=1.0,  give=50, every=12),
        Row(above=0.6,    up_to=0.8,  give=80, every=24),
        Row(above=0.5,    up_to=0.6,  give=60, every=24),
        Row(at_least=0.4, up_to=0.5,  give=50, every=24),
    ))

# CMV retinitis, maintenance, "equivalent to 90 mg/kg/day (once daily)"
CMV_MAINTENANCE_90 = _maintenance("CMV", (
        Row(above=1.4,                give=90, every=24),
        Row(above=1.0,    up_to=1.4,  give=70, every=24),
        Row(above=0.8,    up_to=1.0,  give=50, every=24),
        Row(above=0.6,    up_to=0.8,  give=80, every=48),
        Row(above=0.5,    up_to=0.6,  give=60, every=48),
        Row(at_least=0.4, up_to=0.5,  give=50, every=48),
    ))

# CMV retinitis, maintenance, "equivalent to 120 mg/kg/day (once daily)"
CMV_MAINTENANCE_120 = _maintenance("CMV", (
        Row(above=1.4,                give=120, every=24),
        Row(above=1.0,    up_to=1.4,  give=90,  every=24),
        Row(above=0.8,    up_to=1.0,  give=65,  every=24),
        Row(above=0.6,    up_to=0.8,  give=105, every=48),
        Row(above=0.5,    up_to=0.6,  give=80,  every=48),
        Row(at_least=0.4, up_to=0.5,  give=65,  every=48),
    ))
# fmt: on

COLUMNS = (
    HSV_EVERY_12_H,
    HSV_EVERY_8_H,
    CMV_60_EVERY_8_H,
    CMV_90_EVERY_12_H,
    CMV_MAINTENANCE_90,
    CMV_MAINTENANCE_120,
)

# "24 mg/mL may be used with or without dilution" through a central line; through a peripheral vein
# it "must be diluted to 12 mg/mL"
SUPPLIED = constant(24, "mg/mL", "concentration as supplied", DOSAGE)
DILUTED = constant(12, "mg/mL", "concentration to infuse", DOSAGE)
LEAST_DOSE = min(row.give for table in COLUMNS for row in table.rows)
GREATEST_DOSE = max(row.give for table in COLUMNS for row in table.rows)
"""The least and the greatest single dose of all columns, mg/kg."""

FULL_DOSES = tuple(sorted({table.rows[0].give for table in COLUMNS}))
"""The single doses for normal kidneys, mg/kg."""

BAND_EDGES = HSV_EVERY_8_H.edges
"""The edges of the label's bands, mL/min/kg: the same in all six columns."""

LOWEST = HSV_EVERY_8_H.lowest
"""The edge below which no column gives a dose, mL/min/kg, as text."""

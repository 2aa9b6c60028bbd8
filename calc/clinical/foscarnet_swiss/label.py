"""The Swiss dose tables of Foscarnet Ideogen, typed row by row as its change log prints them.

The log of 23 May 2023, in French, was read in a copy that ends within its last table. It prints the
text that was replaced and the new one: of the replaced all rows were read, of the new all but the
last three of herpes simplex. What was read of both is the same. It prints no heads: the table that
begins with the dose of herpes simplex is taken as that of herpes simplex.
"""

from calc.clinical.conversions import HOURS_24
from calc.clinical.foscarnet import label as us
from calc.clinical.foscarnet.label import Row
from calc.clinical.sources import LABEL, SWISS_CHANGES
from calc.model import tables
from calc.model.quantity import constant
from calc.model.refusals import Refusal
from calc.model.sources import SITE_RULE
from calc.model.tables import DoseTable

READ_ON = "change log of 23 May 2023"
TABLES = f"dose tables, {READ_ON}"
FORMULA = SWISS_CHANGES.at(f"creatinine clearance formula, {READ_ON}")

# "CrCl (ml/min/kg) = (140 - âge en années) : Créatininémie (µmol/l) × 0,01131 × 72", read with all
# that follows the colon below the line, as the US label has it
FACTOR = constant(0.01131, "mg.L/umol/dL", "", FORMULA, without_unit=True)

BELOW_BOTH = Refusal(
    "clearance-below-both-tables",
    "No dose is given by either text: the clearance by the US label's formula, {value}, is "
    "below {lowest}, where both tables end.",
    "If foscarnet is running, the US label says to stop it. Take the creatinine again, and ask an "
    "infection specialist and a renal pharmacist what else to use.",
    (
        LABEL.at(us.INDUCTION),
        LABEL.at("Patient Monitoring"),
        SWISS_CHANGES.at(TABLES),
        SITE_RULE.at("by the US label's formula, whose figure is the lower one"),
    ),
)
NO_SUCH_REGIMEN = Refusal(
    "no-swiss-regimen",
    f"The Swiss text that was read has no {us.HSV_EVERY_12_H.rows[0].dose} for herpes simplex: "
    "there is nothing to set beside it.",
    "For the US label's dose use the plan. The Swiss text gives herpes simplex three times a day: "
    f"choose {us.HSV_EVERY_8_H.rows[0].dose} to see it beside the US label's.",
    (SWISS_CHANGES.at(TABLES), SITE_RULE.at("no regimen is set beside another one")),
)


def _table(use: str, *rows: Row) -> DoseTable:
    full = f"{rows[0].give} mg/kg {often(rows[0])}"
    return DoseTable(
        f"Swiss, {use}, {full}",
        SWISS_CHANGES.at(f"{use}, {TABLES}"),
        rows,
        BELOW_BOTH,
        us.BY_CLEARANCE,
    )


def often(row: tables.Row) -> str:
    """How often a row gives its dose, as the Swiss text has it: "3 times a day"."""
    a_day = HOURS_24.value / row.every
    if a_day < 1:
        return f"every {constant(1 / a_day, 'd').shown()}"
    return "once a day" if a_day == 1 else f"{a_day} times a day"


# fmt: off
# ">1,4 40 3x /jour" ... "0,5 - ≥0,4 15 2x /jour"
HSV = _table("herpes simplex",
        Row(above=1.4,                give=40, every=8),
        Row(above=1.0,    up_to=1.4,  give=30, every=8),
        Row(above=0.8,    up_to=1.0,  give=20, every=8),
        Row(above=0.6,    up_to=0.8,  give=25, every=12),
        Row(above=0.5,    up_to=0.6,  give=20, every=12),
        Row(at_least=0.4, up_to=0.5,  give=15, every=12),
    )

# ">1,4 90 2x /jour 60 3x /jour", the first of its two columns
CMV_90 = _table("CMV induction",
        Row(above=1.4,                give=90, every=12),
        Row(above=1.0,    up_to=1.4,  give=70, every=12),
        Row(above=0.8,    up_to=1.0,  give=50, every=12),
        Row(above=0.6,    up_to=0.8,  give=80, every=24),
        Row(above=0.5,    up_to=0.6,  give=60, every=24),
        Row(at_least=0.4, up_to=0.5,  give=50, every=24),
    )

# the second of its two columns
CMV_60 = _table("CMV induction",
        Row(above=1.4,                give=60, every=8),
        Row(above=1.0,    up_to=1.4,  give=45, every=8),
        Row(above=0.8,    up_to=1.0,  give=35, every=8),
        Row(above=0.6,    up_to=0.8,  give=40, every=12),
        Row(above=0.5,    up_to=0.6,  give=30, every=12),
        Row(at_least=0.4, up_to=0.5,  give=25, every=12),
    )

# ">1,4 90 - 120 1x /jour": the lower end of each range
MAINTENANCE_90 = _table("CMV maintenance",
        Row(above=1.4,                give=90, every=24),
        Row(above=1.0,    up_to=1.4,  give=70, every=24),
        Row(above=0.8,    up_to=1.0,  give=50, every=24),
        Row(above=0.6,    up_to=0.8,  give=80, every=48),
        Row(above=0.5,    up_to=0.6,  give=60, every=48),
        Row(at_least=0.4, up_to=0.5,  give=50, every=48),
    )

# the upper end of each range
MAINTENANCE_120 = _table("CMV maintenance",
        Row(above=1.4,                give=120, every=24),
        Row(above=1.0,    up_to=1.4,  give=90,  every=24),
        Row(above=0.8,    up_to=1.0,  give=65,  every=24),
        Row(above=0.6,    up_to=0.8,  give=105, every=48),
        Row(above=0.5,    up_to=0.6,  give=80,  every=48),
        Row(at_least=0.4, up_to=0.5,  give=65,  every=48),
    )
# fmt: on

COLUMNS = (HSV, CMV_90, CMV_60, MAINTENANCE_90, MAINTENANCE_120)

OLD_TEXT_ONLY = HSV.rows[3:]
"""The rows of herpes simplex that were read in the replaced text alone."""

BESIDE = {
    us.HSV_EVERY_8_H: HSV,
    us.CMV_60_EVERY_8_H: CMV_60,
    us.CMV_90_EVERY_12_H: CMV_90,
    us.CMV_MAINTENANCE_90: MAINTENANCE_90,
    us.CMV_MAINTENANCE_120: MAINTENANCE_120,
}
"""The Swiss table of the same full dose as a US one; the twelve-hourly one of HSV has none."""

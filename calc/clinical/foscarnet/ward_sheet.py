"""What is filled in by hand on the ward's sheet: blood tests and infusions."""

from functools import cache

from calc.clinical.foscarnet.checks import INDUCTION_OFTEN, MAINTENANCE_OFTEN, MONITORING
from calc.model.results import Row, Table
from calc.model.sources import SITE_RULE

ROWS = 3
"""So many rows each table has: this site's rule."""
SHEET_RULE = SITE_RULE.at("three rows to fill in by hand")
TESTS = ("Date, time", "Creatinine", "Ionised Ca", "Mg", "K", "Phosphate", "ECG, QTc", "By")
INFUSIONS = ("Due", "Started", "Rate set", "Ended", "Fluid given", "Given by", "Checked by")


@cache
def ward_sheet(phase: str) -> tuple[Table, ...]:
    """Empty rows for the blood tests that the label asks for in a phase, and for each infusion."""
    often = INDUCTION_OFTEN if phase == "induction" else MAINTENANCE_OFTEN
    tests = f"Blood tests: before the first dose, then {often}"
    return (_empty(tests, TESTS), _empty("Infusions", INFUSIONS))


def _empty(title: str, heads: tuple[str, ...]) -> Table:
    rows = (
        Row(f"row-{number}", (f"{number}", *[""] * len(heads)), {}) for number in range(1, ROWS + 1)
    )
    return Table(title, ("", *heads), tuple(rows), (MONITORING, SHEET_RULE), to_fill=True)

"""How a timetable is counted, as a table to work by hand, and the figures that its page states."""

from calc.clinical.foscarnet.hydration import BEFORE_FIRST, HYDRATION
from calc.clinical.foscarnet_schedule.course import (
    FLUID_BEFORE,
    IN_HOSPITAL_DAILY,
    INDUCTION_EVERY,
    MAINTENANCE_EVERY,
)
from calc.clinical.foscarnet_schedule.order import DAYS
from calc.model.quantity import Quantity
from calc.model.sources import SITE_RULE
from calc.model.tables import Table

COUNT = Table(
    f"How to count a timetable. Sources: {HYDRATION.source}; {FLUID_BEFORE.cites[0].source}; "
    f"{SITE_RULE.title.lower()} for the true start.",
    ("When", "What"),
    (
        (f"{FLUID_BEFORE.shown()} before the first start", f"fluid, {BEFORE_FIRST.volume}"),
        ("start", "infusion 1"),
        ("its true start and the interval", "infusion 2, with its fluid at the same time"),
        ("its true start and the interval", "infusion 3, and so on"),
        ("before infusion 1", "creatinine, electrolytes, ECG"),
        (f"induction: every {INDUCTION_EVERY.shown()}", "creatinine and electrolytes"),
        (
            f"induction in hospital: daily for {IN_HOSPITAL_DAILY.shown()}",
            "creatinine and electrolytes",
        ),
        (f"maintenance: every {MAINTENANCE_EVERY.shown()}", "creatinine and electrolytes"),
    ),
    strong=1,
)

FIGURES: dict[str, Quantity | str] = {
    "timetable-days": DAYS,
    "timetable-fluid-before": FLUID_BEFORE,
    "timetable-daily": IN_HOSPITAL_DAILY,
    "timetable-induction": INDUCTION_EVERY,
    "timetable-maintenance": MAINTENANCE_EVERY,
}
"""Each figure: a quantity, or words."""

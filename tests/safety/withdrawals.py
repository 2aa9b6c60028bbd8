"""A withdrawal as it would be listed: none is yet."""

from datetime import date

from overrides.safety.withdrawn import Notice


def withdrawal(build: str) -> Notice:
    """An invented notice that withdraws this build."""
    return Notice(
        builds=(build,),
        version="0.1.0",
        on=date(2026, 12, 24),
        wrong="Doses of 40 mg/kg were too high.",
        affected="Patients below 1 mL/min/kg.",
        review="Reckon each dose again.",
    )

"""Acute kidney injury in dated creatinines: by KDIGO's figures, and by the lower one of the UK."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from calc.clinical.sources import BEST_PRACTICE, KDIGO
from calc.model.quantity import Quantity, constant
from calc.model.series import Row
from calc.model.sources import SITE_RULE

DEFINITION = KDIGO.at("2.1.1, definition")
STAGING = KDIGO.at("table 2, staging")
UK = BEST_PRACTICE.at("NICE, detecting acute kidney injury")

# "Increase in SCr by ≥ 0.3 mg/dl (≥ 26.5 µmol/l) within 48 hours"
RISE = {"mg/dL": constant(0.3, "mg/dL"), "umol/L": constant(26.5, "umol/L")}
# "A rise in serum creatinine of 26 micromol/L (0.3 mg/dL) or greater within 48 hours"
UK_RISE = constant(26, "umol/L")
WINDOW = constant(48, "h")
# "Urine volume < 0.5 ml/kg/h for 6 hours"
URINE = constant(0.5, "mL/kg/h")
URINE_HOURS = constant(6, "h")
# "to ≥ 1.5 times baseline, which is known or presumed to have occurred within the prior 7 days"
PRIOR = constant(7, "d")
# "1.5–1.9 times baseline"; "2.0–2.9 times baseline"; "3.0 times baseline"
STAGE_1_TO = constant(1.9, "1")
STAGE_FROM = tuple(constant(times, "1") for times in (1.5, 2, 3))
"""So many times the baseline each stage begins, the first the definition itself."""
# "Increase in serum creatinine to ≥ 4.0 mg/dl (≥ 353.6 µmol/l)"
STAGE_3 = {"mg/dL": constant(4, "mg/dL"), "umol/L": constant(353.6, "umol/L")}

WITHIN = SITE_RULE.at("values without a time count as within, where they could be")
PRESUMED = SITE_RULE.at(
    f"where {PRIOR.shown()} hold no other value, the last one before them is compared"
)
BETWEEN_STAGES = SITE_RULE.at("a rise of less than twice is stage 1, of less than three times 2")


@dataclass(frozen=True)
class Injury:
    """What a creatinine shows beside those before it; `times` what the lowest of 7 days was.

    `rise` is that within 48 hours, None where none is a rise. `stage` is 0 where only the UK's
    figure is reached.
    """

    row: Row
    stage: int
    times: Quantity
    rise: Quantity | None


def lowest_before(rows: Sequence[Row], row: Row) -> Row | None:
    """The lowest creatinine of the 7 days before a row of a series, which is in order of time.

    Where they hold none it is the last one before them: that is this site's rule.
    """
    earlier = rows[: rows.index(row)]
    near = [each for each in earlier if (row.day - each.day).days <= PRIOR.value]
    if near:
        return min(near, key=lambda each: each.value.value)
    return earlier[-1] if earlier else None


def times_of(later: Quantity, earlier: Quantity) -> Quantity:
    """How many times the earlier creatinine the later one is."""
    return (later / earlier).named("creatinine against the lowest before", "1", places=2)


def injury_of(rows: Sequence[Row], row: Row) -> Injury | None:
    """Acute kidney injury at a row of a series in order of time; None where there is none.

    By creatinine (mg/dL or umol/L, each by the figure that is printed for it), never by urine.

    Requirement R-INJURY: A rise of creatinine is counted by its days and times, and named as injury
    from the printed figures on.
    """
    lowest = lowest_before(rows, row)
    if lowest is None:
        return None
    unit = row.value.unit
    earlier = rows[: rows.index(row)]
    close = [each.value for each in earlier if _within(each, row)]
    start = min(close, default=row.value)
    up = row.value - start
    rise = up if start < row.value else None
    times = times_of(row.value, lowest.value)
    stage = sum(begins <= times for begins in STAGE_FROM)
    if up < RISE[unit] and not stage:
        by_uk = unit == UK_RISE.unit and UK_RISE <= up
        return Injury(row, 0, times, rise) if by_uk else None
    stage = 3 if STAGE_3[unit] <= row.value else max(stage, 1)
    return Injury(row, stage, times, rise)


def _within(earlier: Row, later: Row) -> bool:
    """Whether two rows lie, or without their times could lie, within 48 hours."""
    hours = int(WINDOW.value)
    if earlier.time and later.time:
        apart = datetime.combine(later.day, later.time) - datetime.combine(
            earlier.day, earlier.time
        )
        return apart <= timedelta(hours=hours)
    return Fraction((later.day - earlier.day).days * 24) <= WINDOW.value

"""Rows that cannot be right: after the dose, or such as no patient's clearance gives."""

from collections.abc import Iterator
from datetime import date, time

from calc.clinical.foscarnet_redose.course import Course, Reading
from calc.clinical.foscarnet_redose.order import DOSE_DAY
from calc.clinical.renal import CLEARANCE_PER_KG
from calc.model.dates import in_short
from calc.model.limits import first_broken
from calc.model.outcomes import FieldError, InputError
from calc.model.series import Row

FIELD = "creatinines"
LABEL = "Creatinines"


def refuse_impossible(course: Course, dose_time: time | None) -> None:
    """Raise InputError with the rows that lie after the next dose, or beyond a possible clearance.

    The year of a row may have been mistyped, or day and month mixed up: nothing is guessed.
    """
    errors = [error for each in course.readings for error in _errors(course, each, dose_time)]
    if errors:
        raise InputError(*errors[:3])


def _errors(course: Course, reading: Reading, dose_time: time | None) -> Iterator[FieldError]:
    row = reading.row
    named = f"{LABEL}, row {row.line + 1}"
    yield from after_the_dose(FIELD, LABEL, row, course.dose_day, dose_time)
    broken = first_broken(reading.per_kg, CLEARANCE_PER_KG.hard, None)
    if broken:
        yield FieldError(
            FIELD,
            broken.code,
            f"{named}: the clearance per kg {broken.text} ({broken.why}). It is "
            f"{reading.per_kg.shown()} with {row.value.shown()}: check the value and its unit",
        )


def after_the_dose(
    field: str, label: str, row: Row, day: date, dose_time: time | None
) -> Iterator[FieldError]:
    """The error of a row of a field that lies after the next dose, of a day and perhaps a time."""
    late = row.day == day and row.time and dose_time and row.time > dose_time
    if row.day > day or late:
        at = f" {row.time:%H:%M}" if late else ""
        dose = f"{DOSE_DAY.shown(day)}{f' {dose_time:%H:%M}' if late else ''}"
        text = (
            f"{label}, row {row.line + 1}: {in_short(row.day)}{at} is after the next dose, {dose}: "
            "check both days"
        )
        yield FieldError(field, "order", text)

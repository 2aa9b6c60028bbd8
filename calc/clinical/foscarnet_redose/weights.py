"""Weights in order of time: the newest is dosed by, the first is that of the running order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

from calc.clinical.foscarnet_redose.course import days_between
from calc.clinical.foscarnet_redose.plausible import after_the_dose
from calc.model.dates import in_short
from calc.model.outcomes import FieldError, InputError, Offer
from calc.model.quantity import Quantity, constant
from calc.model.series import Row

FIELD = "weights"
LABEL = "Weights"
CHANGE_PERCENT = 5
"""A weight that changed by so many per cent since the start is pointed out: this site's rule."""
STEP_PERCENT = 10
"""A step of so many per cent from the weight before is asked about: this site's rule."""
OLDEST = constant(14, "d")
"""A newest weight older than this is sent back: this site's rule."""
FARTHEST = constant(1.5, "1")
"""A weight more than so many times the one before, or less than that part, is a slip."""


@dataclass(frozen=True)
class Weighed:
    """The weight that is dosed by (kg), and the dated ones that led to it; none where undated."""

    now: Quantity
    rows: tuple[Row, ...]
    dose_day: date

    @property
    def first(self) -> Quantity | None:
        """The weight at the start (kg)."""
        return self.rows[0].value if self.rows else None

    @property
    def age(self) -> Quantity | None:
        """How many days before the next dose the newest weight was taken."""
        if not self.rows:
            return None
        return days_between(self.rows[-1].day, self.dose_day)

    @property
    def steps(self) -> list[tuple[Row, Row]]:
        """Each two weights, one after the other, so far apart that one may be a slip."""
        return [
            (before, row)
            for before, row in pairwise(self.rows)
            if apart(before.value, row.value) >= STEP_PERCENT
        ]

    @property
    def earlier(self) -> list[Quantity]:
        """The weights before the newest (kg): a dose may have been ordered by any of them."""
        return [row.value for row in self.rows[:-1]]

    @property
    def stepped_from(self) -> list[Quantity]:
        """Those of them from which the newest is a step up (kg)."""
        return [
            each
            for each in self.earlier
            if each < self.now and apart(each, self.now) >= STEP_PERCENT
        ]

    @property
    def changed(self) -> bool:
        """Whether the weight has changed since the start."""
        return self.first is not None and apart(self.first, self.now) >= CHANGE_PERCENT


def apart(first: Quantity, second: Quantity) -> int:
    """By how many whole per cent of the first the second differs."""
    return int(abs(second.value - first.value) * 100 / first.value)


def weighed_of(
    weight: Quantity, rows: tuple[Row, ...] | None, dose_day: date, dose_time: time | None
) -> Weighed:
    """The weights as the dose looks at them, for a weight (kg) and dated rows in order of time.

    Raises InputError with rows that lie after the dose, or too far from the one before, and where
    the weight is not the newest of them: which one is meant is asked, never guessed.
    """
    rows = rows or ()
    errors = [*_errors(rows, dose_day, dose_time)]
    if rows and not errors and rows[-1].value.value != weight.value:
        errors = [_which(weight, rows)]
    if errors:
        raise InputError(*errors[:3])
    return Weighed(weight, rows, dose_day)


def _errors(rows: tuple[Row, ...], dose_day: date, dose_time: time | None) -> Iterator[FieldError]:
    for row in rows:
        yield from after_the_dose(FIELD, LABEL, row, dose_day, dose_time)
    if rows and (age := days_between(rows[-1].day, dose_day)) > OLDEST:
        text = (
            f"{LABEL}, row {rows[-1].line + 1}: {in_short(rows[-1].day)} is {age.shown()} before "
            f"the next dose; the newest weight must be no older than {OLDEST.shown()}: weigh now"
        )
        yield FieldError(FIELD, "low", text)
    for before, row in (*pairwise(rows), *([(rows[0], rows[-1])] if len(rows) > 2 else [])):
        then, now = before.value, row.value
        if now > then * FARTHEST or then > now * FARTHEST:
            text = (
                f"{LABEL}, row {row.line + 1}: {now.shown()} must be no more than one and a half "
                f"times the {then.shown()} of {in_short(before.day)}, and no less than two thirds "
                "of it. Is it in kg, and this patient's?"
            )
            yield FieldError(FIELD, "high" if now > then else "low", text)


def _which(weight: Quantity, rows: tuple[Row, ...]) -> FieldError:
    """The question which of two weights is dosed by; a weight without a day becomes no row."""
    newest = rows[-1]
    of_day = f"{newest.value.shown()} of {in_short(newest.day)}"
    offer = Offer(of_day, {"weight": newest.value.decimal()})
    text = (
        f"Weight: {weight.shown()} must be the newest of the weights, and that is {of_day}. "
        "If it is newer, add it to them with its day"
    )
    return FieldError("weight", "together", text, (offer,))


def refuse_per_kg(per_kg: Quantity | None, weighed: Weighed) -> None:
    """Raise InputError for a running dose in mg/kg (None if in mg) where the weight has changed.

    Which weight it was ordered by is not known, and two of them make two doses.
    """
    moved = [row for row in weighed.rows if apart(row.value, weighed.now) >= CHANGE_PERCENT]
    if per_kg is None or not moved:
        return
    was = f"{moved[0].value.shown()} on {in_short(moved[0].day)}"
    text = (
        f"Running dose per kg: {per_kg.shown()} must be given in mg instead, for the weight has "
        f"changed from {was} to {weighed.now.shown()}, and it was ordered by one of them"
    )
    raise InputError(FieldError("running_dose_per_kg", "together", text))

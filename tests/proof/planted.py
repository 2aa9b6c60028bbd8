"""Errors that are planted in `calc` while a test runs, to see that they are found."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from fractions import Fraction
from typing import Any
from unittest.mock import patch

from calc.clinical import renal
from calc.clinical.conversions import MINUTES_PER_HOUR
from calc.clinical.foscarnet import infusion
from calc.clinical.foscarnet.label import HSV_EVERY_8_H
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.oral_antiviral import rows
from calc.model.quantity import LookedUp, Quantity, constant
from calc.model.refusals import RefusalRaised
from calc.model.tables import DoseTable, Row


@contextmanager
def cell(row: int, **changed: Any) -> Iterator[None]:
    """Another figure in a row of 40 mg/kg every 8 hours."""
    table = HSV_EVERY_8_H
    rows = list(table.rows)
    rows[row] = replace(rows[row], **changed)
    with _rows(table, *rows):
        yield


@contextmanager
def _rows(table: DoseTable, *rows: Row) -> Iterator[None]:
    before = table.rows
    object.__setattr__(table, "rows", rows)
    try:
        yield
    finally:
        object.__setattr__(table, "rows", before)


def rounded_up() -> AbstractContextManager[Any]:
    """Volumes and rates are rounded the other way."""
    return patch.object(Quantity, "rounded_down_to", Quantity.rounded_up_to)


def rates_rounded_up() -> AbstractContextManager[Any]:
    """Rates are rounded the other way, volumes as they were."""

    def rate_over(total: Quantity, time: Quantity, name: str = "") -> Quantity:
        rate = total / time * MINUTES_PER_HOUR
        return rate.rounded_up_to(infusion.TENTH_ML_PER_H).named(name, "mL/h")

    return patch.object(infusion, "rate_over", rate_over)


def larger_containers() -> AbstractContextManager[Any]:
    """Containers hold twice as much."""
    return patch.object(infusion, "CONTAINER", constant(500, "mL"))


def a_start_by_the_kidneys() -> AbstractContextManager[Any]:
    """Of one row, patients with worse kidneys start as if it were their first infusion."""
    start = infusion.start_time_of

    def start_time_of(shortest: Quantity, dose_per_kg: Quantity, first: bool) -> Quantity:
        assert isinstance(dose_per_kg.derivation, LookedUp)
        return start(shortest, dose_per_kg, dose_per_kg.derivation.by.value < 1 or first)

    return patch.object(infusion, "start_time_of", start_time_of)


def the_sexes_exchanged() -> AbstractContextManager[Any]:
    """The factor of women is taken for men."""
    age_term, other = renal.age_term, {"female": "male", "male": "female"}
    return patch.object(renal, "age_term", lambda age, sex: age_term(age, other[sex]))


@contextmanager
def half_the_minimum() -> Iterator[None]:
    """The minimum time of 40 mg/kg every 8 hours is halved."""
    regimen = REGIMENS["hsv-40-every-8-h"]
    before = regimen.minimum_time
    object.__setattr__(regimen, "minimum_time", constant(before.value / 2, "min"))
    try:
        yield
    finally:
        object.__setattr__(regimen, "minimum_time", before)


def the_shorter_time() -> AbstractContextManager[Any]:
    """Of two times the shorter is taken."""

    def shorter(left: Quantity, right: Quantity) -> Quantity:
        return left if left <= right else right

    return patch.object(infusion, "longest", shorter)


def a_stronger_drug() -> AbstractContextManager[Any]:
    """A vein gets what a central line may have."""
    return patch.object(infusion, "DILUTED", infusion.UNDILUTED)


def another_share_of_women() -> AbstractContextManager[Any]:
    """The factor of women has a slip in its last digit."""
    return patch.object(renal, "FEMALE_FACTOR", constant(0.86, "1", without_unit=True))


def the_last_row_below_the_table() -> AbstractContextManager[Any]:
    """Below the table the last row is given instead of a refusal."""
    return patch.object(
        DoseTable, "row_for", lambda self, value: _row(self, value) or self.rows[-1]
    )


def a_row_from_its_edge_on() -> AbstractContextManager[Any]:
    """The edge that the row below prints belongs to the row above it, among the tablets."""
    return patch.object(
        rows.Row, "holds", lambda self, value: self.low is None or value >= self.low
    )


def a_dose_with_the_refusal() -> AbstractContextManager[Any]:
    """A refusal hands on the dose of the last row."""

    def row_for(self: DoseTable, value: Quantity) -> Row:
        if row := _row(self, value):
            return row
        dose = Quantity(Fraction(self.rows[-1].give), "mg/kg", "dose per kg")
        raise RefusalRaised(self.below, {self.by.name: value, "dose_per_kg": dose})

    return patch.object(DoseTable, "row_for", row_for)


def _row(table: DoseTable, value: Quantity) -> Row | None:
    return next((row for row in table.rows if row.holds(value.value)), None)

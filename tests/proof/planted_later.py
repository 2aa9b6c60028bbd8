"""Errors that are planted in the later calculators of `calc` while a test runs."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from typing import Any
from unittest.mock import patch

from calc.clinical import calendar, electrocardiogram, kidney_injury, weight
from calc.clinical.cidofovir import day, gate
from calc.clinical.cidofovir.label import AFTER
from calc.clinical.electrolytes.urgency import Findings
from calc.clinical.exposure import decision as exposure
from calc.clinical.foscarnet_order import against_label
from calc.clinical.foscarnet_order.compared import Difference, difference
from calc.clinical.foscarnet_redose import course as redosing
from calc.clinical.foscarnet_redose import decision as redose
from calc.clinical.foscarnet_redose import minerals_now
from calc.clinical.foscarnet_redose.course import Course as Readings
from calc.clinical.foscarnet_schedule import course as schedule
from calc.clinical.foscarnet_schedule.course import Course
from calc.clinical.mineral_limits import IONISED
from calc.clinical.oral_antiviral.rows import Row
from calc.clinical.pathway import decision as pathway
from calc.clinical.prophylaxis import plan as prophylaxis
from calc.clinical.vaccine import days as vaccine_days
from calc.clinical.vaccine import plan as vaccine
from calc.model.quantity import Quantity, constant


def another_clearance_that_bars() -> AbstractContextManager[Any]:
    """Cidofovir is barred below 50 mL/min."""
    return patch.object(gate, "BARRING_CLEARANCE", constant(50, "mL/min"))


def six_free_days() -> AbstractContextManager[Any]:
    """Six days without a nephrotoxic drug are enough."""
    return patch.object(gate, "FREE_DAYS", constant(6, "d"))


def no_step_down() -> AbstractContextManager[Any]:
    """A creatinine that has risen reduces no dose of cidofovir."""
    return patch.object(gate, "is_reduced", lambda rise: False)


def tablets_too_early() -> AbstractContextManager[Any]:
    """The last probenecid comes two hours too early."""
    first, last = AFTER
    return patch.object(day, "AFTER", (first, replace(last, apart=constant(6, "h"))))


def the_higher_row_in_a_gap() -> AbstractContextManager[Any]:
    """A clearance between two rows takes the higher dose."""

    def holds(self: Row, value: Any) -> bool:
        return self.low is None or value > self.low - 1

    return patch.object(Row, "holds", holds)


def rounded_down() -> AbstractContextManager[Any]:
    """A difference is rounded down."""
    return patch.object(Quantity, "rounded_up_to", Quantity.rounded_down_to)


def a_rise_that_is_not_seen() -> AbstractContextManager[Any]:
    """A creatinine counts as rising from half as much again."""
    return patch.object(redosing, "RISEN", constant(1.5, "1"))


def another_dose_that_is_the_same() -> AbstractContextManager[Any]:
    """A dose within a tenth is the same."""
    return patch.object(redose, "SAME", constant(0.1, "1"))


def one_creatinine_after_a_stop() -> AbstractContextManager[Any]:
    """Foscarnet starts again on creatinines of one day."""
    return patch.object(Readings, "back_on_two_days", True)


def injury_in_a_day() -> AbstractContextManager[Any]:
    """A rise of creatinine counts within 24 hours only."""
    return patch.object(kidney_injury, "WINDOW", constant(24, "h"))


def a_margin_upward() -> AbstractContextManager[Any]:
    """An order may be higher by a hundredth."""

    def with_margin(written: Quantity, figure: Quantity, *cut: Quantity | None) -> Any:
        found: Difference | None = difference(written, figure, *cut)
        near = found and found.more and found.percent.value <= 1
        return None if near else found

    return patch.object(against_label, "difference", with_margin)


def infusions_that_catch_up() -> AbstractContextManager[Any]:
    """After one that is late the next starts as it was planned."""
    late = Course.infusions

    def caught_up(self: Course) -> Any:
        infusions: Any = late
        found, planned = infusions.fget(self), infusions.fget(replace(self, late=None))
        number = self.late.number.value if self.late else len(planned)
        return tuple(found[: int(number)]) + tuple(planned[int(number) :])

    return patch.object(Course, "infusions", property(caught_up))


def tests_too_seldom() -> AbstractContextManager[Any]:
    """In induction tests are due every third day."""
    return patch.object(schedule, "INDUCTION_EVERY", constant(3, "d"))


def another_share() -> AbstractContextManager[Any]:
    """An adjusted weight has half of what is above the ideal one."""
    return patch.object(weight, "SHARE", constant(0.5, "1", without_unit=True))


def digits_the_other_way_round() -> AbstractContextManager[Any]:
    """A figure of Hodges's formula has two digits the other way round."""
    return patch.object(electrocardiogram, "EACH_BEAT", constant(1.57, "ms.min", without_unit=True))


def a_total_calcium_that_reassures() -> AbstractContextManager[Any]:
    """A total calcium decides, whatever the ionised one is."""

    def by_total(self: Findings) -> Any:
        return tuple(filter(None, (self.total, self.corrected))) or (self.ionised,)

    return patch.object(Findings, "calcium", property(by_total))


@contextmanager
def another_limit() -> Iterator[None]:
    """Ionised calcium is low from another figure down."""
    before = IONISED.low
    object.__setattr__(IONISED, "low", constant(1.12, "mmol/L"))
    try:
        yield
    finally:
        object.__setattr__(IONISED, "low", before)


def another_month() -> AbstractContextManager[Any]:
    """Where a month lacks a day, the earliest one is the last of that month."""
    return patch.object(vaccine_days, "earliest", calendar.latest)


def a_second_dose_that_counts_too_early() -> AbstractContextManager[Any]:
    """A second dose counts four days early."""
    return patch.object(vaccine, "LEAST_DAYS", vaccine.GRACE_DAYS)


def a_month_fewer() -> AbstractContextManager[Any]:
    """An end that a source names comes a month too early."""

    def sooner(day: date, after: Quantity) -> date:
        less = constant(after.value - 1, after.unit) if after.unit == "mo" else after
        return calendar.earliest(day, less)

    return patch.object(prophylaxis, "earliest", sooner)


def an_edge_that_is_shared() -> AbstractContextManager[Any]:
    """A creatinine at an edge is printed on the other side of it."""
    return patch.object(Quantity, "rounded_up_to", Quantity.rounded_down_to)


def less_urine() -> AbstractContextManager[Any]:
    """Urine counts as too little from a lower figure down."""
    return patch.object(minerals_now, "URINE", constant(0.4, "mL/kg/h"))


def a_day_fewer() -> AbstractContextManager[Any]:
    """Immune globulin is too late a day sooner."""
    return patch.object(exposure, "GLOBULIN_BY", constant(9, "d"))


def failure_a_day_later() -> AbstractContextManager[Any]:
    """No healing counts as failure from the eighth day on."""
    return patch.object(pathway, "NOT_HEALING", constant(8, "d"))


def a_doubt_that_is_a_yes() -> AbstractContextManager[Any]:
    """What is not known to have been given in full is taken for given."""
    return patch.object(pathway, "_mend", lambda situation: None)

"""The days of the vaccine as a schedule: what may be given when, by whose words."""

from collections.abc import Iterator

from calc.clinical.calendar import before, earliest, latest
from calc.clinical.sources import SHINGRIX
from calc.clinical.vaccine.label import (
    AUSTRALIA,
    AUSTRALIA_AFTER,
    BEFORE_STOPPING,
    CANADA,
    CANADA_AFTER,
    CDC,
    GUIDANCE,
    LEAST_APART,
    QUOTED,
)
from calc.clinical.vaccine.order import TRANSPLANT_WORDS
from calc.clinical.vaccine.plan import WINDOWS, Plan
from calc.model.results import Due, Schedule
from calc.model.sources import SITE_RULE, Cite

ABROAD = (
    ("australia", AUSTRALIA_AFTER, "Australia, for the immunocompromised", AUSTRALIA),
    ("canada", CANADA_AFTER, "Canada, not written for the immunocompromised", CANADA),
)
"""Waits after zoster in other countries: id, how long, whose, source."""


def schedule(plan: Plan) -> Schedule:
    """All days, in order; where no row has a day of its own, the doses that were given."""
    due = (*_given(plan), *_next(plan), *_second(plan), *_after_transplant(plan), *_other(plan))
    return Schedule("Days", due, tuple(dict.fromkeys(_cites(plan))))


def _given(plan: Plan) -> Iterator[Due]:
    course = plan.course
    if course.first:
        yield Due("first-given", course.first, "first dose, given")
    if course.second:
        yield Due("second-given", course.second, "second dose, given")
    if course.transplant_day:
        yield Due("transplant", course.transplant_day, TRANSPLANT_WORDS[course.transplant])


def _next(plan: Plan) -> Iterator[Due]:
    if plan.next is None:
        return
    how = "as wished" if plan.next == plan.course.wished else "not before"
    if plan.course.first is None:
        yield Due("first-dose", plan.next, f"first dose, {how}")
    elif plan.course.second is None:
        yield Due("second-dose", plan.next, f"second dose, {how}")
    else:
        yield Due("repeat", plan.next, "second dose again, from here on")


def _second(plan: Plan) -> Iterator[Due]:
    """The windows of the second dose, where it is still to be given or planned."""
    start = plan.counted_from
    if start is None or plan.course.second:
        return
    least = earliest(start, LEAST_APART)
    yield Due(
        "counts",
        least,
        f"second dose counts from here: {LEAST_APART.shown()} after the first (US)",
    )
    for each in WINDOWS[plan.course.country]:
        yield Due(
            each.id,
            earliest(start, each.low),
            f"second dose, {each.span} after the first ({each.whose})",
            latest(start, each.high),
        )


def _after_transplant(plan: Plan) -> Iterator[Due]:
    shown = plan.held or (plan.next and plan.before_transplant)
    for each in plan.waits if shown else ():
        wait = each.wait
        yield Due(
            f"after-{wait.id}",
            each.since,
            f"vaccine {wait.span} after {TRANSPLANT_WORDS[plan.course.transplant]} ({wait.whose})",
            each.until,
        )
    if plan.course.stops and plan.next:
        yield Due(
            "prophylaxis",
            before(plan.course.stops, BEFORE_STOPPING),
            f"begin about now: {BEFORE_STOPPING.shown()} before prophylaxis is to stop",
        )
        yield Due("stops", plan.course.stops, "antiviral prophylaxis is to stop")


def _other(plan: Plan) -> Iterator[Due]:
    course = plan.course
    if plan.next and (since := course.zoster_since):
        yield Due("zoster-over", since, "zoster crusted and eased: a dose may be given (US)")
        for id, after, whose, _ in ABROAD:
            yield Due(id, earliest(since, after), f"{after.shown()} after zoster ({whose})")
    if plan.next and course.treatment:
        yield Due("treatment", course.treatment, "immunosuppressive treatment starts")


def _cites(plan: Plan) -> Iterator[Cite]:
    course = plan.course
    yield from (GUIDANCE, CDC)
    if plan.next and not course.second:
        yield from (cite for each in WINDOWS[course.country] for cite in each.cites)
    if plan.held or (plan.next and plan.before_transplant):
        yield from (cite for each in plan.waits for cite in each.wait.cites)
    if course.stops:
        yield from QUOTED
    if plan.next and course.zoster_since:
        yield from (SHINGRIX.at("answer"), *(cite for *_, cite in ABROAD))
    yield SITE_RULE.at("never too early, never too late")

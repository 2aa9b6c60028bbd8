"""The three sheets of a timetable: the first day, the days of infusions, the tests due."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from calc.clinical.foscarnet.checks import MONITORING, QT, TESTS
from calc.clinical.foscarnet.hydration import (
    BEFORE_FIRST,
    ELSEWHERE,
    GIVE_ELSEWHERE,
    HYDRATION,
    hydration_of,
)
from calc.clinical.foscarnet.hydration_words import SILENT
from calc.clinical.foscarnet.infusion_words import EITHER_DILUENT
from calc.clinical.foscarnet_schedule.course import FLUID_BEFORE, KEPT, Course, Infusion
from calc.clinical.foscarnet_schedule.order import DAYS, TIME
from calc.clinical.sources import DOSAGE, SECOND_SWISS, UK_FOSCARNET
from calc.model.pictures import Ribbon
from calc.model.results import Due, Schedule
from calc.model.sources import SITE_RULE

DRUG, FLUID = "Foscarnet", "Fluid"
"""The lanes of the picture."""

FIRST_DAY = "The first 24 hours"
STARTS = f"Starts of the infusions in {DAYS.shown()}, by number"
TESTS_DUE = f"Blood tests and ECG in {DAYS.shown()}"

EVERY_SECOND_DAY = (
    MONITORING,
    UK_FOSCARNET.at("special warnings and precautions: every second day"),
    SECOND_SWISS.at("warnings: every second day"),
    SITE_RULE.at("in hospital daily for the first week"),
    QT,
)
EVERY_WEEK = (MONITORING, SITE_RULE.at("the shorter of one to two weeks"), QT)


def first_day(course: Course) -> Ribbon:
    """24 hours from the fluid before a first infusion, or from the first of the timetable."""
    begins = course.fluid_begins or course.begins
    ends = begins + timedelta(days=1)
    due = [each for each in _due(course) if isinstance(each.at, datetime) and each.at < ends]
    cites = (DOSAGE, HYDRATION, *FLUID_BEFORE.cites, *GIVE_ELSEWHERE, KEPT)
    return Ribbon(Schedule(FIRST_DAY, tuple(due), cites), begins)


def _due(course: Course) -> Iterator[Due]:
    """The fluid before, and every infusion with the fluid beside it."""
    if course.fluid_begins:
        what = f"{BEFORE_FIRST.volume} of {EITHER_DILUENT}, over {FLUID_BEFORE.shown()}"
        at, until = course.fluid_begins, course.begins
        yield Due("fluid-before", at, what, until=until, lane=FLUID)
    beside = fluid_beside(course)
    for number, start, end in course.infusions:
        what = f"infusion {number}: {course.dose_per_kg.shown()} of foscarnet"
        yield Due(f"infusion-{number}", start, what, until=end, lane=DRUG)
        if number > 1 or not course.first_time:
            yield Due(f"fluid-{number}", start, f"with it: {beside}", until=end, lane=FLUID)


def fluid_beside(course: Course) -> str:
    """The fluid with each infusion but a first one, or that the label is silent, and others."""
    label = hydration_of(course.dose_per_kg, course.interval, first=False).now
    if label:
        return f"{label.shown()} of {EITHER_DILUENT}"
    return f"fluid; {SILENT}, other sources give {ELSEWHERE.volume}"


def infusions(course: Course) -> Schedule:
    """Each day with the numbers and the starts of its infusions, or that there is none."""
    every = course.infusions
    first, last = every[0].start.date(), every[-1].start.date()
    days = (first + timedelta(days=day) for day in range((last - first).days + 1))
    due = tuple(Due(f"day-{place}", day, _on(day, every)) for place, day in enumerate(days, 1))
    return Schedule(STARTS, due, (DOSAGE, KEPT))


def _on(day: date, every: tuple[Infusion, ...]) -> str:
    """The infusions that start on a day: "infusion 2 at 02:00, 3 at 10:00"."""
    starts = [f"{each.number} at {_clock(each)}" for each in every if each.start.date() == day]
    return f"infusion {', '.join(starts)}" if starts else "no infusion"


def tests(course: Course) -> Schedule:
    """What is to be taken before the first infusion of the timetable, and on which days then."""
    begins = course.fluid_begins or course.begins
    ecg = ", and an ECG" if course.first_time else ""
    before = f"before infusion 1: {TESTS}{ecg}"
    again = "blood tests as on the first day, then clearance and dose again"
    due = [Due("tests-before", begins.date(), before)]
    due += (Due(f"tests-{day}", day, again) for day in course.test_days)
    due += (
        Due(f"hospital-{day}", day, "in hospital: blood tests as on the first day")
        for day in course.hospital_days
    )
    cites = EVERY_SECOND_DAY if course.induction else EVERY_WEEK
    return Schedule(TESTS_DUE, tuple(due), cites)


def _clock(infusion: Infusion) -> str:
    return TIME.shown(infusion.start.time())

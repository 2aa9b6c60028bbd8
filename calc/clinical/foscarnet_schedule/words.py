"""What is said of a timetable: its refusals and cautions, its lines, and what stands beside it."""

from datetime import datetime

from calc.clinical.foscarnet import hydration_words
from calc.clinical.foscarnet.checks import INDUCTION_OFTEN, MAINTENANCE_OFTEN, monitoring
from calc.clinical.foscarnet.hazards import TOO_FAST
from calc.clinical.foscarnet.hydration import Hydration
from calc.clinical.foscarnet.infusion import CAP, PARENT_MINIMUM, start_time_of
from calc.clinical.foscarnet.infusion_words import (
    ABOVE_REGIMEN,
    AT_THE_CAP,
    EITHER_DILUENT,
    above_row,
    who_starts_so,
)
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.foscarnet_schedule.course import FLUID_BEFORE, MAINTENANCE_EVERY, Course
from calc.clinical.foscarnet_schedule.order import DAY, DAYS, TIME
from calc.clinical.foscarnet_schedule.sheets import fluid_beside
from calc.clinical.sources import CHEO, DOSAGE, GALWAY, LABEL, PANEL, UCSF, VZV_SERIES
from calc.model.outcomes import Caution, Line
from calc.model.quantity import Quantity, Range, Step, constant
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.sources import SITE_RULE

# "for 2 to 3 weeks, or until healed"
INDUCTION_WEEKS = Range(constant(2, "wk"), constant(3, "wk"))
# "for 10 days or more"; "at least 10 days, or until the lesions have healed"
ZOSTER_DAYS = constant(10, "d")
AN_HOUR = constant(1, "h")

LABEL_ASKS = {
    "induction": f"asks for them {INDUCTION_OFTEN}",
    "maintenance": f"asks for them {MAINTENANCE_OFTEN}",
}

NO_SUCH_ROW = Refusal(
    "interval-of-another-row",
    "{dose} {interval} is no row of this regimen's column, which has {rows}.",
    "Take dose per kg and interval together from the dose calculator: they are one thing.",
    (DOSAGE, SITE_RULE.at("no row, no timetable")),
)
TOO_SHORT = Refusal(
    "infusion-too-short",
    "{time} is less than {shortest}, the shortest time of this dose in this regimen.",
    "Take the time from the infusion calculator, and set the pump by its rate.",
    (DOSAGE, PARENT_MINIMUM),
)
QUICKER = Caution(
    "infusion-quicker-than-hospitals",
    TOO_FAST,
    "{which} over {time}: some hospitals run it over {start}.",
    (UCSF.at("infusion rate"), CHEO.at("administration"), GALWAY.at("administration")),
    "Over {start}: {who}. Infusions that are quicker have brought symptoms of low calcium.",
)

CLOCK_CHANGE = Step(
    "the night on which the clock changes",
    "local clock hours are counted; summer time is not known here",
    "any timetable",
    f"this timetable does not know of it. Where the clock goes forward, start the next infusion "
    f"{AN_HOUR.shown()} later by the new clock, and count on from there. Where it goes back, keep "
    f"to the clock: one gap is {AN_HOUR.shown()} longer",
    (SITE_RULE.at("true hours between two starts, never fewer than the interval"),),
)


def refuse(course: Course) -> None:
    """Raise RefusalRaised for a dose, an interval or a time that is not this regimen's."""
    regimen, dose = course.regimen, course.dose_per_kg
    if dose > regimen.full_dose:
        words = {"dose": dose.shown(), "full": regimen.full_dose.shown()}
        raise RefusalRaised(ABOVE_REGIMEN.filled(**words))
    if not course.in_a_row:
        rows = ", ".join(dict.fromkeys(row.dose for row in regimen.table.rows))
        words = {"dose": dose.shown(), "interval": every(course.interval), "rows": rows}
        raise RefusalRaised(NO_SUCH_ROW.filled(**words))
    for time in course.times:
        if time < course.shortest_time:
            words = {"time": time.shown(), "shortest": course.shortest_time.shown()}
            raise RefusalRaised(TOO_SHORT.filled(**words))


def every(interval: Quantity) -> str:
    """How often, in words: "every 8 hours"."""
    return f"every {interval.shown()}"


def heading(course: Course) -> str:
    """From when the timetable is."""
    off_label = ", off label" if course.regimen.off_label else ""
    return f"Foscarnet{off_label}, from {_moment(course.begins)}"


def headline(course: Course) -> str:
    """Dose, interval and times of the day in one breath; after a late one, the new times."""
    dose = f"{course.dose_per_kg.shown()} {every(course.interval)}"
    if course.late:
        number = int(course.late.number.value)
        return f"{dose}; from infusion {number} on at {_times(course, number)}"
    return f"{dose}, at {_times(course)}"


def lines(course: Course, hydration: Hydration) -> tuple[Line, ...]:
    """What a person reads of a timetable before its sheets."""
    return (
        *_of_course(course),
        *_of_shifts(course),
        *_of_fluid(course, hydration),
        *_of_tests(course),
    )


def _of_course(course: Course) -> tuple[Line, ...]:
    group = "Course"
    first = course.infusions[0]
    over = course.first_time or course.later_time
    return (
        Line(group, "Regimen", course.regimen.name),
        Line(group, "Infusion 1", f"{_moment(first.start)}, over {over.shown()}"),
        Line(
            group, "Each later one", f"{every(course.interval)}, over {course.later_time.shown()}"
        ),
        Line(group, f"In {DAYS.shown()}", f"{course.count.number()} infusions"),
        Line(group, "Dose or interval changes", "make a new timetable from the next infusion on"),
    )


def _of_shifts(course: Course) -> tuple[Line, ...]:
    group = "If an infusion is late"
    apart = course.interval.shown()
    said = [
        Line(group, "Between two starts", f"{apart} or more, counted from the true start"),
        Line(group, "Then", "all later ones shift with it; none is doubled, added or run faster"),
    ]
    if course.late:
        number = int(course.late.number.value)
        late = course.infusions[number - 1]
        missed = f"; {course.missed} planned meanwhile, not made up" if course.missed else ""
        words = f"{course.late.by.shown()} late, {_moment(late.start)}{missed}"
        said.append(Line(group, f"Infusion {number}", words))
    return tuple(said)


def _of_fluid(course: Course, hydration: Hydration) -> tuple[Line, ...]:
    said = list(hydration_words.lines(hydration, EITHER_DILUENT))
    if course.first_time:
        before = f"over {FLUID_BEFORE.shown()}, as one hospital does; the label gives no time"
        said.insert(1, Line("Fluid", "Time of it", before))
        said.insert(2, Line("Fluid", "Fluid with each later infusion", fluid_beside(course)))
    return tuple(said)


def _of_tests(course: Course) -> tuple[Line, ...]:
    """How often each source asks for tests, and which of them the timetable follows."""
    group, label = "Tests", LABEL_ASKS[course.regimen.phase]
    here = "UK and Swiss texts every second day, which is kept here; in hospital daily at first"
    if not course.induction:
        here = f"kept here: once in {MAINTENANCE_EVERY.shown()}"
    return (
        Line(group, "Blood tests", f"the US label {label}; {here}"),
        Line(
            group, "ECG", "before the first infusion, then from time to time: none says how often"
        ),
    )


def cautions(course: Course) -> tuple[Caution, ...]:
    """What may go wrong with a timetable that is not refused."""
    dose, shortest = course.dose_per_kg, course.shortest_time
    said = [*above_row(dose, course.regimen)]
    if any(time.value == (dose / CAP).value for time in course.times):
        said.append(AT_THE_CAP)
    for which, time, first in (
        ("Infusion 1", course.first_time, True),
        ("Each later infusion", course.later_time, False),
    ):
        start = start_time_of(shortest, dose, first)
        if time and time < start:
            who = "; ".join(who_starts_so(dose, first))
            words = {"which": which, "time": time.shown(), "who": who, "start": start.shown()}
            said.append(QUICKER.filled(**words))
    return tuple(said)


def notes(regimen: Regimen) -> tuple[Step, ...]:
    """What stands beside the arithmetic: off-label use, length, monitoring, the clock."""
    return (*regimen.notes, *_length(regimen), monitoring(regimen.phase), CLOCK_CHANGE)


def _length(regimen: Regimen) -> tuple[Step, ...]:
    """How long a course is by its source; of maintenance nothing is said."""
    weeks = INDUCTION_WEEKS.shown()
    lengths = {
        "hsv": (f"{weeks}, or until healed", (LABEL.at(f"{DOSAGE.locator}, induction"),)),
        "cmv": (f"{weeks}, then maintenance", (LABEL.at(f"{DOSAGE.locator}, induction"),)),
        "vzv": (
            f"{ZOSTER_DAYS.shown()} or more in a case series; a panel said at least that, or until "
            "healed",
            (VZV_SERIES.at("abstract"), PANEL.at("abstract")),
        ),
    }
    if regimen.phase != "induction":
        return ()
    words, cites = lengths[regimen.disease]
    said = f"{words}. This timetable has {DAYS.shown()}: make the next one then"
    return (Step("length of the course", "what the source says", regimen.name, said, cites),)


def _times(course: Course, number: int = 1) -> str:
    """The times of the day at which infusions from a number on start, in the order of the day."""
    after = [each.start for each in course.infusions if each.number >= number]
    *before, last = sorted({TIME.shown(start.time()) for start in after})
    return f"{', '.join(before)} and {last}" if before else last


def _moment(moment: datetime) -> str:
    return f"{DAY.words(moment.date())}, {TIME.shown(moment.time())}"

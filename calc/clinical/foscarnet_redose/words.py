"""What is said of a running dose: what becomes of it and why, its lines, its trend, its tests."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from calc.clinical.foscarnet import dose_words
from calc.clinical.foscarnet.checks import TESTS
from calc.clinical.foscarnet.clearance_words import band
from calc.clinical.foscarnet.dose import Dose, dose_if_any
from calc.clinical.foscarnet.dose_words import in_words
from calc.clinical.foscarnet.infusion import CONTAINER
from calc.clinical.foscarnet.label import BAND_EDGES, INDUCTION, LOWEST
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.foscarnet_redose.containers import Containers, Supply
from calc.clinical.foscarnet_redose.course import (
    AS_OFTEN,
    MONITORING,
    WHY_SO_OFTEN,
    Course,
    Reading,
)
from calc.clinical.foscarnet_redose.decision import (
    SAME_PERCENT,
    Decision,
    Given,
    Move,
    Wait,
    mean_per_kg,
)
from calc.clinical.foscarnet_redose.order import DOSE_DAY
from calc.clinical.foscarnet_redose.weights import Weighed
from calc.clinical.kidney_injury import BETWEEN_STAGES, DEFINITION, STAGING, UK, Injury
from calc.clinical.renal import KIDNEYS, PER_KG
from calc.clinical.sources import DOSAGE, LABEL
from calc.model.dates import in_short
from calc.model.outcomes import Line
from calc.model.pictures import Point, Trend
from calc.model.quantity import Quantity, constant
from calc.model.results import Due, Row, Schedule, Table
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

TWO_AGREE = SITE_RULE.at("a dose rises on two creatinines of different days, never on one")
NO_RESTART = SITE_RULE.at("a stopped foscarnet does not start again on one creatinine")
RESTART = (
    "No passage of the label that was read says when, or with how much, to start again after a "
    "stop."
)
LABEL_STOPS = (MONITORING, LABEL.at(INDUCTION))
STOP = (
    Check(
        "Hang no further bag of foscarnet.",
        LABEL_STOPS,
    ),
    Check(
        "Give fluid unless overloaded; look for another cause; blood tests daily.",
        (SITE_RULE.at("after a stop"),),
        "Creatinine and electrolytes, every day until it recovers.",
    ),
    Check(
        "Call renal and infection colleagues today: what else to use.",
        (SITE_RULE.at("what to do instead"),),
    ),
    Check(
        "Start again only on two creatinines in the table and a specialist's decision.",
        (NO_RESTART,),
        f"{RESTART} Here the two are of different days.",
    ),
)
SHEET_DAYS = 7
"""So many days a flow sheet has: this site's rule."""
SHEET = (
    "Day",
    "Creatinine",
    "Clearance per kg",
    "Dose given",
    "Ionised calcium",
    "Magnesium",
    "Potassium",
    "Phosphate",
    "Weight",
    "Signed",
)
SHEET_RULE = SITE_RULE.at("a row for each of seven days from the next dose on")
NEW_PLAN = Check(
    "Make the infusion plan again: another dose is another volume, rate and fluid.",
    (DOSAGE, SITE_RULE.at("a new plan for each new dose")),
)
RESULTS = Check(
    f"See today's {TESTS}.",
    (MONITORING,),
)
EXACTLY = Check(
    "Order {new} in place of {old}.",
    (DOSAGE, SITE_RULE.at(f"within {SAME_PERCENT}% it is the same dose, and the table's is given")),
    "It counts as the same dose, and the table's is the one to give.",
)
LATER = Check(
    "Count {new} from the start of the last dose; give the next no sooner.",
    (SITE_RULE.at("a longer interval counts from the last dose"),),
    "The interval grows from {old}.",
)
ASK_FLUID = Check(
    "Ask before more is given: is the new weight fluid?",
    (SITE_RULE.at("a dose does not rise by a stepped weight"),),
    "The table's dose per kg is the same. Water changes the weight and hardly the kidneys.",
)
WAITING = Check(
    "Take creatinine again on another day, and enter it here with these.",
    (TWO_AGREE,),
)


def heading(course: Course, at: time | None, regimen: Regimen) -> str:
    """Which dose it is: its day, its time where it is known, and whether it is off label."""
    clock = f", {at:%H:%M}" if at else ""
    off_label = ", off label" if regimen.off_label else ""
    return f"Foscarnet, dose of {DOSE_DAY.words(course.dose_day)}{clock}{off_label}"


def headline(decision: Decision) -> str:
    """What becomes of the running dose, with the dose that follows."""
    order = decision.dose and dose_words.headline(decision.dose)
    return {
        Move.STAYS: f"Stays: {order}",
        Move.FALLS: f"Falls to {order}",
        Move.RISES: f"Rises to {order}",
        Move.CHANGES: f"Changes to {order}",
        Move.WAITS: f"Stays for now: {order}",
        Move.STOPS: "Stop foscarnet: no dose",
        Move.STAYS_STOPPED: "Stays stopped: no dose yet",
    }[decision.move]


def reason(course: Course, decision: Decision) -> str:
    """Why, in a sentence or two."""
    newest = course.newest
    at = f"Clearance {newest.per_kg.shown()} on {in_short(newest.row.day)}"
    inside = f"{at}, in the band {band(newest.per_kg).result}"
    now = decision.table and mean_per_kg(decision.table).shown()
    then = mean_per_kg(decision.running).shown()
    amounts = f"{now} in 24 hours by the label's table, and {then} as it runs"
    match decision.move:
        case Move.STOPS:
            return f"{at}, below {LOWEST} {PER_KG}: the label stops foscarnet there."
        case Move.STAYS_STOPPED if course.stop:
            stop = in_short(course.stop.row.day)
            return (
                f"{inside}; but on the creatinine of {stop} it was below {LOWEST} {PER_KG}, where "
                f"the label stops foscarnet. {RESTART}"
            )
        case Move.STAYS if decision.is_exact:
            return f"{inside}: the running dose is the table's."
        case Move.STAYS:
            return f"{inside}: the running dose is within {SAME_PERCENT}% of the table's."
        case Move.CHANGES:
            return f"{inside}: as much in 24 hours, but at another interval."
        case Move.WAITS if decision.wait:
            return f"{inside}: {amounts}. {WAITS[decision.wait]}"
        case Move.RISES if decision.lower_of_two:
            return f"{inside}: {amounts}. It rises no further than the creatinine before allows."
        case _:
            return f"{inside}: {amounts}."


WAITS = {
    Wait.RISING: "Creatinine is above the lowest of the days before, so the dose does not rise.",
    Wait.ALONE: "No creatinine of another day, close before it, agrees: it waits for one.",
    Wait.LOWER_BEFORE: "The creatinine before does not agree, so it waits for another.",
    Wait.BY_WEIGHT: "It would rise by weight alone, and that may be fluid: it waits.",
}


def to_do(decision: Decision) -> tuple[Box, ...]:
    """What to do now."""
    dose, running = decision.dose, decision.running
    if dose is None:
        return (Box("What to do", STOP),)
    items: tuple[Check, ...] = (RESULTS,)
    if dose is not running and not (decision.move is Move.STAYS and decision.is_exact):
        items = (NEW_PLAN, *items)
    if decision.move is Move.STAYS and not decision.is_exact:
        old, new = running.dose.shown(), dose.dose.shown()
        items = (EXACTLY.filled(old=old, new=new), *items)
    if dose.interval > running.interval:
        old, new = running.interval.shown(), dose.interval.shown()
        items = (LATER.filled(old=old, new=new), *items)
    if decision.move is Move.WAITS:
        items = (ASK_FLUID if decision.wait is Wait.BY_WEIGHT else WAITING, *items)
    return (Box("What to do", items),)


def dose_lines(decision: Decision, regimen: Regimen) -> Iterator[Line]:
    """What a person reads of the running dose, and of what it becomes."""
    yield Line("Dose", "Running", in_words(decision.running))
    if decision.table and decision.dose is not decision.table:
        yield Line("Dose", "By the newest creatinine alone", in_words(decision.table))
    if dose := decision.dose:
        most = f"{dose.day.shown()} ({dose.day_per_kg.shown()})"
        yield Line("Dose", "In any 24 hours", most)
    yield Line("Dose", "Regimen", regimen.name)


def course_lines(course: Course, weighed: Weighed) -> Iterator[Line]:
    """What a person reads of the newest creatinine, and of the course before it."""
    newest = course.newest
    yield Line(KIDNEYS, "Newest creatinine", f"{newest.row.value.shown()}, {_ago(course.age)}")
    if course.times is None:
        yield Line(KIDNEYS, "Trend", "none can be seen: one creatinine only")
    else:
        against = f"{course.times.shown()} times the lowest of the days before"
        first = course.readings[0].row
        since = f"; {first.value.shown()} on {in_short(first.day)}, the first"
        yield Line(KIDNEYS, "Trend", f"{against}{since}")
    yield Line(KIDNEYS, "Weight", _weight(weighed))


def _ago(age: Quantity) -> str:
    return "on the day of the dose" if age.is_zero else f"{age.shown()} before the dose"


def _weight(weighed: Weighed) -> str:
    """The weight that is dosed by; where weights are dated, how old it is, and the change."""
    now, age = weighed.now, weighed.age
    if age is None:
        return f"{now.shown()}, no day given: weigh today if you can"
    of = f"{now.shown()}, {_ago(age)}: the dose is for it"
    if len(weighed.rows) == 1:
        return of
    first, change = weighed.rows[0], "as"
    if now > first.value:
        change = f"{(now - first.value).shown()} more than"
    if now < first.value:
        change = f"{(first.value - now).shown()} less than"
    return f"{of}; {change} on {in_short(first.day)}, the first"


def kinetic_line(kinetic: Quantity | None) -> Iterator[Line]:
    """What a formula for a changing creatinine says, where there are two to say it of."""
    if kinetic is not None:
        by = "by a formula for a changing creatinine: a warning, never a dose"
        yield Line(KIDNEYS, "While creatinine changes", f"{kinetic.shown()} {by}")


def needed_line(supply: Supply) -> Iterator[Line]:
    """The containers that are needed until the next test, where there is a dose."""
    if needed := supply.needed:
        until = f"up to the test of {in_short(supply.until)}"
        yield Line("Dose", "Containers needed", f"{_containers(needed)}, {until}")


def used_line(supply: Supply) -> Iterator[Line]:
    """The containers so far, where the days are known."""
    if used := supply.used:
        text = f"{_containers(used)}; what was left in each was discarded"
        yield Line("Given so far", "Containers", text)


def _containers(of: Containers) -> str:
    doses = f"{of.doses.shown()} dose{'' if of.doses.value == 1 else 's'}"
    return f"{of.all.shown()} of {CONTAINER.shown()} for {doses}, {of.each.shown()} each"


def given_lines(given: Given, days: Quantity) -> Iterator[Line]:
    """What was given so far, where the days are known."""
    if_so = "if the running dose was given throughout"
    yield Line("Given so far", "Foscarnet", f"{given.foscarnet.shown()} in {days.shown()}, {if_so}")
    salt = f"{given.sodium_mass.shown()} ({given.sodium.shown()})"
    yield Line("Given so far", "Sodium", f"{salt} with the drug alone, diluent and fluid apart")


def trend_table(course: Course, weight: Quantity, regimen: Regimen) -> Table:
    """Each creatinine with its clearance, band and dose, and kidney injury at it."""
    heads = ("When", "Creatinine", "Clearance per kg", "Label band", "Dose by it", "Kidney injury")
    rows = tuple(
        Row(
            f"creatinine-{number}",
            _cells(each, number > 1, weight, regimen),
            _values(each, weight, regimen),
        )
        for number, each in enumerate(course.readings, 1)
    )
    cites = (DOSAGE, LABEL.at(INDUCTION), DEFINITION, STAGING, UK, BETWEEN_STAGES)
    return Table("Creatinine by creatinine", heads, rows, cites)


def _cells(reading: Reading, others: bool, weight: Quantity, regimen: Regimen) -> tuple[str, ...]:
    """The cells of a creatinine, and whether there are others before it."""
    row, per_kg = reading.row, reading.per_kg
    at = f", {row.time:%H:%M}" if row.time else ""
    dose = dose_if_any(per_kg, weight, regimen)
    return (
        f"{in_short(row.day)}{at}",
        row.value.shown(),
        per_kg.shown(),
        dose_band(reading),
        in_words(dose) if dose else "none: stop",
        stage_words(reading.injury) if others else "nothing before it to compare",
    )


def dose_band(reading: Reading) -> str:
    """The label's band in words, in short where there is none."""
    row = reading.in_table
    return row.band if row else f"below {LOWEST}"


def stage_words(injury: Injury | None) -> str:
    """The stage of an injury, in a cell."""
    if injury is None:
        return "no"
    return f"stage {injury.stage}" if injury.stage else "by the UK's figure only"


def _values(reading: Reading, weight: Quantity, regimen: Regimen) -> dict[str, Quantity]:
    dose: Dose | None = dose_if_any(reading.per_kg, weight, regimen)
    values = {"creatinine": reading.row.value, "clearance_per_kg": reading.per_kg}
    return values | (dose.values if dose else {})


def trend(course: Course) -> Trend:
    """The clearances over time, against the edges of the label's bands."""
    points = tuple(
        Point(datetime.combine(each.row.day, each.row.time or time(12)), each.per_kg)
        for each in course.readings
    )
    edges = tuple(constant(edge, PER_KG) for edge in BAND_EDGES)
    return Trend("Clearance per kg", points, edges)


def flow_sheet(course: Course) -> Table:
    """Empty rows for the days from the next dose on, to be filled in by hand."""
    days = (course.dose_day + timedelta(days=number) for number in range(SHEET_DAYS))
    rows = tuple(
        Row(f"day-{number}", (in_short(day), *[""] * (len(SHEET) - 1)), {})
        for number, day in enumerate(days, 1)
    )
    title = "Flow sheet, to be filled in by hand"
    return Table(title, SHEET, rows, (MONITORING, SHEET_RULE), to_fill=True)


def test_day(course: Course, decision: Decision, low_urine: bool) -> date:
    """The day of the first test that is due after that of the dose; the next day if none is."""
    days = [each.at for each in next_tests(course, decision, low_urine).due]
    later = [day for day in days if course.dose_day < day]
    return min(later, default=course.dose_day + timedelta(days=1))


def next_tests(course: Course, decision: Decision, low_urine: bool) -> Schedule:
    """When creatinine and electrolytes are due again."""
    injured = course.injury is not None or low_urine
    daily = decision.dose is None or injured or course.rising
    due = [*_daily(course), *_due(course)] if daily else [*_due(course)]
    cites = WHY_SO_OFTEN if decision.dose else (MONITORING, *AS_OFTEN)
    return Schedule(
        f"Due next: {TESTS}", tuple(due), (*cites, SITE_RULE.at("daily in kidney injury"))
    )


def _daily(course: Course) -> Iterator[Due]:
    day = course.newest.row.day + timedelta(days=1)
    what = "daily from now on, until creatinine falls or is steady: this site's rule"
    yield Due("daily", day, f"{what}{_overdue(course, day)}")


def _due(course: Course) -> Iterator[Due]:
    cadence = course.cadence
    for id, after, who in (
        ("closer", cadence.closer, f"{cadence.closer_words}, by {cadence.who}"),
        ("label", cadence.longest, f"the latest by the US label: {cadence.label}"),
    ):
        day = course.newest.row.day + timedelta(days=int(after.value))
        yield Due(id, day, f"{who}{_overdue(course, day)}")


def _overdue(course: Course, day: date) -> str:
    if day < course.dose_day:
        return "; overdue on the day of the dose"
    return "; on the day of the dose, before it" if day == course.dose_day else ""

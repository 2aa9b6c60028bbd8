"""What may be wrong with a dose on the newest creatinine: cautions, and what is refused."""

from collections.abc import Iterator

from calc.clinical.foscarnet import clearance_words, dose_words
from calc.clinical.foscarnet.clearance import LOWEST_EDGE, Clearance
from calc.clinical.foscarnet.hazards import OFF_COLUMN, OVERDOSE
from calc.clinical.foscarnet.infusion_words import ABOVE_REGIMEN
from calc.clinical.foscarnet.label import LOWEST
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.foscarnet_redose import minerals_now
from calc.clinical.foscarnet_redose.course import (
    AS_OFTEN,
    LEAP,
    LONGEST_GAP,
    MONITORING,
    RISEN,
    Course,
    days_between,
)
from calc.clinical.foscarnet_redose.decision import (
    SAME,
    SAME_PERCENT,
    Decision,
    Move,
    Wait,
    fitted,
    full_mean_per_kg,
    in_column,
    mean_per_kg,
)
from calc.clinical.foscarnet_redose.kinetic import APART, FORMULA, HOURS_COUNTED
from calc.clinical.foscarnet_redose.minerals_now import Newest
from calc.clinical.foscarnet_redose.weights import CHANGE_PERCENT, STEP_PERCENT, Weighed, apart
from calc.clinical.foscarnet_redose.words import LABEL_STOPS, NO_RESTART, RESTART, TWO_AGREE
from calc.clinical.hazards import CLEARANCE_OVERESTIMATED, WRONG_WEIGHT
from calc.clinical.kidney_injury import (
    BETWEEN_STAGES,
    DEFINITION,
    PRESUMED,
    RISE,
    STAGE_1_TO,
    STAGING,
    UK,
    UK_RISE,
    WINDOW,
    WITHIN,
    Injury,
)
from calc.clinical.sources import CHANGING_KIDNEYS, DOSAGE, OVERDOSES
from calc.model.dates import in_short
from calc.model.outcomes import Caution
from calc.model.quantity import Quantity
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.series import Row
from calc.model.sources import SITE_RULE

LAGS = CHANGING_KIDNEYS.at("rapidly changing kidneys")
HELD = "Ask renal before the next dose; creatinine daily."
NO_DOSE = "Creatinine daily."
"""What is said in the place of HELD where there is no dose."""

TOO_OLD = Refusal(
    "creatinine-too-old",
    "The newest creatinine is of {day}, {age} before the dose: the label asks for one {often} in "
    "{phase}, which leaves no gap of more than {longest}.",
    "Take creatinine and electrolytes now, before the next dose, and enter them.",
    (MONITORING, LONGEST_GAP),
)
INJURY = Caution(
    "kidney-injury",
    CLEARANCE_OVERESTIMATED,
    "Kidney injury, stage {stage}. {then}",
    (DEFINITION, STAGING, BETWEEN_STAGES, WITHIN, PRESUMED, SITE_RULE.at("hold and daily")),
    "Acute kidney injury, stage {stage} by KDIGO, at the creatinine of {day}: {how}. By creatinine "
    f"alone: a rise within {WINDOW.shown()} of {RISE['mg/dL'].shown()} or "
    f"{RISE['umol/L'].shown()}, or to one and a half times within a week. Urine is judged apart, "
    "where it was given. The printed stages leave gaps, such as between "
    f"{STAGE_1_TO.shown()} times and twice: there it is the lower stage.",
)
INJURY_UK = Caution(
    "kidney-injury-uk",
    CLEARANCE_OVERESTIMATED,
    "Kidney injury, UK figure. {then}",
    (UK, DEFINITION, WITHIN, SITE_RULE.at("of two figures the lower one warns")),
    f"Acute kidney injury by the UK's figure: creatinine rose by {{rise}} within {WINDOW.shown()} "
    f"up to {{day}}. KDIGO prints {RISE['umol/L'].shown()}. NICE, as it was read, counts "
    f"{UK_RISE.shown()} or more.",
)
AFTER_STOP = Caution(
    "after-a-stop",
    OVERDOSE,
    "If stopped since {day}, this is no order: a specialist decides.",
    (*LABEL_STOPS, NO_RESTART),
    "The creatinine of {day} was below the table, where the label stops foscarnet. If it has not "
    f"started again since, this dose is no order. {RESTART}",
)
RISING = Caution(
    "creatinine-rising",
    CLEARANCE_OVERESTIMATED,
    "Creatinine {times} times the lowest{short}",
    (LAGS, SITE_RULE.at(f"rising from {RISEN.shown()} times on")),
    "Creatinine is {times} times the lowest of the days before: the clearance is likely lower than "
    "{per_kg}{whole}{kinetic} The formula assumes a steady creatinine. In worsening kidneys the "
    "true filtration is likely lower than calculated, a health authority says. No source read lets "
    "a kinetic estimate choose a band of foscarnet, so it warns here and chooses none.",
)
MAY_BE_TOO_HIGH = {
    "short": ": dose may be too high.",
    "whole": ", and the dose may be too high.",
}
"""Said of a dose on a rising creatinine."""
KIDNEYS_ALONE = {"short": ": the kidneys are likely worse than it says.", "whole": "."}
"""Said in its place where there is no dose: none is too high, none is to be given."""
ESTIMATED = " Estimated while it changes: {kinetic}"
"""Said of a kinetic estimate that is lower than the label's formula; the end depends on it."""
ASK_FIRST = f", below {LOWEST}: ask renal colleagues before the next dose."
WARNS = ", a warning and never a dose."
NOT_EVERY_SECOND_DAY = Caution(
    "creatinine-getting-old",
    CLEARANCE_OVERESTIMATED,
    "Creatinine {age} old. {then}",
    (MONITORING, *AS_OFTEN),
    "The newest creatinine is {age} older than the dose: {who} would have one {often}.",
)
GAP = Caution(
    "creatinine-gap",
    CLEARANCE_OVERESTIMATED,
    "{gap} without a creatinine: what happened between is not known.",
    (MONITORING, LONGEST_GAP),
    "The days lie before the newest creatinine, and are more than the label's frequency leaves.",
)
LEAPT = Caution(
    "creatinine-leap",
    CLEARANCE_OVERESTIMATED,
    "Check day, unit, point, name: from {then} to {now} {in_days}.",
    (SITE_RULE.at(f"{LEAP} times, or one part in {LEAP}"),),
    "So great a step may be a slip of the day, the unit or the decimal point, or the sample of "
    "another person: check the name on it.",
)
ROSE = Caution(
    "dose-rises",
    OVERDOSE,
    "The dose rises: have a second person check both creatinines.",
    (DOSAGE, TWO_AGREE),
    "The label's table says how much it rises; whether one creatinine is enough, no passage read "
    "says. Two of different days agree here.",
)
ROSE_BY_WEIGHT = Caution(
    "dose-rises-by-weight",
    WRONG_WEIGHT,
    "The dose rises by weight alone: is it fluid? Ask before giving more.",
    (DOSAGE, SITE_RULE.at("a dose that rises by weight alone is asked about")),
    "The table gives as much for each kg as runs; the weight is what rose. Water changes the "
    "weight and hardly the kidneys.",
)
WAITING = Caution(
    "rise-waits",
    CLEARANCE_OVERESTIMATED,
    "Wait for a second creatinine; the table alone gives {short}.",
    (DOSAGE, TWO_AGREE),
    "The label's table alone would give {table}. To wait for a second creatinine is a rule of this "
    "site. Where the infection worsens, a specialist may decide otherwise.",
)
BY_WEIGHT = Caution(
    "rise-by-weight",
    WRONG_WEIGHT,
    "Is the weight fluid? By weight alone the dose would be {short}.",
    (SITE_RULE.at("a dose does not rise by a stepped weight"),),
    "The table alone would give {table}: as much for each kg as runs, for more kg. That it waits "
    "is a rule of this site; a specialist may decide otherwise.",
)
ABOVE = Caution(
    "running-above-regimen",
    OVERDOSE,
    "Check weight, unit, regimen: {running} in 24 hours; full dose {full}.",
    (DOSAGE, OVERDOSES, SITE_RULE.at(f"more than {SAME_PERCENT}% above the full dose")),
    "The running dose is above the full dose of this regimen. Was it given so? The label says that "
    "its doses should not be exceeded, and tells of seizures and a death.",
)
NOT_IN_TABLE = Caution(
    "running-not-in-table",
    OFF_COLUMN,
    "The running dose is in no row of its column: another weight or regimen?",
    (SITE_RULE.at(f"a dose more than {SAME_PERCENT}% from every row of its interval"),),
    "It is {running}, which stands in no row of this regimen's column. Was it ordered for another "
    "weight or regimen?",
)
WEIGHT_CHANGED = Caution(
    "weight-changed",
    WRONG_WEIGHT,
    "Weight {start} to {now}: is it fluid? The dose is for the newest.",
    (DOSAGE, SITE_RULE.at(f"a change of {CHANGE_PERCENT}% or more")),
    "The label says body weight and no more. Water that comes or goes in days changes the weight "
    "and hardly the kidneys.",
)
WEIGHT_STEP = Caution(
    "weight-step",
    WRONG_WEIGHT,
    "Check scale, unit, name: from {then} to {now} {in_days}. Is it fluid?",
    (DOSAGE, SITE_RULE.at(f"a step of {STEP_PERCENT}% or more between two weights")),
    "So great a step may be a slip, or the weight of another person. The label says body weight "
    "and no more; the dose is for the newest.",
)
WEIGHT_OLD = Caution(
    "weight-old",
    WRONG_WEIGHT,
    "Weight {age} old: weigh before the dose.",
    (SITE_RULE.at("a weight is as old as a closer watch lets a creatinine be"),),
    "The dose is this weight times mg/kg. No source read says how often to weigh.",
)


def refuse_above(decision: Decision, regimen: Regimen) -> None:
    """Raise RefusalRaised where a single dose above the regimen's full one would go on, or rise.

    In 24 hours it may be less than the table's: then a figure of it is wrong.
    """
    running, full = decision.running, regimen.full_dose
    higher = decision.move in (Move.WAITS, Move.RISES)
    if higher and full + full * SAME < running.per_kg:
        words = {"dose": f"{running.per_kg.shown()} as it runs", "full": full.shown()}
        raise RefusalRaised(ABOVE_REGIMEN.filled(**words))


def refuse_old(course: Course, phase: str) -> None:
    """Raise RefusalRaised where the newest creatinine is older than any labelled gap."""
    newest = course.newest
    if course.age <= course.cadence.longest or newest.in_table is None:
        return
    words = {
        "day": in_short(newest.row.day),
        "age": course.age.shown(),
        "often": course.cadence.label,
        "phase": phase,
        "longest": course.cadence.longest.shown(),
    }
    raise RefusalRaised(TOO_OLD.filled(**words), {"clearance_per_kg": newest.per_kg})


def cautions(
    course: Course,
    decision: Decision,
    clearance: Clearance,
    weighed: Weighed,
    regimen: Regimen,
    newest: Newest,
    kinetic: Quantity | None,
) -> Iterator[Caution]:
    """What to know before acting on what becomes of the running dose.

    `weighed` are the weights, `newest` the newest minerals and urine, `kinetic` a clearance
    (mL/min/kg) that only warns.
    """
    if course.stop and decision.dose:
        yield AFTER_STOP.filled(day=in_short(course.stop.row.day))
    yield from _of_order(decision, weighed, regimen)
    yield from minerals_now.cautions(newest, bool(decision.dose), _held(decision))
    yield from _of_trend(course, decision, kinetic)
    yield from _of_weight(course, decision, weighed)
    if dose := decision.dose:
        consequence = dose_words.consequence_for(dose, weighed.now, regimen)
        yield from dose_words.too_much(dose.day)
        yield from clearance_words.cautions(clearance, consequence)


def _of_order(decision: Decision, weighed: Weighed, regimen: Regimen) -> Iterator[Caution]:
    if decision.move is Move.RISES and decision.table:
        by_weight = any(
            each < weighed.now and fitted(decision.running, each, decision.table)
            for each in weighed.earlier
        )
        yield ROSE_BY_WEIGHT if by_weight else ROSE
    if decision.move is Move.WAITS and decision.table:
        waiting = BY_WEIGHT if decision.wait is Wait.BY_WEIGHT else WAITING
        yield waiting.filled(
            table=dose_words.in_words(decision.table), short=dose_words.headline(decision.table)
        )
    running = decision.running
    full = full_mean_per_kg(regimen)
    if full + full * SAME < mean_per_kg(running):
        yield ABOVE.filled(running=mean_per_kg(running).shown(), full=full.shown())
    elif not any(in_column(running, each, regimen) for each in (weighed.now, *weighed.earlier)):
        yield NOT_IN_TABLE.filled(running=dose_words.in_words(running))


def _of_weight(course: Course, decision: Decision, weighed: Weighed) -> Iterator[Caution]:
    """The cautions of a weight that stepped, has changed since the start, or is old."""
    if weighed.steps:
        then, now = max(weighed.steps, key=lambda step: apart(step[0].value, step[1].value))
        yield WEIGHT_STEP.filled(
            then=then.value.shown(), now=now.value.shown(), in_days=_in_days(then, now)
        )
    if weighed.changed and weighed.first and not (weighed.steps and len(weighed.rows) == 2):
        yield WEIGHT_CHANGED.filled(start=weighed.first.shown(), now=weighed.now.shown())
    if decision.dose and weighed.age and weighed.age > course.cadence.closer:
        yield WEIGHT_OLD.filled(age=weighed.age.shown())


def _in_days(then: Row, now: Row) -> str:
    days = days_between(then.day, now.day)
    return "within the day" if days.is_zero else f"in {days.shown()}"


def _held(decision: Decision) -> str:
    return HELD if decision.dose else NO_DOSE


def _of_trend(course: Course, decision: Decision, kinetic: Quantity | None) -> Iterator[Caution]:
    """The cautions of the creatinines; what to do then depends on whether there is a dose."""
    if injury := course.injury:
        yield _injury(injury, _held(decision))
    if course.rising and course.times:
        yield _rising(course, course.times, decision, kinetic)
    cadence = course.cadence
    if course.age > cadence.closer:
        yield NOT_EVERY_SECOND_DAY.filled(
            age=course.age.shown(),
            often=cadence.closer_words,
            who=cadence.who,
            then="Take it before the dose if you can." if decision.dose else "Take one today.",
        )
    if course.gap and course.gap > cadence.longest:
        yield GAP.filled(gap=course.gap.shown())
    if course.leapt and course.before:
        then, now = course.before.row, course.newest.row
        yield LEAPT.filled(
            then=then.value.shown(), now=now.value.shown(), in_days=_in_days(then, now)
        )


def _rising(
    course: Course, times: Quantity, decision: Decision, kinetic: Quantity | None
) -> Caution:
    """The caution of a rising creatinine, with the kinetic estimate where that is lower."""
    per_kg = course.newest.per_kg
    words = MAY_BE_TOO_HIGH if decision.dose else KIDNEYS_ALONE
    words = {"times": times.shown(), "per_kg": per_kg.shown(), **words}
    if kinetic is None or per_kg <= kinetic:
        return RISING.filled(**words, kinetic="")
    below = kinetic < LOWEST_EDGE and decision.dose
    said = f"{ESTIMATED.format(kinetic=kinetic.shown())}{ASK_FIRST if below else WARNS}"
    if below:
        words["short"] += " Ask renal first."
    filled = RISING.filled(**words, kinetic=said)
    return filled._replace(cites=(*filled.cites, FORMULA, APART, HOURS_COUNTED))


def _injury(injury: Injury, then: str) -> Caution:
    day = in_short(injury.row.day)
    if not injury.stage:
        rise = injury.rise.shown() if injury.rise else ""
        return INJURY_UK.filled(rise=rise, day=day, then=then)
    how = f"{injury.times.shown()} times the lowest of the days before"
    if injury.rise:
        how = f"up {injury.rise.shown()} within {WINDOW.shown()}, {how}"
    return INJURY.filled(stage=str(injury.stage), day=day, how=how, then=then)

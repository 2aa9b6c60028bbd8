"""What is said of the days of the vaccine: verdict, what to do, what differs, what is unknown."""

from collections.abc import Iterator
from datetime import date

from calc.clinical.calendar import earliest, latest
from calc.clinical.country import Country
from calc.clinical.sources import (
    ACIP,
    SHINGRIX,
    VACCINE_UK_TEXT,
    VACCINE_UK_UPDATE,
)
from calc.clinical.vaccine.hazards import TOO_EARLY, TOO_LATE
from calc.clinical.vaccine.label import (
    AUSTRALIA,
    AUSTRALIA_AFTER,
    BEFORE_STOPPING,
    BEFORE_TREATMENT,
    CDC,
    ENGLAND,
    GRACE,
    GUIDANCE,
    IMMUNIZE,
    LEAST_APART,
    QUOTED,
    SINCE_IMMUNOGLOBULIN,
    UK_TEXT,
    UK_WINDOWS,
)
from calc.clinical.vaccine.order import TRANSPLANT_WORDS, Transplant
from calc.clinical.vaccine.plan import WAITS, WINDOWS, Course, Plan, Verdict
from calc.model.dates import in_short, in_words
from calc.model.inputs import YesNoUnknown
from calc.model.outcomes import Caution
from calc.model.quantity import Step, constant
from calc.model.refusals import Refusal
from calc.model.sources import SITE_RULE, Cite
from calc.model.statements import Box, Check

AUTOLOGOUS, CAR_T = WAITS[Transplant.AUTOLOGOUS], WAITS[Transplant.CAR_T]
LONG_AGO = constant(24, "mo")
"""A first dose that was longer ago is asked about: a rule of this site."""

ZOSTER_NOT_OVER = Refusal(
    "vaccine-zoster-not-over",
    "Zoster is not over: a dose waits until the lesions have crusted and the symptoms have eased, "
    "and no day can be named for that.",
    "Treat it, and ask again once both are so.",
    (SHINGRIX.at("answer"),),
)

NOT_SAID = SITE_RULE.at("no source read says whether it counts")

# ---- Cautions

DISPUTED = Caution(
    "vaccine-second-dose-disputed",
    TOO_EARLY,
    "Repeat it: the second dose came {apart} days after the first.",
    (CDC, IMMUNIZE, SITE_RULE.at("where sources differ, the safer one")),
    "By CDC's words it does not count; Immunize.org lets {grace} less than {least} pass. The safer "
    "rule is to repeat it.",
)
GIVEN_EARLY = Caution(
    "vaccine-given-early-after-transplant",
    TOO_EARLY,
    "Ask your centre whether it counts: given early after {transplant}.",
    (*QUOTED, NOT_SAID),
    "The first dose was given earlier after {transplant} than any source read would.",
)
BEFORE_TRANSPLANT = Caution(
    "vaccine-dose-before-transplant",
    TOO_EARLY,
    "Ask your centre whether a dose before {transplant} counts.",
    (NOT_SAID,),
    "No source read says whether it counts after it. "
    "Where the second dose falls after it, the days that sources allow are shown too.",
)
SOURCES_DIFFER = Caution(
    "vaccine-transplant-sources-differ",
    TOO_EARLY,
    "Sources differ after {transplant}: some from {last} only.",
    tuple(dict.fromkeys(cite for each in (*AUTOLOGOUS, *CAR_T) for cite in each.cites)),
    "They differ: {later}. None is chosen here: the day is the first that any of them allows.",
)
RECONSTITUTION = Caution(
    "vaccine-car-t-reconstitution",
    TOO_EARLY,
    "After CAR-T no day is enough: look for immune reconstitution, too.",
    CAR_T[0].cites + CAR_T[1].cites,
    "The guidelines quoted also ask for immune reconstitution shown and no immunosuppression. "
    f"The other table also asks for {SINCE_IMMUNOGLOBULIN.shown()} since immunoglobulin.",
)
SOON_AFTER_ZOSTER = Caution(
    "vaccine-soon-after-zoster",
    TOO_EARLY,
    "Less than {after} since zoster: Australia would wait until {until}.",
    (AUSTRALIA, SHINGRIX.at("answer")),
    "{country} Others name more, and not for the immunosuppressed: see the days.",
)
BEFORE_PROGRAMME = Caution(
    "vaccine-before-uk-programme",
    TOO_EARLY,
    "England: second dose from {until}; the maker: from {shorter}.",
    (ENGLAND, UK_TEXT),
    "The programme of England gives the second dose from the later day on. The maker's UK text "
    "allows a shorter schedule.",
)
TREATMENT_FIRST = Caution(
    "vaccine-treatment-first",
    TOO_LATE,
    "Ask: can treatment wait? {which} before {treatment}.",
    (GUIDANCE, BEFORE_TREATMENT, SITE_RULE.at("ask whether treatment can wait")),
    "Ask whether the treatment can wait, or give the dose when immunosuppression is lower.",
)
UNPROTECTED = Caution(
    "vaccine-after-prophylaxis",
    TOO_LATE,
    "Ask whether prophylaxis can go on: it is to stop on {stops}.",
    (*QUOTED, SITE_RULE.at("ask whether prophylaxis can go on")),
    f"CDC as quoted begins the vaccine about {BEFORE_STOPPING.shown()} before.",
)
LIVE_IN_UK = Caution(
    "vaccine-after-zostavax-in-uk",
    TOO_LATE,
    "Ask the local programme: it said in 2023 not to revaccinate after Zostavax.",
    (VACCINE_UK_UPDATE.at("main changes"), CDC),
    "The UK programme said so of its Zostavax; the US says two doses whatever was given before.",
)
LONG_SINCE = Caution(
    "vaccine-long-ago",
    TOO_LATE,
    "Check the year: the first dose is said to be of {first}.",
    (SITE_RULE.at("a day so long ago may be a slip"),),
    "That is more than {long} before.",
)

# ---- To do, and what is not settled

BOOK = Check(
    "Give Shingrix, and book the second dose: two are needed.",
    (ACIP.at("summary"), CDC),
    "After zoster or Zostavax too.",
)
BOOK_LATER = Check(
    "Book the day. Antivirals go on meanwhile.",
    (GUIDANCE,),
    "The vaccine is not live, and they need not stop.",
)
SECOND_NOW = Check("Give the second dose: it completes the series.", (GUIDANCE,))
LATE = Check("Give the second dose now; the series is not begun again.", (CDC, GUIDANCE))
REPEAT = Check(
    f"Give a second dose again, at least {LEAST_APART.shown()} after the early one.",
    (CDC, GUIDANCE),
)
DONE = Check(
    "Nothing more: whether a booster is needed is not established.",
    (VACCINE_UK_TEXT.at("dosage"),),
)
ASK_ANEW = Check(
    "Ask the transplant centre whether to vaccinate anew, and from when.",
    (NOT_SAID,),
)
BOTH_BEFORE = Check(
    "There is room before the treatment.",
    (BEFORE_TREATMENT,),
    f"US advice then allows {LEAST_APART.shown()} between the doses.",
)
UK_LATE_OR_EARLY = Check(
    "UK: no sentence read on a second dose too early or late; the US rule is shown.",
    (SITE_RULE.at("no UK sentence read"),),
)
UK_AFTER_ZOSTER = Check(
    "UK: no source read says how long to wait after zoster.",
    (SITE_RULE.at("no UK sentence read"),),
    "In severe immunosuppression.",
)
UK_TRANSPLANT = Check(
    "UK: no UK source read gives the time after a transplant or CAR-T.",
    (SITE_RULE.at("no UK sentence read"),),
)
HOW_LONG_BEFORE = Check(
    "How long before treatment the last dose must be: no source read says.",
    (SITE_RULE.at("no source found"),),
    "Nor how to time it with anti-CD38, bispecific antibodies or steroids.",
)
MONTHS = Step(
    "how days are counted",
    "the day of a dose or a transplant is day 0",
    "by the calendar",
    "day 0 is the dose or the transplant; a month ends on the same day of the month. Where there "
    "is no such day, an earliest day is the first of the next month, and a last day the last of "
    "its own",
    (SITE_RULE.at("never too early, never too late"),),
)


def heading(plan: Plan) -> str:
    """What the headline is about."""
    if plan.verdict is Verdict.COMPLETE:
        return "Both doses given"
    return "First dose" if plan.course.first is None else "Second dose"


def headline(plan: Plan) -> str:
    """The day in one breath."""
    day = in_words(plan.next) if plan.next else ""
    apart = f"{plan.course.apart} days apart"
    if plan.verdict is Verdict.COMPLETE and plan.before_transplant:
        transplant = TRANSPLANT_WORDS[plan.course.transplant]
        return f"{apart}, but before {transplant}: ask whether they count"
    return {
        Verdict.FIRST: day,
        Verdict.FIRST_LATER: f"Not before {day}",
        Verdict.SECOND: day,
        Verdict.SECOND_LATER: f"Not before {day}",
        Verdict.OVERDUE: f"Overdue: give it on {day}",
        Verdict.REPEAT: f"Given too early: repeat it, not before {day}",
        Verdict.DISPUTED: f"Sources differ: repeat it, not before {day}",
        Verdict.COMPLETE: f"{apart}: complete",
    }[plan.verdict]


def reason(plan: Plan) -> str:
    """Why, in one sentence."""
    course = plan.course
    if plan.verdict is Verdict.COMPLETE:
        return f"At least {LEAST_APART.shown()} lie between them."
    if plan.verdict in (Verdict.REPEAT, Verdict.DISPUTED):
        return f"{course.apart} days lie between them, fewer than {LEAST_APART.shown()}."
    if plan.verdict in (Verdict.FIRST_LATER, Verdict.SECOND_LATER):
        return " ".join(_held_by(plan))
    if course.first is None:
        return "No source read bars that day."
    assert plan.next
    days = f"It is {(plan.next - course.first).days} days after the first"
    if plan.verdict is Verdict.OVERDUE:
        _, usual = WINDOWS[course.country]
        return (
            f"{days}: the window ended on {in_short(latest(course.first, usual.high))}, "
            f"{usual.high.shown()} after it."
        )
    if plan.in_a_window:
        return f"{days}: within a window that sources give."
    start = in_short(earliest(course.first, WINDOWS[course.country][0].low))
    return f"{days}: it counts, though the first window that sources give begins on {start}."


def _held_by(plan: Plan) -> Iterator[str]:
    """What makes the wished day too early."""
    course, wished = plan.course, plan.course.wished
    assert wished
    if course.last and wished < (least := earliest(course.last, LEAST_APART)):
        after = f"{LEAST_APART.shown()} after the first"
        yield f"The second dose counts from {in_short(least)}, {after}."
    if course.zoster_since and wished < course.zoster_since:
        yield f"Zoster is over on {in_short(course.zoster_since)} only."
    if plan.held and wished < (first := min(plan.waits, key=lambda each: each.since)).since:
        yield (
            f"The first day after {TRANSPLANT_WORDS[course.transplant]} that a source read "
            f"allows is {in_short(first.since)}, {first.wait.after.shown()} after it."
        )


def lists(plan: Plan) -> tuple[Box, ...]:
    """What to do, and what no source read settles."""
    boxes = (
        Box("What to do", tuple(_to_do(plan))),
        Box("What no source read settles", tuple(_not_settled(plan))),
    )
    return tuple(box for box in boxes if box.items)


def _to_do(plan: Plan) -> Iterator[Check]:
    yield {
        Verdict.FIRST: BOOK,
        Verdict.FIRST_LATER: BOOK_LATER,
        Verdict.SECOND: SECOND_NOW,
        Verdict.SECOND_LATER: BOOK_LATER,
        Verdict.OVERDUE: LATE,
        Verdict.REPEAT: REPEAT,
        Verdict.DISPUTED: REPEAT,
        Verdict.COMPLETE: ASK_ANEW if plan.before_transplant else DONE,
    }[plan.verdict]
    if plan.fits_before_treatment:
        yield BOTH_BEFORE


def _not_settled(plan: Plan) -> Iterator[Check]:
    course = plan.course
    if course.country is Country.UK:
        if plan.verdict in (Verdict.OVERDUE, Verdict.REPEAT, Verdict.DISPUTED):
            yield UK_LATE_OR_EARLY
        if plan.next and course.zoster_since:
            yield UK_AFTER_ZOSTER
        if plan.held:
            yield UK_TRANSPLANT
    if course.treatment and plan.next:
        yield HOW_LONG_BEFORE


def cautions(plan: Plan) -> Iterator[Caution]:
    """What speaks against the day, or asks for a look."""
    course = plan.course
    if plan.verdict is Verdict.DISPUTED:
        yield DISPUTED.filled(
            apart=str(course.apart), grace=GRACE.shown(), least=LEAST_APART.shown()
        )
    if plan.given_early:
        early = GIVEN_EARLY.filled(transplant=TRANSPLANT_WORDS[course.transplant])
        yield early._replace(cites=(*_cites(plan), NOT_SAID))
    if plan.before_transplant:
        yield BEFORE_TRANSPLANT.filled(transplant=TRANSPLANT_WORDS[course.transplant])
    if plan.later:
        later = "; ".join(
            f"from {in_short(each.since)} by {each.wait.whose}" for each in plan.later
        )
        last = in_short(max(each.since for each in plan.later))
        transplant = TRANSPLANT_WORDS[course.transplant]
        differ = SOURCES_DIFFER.filled(transplant=transplant, last=last, later=later)
        yield differ._replace(cites=_cites(plan))
    if plan.held and course.transplant is Transplant.CAR_T:
        yield RECONSTITUTION
    if until := plan.soon_after_zoster:
        uk = course.country is Country.UK
        yield SOON_AFTER_ZOSTER.filled(
            after=AUSTRALIA_AFTER.shown(),
            until=in_short(until),
            country="No UK time was read." if uk else "US advice names no time.",
        )
    if until := plan.before_programme:
        assert course.first
        shorter = earliest(course.first, UK_WINDOWS[0].low)
        yield BEFORE_PROGRAMME.filled(until=in_short(until), shorter=in_short(shorter))
    if plan.fits_before_treatment is False:
        yield _treatment(plan)
    if plan.unprotected:
        assert course.stops
        yield UNPROTECTED.filled(stops=in_short(course.stops))
    if course.country is Country.UK and course.live_before is YesNoUnknown.YES and plan.next:
        yield LIVE_IN_UK
    if _long_ago(course):
        assert course.first
        yield LONG_SINCE.filled(first=in_short(course.first), long=LONG_AGO.shown())


def _cites(plan: Plan) -> tuple[Cite, ...]:
    """Where the waits of this transplant come from."""
    return tuple(dict.fromkeys(cite for each in plan.waits for cite in each.wait.cites))


def _treatment(plan: Plan) -> Caution:
    """Which dose comes before the treatment, where not all do: it can be the first one alone."""
    treatment = plan.course.treatment
    assert treatment
    assert plan.next
    which = "Only the first dose fits" if plan.next < treatment else "No dose fits"
    return TREATMENT_FIRST.filled(which=which, treatment=in_short(treatment))


def _long_ago(course: Course) -> bool:
    then: date | None = course.second or course.wished
    return bool(course.first and then and latest(course.first, LONG_AGO) < then)

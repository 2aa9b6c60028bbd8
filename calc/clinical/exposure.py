"""After contact with chickenpox or zoster: what to give, until when, and from when to isolate."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from calc.clinical.calendar import earliest
from calc.clinical.country import Country, CountryAsked
from calc.clinical.sources import (
    BISPECIFIC_PANEL,
    CDC_STAFF,
    CDC_TESTS,
    EXPOSURE_CHEO,
    EXPOSURE_LOTHIAN,
    EXPOSURE_PULSE,
    EXPOSURE_UK,
    VARIZIG,
)
from calc.model.asking import When
from calc.model.calculator import KnownAnswer, calculator
from calc.model.dates import Date, in_short, in_words
from calc.model.inputs import YesNoUnknown, yes_no_unknown
from calc.model.limited import Limited
from calc.model.limits import limits
from calc.model.outcomes import Answer, Caution, FieldError, Hazard, InputError
from calc.model.quantity import Quantity, constant
from calc.model.results import Due, Schedule
from calc.model.sources import SITE_RULE, Cite
from calc.model.statements import Box, Check
from calc.model.tables import Table
from calc.model.written import Span

CDC = VARIZIG.at("summary")
DAYS_UK = (
    EXPOSURE_LOTHIAN.at("immunosuppressed patients"),
    EXPOSURE_PULSE.at("days 7 to 14"),
)
PRECAUTIONS = EXPOSURE_CHEO.at("exposure")
NO_UK = SITE_RULE.at("no UK sentence read")

# "as soon as possible after exposure to the varicella-zoster virus and within 10 days", "ideally
# within 96 hours (4 days)"
GLOBULIN_BY = constant(10, "d")
GLOBULIN_IDEALLY_BY = constant(4, "d")
# "antiviral prophylaxis from day 7 after first exposure"; to day 14 by news of the guideline
ANTIVIRAL_FROM = constant(7, "d")
ANTIVIRAL_TO = constant(14, "d")
# "Airborne precautions from 8 days after first exposure until 21 days after last exposure (28 days
# if given VZIG)"
APART_FROM = constant(8, "d")
APART_TO = constant(21, "d")
APART_TO_WITH_GLOBULIN = constant(28, "d")

YEARS = Span(date(2020, 1, 1), date(2099, 12, 31), "the years in which this may be used")

FirstContact = Annotated[
    date,
    Date(
        label="First contact",
        hint="The first day with the person who had chickenpox or zoster.",
        hard=YEARS,
    ),
]
LastContact = Annotated[
    date,
    Date(
        label="Last contact",
        hint="If there was more than one day; the day of asking, if it goes on.",
        hard=YEARS,
    ),
]
Today = Annotated[date, Date(label="Day of asking", hint="Typed: no clock is read.", hard=YEARS)]
Immunity = Annotated[
    YesNoUnknown,
    yes_no_unknown(
        "Immune to VZV?",
        hint="VZV IgG of this patient. A history of chickenpox alone is not known.",
    ),
]
AntibodyDoubtful = Annotated[
    YesNoUnknown,
    yes_no_unknown("Immune globulin in recent months, or a bispecific antibody?"),
    When("immunity", ("yes",)),
]


def _since_the_first(first_contact: date, day_of_asking: date) -> Quantity:
    # a day of asking before the contact is refused in words of its own
    return Quantity(Fraction(max((day_of_asking - first_contact).days, 0)), "d")


SINCE_THE_FIRST = Limited(
    label="Time from it to the day of asking",
    unit="d",
    ways={"first_contact": _since_the_first},
    soft=limits(0, 30, "beyond it a slip of the day, the month or the year is likely"),
)
"""A slip here would say that it is too late."""


class Verdict(StrEnum):
    """What is to be done, as programs read it."""

    WATCH = "watch"
    TEST = "test"
    GLOBULIN = "immune-globulin"
    ANTIVIRAL_LATER = "antiviral-later"
    ANTIVIRAL = "antiviral"
    TOO_LATE = "too-late"


@dataclass(frozen=True)
class Exposure:
    """The days of contact, the day of asking, and whether the patient is immune."""

    country: Country
    first: date
    last: date
    today: date
    immunity: YesNoUnknown

    @property
    def last_day(self) -> date:
        """The last day on which a source read gives something: by the first contact, and once that
        is over by the last one."""
        by_first = self.last_day_after(self.first)
        return by_first if self.today <= by_first else self.last_day_after(self.last)

    @property
    def by_the_last(self) -> bool:
        """Whether the days after the first contact are over, and those after the last are not."""
        return self.last_day_after(self.first) < self.today <= self.last_day

    def last_day_after(self, contact: date) -> date:
        """The last day on which a source read gives something after a contact."""
        us = self.country is Country.US
        return earliest(contact, GLOBULIN_BY if us else ANTIVIRAL_TO)

    @property
    def verdict(self) -> Verdict:
        """What is to be done on the day of asking."""
        if self.immunity is YesNoUnknown.YES:
            return Verdict.WATCH
        if self.last_day < self.today:
            return Verdict.TOO_LATE
        if self.immunity is YesNoUnknown.UNKNOWN:
            return Verdict.TEST
        if self.country is Country.US:
            return Verdict.GLOBULIN
        started = earliest(self.first, ANTIVIRAL_FROM) <= self.today
        return Verdict.ANTIVIRAL if started else Verdict.ANTIVIRAL_LATER


MISSED = Hazard(1, "exposure-missed", "Chickenpox that could have been made milder: it can kill.")

DOUBTFUL = Caution(
    "exposure-antibody-doubtful",
    MISSED,
    "The antibody may be another person's: immune globulin brings antibodies, and a panel reads "
    "tests with caution on bispecific antibodies. Look for one from before; until then immunity "
    "is not known.",
    (BISPECIFIC_PANEL.at("table 4"), SITE_RULE.at("antibodies from immune globulin")),
)
NOT_IDEAL = Caution(
    "exposure-beyond-the-ideal",
    MISSED,
    f"More than {GLOBULIN_IDEALLY_BY.shown()} since the first contact: immune globulin is approved "
    "to be given ideally before. Give it today.",
    (CDC,),
)
LATE_START = Caution(
    "exposure-late-start",
    MISSED,
    f"Day {ANTIVIRAL_FROM.number()} has passed: start today. No source read says how long a late "
    "course runs; ask the virologist.",
    (NO_UK,),
)
LATER_CONTACT = Caution(
    "exposure-by-the-last-contact",
    MISSED,
    "Counted from the first contact the days ended on {end}; counted from the last they have not. "
    "No source read says which of several contacts counts: call infection specialists today.",
    (SITE_RULE.at("never too late while a later contact counts"),),
)

GLOBULIN = Check(
    "Varicella-zoster immune globulin as soon as possible, today: for those at high risk without "
    "immunity in whom the varicella vaccine, a live one, is contraindicated.",
    (CDC, SITE_RULE.at("a live vaccine is not given")),
)
ANTIVIRAL = Check(
    "Aciclovir or valaciclovir by mouth, at the dose of the current UKHSA guideline, adjusted for "
    "the kidneys. No source read gives the dose.",
    (EXPOSURE_UK.at("details"), *DAYS_UK, SITE_RULE.at("no dose without its source")),
)
ONE_ACICLOVIR = Check(
    "Already on aciclovir or valaciclovir, as prophylaxis perhaps: ask the virologist which dose, "
    "and for which days. Never two of them side by side.",
    (SITE_RULE.at("one aciclovir at a time"),),
)
NO_GLOBULIN_IN_UK = Check(
    "Intramuscular varicella zoster immune globulin is no longer to be had in the UK. Normal "
    "immune globulin into a vein may be considered where oral antivirals are contraindicated.",
    (EXPOSURE_UK.at("details"),),
)
TEST = Check(
    "Send VZV IgG today, before any immune globulin, and call the laboratory. If no result can be "
    "back in time, treat as not immune.",
    (EXPOSURE_LOTHIAN.at("immunosuppressed patients"), SITE_RULE.at("not known is not immune")),
)
CALL = Check(
    "Call infection specialists today: no source read says what to give now. Watch for rash.",
    (SITE_RULE.at("beyond the days of the sources"),),
)
WATCH = Check(
    "No prophylaxis by the sources read, which give it to those without immunity. Watch for rash.",
    (CDC, EXPOSURE_LOTHIAN.at("immunosuppressed patients")),
)
RASH = Check(
    "Rash, fever or breathlessness: swab for VZV PCR, isolate and treat the same day.",
    (CDC_TESTS.at("laboratory testing"), SITE_RULE.at("treat the same day")),
)
APART = Check(
    "In hospital: airborne precautions on the days below. That is one hospital's rule; CDC has the "
    "same days for staff.",
    (PRECAUTIONS, CDC_STAFF.at("recommendations")),
)
APART_UK = Check("UK: no source read gives days of isolation for an exposed patient.", (NO_UK,))

SCOPE = Check(
    "Adults with myeloma after a contact that counts: ask infection control whether it does. "
    "Chickenpox and zoster both count.",
    (VARIZIG.at("summary"), SITE_RULE.at("whether a contact counts is not decided here")),
)
DAYS = Table(
    f"Days after the first contact. Sources: {VARIZIG}; {EXPOSURE_LOTHIAN}; {EXPOSURE_PULSE}.",
    ("What", "Days"),
    (
        ("US, immune globulin", f"at once, by day {GLOBULIN_BY.number()}"),
        (
            "UK, oral antiviral",
            f"day {ANTIVIRAL_FROM.number()} to day {ANTIVIRAL_TO.number()}",
        ),
        (
            "Airborne precautions (one hospital)",
            f"day {APART_FROM.number()} to day {APART_TO.number()} after the last contact; to day "
            f"{APART_TO_WITH_GLOBULIN.number()} with immune globulin",
        ),
    ),
    strong=1,
)
ON_DAY_TEN = KnownAnswer(
    {
        "country": "us",
        "first_contact": "2026-11-18",
        "day_of_asking": "2026-11-28",
        "immunity": "no",
    },
    ("Immune globulin today: by Saturday 28 November 2026", "More than 4 days"),
)
BEFORE_DAY_SEVEN = KnownAnswer(
    {**ON_DAY_TEN.answers, "country": "uk", "first_contact": "2026-11-25"},
    ("Antiviral from Wednesday 2 December 2026", "Wednesday 9 December 2026"),
)


@calculator(
    "Exposure to chickenpox or zoster",
    limits=(SINCE_THE_FIRST,),
    scope=SCOPE,
    reference=(DAYS,),
    known_answers=(ON_DAY_TEN, BEFORE_DAY_SEVEN),
    values=(),
    onward=("prophylaxis",),
)
def exposure(
    *,
    country: CountryAsked,
    first_contact: FirstContact,
    last_contact: LastContact | None = None,
    day_of_asking: Today,
    immunity: Immunity,
    antibody_doubtful: AntibodyDoubtful | None = None,
) -> Answer:
    """What to give after contact with chickenpox or zoster in myeloma, until when, and isolation.

    Days counted from the first contact, no value: US immune globulin, UK oral antivirals, or too
    late for both. Immunity that is not known, or rests on an antibody that may be another person's,
    is tested at once, while the days run.
    """
    last = last_contact or first_contact
    if last < first_contact:
        raise _order("last_contact", "Last contact", first_contact)
    if day_of_asking < first_contact:
        raise _order("day_of_asking", "Day of asking", first_contact)
    if day_of_asking < last:
        text = f"Last contact must not be after the day of asking, {in_short(day_of_asking)}"
        raise InputError(FieldError("last_contact", "order", text))
    doubtful = antibody_doubtful in (YesNoUnknown.YES, YesNoUnknown.UNKNOWN)
    known = YesNoUnknown.UNKNOWN if doubtful else immunity
    case = Exposure(country, first_contact, last, day_of_asking, known)
    return Answer(
        {},
        heading="After the contact",
        headline=_headline(case),
        reason=_reason(case),
        decision=case.verdict.value,
        lists=(Box("What to do", tuple(_to_do(case))),),
        cautions=tuple(_cautions(case, doubtful)),
        results=(Schedule("Days", tuple(_due(case)), tuple(dict.fromkeys(_cites(case)))),),
    )


def _order(field: str, label: str, first: date) -> InputError:
    text = f"{label} must not be before the first contact, {in_short(first)}"
    return InputError(FieldError(field, "order", text))


def _headline(case: Exposure) -> str:
    last = in_words(case.last_day)
    return {
        Verdict.WATCH: "Immune: no prophylaxis, watch",
        Verdict.TEST: f"Test today; the days end on {last}",
        Verdict.GLOBULIN: f"Immune globulin today: by {last}",
        Verdict.ANTIVIRAL_LATER: f"Antiviral from {in_words(earliest(case.first, ANTIVIRAL_FROM))}",
        Verdict.ANTIVIRAL: f"Antiviral today, to {last}",
        Verdict.TOO_LATE: f"Too late for what sources give: the days ended on {last}",
    }[case.verdict]


def _reason(case: Exposure) -> str:
    said = f"It is day {(case.today - case.first).days} after the first contact, which is day 0"
    after_last = f", and day {(case.today - case.last).days} after the last"
    return f"{said}{after_last if case.first != case.last else ''}."


def _to_do(case: Exposure) -> Iterator[Check]:
    us = case.country is Country.US
    match case.verdict:
        case Verdict.WATCH:
            yield WATCH
        case Verdict.TOO_LATE:
            yield CALL
        case verdict:
            if verdict is Verdict.TEST:
                yield TEST
            yield GLOBULIN if us else ANTIVIRAL
            if not us:
                yield ONE_ACICLOVIR
                yield NO_GLOBULIN_IN_UK
    yield RASH
    if case.immunity is not YesNoUnknown.YES:
        yield APART if us else APART_UK


def _cautions(case: Exposure, doubtful: bool) -> Iterator[Caution]:
    if doubtful:
        yield DOUBTFUL
    if case.by_the_last and case.verdict is not Verdict.WATCH:
        yield LATER_CONTACT.filled(end=in_short(case.last_day_after(case.first)))
    given = case.verdict in (Verdict.GLOBULIN, Verdict.TEST)
    us = case.country is Country.US
    if us and given and earliest(case.first, GLOBULIN_IDEALLY_BY) < case.today:
        yield NOT_IDEAL
    given = case.verdict in (Verdict.ANTIVIRAL, Verdict.TEST)
    if not us and given and earliest(case.first, ANTIVIRAL_FROM) < case.today:
        yield LATE_START


def _due(case: Exposure) -> Iterator[Due]:
    yield Due("first-contact", case.first, "first contact, day 0")
    if case.last != case.first:
        yield Due("last-contact", case.last, "last contact")
    if case.immunity is not YesNoUnknown.YES:
        if case.country is Country.US:
            what = f"immune globulin, at once, to day {GLOBULIN_BY.number()}{_counted(case)}"
            yield Due("immune-globulin", case.first, what, case.last_day)
        else:
            start = earliest(case.first, ANTIVIRAL_FROM)
            days = f"day {ANTIVIRAL_FROM.number()} to {ANTIVIRAL_TO.number()}{_counted(case)}"
            yield Due("antiviral", start, f"oral antiviral, {days}", case.last_day)
    start = earliest(case.first, APART_FROM)
    yield Due("apart", start, _apart(case), earliest(case.last, APART_TO))
    if case.country is Country.US and case.immunity is not YesNoUnknown.YES:
        end = earliest(case.last, APART_TO_WITH_GLOBULIN)
        yield Due("apart-with-globulin", end, "the last of these days after immune globulin")


def _counted(case: Exposure) -> str:
    """From which contact the last day is counted, where it is not the first."""
    by_first = case.last_day == case.last_day_after(case.first)
    return "" if by_first else " after the last contact"


def _apart(case: Exposure) -> str:
    """What the days are in which chickenpox may begin."""
    if case.immunity is YesNoUnknown.YES or case.country is Country.UK:
        return "watch for rash"
    return "watch for rash; airborne precautions in hospital (one hospital's days)"


def _cites(case: Exposure) -> Iterator[Cite]:
    if case.immunity is not YesNoUnknown.YES:
        yield from (CDC,) if case.country is Country.US else DAYS_UK
    yield PRECAUTIONS
    yield SITE_RULE.at("counted from the first contact, and then from the last")

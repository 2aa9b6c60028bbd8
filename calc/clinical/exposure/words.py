"""What is said of it: the headline, what to do, the cautions, and the days as a schedule."""

from collections.abc import Iterator

from calc.clinical.calendar import earliest
from calc.clinical.country import Country
from calc.clinical.exposure.decision import (
    ANTIVIRAL_FROM,
    ANTIVIRAL_TO,
    APART_FROM,
    APART_TO,
    APART_TO_WITH_GLOBULIN,
    GLOBULIN_BY,
    GLOBULIN_IDEALLY_BY,
    Exposure,
    Verdict,
)
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
from calc.model.dates import in_short, in_words
from calc.model.inputs import YesNoUnknown
from calc.model.outcomes import Caution, Hazard
from calc.model.results import Due
from calc.model.sources import SITE_RULE, Cite
from calc.model.statements import Check

CDC = VARIZIG.at("summary")
DAYS_UK = (
    EXPOSURE_LOTHIAN.at("immunosuppressed patients"),
    EXPOSURE_PULSE.at("days 7 to 14"),
)
PRECAUTIONS = EXPOSURE_CHEO.at("exposure")
NO_UK = SITE_RULE.at("no UK sentence read")

MISSED = Hazard(1, "exposure-missed", "Chickenpox that could have been made milder: it can kill.")

DOUBTFUL = Caution(
    "exposure-antibody-doubtful",
    MISSED,
    "Look for an antibody from before: this one may be another person's.",
    (BISPECIFIC_PANEL.at("table 4"), SITE_RULE.at("antibodies from immune globulin")),
    "Immune globulin brings antibodies, and a panel reads tests with caution on bispecific "
    "antibodies. Until one from before is found immunity is not known.",
)
NOT_IDEAL = Caution(
    "exposure-beyond-the-ideal",
    MISSED,
    f"More than {GLOBULIN_IDEALLY_BY.shown()} since the first contact: give immune globulin today.",
    (CDC,),
    "It is approved to be given ideally before.",
)
LATE_START = Caution(
    "exposure-late-start",
    MISSED,
    f"Day {ANTIVIRAL_FROM.number()} has passed: start today; ask the virologist how long.",
    (NO_UK,),
    "No source read says how long a late course runs.",
)
LATER_CONTACT = Caution(
    "exposure-by-the-last-contact",
    MISSED,
    "Call infection specialists today: by the first contact the days are over.",
    (SITE_RULE.at("never too late while a later contact counts"),),
    "Counted from the first contact they ended on {end}; counted from the last they have not. No "
    "source read says which of several contacts counts.",
)

GLOBULIN = Check(
    "Varicella-zoster immune globulin as soon as possible, today.",
    (CDC, SITE_RULE.at("a live vaccine is not given")),
    "For those at high risk without immunity in whom the varicella vaccine, a live one, is "
    "contraindicated.",
)
ANTIVIRAL = Check(
    "Aciclovir or valaciclovir by mouth, at the dose of the UKHSA guideline.",
    (EXPOSURE_UK.at("details"), *DAYS_UK, SITE_RULE.at("no dose without its source")),
    "Of the current one, adjusted for the kidneys. No source read gives the dose.",
)
ONE_ACICLOVIR = Check(
    "On aciclovir or valaciclovir already: ask which dose; never two side by side.",
    (SITE_RULE.at("one aciclovir at a time"),),
    "As prophylaxis perhaps: ask the virologist which dose, and for which days.",
)
NO_GLOBULIN_IN_UK = Check(
    "UK: intramuscular varicella zoster immune globulin is no longer to be had.",
    (EXPOSURE_UK.at("details"),),
    "Normal immune globulin into a vein may be considered where oral antivirals are "
    "contraindicated.",
)
TEST = Check(
    "Send VZV IgG today, before globulin; no result in time: treat as not immune.",
    (EXPOSURE_LOTHIAN.at("immunosuppressed patients"), SITE_RULE.at("not known is not immune")),
    "Before any immune globulin; call the laboratory.",
)
CALL = Check(
    "Call infection specialists today. Watch for rash.",
    (SITE_RULE.at("beyond the days of the sources"),),
    "No source read says what to give now.",
)
WATCH = Check(
    "No prophylaxis by the sources read. Watch for rash.",
    (CDC, EXPOSURE_LOTHIAN.at("immunosuppressed patients")),
    "They give it to those without immunity.",
)
RASH = Check(
    "Rash, fever or breathlessness: swab for VZV PCR, isolate and treat the same day.",
    (CDC_TESTS.at("laboratory testing"), SITE_RULE.at("treat the same day")),
)
APART = Check(
    "In hospital: airborne precautions on the days below.",
    (PRECAUTIONS, CDC_STAFF.at("recommendations")),
    "That is one hospital's rule; CDC has the same days for staff.",
)
APART_UK = Check("UK: no source read gives days of isolation for an exposed patient.", (NO_UK,))


def headline(case: Exposure) -> str:
    last = in_words(case.last_day)
    return {
        Verdict.WATCH: "Immune: no prophylaxis, watch",
        Verdict.TEST: f"Test today; the days end on {last}",
        Verdict.GLOBULIN: f"Immune globulin today; the last day is {last}",
        Verdict.ANTIVIRAL_LATER: f"Antiviral from {in_words(earliest(case.first, ANTIVIRAL_FROM))}",
        Verdict.ANTIVIRAL: f"Antiviral today, to {last}",
        Verdict.TOO_LATE: f"Too late for what sources give: the days ended on {last}",
    }[case.verdict]


def reason(case: Exposure) -> str:
    said = f"It is day {(case.today - case.first).days} after the first contact, which is day 0"
    after_last = f", and day {(case.today - case.last).days} after the last"
    return f"{said}{after_last if case.first != case.last else ''}."


def to_do(case: Exposure) -> Iterator[Check]:
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


def cautions(case: Exposure, doubtful: bool) -> Iterator[Caution]:
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


def due(case: Exposure) -> Iterator[Due]:
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


def cites(case: Exposure) -> Iterator[Cite]:
    if case.immunity is not YesNoUnknown.YES:
        yield from (CDC,) if case.country is Country.US else DAYS_UK
    yield PRECAUTIONS
    yield SITE_RULE.at("counted from the first contact, and then from the last")

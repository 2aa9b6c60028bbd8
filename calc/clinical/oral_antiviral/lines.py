"""The dose of tablets, and the order beside it, as they are read."""

from collections.abc import Iterator
from itertools import pairwise

from calc.clinical.confusion import STOP_TABLETS, TOXICITY
from calc.clinical.oral_antiviral.compared import Compared, Verdict
from calc.clinical.oral_antiviral.dose import ByText
from calc.clinical.oral_antiviral.label import MODEL, SESSIONS, VALGANCICLOVIR_GIVES
from calc.clinical.oral_antiviral.limits import LIMITS
from calc.clinical.oral_antiviral.rows import AFTER_SESSION, Dose
from calc.clinical.renal import KIDNEYS
from calc.clinical.tablets import Tablets
from calc.model.inputs import YesNoUnknown
from calc.model.outcomes import Line
from calc.model.quantity import Quantity, Step, named_values
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

AFTER_WORDS = "after the session: the dose that falls due then"
CALL = Check(
    "Call infection specialists and the renal team, and neurology perhaps.",
    (SITE_RULE.at("whom to call"),),
    "Neurology where encephalitis cannot be ruled out.",
)


HOLD = "Hold the tablets, and call today"
AS_SOURCES = "as sources for CAR-T and transplants have it"
IN_SERIES: dict[Tablets, str] = {
    "aciclovir": "series in myeloma",
    "valaciclovir": "a few in a series in myeloma",
}


def heading(own: ByText, found: Compared) -> str:
    """Which drug it is, and what of it the headline is about."""
    about = "dose for these kidneys" if found.verdict is Verdict.NO_ORDER else "today's order"
    return f"{own.followed.tablets.capitalize()}, {about}"


def headline(
    own: ByText, order: Dose | None, found: Compared, most: Dose | None, mind: YesNoUnknown
) -> str:
    """The verdict in one breath; in confusion that the tablets are held, and no dose to give.

    A dose of another drug of nearly the same name is asked about first.
    """
    if mind is not YesNoUnknown.YES:
        verdict = _verdict(own, found, most)
        if order and of_valganciclovir(own, order):
            return f"Which drug? {order.give.shown()} is a dose of valganciclovir. {verdict}"
        return verdict
    if found.verdict in (Verdict.NO_ORDER, Verdict.LESS, Verdict.AS_IN_SERIES):
        return HOLD  # nothing that reads as a reason to raise it
    return f"{HOLD}. {_verdict(own, found, most)}"


def of_valganciclovir(own: ByText, order: Dose | None) -> bool:
    """Whether valaciclovir was ordered in a dose of valganciclovir."""
    if order is None or own.followed.tablets != "valaciclovir":
        return False
    return any(order.give.value == each.value for each in VALGANCICLOVIR_GIVES)


def up_to(own: ByText, most: Dose | None) -> str:
    """The text's dose, and the most that it allows where it allows more."""
    return (
        f"{own.dose.words}, up to {most.words} in severe immunocompromise"
        if most
        else own.dose.words
    )


def _verdict(own: ByText, found: Compared, most: Dose | None) -> str:
    """What the order comes to; without one, the dose."""
    dose = own.dose.words
    said = {
        Verdict.NO_ORDER: up_to(own, most),
        Verdict.SAME: f"As the text has it: {dose}",
        Verdict.WITHIN: f"Within what the text gives: {up_to(own, most)}",
        Verdict.DIVIDED: f"As much in 24 hours as the text's {dose}, in other doses",
        Verdict.ABOVE_MODEL: f"Between {_least(own)} and the text's {dose}: ask first",
        Verdict.SESSION: f"Cannot be compared with the text's {dose}",
    }
    if found.verdict is Verdict.MORE:
        highest = most.words if most else dose
        return f"Too much: {found.shown} more than the text's {highest}"
    if found.verdict is Verdict.AS_IN_SOURCES:
        return f"{found.shown} more than the text's {dose}, {AS_SOURCES}: ask"
    if found.verdict is Verdict.AS_IN_SERIES:
        who = IN_SERIES[own.followed.tablets]
        return f"{found.shown} less than the text's {dose}, as {who} had it: ask"
    if found.at_once and found.verdict is not Verdict.LESS:
        times = f"{found.at_once.number()} times the {'highest dose' if most else 'dose'}"
        return (
            f"In 24 hours no more than the text's {up_to(own, most)}, but {times} at one time: ask"
        )
    if found.verdict is Verdict.LESS:
        return f"Too little: {found.shown} less than the text's {dose}"
    if own.too_high and found.verdict in (Verdict.SAME, Verdict.NO_ORDER):
        return f"The text's {dose}: too much by a study on haemodialysis, ask first"
    return said[found.verdict]


def _least(own: ByText) -> str:
    """What was given or worked out elsewhere on haemodialysis, less than the text gives."""
    if own.less_in_reports:
        return f"what reports gave, {SESSIONS.words},"
    return f"a study's {MODEL.words}"


def reason(own: ByText) -> str:
    """Which row it is, and why."""
    text = own.followed.text.name
    if own.found is None or own.counted is None:
        return f"On haemodialysis ({text}): the clearance is not used."
    row = own.found.row.words
    kept = "the row" if len(own.found.printed) == 1 else "by this site's rule the row"
    return f"Clearance {own.counted.shown()}: {kept} {row} ({text})."


def boxes(own: ByText, mind: YesNoUnknown) -> tuple[Box, ...]:
    """What to do today in confusion; and for whom the text is, the immunocompromised too."""
    followed = own.followed
    limits = LIMITS[followed.tablets, followed.purpose, followed.text.id]
    said = Box("What the text covers", limits)
    if mind is not YesNoUnknown.YES:
        return (said,)
    return (Box("Today", (STOP_TABLETS, TOXICITY, CALL)), said)


def lines(own: ByText, order: Dose | None) -> Iterator[Line]:
    """What a person reads: the order, the text's dose, how long, the kidneys."""
    if order:
        yield Line("Order", "As written", _with_day(order))
    yield Line("Text's dose", "For these kidneys", _with_day(own.dose))
    if own.clearance is None and own.dose.often is not AFTER_SESSION:
        yield Line("Text's dose", "On days of haemodialysis", AFTER_WORDS)
    full = own.followed.regimen.full
    if not own.dose.same_as(full):
        yield Line("Text's dose", "With normal kidneys", full.words)
    yield Line("Course", "How long", own.followed.regimen.course)
    yield from _kidneys(own)


def course(own: ByText) -> Step:
    """How long, as a line of the working that has its source."""
    regimen = own.followed.regimen
    whose = f"{own.followed.tablets}, {own.followed.text.name}"
    return Step("how long", whose, "not worked out", regimen.course, regimen.course_cites)


def _with_day(dose: Dose) -> str:
    return f"{dose.words}, in 24 hours {dose.day.shown()}" if dose.day else dose.words


def _kidneys(own: ByText) -> Iterator[Line]:
    if own.counted is None or own.clearance is None:
        yield Line(KIDNEYS, "Clearance", "not used: on haemodialysis")
        return
    yield Line(KIDNEYS, "Clearance", f"{own.clearance.shown()}")
    if own.counted.unit != own.clearance.unit:
        yield Line(KIDNEYS, "As this text counts it", own.counted.shown())
    yield Line(KIDNEYS, "Nearest edge", _edge(own, own.counted))


def _edge(own: ByText, counted: Quantity) -> str:
    """The nearest edge between two rows, and what is given across it."""
    pairs = pairwise(own.followed.regimen.rows)
    high, low = min(pairs, key=lambda pair: abs(counted.value - pair[0].edge))
    edge = Quantity(high.edge, counted.unit).shown()
    if high.holds(counted.value):
        across = "below it" if high.inside else "there and below it"
        return f"{edge}; {across} {low.gives.words}"
    across = "from there on" if high.inside else "above it"
    return f"{edge}; {across} {high.gives.words}"


def values(own: ByText, order: Dose | None, found: Compared) -> dict[str, Quantity]:
    """The values of an outcome."""
    in_area = own.counted if own.counted is not own.clearance else None
    above = found.verdict in (Verdict.MORE, Verdict.AS_IN_SOURCES)
    more, less = (found.percent, None) if above else (None, found.percent)
    return named_values(
        clearance=own.clearance,
        clearance_per_1_73_m2=in_area,
        dose=own.dose.give,
        dose_24_h=own.dose.day,
        tablet_dose_24_h=order.day if order else None,
        more_by=more,
        less_by=less,
    )

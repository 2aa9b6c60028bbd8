"""The QT interval corrected for the heart rate, by four formulas side by side."""

from collections.abc import Iterable

from calc.clinical.electrocardiogram import (
    FORMULAS,
    LONG,
    LONGER,
    OF_AN_ECG,
    RISK,
    SHORT,
    TOO_SHORT,
    EarlierHeartRate,
    EarlierQt,
    Ecg,
    HeartRate,
    QtInterval,
    corrected,
)
from calc.clinical.sources import (
    BOGOSSIAN,
    CAMBIO_QTC,
    HIGHLAND_QT,
    IC_OS,
    SALUJA,
    TEN_CORRECTIONS,
    VANDENBERK,
)
from calc.model.calculator import KnownAnswer, calculator
from calc.model.outcomes import Answer, Caution, Hazard, Line
from calc.model.pictures import Mark, Scale
from calc.model.quantity import Quantity, Range, constant
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.results import Pair, Row, Table, TwoColumns
from calc.model.sources import SITE_RULE
from calc.model.statements import Check
from calc.model.values import sometimes

GRADES = (("3", constant(501, "ms")), ("2", constant(481, "ms")), ("1", constant(450, "ms")))
"""From where a grade of CTCAE, version 5, begins: IC-OS, "450-480", "481-500", ">=501"."""
STEADY = constant(10, "/min")
"""Two rates that differ by more are told of: this site's rule."""
BY_RATE = Range(constant(48, "ms"), constant(92, "ms"))
"""By how much QTc of one resting man rose as his rate did: by Hodges least, by Bazett most."""
BY_RATE_FROM, BY_RATE_TO = constant(52.7, "/min"), constant(85.9, "/min")
OF_QRS = constant(48.5, "%")
"""How much of a wide QRS lengthens QT: Bogossian, left bundle branch block by pacing."""
SLOW, FAST = constant(60, "/min"), constant(100, "/min")
"""Outside these Bazett's formula goes wrong: Cambio."""
DRAWN = (constant(300, "ms"), constant(600, "ms"))

TORSADES = Hazard(1, "torsades", "A long QT interval that is not seen: torsades de pointes.")
MISCORRECTED = Hazard(2, "miscorrected", "A QT interval taken for longer or shorter than it is.")

LESS_ACCURATE = (
    "One handbook calls Fridericia's and Framingham's more accurate there; a hospital calls any "
    "assessment less accurate at extremes of rate, and the cohort that compared them was slower "
    "than 90 beats a minute."
)
RATES = CAMBIO_QTC.at(f"heart rates outside {SLOW.number()} to {FAST.number()}")

LONG_INTERVAL = Caution(
    "long-interval",
    TORSADES,
    "QTc above {limit} by {formulas}: call; repeat ECG, check electrolytes.",
    (RISK, HIGHLAND_QT.at("referral"), SITE_RULE.at("a long QT interval")),
    "Measure again; take potassium, magnesium and ionised calcium; look for other drugs that "
    "prolong QT; call. Giving foscarnet says when to stop it. One hospital refers to a "
    "cardiologist where it is so repeatedly.",
)
LONGER_THAN_EARLIER = Caution(
    "longer-than-earlier",
    TORSADES,
    "QTc is more than {limit} longer than on the earlier ECG by {formulas}.",
    (IC_OS.at("table 5"),),
    "Such a change stands in grade 3 of CTCAE, version 5.",
)
ABNORMALLY_SHORT = Caution(
    "short-interval",
    MISCORRECTED,
    "QTc is below {limit} by {formulas}: abnormally short.",
    (TOO_SHORT, SITE_RULE.at("measure again")),
    "Measure QT and the heart rate again, and look at calcium.",
)
ANOTHER_RATE = Caution(
    "another-rate",
    MISCORRECTED,
    "Heart rates differ by more than {steady}: the change may be of the rate.",
    (TEN_CORRECTIONS.at("figure 1"), SITE_RULE.at("rates that differ")),
    "The two heart rates differ so much that a change of QTc may be of the rate alone. "
    f"In one resting man whose rate rose from {BY_RATE_FROM.shown()} to {BY_RATE_TO.shown()} QTc "
    f"rose by {BY_RATE.shown()}, falsely, by one formula or another. Compare at a like rate.",
)
FAST_RATE = Caution(
    "bazett-at-fast-rates",
    MISCORRECTED,
    "Above {fast} Bazett's formula over-corrects: its QTc is too long.",
    (RATES, HIGHLAND_QT.at("introduction"), VANDENBERK.at("abstract")),
    f"On either ECG. {LESS_ACCURATE}",
)
SLOW_RATE = Caution(
    "bazett-at-slow-rates",
    MISCORRECTED,
    "Below {slow} Bazett's formula under-corrects: its QTc is too short.",
    (RATES, HIGHLAND_QT.at("introduction"), VANDENBERK.at("abstract")),
    f"On either ECG. {LESS_ACCURATE}",
)

HALF_AN_ECG = Refusal(
    "half-an-earlier-ecg",
    "An earlier ECG is compared by its QT interval and its heart rate: one of them is missing.",
    "Give both of the earlier ECG, or neither.",
    (SITE_RULE.at("a QT interval means nothing without its heart rate"),),
)
SCOPE = Check(
    "Adults. Four formulas side by side: none is chosen for this patient.",
    (VANDENBERK.at("abstract"), SITE_RULE.at("formulas to weigh, none chosen")),
)
CHECKS = (
    Check(
        "QRS narrow, not paced.",
        (HIGHLAND_QT.at("introduction"), BOGOSSIAN.at("abstract")),
        "Otherwise QT cannot be assessed, one hospital says. Ask a cardiologist for JT, or for QT "
        f"less {OF_QRS.shown()} of a QRS widened by left bundle branch block.",
    ),
    Check(
        "Sinus rhythm at a steady rate.",
        (SALUJA.at("abstract"), TEN_CORRECTIONS.at("abstract"), SITE_RULE.at("several beats")),
        "In atrial fibrillation these formulas may not fit. Measure several beats, and ask a "
        "cardiologist.",
    ),
)
AT_90 = KnownAnswer(
    {"qt": "400", "heart_rate": "90"},
    ("Fridericia; QTc: 458 ms", "Bazett; QTc: 490 ms", "Hodges; QTc: 453 ms"),
)

VALUES = (
    *OF_AN_ECG,
    *sometimes("s", "earlier_rr_interval"),
    *sometimes("ms", "earlier_qtc_fridericia", "earlier_qtc_framingham"),
    *sometimes("ms", "earlier_qtc_hodges", "earlier_qtc_bazett"),
)


@calculator(
    "Corrected QT interval",
    scope=SCOPE,
    checks=CHECKS,
    known_answers=(AT_90,),
    values=VALUES,
    onward=("electrolytes",),
)
def qtc(
    *,
    qt: QtInterval,
    heart_rate: HeartRate,
    earlier_qt: EarlierQt | None = None,
    earlier_heart_rate: EarlierHeartRate | None = None,
) -> Answer:
    """QT corrected for heart rate (ms) by Fridericia, Framingham, Hodges and Bazett, side by side.

    None is chosen. With an earlier ECG both stand in two columns; half an earlier ECG is refused,
    and QT that is not shorter than RR.
    Values: rr_interval (s), qtc_fridericia, qtc_framingham, qtc_hodges, qtc_bazett (ms), and the
    same with earlier_ before them.

    Requirement R-QTC: A QTc above its limit is decided without a root, and shown above it.
    """
    if (earlier_qt is None) is not (earlier_heart_rate is None):
        raise RefusalRaised(HALF_AN_ECG)
    now = corrected(qt, heart_rate)
    earlier = None
    if earlier_qt is not None and earlier_heart_rate is not None:
        earlier = corrected(earlier_qt, earlier_heart_rate, earlier=True)
    low, high = min(now.by.values()), max(now.by.values())
    return Answer(
        {**now.values(), **(earlier.values("earlier_") if earlier else {})},
        heading="QTc by four formulas",
        headline=low.shown() if low.value == high.value else f"{low.number()} to {high.shown()}",
        lines=(Line("ECG", "RR interval", now.rr.shown()),),
        cautions=tuple(_cautions(now, earlier)),
        results=(_side_by_side(now), *([_beside(earlier, now)] if earlier else [])),
        pictures=(
            Scale(
                "QTc by four formulas",
                *DRAWN,
                Mark("above it torsades de pointes is likelier", LONG),
                tuple(Mark(formula, each) for formula, each in now.by.items()),
            ),
        ),
    )


def _side_by_side(ecg: Ecg) -> Table:
    """The four formulas, each with where it lies to the long QTc."""
    above = ecg.above(LONG)
    rows = tuple(
        Row(
            formula.lower(),
            (formula, qtc.shown(), "above" if formula in above else "not above", _grade(qtc)),
            {"qtc": qtc},
        )
        for formula, qtc in ecg.by.items()
    )
    heads = ("Formula", "QTc", f"Against {LONG.shown()}", "Grade by QTc alone")
    return Table("Four formulas", heads, rows, (*FORMULAS, RISK, IC_OS.at("table 5")))


def _grade(qtc: Quantity) -> str:
    """The grade by QTc (ms) alone; a change from an earlier ECG may make it 3."""
    return next((grade for grade, begins in GRADES if qtc >= begins), "none")


def _beside(earlier: Ecg, now: Ecg) -> TwoColumns:
    pairs = (
        Pair("qt", "QT", earlier.qt, now.qt),
        Pair("heart-rate", "Heart rate", earlier.rate, now.rate),
        *(
            Pair(formula.lower(), f"QTc, {formula}", earlier.by[formula], qtc)
            for formula, qtc in now.by.items()
        ),
    )
    heads = ("Of the ECG", "Earlier", "Now")
    return TwoColumns("Beside the earlier ECG", heads, pairs, (IC_OS.at("table 5"),))


def _cautions(now: Ecg, earlier: Ecg | None) -> Iterable[Caution]:
    """What to know before these figures are acted upon."""
    if above := now.above(LONG):
        yield LONG_INTERVAL.filled(limit=LONG.shown(), formulas=_listed(above, now.by))
    if earlier:
        longer = [each for each, qtc in now.by.items() if qtc - earlier.by[each] > LONGER]
        if longer:
            yield LONGER_THAN_EARLIER.filled(limit=LONGER.shown(), formulas=_listed(longer, now.by))
        if max(now.rate - earlier.rate, earlier.rate - now.rate) > STEADY:
            yield ANOTHER_RATE.filled(steady=STEADY.shown())
    if short := now.below(SHORT):
        yield ABNORMALLY_SHORT.filled(limit=SHORT.shown(), formulas=_listed(short, now.by))
    rates = [each.rate for each in (now, earlier) if each]
    if any(rate > FAST for rate in rates):
        yield FAST_RATE.filled(fast=FAST.shown())
    if any(rate < SLOW for rate in rates):
        yield SLOW_RATE.filled(slow=SLOW.shown())


def _listed(formulas: list[str], every: Iterable[str]) -> str:
    """Names in a sentence: "Hodges and Bazett", "all but Bazett" or "all four formulas"."""
    match [each for each in every if each not in formulas]:
        case []:
            return "all four formulas"
        case [other]:
            return f"all but {other}"
        case _:
            return " and ".join(formulas)

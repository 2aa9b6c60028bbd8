"""The QT interval corrected for the heart rate, by four formulas side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from calc.clinical.sources import (
    BOGOSSIAN,
    CAMBIO_QTC,
    CLIOT_QTC,
    HIGHLAND_QT,
    IC_OS,
    SALUJA,
    TEN_CORRECTIONS,
    VANDENBERK,
)
from calc.model.calculator import KnownAnswer, calculator
from calc.model.digits import exact
from calc.model.limits import Slip, limits
from calc.model.number import Number
from calc.model.outcomes import Answer, Caution, Hazard, Line
from calc.model.pictures import Mark, Scale
from calc.model.quantity import Quantity, Range, constant
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.results import Pair, Row, Table, TwoColumns
from calc.model.sources import SITE_RULE
from calc.model.statements import Check
from calc.model.values import always, sometimes

FORMULAS = (CAMBIO_QTC.at("formulas"), CLIOT_QTC.at("details"))

QT_LIMITS = limits(200, 800, "beyond this a slip is likelier than a QT interval")
RATE_LIMITS = limits(30, 250, "beyond this a slip is likelier, and the formulas mislead")

QT_IN_S = Slip(
    unit="s",
    makes=exact(1000),
    spellings=("sec", "second", "seconds"),
    between=QT_LIMITS,
)
RR_IN_MS, RR_IN_S = (
    Slip(
        unit=unit,
        over=exact(a_minute),
        step=exact(0.1),
        between=RATE_LIMITS,
        ask="was it the RR interval, {typed}",
    )
    for unit, a_minute in (("ms", 60_000), ("s", 60))
)
QT_WORDS = ("msec", "milliseconds")
RATE_WORDS = ("bpm", "beats/min", "beats per minute", "per minute", "per min")

QtInterval = Annotated[
    Quantity,
    Number(
        label="QT interval",
        unit="ms",
        hint="As measured, not corrected: from the start of QRS to the end of T.",
        example="400",
        hard=QT_LIMITS,
        slips=(QT_IN_S,),
        unit_words=QT_WORDS,
    ),
]

HeartRate = Annotated[
    Quantity,
    Number(
        label="Heart rate",
        unit="/min",
        hint="Of the same ECG, in beats per minute: 60,000 divided by RR in ms.",
        example="75",
        hard=RATE_LIMITS,
        slips=(RR_IN_MS, RR_IN_S),
        unit_words=RATE_WORDS,
        loinc="8867-4",
        bare=True,
    ),
]

EarlierQt = Annotated[
    Quantity,
    Number(
        label="QT interval of an earlier ECG",
        unit="ms",
        hint="If there is one from before the drug.",
        example="390",
        hard=QT_LIMITS,
        slips=(QT_IN_S,),
        unit_words=QT_WORDS,
    ),
]

EarlierHeartRate = Annotated[
    Quantity,
    Number(
        label="Heart rate of the earlier ECG",
        unit="/min",
        hint="Beats per minute.",
        example="70",
        hard=RATE_LIMITS,
        slips=(RR_IN_MS, RR_IN_S),
        unit_words=RATE_WORDS,
        bare=True,
    ),
]

# "RR = R-R interval = 60 / heart rate", in seconds
MINUTE = constant(60, "s/min", "", *FORMULAS, bare=True)
SECOND = constant(1, "s")
# "Framingham: QTc = QT + 154 x (1 - RR)", in ms with RR in seconds
EACH_SECOND = constant(154, "ms/s", bare=True)
# "Hodges: QTc = QT + 1.75 x (HR - 60)"
EACH_BEAT = constant(1.75, "ms.min", bare=True)
SIXTY = constant(60, "/min", bare=True)
MS_IN_A_SECOND = constant(1000, "ms/s", bare=True)
WHOLE = constant(1, "ms")

LONG = constant(500, "ms")
"""Above it torsades de pointes is likelier: Cambio, "if > 500ms in any sex"."""
LONGER = constant(60, "ms")
"""A change beyond it is a third grade: IC-OS, ">60 ms change from baseline"."""
SHORT = constant(350, "ms")
"""Below it QTc is abnormally short: Cambio, "if < 350ms"."""
MARKED = constant(480, "ms")
"""Above it a second grade of CTCAE begins: IC-OS, "481-500"."""
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
RISK = CAMBIO_QTC.at(f"QTc above {LONG.shown()}")
RATES = CAMBIO_QTC.at(f"heart rates outside {SLOW.number()} to {FAST.number()}")
TOO_SHORT = CAMBIO_QTC.at(f"QTc below {SHORT.shown()}")

LONG_INTERVAL = Caution(
    "long-interval",
    TORSADES,
    "QTc is above {limit} by {formulas}: torsades de pointes is likelier.",
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
    "The two heart rates differ by more than {steady}: a change of QTc may be of the rate alone.",
    (TEN_CORRECTIONS.at("figure 1"), SITE_RULE.at("rates that differ")),
    f"In one resting man whose rate rose from {BY_RATE_FROM.shown()} to {BY_RATE_TO.shown()} QTc "
    f"rose by {BY_RATE.shown()}, falsely, by one formula or another. Compare at a like rate.",
)
FAST_RATE = Caution(
    "bazett-at-fast-rates",
    MISCORRECTED,
    "Above {fast}, on either ECG, Bazett's formula over-corrects: its QTc is too long.",
    (RATES, HIGHLAND_QT.at("introduction"), VANDENBERK.at("abstract")),
    LESS_ACCURATE,
)
SLOW_RATE = Caution(
    "bazett-at-slow-rates",
    MISCORRECTED,
    "Below {slow}, on either ECG, Bazett's formula under-corrects: its QTc is too short.",
    (RATES, HIGHLAND_QT.at("introduction"), VANDENBERK.at("abstract")),
    LESS_ACCURATE,
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
QT_BEYOND_RR = Refusal(
    "qt-not-shorter-than-rr",
    "QT is as long as the RR interval, or longer: one of them is mistyped, or T runs into the next "
    "beat and no formula holds.",
    "Measure both again on the ECG; ask a cardiologist where they are right.",
    (SITE_RULE.at("QT is shorter than RR"),),
)
CHECKS = (
    Check(
        "QRS narrow, not paced: otherwise QT cannot be assessed, one hospital says. Ask a "
        f"cardiologist for JT, or for QT less {OF_QRS.shown()} of a QRS widened by left bundle "
        "branch block.",
        (HIGHLAND_QT.at("introduction"), BOGOSSIAN.at("abstract")),
    ),
    Check(
        "Sinus rhythm at a steady rate: in atrial fibrillation these formulas may not fit. Measure "
        "several beats, and ask a cardiologist.",
        (SALUJA.at("abstract"), TEN_CORRECTIONS.at("abstract"), SITE_RULE.at("several beats")),
    ),
)
AT_90 = KnownAnswer(
    {"qt": "400", "heart_rate": "90"},
    ("Fridericia; QTc: 458 ms", "Bazett; QTc: 490 ms", "Hodges; QTc: 453 ms"),
)

OF_AN_ECG = (
    *always("s", "rr_interval"),
    *always("ms", "qtc_fridericia", "qtc_framingham", "qtc_hodges", "qtc_bazett"),
)
VALUES = (
    *OF_AN_ECG,
    *sometimes("s", "earlier_rr_interval"),
    *sometimes("ms", "earlier_qtc_fridericia", "earlier_qtc_framingham"),
    *sometimes("ms", "earlier_qtc_hodges", "earlier_qtc_bazett"),
)


@dataclass(frozen=True)
class Ecg:
    """QT (ms) and heart rate (/min) of an ECG, its RR interval (s), and QTc (ms) by formula."""

    qt: Quantity
    rate: Quantity
    rr: Quantity
    by: dict[str, Quantity]

    def above(self, limit: Quantity) -> list[str]:
        """The formulas by which QTc is above a limit (ms)."""
        return [formula for formula, qtc in self.by.items() if qtc > limit]

    def below(self, limit: Quantity) -> list[str]:
        """The formulas by which QTc is below a limit (ms)."""
        return [formula for formula, qtc in self.by.items() if qtc < limit]

    def values(self, prefix: str = "") -> dict[str, Quantity]:
        """The values of an outcome."""
        named = {f"{prefix}qtc_{formula.lower()}": qtc for formula, qtc in self.by.items()}
        return {f"{prefix}rr_interval": self.rr, **named}


def corrected(qt: Quantity, rate: Quantity, earlier: bool = False) -> Ecg:
    """QTc (ms) by Fridericia, Framingham, Hodges and Bazett for QT (ms) and heart rate (/min).

    QTc is rounded up to a whole ms; that of an `earlier` ECG down, so that a change is never made
    smaller. Roots are cut to twelve digits after the point. Refuses QT that is not shorter than RR.
    """
    which = "earlier " if earlier else ""
    rr = (MINUTE / rate).named(f"{which}RR interval", "s", *FORMULAS)
    cube, square = (
        (rr / SECOND).root(degree, 12).named(f"{which}{name} root of RR in seconds", "1", places=9)
        for degree, name in ((3, "cube"), (2, "square"))
    )
    if qt >= rr * MS_IN_A_SECOND:
        raise RefusalRaised(QT_BEYOND_RR)
    made = {
        "Fridericia": qt / cube,
        "Framingham": qt + EACH_SECOND * (SECOND - rr),
        "Hodges": qt + EACH_BEAT * (rate - SIXTY),
        "Bazett": qt / square,
    }
    by = {}
    for formula, qtc in made.items():
        whole = qtc.rounded_down_to(WHOLE) if earlier else qtc.rounded_up_to(WHOLE)
        by[formula] = whole.named(f"{which}QTc, {formula}", "ms", *FORMULAS)
    return Ecg(qt, rate, rr, by)


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
    """
    if (earlier_qt is None) is not (earlier_heart_rate is None):
        raise RefusalRaised(HALF_AN_ECG)
    now = corrected(qt, heart_rate)
    earlier = None
    if earlier_qt is not None and earlier_heart_rate is not None:
        earlier = corrected(earlier_qt, earlier_heart_rate, earlier=True)
    low, high = (end(now.by.values(), key=lambda each: each.value) for end in (min, max))
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
        yield LONG_INTERVAL.filled(limit=LONG.shown(), formulas=_listed(above))
    if earlier:
        longer = [each for each, qtc in now.by.items() if qtc - earlier.by[each] > LONGER]
        if longer:
            yield LONGER_THAN_EARLIER.filled(limit=LONGER.shown(), formulas=_listed(longer))
        apart = now.rate - earlier.rate if now.rate > earlier.rate else earlier.rate - now.rate
        if apart > STEADY:
            yield ANOTHER_RATE.filled(steady=STEADY.shown())
    if short := now.below(SHORT):
        yield ABNORMALLY_SHORT.filled(limit=SHORT.shown(), formulas=_listed(short))
    rates = [each.rate for each in (now, earlier) if each]
    if any(rate > FAST for rate in rates):
        yield FAST_RATE.filled(fast=FAST.shown())
    if any(rate < SLOW for rate in rates):
        yield SLOW_RATE.filled(slow=SLOW.shown())


def _listed(formulas: list[str]) -> str:
    """Names in a sentence: "Hodges and Bazett"; all of them are "all four formulas"."""
    if len(formulas) == 4:
        return "all four formulas"
    *first, last = formulas
    return f"{', '.join(first)} and {last}" if first else last

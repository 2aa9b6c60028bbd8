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
from calc.model.quantity import Quantity, constant
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.results import Mark, Pair, Row, Scale, Table, TwoColumns
from calc.model.sources import SITE_RULE
from calc.model.statements import Check
from calc.model.values import Value, always

FORMULAS = (CAMBIO_QTC.at("formulas"), CLIOT_QTC.at("details"))

QT_LIMITS = limits(200, 800, "beyond this a slip is likelier than a QT interval")
RATE_LIMITS = limits(30, 250, "beyond this a slip is likelier, and the formulas mislead")

QtInterval = Annotated[
    Quantity,
    Number(
        label="QT interval",
        unit="ms",
        hint="As measured, not corrected: from the start of QRS to the end of T.",
        example="400",
        hard=QT_LIMITS,
        slips=(
            Slip(
                unit="s",
                makes=exact(1000),
                spellings=("sec", "second", "seconds"),
                between=QT_LIMITS,
            ),
        ),
        unit_words=("msec", "milliseconds"),
    ),
]

RR_IN_MS = Slip(
    unit="ms",
    makes=None,  # the rate is 60,000 divided by it
    between=limits(251, 2000, "RR intervals in ms"),
    ask="was it the RR interval",
)

HeartRate = Annotated[
    Quantity,
    Number(
        label="Heart rate",
        unit="/min",
        hint="Of the same ECG, in beats per minute: 60,000 divided by RR in ms.",
        example="75",
        hard=RATE_LIMITS,
        slips=(RR_IN_MS,),
        unit_words=("bpm", "beats/min", "beats per minute", "per minute", "per min"),
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

LONG = constant(500, "ms")
"""Above it torsades de pointes is likelier: Cambio, "if > 500ms in any sex"."""
LONGER = constant(60, "ms")
"""A change beyond it is a third grade: IC-OS, ">60 ms change from baseline"."""
SLOW, FAST = constant(60, "/min"), constant(100, "/min")
"""Outside these Bazett's formula goes wrong: Cambio."""
DRAWN = (constant(300, "ms"), constant(600, "ms"))

TORSADES = Hazard(1, "torsades", "A long QT interval that is not seen: torsades de pointes.")
MISCORRECTED = Hazard(2, "miscorrected", "A QT interval taken for longer or shorter than it is.")

RISK = CAMBIO_QTC.at("QTc above 500 ms")
RATES = CAMBIO_QTC.at("heart rates outside 60 to 100")

ABOVE_500 = Caution(
    "above-500-ms",
    TORSADES,
    "QTc is above {limit} by {formulas}: torsades de pointes is likelier.",
    (RISK, HIGHLAND_QT.at("referral"), IC_OS.at("table 5")),
    "One hospital refers to a cardiologist where it is so repeatedly; grade 3 of CTCAE begins at "
    "501 ms.",
)
LONGER_BY_60 = Caution(
    "longer-by-60-ms",
    TORSADES,
    "QTc is more than {limit} longer than on the earlier ECG by {formulas}.",
    (IC_OS.at("table 5"),),
    "Such a change stands in grade 3 of CTCAE, version 5.",
)
FAST_RATE = Caution(
    "bazett-at-fast-rates",
    MISCORRECTED,
    "Above {fast} Bazett's formula over-corrects: its QTc is too long.",
    (RATES,),
    "Fridericia's and Framingham's are more accurate there.",
)
SLOW_RATE = Caution(
    "bazett-at-slow-rates",
    MISCORRECTED,
    "Below {slow} Bazett's formula under-corrects: its QTc is too short.",
    (RATES,),
    "Fridericia's and Framingham's are more accurate there.",
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
        "QRS narrow, not paced: bundle branch block and ventricular pacing lengthen QT.",
        (HIGHLAND_QT.at("introduction"), BOGOSSIAN.at("abstract")),
    ),
    Check(
        "Sinus rhythm at a steady rate: in atrial fibrillation these formulas may not fit.",
        (SALUJA.at("abstract"), TEN_CORRECTIONS.at("abstract")),
    ),
)
AT_90 = KnownAnswer(
    {"qt": "400", "heart_rate": "90"},
    ("Fridericia; QTc: 457.8 ms", "Bazett; QTc: 489.8 ms", "Hodges; QTc: 452.5 ms"),
)


OF_AN_ECG = (
    *always("s", "rr_interval"),
    *always("ms", "qtc_fridericia", "qtc_framingham", "qtc_hodges", "qtc_bazett"),
)
VALUES = (*OF_AN_ECG, *(Value(f"earlier_{each.name}", each.units, False) for each in OF_AN_ECG))


@dataclass(frozen=True)
class Ecg:
    """QT (ms) and heart rate (/min) of an ECG, its RR interval (s), and QTc (ms) by formula."""

    qt: Quantity
    rate: Quantity
    rr: Quantity
    by: dict[str, Quantity]

    def above(self, limit: Quantity) -> list[str]:
        """The formulas by which QTc is above a limit (ms), exactly."""
        return [formula for formula, qtc in self.by.items() if qtc > limit]

    def values(self, prefix: str = "") -> dict[str, Quantity]:
        """The values of an outcome."""
        named = {f"{prefix}qtc_{formula.lower()}": qtc for formula, qtc in self.by.items()}
        return {f"{prefix}rr_interval": self.rr, **named}


def corrected(qt: Quantity, rate: Quantity, which: str = "") -> Ecg:
    """QTc (ms) by Fridericia, Framingham, Hodges and Bazett for QT (ms) and heart rate (/min).

    Roots are cut to nine digits after the point. `which` goes before the names of the steps.
    """
    rr = (MINUTE / rate).named(f"{which}RR interval", "s", *FORMULAS)
    cube, square = (
        (rr / SECOND).root(degree).named(f"{which}{name} root of RR in seconds", "1", places=9)
        for degree, name in ((3, "cube"), (2, "square"))
    )
    made = {
        "Fridericia": qt / cube,
        "Framingham": qt + EACH_SECOND * (SECOND - rr),
        "Hodges": qt + EACH_BEAT * (rate - SIXTY),
        "Bazett": qt / square,
    }
    edges = (LONG.value,)
    return Ecg(
        qt,
        rate,
        rr,
        {
            formula: qtc.named(f"{which}QTc, {formula}", "ms", *FORMULAS, places=1, edges=edges)
            for formula, qtc in made.items()
        },
    )


@calculator(
    "Corrected QT interval", scope=SCOPE, checks=CHECKS, known_answers=(AT_90,), values=VALUES
)
def qtc(
    *,
    qt: QtInterval,
    heart_rate: HeartRate,
    earlier_qt: EarlierQt | None = None,
    earlier_heart_rate: EarlierHeartRate | None = None,
) -> Answer:
    """QT corrected for heart rate (ms) by Fridericia, Framingham, Hodges and Bazett, side by side.

    None is chosen. With an earlier ECG both stand in two columns; half an earlier ECG is refused.
    Values: rr_interval (s), qtc_fridericia, qtc_framingham, qtc_hodges, qtc_bazett (ms), and the
    same with earlier_ before them.
    """
    if (earlier_qt is None) is not (earlier_heart_rate is None):
        raise RefusalRaised(HALF_AN_ECG)
    now = corrected(qt, heart_rate)
    earlier = None
    if earlier_qt is not None and earlier_heart_rate is not None:
        earlier = corrected(earlier_qt, earlier_heart_rate, "earlier ")
    low, high = (end(now.by.values(), key=lambda each: each.value) for end in (min, max))
    limit = Mark("above it torsades de pointes is likelier", LONG)
    return Answer(
        {**now.values(), **(earlier.values("earlier_") if earlier else {})},
        heading="QTc by four formulas",
        headline=low.shown() if low.value == high.value else f"{_number(low)} to {high.shown()}",
        lines=(Line("ECG", "RR interval", now.rr.shown()),),
        cautions=tuple(_cautions(now, earlier)),
        results=(_side_by_side(now), *([_beside(earlier, now)] if earlier else [])),
        pictures=(
            Scale(
                "QTc by four formulas",
                *DRAWN,
                limit,
                tuple(Mark(formula, each) for formula, each in now.by.items()),
            ),
        ),
    )


def _number(quantity: Quantity) -> str:
    return quantity.shown().partition(" ")[0]


def _side_by_side(ecg: Ecg) -> Table:
    """The four formulas, each with where it lies to 500 ms."""
    above = ecg.above(LONG)
    rows = tuple(
        Row(
            formula.lower(),
            (formula, qtc.shown(), "above" if formula in above else "not above"),
            {"qtc": qtc},
        )
        for formula, qtc in ecg.by.items()
    )
    heads = ("Formula", "QTc", f"Against {LONG.shown()}")
    return Table("Four formulas", heads, rows, (*FORMULAS, RISK))


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
        yield ABOVE_500.filled(limit=LONG.shown(), formulas=_listed(above))
    if earlier:
        longer = [each for each, qtc in now.by.items() if qtc - earlier.by[each] > LONGER]
        if longer:
            yield LONGER_BY_60.filled(limit=LONGER.shown(), formulas=_listed(longer))
    if now.rate > FAST:
        yield FAST_RATE.filled(fast=FAST.shown())
    if now.rate < SLOW:
        yield SLOW_RATE.filled(slow=SLOW.shown())


def _listed(formulas: list[str]) -> str:
    """Names in a sentence: "Hodges and Bazett"; all of them are "all four formulas"."""
    if len(formulas) == 4:
        return "all four formulas"
    *first, last = formulas
    return f"{', '.join(first)} and {last}" if first else last

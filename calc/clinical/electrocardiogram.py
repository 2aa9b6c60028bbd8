"""QT and heart rate of an ECG, and QT corrected for the rate by four formulas."""

from dataclasses import dataclass
from typing import Annotated

from calc.clinical.sources import (
    CAMBIO_QTC,
    CLIOT_QTC,
)
from calc.model.digits import exact
from calc.model.limits import Slip, limits
from calc.model.number import Number
from calc.model.quantity import Quantity, constant
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.sources import SITE_RULE
from calc.model.values import always

FORMULAS = (CAMBIO_QTC.at("formulas"), CLIOT_QTC.at("details"))

QT_LIMITS = limits(200, 800, "beyond this a slip is likelier than a QT interval")
RATE_LIMITS = limits(30, 250, "beyond this a slip is likelier, and the formulas mislead")

QT_IN_S = Slip(
    unit="s",
    makes=exact(1000),
    spellings=("sec", "second", "seconds"),
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
        without_unit=True,
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
        without_unit=True,
    ),
]

# "RR = R-R interval = 60 / heart rate", in seconds
MINUTE = constant(60, "s/min", "", *FORMULAS, without_unit=True)
SECOND = constant(1, "s")
# "Framingham: QTc = QT + 154 x (1 - RR)", in ms with RR in seconds
EACH_SECOND = constant(154, "ms/s", without_unit=True)
# "Hodges: QTc = QT + 1.75 x (HR - 60)"
EACH_BEAT = constant(1.75, "ms.min", without_unit=True)
SIXTY = constant(60, "/min", without_unit=True)
MS_IN_A_SECOND = constant(1000, "ms/s")
WHOLE = constant(1, "ms")

LONG = constant(500, "ms")
"""Above it torsades de pointes is likelier: Cambio, "if > 500ms in any sex"."""
LONGER = constant(60, "ms")
"""A change beyond it is a third grade: IC-OS, ">60 ms change from baseline"."""
SHORT = constant(350, "ms")
"""Below it QTc is abnormally short: Cambio, "if < 350ms"."""
MARKED = constant(480, "ms")
"""Above it a second grade of CTCAE begins: IC-OS, "481-500"."""

RISK = CAMBIO_QTC.at(f"QTc above {LONG.shown()}")
TOO_SHORT = CAMBIO_QTC.at(f"QTc below {SHORT.shown()}")


QT_BEYOND_RR = Refusal(
    "qt-not-shorter-than-rr",
    "QT is as long as the RR interval, or longer: one of them is mistyped, or T runs into the next "
    "beat and no formula holds.",
    "Measure both again on the ECG; ask a cardiologist where they are right.",
    (SITE_RULE.at("QT is shorter than RR"),),
)

OF_AN_ECG = (
    *always("s", "rr_interval"),
    *always("ms", "qtc_fridericia", "qtc_framingham", "qtc_hodges", "qtc_bazett"),
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
    rr = (MINUTE / rate).named(f"{which}RR interval", "s")
    cube, square = (
        (rr / SECOND).root(degree, 12).named(f"{which}{name} root of RR in seconds", "1", places=12)
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

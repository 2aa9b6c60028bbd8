"""QT corrected for the heart rate: the least or the greatest whole ms by whole powers, no root.

QT times a root of the rate over 60 is at least n where its power is at least that of n.
"""

from typing import NamedTuple

from tests.proof.second.bedside import Verdict
from tests.proof.second.ratio import Ratio, Values, round_up

LONG, MARKED, SHORT, LONGER = 500, 480, 350, 60
SLOW, FAST, STEADY = 60, 100, 10
FORMULAS = ("fridericia", "framingham", "hodges", "bazett")


class Ecg(NamedTuple):
    """QT (ms) and a heart rate (/min)."""

    qt: int
    rate: int

    @property
    def is_possible(self) -> bool:
        """Whether QT is shorter than RR."""
        return self.qt * self.rate < 60_000


def at_least(ecg: Ecg) -> dict[str, int]:
    """QTc by each formula, up to the whole ms."""
    qt, rate = ecg
    return {
        "fridericia": _root(qt**3 * rate, 60, 3, up=True),
        # qt + 154 x (1 - 60 / rate), and qt + 1.75 x (rate - 60)
        "framingham": round_up((qt + 154) * rate - 9_240, rate),
        "hodges": round_up(4 * qt + 7 * (rate - 60), 4),
        "bazett": _root(qt**2 * rate, 60, 2, up=True),
    }


def at_most(ecg: Ecg) -> dict[str, int]:
    """The same of an earlier ECG, down to the whole ms, so that no change is made smaller."""
    qt, rate = ecg
    return {
        "fridericia": _root(qt**3 * rate, 60, 3, up=False),
        "framingham": ((qt + 154) * rate - 9_240) // rate,
        "hodges": (4 * qt + 7 * (rate - 60)) // 4,
        "bazett": _root(qt**2 * rate, 60, 2, up=False),
    }


def _root(over: int, under: int, degree: int, up: bool) -> int:
    """The whole number next to a root, by halving where it can lie."""
    low, high = 0, 1
    while high**degree * under <= over:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree * under <= over else (low, middle)
    return low if not up or low**degree * under == over else high


def values(ecg: Ecg, by: dict[str, int], prefix: str = "") -> Values:
    """The figures of one ECG."""
    named = {f"{prefix}qtc_{formula}": Ratio(by[formula]) for formula in FORMULAS}
    return {f"{prefix}rr_interval": Ratio(60, ecg.rate), **named}


def verdict(now: Ecg, earlier: Ecg | None) -> Verdict:
    """What a person is told of an ECG, beside an earlier one."""
    each = [now, *([earlier] if earlier else [])]
    if not all(ecg.is_possible for ecg in each):
        return Verdict(refusal="qt-not-shorter-than-rr")
    by, before = at_least(now), at_most(earlier) if earlier else {}
    rates = [ecg.rate for ecg in each]
    says = {
        "long-interval": any(qtc > LONG for qtc in by.values()),
        "longer-than-earlier": any(by[name] - qtc > LONGER for name, qtc in before.items()),
        "another-rate": max(rates) - min(rates) > STEADY,
        "short-interval": any(qtc < SHORT for qtc in by.values()),
        "bazett-at-fast-rates": max(rates) > FAST,
        "bazett-at-slow-rates": min(rates) < SLOW,
    }
    beside = values(earlier, before, "earlier_") if earlier else {}
    return Verdict(values={**values(now, by), **beside}, says={**says})

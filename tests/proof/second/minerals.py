"""Electrolytes and symptoms: where each value lies among the transcribed limits, and the step."""

from functools import cache
from typing import NamedTuple

from tests.proof.second import columns, qtc
from tests.proof.second.bedside import Verdict
from tests.proof.second.qtc import Ecg
from tests.proof.second.ratio import Ratio, Values

PLACES = 100
"""A value is typed in hundredths of its unit."""
MG_DL = {"calcium": 40_078, "magnesium": 24_305, "phosphate": 30_974}
"""Ten-thousandths of mg/dL that are 1 mmol/L."""
MMOL, MG, MEQ = "mmol/L", "mg/dL", "mEq/L"
VERY_LOW, LOW, WITHIN, HIGH, VERY_HIGH = range(5)
HEART = {"palpitations", "fainting"}

type Typed = tuple[int, str]
"""Hundredths, and of which unit."""


class Ask(NamedTuple):
    """Where foscarnet stands, the symptoms, the values by name, albumin (g/L), and the ECG.

    The ECG is a QTc as reported (ms), or QT and heart rate, or nothing.
    """

    course: str
    symptoms: tuple[str, ...]
    values: dict[str, Typed]
    albumin: int | None
    ecg: int | Ecg | None


@cache
def limits() -> dict[str, list[tuple[str, Ratio]]]:
    """The limits of each value with the words before them, from very low to very high."""
    found = {}
    for row in columns.read("electrolytes_table.csv"):
        cells = [row[name] for name in ("very low", "low", "high", "very high")]
        found[row["value"]] = [_limit(cell) for cell in cells]
    found["corrected_calcium"] = found["total_calcium"]
    return found


def _limit(cell: str) -> tuple[str, Ratio]:
    words, _, figure = cell.rpartition(" ")
    whole, _, part = figure.partition(".")
    return words, Ratio(int(f"{whole}{part:0<2}") if figure else 0, PLACES)


def level(name: str, value: Ratio) -> int:
    """Where a value lies among its limits."""
    very_low, low, high, very_high = limits()[name]
    holds = [_holds(value, *limit) for limit in (very_low, low)]
    if any(holds):
        return holds.index(True)
    if _holds(value, *very_high):
        return VERY_HIGH
    return HIGH if _holds(value, *high) else WITHIN


def _holds(value: Ratio, words: str, limit: Ratio) -> bool:
    more, less = value.exceeds(limit), limit.exceeds(value)
    return {"below": less, "up to": not more, "above": more, "from": not less, "": False}[words]


def in_mmol(name: str, typed: Typed) -> Ratio:
    """A value in mmol/L."""
    hundredths, unit = typed
    if unit == MG:
        kind = "calcium" if name.endswith("calcium") else name
        return Ratio(hundredths * 10_000, PLACES * MG_DL[kind])
    return Ratio(hundredths, PLACES * (2 if unit == MEQ else 1))


def in_all(ask: Ask) -> Values:
    """Every value in mmol/L; a corrected calcium where both that it is made of were given."""
    found = {name: in_mmol(name, typed) for name, typed in ask.values.items()}
    if ask.albumin is not None and "total_calcium" in found:
        # "Add 0.02 mmol/L for each gram albumin below 40 g/L"
        found["corrected_calcium"] = found["total_calcium"].without(
            Ratio(2 * (ask.albumin - 40), 100)
        )
    return found


def verdict(ask: Ask) -> Verdict:
    """What a person is told of all that was given."""
    values = in_all(ask)
    of_ecg: Values = {}
    by: list[int] = []
    if isinstance(ask.ecg, Ecg):
        if not ask.ecg.is_possible:
            return Verdict(refusal="qt-not-shorter-than-rr")
        made = qtc.at_least(ask.ecg)
        of_ecg, by = qtc.values(ask.ecg, made), [*made.values()]
    elif ask.ecg is not None:
        of_ecg, by = {"qtc": Ratio(ask.ecg)}, [ask.ecg]
    if not values and not by and not ask.symptoms:
        return Verdict(refusal="electrolytes-nothing-given")
    return Verdict(values={**values, **of_ecg}, says={"decision": _step(ask, values, by)})


def _step(ask: Ask, values: Values, by: list[int]) -> str:
    """The most urgent thing to do."""
    levels = {name: level(name, value) for name, value in values.items()}
    long = any(each > qtc.LONG for each in by)
    ionised = levels.get("ionised_calcium")
    of_total = [levels[name] for name in ("total_calcium", "corrected_calcium") if name in levels]
    decides = {
        name: each
        for name, each in levels.items()
        if ionised is None or name not in ("total_calcium", "corrected_calcium")
    }
    urgent = {
        name: each
        for name, each in decides.items()
        if each in (VERY_LOW, VERY_HIGH) or (each == LOW and _is_felt(name, ask, long))
    }
    stops = [name for name, each in urgent.items() if each <= LOW or name == "potassium"]
    if ask.symptoms or long or stops:
        return "stop-now" if ask.course == "running" else "treat-now"
    if urgent:
        return "treat-now"
    contradicts = ionised == WITHIN and any(each != WITHIN for each in of_total)
    contradicts |= ionised in (HIGH, VERY_HIGH) and any(each <= LOW for each in of_total)
    doubtful = any(each > qtc.MARKED or each < qtc.SHORT for each in by)
    if any(each != WITHIN for each in decides.values()) or contradicts or doubtful:
        return "look-again-today"
    return "look-again-today" if ionised is None else "nothing-today"


def _is_felt(name: str, ask: Ask, long: bool) -> bool:
    """Whether a low value is one that is treated because of what is felt, or of the ECG."""
    if name == "phosphate":
        return False
    felt = HEART & {*ask.symptoms} if name == "potassium" else {*ask.symptoms}
    return bool(felt) or long

"""Electrolytes keep the limits of a transcription made apart from them, on both sides."""

import csv
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path

import pytest

from calc.catalogue import run
from calc.model.digits import decimal
from calc.model.outcomes import Answered, Outcome
from tests.every import of_every

TABLE = Path(__file__).parent / "electrolytes_table.csv"
ROWS = {row["value"]: row for row in csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())}
LEVELS = ("very low", "low", "high", "very high")
HOLDS = {
    "below": lambda value, limit: value < limit,
    "up to": lambda value, limit: value <= limit,
    "above": lambda value, limit: value > limit,
    "from": lambda value, limit: value >= limit,
}
PER_MMOL = {
    "ionised_calcium": {"mg/dL": Fraction("4.0078")},
    "total_calcium": {"mg/dL": Fraction("4.0078")},
    "magnesium": {"mg/dL": Fraction("2.4305"), "mEq/L": Fraction(2)},
    "phosphate": {"mg/dL": Fraction("3.0974")},
    "potassium": {},
}
"""How many of another unit make 1 mmol/L: 40.078, 24.305 and 30.974 g in a mole."""
NEAR = Fraction(1, 10**12)
SIDES = {"just below": -NEAR, "at": Fraction(0), "just above": NEAR}
NO_SYMPTOM = {"symptoms": "none", "ecg": "none", "paraprotein": "no", "confirm": "yes"}
SYMPTOMS = ("tingling", "cramps", "seizure", "palpitations", "fainting")
WITHIN = {
    **{"ionised_calcium": "1.2", "ionised_calcium_unit": "mmol/L"},
    **{"magnesium": "0.8", "magnesium_unit": "mmol/L", "potassium": "4"},
    **{"phosphate": "1", "phosphate_unit": "mmol/L"},
}


def asked(course: str = "between", **changed: str) -> Outcome:
    """What the calculator says without symptoms, changed."""
    return run("electrolytes", {"foscarnet_now": course, **NO_SYMPTOM, **changed})


def decided(outcome: Outcome) -> str:
    """What is most urgent."""
    assert isinstance(outcome, Answered), outcome
    return outcome.answer.decision


def limit(cell: str) -> tuple[str, Fraction]:
    """A sign and a figure of the transcription."""
    sign, _, figure = cell.rpartition(" ")
    return sign, Fraction(figure)


def level(name: str, value: Fraction) -> str:
    """What the transcription says of a value (mmol/L): the outermost of its limits that holds."""
    for each in ("very low", "very high", "low", "high"):
        if cell := ROWS[name][each]:
            sign, figure = limit(cell)
            if HOLDS[sign](value, figure):
                return each
    return "within"


def urgency(name: str, judged: str) -> str:
    """What a level asks for, where no ionised calcium is given unless it is the value itself."""
    if judged.startswith("very"):
        return "treat-now"
    return (
        "nothing-today" if (name, judged) == ("ionised_calcium", "within") else "look-again-today"
    )


EDGES = [
    (name, each, side, unit)
    for name, each, side in product(ROWS, LEVELS, SIDES)
    if ROWS[name][each]
    for unit in ("mmol/L", *PER_MMOL[name])
]


@of_every(EDGES, " ".join)
def test_each_value_is_judged_as_transcribed(place: tuple[str, str, str, str]) -> None:
    name, each, side, unit = place
    value = limit(ROWS[name][each])[1] + SIDES[side]
    typed = {name: decimal(value * PER_MMOL[name].get(unit, 1))}
    if PER_MMOL[name]:
        typed[f"{name}_unit"] = unit

    outcome = asked(**typed)

    assert value == outcome.values[name].value
    assert urgency(name, level(name, value)) == decided(outcome)


GRID = [*product(["1.5", "1.9", "2.15", "2.4", "2.7", "3"], ["10", "28", "40", "47"])]


@of_every([*product(GRID, ["g/L", "g/dL"])], str)
def test_a_corrected_calcium_is_worked_out_and_never_makes_it_less_urgent(
    place: tuple[tuple[str, str], str],
) -> None:
    (total, albumin), unit = place
    corrected = Fraction(total) + Fraction("0.02") * (40 - int(albumin))
    grams = decimal(Fraction(albumin) / (1 if unit == "g/L" else 10))
    typed = {"total_calcium": total, "total_calcium_unit": "mmol/L"}

    alone = asked(**typed)
    both = asked(**typed, albumin=grams, albumin_unit=unit)

    levels = {level("total_calcium", each) for each in (Fraction(total), corrected)}
    urgent = any(each.startswith("very") for each in levels)
    assert corrected == both.values["corrected_calcium"].value
    assert ("treat-now" if urgent else "look-again-today") == decided(both)
    assert decided(both) in ("treat-now", decided(alone))


@of_every([symptoms for count in (1, 2, 5) for symptoms in combinations(SYMPTOMS, count)], str)
def test_any_symptom_stops_what_runs_however_normal_the_values(symptoms: tuple[str, ...]) -> None:
    said = ", ".join(symptoms)

    assert "stop-now" == decided(asked("running", **WITHIN | {"symptoms": said}))
    assert "treat-now" == decided(asked("between", **WITHIN | {"symptoms": said}))
    assert "treat-now" == decided(asked("not-begun", **{"symptoms": said}))


@pytest.mark.parametrize(
    ("name", "value", "decision"),
    [
        ("magnesium", "0.45", "stop-now"),
        ("potassium", "2.4", "stop-now"),
        ("potassium", "6", "stop-now"),
        ("phosphate", "0.2", "stop-now"),
        ("ionised_calcium", "0.9", "stop-now"),
        ("ionised_calcium", "1.6", "treat-now"),
        ("magnesium", "1.1", "look-again-today"),
    ],
)
def test_what_is_treated_now_stops_what_runs_but_for_a_high_calcium(
    name: str, value: str, decision: str
) -> None:
    assert decision == decided(asked("running", **WITHIN | {name: value}))


@pytest.mark.parametrize("course", ["running", "between", "not-begun"])
def test_without_an_ionised_calcium_it_is_never_nothing(course: str) -> None:
    without = {name: typed for name, typed in WITHIN.items() if not name.startswith("ionised")}
    total = {"total_calcium": "2.4", "total_calcium_unit": "mmol/L"}

    assert "nothing-today" == decided(asked(course, **WITHIN))
    assert "look-again-today" == decided(asked(course, **without))
    assert "look-again-today" == decided(asked(course, **without, **total))


@pytest.mark.parametrize(
    ("symptoms", "name", "value", "urgent"),
    [
        ("tingling", "magnesium", "0.69", True),
        ("tingling", "ionised_calcium", "1.14", True),
        ("tingling", "potassium", "3.4", False),
        ("palpitations", "potassium", "3.4", True),
        ("fainting", "potassium", "3.5", False),
        ("palpitations", "phosphate", "0.5", False),
    ],
)
def test_a_low_value_with_its_symptom_is_treated_now(
    symptoms: str, name: str, value: str, urgent: bool
) -> None:
    outcome = asked(**WITHIN | {name: value, "symptoms": symptoms})

    assert isinstance(outcome, Answered)
    assert (value in outcome.answer.reason) is urgent


QTC = ("349", "350", "480", "480.1", "500", "500.1")


@of_every(QTC, str)
def test_a_qtc_that_is_not_within_is_never_nothing(qtc: str) -> None:
    urgent = {"349": "look-again-today", "480.1": "look-again-today", "500": "look-again-today"}

    decision = decided(asked("running", **WITHIN | {"ecg": "qtc", "qtc": qtc}))

    assert ("stop-now" if qtc == "500.1" else urgent.get(qtc, "nothing-today")) == decision

"""Electrolytes keep the limits of a transcription made apart from them, on both sides."""

import csv
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path

import pytest

from calc.catalogue import CATALOGUE, run
from calc.clinical.electrolytes.reference import LIMITS
from calc.model.digits import decimal
from calc.model.inputs import Choice
from calc.model.number import Number
from calc.model.outcomes import Answered, FieldError, InputError, Outcome
from calc.model.results import Table
from tests.every import of_every

TABLE = Path(__file__).parent / "electrolytes_table.csv"
ROWS = {row["value"]: row for row in csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())}
SLIPS = [*csv.DictReader((TABLE.parent / "electrolytes_slips.csv").read_text().splitlines())]
"""From which figure to which it is asked whether it is one of another unit: this site's rules."""
RANGES = [*csv.DictReader((TABLE.parent / "electrolytes_ranges.csv").read_text().splitlines())]
"""What is possible, and what is usual, of each number: this site's rules."""
HUNDREDTH = Decimal("0.01")
NEXT_TO = (-HUNDREDTH, Decimal(0), HUNDREDTH)
LEVELS = ("very low", "low", "high", "very high")
HOLDS = {
    "below": lambda value, limit: value < limit,
    "up to": lambda value, limit: value <= limit,
    "above": lambda value, limit: value > limit,
    "from": lambda value, limit: value >= limit,
}
IN_WORDS = {"below": "below {}", "up to": "{} or less", "from": "{} or more"}
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


@of_every(EDGES, " ".join)
def test_each_value_is_shown_on_its_side_of_a_limit(place: tuple[str, str, str, str]) -> None:
    name, each, side, unit = place
    edge = limit(ROWS[name][each])[1]
    typed = {name: decimal((edge + SIDES[side]) * PER_MMOL[name].get(unit, 1))}
    if PER_MMOL[name]:
        typed[f"{name}_unit"] = unit

    shown = Fraction(asked(**typed).values[name].number())

    assert sign(SIDES[side]) == sign(shown - edge)


@of_every([*product(LEVELS, SIDES)], " ".join)
def test_a_corrected_calcium_is_shown_on_its_side_too(place: tuple[str, str]) -> None:
    each, side = place
    edge = limit(ROWS["total_calcium"][each])[1]
    total = decimal(edge + SIDES[side] - Fraction("0.02") * 10)

    outcome = asked(
        **{"total_calcium": total, "total_calcium_unit": "mmol/L"},
        **{"albumin": "30", "albumin_unit": "g/L"},
    )

    shown = Fraction(outcome.values["corrected_calcium"].number())
    assert sign(SIDES[side]) == sign(shown - edge)


def sign(value: Fraction) -> int:
    """Below, at or above zero."""
    return (value > 0) - (value < 0)


def in_words(cell: str) -> str:
    """A limit of the transcription as the table to work by hand prints it."""
    side, figure = limit(cell)
    return IN_WORDS[side].format(f"{decimal(figure)} mmol/L")


def treated_now(lowest: str, highest: str) -> str:
    """Both limits of a row, or that no source has the upper one."""
    if not highest:
        return f"{in_words(lowest)}; no upper limit found"
    return f"{in_words(lowest)} or {in_words(highest)}"


def test_the_table_to_work_by_hand_prints_the_limits_as_transcribed() -> None:
    *limits, qtc = LIMITS.rows

    assert ("QTc", "above 500 ms", "350 to 480 ms") == qtc
    assert limits == [
        (
            name.replace("_", " ").capitalize(),
            treated_now(row["very low"], row["very high"]),
            f"{decimal(limit(row['low'])[1])} to {decimal(limit(row['high'])[1])} mmol/L",
        )
        for name, row in ROWS.items()
    ]


def test_who_reads_the_table_of_limits_came_for_what_is_treated_now() -> None:
    assert LIMITS.strong is not None
    assert "Treat now" == LIMITS.heads[LIMITS.strong]


GRID = [*product(["1.5", "1.9", "2.04", "2.15", "2.4", "2.7", "3"], ["10", "28", "40", "47"])]


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
        ("fainting", "potassium", "3.4", True),
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


def test_a_qtc_is_judged_in_the_words_of_the_other_values() -> None:
    def judged(qtc: str) -> str:
        outcome = asked(**WITHIN | {"ecg": "qtc", "qtc": qtc})
        assert outcome.answer
        (table,) = outcome.answer.results
        assert isinstance(table, Table)
        *_, row = table.rows
        return row.cells[2]

    assert ["low", "within", "within", "high", "high", "very high"] == [*map(judged, QTC)]


def errors(name: str, unit: str, figure: Decimal, confirmed: bool = False) -> list[FieldError]:
    """What is to be corrected of one number, typed in a unit if it is asked in several."""
    number = CATALOGUE["electrolytes"].inputs[name]
    assert isinstance(number, Number)
    try:
        number.check(number.read(f"{figure:f}", name, unit), name, confirmed)
    except InputError as invalid:
        return [*invalid.errors]
    return []


@of_every(RANGES, lambda row: row["value"])
def test_a_rare_figure_needs_a_tick_and_an_impossible_one_is_refused(row: dict[str, str]) -> None:
    name, unit, *ends = row.values()
    least, low, high, most = map(Decimal, ends)

    for figure in (end + near for end in (least, low, high, most) for near in NEXT_TO):
        impossible = ["low"] * (figure < least) + ["high"] * (figure > most)
        rare = [] if low <= figure <= high else ["confirm"]

        assert impossible == [each.code for each in errors(name, unit, figure, True)]
        assert (impossible or rare) == [each.code for each in errors(name, unit, figure)]


def is_asked(slip: dict[str, str], figure: Decimal) -> bool:
    """Whether it is asked of a figure, typed in a unit, if it was meant in another one."""
    asks = slip["asks"].format(f"{figure.normalize():f}")
    said = errors(slip["value"], slip["typed in"], figure)
    return any(asks in each.text for each in said)


@of_every(SLIPS, lambda slip: " ".join(slip.values()))
def test_a_figure_that_may_be_of_another_unit_is_asked_about(slip: dict[str, str]) -> None:
    least, most = Decimal(slip["from"]), Decimal(slip["to"])
    figures = (least - HUNDREDTH, least, most, most + HUNDREDTH)

    assert [False, True, True, False] == [is_asked(slip, figure) for figure in figures]


def test_the_kinds_of_an_ecg_stand_side_by_side() -> None:
    ecg = CATALOGUE["electrolytes"].inputs["ecg"]

    assert isinstance(ecg, Choice)
    assert ecg.compact

"""Whoever does a printed sum again, with the figures as printed, gets the printed result."""

import re
from fractions import Fraction

from calc.catalogue import run
from calc.model import digits
from calc.model.outcomes import Outcome
from calc.model.quantity import Step
from calc.present.working import steps_of
from tests.cases import Case, cases
from tests.catalogue.walk import outcome_of
from tests.every import every_answer, of_every

SUM = re.compile(r"[0-9.,() x/+-]+")
SIGNS = {"x": "*", ",": ""}
UNIT = re.compile(r"(?<=\d)\s*(?!x )(?:[A-Za-z]+(?:/[A-Za-z]+)*)(?:/1\.73 m2)?")
FIGURE = re.compile(r"\d+(?:\.\d+)?")


JUST_BELOW_THE_TABLE = [
    *(("male", age, umol) for age, umol in [(25, 353), (40, 307), (54, 264), (83, 175), (97, 132)]),
    *(("female", age, umol) for age, umol in [(30, 287), (53, 227), (58, 214), (99, 107)]),
]
"""Whole umol/L whose creatinine in mg/dL, cut to three decimals, would fall inside the table."""


def by_hand(numbers: str) -> Fraction | None:
    """What a printed sum comes to; None for a step that is no plain sum of figures in full."""
    figures = UNIT.sub("", numbers.split(" = ")[0])
    if not SUM.fullmatch(figures):
        return None
    for sign, python in SIGNS.items():
        figures = figures.replace(sign, python)
    done: Fraction = eval(FIGURE.sub(lambda figure: f"Fraction('{figure[0]}')", figures))
    return done


def as_printed(value: Fraction, result: str) -> str:
    """A value cut to as many decimals as the printed result has."""
    figure = re.match(r"[\d,.]+", result)
    assert figure
    return digits.for_people(value, len(figure[0].partition(".")[2]))


def sums(outcome: Outcome) -> list[tuple[Step, Fraction]]:
    """The steps that are plain sums, and what they come to."""
    done = [(step, by_hand(step.numbers)) for step in steps_of(outcome)]
    return [(step, value) for step, value in done if value is not None]


@every_answer
def test_a_printed_sum_comes_to_the_printed_result(case: Case) -> None:
    plain = [
        (step, value) for step, value in sums(outcome_of(case)) if "rounded" not in step.numbers
    ]

    assert [] == [
        step for step, value in plain if not step.result.startswith(as_printed(value, step.result))
    ]


@of_every(JUST_BELOW_THE_TABLE)
def test_a_refused_clearance_is_below_the_table_when_done_by_hand(
    patient: tuple[str, int, int],
) -> None:
    sex, age, umol = patient
    typed = {"age": str(age), "sex": sex, "creatinine": str(umol), "creatinine_unit": "umol/L"}
    outcome = run(
        "foscarnet-dose", {**typed, "weight": "70", "dialysis": "no", "regimen": "hsv-40-every-8-h"}
    )

    ((_, clearance),) = sums(outcome)

    assert "refusal" == outcome.kind
    assert clearance < Fraction("0.4")


def test_a_creatinine_with_many_decimals_is_printed_with_all_of_them() -> None:
    typed = {"age": "45", "sex": "male", "creatinine": "1.319445", "creatinine_unit": "mg/dL"}

    (_, clearance), *_ = sums(run("creatinine-clearance", typed))

    assert clearance < 1


def test_most_steps_of_a_plan_are_sums_that_can_be_done_again() -> None:
    """Otherwise the tests above could pass every step by."""
    edge = next(case for case in cases("answer") if case.name == "man-68-exactly-1-every-8-h")

    assert 15 < len(sums(outcome_of(edge)))

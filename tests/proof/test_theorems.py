"""What must hold for every number is proved for every number, by the code as it is."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

import calc
from calc.clinical.foscarnet.label import HSV_EVERY_8_H
from tests.proof import planted
from tests.proof.claims import Claim
from tests.proof.courses import Way, in_bands, planned, typed
from tests.proof.kidneys import clearances
from tests.proof.rows import by_mouth
from tests.proof.symbolic import Undecided, World, paths
from tests.proof.theorems import THEOREMS, claimed, sliced

CALC = Path(calc.__file__).parent
WORKING = "working.py"
"""It shows the working, and gives no figure."""
HANDING_ON = "named"
"""The one function of a quantity that reads how it was made: to hand it on, whatever it is."""


@cache
def claims() -> list[Claim]:
    """All claims of the slice."""
    return [claim for part in sliced() for claim in claimed(part)]


def test_no_claim_has_anything_against_it() -> None:
    assert [] == [claim for claim in claims() if claim.against]


def test_every_theorem_has_claims() -> None:
    assert [*THEOREMS] == [each for each in THEOREMS if Counter(c.theorem for c in claims())[each]]


WAY = Way("hsv-40-every-8-h", "peripheral", True)
BANDS = partial(in_bands, "HSV", HSV_EVERY_8_H)
PLAN, TYPED = partial(planned, WAY), partial(typed, WAY)
AT_THE_CAP = partial(planned, Way("cmv-90-every-12-h", "central", False))
CLEARANCES = partial(clearances, "mg/dL")
PLANTED: dict[str, tuple[Callable[[], AbstractContextManager[Any]], Any, str]] = {
    "a gap between two rows": (partial(planted.cell, 2, above=0.81), BANDS, "bands"),
    "two rows that hold one edge": (
        partial(planted.cell, 0, above=None, at_least=1.4),
        BANDS,
        "bands",
    ),
    "a last row that ends too high": (partial(planted.cell, 5, at_least=0.41), PLAN, "looked up"),
    "a row of tablets from its edge on": (planted.a_row_from_its_edge_on, by_mouth, "rows"),
    "a row below the table": (planted.the_last_row_below_the_table, PLAN, "looked up"),
    "volumes rounded up": (planted.rounded_up, PLAN, "volume"),
    "rates rounded up": (planted.rounded_up, PLAN, "bag"),
    "a rate rounded up where a dose takes a minute for each mg/kg": (
        planted.rates_rounded_up,
        AT_THE_CAP,
        "rate",
    ),
    "containers of another size": (planted.larger_containers, PLAN, "containers"),
    "a start that asks of the kidneys again": (planted.a_start_by_the_kidneys, PLAN, "factors"),
    "the factor of women for men": (planted.the_sexes_exchanged, CLEARANCES, "clearance"),
    "a typed dose rounded up": (planted.rounded_up, TYPED, "typed"),
    "the shorter of two times": (planted.the_shorter_time, PLAN, "time"),
    "half the minimum time": (planted.half_the_minimum, PLAN, "time"),
    "half the minimum time of a typed dose": (planted.half_the_minimum, TYPED, "typed"),
    "a dose handed on with a refusal": (planted.a_dose_with_the_refusal, PLAN, "refusals"),
}
"""Each error that is planted, what is claimed of it, and the theorem that it breaks."""


@pytest.mark.parametrize(("plant", "part", "breaks"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_error_breaks_a_theorem(
    plant: Callable[[], AbstractContextManager[Any]], part: Any, breaks: str
) -> None:
    with plant():
        assert any(claim.against for claim in part() if claim.theorem == breaks)


def test_each_theorem_is_broken_by_an_error_that_is_planted() -> None:
    assert {*THEOREMS} == {theorem for _, _, theorem in PLANTED.values()}


def test_no_rule_reads_how_a_quantity_was_made() -> None:
    """A theorem of any number holds of one that was worked out, only if that is never asked."""
    rules = [*CALC.glob("clinical/**/*.py"), *(CALC / "model").glob("*.py")]
    read = {file: ast.parse(file.read_text(encoding="utf-8")) for file in rules}
    (handing_on,) = (
        node
        for node in ast.walk(read[CALC / "model" / "quantity.py"])
        if isinstance(node, ast.FunctionDef) and node.name == HANDING_ON
    )
    handed_on = {*_reads_how(handing_on)}

    assert 1 == len(handed_on)
    assert {WORKING} == {
        file.name for file, tree in read.items() if {*_reads_how(tree)} - handed_on
    }


def _reads_how(tree: ast.AST) -> Iterator[ast.Attribute]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "derivation":
            yield node


def test_a_number_that_stands_for_all_goes_both_ways_at_a_question() -> None:
    def asked(world: World) -> str:
        number = world.real("number", Fraction(0), Fraction(10))
        return "high" if number > 7 else "low"

    assert {"high", "low"} == {path.result for path in paths(asked)}


def test_a_question_that_has_one_answer_does_not_go_two_ways() -> None:
    def asked(world: World) -> str:
        number = world.real("number", Fraction(0), Fraction(10))
        return "above" if number > 11 else "within"

    assert ["within"] == [path.result for path in paths(asked)]


def test_nothing_is_proved_of_no_number() -> None:
    def asked(world: World) -> None:
        number = world.real("number", Fraction(0), Fraction(10))
        world.suppose(number > 11)

    with pytest.raises(Undecided, match="no number is meant"):
        list(paths(asked))


def test_what_is_not_so_of_one_number_has_that_number_against_it() -> None:
    def asked(world: World) -> object:
        return world.real("number", Fraction(0), Fraction(10)) < 10

    (path,) = paths(asked)

    assert "number = 10" == path.world.against(path.result)


def test_a_number_is_rounded_down_to_steps_that_are_not_above_it() -> None:
    step = Fraction(1, 10)

    def asked(world: World) -> object:
        number = world.real("number", Fraction(2), Fraction(3))
        rounded = number // step * step
        return [rounded <= number, rounded > number - step, rounded == number]

    (path,) = paths(asked)

    assert ["", ""] == [path.world.against(claim) for claim in path.result[:2]]
    assert path.world.against(path.result[2])

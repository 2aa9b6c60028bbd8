"""A second implementation, made apart from the first, says the same of every case."""

import ast
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.every import of_every
from tests.proof import planted
from tests.proof.edges import Piece
from tests.proof.foscarnet import (
    Ask,
    course_steps,
    kidneys_steps,
    measured_steps,
    typed_steps,
)
from tests.proof.grid import at_edges, rows, sliced, together
from tests.proof.second import columns
from tests.proof.second.bedside import Patient
from tests.proof.steps import Compared

SECOND = Path(columns.__file__).parent
MODULES = sorted(SECOND.glob("*.py"))
MAY_IMPORT = {
    *("bisect", "collections.abc", "csv", "dataclasses", "functools", "math", "pathlib", "typing"),
}


def imported(tree: ast.AST) -> set[str]:
    """The modules that a module imports."""
    nodes = [*ast.walk(tree)]
    names = {each.name for node in nodes if isinstance(node, ast.Import) for each in node.names}
    return names | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


@of_every(MODULES)
def test_it_imports_nothing_of_the_first(module: Path) -> None:
    names = imported(ast.parse(module.read_text(encoding="utf-8")))

    assert [] == sorted(
        name for name in names - MAY_IMPORT if not name.startswith("tests.proof.second")
    )


@of_every(MODULES)
def test_it_reckons_in_whole_numbers_only(module: Path) -> None:
    nodes = [*ast.walk(ast.parse(module.read_text(encoding="utf-8")))]

    assert [] == [each.value for each in nodes if isinstance(each, ast.Constant) and is_float(each)]
    assert [] == [each.lineno for each in nodes if isinstance(each, ast.BinOp) and divides(each)]


def test_a_slice_of_the_grid_differs_nowhere() -> None:
    counted = together(sliced())

    assert [] == counted.told
    assert 0 == counted.different.total()
    assert 5_000 < counted.compared.total()


KIDNEYS: Piece = (kidneys_steps, (66, "female", "mg/dL", at_edges(66, "female", "mg/dL")))
ON_EDGES: Piece = (measured_steps, (28, [20_000, 35_000, 70_000, 70_500]))
"""A measured 28 mL/min is exactly 1.4, 0.8 and 0.4 mL/min/kg in 20, 35 and 70 kg."""
COURSES: tuple[Piece, ...] = tuple(
    (course_steps, (regimen, band, [33_500, 70_500]))
    for regimen, band in rows()
    if regimen in ("hsv-40-every-8-h", "cmv-maintenance-120")
)
BELOW = Patient(66, "male", "mg/dL", 400, 70_500)
REFUSED: Piece = (
    typed_steps,
    ([Ask(BELOW, "hsv-40-every-8-h", "central", True, "saline", "saline", True)],),
)
PLANTED: dict[str, tuple[Callable[[], AbstractContextManager[Any]], Compared]] = {
    "a dose of a row": (partial(planted.cell, 3, give=35), Compared.US_ROW),
    "an interval of a row": (partial(planted.cell, 2, every=8), Compared.US_ROW),
    "an edge of a row": (partial(planted.cell, 2, above=0.83), Compared.US_ROW),
    "on which side of an edge a row ends": (
        partial(planted.cell, 0, above=None, at_least=1.4),
        Compared.MEASURED_ROW,
    ),
    "volumes and rates rounded up": (planted.rounded_up, Compared.INFUSION),
    "the shorter of two times": (planted.the_shorter_time, Compared.INFUSION),
    "a vein that gets the undiluted drug": (planted.a_stronger_drug, Compared.INFUSION),
    "another factor for women": (planted.another_share_of_women, Compared.US_CLEARANCE),
    "the last row below the table": (planted.the_last_row_below_the_table, Compared.US_ROW),
    "a dose handed on with a refusal": (
        planted.a_dose_with_the_refusal,
        Compared.TYPED,
    ),
}
"""Each error that is planted, and a comparison that finds it."""


@pytest.mark.parametrize(("plant", "finds"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_error_is_found(
    plant: Callable[[], AbstractContextManager[Any]], finds: Compared
) -> None:
    pieces = (KIDNEYS, ON_EDGES, REFUSED, *COURSES)
    before = together(pieces)

    with plant():
        after = together(pieces)

    assert 0 == before.different[finds]
    assert 0 < after.different[finds]


def is_float(constant: ast.Constant) -> bool:
    """Whether a constant is a binary fraction."""
    return isinstance(constant.value, float)


def divides(sum_: ast.BinOp) -> bool:
    """Whether a sum divides without a remainder."""
    return isinstance(sum_.op, ast.Div)

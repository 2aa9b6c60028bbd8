"""A fact is stated once: no sentence of the rules holds a figure with its unit that code holds."""

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import changed_constants as changed
from tests.house.named_figures import CLINICAL, named_figures

UNITS = (
    *("mg/kg/min", "mL/min/kg", "mmol/mL", "mL/min", "mg/dL", "mg/kg", "mg/mL", "umol/L", "µmol/L"),
    *("mmol/L", "g/dL", "g/L", "mL/h", "mL/kg", "IU/mL", "IU", "micrograms", "bpm"),
    *("minutes?", "min", "mmol", "mL", "mg", "g", "kg", "cm", "m2", "ms", "%", "L"),
    *("seconds?", "s", "hours?", "h", "days?", "weeks?", "months?", "years?", "times"),
)
TYPED = re.compile(
    rf"\d+(?:,\d{{3}})*(?:\.\d+)?(?: (?:to|or|and) \d[\d.,]*)? ?(?:{'|'.join(UNITS)})(?![\w/])"
)
NAMES = {
    "24 hours": "a period that results are counted for",
    "0.9%": "part of the name of a fluid",
    "5%": "part of the name of a fluid",
    "10%": "part of the name of a solution",
    "5 to 20%": "what a review says of assays; nothing is computed with it",
    "1 mg/dL": "what a study did, or one of a unit; nothing is computed with it",
    "1 mmol": "one of a unit",
    "1 mmol/L": "one of a unit",
    "1.73 m2": "part of the name of a unit",
}
"""Figures that are names or another's words."""


def _known(node: ast.AST) -> bool:
    """Whether this is a known answer: what it must say is typed, so a changed figure is noticed."""
    name = node.func if isinstance(node, ast.Call) else None
    return isinstance(name, ast.Name) and name.id == "KnownAnswer"


def sentences(path: Path) -> Iterator[str]:
    """The texts of a module, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    alone |= {id(each) for call in ast.walk(tree) if _known(call) for each in ast.walk(call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def typed() -> list[tuple[str, str]]:
    """Each figure with its unit that is typed in a sentence, with the module."""
    paths = CLINICAL.rglob("*.py")
    return [
        (path.name, found)
        for path in sorted(paths)
        for text in sentences(path)
        for found in TYPED.findall(text)
    ]


def test_no_sentence_of_the_rules_holds_a_typed_figure_with_a_unit() -> None:
    assert [] == [(name, found) for name, found in typed() if found not in NAMES]


def test_every_exception_is_still_needed() -> None:
    assert {*NAMES} == {found for _, found in typed()} & {*NAMES}


def reasons() -> Iterator[tuple[str, str]]:
    """Each reason of a limit that is typed where the limit is, with the module."""
    for path in CLINICAL.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(func=ast.Name(id="limits" | "Span"), args=[_, _, why, *_]):
                    if isinstance(why, ast.Constant) and isinstance(why.value, str):
                        yield why.value, path.name
                case _:
                    pass


def test_no_reason_of_a_limit_is_typed_twice() -> None:
    times = Counter(why for why, _ in reasons())

    assert times
    assert [] == [(why, name) for why, name in reasons() if times[why] > 1]


def test_every_exception_of_the_changed_constants_names_one() -> None:
    lists = (changed.CONVERSIONS, changed.NEVER_SAID, changed.SAID_BY, changed.COINCIDES)
    figures = [*named_figures()]

    assert [] == [
        name
        for names in lists
        for name in names
        if not any(changed.listed(figure, (name,)) for figure in figures)
    ]


@pytest.mark.sweep
def test_no_answer_says_the_old_figure_of_a_constant_that_was_changed() -> None:
    """Each figure of each named constant, in a Python of its own. Some answer must say each."""
    script = [sys.executable, "-m", "tests.house.changed_constants"]
    ran = subprocess.run(script, capture_output=True, text=True, check=True)

    assert [] == json.loads(ran.stdout)

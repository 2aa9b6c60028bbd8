"""Alternatives are a type, and whoever needs to know which one it is takes them apart by match."""

import ast
from functools import cache
from pathlib import Path

from tests.root import ROOT

CALC = ROOT / "calc"


@cache
def trees() -> dict[Path, ast.Module]:
    """The modules of `calc`, each read once."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in CALC.rglob("*.py")}


def names_in(node: ast.AST) -> set[str]:
    """The names that stand in an expression."""
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def alternatives() -> set[str]:
    """Every name that stands on the right of `type This = That | Other`, and what is made of it."""
    named = {
        name
        for tree in trees().values()
        for each in ast.walk(tree)
        if isinstance(each, ast.TypeAlias) and isinstance(each.value, ast.BinOp)
        for name in names_in(each.value)
    }
    made_of = {
        each.name
        for tree in trees().values()
        for each in ast.walk(tree)
        if isinstance(each, ast.ClassDef) and named & {*map(ast.unparse, each.bases)}
    }
    return named | made_of


def test_no_alternative_is_asked_for_by_isinstance() -> None:
    """mypy names each match that forgets one; it cannot know what an `else` was meant for."""
    found = alternatives()
    asked = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, tree in trees().items()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "isinstance"
        if names_in(call.args[1]) & found
    ]

    assert {"Estimated", "Measured", "MeasuredPerArea", "Answered", "Failed"} <= found
    assert [] == asked


def test_no_outcome_is_told_from_another_by_its_word() -> None:
    asked = [
        f"{path.relative_to(ROOT)}:{compared.lineno}"
        for path, tree in trees().items()
        for compared in ast.walk(tree)
        if isinstance(compared, ast.Compare)
        if ast.unparse(compared.left) == "outcome.kind"
    ]

    assert [] == asked

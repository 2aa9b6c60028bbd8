"""The small errors that can be planted in a module of `calc`, by the operators of mutmut."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from pathlib import Path
from typing import cast

import libcst as cst
from mutmut.mutation.file_mutation import NEVER_MUTATE_FUNCTION_CALLS, deep_replace
from mutmut.mutation.mutators import mutation_operators, operator_string

from tests.root import ROOT

EDGES = {"above": "at_least", "at_least": "above"}
"""What an edge of a band is called that lies on its other side."""
AT_IMPORT = (cst.Comparison, cst.BinaryOperation, cst.BooleanOperation, cst.UnaryOperation)


@dataclass(frozen=True)
class Mutant:
    """One small error: where it is, the lines as they are and as it makes them, and the module.

    `within` is the function or class that holds it; `at_import` says that it is run when the
    module is loaded, as a table is. `nth` tells apart what else is the same.
    """

    module: str
    within: str
    was: str
    now: str
    nth: int
    at_import: bool
    source: str

    @property
    def id(self) -> tuple[str, str, str, str, int]:
        """What names it for as long as its lines stay."""
        return self.module, self.within, self.was, self.now, self.nth


@dataclass(frozen=True)
class _Change:
    within: str
    at_import: bool
    old: cst.CSTNode
    new: cst.CSTNode


def modules() -> list[str]:
    """The files of `calc` in which errors can be planted, by their paths; the register is data."""
    found = (path.relative_to(ROOT).as_posix() for path in (ROOT / "calc").rglob("*.py"))
    return sorted(each for each in found if not each.endswith("/register.py"))


def mutants(module: str, source: str | None = None) -> Iterator[Mutant]:
    """Every error of a module, in the order of its lines."""
    text = (ROOT / module).read_text(encoding="utf-8") if source is None else source
    tree = cst.parse_module(text)
    parts = [tree.code_for_node(each) for each in tree.body]
    head = "".join(tree.code_for_node(each) for each in tree.header)
    seen: Counter[tuple[str, ...]] = Counter()
    for place, statement in enumerate(tree.body):
        before, after = head + "".join(parts[:place]), "".join(parts[place + 1 :])
        for each in _changes(statement, "", inside=False):
            mutated = cast(cst.CSTNode, deep_replace(statement, each.old, each.new))
            now = tree.code_for_node(mutated)
            lines = _differing(parts[place], now)
            seen[(each.within, *lines)] += 1
            nth = seen[(each.within, *lines)]
            whole = f"{before}{now}{after}"
            yield Mutant(module, each.within, *lines, nth, each.at_import, whole)


def _differing(was: str, now: str) -> tuple[str, str]:
    """The lines that differ, as they are and as they become."""
    old, new = was.splitlines(), now.splitlines()
    same = _alike(old, new)
    end = min(_alike(old[::-1], new[::-1]), len(old) - same, len(new) - same)
    return _one_line(old[same : len(old) - end]), _one_line(new[same : len(new) - end])


def _alike(one: list[str], other: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _one_line(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _changes(node: cst.CSTNode, within: str, *, inside: bool) -> Iterator[_Change]:
    match node:
        case cst.Annotation() | cst.TypeAlias() | cst.Import() | cst.ImportFrom():
            return
        case cst.Decorator(decorator=cst.Call(func=cst.Name(value="dataclass"))):
            return
        case cst.Assert():
            # What it says where it fails is read by programmers alone.
            yield from _changes(node.test, within, inside=inside)
            return
        case cst.Call(func=cst.Name(value=name)) if name in NEVER_MUTATE_FUNCTION_CALLS:
            return
        case cst.ClassDef() if not inside:
            within = f"{within}.{node.name.value}".lstrip(".")
        case cst.FunctionDef() if not inside:
            within = f"{within}.{node.name.value}".lstrip(".")
            for each in (*node.decorators, node.params):
                yield from _changes(each, within, inside=False)
            yield from _changes(node.body, within, inside=True)
            return
        case _:
            pass
    for new in _of_a_function(node) if inside else _of_a_table(node):
        yield _Change(within, not inside, node, new)
    for each in node.children:
        yield from _changes(each, within, inside=inside)


def _of_a_function(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """All that mutmut makes of a node; of a text only the first: other letters are its others."""
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            made = operator(node)
            yield from [*made][:1] if operator is operator_string else made


def _of_a_table(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """What is done to tables and constants: a figure, a sign, an edge, a row that is missing."""
    match node:
        case cst.Integer() | cst.Float():
            yield _one_more_in_its_last_digit(node)
        case cst.Arg(keyword=cst.Name(value=name)) if name in EDGES:
            yield node.with_changes(keyword=cst.Name(EDGES[name]))
        case cst.Tuple(elements=rows) | cst.List(elements=rows) if len(rows) > 2:
            for place, row in enumerate(rows):
                if isinstance(row.value, cst.Call):
                    yield node.with_changes(elements=[*rows[:place], *rows[place + 1 :]])
        case cst.Name(value="True" | "False") | cst.ComparisonTarget():
            yield from _of_a_function(node)
        case _:
            if isinstance(node, AT_IMPORT):
                yield from _of_a_function(node)


def _one_more_in_its_last_digit(node: cst.Integer | cst.Float) -> cst.CSTNode:
    """0.85 becomes 0.86, 1_000 1001: the slip that is hardest to see."""
    figure = node.value.replace("_", "")
    places = len(figure.partition(".")[2])
    return node.with_changes(value=str(Decimal(figure) + Decimal(1).scaleb(-places)))


def by_path(paths: list[str]) -> list[str]:
    """The modules that these paths name, or that lie in these folders, in that order."""
    every = modules()
    found = (each for path in paths for each in every if Path(each).is_relative_to(path))
    return [*dict.fromkeys(found)]

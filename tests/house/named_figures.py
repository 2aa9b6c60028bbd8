"""The figures that the rules name: each literal of a constant of a module, with its unit.

A constant may hold one figure, or several: a pair, a range, a row of a dictionary.
"""

import ast
import importlib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from calc.model import digits, units

ROOT = Path(__file__).parents[2]
CLINICAL = ROOT / "calc" / "clinical"
MADE = "register.py"
"""What is made of the register of sources: it holds no figure of a rule."""
UNIT_OF = {"days": "d", "dose": "mg", "Fluid": "mL", "FluidByDose": "mL", "_minimum": "min"}
"""What makes a quantity of plain numbers, with the unit that it gives them."""
KEYWORDS = {"least": "mg/kg", "most": "mg/kg"}
"""Plain numbers that are given by name, with their unit."""
OF_A_NAME = {"HOURS": "h", "PERCENT": "%", "DAYS": "d"}
"""The unit of a plain number is the last word of its name."""
ELSEWHERE = {
    "Row": "a table's rows are typed a second time, from the source, in tests/clinical",
    "Band": "the same",
    "_bands": "the same",
    "_vial": "the same",
    "_of": "a figure that the sentence quotes and nothing computes with",
    "_to": "the same",
    "limits": "a limit of an input, which its own error says",
    "Annotated": "an input",
    "Slip": "what else a typed figure may have been",
    "KnownAnswer": "what a patient is asked for a test",
    "date": "a day",
}
"""What holds figures that are not changed here, each with the reason."""


class Named(NamedTuple):
    """A figure as the source has it: where it stands, in which constant, and in which unit."""

    module: str
    constant: str
    value: Fraction
    unit: str
    start: int
    end: int

    def times(self, change: Fraction, source: bytes) -> bytes:
        """The source of the module with so many times the figure."""
        call, bracket, _ = source[self.start : self.end].partition(b"(")
        new = digits.decimal(self.value * change).encode()
        new = call + b'("' + new + b'")' if bracket else new
        return source[: self.start] + new + source[self.end :]


def module_of(path: Path) -> str:
    """The name under which a file of the product is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _called(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Name(id=name)) | ast.Subscript(value=ast.Name(id=name)):
            return name
        case _:
            return ""


def _literal(node: ast.AST) -> Fraction | None:
    """The number that is written: 8, 1.5, "5.2" and Fraction(1, 2) are."""
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return digits.exact(number)
        case ast.Call(func=ast.Name(id="Fraction" | "exact"), args=[ast.Constant(value=str(text))]):
            return digits.exact(text)
        case ast.Call(func=ast.Name(id="exact"), args=[only]):
            return _literal(only)
        case ast.Call(
            func=ast.Name(id="Fraction"),
            args=[ast.Constant(value=int(above)), ast.Constant(value=int(below))],
        ):
            return Fraction(above, below)
        case _:
            return None


class Module:
    """A module of the rules, and the figures that its constants hold."""

    def __init__(self, path: Path) -> None:
        self.name = module_of(path)
        self.source = path.read_bytes()
        self.lines = [0]
        for line in self.source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))

    def figures(self) -> Iterator[Named]:
        """Each figure of each constant, in the order of the source."""
        for node in ast.parse(self.source).body:
            match node:
                case ast.Assign(targets=[target], value=value):
                    pass
                case ast.AnnAssign(target=target, value=ast.expr() as value):
                    pass
                case _:
                    continue
            names = [each.id for each in ast.walk(target) if isinstance(each, ast.Name)]
            if all(name == name.upper() for name in names):
                yield from self._of(names, value)

    def _of(self, names: list[str], value: ast.expr) -> Iterator[Named]:
        """The figures of one assignment: those of several names in their turn."""
        if len(names) > 1 and isinstance(value, ast.Tuple):
            for name, each in zip(names, value.elts, strict=True):
                yield from self._of([name], each)
        else:
            name = ", ".join(names)
            unit = OF_A_NAME.get(name.rpartition("_")[2], units.NONE)
            plain = isinstance(value, ast.Constant | ast.Tuple | ast.Dict)
            yield from self._within(name, value, unit if plain else None)

    def _within(self, name: str, node: ast.AST, unit: str | None) -> Iterator[Named]:
        """The figures in a part of a constant; a plain one counts where it has a unit."""
        called, number = _called(node), _literal(node)
        if called in ELSEWHERE:
            return
        if number is not None:
            if unit is not None:
                yield self._named(name, node, number, unit)
        elif isinstance(node, ast.Dict):
            for value in node.values:
                yield from self._within(name, value, unit)
        elif called == "constant" and isinstance(node, ast.Call):
            yield from self._within(name, node.args[0], self._unit(node.args[1]))
        else:
            kept = unit if isinstance(node, ast.Tuple) else UNIT_OF.get(called)
            for each in ast.iter_child_nodes(node):
                named = isinstance(each, ast.keyword) and KEYWORDS.get(each.arg or "")
                yield from self._within(name, each, named or kept)

    def _unit(self, node: ast.expr) -> str:
        """A unit as it is written, or that of the name by which it is called."""
        match node:
            case ast.Constant(value=str(text)):
                return text
            case ast.Name(id=name):
                return str(vars(importlib.import_module(self.name))[name])
            case _:
                raise ValueError(f"{self.name}: {ast.unparse(node)} is no unit")

    def _named(self, name: str, node: ast.AST, number: Fraction, unit: str) -> Named:
        assert isinstance(node, ast.expr)
        assert node.end_lineno
        assert node.end_col_offset is not None
        start = self.lines[node.lineno - 1] + node.col_offset
        end = self.lines[node.end_lineno - 1] + node.end_col_offset
        return Named(self.name, name, number, unit, start, end)


def named_figures() -> Iterator[Named]:
    """Every figure of the rules that a constant holds, but nought."""
    for path in sorted(CLINICAL.rglob("*.py")):
        if path.name != MADE:
            yield from (each for each in Module(path).figures() if each.value)

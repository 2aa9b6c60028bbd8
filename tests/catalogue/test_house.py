"""`calc` travels to the browser: standard library only, no clock, no files, arrows one way."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.every import of_every

CALC = Path(__file__).parents[2] / "calc"
FILES = sorted(CALC.rglob("*.py"))
FORBIDDEN = {
    *("time", "calendar", "random", "secrets", "uuid", "locale"),
    *("os", "io", "pathlib", "shutil", "tempfile", "glob", "sqlite3", "logging"),
    *("socket", "ssl", "urllib", "http", "asyncio", "subprocess", "threading", "multiprocessing"),
    *("ctypes", "pickle", "math", "decimal"),
}
MAIN_MAY = {"os", "io"}
"""The command line closes a pipe that nobody reads any longer."""

MAY_IMPORT = {
    "model": {"model"},
    "clinical": {"clinical", "model"},
    "catalogue": {"clinical", "model"},
    "pages": {"clinical", "model"},
    "expected": set[str](),
    "present": {"present", "catalogue", "pages", "expected", "model"},
    "browser": {"present", "catalogue", "expected"},
    "batch": {"present", "catalogue", "model"},
    "__main__": {"batch", "present", "catalogue", "model"},
    "__init__": set[str](),
}

every_file = of_every(FILES, lambda path: path.relative_to(CALC).as_posix())


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All that a file is made of; each is read once."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imported(path: Path) -> Iterator[str]:
    """The full names of what a file imports."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{each.name}" for each in node.names)


def room(path: Path) -> str:
    """The part of `calc` that a file belongs to."""
    return path.relative_to(CALC).parts[0].removesuffix(".py")


@every_file
def test_only_the_standard_library_is_imported(path: Path) -> None:
    tops = {name.partition(".")[0] for name in imported(path)}

    assert set() == tops - {"calc"} - sys.stdlib_module_names


@every_file
def test_no_clock_no_chance_no_files_no_network_and_no_floats(path: Path) -> None:
    tops = {name.partition(".")[0] for name in imported(path)}

    assert set() == tops & FORBIDDEN - (MAIN_MAY if path.name == "__main__.py" else set())


@every_file
def test_no_day_is_read_off_a_clock(path: Path) -> None:
    called = [node.func for node in nodes(path) if isinstance(node, ast.Call)]
    asked = {each.attr for each in called if isinstance(each, ast.Attribute)}

    assert set() == asked & {"now", "utcnow", "today", "fromtimestamp", "utcfromtimestamp"}


@every_file
def test_nothing_is_opened_or_run(path: Path) -> None:
    if path.name == "__main__.py":
        return
    called = {
        node.func.id
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert set() == called & {"open", "eval", "exec", "compile", "input", "print", "__import__"}


@every_file
def test_arrows_point_one_way(path: Path) -> None:
    rooms = {
        name.split(".")[1]
        for name in imported(path)
        if name.startswith("calc.") and name != "calc.__version__"
    }

    assert set() == rooms - MAY_IMPORT[room(path)]


@every_file
def test_no_number_is_made_a_float(path: Path) -> None:
    called = [
        node.func.id
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]

    assert "float" not in called


def makes_a_float(node: ast.AST) -> bool:
    """Whether a power may not be whole, or one typed number is divided by another."""
    match node:
        case ast.BinOp(left=ast.Constant(), op=ast.Pow(), right=power):
            return isinstance(power, ast.Constant) and not isinstance(power.value, int)
        case ast.BinOp(op=ast.Pow()):
            return True
        case ast.BinOp(left=ast.Constant(), op=ast.Div(), right=ast.Constant()):
            return True
        case _:
            return False


@every_file
def test_no_operator_makes_a_float(path: Path) -> None:
    """Roots are taken by `digits`, in whole numbers."""
    made = [ast.unparse(node) for node in nodes(path) if makes_a_float(node)]

    assert [] == [each for each in made if path.name != "digits.py"]


@pytest.mark.parametrize("code", ["rr.value ** 0.5", "rr.value ** third", "2 ** 0.5", "1 / 3"])
def test_what_makes_a_float_is_seen(code: str) -> None:
    assert makes_a_float(ast.parse(code, mode="eval").body)


@every_file
def test_cautions_and_refusals_are_written_where_the_promises_find_them(path: Path) -> None:
    """At the top of a module, never inside a function."""
    inside = [
        call.func.id
        for function in nodes(path)
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    ]

    assert [] == [name for name in inside if name in ("Caution", "Refusal", "Check")]


@every_file
def test_every_module_says_what_it_is_for(path: Path) -> None:
    module = nodes(path)[0]

    assert isinstance(module, ast.Module)
    assert ast.get_docstring(module)

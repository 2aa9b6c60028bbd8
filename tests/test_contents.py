"""The table of contents names every room, no chapter is too long, and none borrows of another."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
LONGEST = 400
"""Lines in one file."""


def test_every_room_of_the_tests_stands_in_the_table_of_contents() -> None:
    contents = (HERE / "README.md").read_text(encoding="utf-8")
    rooms = sorted(file.parent.name for file in HERE.glob("*/__init__.py"))

    assert [] == [room for room in rooms if f"[{room}]({room}/)" not in contents]
    assert "clinical" in rooms


def test_no_file_of_the_tests_is_too_long_to_be_read_at_once() -> None:
    lines = {file: file.read_text(encoding="utf-8").count("\n") for file in HERE.rglob("*.py")}

    assert [] == [file.name for file, count in lines.items() if count > LONGEST]


def borrowed(source: str) -> Iterator[str]:
    """What a file takes of test files: of `test_that`, or `test_that` itself."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module=module, names=names):
                full = [f"{module}.{each.name}" for each in names]
            case ast.Import(names=names):
                full = [each.name for each in names]
            case _:
                continue
        yield from (name for name in full if ".test_" in f".{name}")


def test_no_test_borrows_from_a_test_file() -> None:
    assert [] == [
        (file.name, name)
        for file in sorted(HERE.rglob("*.py"))
        for name in borrowed(file.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(
    "line",
    [
        "from tests.house.test_root import ROOT",
        "from tests.house import test_root",
        "import tests.house.test_root",
        "import test_root",
    ],
)
def test_what_is_borrowed_is_seen_however_it_is_written(line: str) -> None:
    assert 1 == len([*borrowed(line)])

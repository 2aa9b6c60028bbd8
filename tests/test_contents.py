"""The table of contents names every room, and no chapter is too long to be read."""

from pathlib import Path

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

"""The table of contents names every room."""

from pathlib import Path

HERE = Path(__file__).parent


def test_every_room_of_the_tests_stands_in_the_table_of_contents() -> None:
    contents = (HERE / "README.md").read_text(encoding="utf-8")
    rooms = sorted(file.parent.name for file in HERE.glob("*/__init__.py"))

    assert [] == [room for room in rooms if f"[{room}]({room}/)" not in contents]
    assert "clinical" in rooms

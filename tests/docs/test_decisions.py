"""The index of decisions names each record once, and says which changes which."""

import re
from pathlib import Path

from tests.every import of_every

FOLDER = Path(__file__).parents[2] / "docs" / "project" / "decisions"
RECORDS = sorted(file for file in FOLDER.glob("*.md") if file.name != "index.md")
INDEX = (FOLDER / "index.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| \[(\d{4})\]\(([^)]*)\) [^|]+ \| ([^|]+) \| ([^|]*)\|$", re.MULTILINE)
CHANGES = re.compile(r"^It changes (.*)$", re.MULTILINE)
NUMBER = re.compile(r"\b(0\d{3})\b")

every_record = of_every(RECORDS, lambda record: record.stem)


def changes(record: Path) -> set[str]:
    """The numbers of the records that a record says it changes."""
    said = CHANGES.search(record.read_text(encoding="utf-8"))
    return set(NUMBER.findall(said[1])) if said else set()


def test_every_record_has_one_line_in_the_order_of_the_numbers() -> None:
    assert [record.name for record in RECORDS] == [row[1] for row in ROW.findall(INDEX)]


def test_a_number_is_taken_once() -> None:
    numbers = [record.name[:4] for record in RECORDS]

    assert sorted(set(numbers)) == numbers


@every_record
def test_what_a_record_changes_is_said_of_the_changed_one(record: Path) -> None:
    changed_by = {number: set(NUMBER.findall(by)) for number, _, _, by in ROW.findall(INDEX)}
    silent = [number for number in changes(record) if record.name[:4] not in changed_by[number]]

    assert [] == silent


@every_record
def test_a_record_says_its_number_when_why_and_what_follows(record: Path) -> None:
    text = record.read_text(encoding="utf-8")

    assert f"\n# {record.name[:4]}. " in text
    assert re.search(r"\nAccepted, \w+ \d{4}\.\n", text)
    assert ["## Context", "## Decision"] == re.findall(r"^## .*$", text, re.MULTILINE)[:2]
    assert "\n## Consequences\n" in text

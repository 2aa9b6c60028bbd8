"""A figure has the day of its own run, is counted by one file of tests, and none is left out."""

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from overrides.markdown import verified as page
from overrides.markdown.verified import FIGURES
from tests.every import of_every
from tests.figures import __main__ as command
from tests.figures import stored as store
from tests.figures.__main__ import Looked
from tests.figures.stored import FILES, merged, stored, write
from tests.root import ROOT

EARLIER, TODAY = date(2026, 11, 29), date(2026, 12, 1)
NAMES = [name for names in FIGURES.values() for name in names]
SIGNED = "tests/hosting/test_signed.py"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the figures are stored, elsewhere: each was counted twice on an earlier day."""
    file = tmp_path / "looked-at.toml"
    for module in (page, store):
        monkeypatch.setattr(module, "LOOKED_AT", file)
    write(merged({}, dict.fromkeys(NAMES, 2), EARLIER, "0.1.0"))
    return file


def test_each_figure_of_the_page_is_counted_by_one_file() -> None:
    assert dict.fromkeys(NAMES, 1) == Counter(name for names in FILES.values() for name in names)


def test_the_stored_figures_are_those_of_the_page_and_only_what_is_never_there_is_nought() -> None:
    """One that is newer than the last run stands there without a count, as the page says."""
    zero_slips = {name for name, each in stored().items() if not each["times"]}

    assert set() == {*stored()} - {*NAMES}
    assert zero_slips <= {"private-log"}


@of_every(FILES)
def test_a_file_records_what_it_counts(file: str) -> None:
    text = (ROOT / file.partition("::")[0]).read_text(encoding="utf-8")

    assert "record_property(" in text


@pytest.mark.usefixtures("file")
def test_a_run_of_a_part_gives_its_day_to_what_it_counted_alone() -> None:
    write(merged(stored(), {"signed": 3}, TODAY, "0.2.0"))
    days = {name: each["on"] for name, each in stored().items()}

    assert {**dict.fromkeys(NAMES, EARLIER), "signed": TODAY} == days


def test_what_tests_record_is_added_up() -> None:
    looked = Looked()
    of_a_list = [("a", 1), ("b", 2), ("a", 3)]
    for when, properties in (("setup", [("a", 9)]), ("call", of_a_list)):
        report = SimpleNamespace(when=when, user_properties=properties)
        for _ in range(2):
            looked.pytest_runtest_logreport(cast(pytest.TestReport, report))

    assert Counter({"a": 8, "b": 4}) == looked.counted


@pytest.mark.parametrize(
    ("status", "counted", "ends"),
    [(0, ["signed"], 0), (1, ["signed"], 1), (0, [], 1), (0, ["signed", "sums"], 1)],
    ids=["whole", "a test failed", "a figure is missing", "a figure is another file's"],
)
def test_only_a_whole_run_is_stored(
    file: Path, monkeypatch: pytest.MonkeyPatch, status: int, counted: list[str], ends: int
) -> None:
    def ran(words: list[str], plugins: list[Looked]) -> int:
        assert [SIGNED] == words
        plugins[0].counted.update(counted)
        return status

    monkeypatch.setattr(pytest, "main", ran)
    before = file.read_text(encoding="utf-8")

    assert ends == command.main([SIGNED])
    assert (before == file.read_text(encoding="utf-8")) == (ends != 0)


@pytest.mark.usefixtures("file")
def test_the_page_says_of_a_figure_that_no_run_has_counted_it_yet() -> None:
    figures = stored()
    del figures["signed"]
    write(figures)
    (line,) = (line for line in page.figures(str) if line.startswith("| Releases signed"))

    assert line.endswith("| not counted yet | |")


@pytest.mark.usefixtures("file")
def test_the_page_has_a_line_for_each_figure_with_its_day() -> None:
    lines = [
        line
        for line in page.figures(str)
        if line.endswith("| 2 | 29\N{NO-BREAK SPACE}November 2026 |")
    ]

    assert len(NAMES) == len(lines)


def test_no_run_of_the_page_is_without_its_count_and_its_command() -> None:
    _, _, *rows = ([*line.strip("| ").split(" | ")] for line in page.runs(str))

    assert [] == [row for row in rows if not row[1][0].isdigit()]
    assert {"make prove", "make mutants", "make faults", "make controls", "the page"} == {
        row[2].rpartition(" by ")[2].strip("`") for row in rows
    } - {*page.TESTED}


def test_the_page_names_what_catches_an_error_of_each_kind() -> None:
    lines = [*page.planted(str)]

    kinds = tomllib.loads(page.PLANTED.read_text(encoding="utf-8"))["planted"]

    assert [each["what"] for each in kinds] == [
        line.removeprefix("- ").removesuffix(": caught by") for line in lines if line[:2] == "- "
    ]
    assert [] == [line for line in lines if line[:5] == "    -" and "`, passed " not in line]
    assert any("NotOfThisPage" in line for line in lines)

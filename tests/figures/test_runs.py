"""A whole run that passed is stored where that is asked, once for all its processes."""

import re
from datetime import date
from pathlib import Path

import pytest

from overrides.markdown import verified as page
from tests.apart import STORED, run_apart
from tests.figures import runs
from tests.root import ROOT

TWO_TESTS = """
def test_one():
    pass

def test_other():
    assert {passes}
"""
SOMEDAY = date(2026, 12, 1)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where runs are stored, elsewhere."""
    file = tmp_path / STORED
    monkeypatch.setattr(runs, "STORED", file)
    monkeypatch.setattr(page, "TESTS", file)
    return file


def of_tests() -> list[str]:
    """The lines of the page that tell of tests."""
    return [line for line in page.runs(str) if line.startswith("| Tests of ")]


@pytest.mark.parametrize(
    ("passes", "options", "stored"),
    [
        (True, ["--stores=make sweep", "-n2"], {"make sweep": 2}),
        (False, ["--stores=make sweep", "-pno:xdist"], {}),
        (True, ["-pno:xdist"], {}),
    ],
    ids=["in two processes", "one test fails", "it is not asked"],
)
def test_only_a_whole_run_is_stored_and_only_where_it_is_asked(
    file: Path, passes: bool, options: list[str], stored: dict[str, int]
) -> None:
    run = run_apart(file.parent, TWO_TESTS.format(passes=passes), *options)

    assert passes == (run.returncode == 0), run.stdout
    assert stored == {name: each["passed"] for name, each in runs.stored().items()}


def test_a_run_leaves_those_of_the_other_commands(file: Path) -> None:
    runs.write("make test", 3, SOMEDAY)
    runs.write("make sweep", 2, date(2026, 12, 2))

    assert [3, 2] == [runs.stored()[name]["passed"] for name in ("make test", "make sweep")]
    assert SOMEDAY == runs.stored()["make test"]["on"]


@pytest.mark.usefixtures("file")
def test_the_page_has_no_line_of_a_command_that_was_never_stored() -> None:
    runs.write("make sweep", 2345, SOMEDAY)
    (line,) = of_tests()

    assert f"| 2,345 | 1\N{NO-BREAK SPACE}December 2026, of commit {runs.commit()}, by" in line
    assert line.endswith(" `make sweep` |")


def test_each_command_that_stores_has_its_words() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    storing = re.findall(r"^([\w-]+):.*\n(?:\t.*\n)*\t.*\$\(STORES\)$", makefile, re.MULTILINE)

    assert {*page.TESTED} == {f"make {target}" for target in storing}

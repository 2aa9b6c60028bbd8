"""A test that the log names and that did not pass ends a run as failed."""

import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests.root import ROOT
from tests.safety.ran import Ran, day_of, named, stored, today, within, write

OPTIONS = {"--controls": "hold"}
FOLDERS = ["tests/a/test_x.py::test_1", "tests/hosting/test_y.py::test_2"]


def ran(*reports: tuple[str, str, str]) -> Ran:
    """What was counted of reports: each a node, a phase and what came of it."""
    counted = Ran(cast(pytest.Config, SimpleNamespace(getoption=OPTIONS.get)))
    for nodeid, when, outcome in reports:
        report = SimpleNamespace(nodeid=nodeid, when=when, outcome=outcome)
        counted.pytest_runtest_logreport(cast(pytest.TestReport, report))
    return counted


def test_each_case_of_a_test_counts_once() -> None:
    phases = [(f"a::b[{case}]", when, "passed") for case in "12" for when in ("setup", "call")]

    assert Counter({"a::b": 2}) == ran(*phases).passed
    assert [] == ran(*phases).lacking(["a::b"])


@pytest.mark.parametrize(
    "report",
    [("a::b[2]", "call", "failed"), ("a::b", "setup", "skipped"), ("a::b", "teardown", "failed")],
    ids=["one case fails", "it is skipped", "what it leaves fails"],
)
def test_one_case_that_did_not_pass_takes_the_proof_away(report: tuple[str, str, str]) -> None:
    assert ["a::b"] == ran(("a::b[1]", "call", "passed"), report).lacking(["a::b"])


def test_a_test_that_did_not_run_has_not_passed() -> None:
    assert ["a::b"] == ran().lacking(["a::b"])


def test_a_run_answers_for_its_own_folders_only() -> None:
    assert FOLDERS[:1] == [*within(FOLDERS, ["tests"], ["tests/hosting"])]
    assert FOLDERS[1:] == [*within(FOLDERS, ["tests/hosting"], [])]


def test_what_is_stored_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "tested.toml"
    write({"b::c": 2, "a::b": 1}, date(2026, 11, 29), file)

    assert {"a::b": 1, "b::c": 2} == stored(file)
    assert "\non = 2026-11-29\n" in file.read_text(encoding="utf-8")


def test_a_run_of_a_part_leaves_the_day_of_the_others(tmp_path: Path) -> None:
    file = tmp_path / "tested.toml"
    write({"a::b": 1}, date(2026, 1, 1), file)
    part, *others = named()

    assert date(2026, 1, 1) == day_of({part: 1}, file)
    assert today() == day_of(dict.fromkeys([part, *others], 1), file)


def test_a_run_that_leaves_out_a_named_test_ends_as_failed() -> None:
    """All of a file's tests but those that the log names are tried, and they pass."""
    file = "tests/model/test_units.py"
    (left_out,) = [test for test in named() if test.startswith(file)]
    command = [sys.executable, "-m", "pytest", "-p", "no:xdist", "--controls=hold", file]
    whole, part = (
        subprocess.run([*command, *more], cwd=ROOT, capture_output=True, text=True)
        for more in ((), ("--deselect", left_out))
    )

    assert (0, 1) == (whole.returncode, part.returncode)
    assert f"named by the hazard log, and did not pass: {left_out}" in part.stdout

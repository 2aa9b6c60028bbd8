"""How many tests the last whole run of a command passed, with its day: `--stores="make test"`.

`make test STORE=1` asks for it, and so for the other commands whose recipe has `$(STORES)`. A run
that failed stores nothing.
"""

import tomllib
from datetime import date
from typing import Any

import pytest

from calc import __version__
from tests.root import ROOT

STORED = ROOT / "docs" / "evidence" / "passed.toml"
HEADING = "# Written by `make test STORE=1` and the like: how many tests passed in a whole run.\n"


def stored() -> dict[str, dict[str, Any]]:
    """The last run of each command that was stored."""
    return tomllib.loads(STORED.read_text(encoding="utf-8")) if STORED.exists() else {}


def write(command: str, passed: int, day: date) -> None:
    """Store a run of this day beside those of the other commands."""
    runs = stored() | {command: {"passed": passed, "on": day, "version": __version__}}
    parts = [
        f'\n["{name}"]\npassed = {run["passed"]}\non = {run["on"].isoformat()}\n'
        f'version = "{run["version"]}"\n'
        for name, run in sorted(runs.items())
    ]
    STORED.write_text(HEADING + "".join(parts), encoding="utf-8")


class Stores:
    """Counts what passed in all processes of a run together, and stores it."""

    def __init__(self, command: str) -> None:
        self.command = command
        self.passed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Counts a test that passed."""
        if report.when == "call" and report.outcome == "passed":
            self.passed += 1

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Stores, after all else that may fail the run."""
        if not session.exitstatus:
            write(self.command, self.passed, date.today())

"""How many tests the last whole run of a command passed, of what and when: `--stores="make test"`.

`make test STORE=1` asks for it, and so for the other commands whose recipe has `$(STORES)`. A run
that failed stores nothing.
"""

import subprocess
import tomllib
from datetime import date
from typing import Any

import pytest

from tests.root import ROOT

STORED = ROOT / "docs" / "evidence" / "passed.toml"
NOT_STORED = (":!docs/evidence", ":!docs/safety/tested.toml")
HEADING = "# Written by `make test STORE=1` and the like: how many tests passed in a whole run.\n"


def stored() -> dict[str, dict[str, Any]]:
    """The last run of each command that was stored."""
    return tomllib.loads(STORED.read_text(encoding="utf-8")) if STORED.exists() else {}


def commit() -> str:
    """What was tried: the commit, and whether anything but what runs store differed from it."""
    head = _git("rev-parse", "--short=12", "HEAD")
    changed = _git("status", "--porcelain", "--untracked-files=no", "--", ".", *NOT_STORED)
    return f"{head}, changed" if changed else head or "unknown"


def _git(*words: str) -> str:
    run = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return run.stdout.strip()


def write(command: str, passed: int, day: date) -> None:
    """Store a run of this day beside those of the other commands."""
    runs = stored() | {command: {"passed": passed, "on": day, "commit": commit()}}
    parts = [
        f'\n["{name}"]\npassed = {run["passed"]}\non = {run["on"].isoformat()}\n'
        f'commit = "{run["commit"]}"\n'
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

"""`python -m tests.faults`: tries every fault, and stores what the reader saw.

Of a part, as with `-k slow`, the rest stays as it was stored, with the day of its own trial. A
fault that shows something else than it must is stored no more, and fails the run.
"""

import json
import os
import sys
import tomllib
from datetime import date
from typing import Any

import pytest

from calc import __version__
from setup.browsers import CHROMIUM
from tests.faults.faults import every_what
from tests.root import ROOT

STORED = ROOT / "docs" / "evidence" / "faults.toml"
HEAD = (
    "# Written by `make faults`: what the reader saw of each fault. project/faults.md shows it.\n"
)
TRIALS = {"Chromium": "tests/faults/test_faults.py", "Firefox": "tests/faults/test_in_firefox.py"}
"""The trials of each browser."""

Row = dict[str, Any]


class Seen:
    """What was seen: of which fault, in which browser, on which day, what, how soon, what held."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.failed: list[Row] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Takes what a test recorded."""
        told = {name: str(text) for name, text in report.user_properties}
        if report.when == "call" and told:
            row: Row = {
                "what": told["what"],
                "browser": next(each for each, file in TRIALS.items() if file in report.nodeid),
                "on": date.today().isoformat(),
                "version": __version__,
                "seen": told.get("seen", ""),
                "held": told.get("held", "").split(),
            }
            row |= {name: int(told[name]) for name in ("seconds", "waited") if name in told}
            (self.rows if report.passed else self.failed).append(row)


def stored() -> list[Row]:
    """The rows of earlier runs."""
    if not STORED.exists():
        return []
    return list(tomllib.loads(STORED.read_text(encoding="utf-8"))["fault"])


def merged(earlier: list[Row], seen: Seen) -> list[Row]:
    """The rows of earlier runs with those of this one, in the order in which faults are listed.

    What is listed no more is left out.
    """

    def of(row: Row) -> tuple[str, str]:
        return row["what"], row["browser"]

    rows = {of(row): row for row in (*earlier, *seen.rows)}
    for row in seen.failed:
        rows.pop(of(row), None)
    places = {what: place for place, what in enumerate(every_what())}
    listed = (row for row in rows.values() if row["what"] in places)
    return sorted(listed, key=lambda row: (places[row["what"]], row["browser"]))


def write(rows: list[Row]) -> None:
    """Store the rows."""
    lines = [HEAD]
    for row in rows:
        pairs = (f"{name} = {json.dumps(text, ensure_ascii=False)}\n" for name, text in row.items())
        lines.append("\n[[fault]]\n" + "".join(pairs))
    STORED.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    os.environ["CHROMIUM"] = str(CHROMIUM.path())  # the whole browser, as readers have it
    seen = Seen()
    status = pytest.main([*TRIALS.values(), *sys.argv[1:]], plugins=[seen])
    write(merged(stored(), seen))
    sys.exit(status)

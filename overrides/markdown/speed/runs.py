"""A run of the benchmark, as `make bench` wrote it: facts of its machine, and its measurements.

Each row holds one measurement of one contestant.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from setup.pyodide import NEXT, PINNED

RUNS = Path(__file__).parents[3] / "docs" / "evidence" / "speed"
"""The two runs that count: the page is drawn from them."""

OURS = "This site"
JAVASCRIPT = "Plain JavaScript"
ELSEWHERE = "JavaScript in a shared worker"
STOCK = f"Pyodide {PINNED}"
STOCK_NEXT = f"Pyodide {NEXT}"
PYSCRIPT = "PyScript 0.7.31"
MICROPYTHON = "MicroPython 1.27.0"
COMPONENT = "componentize-py 0.25.1"
NO_CALCULATOR = "The page without a calculator"

LOOPBACK = "loopback"
FAST = "10 Mbit/s"
AS_INSTALLED = "10 Mbit/s, server as installed"
SLOW = "1.6 Mbit/s"
SLOWER_4 = "processor 4 times slower"
PHONE = "1.6 Mbit/s, processor 4 times slower"
FOLDER = "opened from a folder"
COMMAND_LINE = "command line"
BUILD = "build"

CONTESTANTS = (
    *(OURS, JAVASCRIPT, ELSEWHERE, STOCK, STOCK_NEXT, PYSCRIPT, MICROPYTHON, COMPONENT),
    NO_CALCULATOR,
)
FAST_RATE, SLOW_RATE = 10_000_000, 1_600_000
"""The bits a second of the two slow lines."""
FAST_TRIP, SLOW_TRIP = 0.040, 0.150
"""The seconds that a round trip takes on each."""
FAST_LINE = f"{FAST} with {1000 * FAST_TRIP:.0f} ms round trip"
SLOW_LINE = f"{SLOW} with {1000 * SLOW_TRIP:.0f} ms round trip"
LONG_TASK = 50
"""The milliseconds from which browsers call a task of the page's thread long."""
WATCHED = 4000
"""Milliseconds after its result for which every visit is watched: blocks and memory."""
MEMORY = {"memory": "Peak", "settled": "Settled"}
"""The two measures of memory: at its most, and at the end of the watch; and their names."""
KEYS = 5
"""The keys a second of a practised typist."""
READ_AT = (LOOPBACK, FAST, AS_INSTALLED, SLOW, SLOWER_4)
"""Where a page with its calculator and without is watched until it can be read."""
IN_WORDS = {
    LOOPBACK: "Loopback, server that compresses",
    FAST: f"{FAST_LINE}, server that compresses",
    AS_INSTALLED: f"{FAST_LINE}, plain http to a name, server that compresses nothing",
    SLOW: f"{SLOW_LINE}, server that compresses",
    SLOWER_4: "Loopback, processor 4 times slower",
    FOLDER: "Opened from a folder, without a server",
}
"""Each condition, and what it is in words."""
HOME, READING = "index.html", "giving-foscarnet.html"
PLAN = "calculators/foscarnet-plan.html"
PAGES = {
    "Home": HOME,
    "Giving foscarnet": READING,
    "Infusion plan": PLAN,
    "Infusion plan, in a frame": "embed/foscarnet-plan/index.html",
}
"""The pages that are looked at without asking, and where they stand."""
VISITS = (
    *("first", "untouched", "repeat", "from Home", "from a page to read"),
    *("second tab", "second frame", "next page", "embed"),
)
TYPING = ("typing the plan", "typing clearance")
ASKED = (100, 1000)
"""How many questions a page is asked, one after the other."""
LINES = (300, 3000)
"""How many lines the command line is given."""
type Row = Mapping[str, Any]


class NotMeasured(Exception):
    """A run holds no measurement of what is asked for."""


class Where(NamedTuple):
    """A condition of the line, server or processor, and the kind of visit."""

    condition: str
    visit: str


@dataclass(frozen=True)
class Run:
    """One run: when it began, the facts of its machine, and its rows."""

    began: str
    machine: Mapping[str, Any]
    rows: Sequence[Row]

    @property
    def measured(self) -> tuple[Any, ...]:
        """What was measured, and by what: runs that differ here do not count together."""
        return tuple(map(self.machine.get, ("runtime", "scripts", "browser", "cores")))

    @property
    def repetitions(self) -> tuple["Run", ...]:
        """Each repetition as a run of its own."""
        numbers = sorted({row["repetition"] for row in self.rows})
        return tuple(
            replace(self, rows=[row for row in self.rows if row["repetition"] == number])
            for number in numbers
        )

    def found(self, where: Where, contestant: str) -> list[Row]:
        """The rows of a contestant's visits of one kind under one condition."""
        return [
            row
            for row in self.rows
            if (row["condition"], row["visit"], row["contestant"]) == (*where, contestant)
        ]

    def values(self, measure: str, where: Where, contestant: str) -> list[float]:
        """Every value of a measure, one for each repetition. Raises NotMeasured without any."""
        rows = self.found(where, contestant)
        values = [float(row[measure]) for row in rows if row.get(measure) is not None]
        if not values:
            raise NotMeasured(f"{measure} of {contestant}: {where.condition}, {where.visit}")
        return values

    def median(self, measure: str, where: Where, contestant: str) -> float:
        """The median of a measure, in its own unit."""
        return median(self.values(measure, where, contestant))


FIRST = Where(LOOPBACK, "first")
UNTOUCHED = Where(LOOPBACK, "untouched")
FIRST_FAST = Where(FAST, "first")
FIRST_AS_INSTALLED = Where(AS_INSTALLED, "first")
FIRST_SLOW = Where(SLOW, "first")


def runs(folder: Path = RUNS) -> tuple[Run, ...]:
    """The last two runs in a folder, the newest last; fewer where there are fewer."""
    return tuple(map(read, sorted(folder.glob("*.json"))[-2:]))


def read(file: Path) -> Run:
    """A run from its file, YYYY-MM-DD-HHMM.json."""
    held = json.loads(file.read_text(encoding="utf-8"))
    day, time = file.stem[:10], file.stem[11:]
    return Run(f"{day} {time[:2]}:{time[2:]}", held["machine"], held["rows"])

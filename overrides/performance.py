"""What the benchmark's runs say: medians with their spread, and whether the goals are met.

A run is what `make bench` wrote: facts of its machine, and rows that each hold one measurement.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

RUNS = Path(__file__).parents[1] / "tests" / "bench" / "runs"

OURS = "This site"
JAVASCRIPT = "Plain JavaScript"
STOCK = "Pyodide 0.29.5"
STOCK_NEXT = "Pyodide 314.0.7"
PYSCRIPT = "PyScript 0.7.31"
MICROPYTHON = "MicroPython 1.27.0"
NO_CALCULATOR = "The page without a calculator"

LOOPBACK = "loopback"
FAST = "10 Mbit/s"
PLAIN = "10 Mbit/s, server as installed"
SLOW = "1.6 Mbit/s"
SLOWER_4 = "processor 4 times slower"
SLOWER_6 = "processor 6 times slower"
FOLDER = "opened from a folder"

type Row = Mapping[str, Any]


class NoRun(Exception):
    """No run of the benchmark is on file."""


class NotMeasured(Exception):
    """A run holds no measurement of what is asked for."""


@dataclass(frozen=True)
class Run:
    """One run: its day, the facts of its machine, and its rows."""

    day: str
    machine: Mapping[str, Any]
    rows: Sequence[Row]

    def values(self, measure: str, where: "Where", contestant: str) -> list[float]:
        """Every value of a measure, one for each repetition. Raises NotMeasured without any."""
        found = [
            float(row[measure])
            for row in self.rows
            if (row["condition"], row["visit"]) == where
            and row["contestant"] == contestant
            and row.get(measure) is not None
        ]
        if not found:
            raise NotMeasured(f"{measure} of {contestant}: {where.condition}, {where.visit}")
        return found

    def median(self, measure: str, where: "Where", contestant: str) -> float:
        """The median of a measure, in its own unit."""
        return median(self.values(measure, where, contestant))


class Where(NamedTuple):
    """A condition of the line, server or processor, and the kind of visit."""

    condition: str
    visit: str


FIRST = Where(LOOPBACK, "first")
FIRST_FAST = Where(FAST, "first")
FIRST_PLAIN = Where(PLAIN, "first")


@dataclass(frozen=True)
class Goal:
    """What is wanted of this site: a ratio of two medians of one run, at most the limit."""

    name: str
    limit: float
    ratio: Callable[[Run], float]


def over(other: str, measure: str, where: Where) -> Callable[[Run], float]:
    """This site's median of a measure, divided by another contestant's."""
    return lambda run: run.median(measure, where, OURS) / run.median(measure, where, other)


def block(where: Where) -> Callable[[Run], float]:
    """The longest block of the page, over 50 ms or over that of the page without a calculator."""

    def ratio(run: Run) -> float:
        allowed = max(50.0, run.median("block", where, NO_CALCULATOR))
        return run.median("block", where, OURS) / allowed

    return ratio


def memory(run: Run) -> float:
    """The peak memory, over the middle between MicroPython's and that of Pyodide as it ships."""
    least = run.median("memory", FIRST, MICROPYTHON)
    most = run.median("memory", FIRST, STOCK)
    return run.median("memory", FIRST, OURS) / (least + (most - least) / 2)


def typing(condition: str) -> Callable[[Run], float]:
    """When the calculator is ready, over when a practised typist has filled the form."""
    where = Where(condition, "typing")
    return lambda run: run.median("unlocked", where, OURS) / run.median("typed", where, OURS)


GOALS = (
    Goal("First result, first visit, loopback, over Pyodide's", 0.4, over(STOCK, "result", FIRST)),
    Goal(
        "First result, first visit, 10 Mbit/s, server as installed, over Pyodide's",
        0.4,
        over(STOCK, "result", FIRST_PLAIN),
    ),
    Goal(
        "First result, first visit, 10 Mbit/s, over Pyodide's",
        0.6,
        over(STOCK, "result", FIRST_FAST),
    ),
    Goal(
        "First result, repeat visit, loopback, over plain JavaScript's",
        4,
        over(JAVASCRIPT, "result", Where(LOOPBACK, "repeat")),
    ),
    Goal(
        "First result, repeat visit, 10 Mbit/s, server as installed, over plain JavaScript's",
        4,
        over(JAVASCRIPT, "result", Where(PLAIN, "repeat")),
    ),
    Goal(
        "First result, second tab, over plain JavaScript's",
        1,
        over(JAVASCRIPT, "result", Where(LOOPBACK, "second tab")),
    ),
    Goal(
        "First result, next page of the same tab, over plain JavaScript's",
        1,
        over(JAVASCRIPT, "result", Where(LOOPBACK, "next page")),
    ),
    Goal("Bytes of a first visit, over Pyodide's", 0.7, over(STOCK, "bytes", FIRST_FAST)),
    Goal(
        "Bytes of a first visit, server as installed, over Pyodide's",
        0.4,
        over(STOCK, "bytes", FIRST_PLAIN),
    ),
    Goal(
        "Readable, first visit, loopback, over the page without a calculator",
        1.2,
        over(NO_CALCULATOR, "readable", FIRST),
    ),
    Goal(
        "Readable, first visit, 10 Mbit/s, over the page without a calculator",
        1.2,
        over(NO_CALCULATOR, "readable", FIRST_FAST),
    ),
    Goal(
        "Longest block of the page, over 50 ms or the page without a calculator",
        1,
        block(FIRST),
    ),
    Goal(
        "Peak memory, over the middle between MicroPython's and Pyodide's",
        1,
        memory,
    ),
    Goal("Ready, 10 Mbit/s, over the time to fill the plan by keyboard", 1, typing(FAST)),
    Goal(
        "Ready, 10 Mbit/s, server as installed, over the time to fill the plan by keyboard",
        1,
        typing(PLAIN),
    ),
)


class Spread(NamedTuple):
    """The median of some values, the least and the greatest, and how many there are."""

    middle: float
    least: float
    greatest: float
    of: int


def spread(values: Sequence[float]) -> Spread:
    """Values in short, in their own unit."""
    return Spread(median(values), min(values), max(values), len(values))


def verdict(limit: float, ratios: Sequence[float]) -> str:
    """Of the last two runs' ratios: both must keep the limit for a goal to be met."""
    kept = [ratio <= limit for ratio in ratios]
    if len(kept) > 1 and all(kept):
        return "met"
    return "met once" if any(kept) else "missed"


def runs(folder: Path = RUNS) -> tuple[Run, ...]:
    """The last two runs on file, the newest last. Raises NoRun without any."""
    newest = sorted(folder.glob("*.json"))[-2:]
    if not newest:
        raise NoRun("no run of the benchmark is on file: make bench")
    return tuple(map(read, newest))


def read(file: Path) -> Run:
    """A run from its file."""
    held = json.loads(file.read_text(encoding="utf-8"))
    return Run(file.stem[:10], held["machine"], held["rows"])

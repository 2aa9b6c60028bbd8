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
COMMAND_LINE = "command line"

CONTESTANTS = (OURS, JAVASCRIPT, STOCK, STOCK_NEXT, PYSCRIPT, MICROPYTHON, NO_CALCULATOR)
IN_WORDS = {
    LOOPBACK: "Loopback, server that compresses",
    FAST: "10 Mbit/s with 40 ms round trip, server that compresses",
    PLAIN: "10 Mbit/s with 40 ms round trip, plain http to a name, server that compresses nothing",
    SLOW: "1.6 Mbit/s with 150 ms round trip, server that compresses",
    SLOWER_4: "Loopback, processor 4 times slower",
    SLOWER_6: "Loopback, processor 6 times slower",
    FOLDER: "Opened from a folder, without a server",
}
"""Each condition, and what it is in words."""
VISITS = ("first", "repeat", "second tab", "next page", "embed")
NOTES = (
    "Every contestant is the same page of this site with another engine in Python's place.",
    "Plain JavaScript and MicroPython run a port of this one sum, in binary floating point and "
    "without the checks of what was typed; the others run the calculators as they are.",
    "Only this site keeps a copy for offline, once the calculator is ready: bytes and requests are "
    "those until the first result.",
    "Pyodide-mkdocs-theme is no contestant: it loads Pyodide 0.25 from a server of others.",
)

type Row = Mapping[str, Any]


class NoRun(Exception):
    """No run of the benchmark is on file."""


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
FIRST_FAST = Where(FAST, "first")
FIRST_PLAIN = Where(PLAIN, "first")


@dataclass(frozen=True)
class Goal:
    """What is wanted of this site: a ratio of two medians of one run, at most the limit."""

    name: str
    limit: float
    ratio: Callable[[Run], float]
    bound: Callable[[Run], str] = lambda run: ""
    """What keeps it from being less, with the run's own figures: shown where it is not met."""


def seconds(run: Run, measure: str, where: Where, contestant: str = OURS) -> str:
    """A median in words."""
    return f"{run.median(measure, where, contestant) / 1000:.2f} s"


def start(run: Run) -> str:
    """What is left of a first visit when no line is in the way."""
    first = seconds(run, "result", FIRST)
    kept = seconds(run, "result", Where(LOOPBACK, "repeat"))
    return f"Python's own start: {first}; from memory, on a repeat visit, {kept}"


def line(run: Run) -> str:
    """What the line alone takes of a first visit."""
    alone = run.median("bytes", FIRST_FAST, OURS) * 8 / 10_000_000
    return f"The bytes alone take {alone:.2f} s of {seconds(run, 'result', FIRST_FAST)}"


def turn(visit: str) -> Callable[[Run], str]:
    """How long an answer waits for its turn on the page."""
    where = Where(LOOPBACK, visit)

    def words(run: Run) -> str:
        ready, there = seconds(run, "unlocked", where), seconds(run, "result", where)
        return f"Python is ready after {ready}, the answer is in the page after {there}"

    return words


def processors(run: Run) -> str:
    """How much later a page is drawn whose worker starts beside it."""
    ours = seconds(run, "readable", FIRST)
    return f"{ours} instead of {seconds(run, 'readable', FIRST, NO_CALCULATOR)}: two cores for all"


def held(run: Run) -> str:
    """The peaks that the memory is compared with."""
    ours, stock, least = (run.median("memory", FIRST, who) for who in (OURS, STOCK, MICROPYTHON))
    return f"{ours:.0f} MB; Pyodide {stock:.0f} MB, MicroPython {least:.0f} MB"


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
    Goal(
        "First result, first visit, loopback, over Pyodide's",
        0.4,
        over(STOCK, "result", FIRST),
        start,
    ),
    Goal(
        "First result, first visit, 10 Mbit/s, server as installed, over Pyodide's",
        0.4,
        over(STOCK, "result", FIRST_PLAIN),
    ),
    Goal(
        "First result, first visit, 10 Mbit/s, over Pyodide's",
        0.6,
        over(STOCK, "result", FIRST_FAST),
        line,
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
        turn("second tab"),
    ),
    Goal(
        "First result, next page of the same tab, over plain JavaScript's",
        1,
        over(JAVASCRIPT, "result", Where(LOOPBACK, "next page")),
        turn("next page"),
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
        processors,
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
        held,
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

    def words(self, unit: float = 1, places: int = 0) -> str:
        """The median (least to greatest), each divided by the unit; one number if all are alike."""
        middle, least, greatest = (f"{each / unit:,.{places}f}" for each in self[:3])
        return middle if least == greatest else f"{middle} ({least} to {greatest})"


def spread(values: Sequence[float]) -> Spread:
    """Values in short, in their own unit."""
    return Spread(median(values), min(values), max(values), len(values))


def verdict(limit: float, ratios: Sequence[float]) -> str:
    """Of the last two runs' ratios: both must keep the limit for a goal to be met."""
    kept = [ratio <= limit for ratio in ratios]
    if len(kept) > 1 and all(kept):
        return "met"
    return "met once" if any(kept) else "missed"


class Table(NamedTuple):
    """A table in words: the first word of each row is its head."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def goals(runs: Sequence[Run]) -> Table:
    """Each goal with its limit, the ratio of each run, and the verdict. Raises NotMeasured."""
    rows = []
    for goal in GOALS:
        ratios = [goal.ratio(run) for run in runs]
        shown = (f"{ratio:.2f}" for ratio in ratios)
        said = verdict(goal.limit, ratios)
        bound = goal.bound(runs[-1]) if said == "missed" else ""
        rows.append((goal.name, f"{goal.limit:g}", *shown, said, bound))
    heads = ("Goal", "At most", *(f"Run of {run.began}" for run in runs), "Verdict", "Bound by")
    return Table("Goals: ratios of medians.", heads, tuple(rows))


class Column(NamedTuple):
    """A measure of a visit, its unit as the head says it and in the unit of the rows."""

    head: str
    measure: str
    unit: float = 1
    places: int = 0


VISITED = (
    Column("Readable, s", "readable", 1000, 2),
    Column("First result, s", "result", 1000, 2),
    Column("Longest block, ms", "block"),
    Column("Sent, MB", "bytes", 1e6, 2),
    Column("Requests", "requests"),
    Column("Peak memory, MB", "memory"),
)
TYPED = (
    Column("Readable, s", "readable", 1000, 2),
    Column("Form filled, s", "typed", 1000, 2),
    Column("Calculator ready, s", "unlocked", 1000, 2),
    Column("Answer after Enter, ms", "answer"),
)
STEADY = (
    Column("From Enter to the result, median, ms", "key_p50", 1, 1),
    Column("From Enter to the result, 95th percentile, ms", "key_p95", 1, 1),
    Column("Answers a second, 100 questions", "asked_100"),
    Column("Answers a second, 1,000 questions", "asked_1000"),
    Column("Plans a second on the command line, 300 lines", "plans_300"),
    Column("Plans a second on the command line, 3,000 lines", "plans_3000"),
)
NOTHING = "–"


def visits(run: Run) -> tuple[Table, ...]:
    """One table for each condition that was measured; each cell is a median with its spread."""
    tables = [
        _visited(run, condition, words, VISITS, VISITED) for condition, words in IN_WORDS.items()
    ]
    tables += [
        _visited(run, condition, f"Typing a whole plan, first visit. {words}", ("typing",), TYPED)
        for condition, words in IN_WORDS.items()
    ]
    return tuple(table for table in tables if table.rows)


def steady(run: Run) -> Table:
    """How quick answers are once all is ready."""
    heads = ("", OURS, JAVASCRIPT)
    rows = []
    for column in STEADY:
        where = COMMAND_LINE if column.measure.startswith("plans") else LOOPBACK
        cells = (_cell(run, column, Where(where, "steady"), who) for who in heads[1:])
        rows.append((column.head, *cells))
    return Table("Once all is ready.", heads, tuple(rows))


def _visited(
    run: Run, condition: str, words: str, kinds: Sequence[str], columns: Sequence[Column]
) -> Table:
    rows = []
    for kind in kinds:
        for contestant in CONTESTANTS:
            where = Where(condition, kind)
            if times := len(run.found(where, contestant)):
                cells = (_cell(run, column, where, contestant) for column in columns)
                rows.append((contestant, kind, *cells, str(times)))
    heads = ("Contestant", "Visit", *(column.head for column in columns), "Repetitions")
    return Table(f"{words}.", heads, tuple(rows))


def _cell(run: Run, column: Column, where: Where, contestant: str) -> str:
    try:
        values = run.values(column.measure, where, contestant)
    except NotMeasured:
        return NOTHING
    return spread(values).words(column.unit, column.places)


def runs(folder: Path = RUNS) -> tuple[Run, ...]:
    """The last two runs on file, the newest last. Raises NoRun without any."""
    newest = sorted(folder.glob("*.json"))[-2:]
    if not newest:
        raise NoRun("no run of the benchmark is on file: make bench")
    return tuple(map(read, newest))


def read(file: Path) -> Run:
    """A run from its file, YYYY-MM-DD-HHMM.json."""
    held = json.loads(file.read_text(encoding="utf-8"))
    day, time = file.stem[:10], file.stem[11:]
    return Run(f"{day} {time[:2]}:{time[2:]}", held["machine"], held["rows"])


def notes(run: Run) -> tuple[str, ...]:
    """What has to be known to read the tables of a run."""
    slowed = run.machine.get("slowed_processor")
    skipped = "A slower processor could not be had on this machine: its rows are missing."
    return NOTES if slowed else (*NOTES, skipped)

"""The tables of the benchmark: goals, visits, and how quick answers are once all is ready."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from statistics import median
from typing import NamedTuple

from overrides.markdown.speed.goals import GOALS, Goal, verdict
from overrides.markdown.speed.runs import (
    ASKED,
    BUILD,
    COMMAND_LINE,
    COMPONENT,
    CONTESTANTS,
    ELSEWHERE,
    FAST,
    FAST_LINE,
    IN_WORDS,
    JAVASCRIPT,
    KEYS,
    LINES,
    LONG_TASK,
    LOOPBACK,
    MEMORY,
    OURS,
    PAGES,
    PHONE,
    SLOW_LINE,
    TYPING,
    VISITS,
    WATCHED,
    NotMeasured,
    Run,
    Where,
)

NOTES = (
    "Every contestant is the same page of this site with another engine in Python's place.",
    "Plain JavaScript and MicroPython run a port of this one sum, in binary floating point and "
    "with few or no checks of what was typed; the others run the calculators as they are.",
    "Pyodide and PyScript are as they ship: their library and the calculators come as sources, "
    "which the browser compiles.",
    f"{ELSEWHERE} is the same port, asked in another process that lives on till the next page, as "
    "this site's Python does. It is measured where Python runs already.",
    "A script fills the form and asks as soon as it can, but not on untouched and typed visits.",
    "MicroPython cannot run the calculators: it has no match, no type parameters, no dataclasses "
    "and no fractions.",
    f"{COMPONENT} makes one WebAssembly component of CPython, its library and the calculators, as "
    "they are in memory once imported; jco makes it run in a browser.",
    "Only this site keeps a copy for offline, once the calculator is ready: bytes and requests are "
    "those until the first result, on typed visits until the calculator is ready.",
    f"Blocks and memory are watched for {WATCHED // 1000} s after the result, which holds the "
    "beginning of that copy; settled memory is that of the end of the watch. Untouched visits to "
    "the page with its calculator and without are watched as long as each other.",
    "What no goal asks for is measured in every second repetition, and MicroPython, the component, "
    "the newest Pyodide and PyScript are left out of some tables, to save time; a dash is for what "
    "was not measured.",
    "Pyodide-mkdocs-theme is no contestant: it loads Pyodide 0.25 from a server of others.",
)


class Spread(NamedTuple):
    """The median of some values, the least and the greatest."""

    middle: float
    least: float
    greatest: float

    def words(self, unit: float = 1, places: int = 0) -> str:
        """The median (least to greatest), each divided by the unit; one number if all are alike."""
        middle, least, greatest = (f"{each / unit:,.{places}f}" for each in self)
        return middle if least == greatest else f"{middle} ({least} to {greatest})"


def spread(values: Sequence[float]) -> Spread:
    """Values in short, in their own unit."""
    return Spread(median(values), min(values), max(values))


class Table(NamedTuple):
    """A table in words: the first word of each row is its head."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def goals(runs: Sequence[Run]) -> Table:
    """Each goal with its limit, the ratio of each run, and the verdict.

    Runs count together only if they measured the same.
    """
    rows = []
    for goal in GOALS:
        ratios = [_ratio(goal, run) for run in runs]
        shown = (ratio.words(places=2) if ratio else NOTHING for ratio in ratios)
        alike = [
            ratio and ratio.middle
            for ratio, run in zip(ratios, runs, strict=True)
            if run.measured == runs[-1].measured
        ]
        said = verdict(goal.limit, alike)
        bound = _bound(goal, runs[-1]) if said in ("missed", "kept once") else ""
        rows.append((goal.name, f"{goal.limit:g}", *shown, said, bound))
    heads = ("Goal", "At most", *(f"Run of {run.began}" for run in runs), "Verdict", "Bound by")
    return Table(
        "Goals: the median of the ratios of a run's repetitions (least to greatest).",
        heads,
        tuple(rows),
    )


def _ratio(goal: Goal, run: Run) -> Spread | None:
    """A goal's ratio in the repetitions of a run that measured it, or None where none did."""
    ratios = []
    for repetition in run.repetitions:
        with suppress(NotMeasured):
            ratios.append(goal.ratio(repetition))
    return spread(ratios) if ratios else None


def _bound(goal: Goal, run: Run) -> str:
    """What bounds a goal, or nothing where the run did not measure that."""
    with suppress(NotMeasured):
        return goal.bound(run)
    return ""


class Subject(NamedTuple):
    """What a row is about: its first cells, and whose visits under which condition it sums up."""

    names: tuple[str, ...]
    where: Where
    contestant: str


class Column(NamedTuple):
    """A measure of a visit, its unit as the head says it and in the unit of the rows."""

    head: str
    measure: str
    unit: float = 1
    places: int = 0


VISITED = (
    Column("Readable, s", "readable", 1000, 2),
    Column("Form unlocked, s", "unlocked", 1000, 2),
    Column("First result, s", "result", 1000, 2),
    Column("Longest block, ms", "block"),
    Column("Sent, MB", "bytes", 1e6, 2),
    Column("Requests", "requests"),
    *(Column(f"{words} memory, MB", measure) for measure, words in MEMORY.items()),
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
    *(Column(f"Answers a second, {each:,} questions", f"asked_{each}") for each in ASKED),
    *(
        Column(f"Plans a second on the command line, {each:,} lines", f"plans_{each}")
        for each in LINES
    ),
)
APPEARING = (
    Column("First paint with content, s", "first_paint", 1000, 2),
    Column("Largest paint, s", "largest_paint", 1000, 2),
    Column("Shifts of the layout", "shifts", 1000, 3),
    Column(f"Blocked beyond {LONG_TASK} ms a task, ms", "blocked"),
)
WEIGHING = (
    Column("Sent, kB", "bytes", 1000),
    Column("Page, kB", "html", 1000),
    Column("Styles, kB", "css", 1000),
    Column("Scripts, kB", "js", 1000),
    Column("Pictures, kB", "images", 1000),
    Column("Fonts, kB", "fonts", 1000),
    Column("Requests", "requests"),
)
BUILT = (
    Column("The search's index, sent when the search is opened, kB", "index", 1000),
    Column("Building the site, once Python's library is compiled, s", "seconds", 1, 1),
)
NOTHING = "–"


def visits(run: Run) -> tuple[Table, ...]:
    """One table for each condition that was measured; each cell is a median with its spread."""
    typed = f"Typing at {KEYS} keys a second, first visit. "
    tables = []
    for opening, kinds, columns in (("", VISITS, VISITED), (typed, TYPING, TYPED)):
        for condition, words in IN_WORDS.items():
            subjects = (
                Subject((who, kind), Where(condition, kind), who)
                for kind in kinds
                for who in CONTESTANTS
                if run.found(Where(condition, kind), who)
            )
            heads = ("Contestant", "Visit")
            tables.append(_measured(run, f"{opening}{words}", heads, subjects, columns))
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


def pages(run: Run) -> tuple[Table, ...]:
    """How pages appear that nobody uses yet, what they weigh, and what is made once for all."""
    rows = tuple((column.head, _cell(run, column, Where(BUILD, "once"), OURS)) for column in BUILT)
    return (
        _looked_at(run, FAST, f"A desktop: {FAST_LINE}", APPEARING),
        _looked_at(run, PHONE, f"A phone: {SLOW_LINE}, processor 4 times slower", APPEARING),
        _looked_at(run, FAST, "What a first visit sends until the page has loaded", WEIGHING),
        Table("For all pages together.", ("", OURS), rows),
    )


def _looked_at(run: Run, condition: str, words: str, columns: Sequence[Column]) -> Table:
    subjects = (Subject((page,), Where(condition, page), OURS) for page in PAGES)
    return _measured(run, words, ("Page",), subjects, columns)


def _measured(
    run: Run,
    caption: str,
    heads: tuple[str, ...],
    subjects: Iterable[Subject],
    columns: Sequence[Column],
) -> Table:
    """A row for each subject: its names, its measures, and how often it was measured."""
    rows = tuple(
        (
            *names,
            *(_cell(run, column, where, who) for column in columns),
            str(len(run.found(where, who))),
        )
        for names, where, who in subjects
    )
    return Table(f"{caption}.", (*heads, *(each.head for each in columns), "Repetitions"), rows)


def _cell(run: Run, column: Column, where: Where, contestant: str) -> str:
    try:
        values = run.values(column.measure, where, contestant)
    except NotMeasured:
        return NOTHING
    return spread(values).words(column.unit, column.places)


def facts(run: Run) -> str:
    """On what a run was made, and of which files: those that make it count with another."""
    known = run.machine.get
    return (
        f"{run.began}: {known('cores')} cores, {known('memory_gb')} GB, {known('kernel')}, browser "
        f"{known('browser')}, Python {known('python')}; calculators {known('runtime')}, scripts "
        f"{known('scripts')}."
    )


def notes(run: Run) -> tuple[str, ...]:
    """What has to be known to read the tables of a run."""
    slowed = run.machine.get("slowed_processor")
    skipped = "A slower processor could not be had on this machine: its rows are missing."
    return NOTES if slowed else (*NOTES, skipped)

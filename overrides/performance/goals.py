"""What is wanted of this site's speed, whether a run keeps it, and what bounds it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from overrides.performance.runs import (
    FAST,
    FAST_RATE,
    FIRST,
    FIRST_FAST,
    FIRST_PLAIN,
    JAVASCRIPT,
    LOOPBACK,
    MICROPYTHON,
    NO_CALCULATOR,
    OURS,
    PLAIN,
    STOCK,
    Run,
    Where,
)


@dataclass(frozen=True)
class Goal:
    """What is wanted of this site: a ratio of two medians of one run, at most the limit."""

    name: str
    limit: float
    ratio: Callable[[Run], float]
    bound: Callable[[Run], str] = lambda run: ""
    """What keeps it from being less, with the run's own figures: shown where a run missed it."""


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
    alone = run.median("bytes", FIRST_FAST, OURS) * 8 / FAST_RATE
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


def verdict(limit: float, ratios: Sequence[float]) -> str:
    """Of the last two runs' ratios: both must keep the limit for a goal to be met."""
    kept = [ratio <= limit for ratio in ratios]
    if len(kept) > 1 and all(kept):
        return "met"
    return "met once" if any(kept) else "missed"

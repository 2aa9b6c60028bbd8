"""What is wanted of this site's speed, whether a run keeps it, and what bounds it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from overrides.markdown.speed.runs import (
    AS_INSTALLED,
    ELSEWHERE,
    FAST,
    FAST_RATE,
    FIRST,
    FIRST_AS_INSTALLED,
    FIRST_FAST,
    FIRST_SLOW,
    JAVASCRIPT,
    LONG_TASK,
    LOOPBACK,
    MEMORY,
    NO_CALCULATOR,
    OURS,
    READ_AT,
    SLOW,
    SLOW_RATE,
    STOCK,
    TYPING,
    UNTOUCHED,
    Run,
    Where,
)

REPEAT = Where(LOOPBACK, "repeat")
PLAN, CLEARANCE = TYPING


@dataclass(frozen=True)
class Goal:
    """What is wanted of this site: a ratio within one repetition, whose median is to be kept."""

    name: str
    limit: float
    ratio: Callable[[Run], float]
    bound: Callable[[Run], str]
    """What keeps it from being less, with the run's own figures: shown unless it is met."""


def over(other: str, measure: str, where: Where) -> Callable[[Run], float]:
    """This site's measure, divided by another contestant's."""
    return lambda run: run.median(measure, where, OURS) / run.median(measure, where, other)


def block(where: Where) -> Callable[[Run], float]:
    """The longest block, over the shortest long task or that of the page without a calculator."""

    def ratio(run: Run) -> float:
        allowed = max(LONG_TASK, run.median("block", where, NO_CALCULATOR))
        return run.median("block", where, OURS) / allowed

    return ratio


def typing(where: Where) -> Callable[[Run], float]:
    """When the calculator is ready, over when a practised typist has filled the form."""
    return lambda run: run.median("unlocked", where, OURS) / run.median("typed", where, OURS)


def seconds(run: Run, measure: str, where: Where, contestant: str = OURS) -> str:
    """A median in words."""
    return f"{run.median(measure, where, contestant) / 1000:.2f} s"


def start(run: Run) -> str:
    """What is left of a first visit when no line is in the way."""
    first, kept = (seconds(run, "result", where) for where in (FIRST, REPEAT))
    page = seconds(run, "result", FIRST, JAVASCRIPT)
    return f"First result after {first}; the page alone {page}; from Python's memory {kept}"


def line(measure: str, where: Where) -> Callable[[Run], str]:
    """What the line takes of such a visit, by the bytes of its own page, and what all else."""
    rate = SLOW_RATE if where.condition == SLOW else FAST_RATE

    def words(run: Run) -> str:
        line = run.median("bytes", where, OURS) * 8 / rate
        alone, whole = (seconds(run, measure, each) for each in (FIRST, where))
        return f"{whole}; the bytes alone take {line:.2f} s, and all else, without a line, {alone}"

    return words


def restoring(where: Where) -> Callable[[Run], str]:
    """What a repeat visit takes, of which plain JavaScript has only the page."""

    def words(run: Run) -> str:
        page = seconds(run, "result", where, JAVASCRIPT)
        return f"{seconds(run, 'result', where)}; the page and its scripts alone take {page}"

    return words


def floor(where: Where) -> Callable[[Run], str]:
    """What any answer from another process takes, beside one from a script within the page."""

    def words(run: Run) -> str:
        here, there = (seconds(run, "result", where, who) for who in (JAVASCRIPT, ELSEWHERE))
        least = run.median("result", where, ELSEWHERE) / run.median("result", where, JAVASCRIPT)
        return (
            f"{seconds(run, 'result', where)}; plain JavaScript within the page {here}, asked in "
            f"a shared worker {there}: {least:.2f}"
        )

    return words


def sent(where: Where) -> Callable[[Run], str]:
    """The bytes that are compared."""

    def words(run: Run) -> str:
        ours, stock = (run.median("bytes", where, who) / 1e6 for who in (OURS, STOCK))
        return f"{ours:.2f} MB, of which Python itself is most; Pyodide {stock:.2f} MB"

    return words


def processors(where: Where) -> Callable[[Run], str]:
    """How much later a page can be read that has more scripts, and a worker made beside it."""

    def words(run: Run) -> str:
        alone = seconds(run, "readable", where, NO_CALCULATOR)
        ours, cores = seconds(run, "readable", where), run.machine.get("cores")
        return f"{ours} instead of {alone}; {cores} cores for all"

    return words


def blocks(run: Run) -> str:
    """The blocks that are compared."""
    ours, page = (run.median("block", UNTOUCHED, who) for who in (OURS, NO_CALCULATOR))
    return f"{ours:.0f} ms; the page without a calculator {page:.0f} ms"


def held(measure: str, where: Where) -> Callable[[Run], str]:
    """The memory that is compared."""

    def words(run: Run) -> str:
        ours, stock, page = (run.median(measure, where, who) for who in (OURS, STOCK, JAVASCRIPT))
        return f"{ours:.0f} MB; Pyodide {stock:.0f} MB, the page alone {page:.0f} MB"

    return words


GOALS = (
    *(
        Goal(
            f"First result, first visit, {where.condition}, over Pyodide's",
            limit,
            over(STOCK, "result", where),
            bound,
        )
        for where, limit, bound in (
            (FIRST, 0.4, start),
            (FIRST_AS_INSTALLED, 0.25, line("result", FIRST_AS_INSTALLED)),
            (FIRST_FAST, 0.4, line("result", FIRST_FAST)),
            (FIRST_SLOW, 0.45, line("result", FIRST_SLOW)),
        )
    ),
    *(
        Goal(
            f"First result, repeat visit, {where.condition}, over plain JavaScript's",
            2.5,
            over(JAVASCRIPT, "result", where),
            restoring(where),
        )
        for where in (REPEAT, Where(AS_INSTALLED, "repeat"))
    ),
    *(
        Goal(
            f"First result, {where.visit}, {where.condition}, over plain JavaScript's",
            1.2,
            over(JAVASCRIPT, "result", where),
            floor(where),
        )
        for where in (
            Where(LOOPBACK, "from Home"),
            Where(LOOPBACK, "second tab"),
            Where(LOOPBACK, "second frame"),
            Where(LOOPBACK, "next page"),
            Where(AS_INSTALLED, "next page"),
        )
    ),
    *(
        Goal(
            f"Bytes of a first visit, {where.condition}, over Pyodide's",
            limit,
            over(STOCK, "bytes", where),
            sent(where),
        )
        for where, limit in ((FIRST_FAST, 0.35), (FIRST_AS_INSTALLED, 0.35))
    ),
    *(
        Goal(
            f"Readable, first visit, {where.condition}, over the page without a calculator",
            1.05,
            over(NO_CALCULATOR, "readable", where),
            processors(where),
        )
        for where in (Where(condition, "untouched") for condition in READ_AT)
    ),
    Goal(
        f"Longest block of the page, over {LONG_TASK} ms or the page without a calculator",
        1,
        block(UNTOUCHED),
        blocks,
    ),
    *(
        Goal(
            f"{words} memory, {where.visit} visit, {where.condition}, over Pyodide's",
            1,
            over(STOCK, measure, where),
            held(measure, where),
        )
        for where in (FIRST, REPEAT)
        for measure, words in MEMORY.items()
    ),
    *(
        Goal(
            f"Ready, first visit, {where.condition}, over the time to fill {form}",
            1,
            typing(where),
            line("unlocked", where),
        )
        for visit, form in ((PLAN, "the plan"), (CLEARANCE, "creatinine clearance"))
        for where in (Where(FAST, visit), Where(AS_INSTALLED, visit))
    ),
)


def verdict(limit: float, ratios: Sequence[float | None]) -> str:
    """Of ratios, the newest last: a goal is met if two runs kept its limit, one after the other."""
    if ratios[-1] is None:
        return "not measured"
    kept = [ratio is not None and ratio <= limit for ratio in ratios]
    if not kept[-1]:
        return "missed"
    return "met" if len(kept) > 1 and all(kept) else "kept once"

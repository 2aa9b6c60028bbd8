"""`python -m tests.bench REPEAT`: measures all so many times, and writes down every measurement."""

import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Error, Playwright, sync_playwright

from overrides.markdown.speed.runs import (
    AS_INSTALLED,
    BUILD,
    COMMAND_LINE,
    FAST,
    FOLDER,
    JAVASCRIPT,
    LOOPBACK,
    MICROPYTHON,
    NO_CALCULATOR,
    OURS,
    PHONE,
    PYSCRIPT,
    RUNS,
    SLOW,
    SLOWER_4,
    SLOWER_6,
    STOCK,
    STOCK_NEXT,
    Row,
    Run,
    read,
    runs,
)
from overrides.markdown.speed.tables import goals, pages, visits
from overrides.markdown.speed.tables import steady as steadily
from overrides.runtime.build import runtime
from overrides.site.build import make
from setup.say import say
from tests.bench import contestants, steady, trips, typist
from tests.bench.packing import packings
from tests.bench.places import BENCH, ROOT, SITE
from tests.bench.slow import can_slow
from tests.bench.trips import Trip, Visits, new_profile
from tests.bench.visit import Blank, Measures, blank, browser, tab
from tests.bench.world import CONDITIONS, World

MAIN = (OURS, JAVASCRIPT, STOCK)
PAIR = (OURS, JAVASCRIPT)
ENOUGH = 7
"""How many repetitions make a run that may be published; fewer are a quick look."""
BARE = (OURS, NO_CALCULATOR)
LIGHT = (MICROPYTHON,)
HEAVY = (STOCK_NEXT, PYSCRIPT)
INDEX = "search_index.js"
NOT_OURS = ("theme.js", INDEX)
"""The theme's script names the build, and the index follows from the pages' text."""


@dataclass(frozen=True)
class Task:
    """Visits of one kind, of some contestants, under a condition."""

    visits: Callable[[Trip], Visits]
    who: Sequence[str]
    condition: str


TASKS = (
    Task(trips.first_and_repeat, MAIN, LOOPBACK),
    Task(trips.first_and_repeat, LIGHT, LOOPBACK),
    Task(trips.first_and_repeat, HEAVY, LOOPBACK),
    Task(trips.first_and_repeat, MAIN, FAST),
    Task(trips.first, LIGHT, FAST),
    Task(trips.first, HEAVY, FAST),
    Task(trips.first_and_repeat, MAIN, AS_INSTALLED),
    Task(trips.first_and_repeat, MAIN, SLOW),
    Task(trips.first_and_repeat, PAIR, SLOWER_4),
    Task(trips.first_and_repeat, PAIR, SLOWER_6),
    Task(trips.first, (STOCK,), SLOWER_4),
    Task(trips.first, (STOCK,), SLOWER_6),
    *(Task(trips.untouched, BARE, each) for each in (LOOPBACK, FAST, AS_INSTALLED, SLOWER_4)),
    Task(trips.second_tab, MAIN, LOOPBACK),
    Task(trips.second_frame, PAIR, LOOPBACK),
    Task(trips.next_page, MAIN, LOOPBACK),
    Task(trips.next_page, PAIR, AS_INSTALLED),
    Task(trips.embed, PAIR, LOOPBACK),
    Task(trips.folder, PAIR, FOLDER),
    Task(typist.typing, (OURS, STOCK), FAST),
    Task(typist.typing, (OURS,), AS_INSTALLED),
    Task(steady.in_the_page, PAIR, LOOPBACK),
    Task(trips.looks, (OURS,), FAST),
    Task(trips.looks, (OURS,), PHONE),
)


def main(repeat: int) -> None:
    """Make the contestants, then measure and write, repetition by repetition."""
    say("making the contestants")
    contestants.make()
    world = World()
    file = BENCH / "runs" / f"{datetime.now():%Y-%m-%d-%H%M}.json"
    rows: list[Row] = []
    with sync_playwright() as playwright:
        machine = facts(playwright)
        for repetition in range(repeat):
            began = time.monotonic()
            for row in repeated(playwright, world, repetition):
                rows.append({"repetition": repetition, **row})
            write(file, {"machine": machine, "rows": rows})
            took = time.monotonic() - began
            say(f"repetition {repetition + 1} of {repeat} took {took:.0f} s")
    if repeat < ENOUGH:
        return show([read(file)])
    show([*runs()[-1:], read(file)])
    published, kept = (each.relative_to(ROOT) for each in (RUNS, file))
    say(f"to publish it, move {kept} to {published} and take the older run away")


def repeated(playwright: Playwright, world: World, repetition: int) -> Iterator[Row]:
    """All tasks and their contestants once, each time beginning with another."""
    with new_profile() as profile:
        bare = blank(playwright, profile)
    for task in turned(TASKS, repetition):
        if not possible(task):
            continue
        for contestant in turned(task.who, repetition):
            say(f"{repetition + 1}: {task.condition}, {task.visits.__name__}, {contestant}")
            yield from rows_of(task, playwright, world, bare, contestant)
    yield {"contestant": OURS, "condition": COMMAND_LINE, "visit": "steady"} | (
        steady.on_the_command_line()
    )
    yield {"contestant": OURS, "condition": BUILD, "visit": "once"} | built()


def built() -> dict[str, float]:
    """Seconds that building the site takes, and bytes of the search's index as it is sent."""
    with TemporaryDirectory() as scratch:
        began = time.monotonic()
        make(Path(scratch, "site"))
        seconds = time.monotonic() - began
        (index,) = Path(scratch, "site").glob(f"assets/*/{INDEX}")
        packed = packings(index.read_bytes())
    return {"seconds": round(seconds, 1), "index": min(map(len, packed.values()))}


def rows_of(
    task: Task, playwright: Playwright, world: World, bare: Blank, contestant: str
) -> Iterator[Row]:
    """What one contestant's visits give."""
    condition = CONDITIONS.get(task.condition, CONDITIONS[LOOPBACK])
    trip = Trip(playwright, world, bare, contestant, condition)
    for visit, measures in visited(task, trip):
        named = {"contestant": contestant, "condition": task.condition, "visit": visit}
        yield named | {name: shortened(each) for name, each in measures.items()}


def visited(task: Task, trip: Trip) -> list[tuple[str, Measures]]:
    """A trip's visits; all of them once more if the browser was closed from outside."""
    try:
        return [*task.visits(trip)]
    except Error as error:
        if "closed" not in error.message:
            raise
        say("the browser is gone: once more")
        return [*task.visits(trip)]


def shortened(value: float | None) -> float | None:
    """A measurement to a tenth of its unit."""
    return value if value is None else round(value, 1)


def turned[T](these: Sequence[T], by: int) -> list[T]:
    """The same in another order: the first ones last."""
    start = by % len(these)
    return [*these[start:], *these[:start]]


def possible(task: Task) -> bool:
    """Whether this machine can make the task's condition."""
    condition = CONDITIONS.get(task.condition)
    return condition is None or condition.slower == 1 or can_slow()


def facts(playwright: Playwright) -> dict[str, object]:
    """What matters of this machine."""
    with new_profile() as profile, browser(playwright, profile) as context:
        version = context.browser.version if context.browser else ""
        version = version or str(tab(context).evaluate("navigator.userAgent"))
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "cores": os.cpu_count(),
        "memory_gb": round(pages / 1e9),
        "browser": version,
        "kernel": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
        "runtime": runtime().name,
        "scripts": scripts(),
        "slowed_processor": can_slow(),
    }


def scripts(site: Path = SITE) -> str:
    """What stands for the bytes of the site's own scripts and styles."""
    files = sorted((*site.glob("assets/*/*.js"), *site.glob("assets/*/*.css")))
    ours = [file.read_bytes() for file in files if file.name not in NOT_OURS]
    return sha256(b"".join(ours)).hexdigest()[:12]


def write(file: Path, run: dict[str, object]) -> None:
    """Write a run down, a row a line."""
    file.parent.mkdir(parents=True, exist_ok=True)
    machine = json.dumps(run["machine"])
    rows = ",\n".join(map(json.dumps, run["rows"]))  # type: ignore[call-overload]
    file.write_text(f'{{"machine": {machine},\n"rows": [\n{rows}\n]}}\n', encoding="utf-8")


def show(newest: Sequence[Run]) -> None:
    """Print what the newest runs say, as Markdown tables."""
    for table in (goals(newest), *visits(newest[-1]), steadily(newest[-1]), *pages(newest[-1])):
        print(f"\n{table.caption}\n")
        for row in (table.heads, ("---",) * len(table.heads), *table.rows):
            print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)

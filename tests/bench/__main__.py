"""`python -m tests.bench REPEAT ONLY`: measures so many times, and writes down every measurement.

All tasks, or for a quick look those whose name, as it is told, begins with the words of ONLY.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Error, Playwright, sync_playwright

from overrides.markdown.speed.runs import LOOPBACK, RUNS, Row, Run, read, runs
from overrides.markdown.speed.tables import goals, pages, visits
from overrides.markdown.speed.tables import steady as steadily
from overrides.runtime.build import runtime
from setup.say import say
from tests.bench import contestants
from tests.bench.places import BENCH, ROOT, SITE
from tests.bench.slow import can_slow
from tests.bench.tasks import INDEX, TASKS, Task
from tests.bench.trips import Trip, new_profile
from tests.bench.visit import Blank, Measures, blank, browser, tab
from tests.bench.world import CONDITIONS, World

ENOUGH = 7
"""How many repetitions make a run that may be published; fewer are a quick look."""
NOT_OURS = ("theme.js", INDEX)
"""The theme's script names the build, and the index follows from the pages' text."""


def main(repeat: int, only: str = "") -> None:
    """Make the contestants, then measure and write, repetition by repetition."""
    tasks = [task for task in TASKS if task.name.startswith(only) and task.possible]
    if not tasks:
        sys.exit(f"no task's name begins with {only}")
    say("making the contestants")
    contestants.make({who for task in tasks for who in task.who})
    world = World()
    file = BENCH / "runs" / f"{datetime.now():%Y-%m-%d-%H%M}.json"
    rows: list[Row] = []
    with sync_playwright() as playwright:
        machine = facts(playwright)
        for repetition in range(repeat):
            began = time.monotonic()
            for row in repeated(playwright, world, tasks, repetition):
                rows.append({"repetition": repetition, **row})
            write(file, {"machine": machine, "rows": rows})
            took = time.monotonic() - began
            say(f"repetition {repetition + 1} of {repeat} took {took:.0f} s")
    if repeat < ENOUGH or only:
        return show([read(file)])
    show([*runs()[-1:], read(file)])
    published, kept = (each.relative_to(ROOT) for each in (RUNS, file))
    say(f"to publish it, move {kept} to {published} and take the older run away")


def repeated(
    playwright: Playwright, world: World, tasks: Sequence[Task], repetition: int
) -> Iterator[Row]:
    """These tasks and their contestants once, each time beginning with another."""
    with new_profile() as profile:
        bare = blank(playwright, profile)
    for task in turned([each for each in tasks if repetition % each.every == 0], repetition):
        for contestant in turned(task.who, repetition):
            say(f"{repetition + 1}: {task.name}, {contestant}")
            yield from rows_of(task, playwright, world, bare, contestant)


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
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ENOUGH, *sys.argv[2:])

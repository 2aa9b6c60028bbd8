"""A person's visit in a browser of its own, and what is measured of it with the page's clock."""

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Frame, Page, Playwright

from overrides.markdown.speed.runs import LONG_TASK, MEMORY, WATCHED
from setup.browsers import CHROMIUM
from tests.bench.places import HERE
from tests.bench.processes import NOW, PEAK, memory, tree
from tests.bench.slow import slowed
from tests.cases import named

PATIENT = named("clearance-of-a-woman")
EXPECTED = "0.729"
"""The clearance of the patient, in mL/min/kg, as every contestant must show it."""
NAME = "bench.test"
"""A name of this machine that browsers do not trust as they trust localhost."""
PATIENCE = 180_000
"""Milliseconds given to the slowest contestant on the slowest line."""
POLL = 100
"""Milliseconds between looks at whether the page is done."""
WATCH = (HERE / "watch.js").read_text(encoding="utf-8")

type Measures = dict[str, Any]


class WrongAnswer(Exception):
    """A contestant shows another number than the expected one."""


@contextmanager
def browser(
    playwright: Playwright, profile: Path, slower: float = 1, asks: bool = True
) -> Iterator[BrowserContext]:
    """A browser with a profile, on a processor that is so many times slower.

    The page of creatinine clearance asks about the patient by itself, unless it is not to.
    """
    arguments = ["--disable-component-update", f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
    with ExitStack() as stack:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=CHROMIUM.path(),
            args=[*arguments, "--no-sandbox"] if os.geteuid() == 0 else arguments,
            viewport={"width": 1280, "height": 800},
        )
        stack.callback(context.close)
        answers = json.dumps(dict(PATIENT.answers) if asks else None)
        context.add_init_script(f"self.answers = {answers};\n{WATCH}")
        if slower > 1:
            stack.enter_context(slowed(tree(profile), slower))
        yield context


def tab(context: BrowserContext) -> Page:
    """The tab that a browser opens with."""
    return context.pages[0]


def result_of(page: Page | Frame) -> Measures:
    """What is measured once the result stands in the page, in ms. Raises WrongAnswer."""
    there = "self.seen.result !== null && self.seen.readable() !== null"
    page.wait_for_function(there, polling=POLL, timeout=PATIENCE)
    shown = page.locator(".calculator-result .answer-headline").inner_text()
    if EXPECTED not in shown:
        raise WrongAnswer(f"{page.url}: {shown}")
    return seen(page)


def readable_of(page: Page) -> Measures:
    """What is measured once the page can be read, in ms."""
    page.wait_for_function("self.seen.readable() !== null", polling=POLL, timeout=PATIENCE)
    return seen(page)


def unlocked_of(page: Page) -> Measures:
    """What is measured once the calculator is ready, in ms."""
    page.wait_for_function("self.seen.unlocked !== null", polling=POLL, timeout=PATIENCE)
    return seen(page)


def blocked(page: Page | Frame) -> float:
    """The longest task of the page's thread so far, in ms; 0 where none was long."""
    return float(page.evaluate("Math.max(0, ...self.seen.blocks)"))


def watched(page: Page | Frame, until: float) -> float:
    """Wait for a moment in ms from the start of the page's navigation; how late it is then."""
    now = "performance.now()"
    page.wait_for_timeout(max(0, until - float(page.evaluate(now))))
    return float(page.evaluate(now))


def appeared(page: Page) -> Measures:
    """When a page was painted, in ms, how much moved, and how long it was blocked, as a sum."""
    measured: Measures = page.evaluate(
        """(long) => ({
            first_paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
            largest_paint: seen.largest,
            shifts: seen.shifts * 1000,
            blocked: seen.blocks.reduce((sum, block) => sum + Math.max(0, block - long), 0),
        })""",
        LONG_TASK,
    )
    return measured


def seen(page: Page | Frame) -> Measures:
    """What the page has seen of itself so far, in ms from the start of its navigation."""
    measured: Measures = page.evaluate(
        "({ readable: seen.readable(), unlocked: seen.unlocked, result: seen.result })"
    )
    return measured


@dataclass(frozen=True)
class Blank:
    """The memory of a browser with a blank page, in MB: what a page's own is counted from."""

    megabytes: Measures

    def more(self, profile: Path) -> Measures:
        """The memory of the pages of a browser beyond that, in MB, at its most and now."""
        held = held_by(profile)
        return {name: held[name] - self.megabytes[name] for name in held}


def held_by(profile: Path) -> Measures:
    """The memory of the pages of a browser, in MB."""
    return {name: memory(profile, which) for name, which in zip(MEMORY, (PEAK, NOW), strict=True)}


def blank(playwright: Playwright, profile: Path) -> Blank:
    """Measured anew."""
    with browser(playwright, profile) as context:
        watched(tab(context), WATCHED)
        return Blank(held_by(profile))

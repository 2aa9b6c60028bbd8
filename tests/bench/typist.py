"""A practised typist at the infusion plan, from when it can be read: is it ready in time?"""

import time
from collections.abc import Iterator

from tests.bench.trips import Trip, Visits, new_profile
from tests.bench.visit import PATIENCE, POLL, WrongAnswer, browser, readable_of, seen, tab
from tests.bench.world import PLAN

KEYS = (
    *("6", "8", "Tab", "ArrowDown", "Tab", *"1.0", "Tab", "Space", "Tab", "Tab", *"70", "Tab"),
    *("Space", "Tab", "ArrowDown", "Tab", "ArrowDown", "Tab", "Space", "Enter"),
)
"""A whole plan by keyboard, from the first field on."""
PACE = 0.2
"""Seconds between two keys."""
EXPECTED = "2,450"
"""The dose of that plan, in mg."""


def typing(trip: Trip) -> Visits:
    """`typed` when the last key before Enter was pressed, `answer` how long after Enter, in ms."""
    with new_profile() as profile, browser(trip.playwright, profile, asks=False) as context:
        page = tab(context)
        page.goto(trip.world.address(trip.condition, trip.contestant, PLAN), wait_until="commit")
        readable_of(page)
        page.evaluate("document.querySelector('[name=age]').focus()")
        for key in _paced(KEYS):
            page.keyboard.press(key)
        page.wait_for_function("self.seen.result !== null", polling=POLL, timeout=PATIENCE)
        if EXPECTED not in (shown := page.locator(".answer-headline").inner_text()):
            raise WrongAnswer(shown)
        told = page.evaluate("({ typed: seen.typed, answer: seen.times[0] })")
        yield "typing", {**seen(page), **told}


def _paced(keys: tuple[str, ...]) -> Iterator[str]:
    began = time.monotonic()
    for place, key in enumerate(keys):
        time.sleep(max(0, began + place * PACE - time.monotonic()))
        yield key

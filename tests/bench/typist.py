"""A practised typist at a form, from when it can be read: is it ready in time?"""

import time
from collections.abc import Iterator
from typing import NamedTuple

from overrides.markdown.speed.runs import KEYS, PLAN, TYPING
from tests.bench.trips import Trip, Visits, began, new_profile
from tests.bench.visit import PATIENCE, POLL, Measures, WrongAnswer, readable_of, seen, tab
from tests.bench.world import PAGE

MAN_OF_68 = (*"68", "Tab", "ArrowDown")
CREATININE = ("Tab", *"1.0", "Tab", "Space")
OF_70_KG = ("Tab", *"70")
NO_DIALYSIS, NOT_MEASURED = ("Tab", "ArrowDown"), ("Tab",)
FIRST_OF_ITS_GROUP = ("Tab", "Space", "Tab", "Space")


class Form(NamedTuple):
    """A page, the keys that fill its form from the first field on, and what it then answers."""

    page: str
    keys: tuple[str, ...]
    answer: str


WHOLE, CLEARANCE = TYPING
FORMS = {
    WHOLE: Form(
        PLAN,
        (
            *(*MAN_OF_68, *OF_70_KG, *NO_DIALYSIS, *CREATININE, *FIRST_OF_ITS_GROUP),
            *("Tab", "ArrowDown", "Tab", "ArrowDown", "Tab", "Space", "Enter"),
        ),
        "2,450",
    ),
    CLEARANCE: Form(
        PAGE,
        (*MAN_OF_68, *CREATININE, *NOT_MEASURED, *OF_70_KG, "Enter"),
        "1\N{NO-BREAK SPACE}mL/min/kg",
    ),
}


def typing(trip: Trip) -> Visits:
    """`typed` when the last key before Enter is due, `answer` how long after Enter, in ms.

    A typist begins as soon as the page can be read. Bytes are those until the calculator was ready.
    """
    for visit, form in FORMS.items():
        yield visit, typed(trip, form)


def typed(trip: Trip, form: Form) -> Measures:
    """What is measured of a form that is filled by keyboard. Raises WrongAnswer."""
    with new_profile() as profile, trip.begun(profile, asks=False) as context:
        page = tab(context)
        address = trip.world.address(trip.condition, trip.contestant, form.page)
        trip.world.server(trip.condition).begin()
        page.goto(address, wait_until="commit")
        readable_of(page)
        page.evaluate("document.querySelector('[name=age]').focus()")
        for key in _paced(form.keys):
            page.keyboard.press(key)
        page.wait_for_function("self.seen.times.length > 0", polling=POLL, timeout=PATIENCE)
        if form.answer not in (shown := page.locator(".answer-headline").inner_text()):
            raise WrongAnswer(shown)
        ready = (began(page) + seen(page)["unlocked"]) / 1000
        sent = trip.world.server(trip.condition).sent(until=ready)
        measured = seen(page)
        filled = measured["readable"] + 1000 * (len(form.keys) - 2) / KEYS
        return {**measured, "typed": filled, "answer": page.evaluate("seen.times[0]"), **sent}


def _paced(keys: tuple[str, ...]) -> Iterator[str]:
    began = time.monotonic()
    for place, key in enumerate(keys):
        time.sleep(max(0, began + place / KEYS - time.monotonic()))
        yield key

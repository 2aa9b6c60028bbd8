"""The states that a form can be in, each brought about on the first page."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Page, expect

from calc.catalogue import CATALOGUE
from tests.bedside.people import MAN_OF_68
from tests.plan import ANSWERS, PLAN
from tests.server import Serve
from tests.site.conftest import SITE, CalculatorPage
from tests.typist import fill_in

State = Callable[[Page, str, Serve], object]
"""Brings a page about: of the site at this address, or of one that is served otherwise."""

ASKED = {
    "with errors": {**ANSWERS, "age": "17"},
    "with a value to confirm": {**ANSWERS, "weight": "260"},
    "answered": ANSWERS,
    "refused": {**ANSWERS, "creatinine": "4"},
}
"""The answers that were entered, where a state is what comes of them."""
WITH_CAUTIONS = {**MAN_OF_68, "creatinine": "2.1"}

PATIENT = """
const plain = setTimeout;
self.setTimeout = (work, ms, ...rest) => (ms >= 10_000 ? 0 : plain(work, ms, ...rest));
"""
"""A page that gives up nothing after ten seconds."""
UNFOLD = """() => {
    const folds = ".calculator details:not(.second-check, .onward > *)";
    for (const each of document.querySelectorAll(folds)) each.open = true;
}"""
"""All but a second check, which covers the rest, and the forms that follow."""


def getting_ready(page: Page, url: str, serve: Serve) -> None:
    """A part of Python is yet to arrive."""
    page.add_init_script(PATIENT)
    page.goto(f"{serve(SITE, stalls={'core.bin': 500_000}).url}/index.html")
    expect(page.locator(".calculator-status").first).to_contain_text("Getting the calculator ready")


def not_started(page: Page, url: str, serve: Serve) -> None:
    """A part of Python is missing."""
    page.goto(f"{serve(SITE, missing={'boot.js'}).url}/index.html")
    expect(page.locator(".calculator[data-state=failed]").first).to_be_visible()


def empty(page: Page, url: str, serve: Serve) -> CalculatorPage:
    """Python runs, and nothing is entered."""
    page.goto(f"{url}/index.html")
    page.locator(".calculator[data-state=ready]").first.wait_for()
    return CalculatorPage(page, PLAN)


def partly_filled(page: Page, url: str, serve: Serve) -> None:
    """What is still needed stands where the answer will."""
    empty(page, url, serve).control("age").fill("68")
    expect(page.locator(".outline")).to_be_visible()


def asked(answers: Mapping[str, str]) -> State:
    """What comes of these answers."""

    def state(page: Page, url: str, serve: Serve) -> CalculatorPage:
        form = empty(page, url, serve)
        form.submit(answers)
        return form

    return state


def unfolded(page: Page, url: str, serve: Serve) -> None:
    """An answer with its folds open."""
    asked(WITH_CAUTIONS)(page, url, serve)
    page.evaluate(UNFOLD)


def greyed(page: Page, url: str, serve: Serve) -> None:
    """An answer of before, while the next one is awaited."""
    asked(ANSWERS)(page, url, serve)
    page.evaluate("() => { python.ask = () => new Promise(() => {}); }")
    page.locator("[name=weight]").fill("71")
    expect(page.locator(".calculator-result[data-changed]")).to_be_attached()


def being_checked(page: Page, url: str, serve: Serve) -> None:
    """A second person is about to enter everything again."""
    asked(ANSWERS)(page, url, serve)
    page.locator(".second-check > summary").click()
    expect(page.locator(".second-check form")).to_be_visible()


def entered_twice(page: Page, url: str, serve: Serve) -> None:
    """Both entered the same."""
    being_checked(page, url, serve)
    fill_in(page.locator(".second-check"), CATALOGUE[PLAN], ANSWERS)
    expect(page.locator(".entered-twice")).to_be_visible()


STATES: dict[str, State] = {
    "while it gets ready": getting_ready,
    "where it did not start": not_started,
    "empty": empty,
    "partly filled": partly_filled,
    **{name: asked(answers) for name, answers in ASKED.items()},
    "unfolded": unfolded,
    "greyed": greyed,
    "while it is checked": being_checked,
    "entered twice": entered_twice,
}

"""The built site served on loopback, and a form that can be filled like a person fills it."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from calc.catalogue import CATALOGUE
from tests.server import Serve, Server
from tests.typist import control, fill_in, type_into
from tests.waiting import STARTED

SITE = Path(__file__).parents[2] / "site"
expect.set_options(timeout=STARTED)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """No copy for offline is kept in these tests: each would make one anew."""
    return {**browser_context_args, "service_workers": "block"}


@pytest.fixture(scope="session")
def site_server(serve: Serve) -> Server:
    """The built site, on a free port of this machine."""
    return serve(SITE)


@pytest.fixture(scope="session")
def site_url(site_server: Server) -> str:
    """Its address."""
    return site_server.url


class CalculatorPage:
    """One calculator's page: typed into, submitted, and read."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self.calculator = CATALOGUE[name]

    def clear(self) -> None:
        """Empty the form, as its first paint shows it."""
        self.page.evaluate(
            """() => {
                const form = document.querySelector('.calculator-form');
                form.reset();
                form.querySelector('input').dispatchEvent(new Event('input', {bubbles: true}));
                for (const aside of form.querySelectorAll('details')) aside.open = true;
            }"""
        )

    def type(self, answers: Mapping[str, str]) -> None:
        """Type and choose every answer but the tick that confirms, which comes later."""
        type_into(self.page, self.calculator, answers)

    def fill(self, answers: Mapping[str, str]) -> None:
        """Fill the same in at once, and be answered once."""
        fill_in(self.page, self.calculator, answers)

    def control(self, name: str, answer: str = "") -> Locator:
        """The input of an answer: the text field, the radio of a value, or the tick."""
        return control(self.page, self.calculator, name, answer)

    def submit(self, answers: Mapping[str, str], typed: bool = False) -> None:
        """Fill the form and press Enter; where ticks are asked for and given, tick and go on."""
        (self.type if typed else self.fill)(answers)
        self.enter()
        asked = self.page.locator("[name=confirm]:visible:not(:checked)")
        while answers.get("confirm") == "yes" and asked.count():
            asked.first.check()
            self.enter()

    def enter(self) -> None:
        """Press Enter in the first field, and wait for what then gets the focus."""
        self.page.locator(".calculator-form input").first.press("Enter")
        expect(self.page.locator(".answer-heading:focus, .calculator-errors:focus")).to_be_visible()

    @property
    def outcome(self) -> Locator:
        """The result, whether answer, refusal or failure."""
        return self.page.locator(".calculator-result .outcome")

    @property
    def problem(self) -> Locator:
        """The summary of errors."""
        return self.page.locator(".calculator-errors .error-summary")

    @property
    def answered(self) -> Locator:
        """Whatever answers a submit: a result or a summary of errors."""
        return self.page.locator(".outcome, .error-summary")

    def copied_text(self) -> str:
        """The text offered for copying, as Python wrote it."""
        return self.page.locator(".copy pre").text_content() or ""


Opener = Callable[[str], CalculatorPage]


@pytest.fixture(scope="session")
def window(
    browser: Browser, browser_context_args: dict[str, Any], site_url: str
) -> Iterator[BrowserContext]:
    """A window whose first page has started Python: the others find it running.

    Its clock and what it stores are everybody's. A test that touches them, or that is about the
    start, takes `page`, which comes in a window of its own.
    """
    window = browser.new_context(**browser_context_args)
    first = window.new_page()
    first.goto(f"{site_url}/calculators/foscarnet-plan.html")
    expect(first.locator(".calculator[data-state=ready]")).to_be_attached()
    yield window
    window.close()


@pytest.fixture
def tab(window: BrowserContext) -> Iterator[Page]:
    """A new page in that window."""
    page = window.new_page()
    yield page
    page.close()
    window.clear_permissions()


@pytest.fixture(scope="module")
def kept_tab(window: BrowserContext) -> Iterator[Page]:
    """One page for a whole module, whose tests leave it as they found it."""
    page = window.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def shared_page(window: BrowserContext, site_url: str) -> Iterator[Opener]:
    """Opens each calculator once for a whole module."""
    opened: dict[str, CalculatorPage] = {}

    def open_(name: str) -> CalculatorPage:
        if name not in opened:
            page = window.new_page()
            page.goto(f"{site_url}/calculators/{name}.html")
            opened[name] = CalculatorPage(page, name)
        opened[name].page.bring_to_front()  # a page behind another is drawn once a second only
        return opened[name]

    yield open_
    for form in opened.values():
        form.page.close()


@pytest.fixture
def open_calculator(tab: Page, site_url: str) -> Opener:
    """Opens a calculator in a new page, beside one that has started Python."""

    def open_(name: str) -> CalculatorPage:
        tab.goto(f"{site_url}/calculators/{name}.html")
        return CalculatorPage(tab, name)

    return open_


def following(before: Page | Locator, calculator: str) -> Locator:
    """The calculator of this name that the answer before leads to, or that the page begins with."""
    return before.locator(f".calculator[data-calculator={calculator}]").first


def searched(page: Page, typed: str) -> Locator:
    """Types into the search of a page, and waits for its results: the pages, best first."""
    box = page.get_by_role("textbox", name="Search")
    box.fill(typed)
    box.press("End")  # Material searches when a key is let go
    results = page.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    return results


def going_on(before: Page | Locator, calculator: str) -> Locator:
    """The form of this name among those that follow an answer, unfolded."""
    follow = before.locator("> .calculator-result > .outcome > .outcome-main > .goes-on")
    follow.locator("> summary").click()
    title = re.compile(f"^{CATALOGUE[calculator].title}$")
    follow.locator("> .onward > details > summary", has_text=title).click()
    return following(follow, calculator)

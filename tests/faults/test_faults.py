"""Each fault on the page of the plan: what the reader sees, the tables, and no wrong number.

`make faults` tries all of them and stores what was seen; `make test` those of the slice.
"""

import re
from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calc.catalogue import CATALOGUE
from tests.faults.faults import (
    ANSWER,
    BACK,
    FORWARD,
    SCRIPT_OFF,
    SITE,
    SLEEP,
    TWO_TABS,
    Fault,
    faults,
)
from tests.faults.plan_page import ALONE, OTHER_PATIENT, PLACE, headline, line_and_cause
from tests.kept import NAMES
from tests.plan import ANSWERS, PLAN
from tests.server import Serve, Server
from tests.swept import swept
from tests.typist import type_into
from tests.waiting import STARTED, stop_clock

expect.set_options(timeout=STARTED)

FAULTS = {each.id: each for each in faults()}
TENTHS_OF_A_MINUTE = 600
Told = Callable[[str, object], None]

every = pytest.mark.parametrize("id", [id if FAULTS[id].slice else swept(id) for id in FAULTS])


class Reader:
    """Whoever opens the plan's page and types one patient."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server
        self.status = page.locator(".calculator-status").first
        self.cause = page.locator(".calculator-cause").first
        self.outcome = page.locator(".calculator-result .outcome")
        self.headline = page.locator(".answer-headline")
        self.held: dict[str, None] = {}
        """What was looked at and held, by the names of overrides/markdown/faults.py."""

    def holds(self, what: str) -> None:
        self.held[what] = None

    def open(self) -> None:
        self.page.goto(f"{self.server.url}/{PLACE}", wait_until="commit")

    def ask(self, answers: Mapping[str, str] = ANSWERS) -> None:
        type_into(self.page, CATALOGUE[PLAN], answers)
        self.page.locator("[name=age]").first.press("Enter")
        self.holds("asked")

    def quiet(self) -> None:
        """Waits until nothing more arrives and the page says nothing new for a second."""
        before, same = None, 0
        for _ in range(TENTHS_OF_A_MINUTE):
            if same == 10:
                return
            self.page.wait_for_timeout(100)
            now = (self.server.sent, self.status.text_content())
            early = bool(self.server.stalls) and not self.server.only_stalls()
            busy = early or self.server.under_way > self.server.stalled
            same = 0 if busy or now != before else same + 1
            before = now
        raise AssertionError(f"it does not come to rest: {before}")

    def answered(self, answers: Mapping[str, str] = ANSWERS) -> None:
        """The plan, with the figure of plain Python and no other."""
        expect(self.headline).to_have_text(headline(answers), timeout=10 * STARTED)
        expect(self.page.locator(".result-foot")).to_contain_text("Self-check ")
        self.holds("answer")

    def told(self, words: str) -> None:
        """The words in place of an answer, the way on, and no number."""
        expect(self.page.locator(".calculator-status, .calculator-cause")).to_contain_text([words])
        expect(self.status).to_contain_text("work by hand")
        expect(self.outcome).to_have_count(0)
        self.holds("no-number")

    def seen(self) -> str:
        """The line, and what is folded below it."""
        return line_and_cause(self.status.text_content(), self.cause.text_content())

    def has_tables(self) -> None:
        """What works by hand can be opened and read."""
        by_hand = self.page.locator(".by-hand").first
        if by_hand.get_attribute("open") is None:
            by_hand.locator("summary").first.click()
        expect(by_hand.locator("table").first).to_be_visible()
        self.holds("tables")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that nobody used yet; what it would keep for later is fetched by other tests."""
    context = browser.new_context(service_workers="block")
    yield context
    context.close()


Meet = Callable[[Fault], Reader]


@pytest.fixture
def meet(context: BrowserContext, serve: Serve) -> Meet:
    """Opens the page with a fault and asks."""

    def met(fault: Fault) -> Reader:
        page = context.new_page()
        page.set_default_timeout(10 * STARTED)  # a slow line is waited for
        page.add_init_script(fault.page)
        reader = Reader(page, serve(SITE, **fault.served()))
        if fault.today:
            page.clock.set_fixed_time(fault.today)
        if fault.restored:
            visit_first(reader)
        if fault.waits:
            stop_clock(page)
        reader.open()
        if fault.without:
            expect(reader.cause).to_contain_text(fault.without)
        if fault.asked:
            page.clock.resume()
            expect(page.locator(".calculator").first).to_have_attribute("data-state", "ready")
        reader.ask()
        if fault.waits:
            if not fault.asked:
                reader.quiet()
            page.clock.run_for(10_000)
        return reader

    return met


def visit_first(reader: Reader) -> None:
    """A visit after which the browser keeps Python's memory; the next has a worker of its own."""
    reader.page.add_init_script(ALONE)
    reader.open()
    calculator = reader.page.locator(".calculator").first
    expect(calculator).to_have_attribute("data-state", "ready", timeout=10 * STARTED)
    while not reader.page.evaluate(NAMES):
        reader.page.wait_for_timeout(100)


@every
def test_the_reader_is_told_and_sees_no_wrong_number(id: str, meet: Meet, told: Told) -> None:
    fault = FAULTS[id]
    told("what", fault.what)
    reader = meet(fault)
    if not fault.says:
        reader.answered()
        if fault.shows:
            expect(reader.page.locator(".calculator-result").first).to_contain_text(fault.shows)
        told("seen", fault.answers)
    else:
        reader.told(fault.says)
        told("seen", reader.seen())
        if fault.waits:
            reader.holds("ten-seconds")
        else:
            told("seconds", reader.page.evaluate("Math.ceil(performance.now() / 1000)"))
    reader.has_tables()
    told("held", " ".join(reader.held))


@pytest.mark.sweep
def test_without_script_the_tables_can_be_read(browser: Browser, serve: Serve, told: Told) -> None:
    told("what", SCRIPT_OFF)
    page = browser.new_context(java_script_enabled=False).new_page()
    reader = Reader(page, serve(SITE))
    reader.open()
    said = page.locator("noscript p").first
    expect(said).to_contain_text("The calculator needs JavaScript, which is switched off here.")
    reader.has_tables()
    told("seen", said.text_content())
    told("held", " ".join(reader.held))
    page.context.close()


@pytest.mark.sweep
def test_two_tabs_answer_each_its_own(context: BrowserContext, serve: Serve, told: Told) -> None:
    told("what", TWO_TABS)
    server = serve(SITE)
    first, second = (Reader(context.new_page(), server) for _ in range(2))
    for reader in (first, second):
        reader.open()
    first.ask()
    second.ask(OTHER_PATIENT)

    first.answered()
    second.answered(OTHER_PATIENT)
    told("seen", "Each its own plan")
    told("held", " ".join(first.held))


def away_and_back(reader: Reader) -> None:
    reader.page.goto(f"{reader.server.url}/glossary.html")
    reader.page.go_back()


def back_and_forward(reader: Reader) -> None:
    reader.page.go_back()
    expect(reader.page).to_have_title(re.compile("Glossary"))
    reader.page.go_forward()


@pytest.mark.sweep
@pytest.mark.parametrize(("what", "come"), [(BACK, away_and_back), (FORWARD, back_and_forward)])
def test_a_page_that_is_come_back_to_shows_no_result_of_other_inputs(
    context: BrowserContext,
    serve: Serve,
    told: Told,
    what: str,
    come: Callable[[Reader], None],
) -> None:
    told("what", what)
    reader = Reader(context.new_page(), serve(SITE))
    reader.page.goto(f"{reader.server.url}/glossary.html")
    reader.open()
    reader.ask()
    reader.answered()
    come(reader)
    shown = reader.headline.count()
    if shown:
        reader.answered()
        expect(reader.page.locator("[name=weight]").first).to_have_value(ANSWERS["weight"])
    else:
        reader.ask()
        reader.answered()
    told("seen", "The same plan, or an empty form")
    told("held", " ".join(reader.held))


@pytest.mark.sweep
def test_a_page_that_slept_answers(context: BrowserContext, serve: Serve, told: Told) -> None:
    told("what", SLEEP)
    reader = Reader(context.new_page(), serve(SITE))
    reader.open()
    reader.ask()
    session = context.new_cdp_session(reader.page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    session.send("Page.setWebLifecycleState", {"state": "active"})
    reader.answered()
    told("seen", ANSWER)
    told("held", " ".join(reader.held))

"""The same faults in a stock Firefox. Nothing is held still there: ten seconds are ten seconds."""

import json
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from math import ceil
from typing import Any

import pytest

from calc.catalogue import CATALOGUE
from setup.browsers import FIREFOX
from tests.faults.faults import BACK, FORWARD, SITE, TWO_TABS, faults
from tests.faults.plan_page import ALONE, OTHER_PATIENT, PLACE, headline, line_and_cause
from tests.hosting.firefox import Firefox, type_into
from tests.kept import NAMES
from tests.plan import ANSWERS, PLAN
from tests.server import Serve, Server
from tests.swept import swept

PATIENCE = 240
"""Seconds: a line of 256 kbit/s takes two minutes."""
FAULTS = {each.id: each for each in faults()}
Told = Callable[[str, object], None]


def words(selector: str) -> str:
    """What gives the words of a place, as a person reads them."""
    return f"(document.querySelector('{selector}')?.textContent.replace(/\\s+/g, ' ') ?? '')"


STATUS, CAUSE, RESULT, HEADLINE = map(
    words, (".calculator-status", ".calculator-cause", ".calculator-result", ".answer-headline")
)
FOOT = words(".result-foot")
LEFT = "document.documentElement.dataset.left"
"""What marks a page that is being left."""
BY_HAND = "document.querySelector('.by-hand')"
TEN_SECONDS, TOO_LATE = 10, 40
"""Of silence; and what it may take with all that comes before, on a busy machine."""
CLOCK = """const Real = Date, ahead = Real.parse("{today}") - Real.now();
self.Date = class extends Real {{
    constructor(...parts) {{ parts.length ? super(...parts) : super(Real.now() + ahead); }}
    static now() {{ return Real.now() + ahead; }}
}};"""
"""The device's clock is as far ahead, or behind, as it was on that day."""


class Reader:
    """Whoever opens the plan's page in Firefox and types one patient."""

    def __init__(self, firefox: Firefox, server: Server) -> None:
        self.firefox = firefox
        self.server = server
        self.held: dict[str, None] = {}
        """What was looked at and held, by the names of overrides/markdown/faults.py."""

    def open(self) -> None:
        """Opens the page, and waits until it is read, whatever else is still to come."""
        self.firefox.evaluate(f"{LEFT} = 'yes'")
        self.began = time.monotonic()
        self.firefox.open(f"{self.server.url}/{PLACE}", wait="none")
        self.firefox.wait_for(f"!{LEFT} && document.readyState !== 'loading'", PATIENCE)

    def ask(self, answers: Mapping[str, str] = ANSWERS) -> None:
        type_into(self.firefox, CATALOGUE[PLAN], answers)
        self.firefox.find("[name=age]", "focus()")
        self.firefox.press("Enter")
        self.held["asked"] = None

    def told_in_time(self, asked: bool) -> int:
        """After how many seconds the reader was told: ten of silence, and what came before.

        Of a plan that was asked for they may count from the key before the last one.
        """
        waited = time.monotonic() - self.began
        assert (0 if asked else TEN_SECONDS) <= waited < TOO_LATE
        self.held["ten-seconds"] = None
        return ceil(waited)

    def sees(self, words: str, where: str) -> None:
        self.firefox.wait_for(f"({where}).includes({json.dumps(words)})", PATIENCE)

    def answered(self, answers: Mapping[str, str] = ANSWERS) -> None:
        """The plan, with the figure of plain Python and no other."""
        self.firefox.wait_for(f"{HEADLINE} === {json.dumps(headline(answers))}", PATIENCE)
        self.sees("Self-check ", FOOT)
        self.held["answer"] = None

    def told(self, words: str) -> str:
        """The words in place of an answer, the way on, and no number; all that is said."""
        self.sees(words, f"{STATUS} + {CAUSE}")
        said = line_and_cause(self.firefox.evaluate(STATUS), self.firefox.evaluate(CAUSE))
        assert "work by hand" in said
        assert self.firefox.evaluate("document.querySelectorAll('.outcome').length") == 0
        self.held["no-number"] = None
        return said

    def has_tables(self) -> None:
        """What works by hand can be opened and read."""
        if not self.firefox.evaluate(f"{BY_HAND}.open"):
            self.firefox.click(".by-hand summary")
        self.firefox.wait_for(f"{BY_HAND}.querySelector('table').offsetHeight > 0")
        self.held["tables"] = None

    def visit_first(self) -> None:
        """A visit after which Firefox keeps Python's memory."""
        self.open()
        self.firefox.ready(PATIENCE)
        self.firefox.wait_for(f"{NAMES}.then((names) => names.length)", PATIENCE)


def opened_by(
    firefox: Firefox, serve: Serve, missing: Collection[str] = (), **faults: Any
) -> Reader:
    """A reader of the site; what it would keep for later is fetched by other tests."""
    return Reader(firefox, serve(SITE, missing={*missing, "sw.js"}, **faults))


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    """One Firefox for all tests."""
    FIREFOX.path()
    with Firefox.started() as browser:
        yield browser


@pytest.mark.parametrize("id", [*map(swept, FAULTS)])
def test_the_reader_is_told_and_sees_no_wrong_number(
    id: str, firefox: Firefox, serve: Serve, told: Told
) -> None:
    fault = FAULTS[id]
    told("what", fault.what)
    clock = CLOCK.format(today=fault.today) if fault.today else ""
    reader = opened_by(firefox, serve, **fault.served())
    with firefox.tab(), firefox.first(fault.page + clock + (ALONE if fault.restored else "")):
        if fault.restored:
            reader.visit_first()
        reader.open()
        if fault.without:
            reader.sees(fault.without, CAUSE)
        if fault.asked:
            firefox.ready(PATIENCE)
        reader.ask()
        if fault.asked:
            reader.began = time.monotonic()
        if fault.says:
            told("seen", reader.told(fault.says))
            if fault.waits:
                told("waited", reader.told_in_time(fault.asked))
            else:
                told("seconds", ceil(time.monotonic() - reader.began))
        else:
            reader.answered()
            assert fault.shows in firefox.evaluate(RESULT)
            told("seen", fault.answers)
        reader.has_tables()
        told("held", " ".join(reader.held))


@pytest.mark.sweep
def test_two_tabs_answer_each_its_own(firefox: Firefox, serve: Serve, told: Told) -> None:
    told("what", TWO_TABS)
    first = opened_by(firefox, serve)
    second = Reader(firefox, first.server)
    with firefox.tab() as tab:
        first.open()
        with firefox.tab():
            second.open()
            with firefox.turned_to(tab):
                first.ask()
            second.ask(OTHER_PATIENT)
            with firefox.turned_to(tab):
                first.answered()
            second.answered(OTHER_PATIENT)
    told("seen", "Each its own plan")
    told("held", " ".join(first.held))


GLOSSARY = "glossary.html"


def at(place: str) -> str:
    """Whether the tab is at a page, and has read it."""
    there = f"location.pathname.endsWith({json.dumps(place)})"
    return f"{there} && document.readyState === 'complete'"


def away_and_back(reader: Reader) -> None:
    reader.firefox.open(f"{reader.server.url}/{GLOSSARY}")
    reader.firefox.go(-1)


def back_and_forward(reader: Reader) -> None:
    reader.firefox.go(-1)
    reader.firefox.wait_for(at(GLOSSARY))
    reader.firefox.go(1)


@pytest.mark.sweep
@pytest.mark.parametrize(("what", "come"), [(BACK, away_and_back), (FORWARD, back_and_forward)])
def test_a_page_that_is_come_back_to_shows_no_result_of_other_inputs(
    firefox: Firefox, serve: Serve, told: Told, what: str, come: Callable[[Reader], None]
) -> None:
    told("what", what)
    reader = opened_by(firefox, serve)
    with firefox.tab():
        firefox.open(f"{reader.server.url}/{GLOSSARY}")
        reader.open()
        reader.ask()
        reader.answered()
        come(reader)
        firefox.wait_for(at(PLACE))
        if firefox.evaluate(f"{HEADLINE} !== ''"):
            reader.answered()
            weight = "document.querySelector('[name=weight]').value"
            assert ANSWERS["weight"] == firefox.evaluate(weight)
        else:
            reader.ask()
            reader.answered()
    told("seen", "The same plan, or an empty form")
    told("held", " ".join(reader.held))

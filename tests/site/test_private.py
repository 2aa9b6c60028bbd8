"""After a whole journey no value that was typed is anywhere but in the page."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Frame, Page, Request, expect

from calc.catalogue import CATALOGUE
from tests.plan import ANSWERS, PLAN, SECRET
from tests.server import Server
from tests.site.conftest import CalculatorPage, going_on, searched
from tests.typist import type_into

VALUES = [value for value in SECRET.values() if len(value) > 2]
"""What is looked for: an age of two digits stands in many an address by chance."""
NEXT = "band-certainty"
"""A calculator to which the plan leads, and which asks of the same patient."""
HELD = """async (values) => {
    const held = {};
    const look = (place, name, text) => {
        const found = (held[place] ??= { looked: 0, holding: [] });
        found.looked += 1;
        if (values.some((value) => text.includes(value))) found.holding.push(name);
    };
    const read = (bytes) => new TextDecoder("latin1").decode(bytes);
    for (const store of [localStorage, sessionStorage])
        for (const [key, text] of Object.entries(store)) look("storage", key, key + text);
    look("cookie", "cookie", document.cookie);
    look("window", "window", self.name + JSON.stringify(history.state));
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const body = await (await cache.match(request)).arrayBuffer();
            look("cache", request.url, request.url + read(body));
        }
    }
    const done = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = reject;
    });
    for (const { name } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            const shelf = database.transaction(store).objectStore(store);
            for (const record of await done(shelf.getAll())) {
                const parts = Object.values(record).map((part) =>
                    ArrayBuffer.isView(part) ? read(part) : JSON.stringify(part));
                look("memory", name, parts.join());
            }
        }
        database.close();
    }
    return held;
}"""
"""What the browser keeps of a site, by where: how much of it was looked at, and what of it holds a
value. Of a kept memory the bytes are looked at, of the copy for offline each file."""


class Journey(NamedTuple):
    """A page at the end of a journey, and what was heard of it from its beginning."""

    page: Page
    told: dict[str, list[str]]


def listened(page: Page) -> dict[str, list[str]]:
    """What a page asks for, where it goes, how it is called and what it says, from now on."""
    told: dict[str, list[str]] = {"request": [], "address": [], "title": [], "log": []}

    def note(frame: Frame) -> None:
        told["address"].append(frame.url)

    def ask(request: Request) -> None:
        told["request"].append(
            request.url + json.dumps(request.headers) + (request.post_data or "")
        )

    page.on("request", ask)
    page.on("framenavigated", note)
    page.on("console", lambda message: told["log"].append(message.text))
    page.on("pageerror", lambda error: told["log"].append(str(error)))
    return told


@pytest.fixture(scope="module")
def journey(browser: Browser, site_server: Server) -> Iterator[Journey]:
    """A plan, copied in each way; another calculator after it; the search, another page, and back.

    The copy for offline is kept, and so is the memory of Python. What workers ask for is heard by
    the server alone: a browser tells no page of it.
    """
    before, site_url = len(site_server.heard), site_server.url
    context = browser.new_context(permissions=["clipboard-write"])
    page = context.new_page()
    told = listened(page)
    inputs = CATALOGUE[NEXT].inputs

    def seen() -> None:
        told["title"].append(page.title())

    page.goto(f"{site_url}/calculators/{PLAN}.html")
    expect(page.locator("[data-kept]")).to_be_visible()
    form = CalculatorPage(page, PLAN)
    form.submit({**ANSWERS, **SECRET}, typed=True)
    expect(form.outcome).to_be_visible()
    seen()
    for name in ("Copy", "Copy with working"):
        page.get_by_role("button", name=name, exact=True).click()
    seen()
    next_form = going_on(page.locator(".calculator").first, NEXT)
    expect(next_form).to_have_attribute("data-state", "ready")
    asked = {name: typed for name, typed in {**ANSWERS, **SECRET}.items() if name in inputs}
    type_into(next_form, CATALOGUE[NEXT], asked)
    next_form.locator("> form [type=submit]").press("Enter")
    expect(next_form.locator("> .calculator-result > .outcome")).to_be_visible()
    seen()
    searched(page, "hypocalcaemia")
    page.keyboard.press("Escape")
    page.goto(f"{site_url}/giving-foscarnet.html")
    seen()
    page.go_back()
    expect(page.locator(".calculator[data-state=ready]").first).to_be_attached()
    seen()
    told["heard"] = site_server.heard[before:]
    yield Journey(page, told)
    context.close()


def held(page: Page, *values: str) -> dict[str, dict[str, Any]]:
    """What HELD finds of these values."""
    found: dict[str, dict[str, Any]] = page.evaluate(HELD, [*values])
    return found


def test_no_value_is_in_what_the_page_asks_for_is_called_or_says(
    journey: Journey, site_url: str, record_property: Callable[[str, Any], None]
) -> None:
    for place, told in journey.told.items():
        record_property(f"private-{place}", len(told))

    assert [] == [
        text
        for told in journey.told.values()
        for text in told
        if any(value in text for value in VALUES)
    ]
    assert [] == [
        text
        for text in journey.told["request"]
        if not text.removeprefix("blob:").startswith(site_url)
    ]
    assert ["log"] == [place for place, told in journey.told.items() if not told]


def test_the_server_is_sent_nothing_but_asked_for_files(journey: Journey) -> None:
    methods = {heard.partition(" ")[0] for heard in journey.told["heard"]}

    assert {"GET", "HEAD"} >= methods


def test_the_server_hears_what_workers_ask_for(journey: Journey) -> None:
    assert any("/core.bin" in heard for heard in journey.told["heard"])


def test_no_value_is_in_what_the_browser_keeps(
    journey: Journey, record_property: Callable[[str, Any], None]
) -> None:
    found = held(journey.page, *VALUES)
    for place in ("cookie", "storage", "window", "cache", "memory"):
        record_property(f"private-{place}", found.get(place, {}).get("looked", 0))

    assert [] == [(place, name) for place, each in found.items() for name in each["holding"]]


def test_what_is_kept_would_be_found(journey: Journey) -> None:
    """Python stands in the memory, each page in the copy; a value that is stored is seen."""
    journey.page.evaluate("value => localStorage.setItem('weight', value)", SECRET["weight"])
    found = held(journey.page, "foscarnet_plan", "giving-foscarnet.html", SECRET["weight"])

    assert {"cache", "memory", "storage"} == {
        place for place, each in found.items() if each["holding"]
    }

"""Python is started once, before it is needed: the next page, and another tab, find it running."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.server import Serve, Server
from tests.site.conftest import SITE
from tests.waiting import STARTED

PLAN = "calculators/foscarnet-plan.html"
WITHOUT_A_FORM = "pathway.html"
BEGUN = """
self.begun = [];
for (const kind of ["Worker", "SharedWorker"]) {
    self[kind] = new Proxy(self[kind], {
        construct(plainly, [url, options]) {
            if (`${url}`.endsWith("/boot.js")) self.begun.push(kind);
            return new plainly(url, options);
        },
    });
}
"""
"""The page tells which kinds of worker it began for Python."""
AWAY = """
self.away = true;
Object.defineProperty(document, "hidden", { get: () => self.away });
"""
SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
ENDED = """
const post = MessagePort.prototype.postMessage;
MessagePort.prototype.postMessage = function (message) {
    self.ended ||= Boolean(message.disconnect);
    return post.call(this, message);
};
"""
"""The page tells whether it has done what it does for the next one."""
IDLE = """async () => {
    for (const _ of [1, 2]) await new Promise(requestIdleCallback);
    return self.begun;
}"""
"""What it began once there was nothing else to do."""


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    """The site, none of whose files a browser keeps: what is needed is asked for."""
    return serve(SITE, headers={"Cache-Control": "no-store"})


@dataclass
class First:
    """A window whose first page has no form, and what of Python came there; then the plan."""

    page: Page
    fetched: set[str]


@pytest.fixture(scope="module")
def first(browser: Browser, server: Server) -> Iterator[First]:
    """One window for all tests here: each looks at what it fetches anew."""
    window = browser.new_context(service_workers="block")
    page = window.new_page()
    page.add_init_script(ENDED)
    page.goto(f"{server.url}/{WITHOUT_A_FORM}")
    page.wait_for_function("self.ended", timeout=STARTED)
    fetched = python_of(server)
    server.asked.clear()
    start(page, f"{server.url}/{PLAN}")
    yield First(page, fetched)
    window.close()


def start(page: Page, address: str) -> None:
    """Open a page and wait until its calculator is ready."""
    page.goto(address)
    expect(page.locator(".calculator[data-state=ready]")).to_be_attached()


def python_of(server: Server) -> set[str]:
    """Python's own files that were asked for, by name."""
    return {path.rpartition("/")[2] for path in server.asked if path.endswith(".bin")}


def test_a_page_without_a_form_starts_python_when_it_is_idle(first: First) -> None:
    assert {"core.bin", "py.bin", "asm.bin"} == first.fetched


def test_the_first_page_with_a_form_finds_it_running(first: First, server: Server) -> None:
    assert set() == python_of(server)


def test_another_tab_finds_it_running(first: First, server: Server) -> None:
    server.asked.clear()
    start(first.page.context.new_page(), f"{server.url}/{PLAN}")

    assert set() == python_of(server)


def test_so_does_the_next_page(first: First, server: Server) -> None:
    server.asked.clear()
    start(first.page, f"{server.url}/calculators/foscarnet-hydration.html")

    assert set() == python_of(server)


def begun(first: First, server: Server, *ways: str) -> Page:
    """Another tab, of a browser that is in some way, at a page without a form."""
    page = first.page.context.new_page()
    for way in (BEGUN, *ways):
        page.add_init_script(way)
    page.goto(f"{server.url}/{WITHOUT_A_FORM}")
    return page


def test_for_a_reader_who_saves_data_it_is_not_started(first: First, server: Server) -> None:
    page = begun(first, server, SAVING)

    assert [] == page.evaluate(IDLE)


def test_in_a_tab_behind_another_it_is_started_once_that_is_looked_at(
    first: First, server: Server
) -> None:
    page = begun(first, server, AWAY)
    behind = page.evaluate(IDLE)
    page.evaluate("self.away = false; document.dispatchEvent(new Event('visibilitychange'))")

    assert ([], ["SharedWorker"]) == (behind, page.evaluate(IDLE))


def test_where_none_can_be_shared_its_files_are_fetched_and_no_more(
    first: First, server: Server
) -> None:
    server.asked.clear()
    page = first.page.context.new_page()
    page.add_init_script("delete self.SharedWorker")
    with page.expect_worker(lambda worker: worker.url.endswith("/boot.js")):
        page.goto(f"{server.url}/{WITHOUT_A_FORM}")
    while any(worker.url.endswith("/boot.js") for worker in page.workers):
        page.wait_for_timeout(50)

    assert {"core.bin", "py.bin", "asm.bin"} == python_of(server)


def test_from_a_folder_a_page_without_a_form_starts_nothing(first: First) -> None:
    page = first.page.context.new_page()
    page.add_init_script(BEGUN)
    page.goto((SITE / WITHOUT_A_FORM).as_uri())

    assert [] == page.evaluate(IDLE)


@pytest.mark.sweep
def test_what_failed_on_a_page_without_a_form_begins_anew_on_one_with_a_form(
    page: Page, serve: Serve
) -> None:
    server = serve(SITE, missing={"py.bin"})
    page.add_init_script(ENDED)
    page.goto(f"{server.url}/{WITHOUT_A_FORM}")
    page.wait_for_function("self.ended", timeout=STARTED)
    server.missing = ()

    start(page, f"{server.url}/{PLAN}")

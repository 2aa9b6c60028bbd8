"""Python is started once: the next page of a tab, and another tab, find it running."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.server import Serve, Server
from tests.site.conftest import SITE

PLAN = "calculators/foscarnet-plan.html"


@pytest.fixture(scope="module")
def server(serve: Serve) -> Server:
    """The site, none of whose files a browser keeps: what is needed is asked for."""
    return serve(SITE, headers={"Cache-Control": "no-store"})


@dataclass
class First:
    """A window's first page, with Python ready, and what of Python it fetched."""

    page: Page
    fetched: set[str]


@pytest.fixture(scope="module")
def first(browser: Browser, server: Server) -> Iterator[First]:
    """One window for all tests here: each looks at what it fetches anew."""
    window = browser.new_context(service_workers="block")
    page = window.new_page()
    start(page, f"{server.url}/{PLAN}")
    yield First(page, python_of(server))
    window.close()


def start(page: Page, address: str) -> None:
    """Open a page and wait until its calculator is ready."""
    page.goto(address)
    expect(page.locator(".calculator[data-state=ready]")).to_be_attached()


def python_of(server: Server) -> set[str]:
    """Python's own files that were asked for, by name."""
    return {path.rpartition("/")[2] for path in server.asked if path.endswith(".bin")}


def test_a_first_page_fetches_python(first: First) -> None:
    assert {"core.bin", "py.bin", "asm.bin"} == first.fetched


def test_another_tab_finds_it_running(first: First, server: Server) -> None:
    server.asked.clear()
    start(first.page.context.new_page(), f"{server.url}/{PLAN}")

    assert set() == python_of(server)


def test_so_does_the_next_page(first: First, server: Server) -> None:
    server.asked.clear()
    start(first.page, f"{server.url}/calculators/foscarnet-hydration.html")

    assert set() == python_of(server)

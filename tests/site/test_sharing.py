"""Python is started once: the next page of a tab, and another tab, find it running."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Serve, Server
from tests.site.conftest import SITE

PLAN = "calculators/foscarnet-plan.html"


@pytest.fixture
def server(serve: Serve) -> Server:
    """The site, none of whose files a browser keeps: what is needed is asked for."""
    return serve(SITE, headers={"Cache-Control": "no-store"})


def start(page: Page, address: str) -> None:
    """Open a page and wait until its calculator is ready."""
    page.goto(address)
    expect(page.locator(".calculator[data-state=ready]")).to_be_attached()


def python_of(server: Server) -> set[str]:
    """Python's own files that were asked for, by name."""
    return {path.rpartition("/")[2] for path in server.asked if path.endswith(".bin")}


def test_a_first_page_fetches_python(page: Page, server: Server) -> None:
    start(page, f"{server.url}/{PLAN}")

    assert {"core.bin", "py.bin", "asm.bin"} == python_of(server)


def test_the_next_page_finds_it_running(page: Page, server: Server) -> None:
    start(page, f"{server.url}/{PLAN}")
    server.asked.clear()
    start(page, f"{server.url}/calculators/foscarnet-hydration.html")

    assert set() == python_of(server)


def test_so_does_another_tab(page: Page, server: Server) -> None:
    start(page, f"{server.url}/{PLAN}")
    server.asked.clear()
    start(page.context.new_page(), f"{server.url}/{PLAN}")

    assert set() == python_of(server)

"""The release works on each server as installed and with our configuration, wherever it lies."""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from calc.catalogue import CATALOGUE
from overrides.release.policy import policy
from tests.hosting.conftest import Framed, answered, expected
from tests.hosting.servers import CONFIGURATIONS, SERVERS, start
from tests.plan import PLAN

Served = tuple[str, str, str]
PLACES = {"root": "", "sub-path": "/sub/path"}
EVERY = [*itertools.product(SERVERS, CONFIGURATIONS, PLACES)]
AT_ROOT = [each for each in EVERY if each[2] == "root"]
at_root = pytest.mark.parametrize("served", AT_ROOT, ids="-".join, indirect=True)
"""What a server's headers can spoil, and the folder cannot, is tried in one folder."""


@pytest.fixture(scope="module")
def roots(site: Path, unpacked: Path) -> dict[str, Path]:
    """The folders to serve: the site itself, and one below which it lies."""
    shutil.copytree(site, unpacked / "deeper" / "sub" / "path")
    return {"root": site, "sub-path": unpacked / "deeper"}


@pytest.fixture(scope="module", params=EVERY, ids="-".join)
def served(request: pytest.FixtureRequest) -> Served:
    """A server with a configuration, and where the site lies on it."""
    combination: Served = request.param
    return combination


@pytest.fixture(scope="module")
def address(served: Served, roots: dict[str, Path], site: Path) -> Iterator[str]:
    """Where a server, one after the other, serves the release."""
    server, configuration, place = served
    with start(server, configuration, roots[place], policy(site)) as url:
        yield url + PLACES[place]


@pytest.fixture(scope="module")
def visitor(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser that has not been to this server before, and keeps no copy of the site."""
    context = browser.new_context(service_workers="block")
    yield context
    context.close()


def test_calculators_answer_as_plain_python_does(
    visitor: BrowserContext, address: str, served: Served
) -> None:
    """The plan everywhere, every other calculator on one of them: what serves it is the same."""
    others = [*CATALOGUE][EVERY.index(served) :: len(EVERY)]
    names = dict.fromkeys((PLAN, *others))
    said = {}
    for name in names:
        page = visitor.new_page()
        page.goto(f"{address}/calculators/{name}.html")
        said[name] = answered(page, name)

    assert {name: expected(name) for name in names} == said


def test_a_calculator_answers_at_its_address_for_frames(
    visitor: BrowserContext, address: str
) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/embed/foscarnet-plan/")

    assert expected() == answered(page)


@at_root
def test_a_calculator_answers_in_a_sandbox_of_another_origin(
    visitor: BrowserContext, address: str, framed: Framed
) -> None:
    page = visitor.new_page()
    framed(page, f"{address}/embed/foscarnet-plan/", sandbox="allow-scripts")
    expect(page.frame_locator("iframe").locator(".calculator").first).to_be_visible()

    assert expected() == answered(page.frames[1])


@at_root
def test_the_search_finds(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/index.html")
    page.locator(".md-search__input").click()
    page.keyboard.type("hypocalcaemia")

    expect(page.locator(".md-search-result__link").first).to_be_attached()


@at_root
def test_the_one_file_answers_when_it_is_served_too(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/one-file/foscarnet-plan.html")

    assert expected() == answered(page)

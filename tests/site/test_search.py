"""The search finds each page by the words that a clinician would type."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, Playwright, expect

from calc.catalogue import CATALOGUE
from overrides.markdown.register import DOCS
from setup.browsers import CHROMIUM

SEARCHES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("searches.toml").read_text(encoding="utf-8")
)["search"]

WHAT_TO_DO = {"pathway", "giving-aciclovir", "oral-antiviral"}
"""The pages that say what is done with aciclovir and its relatives."""


@pytest.fixture(scope="module")
def reader(kept_tab: Page, site_url: str) -> Page:
    """A page on which one search follows another."""
    kept_tab.goto(f"{site_url}/about.html")
    return kept_tab


def found(page: Page, typed: str) -> list[str]:
    """The names of the first three pages that a search shows."""
    box = page.get_by_role("textbox", name="Search")
    box.fill("")
    box.press("End")
    told = page.locator(".md-search-result__meta")
    expect(told).to_have_text("Type to start searching")
    box.fill(typed)
    box.press("End")  # Material searches when a key is let go
    results = page.locator(".md-search-result__item > a")
    expect(results.first).to_be_visible()
    addresses = [each.get_attribute("href") or "" for each in results.all()]
    return list(dict.fromkeys(PurePosixPath(urlparse(each).path).stem for each in addresses))[:3]


def test_the_right_page_is_among_the_first_three(reader: Page) -> None:
    given = {search["typed"]: found(reader, search["typed"]) for search in SEARCHES}
    missed = [each["typed"] for each in SEARCHES if not {*each["finds"]} & {*given[each["typed"]]}]

    assert [] == missed, given


def test_a_calculator_is_found_by_its_title(reader: Page) -> None:
    given = {each.name: found(reader, each.title) for each in CATALOGUE.values()}

    assert {} == {name: pages for name, pages in given.items() if name not in pages}


def test_a_drug_is_found_by_either_spelling(reader: Page) -> None:
    spellings = ("aciclovir", "acyclovir", "valaciclovir", "valacyclovir")

    assert [] == [name for name in spellings if not WHAT_TO_DO & {*found(reader, name)}]


def test_every_page_is_looked_for() -> None:
    pages = {file.stem for file in DOCS.rglob("*.md") if "project" not in file.parts}

    assert 20 <= len(SEARCHES)
    assert pages == {*CATALOGUE, *(name for search in SEARCHES for name in search["finds"])}


def test_the_index_comes_when_the_search_is_opened(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(PurePosixPath(request.url).name))
    page.goto(f"{site_url}/about.html", wait_until="networkidle")
    before = [name for name in asked if name.startswith("search_index")]
    found(page, "hypocalcaemia")
    after = [name for name in asked if name.startswith("search_index")]

    assert (0, 1) == (len(before), len(after))


def test_the_words_that_were_looked_for_are_marked_on_the_page(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/about.html?h=hosting")

    expect(page.locator("mark[data-md-highlight]").first).to_be_visible()


@pytest.fixture
def without_storage(playwright: Playwright, tmp_path: Path) -> Iterator[Page]:
    """A page of a browser that is set to block all cookies, and with them every storage."""
    settings = tmp_path / "Default" / "Preferences"
    settings.parent.mkdir()
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    settings.write_text(json.dumps(blocked), encoding="utf-8")
    with playwright.chromium.launch_persistent_context(
        tmp_path, executable_path=CHROMIUM.path(), args=["--no-sandbox"]
    ) as browser:
        yield browser.pages[0]


def test_where_all_storage_is_blocked_the_search_works_and_the_switch_of_colours_too(
    without_storage: Page, site_url: str
) -> None:
    page = without_storage
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(error.message))
    page.goto(f"{site_url}/about.html")

    assert not page.evaluate("localStorage instanceof Storage")
    assert WHAT_TO_DO & {*found(page, "aciclovir")}
    page.keyboard.press("Escape")
    for scheme in ("default", "slate"):
        page.locator("label[for^=__palette]:visible").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    assert [] == faults

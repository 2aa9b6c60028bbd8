"""The search finds each page by the words that a clinician would type."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from calc.catalogue import CATALOGUE
from overrides.markdown.register import DOCS
from tests.site.conftest import searched

HERE = Path(__file__).parent
SEARCHES: list[dict[str, Any]] = tomllib.loads(
    (HERE / "searches.toml").read_text(encoding="utf-8")
)["search"]
FIRST: dict[str, list[str]] = {
    typed: [places] if isinstance(places, str) else places
    for part in tomllib.loads((HERE / "first_found.toml").read_text(encoding="utf-8")).values()
    for typed, places in part.items()
}

WHAT_TO_DO = {"pathway", "giving-aciclovir", "oral-antiviral"}
"""The pages that say what is done with aciclovir and its relatives."""
LAST = re.compile(r"hosting/|project/|safety/|evidence/(bibliography|checked-citations)|changelog")
"""The pages that are not for the care of a patient: they come after all that are."""
KEEP_WORKER = """
    const Plain = Worker;
    self.Worker = class extends Plain {
        constructor(...all) { super(...all); self.searcher ??= this; }
    };
"""
ASK_WORKER = """async (queries) => {
    const found = {};
    for (const query of queries)
        found[query] = await new Promise((resolve) => {
            searcher.addEventListener("message", ({ data }) => resolve(
                data.data.items.map((page) => page[0].location)
            ), { once: true });
            searcher.postMessage({ type: 2, data: query });
        });
    return found;
}"""
"""2 is what Material calls a query; of each page that is found, its best place comes first."""

Finder = Callable[[Iterable[str]], dict[str, list[str]]]


@pytest.fixture(scope="module")
def find(browser: Browser, browser_context_args: dict[str, Any], site_url: str) -> Iterator[Finder]:
    """Asks the search of a page, which was opened, for the best place of each page it finds."""
    page = browser.new_page(**browser_context_args)
    page.add_init_script(KEEP_WORKER)
    page.goto(f"{site_url}/about.html")
    searched(page, "shingles")
    yield lambda queries: page.evaluate(ASK_WORKER, [*queries])
    page.close()


def pages(places: Iterable[str]) -> list[str]:
    """The names of the first three pages among places."""
    return [PurePosixPath(place.partition("#")[0]).stem for place in places][:3]


def leads_to(place: str, wanted: str) -> bool:
    """Whether a place is the one that is wanted: a page stands for all its sections."""
    here = place.replace(".html", "")
    return wanted == (here if "#" in wanted else here.partition("#")[0])


def test_what_a_clinician_types_leads_to_the_right_place_first(find: Finder) -> None:
    missed = {}
    for typed, places in find(FIRST).items():
        if not any(leads_to(first, wanted) for first in places[:1] for wanted in FIRST[typed]):
            missed[typed] = places[:3]

    assert {} == missed


def test_there_are_words_enough_to_judge_a_search_by() -> None:
    parts = tomllib.loads((HERE / "first_found.toml").read_text(encoding="utf-8"))

    assert 10 <= len(parts.pop("slips"))
    assert 30 <= len(parts.pop("asked-in-a-usability-test"))
    assert 60 <= sum(map(len, parts.values()))


def test_the_right_page_is_among_the_first_three(find: Finder) -> None:
    given = find(search["typed"] for search in SEARCHES)
    missed = [
        each["typed"] for each in SEARCHES if not {*each["finds"]} & {*pages(given[each["typed"]])}
    ]

    assert [] == missed, {typed: given[typed][:3] for typed in missed}


def test_a_calculator_is_found_by_its_title(find: Finder) -> None:
    given = find(each.title for each in CATALOGUE.values())

    assert [] == [
        each.title for each in CATALOGUE.values() if each.name not in pages(given[each.title])
    ]


def test_a_drug_is_found_by_either_spelling(find: Finder) -> None:
    given = find(("aciclovir", "acyclovir", "valaciclovir", "valacyclovir"))

    assert [] == [name for name, places in given.items() if not WHAT_TO_DO & {*pages(places)}]


@pytest.mark.parametrize("typed", ["calculator", "how fast", "shingles", "dose", "python"])
def test_what_is_for_those_who_host_comes_after_what_is_for_clinicians(
    find: Finder, typed: str
) -> None:
    places = find([typed])[typed]
    last = [bool(LAST.match(place)) for place in places]

    assert last == sorted(last), places


def test_every_page_is_looked_for() -> None:
    pages = {file.stem for file in DOCS.rglob("*.md") if "project" not in file.parts}

    assert 20 <= len(SEARCHES)
    assert pages == {*CATALOGUE, *(name for search in SEARCHES for name in search["finds"])}


def test_enter_leads_to_the_best_place(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/about.html")
    searched(tab, "valtrex not working")
    tab.keyboard.press("Enter")

    expect(tab).to_have_url(re.compile(r"/pathway\.html\?h=.*#is-this-failure$"))


def test_where_nothing_is_found_there_are_ways_on(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/calculators/qtc.html")
    expect(searched(tab, "shingles").first).to_be_visible()
    expect(tab.get_by_role("link", name="Make a foscarnet plan")).to_be_hidden()
    box = tab.get_by_role("textbox", name="Search")
    box.fill("qqqqq")
    box.press("End")
    expect(tab.locator(".md-search-result__meta")).to_have_text("No matching documents")
    box.press("ArrowDown")
    expect(tab.get_by_role("link", name="Make a foscarnet plan")).to_be_focused()
    tab.keyboard.press("Enter")

    expect(tab).to_have_url(f"{site_url}/index.html")


def test_the_index_comes_when_the_search_is_opened(tab: Page, site_url: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(PurePosixPath(request.url).name))
    tab.goto(f"{site_url}/about.html", wait_until="networkidle")
    before = [name for name in asked if name.startswith("search_index")]
    searched(tab, "hypocalcaemia")
    after = [name for name in asked if name.startswith("search_index")]

    assert (0, 1) == (len(before), len(after))


def test_the_words_that_were_looked_for_are_marked_on_the_page(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/about.html?h=hosting")

    expect(tab.locator("mark[data-md-highlight]").first).to_be_visible()

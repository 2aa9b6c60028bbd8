"""Every link inside the site leads to a page that is there, and to a place on it."""

from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from calc.catalogue import CATALOGUE
from tests.every import of_every

SITE = Path(__file__).parents[2] / "site"
PAGES = sorted(
    page.relative_to(SITE).as_posix() for page in SITE.rglob("*.html") if page.name != "404.html"
)


class Anchors(HTMLParser):
    """The addresses that a page points at, and the places on it that can be pointed at."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.places: set[str] = {""}
        self.ids: list[str] = []
        self.feed((SITE / page).read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the ids, and what links, images and scripts point at."""
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.addresses.append(value)
            if value and (name == "id" or (tag, name) == ("a", "name")):
                self.places.add(value)
            if value and name == "id":
                self.ids.append(value)


@cache
def anchors(page: str) -> Anchors:
    """What a page points at, and what can be pointed at on it; each page is read once."""
    return Anchors(page)


def broken(page: str, address: str) -> bool:
    """Whether an address on a page leads nowhere within the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return False
    target = (SITE / page).parent / unquote(parts.path) if parts.path else SITE / page
    name = target.resolve().relative_to(SITE.resolve()).as_posix()
    if name in PAGES:
        return unquote(parts.fragment) not in anchors(name).places
    return not target.exists()


@of_every(PAGES)
def test_every_link_of_a_page_leads_somewhere(name: str) -> None:
    found = [address for address in anchors(name).addresses if broken(name, address)]

    assert [] == found


def test_no_page_has_two_places_of_one_name() -> None:
    pages = [*PAGES, "404.html"]
    twice = {page: [id for id, n in Counter(anchors(page).ids).items() if n > 1] for page in pages}

    assert {} == {page: ids for page, ids in twice.items() if ids}


@pytest.mark.parametrize("address", ["nowhere.html", "pathway.html#nowhere", "#nowhere"])
def test_a_broken_link_would_be_found(address: str) -> None:
    assert broken("index.html", address)


def test_a_good_link_is_good() -> None:
    assert not broken("evidence/starting-text.html", "../pathway.html#isolation")


STEPS_OF_THE_PLAN = {
    *("creatinine-clearance", "foscarnet-dose", "foscarnet-infusion", "foscarnet-hydration"),
    "ideal-weight",
}
"""What the plan holds itself. Any other that leads on, or is led to, is one of the course."""


def test_each_calculator_of_the_course_is_linked_where_the_pathway_needs_it() -> None:
    page = (SITE / "pathway.html").read_text(encoding="utf-8")
    text = page.partition("<article")[2].partition("</article>")[0]
    linked = {name for name in CATALOGUE if f'href="calculators/{name}.html"' in text}
    lead_on = {name for name, each in CATALOGUE.items() if each.onward}
    led_to = {name for each in CATALOGUE.values() for name in (*each.onward, *each.onward_refused)}

    assert set() == (lead_on | led_to) - STEPS_OF_THE_PLAN - linked

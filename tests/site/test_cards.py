"""Each card and the leaflet print on one sheet, on either paper, the leaflet in large letters."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.docs.pages import NAMES, front_matter

SHEETS = {
    name.removesuffix(".md"): kind for name in NAMES if (kind := front_matter(name).get("sheet"))
}
CARDS = {name: kind for name, kind in SHEETS.items() if kind != "forms"}
FORMS = [name for name in SHEETS if name not in CARDS]
LARGE = 16 * 96 / 72
"""16 points, in pixels."""
A4_WITHIN_ITS_MARGINS: ViewportSize = {"width": round((210 - 2 * 8) / 25.4 * 96), "height": 1062}
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.mark.sweep
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", CARDS)
def test_a_card_prints_on_one_sheet(kept_tab: Page, site_url: str, name: str, paper: str) -> None:
    kept_tab.goto(f"{site_url}/{name}.html")

    assert 1 == len(PAGE.findall(kept_tab.pdf(format=paper)))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", FORMS)
def test_each_form_to_fill_in_by_hand_has_a_sheet_of_its_own(
    tab: Page, site_url: str, name: str, paper: str
) -> None:
    tab.goto(f"{site_url}/{name}.html")

    assert tab.locator(".on-paper").count() == len(PAGE.findall(tab.pdf(format=paper)))


@pytest.mark.parametrize("name", FORMS)
def test_no_table_of_a_form_runs_over_the_edge_of_the_paper(
    tab: Page, site_url: str, name: str
) -> None:
    tab.emulate_media(media="print")
    tab.set_viewport_size(A4_WITHIN_ITS_MARGINS)
    tab.goto(f"{site_url}/{name}.html")

    wider = tab.locator(".on-paper").evaluate_all(
        "all => all.filter(each => each.scrollWidth > each.clientWidth).map(each => each.innerText)"
    )

    assert [] == wider


def test_the_leaflet_is_printed_in_large_letters(tab: Page, site_url: str) -> None:
    (leaflet,) = (name for name, kind in CARDS.items() if kind == "large")
    tab.emulate_media(media="print")
    tab.goto(f"{site_url}/{leaflet}.html")

    sizes = tab.locator(".sheet :is(p, li):not(.sheet-source):visible").evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
    )

    assert [] == [size for size in sizes if size < LARGE - 0.01]
    assert len(sizes) > 10


def test_there_are_two_cards_forms_and_a_leaflet() -> None:
    assert ["card", "card", "forms", "large"] == sorted(SHEETS.values())

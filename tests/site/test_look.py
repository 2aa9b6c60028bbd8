"""How every screen looks: five sizes of letters, and one radius."""

import pytest
from playwright.sync_api import Page

from tests.bedside.people import PHONE
from tests.server import Serve
from tests.site.states import unfolded

OTHER_SIZES = """() => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const other = new Set();
    while (words.nextNode()) {
        const { parentElement: holder, data } = words.currentNode;
        if (!data.trim() || !holder.checkVisibility()) continue;
        const pixels = parseFloat(getComputedStyle(holder).fontSize);
        if (![0, 12, 14, 16, 24, 30].includes(pixels)) other.add(`${pixels} px: ${data.trim()}`);
    }
    return [...other];
}"""
OTHER_RADII = """() => {
    const corners = ["TopLeft", "TopRight", "BottomLeft", "BottomRight"];
    const radii = (style) => corners.map((corner) => style[`border${corner}Radius`]);
    const others = (each) => radii(getComputedStyle(each))
        .filter((radius) => !["0px", "4px", "50%", "100%"].includes(radius));
    const shown = [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility());
    const named = (each) => others(each).map((one) => `${one}: ${each.tagName}`);
    return [...new Set(shown.flatMap(named))];
}"""
"""Round marks apart, whose radius is half of them."""

on_both_screens = pytest.mark.parametrize("size", [(1280, 900), PHONE], ids=str)


@on_both_screens
@pytest.mark.parametrize("name", ["pathway", "hosting/embedding", "project/components"])
def test_a_screen_has_five_sizes_of_letters(
    kept_tab: Page, site_url: str, name: str, size: tuple[int, int]
) -> None:
    kept_tab.set_viewport_size({"width": size[0], "height": size[1]})
    kept_tab.goto(f"{site_url}/{name}.html")

    assert [] == kept_tab.evaluate(OTHER_SIZES)


@on_both_screens
def test_so_has_the_first_page_with_all_of_its_answer(
    tab: Page, site_url: str, serve: Serve, size: tuple[int, int]
) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    unfolded(tab, site_url, serve)

    assert [] == tab.evaluate(OTHER_SIZES)


@pytest.mark.parametrize("name", ["index", "giving-foscarnet", "hosting/embedding"])
def test_a_screen_has_one_radius(kept_tab: Page, site_url: str, name: str) -> None:
    kept_tab.set_viewport_size({"width": 1280, "height": 900})
    kept_tab.goto(f"{site_url}/{name}.html")

    assert [] == kept_tab.evaluate(OTHER_RADII)

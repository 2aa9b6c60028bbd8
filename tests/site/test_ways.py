"""Ways through the site: from an address that is wrong, past the menu, and to the plan."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.server import Serve
from tests.site.conftest import SITE

UNSEEN = """async () => {
    const stop = document.activeElement;
    await Promise.all(stop.getAnimations().map((each) => each.finished));
    if (stop.matches(".md-option")) return null;  // shown by its label
    const seen = stop.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (stop === document.body || (seen && !stop.matches(".headerlink"))) return null;
    return stop.outerHTML.slice(0, 80);
}"""
MISSING = ["gone.html", "calculators/gone.html", "a/b/c/gone.html"]


@pytest.mark.parametrize("address", MISSING)
def test_from_an_address_that_is_wrong_there_is_a_way_to_the_plan_below_any_path(
    tab: Page, serve: Serve, address: str
) -> None:
    below = f"{serve(SITE.parent).url}/site"

    def answer(route: Route) -> None:
        route.fulfill(status=404, path=SITE / "404.html", content_type="text/html")

    tab.route(f"{below}/{address}", answer)
    tab.goto(f"{below}/{address}")
    tab.get_by_role("link", name="First page, with the foscarnet plan").click()

    expect(tab).to_have_url(f"{below}/index.html")
    expect(tab.locator(".calculator-form")).to_be_visible()


def test_each_way_is_offered_once_at_the_root_of_a_server(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/404.html")

    assert 5 == tab.locator("main a:visible").count()


def test_from_a_folder_it_leads_on_too_and_opens_the_search(tab: Page) -> None:
    tab.goto((SITE / "404.html").as_uri())
    tab.get_by_role("link", name="Search this site").click()

    expect(tab.get_by_role("textbox", name="Search")).to_be_focused()


def test_it_has_the_colours_of_the_site_by_day_and_by_night(tab: Page, site_url: str) -> None:
    shown = {}
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        for name in ("404", "about"):
            tab.goto(f"{site_url}/{name}.html")
            colour = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
            shown[scheme, name] = tab.evaluate(colour)

    assert shown["light", "404"] == shown["light", "about"]
    assert shown["dark", "404"] == shown["dark", "about"]


@pytest.mark.parametrize("name", ["index", "calculators/qtc"])
def test_two_keys_skip_to_the_form_and_the_third_is_at_its_first_input(
    tab: Page, site_url: str, name: str
) -> None:
    tab.goto(f"{site_url}/{name}.html")
    for key in ("Tab", "Tab"):
        tab.keyboard.press(key)
    expect(tab.get_by_role("link", name="Skip to the form")).to_be_focused()
    expect(tab.get_by_role("link", name="Skip to the form")).to_be_in_viewport()
    for key in ("Enter", "Tab"):
        tab.keyboard.press(key)

    expect(tab.locator(".calculator-form input").first).to_be_focused()


def test_every_stop_of_the_tab_key_can_be_seen_and_none_is_a_mark_beside_a_heading(
    tab: Page, site_url: str
) -> None:
    tab.goto(f"{site_url}/why-antivirals-fail.html")
    unseen = []
    for _ in range(60):
        tab.keyboard.press("Tab")
        if stop := tab.evaluate(UNSEEN):
            unseen.append(stop)

    assert [] == unseen


def test_the_plan_is_one_tap_away_on_a_phone(tab: Page, site_url: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{site_url}/pathway.html")
    tab.locator(".md-header").get_by_role("link", name="Plan", exact=True).click()

    expect(tab.locator(".calculator-form")).to_be_in_viewport()


@pytest.mark.parametrize("letters", [125, 250])
def test_the_name_of_the_site_is_whole_on_a_narrow_screen(
    tab: Page, site_url: str, letters: int
) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{site_url}/pathway.html")
    tab.add_style_tag(content=f"html {{ font-size: {letters}% !important }}")
    name = tab.locator(".md-header__title")

    assert "Refractory Zoster" == name.inner_text()
    assert name.evaluate("each => each.scrollWidth <= each.clientWidth")
    assert 320 == tab.evaluate("document.documentElement.scrollWidth")

"""Ways through the site: from an address that is wrong, past the menu, and to the plan."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import Serve
from tests.site.conftest import SITE

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

"""A newer version is shown, offered to whoever has the page open, and kept whole or not at all."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.hosting.conftest import Framed, answered, expected
from tests.hosting.visits import NEWER, Visited, replace_by_newer
from tests.server import Serve

FAULTY = "pitfalls.html"
"""A page of the old build on a site that is half replaced: the new one lists another."""


def test_a_frame_in_a_sandbox_says_that_there_is_a_newer_version(
    page: Page, copy: Path, serve: Serve, framed: Framed
) -> None:
    framed(page, f"{serve(copy).url}/embed/foscarnet-plan/", sandbox="allow-scripts")
    frame = page.frames[1]
    expect(frame.locator(".calculator").first).to_be_visible()
    replace_by_newer(copy)
    frame.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(frame.locator(".md-banner [data-warning=replaced]")).to_be_visible()


def test_a_copy_that_is_not_yet_complete_does_not_count_as_kept(visit: Visited, copy: Path) -> None:
    here = visit().kept()
    replace_by_newer(copy, but=(FAULTY,))
    scope = here.page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)")
    here.page.evaluate(f"caches.open('{scope} {NEWER}')")
    here.comes_to(FAULTY)

    expect(here.page.locator("[data-kept]")).to_be_hidden()


def test_a_newer_version_is_shown_as_soon_as_it_is_there(visit: Visited, copy: Path) -> None:
    here = visit().kept()
    replace_by_newer(copy)
    here.page.reload()

    expect(here.page.locator("meta[name=build]")).to_have_attribute("content", NEWER)


def test_a_page_left_open_offers_the_newer_version_and_loads_it(visit: Visited, copy: Path) -> None:
    here = visit()
    replace_by_newer(copy)
    here.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(here.page.locator(here.warning("replaced"))).to_be_visible()
    here.page.get_by_role("button", name="Load the new one").click()

    expect(here.page.locator("meta[name=build]")).to_have_attribute("content", NEWER)
    expect(here.page.locator(here.warning("replaced"))).to_be_hidden()


def test_a_result_of_the_old_version_says_so_too(visit: Visited, copy: Path) -> None:
    here = visit()
    answered(here.page)
    replace_by_newer(copy)
    here.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(here.page.locator(".calculator-result [data-warning=replaced]")).to_be_visible()


def test_the_copy_is_of_the_newer_version_once_that_was_visited(visit: Visited, copy: Path) -> None:
    here = visit().kept()
    replace_by_newer(copy)
    here.page.reload()
    here.keeps(NEWER)
    here.without_network().page.reload()

    expect(here.page.locator(here.warning("kept"))).to_contain_text(NEWER)
    assert expected() == answered(here.page)


def test_a_site_that_is_half_replaced_is_not_kept(visit: Visited, copy: Path) -> None:
    here = visit().kept()
    (old,) = here.builds()
    replace_by_newer(copy, but=(FAULTY,))
    here.comes_to(FAULTY)

    here.keeps(old)


def test_a_page_of_a_build_that_is_not_kept_does_not_say_that_it_is(
    visit: Visited, copy: Path
) -> None:
    here = visit().kept()
    (old,) = here.builds()
    replace_by_newer(copy, but=(FAULTY,))
    here.comes_to(FAULTY)
    here.keeps(old)

    expect(here.page.locator("[data-kept]")).to_be_hidden()

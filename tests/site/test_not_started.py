"""Where a calculator does not start: what is said, and the ways on, wherever the plan stands."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from overrides.markdown.bedside import ROWS
from overrides.site.one_file import PAGE as ONE_FILE
from tests.bedside import counts
from tests.bedside.people import DESKTOP, FRAME, PHONE, SMALL

HOME = "index.html"
PLACES = (HOME, FRAME, ONE_FILE)
SIZES = (DESKTOP, PHONE, SMALL)
NO_WORKER = "delete self.Worker; delete self.SharedWorker;"
"""A browser that refuses to start Python, on a server and in the one file."""

everywhere = pytest.mark.parametrize("place", PLACES)
on_every_screen = pytest.mark.parametrize("size", SIZES, ids=str)


@pytest.fixture
def not_started(page: Page, site_url: str, place: str, size: tuple[int, int]) -> Locator:
    """The plan in this place where Python did not start, on a screen of this size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.add_init_script(NO_WORKER)
    page.goto(f"{site_url}/{place}")
    plan = page.locator(".calculator[data-state=failed]").first
    expect(plan).to_be_visible()
    return plan


@everywhere
@on_every_screen
def test_the_first_screen_says_so(not_started: Locator) -> None:
    said = not_started.locator(".calculator-status")

    expect(said).to_have_text("The calculator did not start. Try again, or work by hand.")
    expect(said).to_be_in_viewport(ratio=1)


@everywhere
@on_every_screen
def test_both_ways_on_are_on_the_first_screen(not_started: Locator) -> None:
    expect(not_started.get_by_role("button", name="Try again")).to_be_in_viewport(ratio=1)
    expect(not_started.locator(".to-by-hand")).to_be_in_viewport(ratio=1)


@everywhere
@on_every_screen
def test_a_link_leads_to_the_first_formula(not_started: Locator) -> None:
    not_started.locator(".to-by-hand").click()

    expect(not_started.locator(".by-hand .formula > :first-child")).to_be_in_viewport(ratio=1)


@everywhere
@pytest.mark.parametrize("size", [DESKTOP])
def test_no_word_of_python_is_seen_until_whoever_runs_the_site_asks_why(
    not_started: Locator,
) -> None:
    assert "Python" not in not_started.inner_text()

    not_started.get_by_text("For whoever runs this site").click()

    expect(not_started.locator(".calculator-cause")).to_be_visible()
    assert "Python" in not_started.inner_text()


@pytest.mark.parametrize("place", [HOME])
@pytest.mark.parametrize("size", [DESKTOP])
def test_what_is_heard_of_it_is_short(not_started: Locator) -> None:
    assert 0 < counts.words_heard(not_started.page) <= (ROWS["words_heard"].most or 0)


@pytest.fixture
def without_script(browser: Browser, site_url: str, place: str) -> Iterator[Page]:
    """The plan in this place where no script runs, forbidden as by a policy."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}/{place}")
    yield page
    context.close()


@everywhere
def test_where_no_script_runs_the_line_leads_to_what_works_by_hand(without_script: Page) -> None:
    without_script.locator(".calculator-status").get_by_role("link", name="work by hand").click()
    summary = without_script.locator(".by-hand > summary")
    expect(summary).to_be_in_viewport(ratio=1)

    summary.click()

    expect(without_script.locator(".by-hand .formula").first).to_be_visible()

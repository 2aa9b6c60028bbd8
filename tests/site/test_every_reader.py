"""The plan for readers elsewhere: whoever hears it, and whose browser speaks another language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bedside import counts
from tests.bedside.people import MAN_OF_68, SMALL
from tests.swept import swept

HEARD = Path(__file__).with_name("heard.yml").read_text(encoding="utf-8")
CALCULATED_AT = re.compile(r"Calculated at: \d{4}-\d\d-\d\d \d\d:\d\d, build \w+")


@pytest.fixture(scope="module", params=[swept("de-DE"), swept("fr-FR"), swept("ar-EG"), "fa-IR"])
def elsewhere(browser: Browser, request: pytest.FixtureRequest, site_url: str) -> Iterator[Page]:
    """The plan in a small window of a browser of that language, with Python ready."""
    width, height = SMALL
    context = browser.new_context(
        locale=request.param, viewport={"width": width, "height": height}, service_workers="block"
    )
    page = context.new_page()
    page.goto(f"{site_url}/index.html")
    page.locator(".calculator[data-state=ready]").first.wait_for()
    yield page
    context.close()


def test_the_same_answer_comes_in_every_language_of_a_browser(elsewhere: Page) -> None:
    counts.fill(elsewhere, {**MAN_OF_68, "creatinine": "1,4"})

    expect(elsewhere.locator(".answer-headline")).to_have_text("1,750 mg every 12 hours")
    expect(elsewhere.locator("[data-time]").first).to_have_text(CALCULATED_AT)
    assert [SMALL[0]] == elsewhere.evaluate("[document.documentElement.scrollWidth]")


@pytest.mark.parametrize("elsewhere", ["fa-IR"], indirect=True)
def test_digits_of_another_script_are_refused_by_name_of_the_field(elsewhere: Page) -> None:
    form = counts.form_of(elsewhere)
    form.locator("[name=creatinine]").fill("١٫٤")
    form.locator("[name=creatinine]").blur()

    expect(form.locator("[data-field=creatinine] .field-error")).to_contain_text("Creatinine")
    expect(elsewhere.locator(".answer-headline")).to_have_count(0)


def test_what_is_heard_comes_in_the_order_in_which_it_is_done(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/index.html")
    tab.locator(".calculator[data-state=ready]").first.wait_for()

    counts.fill(tab, MAN_OF_68)

    expect(tab.locator(".calculator").first).to_match_aria_snapshot(HEARD)

"""What to check first: boxes that are ticked on the screen, counted, and printed as ticked."""

import pytest
from playwright.sync_api import Locator, Page

from calc.catalogue import CATALOGUE
from tests.bedside import counts
from tests.bedside.people import MAN_OF_68
from tests.plan import PLAN

CHECKS = CATALOGUE[PLAN].checks


@pytest.fixture
def ticks(tab: Page, site_url: str) -> Locator:
    """The boxes of an answered plan, of which the first two were ticked."""
    tab.goto(f"{site_url}/index.html")
    tab.locator(".calculator[data-state=ready]").first.wait_for()
    counts.fill(tab, MAN_OF_68)
    tab.locator(".checks > summary").click()
    boxes = tab.locator(".checks").get_by_role("checkbox")
    boxes.nth(0).check()
    boxes.nth(1).check()
    return boxes


def heard(page: Page) -> list[str]:
    """Every text that a screen reader finds, with what the style writes before it."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    texts = (each for each in tree if each.get("role", {}).get("value") == "StaticText")
    return ["" if "name" not in each else each["name"]["value"] for each in texts]


def test_what_is_ticked_is_counted(ticks: Locator) -> None:
    said = " ".join("".join(heard(ticks.page)).split())

    assert ticks.count() == len(CHECKS)
    assert f"2 of {len(CHECKS)} checked" in said


def test_what_is_ticked_is_printed_as_ticked(ticks: Locator) -> None:
    ticks.page.emulate_media(media="print")

    ticked = ticks.first.screenshot()
    ticks.first.evaluate("box => { box.checked = false; }")

    assert ticked != ticks.first.screenshot()

"""Where a browser keeps nothing for anyone, the reference can be read all the same."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from setup.browsers import CHROMIUM
from tests.server import Serve
from tests.site.conftest import searched


@pytest.fixture
def without_storage(playwright: Playwright, tmp_path: Path) -> Iterator[Page]:
    """A page of a browser that is set to block all cookies, and with them every storage."""
    settings = tmp_path / "Default" / "Preferences"
    settings.parent.mkdir()
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    settings.write_text(json.dumps(blocked), encoding="utf-8")
    with playwright.chromium.launch_persistent_context(
        tmp_path, executable_path=CHROMIUM.path(), args=["--no-sandbox"]
    ) as browser:
        yield browser.pages[0]


def test_where_all_storage_is_blocked_the_search_works_and_the_switch_of_colours_too(
    without_storage: Page, site: Path, serve: Serve
) -> None:
    page = without_storage
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(error.message))
    page.goto(f"{serve(site).url}/about.html")

    assert not page.evaluate("localStorage instanceof Storage")
    searched(page, "aciclovir")
    page.keyboard.press("Escape")
    for scheme in ("default", "slate"):
        page.locator("label[for^=__palette]:visible").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    assert [] == faults

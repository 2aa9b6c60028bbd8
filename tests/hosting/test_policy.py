"""Under the policy of its own build every page works, and tries nothing that is forbidden."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from overrides.release.policy import policy
from overrides.site.build import SITE
from tests.every import of_every
from tests.hosting.conftest import Framed, answered
from tests.hosting.servers import start

USED = ["calculators/foscarnet-plan.html", "embed/foscarnet-plan/index.html", "index.html"]
PAGES = sorted(page.relative_to(SITE).as_posix() for page in SITE.rglob("*.html"))
LISTEN = """
    self.violations = [];
    addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI}) =>
        violations.push(`${violatedDirective}: ${blockedURI}`));
"""


@pytest.fixture(scope="module")
def strict(site: Path) -> Iterator[str]:
    """The address of nginx with our configuration."""
    with start("nginx", "ours", site, policy(site)) as url:
        yield url


def heard(page: Page) -> list[str]:
    """Notes from now on what is forbidden in the page, and returns all that it says."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(LISTEN)
    return said


@of_every(PAGES)
def test_a_page_does_nothing_that_is_forbidden(
    name: str, context: BrowserContext, strict: str, record_property: Callable[[str, Any], None]
) -> None:
    record_property("strict-pages", 1)
    page = context.new_page()
    said = heard(page)
    page.goto(f"{strict}/{name}")
    if page.locator("script[src$='/python.js']").count():
        calculator = page.locator(".calculator").first
        expect(calculator).to_have_attribute("data-state", "ready")
    said += page.evaluate("violations")
    page.close()

    assert [] == said


@pytest.mark.parametrize("name", USED)
def test_a_page_in_use_does_nothing_that_is_forbidden(page: Page, strict: str, name: str) -> None:
    said = heard(page)
    page.goto(f"{strict}/{name}")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    if page.locator(".calculator-button").count():
        page.locator(".calculator-button").first.press("Enter")
        expect(page.locator(".error-summary")).to_be_visible()
        answered(page)
    if page.locator(".md-search").count():
        page.locator("label[for^=__palette]:visible").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        page.locator(".md-search__input").click()
        page.keyboard.type("hypocalcaemia")
        expect(page.locator(".md-search-result__link").first).to_be_attached()

    assert [] == page.evaluate("violations")
    assert [] == said


def test_a_page_may_not_stand_in_a_frame_but_an_embed_may(
    page: Page, strict: str, framed: Framed
) -> None:
    framed(page, f"{strict}/index.html", f"{strict}/embed/foscarnet-plan/")

    expect(page.frame_locator("iframe >> nth=1").locator(".calculator").first).to_be_visible()
    assert "chrome-error://chromewebdata/" == page.frames[1].url


def test_an_injected_script_does_not_run(page: Page, strict: str) -> None:
    page.goto(f"{strict}/index.html")

    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "self.injected = true";
            document.body.append(script);
        }"""
    )

    assert page.evaluate("self.injected ?? null") is None


def test_the_policy_allows_nothing_unsafe(site: Path) -> None:
    said = policy(site)

    assert "'unsafe-inline'" not in said
    assert "'unsafe-eval'" not in said
    assert "http" not in said

"""axe finds nothing on any page, nor in any state of a form, light or dark."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from calc.catalogue import CATALOGUE
from tests.cases import cases
from tests.plan import ANSWERS, PLAN
from tests.site.conftest import SITE, Opener
from tests.typist import can_be_typed

AXE = Axe()
ONLY_VIOLATIONS = {"resultTypes": ["violations"]}
"""Every rule is tried; what it finds in order is not described, which takes as long again."""
PAGES = sorted(
    page.relative_to(SITE).as_posix() for page in SITE.rglob("*.html") if page.name != "404.html"
)
STATES = {
    "empty": {},
    "error": {**ANSWERS, "age": "17"},
    "tick": {**ANSWERS, "weight": "260"},
    "answer": ANSWERS,
    "refusal": {**ANSWERS, "creatinine": "4"},
}
FADED = "() => Promise.allSettled(document.getAnimations().map((each) => each.finished))"
"""Waits until the colours of one scheme have faded into those of the other."""


def findings(page: Page) -> list[str]:
    """What axe finds, a line each."""
    violations = AXE.run(page, options=ONLY_VIOLATIONS).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in violations for node in each["nodes"]]


def findings_in_both_schemes(page: Page) -> list[str]:
    """What axe finds in light, and when the reader's system has gone dark."""
    light = findings(page)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.evaluate(FADED)
    return light + findings(page)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_barrier(kept_tab: Page, site_url: str, path: str) -> None:
    found = []
    for scheme in ("light", "dark"):
        kept_tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        kept_tab.goto(f"{site_url}/{path}")
        found += findings(kept_tab)

    assert [] == found


@pytest.mark.parametrize("state", STATES)
def test_a_form_has_no_barrier(open_calculator: Opener, state: str) -> None:
    form = open_calculator(PLAN)
    if STATES[state]:
        form.submit(STATES[state])
        expect(form.answered).to_be_visible()

    assert [] == findings_in_both_schemes(form.page)


@pytest.mark.parametrize("outcome", ["invalid", "answer", "refusal"])
@pytest.mark.parametrize("name", sorted(CATALOGUE.keys() - {PLAN}))
def test_every_other_calculator_has_no_barrier_either(
    open_calculator: Opener, name: str, outcome: str
) -> None:
    found = (case for case in cases(outcome) if case.calculator == name)
    case = next((each for each in found if can_be_typed(CATALOGUE[name], each.answers)), None)
    form = open_calculator(name)
    form.clear()

    form.submit(case.answers if case else {})
    expect(form.answered).to_be_visible()

    assert [] == findings_in_both_schemes(form.page)


def test_what_a_page_says_against_itself_has_no_barrier(open_calculator: Opener) -> None:
    form = open_calculator(PLAN)
    form.page.evaluate(
        """() => {
            for (const notice of document.querySelectorAll("[data-warning]")) notice.hidden = false;
        }"""
    )
    form.submit(ANSWERS)
    expect(form.answered).to_be_visible()

    assert [] == findings_in_both_schemes(form.page)


def test_there_are_pages_to_look_at() -> None:
    assert Path(SITE / "calculators" / f"{PLAN}.html").relative_to(SITE).as_posix() in PAGES

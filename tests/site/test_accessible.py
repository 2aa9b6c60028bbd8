"""axe finds nothing on any page, nor in any state of a form, light or dark."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from calc.catalogue import CATALOGUE
from tests.cases import cases
from tests.site.conftest import SITE, STARTED, CalculatorPage, can_be_typed
from tests.site.test_journeys import ANSWERS, PLAN

AXE = Axe()
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


def findings(page: Page) -> list[str]:
    """What axe finds, a line each."""
    violations = AXE.run(page).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in violations for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_barrier(page: Page, site_url: str, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{site_url}/{path}")

    assert [] == findings(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_a_form_has_no_barrier(page: Page, site_url: str, state: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{site_url}/calculators/{PLAN}.html")
    form = CalculatorPage(page, PLAN)
    if STATES[state]:
        form.submit(STATES[state])
        expect(form.answered).to_be_visible(timeout=STARTED)

    assert [] == findings(page)


@pytest.mark.parametrize("outcome", ["invalid", "answer", "refusal"])
@pytest.mark.parametrize("name", sorted(CATALOGUE.keys() - {PLAN}))
def test_every_other_calculator_has_no_barrier_either(
    page: Page, site_url: str, name: str, outcome: str
) -> None:
    found = (case for case in cases(outcome) if case.calculator == name)
    case = next((each for each in found if can_be_typed(name, each.answers)), None)
    page.goto(f"{site_url}/calculators/{name}.html")
    form = CalculatorPage(page, name)
    form.clear()

    form.submit(case.answers if case else {})
    expect(form.answered).to_be_visible(timeout=STARTED)

    assert [] == findings(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_page_says_against_itself_has_no_barrier(
    page: Page, site_url: str, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{site_url}/calculators/{PLAN}.html")
    page.evaluate(
        """() => {
            for (const notice of document.querySelectorAll("[data-warning]")) notice.hidden = false;
        }"""
    )
    form = CalculatorPage(page, PLAN)
    form.submit(ANSWERS)
    expect(form.answered).to_be_visible(timeout=STARTED)

    assert [] == findings(page)


def test_there_are_pages_to_look_at() -> None:
    assert Path(SITE / "calculators" / f"{PLAN}.html").relative_to(SITE).as_posix() in PAGES

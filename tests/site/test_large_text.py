"""No text leaves its box or is cut, whatever the reader's font, spacing and size (WCAG 1.4)."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.plan import ANSWERS, PLAN
from tests.site.conftest import CalculatorPage, Opener

WIDEST = {
    **ANSWERS,
    "age": "35",
    "creatinine": "0.7",
    "weight": "350",
    "regimen": "cmv-maintenance-120",
    "access": "peripheral",
    "confirm": "yes",
}
"""The regimen whose doses have the most letters, and a patient whose plan has every card and the
longest figures."""
CARDS = (".answer-card", ".stop-box", ".cautions", ".comparison", ".tiles", ".band-scale")
WIDTHS = [1280, 800, 390, 320]
"""A desktop, a tablet on which form and result stand side by side, two phones."""

SPACING = (  # WCAG 1.4.12, word for word
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
)
TWICE_AS_LARGE = "html { font-size: 250% !important }"  # Material begins at 125 %
READERS = {
    "as it comes": "",
    "serif": "body, body * { font-family: serif !important }",
    "monospace": "body, body * { font-family: monospace !important }",
    "spaced": SPACING,
    "large": TWICE_AS_LARGE,
    "large and spaced": TWICE_AS_LARGE + SPACING,
}
OUTSIDE = """selector => [...document.querySelectorAll(selector)].filter(box => {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const words = document.createRange();
    words.selectNodeContents(box);
    return [...words.getClientRects()].some((word) =>
        word.left < left - 1 || word.right > right + 1 ||
        word.top < top - 1 || word.bottom > bottom + 1);
}).map(box => box.innerText)"""

every_reader = pytest.mark.parametrize("css", READERS.values(), ids=READERS)


def outside(page: Page, boxes: str) -> list[str]:
    """The words of those boxes that some of their words leave."""
    assert page.locator(boxes).count() > 5
    found: list[str] = page.evaluate(OUTSIDE, boxes)
    return found


def beyond(page: Page) -> int:
    """How many pixels the page scrolls sideways."""
    pixels: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return pixels


@pytest.fixture(scope="module")
def plan(shared_page: Opener) -> CalculatorPage:
    """One answer, which every reader below looks at."""
    form = shared_page(PLAN)
    form.submit(WIDEST)
    expect(form.outcome).to_be_visible()
    form.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    return form


@pytest.fixture(scope="module")
def pathway(kept_tab: Page, site_url: str) -> Page:
    """The pathway, which every reader below looks at too."""
    kept_tab.goto(f"{site_url}/pathway.html")
    return kept_tab


@contextmanager
def read_with(page: Page, css: str, width: int) -> Iterator[None]:
    """The page as a reader sees it whose browser adds this style."""
    page.set_viewport_size({"width": width, "height": 900})
    style = page.add_style_tag(content=f":root {{}} {css}")
    yield
    style.evaluate("style => style.remove()")


def test_the_plan_that_is_looked_at_has_every_card(plan: CalculatorPage) -> None:
    assert [] == [card for card in CARDS if plan.outcome.locator(card).count() == 0]


@every_reader
@pytest.mark.parametrize("width", WIDTHS)
def test_a_result_keeps_its_text_and_does_not_scroll_sideways(
    plan: CalculatorPage, width: int, css: str
) -> None:
    with read_with(plan.page, css, width):
        found = outside(plan.page, ".band-scale :is(th, td), .tiles > div")
        pixels = beyond(plan.page)

    assert [] == found
    assert pixels <= 0


@every_reader
@pytest.mark.parametrize("width", WIDTHS)
def test_the_name_of_what_is_folded_stays_in_its_box(
    plan: CalculatorPage, width: int, css: str
) -> None:
    inside = plan.page.locator(".onward > details, .outcome-fold:not(.goes-on), .second-check")
    inside.evaluate_all("all => all.forEach((each) => each.open = false)")
    with read_with(plan.page, css, width):
        found = outside(plan.page, ".outcome details:not([open]) > summary:not(.line-behind > *)")
    inside.evaluate_all("all => all.forEach((each) => each.open = true)")

    assert [] == found


@every_reader
@pytest.mark.parametrize("width", WIDTHS)
def test_the_pathway_keeps_its_text_and_does_not_scroll_sideways(
    pathway: Page, width: int, css: str
) -> None:
    with read_with(pathway, css, width):
        found = outside(pathway, ":is(.pathway-step, .pathway-exit)")
        pixels = beyond(pathway)

    assert [] == found
    assert pixels <= 0


def test_the_doses_of_the_picture_stay_whole_on_paper(plan: CalculatorPage) -> None:
    plan.page.set_viewport_size({"width": 794, "height": 1123})  # A4
    plan.page.emulate_media(media="print")

    assert [] == outside(plan.page, ".band-scale :is(th, td)")

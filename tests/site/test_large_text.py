"""No text leaves its box or is cut, whatever the reader's font, spacing and size (WCAG 1.4)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.cases import named
from tests.plan import ANSWERS, PLAN
from tests.site.conftest import CalculatorPage, Opener
from tests.site.states import UNFOLD
from tests.swept import swept

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
FORM = tuple(f".calculator-form {each}" for each in (".option", ".unit", "legend", "label"))
OTHERS = {
    "foscarnet-schedule": (
        named("timetable-every-8-hours-over-the-year-s-end").answers,
        (*FORM, ".ribbon-lane", ".ribbon-hours", ".comparison-table :is(th, td)"),
    ),
    "foscarnet-redose": (
        named("redose-falls").answers,
        (*FORM, ".trend", ".trend + figcaption", ".comparison-table :is(th, td)"),
    ),
}
"""A timetable and a trend, and the boxes that either has."""
WIDTHS = [1280, 800, 390, 320]
"""A desktop, a tablet on which form and result stand side by side, two phones."""
WIDEST_AND_NARROWEST = [1280, swept(800), swept(390), 320]
"""What `make test` looks at of the others."""

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
    const [words, range] = [document.createTreeWalker(box, NodeFilter.SHOW_TEXT), new Range()];
    const rects = [];
    while (words.nextNode()) {
        range.selectNodeContents(words.currentNode);
        rects.push(...range.getClientRects());
    }
    return rects.some((word) => word.left < left - 1 || word.right > right + 1 ||
        word.top < top - 1 || word.bottom > bottom + 1);
}).map(box => box.textContent)"""
TOUCHING = """() => [...document.querySelectorAll(".axis-figures")].flatMap(({ children }) => {
    const boxes = [...children].map((each) => each.getBoundingClientRect());
    return [...children].filter((_, at) => boxes.slice(at + 1).some((other) =>
        Math.min(boxes[at].right, other.right) > Math.max(boxes[at].left, other.left)
        && Math.min(boxes[at].bottom, other.bottom) > Math.max(boxes[at].top, other.top) + 4));
}).map((each) => each.textContent)"""
"""The figures under an axis that lie on another; that boxes in two rows meet is no fault."""

every_reader = pytest.mark.parametrize("css", READERS.values(), ids=READERS)


def outside(page: Page, *boxes: str) -> list[str]:
    """The words of those boxes that some of their words leave. Each kind must be seen."""
    unseen = [each for each in boxes if not page.locator(each).locator("visible=true").count()]
    assert [] == unseen
    found: list[str] = page.evaluate(OUTSIDE, ", ".join(boxes))
    return found


def beyond(page: Page) -> int:
    """How many pixels the page scrolls sideways."""
    pixels: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return pixels


def answered(form: CalculatorPage, answers: Mapping[str, str]) -> CalculatorPage:
    """A form with its answer, and all that is folded in it."""
    form.submit(answers)
    expect(form.outcome).to_be_visible()
    form.page.evaluate(UNFOLD)
    return form


@pytest.fixture(scope="module")
def plan(shared_page: Opener) -> CalculatorPage:
    """One answer, which every reader below looks at."""
    return answered(shared_page(PLAN), WIDEST)


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest, shared_page: Opener) -> CalculatorPage:
    """Another, which every reader looks at too."""
    return answered(shared_page(request.param), OTHERS[request.param][0])


@pytest.fixture(scope="module")
def pathway(kept_tab: Page, site_url: str) -> Page:
    """The pathway, which every reader below looks at too."""
    kept_tab.goto(f"{site_url}/pathway.html")
    return kept_tab


@contextmanager
def read_with(page: Page, css: str, width: int) -> Iterator[None]:
    """The page as a reader sees it whose browser adds this style, with nothing still on its way."""
    style = page.add_style_tag(content=f"* {{ transition: none !important }} {css}")
    page.set_viewport_size({"width": width, "height": 900})
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
        found = outside(plan.page, ".band-scale :is(th, td)", ".tiles > div", ".vessel > div")
        pixels = beyond(plan.page)

    assert [] == found
    assert pixels <= 0


@every_reader
@pytest.mark.parametrize("width", WIDEST_AND_NARROWEST)
def test_a_form_keeps_its_text(plan: CalculatorPage, width: int, css: str) -> None:
    with read_with(plan.page, css, width):
        found = outside(plan.page, *FORM)

    assert [] == found


@every_reader
@pytest.mark.parametrize("width", WIDEST_AND_NARROWEST)
def test_the_figures_of_an_axis_stay_below_it_and_apart(
    plan: CalculatorPage, width: int, css: str
) -> None:
    with read_with(plan.page, css, width):
        found = plan.page.evaluate(OUTSIDE, ".axis-figures")
        touching = plan.page.evaluate(TOUCHING)

    assert [] == found
    assert [] == touching


def test_an_axis_has_its_figures_where_letters_come_as_large_as_they_are(
    plan: CalculatorPage,
) -> None:
    with read_with(plan.page, "", min(WIDTHS)):
        expect(plan.page.locator(".axis-figures").first).to_be_visible()


@every_reader
@pytest.mark.parametrize("width", WIDEST_AND_NARROWEST)
def test_another_calculator_keeps_its_text_and_does_not_scroll_sideways(
    other: CalculatorPage, width: int, css: str
) -> None:
    with read_with(other.page, css, width):
        found = outside(other.page, *OTHERS[other.name][1])
        pixels = beyond(other.page)

    assert [] == found
    assert pixels <= 0


@every_reader
@pytest.mark.parametrize("width", WIDTHS)
def test_the_name_of_what_is_folded_stays_in_its_box(
    plan: CalculatorPage, width: int, css: str
) -> None:
    inside = plan.page.locator(".outcome-fold:not(.goes-on, .for-checker)")
    inside.evaluate_all("all => all.forEach((each) => each.open = false)")
    with read_with(plan.page, css, width):
        found = outside(plan.page, ".outcome summary:not(.line-behind > *)")
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

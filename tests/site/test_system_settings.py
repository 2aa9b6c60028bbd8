"""What a reader asks of the system: colours of their own in place of ours, and less motion."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.cases import named
from tests.plan import ANSWERS, PLAN
from tests.site.conftest import CalculatorPage, Opener, searched
from tests.site.states import UNFOLD, WITH_CAUTIONS

DRAWN: Mapping[str, Mapping[str, str]] = {
    PLAN: WITH_CAUTIONS,
    "foscarnet-redose": named("redose-falls").answers,
    "foscarnet-schedule": named("timetable-every-8-hours-over-the-year-s-end").answers,
    "band-certainty": named("certainty-lower-band-near").answers,
}
KINDS = {
    PLAN: (".vessels", ".axis", ".sum", ".steps", ".band-scale"),
    "foscarnet-redose": (".trend",),
    "foscarnet-schedule": (".day-ribbon",),
    "band-certainty": (".mark-scale",),
}
"""Answers that hold each kind of picture between them, and which of them each holds."""

SYSTEM = """
    const probe = document.body.appendChild(document.createElement("i"));
    const colour = (name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
    };
    const ground = colour("Canvas");
    const theirs = ["CanvasText", "Highlight", "GrayText", "LinkText"].map(colour);
    probe.remove();
"""
SHAPES = f"""() => {{
    {SYSTEM}
    const paints = (each) => {{
        const {{ backgroundColor, fill, stroke }} = getComputedStyle(each);
        const all = each.matches("svg") ? [backgroundColor]
            : each.matches("line") ? [stroke] : [fill, stroke];
        return all.filter((paint) => !["none", "rgba(0, 0, 0, 0)"].includes(paint));
    }};
    return [...document.querySelectorAll(".outcome :is(svg, svg *)")].map((each) => ({{
        drawn: each.outerHTML.slice(0, 80),
        ours: paints(each).filter((paint) => ![ground, ...theirs].includes(paint)),
        seen: each.matches("svg") || paints(each).some((paint) => paint !== ground),
    }}));
}}"""
"""Every shape of a picture: its colours that are not the reader's, and whether it is seen on the
ground."""
RINGED = f"""(at) => {{
    {SYSTEM}
    const {{ outlineStyle, outlineWidth, outlineColor }} = getComputedStyle(at);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && outlineColor !== ground;
}}"""
WITHOUT_A_MARK = f"""() => [...document.querySelectorAll(".option")]
    .filter((at) => at.checkVisibility())
    .filter((at) => ({RINGED})(at) !== Boolean(at.querySelector(":checked")))
    .map((at) => at.textContent)"""
"""The options that are marked and not chosen, or chosen and not marked."""
FOCUSED = f"""() => {{
    const at = document.activeElement;
    const said = () => at.name || (at.closest("label") ?? at).textContent.slice(0, 60);
    return at.closest(".calculator") && (({RINGED})(at.closest(".option") ?? at) ? "" : said());
}}"""
"""What has the focus, where no ring is seen around it; nothing where the focus is elsewhere."""
MOVES = """() => [...document.querySelectorAll("*")].flatMap((each) =>
    [null, "::before", "::after"].map((part) => getComputedStyle(each, part)).filter((style) =>
        style.scrollBehavior === "smooth" || style.animationName !== "none"
        || style.transitionDuration.split(",").some((each) => parseFloat(each) > 0)
    ).map(() => `${each.tagName} ${each.getAttribute("class")}`))"""
"""What would move or fade, or scroll by and by."""
SPY = """
self.asked = [];
const plain = Element.prototype.scrollTo;
Element.prototype.scrollTo = function (...to) {
    self.asked.push(to[0]?.behavior);
    return plain.apply(this, to);
};
"""

Forced = Literal["active", "none"]
in_either_colours = pytest.mark.parametrize("forced", ["active", "none"])


class Shape(NamedTuple):
    """A shape of a picture; see SHAPES."""

    drawn: str
    ours: list[str]
    seen: bool


def in_their_colours(form: CalculatorPage, answers: Mapping[str, str]) -> Page:
    """The page of an answer, whole, in the colours of the reader's system."""
    form.page.emulate_media(forced_colors="active")
    form.submit(answers)
    expect(form.outcome).to_be_visible()
    form.page.evaluate(UNFOLD)
    return form.page


@pytest.fixture(scope="module", params=DRAWN)
def name(request: pytest.FixtureRequest) -> str:
    """The name of one of those calculators."""
    return str(request.param)


@pytest.fixture(scope="module")
def drawn(name: str, shared_page: Opener) -> Page:
    """Its answer, in those colours."""
    return in_their_colours(shared_page(name), DRAWN[name])


@pytest.fixture(scope="module")
def shapes(drawn: Page) -> list[Shape]:
    """Every shape of its pictures."""
    return [Shape(**each) for each in drawn.evaluate(SHAPES)]


def test_the_kinds_of_pictures_are_there_to_be_seen(name: str, drawn: Page) -> None:
    shown = [kind for kind in KINDS[name] if drawn.locator(kind).first.is_visible()]

    assert [*KINDS[name]] == shown


def test_every_shape_has_colours_of_the_reader(shapes: list[Shape]) -> None:
    assert [] == [each for each in shapes if each.ours]


def test_every_shape_is_another_colour_than_what_it_stands_on(shapes: list[Shape]) -> None:
    assert [] == [each for each in shapes if not each.seen]


@pytest.fixture
def plan(open_calculator: Opener) -> Page:
    """An answered plan in those colours."""
    return in_their_colours(open_calculator(PLAN), ANSWERS)


def test_an_option_has_a_mark_where_it_is_chosen_and_only_there(plan: Page) -> None:
    assert plan.locator(".option:visible:has(:checked)").count() > 5
    assert [] == plan.evaluate(WITHOUT_A_MARK)


@in_either_colours
def test_whatever_has_the_focus_has_a_ring(plan: Page, forced: Forced) -> None:
    plan.emulate_media(forced_colors=forced)
    plan.locator("[name=age]").focus()
    without = []
    while (here := plan.evaluate(FOCUSED)) is not None:
        without += [here] if here else []
        plan.keyboard.press("Tab")

    assert [] == without


@in_either_colours
def test_so_has_a_result_of_the_search_that_the_arrow_keys_have_reached(
    tab: Page, site_url: str, forced: Forced
) -> None:
    tab.emulate_media(forced_colors=forced)
    tab.goto(f"{site_url}/index.html")
    searched(tab, "shingles")
    tab.keyboard.press("ArrowDown")
    reached = tab.locator(".md-search-result__link:focus")
    expect(reached).to_be_visible()

    assert reached.evaluate(RINGED)


@pytest.mark.parametrize("path", ["index", f"embed/{PLAN}/index", "pathway", "404"])
def test_nothing_moves_for_whoever_asks_for_less_motion(
    tab: Page, site_url: str, path: str
) -> None:
    tab.goto(f"{site_url}/{path}.html")
    before = tab.evaluate(MOVES)
    tab.emulate_media(reduced_motion="reduce")

    assert before
    assert [] == tab.evaluate(MOVES)


def test_nor_does_an_answer(open_calculator: Opener) -> None:
    form = open_calculator(PLAN)
    form.page.emulate_media(reduced_motion="reduce")
    form.submit(ANSWERS)
    form.page.evaluate(UNFOLD)

    assert [] == form.page.evaluate(MOVES)
    assert 0 == form.page.evaluate("document.getAnimations().length")


def test_nor_does_the_list_of_sections_that_follows_the_reader(tab: Page, site_url: str) -> None:
    tab.add_init_script(SPY)
    tab.set_viewport_size({"width": 1280, "height": 400})
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(f"{site_url}/giving-foscarnet.html")

    asked = tab.wait_for_function("(scrollBy(0, 200), asked.find(Boolean))", polling=400)

    assert "auto" == asked.json_value()

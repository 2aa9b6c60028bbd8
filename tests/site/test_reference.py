"""What a reader does with the reference: asks for a source, prints a page, opens an old copy."""

from collections import Counter
from datetime import datetime, time, timedelta

import pytest
from playwright.sync_api import Page, expect

from calc.catalogue import CATALOGUE
from calc.pages import STAGES
from calc.present.text import NOT_REVIEWED
from overrides.markdown.components import DRAWN
from tests.docs.pages import NAMES, front_matter
from tests.plan import ANSWERS, PLAN
from tests.site.conftest import SITE, CalculatorPage
from tests.swept import swept

PAGE = "giving-foscarnet"
CARDS = [name.removesuffix(".md") for name in NAMES if name.startswith("cards/")]
MOST_CITED = ["pathway", PAGE, "why-antivirals-fail", "prevention"]
SMALL_OR_COVERED = """() => {
    const boxes = [...document.querySelectorAll(".footnote-ref")].map((link) =>
        ({ link, box: link.getBoundingClientRect() }));
    const cover = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    return boxes.filter(({ box }, at) => box.width < 24 || box.height < 24
        || boxes.slice(at + 1).some((other) => cover(box, other.box))).map(({ link }) => link.href);
}"""
SMALL_ON_PAPER = """() => {
    const page = document.querySelector("article");
    const words = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    const small = new Set();
    while (words.nextNode()) {
        const { parentElement: holder, data } = words.currentNode;
        if (!data.trim() || !holder.checkVisibility()) continue;
        const points = parseFloat(getComputedStyle(holder).fontSize) * 0.75;
        const least = holder.closest(".footnote-ref") ? 7
            : holder.closest(".footnote, .page-review") ? 8 : 10;
        if (points < least - 0.01) small.add(`${points} pt: ${data.trim().slice(0, 40)}`);
    }
    return [...small];
}"""
TABLES_IN_THE_WAY = """() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    const page = document.documentElement.clientWidth;
    const tables = [...document.querySelectorAll(".dose-table")]
        .filter((each) => each.checkVisibility())
        .map((each) => ({ said: each.caption.textContent, box: each.getBoundingClientRect() }));
    const cover = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    return tables.filter(({ box }, at) => box.right > page
        || tables.slice(at + 1).some((other) => cover(box, other.box))).map(({ said }) => said);
}"""
BOXES = """() => [...document.querySelectorAll(".pathway-step, .pathway-exit")].map((box) => {
    box.scrollIntoView({ block: "center", behavior: "instant" });
    const { right, top, bottom } = box.getBoundingClientRect();
    const hit = document.elementFromPoint(right - 8, (top + bottom) / 2)?.closest("a");
    const own = box.closest("li").querySelector("strong > a").hash.slice(1);
    return { own, hit: hit?.hash.slice(1), height: Math.round(bottom - top) };
})"""
HIGHER_THAN_ITS_LINES = """() => [...document.querySelectorAll(":is(p, li):has(> sup)")]
    .filter((each) => !each.querySelector("ul, ol, p, .admonition"))
    .filter((each) => {
        const style = getComputedStyle(each);
        const [above, below, line] = ["paddingTop", "paddingBottom", "lineHeight"].map((name) =>
            parseFloat(style[name]));
        const lines = (each.clientHeight - above - below) / line;
        return Math.abs(lines - Math.round(lines)) > 0.05;
    }).map((each) => each.textContent)"""
BROKEN_HEADS = r"""() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    const page = document.querySelector("article");
    const words = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (words.nextNode()) {
        const { parentElement: holder, data } = words.currentNode;
        if (!holder.closest(".dose-table th") || !holder.checkVisibility()) continue;
        for (const { 0: word, index } of data.matchAll(/\p{L}+/gu)) {
            const range = document.createRange();
            range.setStart(words.currentNode, index);
            range.setEnd(words.currentNode, index + word.length);
            if (range.getClientRects().length > 1) broken.push(word);
        }
    }
    return broken;
}"""
WITH_WIDE_TABLES = [
    name
    for name, each in CATALOGUE.items()
    if len(each.reference) > 1 and any(len(table.heads) > 2 for table in each.reference)
]
SHOWN = [name.removesuffix(".md") for name in NAMES]
OF_THE_SITE = [
    name for name in SHOWN if name.startswith(("evidence/", "hosting/", "project/", "safety/"))
]
OF_A_FORM = [f"calculators/{name}" for name in CATALOGUE if name != PLAN]
OF_CARE = [name for name in SHOWN if name not in (*OF_THE_SITE, *OF_A_FORM)]
WITH_LONG_HEADS = ["aciclovir-iv", "electrolytes", "oral-antiviral", "prophylaxis", "vaccine-dates"]
WIDEST = ["index", f"calculators/{PLAN}", "drugs-together", "cards/foscarnet-by-hand", PAGE]
"""Those that hold a form, wide tables, a form to fill in by hand, and most figures."""


def last_day(name: str) -> datetime:
    """Noon of the last day on which a page may be relied on."""
    return datetime.combine(front_matter(f"{name}.md")["review_by"], time(12))


def test_pointing_at_a_citation_shows_its_source(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/{PAGE}.html")

    tab.locator(".footnote-ref").first.hover()

    expect(tab.locator(".md-tooltip2--active")).to_contain_text("US prescribing information")


def test_moving_to_a_citation_by_keyboard_shows_its_source(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/{PAGE}.html")

    tab.locator(".footnote-ref").first.focus()

    expect(tab.locator(".md-tooltip2--active")).to_contain_text("US prescribing information")


def test_a_citation_leads_to_its_note_and_the_note_to_the_bibliography(
    tab: Page, site_url: str
) -> None:
    tab.goto(f"{site_url}/{PAGE}.html")

    tab.locator(".footnote-ref").first.click()
    tab.locator(".footnote").get_by_role("link", name="Where else it is cited").first.click()

    expect(tab).to_have_url(f"{site_url}/evidence/bibliography.html#foscavir-us-label")
    expect(tab.locator("#foscavir-us-label + p + p")).to_contain_text("Giving foscarnet")


def test_references_are_folded_until_a_citation_is_followed(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/{PAGE}.html")
    note = tab.locator("#fn\\:1")
    expect(note).to_be_hidden()

    tab.locator(".footnote-ref").first.click()

    expect(note).to_be_in_viewport()


def test_an_address_that_names_a_note_opens_the_references(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/{PAGE}.html#fn:2")

    expect(tab.locator("#fn\\:2")).to_be_in_viewport()


def test_references_are_open_on_paper(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/{PAGE}.html")
    tab.emulate_media(media="print")

    expect(tab.locator(".references li").last).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", MOST_CITED)
def test_a_citation_can_be_hit_and_moves_no_line(
    kept_tab: Page, site_url: str, name: str, width: int
) -> None:
    kept_tab.set_viewport_size({"width": width, "height": 800})
    kept_tab.goto(f"{site_url}/{name}.html")

    assert [] == kept_tab.evaluate(SMALL_OR_COVERED)
    assert [] == kept_tab.evaluate(HIGHER_THAN_ITS_LINES)
    assert kept_tab.locator(".footnote-ref").count() > 20


@pytest.mark.parametrize("width", [1280, 390])
def test_every_box_of_the_pathway_leads_to_the_section_of_its_step(
    kept_tab: Page, site_url: str, width: int
) -> None:
    kept_tab.set_viewport_size({"width": width, "height": 900})
    kept_tab.goto(f"{site_url}/pathway.html")
    boxes: list[dict[str, str | int]] = kept_tab.evaluate(BOXES)

    stray = [box for box in boxes if box["hit"] != box["own"] or int(box["height"]) < 44]
    ways_out = sum(bool(each.way_out) for each in STAGES)
    assert [] == stray
    assert [each.id for each in STAGES] == list(dict.fromkeys(box["own"] for box in boxes))
    assert len(STAGES) + ways_out == len(boxes)


def test_the_steps_of_the_pathway_can_be_followed_by_keyboard(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/pathway.html")
    tab.get_by_role("link", name="Make an infusion plan").focus()

    tab.keyboard.press("Tab")
    step = tab.get_by_role("article").get_by_role("link", name=STAGES[0].title, exact=True)
    ring = step.evaluate("link => getComputedStyle(link, '::after').outlineWidth")
    tab.keyboard.press("Enter")

    assert "3px" == ring
    expect(tab.locator(f"#{STAGES[0].id}")).to_be_in_viewport()


def test_a_page_past_its_day_says_so_on_the_screen_and_on_paper(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time(last_day(PAGE) + timedelta(days=1))
    page.goto(f"{site_url}/{PAGE}.html")

    expect(page.get_by_role("alert")).to_contain_text("This page is out of date.")
    expect(page.get_by_role("alert")).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(page.locator("[data-warning=overdue]")).to_be_visible()


def test_a_page_opened_from_a_folder_says_so_too(page: Page) -> None:
    page.clock.set_fixed_time(last_day(PAGE) + timedelta(days=1))
    page.goto((SITE / f"{PAGE}.html").as_uri())

    expect(page.get_by_role("alert")).to_be_visible()


def test_a_page_on_its_last_day_does_not_say_so(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time(last_day(PAGE))
    page.goto(f"{site_url}/{PAGE}.html")
    expect(page.locator(".page-review")).to_be_visible()

    expect(page.locator("[data-warning=overdue]")).to_be_hidden()


def test_a_plan_from_an_old_copy_says_so_on_the_screen_and_on_paper(
    page: Page, site_url: str
) -> None:
    form = opened_a_day_too_late(page, site_url)
    expect(page.get_by_role("alert")).to_be_in_viewport()
    form.submit(ANSWERS)
    expect(form.answered).to_be_visible()
    page.emulate_media(media="print")

    expect(page.locator(".calculator-result [data-warning=overdue]")).to_be_visible()


def test_what_warns_lies_over_no_part_of_the_head_of_a_printed_plan(
    page: Page, site_url: str
) -> None:
    form = opened_a_day_too_late(page, site_url)
    form.submit(ANSWERS)
    expect(form.answered).to_be_visible()
    page.emulate_media(media="print")
    warning, *below = (
        page.locator(f".calculator-result {part}").bounding_box()
        for part in ("[data-warning=overdue]", ".patient-label", ".answer-heading")
    )

    assert warning
    assert [] == [box for box in below if not box or box["y"] < warning["y"] + warning["height"]]


def opened_a_day_too_late(page: Page, site_url: str) -> CalculatorPage:
    """The plan's page on the day after it should have been checked again."""
    name = f"calculators/{PLAN}"
    page.clock.set_fixed_time(last_day(name) + timedelta(days=1))
    page.goto(f"{site_url}/{name}.html")
    return CalculatorPage(page, PLAN)


def test_the_page_of_components_shows_each_and_starts_no_python(
    kept_tab: Page, site_url: str
) -> None:
    kept_tab.goto(f"{site_url}/project/components.html")
    heights = {name: kept_tab.locator(f".component-{name}").bounding_box() for name in DRAWN}
    ids: list[str] = kept_tab.evaluate("[...document.querySelectorAll('[id]')].map(({id}) => id)")

    assert [] == [name for name, box in heights.items() if not box or box["height"] < 100]
    assert [] == [id for id, count in Counter(ids).items() if count > 1]
    assert 0 == kept_tab.locator("script[src$='/python.js']").count()


def test_the_page_of_components_is_printed_whole(kept_tab: Page, site_url: str) -> None:
    kept_tab.goto(f"{site_url}/project/components.html")
    kept_tab.emulate_media(media="print")
    hidden = [name for name in DRAWN if not kept_tab.locator(f".component-{name}").is_visible()]
    shown = kept_tab.locator("article h2:visible").count()
    kept_tab.emulate_media(media="screen")

    assert [] == hidden
    assert shown > len(DRAWN)


def test_the_pathway_is_printed_dark_on_light(tab: Page, site_url: str) -> None:
    tab.emulate_media(media="print", color_scheme="dark")
    tab.goto(f"{site_url}/pathway.html")

    expect(tab.locator(".pathway-step").first).to_have_css("background-color", "rgb(238, 244, 246)")
    expect(tab.locator(".pathway-step").first).to_have_css("color", "rgb(0, 0, 0)")


@pytest.mark.parametrize("name", [*MOST_CITED, "pitfalls", "glossary"])
def test_a_page_of_the_reference_is_printed_in_ten_points_without_its_buttons(
    kept_tab: Page, site_url: str, name: str
) -> None:
    kept_tab.goto(f"{site_url}/{name}.html")
    kept_tab.emulate_media(media="print")
    small = kept_tab.evaluate(SMALL_ON_PAPER)
    buttons = kept_tab.locator(".md-button:visible").count()
    kept_tab.emulate_media(media="screen")

    assert ([], 0) == (small, buttons)


@pytest.mark.parametrize("name", [*MOST_CITED, *CARDS, "index", f"calculators/{PLAN}"])
def test_on_paper_a_page_says_that_it_is_not_reviewed(
    kept_tab: Page, site_url: str, name: str
) -> None:
    kept_tab.goto(f"{site_url}/{name}.html")
    kept_tab.emulate_media(media="print")
    printed = kept_tab.locator("body").inner_text()
    kept_tab.emulate_media(media="screen")

    assert NOT_REVIEWED in printed


def test_a_claim_of_the_starting_text_is_two_links_from_home(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/index.html")
    tab.get_by_text("For whom, and how sure this is").click()

    tab.get_by_role("link", name="What the starting text says").first.click()
    tab.get_by_role("link", name="Continue for six weeks after the proteasome inhibitor").click()

    expect(tab.locator("#claim-40")).to_be_in_viewport()


@pytest.mark.parametrize(
    "names",
    [WIDEST, swept(OF_CARE), swept(OF_A_FORM), swept(OF_THE_SITE)],
    ids=["widest", "care", "forms", "site"],
)
def test_every_page_fits_the_narrowest_phone(
    kept_tab: Page, site_url: str, names: list[str]
) -> None:
    kept_tab.set_viewport_size({"width": 320, "height": 800})
    wider = []
    for name in names:
        kept_tab.goto(f"{site_url}/{name}.html")
        if kept_tab.evaluate("document.documentElement.scrollWidth") > 320:
            wider.append(name)

    assert [] == wider


@pytest.mark.parametrize("name", WITH_WIDE_TABLES)
def test_no_table_of_doses_stands_on_another_or_beyond_the_page(
    kept_tab: Page, site_url: str, name: str
) -> None:
    kept_tab.goto(f"{site_url}/calculators/{name}.html")
    offences = []
    for width in (500, 560, 900, 1280):
        kept_tab.set_viewport_size({"width": width, "height": 800})
        offences += [f"{width}: {said}" for said in kept_tab.evaluate(TABLES_IN_THE_WAY)]

    assert [] == offences


def test_no_word_at_the_head_of_a_row_or_a_column_is_broken_on_a_phone(
    kept_tab: Page, site_url: str
) -> None:
    broken = []
    for name in WITH_LONG_HEADS:
        kept_tab.goto(f"{site_url}/calculators/{name}.html")
        for width in (390, 320):
            kept_tab.set_viewport_size({"width": width, "height": 800})
            broken += [(name, width, word) for word in kept_tab.evaluate(BROKEN_HEADS)]

    assert [] == broken

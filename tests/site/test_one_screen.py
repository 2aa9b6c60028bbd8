"""A plan on one screen: what it asks of a person is counted on the page, within its bounds."""

import pytest
from playwright.sync_api import Locator, Page, expect

from calc.catalogue import CATALOGUE
from calc.present.second_check import SAME
from overrides.markdown.bedside import NOW, ROWS
from tests.bedside import counts
from tests.bedside.people import DESKTOP, MAN_OF_68, PHONE, SMALL
from tests.bedside.result import stored
from tests.every import of_every
from tests.plan import PLAN
from tests.typist import fill_in

Size = tuple[int, int]


def opened(page: Page, site_url: str, size: Size) -> Page:
    """The first page on a screen of this size, with Python ready."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{site_url}/index.html")
    page.locator(".calculator[data-state=ready]").first.wait_for()
    return page


def most(name: str) -> float:
    """The most that a count may be, as the page says it."""
    goal = ROWS[name].most
    assert goal is not None
    return goal


def tops(form: Locator) -> list[float]:
    """How far down each control of a form begins."""
    found: list[float] = form.locator("input, button").evaluate_all(
        "controls => controls.map(each => each.getBoundingClientRect().top)"
    )
    return found


@pytest.fixture
def answered(tab: Page, site_url: str) -> Page:
    """The plan, answered on a desktop."""
    counts.fill(opened(tab, site_url, DESKTOP), MAN_OF_68)
    return tab


@pytest.fixture(scope="module")
def kept_answer(kept_tab: Page, site_url: str) -> Page:
    """The same, answered once for all who only look at it and do not mind where it was scrolled."""
    counts.fill(opened(kept_tab, site_url, DESKTOP), MAN_OF_68)
    return kept_tab


def test_nothing_is_scrolled_up_to_the_answer(tab: Page, site_url: str) -> None:
    _, scrolls = counts.travel(opened(tab, site_url, DESKTOP), MAN_OF_68)

    assert scrolls <= most("scrolls_to_answer")


def test_the_card_and_the_form_are_on_one_screen(kept_answer: Page) -> None:
    lowest = (counts.PRINT, ".stop-box", ".calculator-reset")

    assert [] == [what for what in lowest if counts.below(kept_answer, what)]


def test_enter_leads_to_a_card_in_sight_without_a_scroll(kept_answer: Page) -> None:
    age = kept_answer.locator("[name=age]").first
    age.focus()
    kept_answer.evaluate("scrollTo({ top: 0, behavior: 'instant' })")

    age.press("Enter")

    expect(kept_answer.locator(".answer-heading").first).to_be_focused()
    assert kept_answer.evaluate("scrollY") == 0


FRAME = 960
"""Pixels: the height that the page on embedding gives a plain frame, so that its result does not
scroll in a page that scrolls."""


WITH_THREE_CAUTIONS = {**MAN_OF_68, "creatinine": "2.1"}


@pytest.mark.parametrize("width", [1200, 1280])
@pytest.mark.parametrize(("answers", "cautions"), [(MAN_OF_68, 0), (WITH_THREE_CAUTIONS, 3)])
def test_an_answered_frame_needs_no_more_than_its_height(
    tab: Page, site_url: str, width: int, answers: dict[str, str], cautions: int
) -> None:
    tab.set_viewport_size({"width": width, "height": FRAME})
    tab.goto(f"{site_url}/embed/foscarnet-plan/index.html")

    counts.fill(tab, answers)

    assert tab.locator("[data-caution]").count() == cautions
    assert tab.evaluate("document.body.getBoundingClientRect().height") <= FRAME


def unfold_the_working(page: Page) -> None:
    """The fold for whoever checks, and the working in it."""
    page.locator(".for-checker > summary").click()
    page.locator(".working > summary").click()


def test_the_card_stays_in_sight_beside_the_working_on_a_high_screen(
    tab: Page, site_url: str
) -> None:
    counts.fill(opened(tab, site_url, (1280, 960)), WITH_THREE_CAUTIONS)
    unfold_the_working(tab)

    tab.locator(".working li").last.scroll_into_view_if_needed()

    expect(tab.locator(".answer-headline")).to_be_in_viewport(ratio=1)


def test_all_of_a_card_that_is_higher_than_the_screen_can_be_scrolled_to_beside_the_working(
    tab: Page, site_url: str
) -> None:
    counts.fill(opened(tab, site_url, DESKTOP), WITH_THREE_CAUTIONS)
    unfold_the_working(tab)

    tab.evaluate("scrollTo(0, 0)")
    tab.mouse.move(900, 400)
    tab.mouse.wheel(0, DESKTOP[1] / 2)

    expect(tab.locator(".stop-box")).to_be_in_viewport(ratio=1)
    expect(tab.locator(".goes-on > summary")).to_be_in_viewport(ratio=1)


def test_what_is_reached_by_keys_is_in_sight_though_the_card_is_higher_than_the_screen(
    tab: Page, site_url: str
) -> None:
    counts.fill(opened(tab, site_url, DESKTOP), WITH_THREE_CAUTIONS)

    tab.locator(".stop-box summary").last.focus()
    for _ in range(tab.locator(".outcome-main summary").count()):
        expect(tab.locator(":focus")).to_be_in_viewport(ratio=1)
        tab.keyboard.press("Shift+Tab")


def test_a_card_that_is_unfolded_far_down_does_not_take_its_field_out_of_sight(
    tab: Page, site_url: str
) -> None:
    counts.fill(opened(tab, site_url, DESKTOP), WITH_THREE_CAUTIONS)
    unfold_the_working(tab)
    tab.locator(".goes-on > summary").click()
    form = tab.locator(".onward > details").last
    form.locator("> summary").click()

    field = form.locator("[type=text]:visible").last
    field.click()

    expect(field).to_be_in_viewport(ratio=1)


def test_a_form_can_be_worked_by_hand_after_something_was_typed(tab: Page, site_url: str) -> None:
    page = opened(tab, site_url, DESKTOP)
    page.locator("[name=age]").first.fill("6")

    page.locator(".by-hand > summary").click()

    expect(page.locator(".by-hand > :not(summary)").first).to_be_visible()


def test_the_header_is_as_high_as_before_while_somebody_searches(tab: Page, site_url: str) -> None:
    header = opened(tab, site_url, DESKTOP).locator(".md-header")
    before = header.bounding_box()

    tab.locator(".md-search__input").click()
    expect(tab.locator(".md-search-result__meta")).to_be_visible()

    assert before == header.bounding_box()


def test_what_came_of_a_second_check_is_not_covered(answered: Page) -> None:
    answered.locator(".second-check > summary").click()
    fill_in(answered.locator(".second-check"), CATALOGUE[PLAN], MAN_OF_68)

    said = answered.locator(".entered-twice").bounding_box()
    card = answered.locator(".second-check .answer-card").bounding_box()

    assert said
    assert card
    assert said["y"] + said["height"] <= card["y"]


@pytest.mark.parametrize(
    ("answers", "comes"),
    [(MAN_OF_68, ".answer"), (MAN_OF_68 | {"creatinine": "5"}, ".refusal"), ({}, ".error-summary")],
    ids=["answer", "refusal", "errors"],
)
def test_what_is_heard_at_once_is_short(
    tab: Page, site_url: str, answers: dict[str, str], comes: str
) -> None:
    page = opened(tab, site_url, DESKTOP)
    fill_in(page, CATALOGUE[PLAN], answers)
    page.locator("[name=age]").first.press("Enter")
    expect(page.locator(comes).first).to_be_visible()

    assert counts.words_heard(page) <= most("words_heard")


def test_the_form_is_within_one_screen_of_a_phone(tab: Page, site_url: str) -> None:
    assert counts.screens(opened(tab, site_url, PHONE), counts.FORM) <= most("screens_form_phone")


def test_an_answered_page_is_within_three_screens_of_a_phone(answered: Page) -> None:
    answered.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})

    assert counts.screens(answered) <= most("screens_page_phone")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=str)
@pytest.mark.parametrize("name", ["index", "pathway", f"embed/{PLAN}/index", f"one-file/{PLAN}"])
def test_that_it_is_not_reviewed_is_said_once_at_the_head_whatever_shows_it(
    tab: Page, site_url: str, name: str, size: Size
) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.goto(f"{site_url}/{name}.html")
    said = tab.locator(":is(.review-notice, .review-badge):visible")

    assert [True] == [
        each.startswith("Not yet clinically reviewed") for each in said.all_inner_texts()
    ]


@of_every(ROWS)
def test_the_page_has_a_count_for_each_row(name: str) -> None:
    assert name in stored()[NOW]


def test_that_both_entries_agree_is_printed(answered: Page) -> None:
    answered.locator(".second-check > summary").click()
    fill_in(answered.locator(".second-check"), CATALOGUE[PLAN], MAN_OF_68)
    said = answered.locator(".entered-twice")
    expect(said).to_have_text(SAME)

    answered.emulate_media(media="print")

    expect(said).to_be_visible()


def test_while_it_is_checked_the_first_answer_is_neither_seen_nor_printed_but_its_form(
    answered: Page,
) -> None:
    answered.locator(".second-check > summary").click()
    first = answered.locator(".answer-card, .comparison, .tiles").locator("visible=true")
    expect(first).to_have_count(0)
    answered.emulate_media(media="print")

    expect(first).to_have_count(0)
    expect(answered.locator(".second-check form")).to_be_visible()


def test_a_check_that_is_folded_again_leaves_the_answer_to_be_printed(
    answered: Page,
) -> None:
    summary = answered.locator(".second-check > summary")
    summary.click()
    summary.click()
    answered.emulate_media(media="print")

    expect(answered.locator(".answer-card").first).to_be_visible()


def test_a_check_that_is_unfolded_is_in_sight(answered: Page) -> None:
    for width, height in (DESKTOP, PHONE, SMALL):
        answered.set_viewport_size({"width": width, "height": height})
        answered.locator(".second-check > summary").click()

        expect(answered.locator(".second-check > summary")).to_be_in_viewport(ratio=1)
        expect(answered.locator(".second-check > .hint")).to_be_in_viewport()

        answered.locator(".second-check > summary").click()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=str)
def test_nothing_moves_while_numbers_are_typed(tab: Page, site_url: str, size: Size) -> None:
    form = counts.form_of(opened(tab, site_url, size))
    form.locator("[name=creatinine_unit]").first.check()
    before = tops(form)

    for name in ("age", "weight", "creatinine"):
        form.locator(f"[name={name}]").fill(MAN_OF_68[name])
    expect(form.locator(".field-read").last).to_be_visible()

    assert before == tops(form)

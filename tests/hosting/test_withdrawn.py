"""A build that was withdrawn: each copy that learns of it locks its calculators, and says why."""

from pathlib import Path

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from overrides.safety.withdrawn import served
from tests.hosting.conftest import PLAN_PAGE, Framed, answered, expected
from tests.hosting.firefox import Firefox
from tests.hosting.visits import NEWER, Visited, build_of, replace_by_newer
from tests.safety.withdrawals import withdrawal
from tests.server import Serve

COMES_BACK = "document.dispatchEvent(new Event('visibilitychange'))"
ACTIVATED = """async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active.state !== "activated") {
        await new Promise((changed) => active.addEventListener("statechange", changed));
    }
}"""
"""Waits until what is kept of other builds is forgotten."""
ASKS = """async () => {
    const section = document.querySelector("article .calculator");
    section.inert = false;
    section.querySelector("[type=submit]").click();
    const { calculator } = section.dataset;
    const asked = python.ask(JSON.stringify({ calculator, answers: {} }));
    return asked.then(() => "answered", () => "none");
}"""
"""What a script of another could do: it opens the form, presses its button, and asks Python."""
BANNER = ".md-banner [data-warning=withdrawn]"
ALL_LOCKED = "[...document.querySelectorAll('article .calculator')].every((each) => each.inert)"
STOP = "Stop. Do not use this copy"
WHY = "Doses of 40 mg/kg were too high. Patients below 1 mL/min/kg. Reckon each dose again."
"""What the notice of these tests says, in the order in which a copy says it."""


def withdraw(site: Path, newer: bool = True) -> None:
    """Puts a newer build there that withdraws the one of the site; or its release.js alone."""
    text = served(NEWER, [withdrawal(build_of(site))])
    if newer:
        replace_by_newer(site)
    (site / "release.js").write_text(text, encoding="utf-8")


def usable(place: Page | Frame) -> list[str]:
    """The controls of a page's calculators that can have the focus, and so be used."""
    controls: list[str] = place.evaluate(
        """() => {
            const all = [...document.querySelectorAll(".calculator-form :is(input, button)")];
            if (!all.length) throw new Error("there is no form");
            const focused = (each) => (each.focus(), document.activeElement === each);
            return all.filter(focused).map((each) => each.outerHTML);
        }"""
    )
    return controls


def middle(of: Locator) -> tuple[float, float]:
    """Where the mouse hits it."""
    of.scroll_into_view_if_needed()
    box = of.bounding_box() or pytest.fail("it is not there")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_an_open_page_that_learns_of_it_takes_its_result_away_and_says_why(
    visit: Visited, copy: Path
) -> None:
    here = visit()
    answered(here.page)
    withdraw(copy)
    here.page.evaluate(COMES_BACK)

    expect(here.page.locator(here.warning("withdrawn"))).to_contain_text(STOP)
    expect(here.page.locator(here.warning("withdrawn"))).to_contain_text(WHY)
    expect(here.page.locator(".outcome")).to_have_count(0)
    expect(here.page.locator("article > [data-warning=withdrawn]")).to_be_visible()


def test_it_computes_nothing_more(visit: Visited, copy: Path) -> None:
    here = visit()
    answered(here.page)
    assert [] != usable(here.page)
    withdraw(copy)
    here.page.evaluate(COMES_BACK)
    expect(here.page.locator(here.warning("withdrawn"))).to_be_visible()
    age = here.page.locator("[name=age]").first
    here.page.mouse.click(*middle(age))
    here.page.keyboard.type("68")

    assert "" == age.input_value()
    assert [] == usable(here.page)


def test_a_script_that_presses_and_asks_gets_no_answer(visit: Visited, copy: Path) -> None:
    here = visit()
    answered(here.page)
    assert "answered" == here.page.evaluate(ASKS)
    withdraw(copy)
    here.page.evaluate(COMES_BACK)
    expect(here.page.locator(here.warning("withdrawn"))).to_be_visible()

    assert "none" == here.page.evaluate(ASKS)
    expect(
        here.page.locator(".calculator-errors, .calculator-result").locator("> *")
    ).to_have_count(0)


def test_an_answer_that_was_under_way_does_not_come(visit: Visited, copy: Path) -> None:
    withdraw(copy, newer=False)
    here = visit(stalls={"py.bin": 0})
    expect(here.page.locator(here.warning("withdrawn"))).to_be_visible()
    here.server.released.set()
    here.page.wait_for_timeout(2_000)

    expect(here.page.locator(".outcome")).to_have_count(0)


def test_a_frame_in_a_sandbox_learns_of_it(
    page: Page, copy: Path, serve: Serve, framed: Framed
) -> None:
    framed(page, f"{serve(copy).url}/embed/foscarnet-plan/", sandbox="allow-scripts")
    frame = page.frames[1]
    answered(frame)
    withdraw(copy)
    frame.evaluate(COMES_BACK)

    expect(frame.locator(".md-banner [data-warning=withdrawn]")).to_contain_text(WHY)
    expect(frame.locator(".outcome")).to_have_count(0)
    assert [] == usable(frame)


def test_the_newer_release_js_alone_is_enough(visit: Visited, copy: Path) -> None:
    withdraw(copy, newer=False)
    here = visit()

    expect(here.page.locator(here.warning("withdrawn"))).to_contain_text(WHY)
    assert [] == usable(here.page)


def test_a_copy_in_a_folder_learns_of_it(page: Page, copy: Path) -> None:
    withdraw(copy, newer=False)
    page.goto((copy / PLAN_PAGE).as_uri())

    expect(page.locator(BANNER)).to_contain_text(WHY)
    assert [] == usable(page)


@pytest.mark.parametrize("in_a_folder", [False, True], ids=["server", "folder"])
def test_firefox_locks_it_too(
    firefox: Firefox, copy: Path, serve: Serve, in_a_folder: bool
) -> None:
    withdraw(copy, newer=False)
    url = (copy / PLAN_PAGE).as_uri() if in_a_folder else f"{serve(copy).url}/{PLAN_PAGE}"
    firefox.open(url)
    firefox.wait_for(f"document.querySelector('{BANNER}').checkVisibility()")

    assert WHY in firefox.evaluate(f"document.querySelector('{BANNER}').innerText")
    assert firefox.evaluate(ALL_LOCKED)


def test_what_arrives_cut_says_nothing_and_locks_once_it_is_whole(
    visit: Visited, copy: Path
) -> None:
    withdraw(copy, newer=False)
    release = copy / "release.js"
    whole = release.read_text(encoding="utf-8")
    release.write_text(whole[:-20], encoding="utf-8")
    here = visit()
    assert expected() == answered(here.page)
    release.write_text(whole, encoding="utf-8")
    here.page.evaluate(COMES_BACK)

    expect(here.page.locator(here.warning("withdrawn"))).to_contain_text(WHY)
    assert [] == usable(here.page)


def test_a_kept_copy_that_learned_of_it_stays_locked_without_a_network(
    visit: Visited, copy: Path
) -> None:
    here = visit().kept()
    withdraw(copy, newer=False)
    here.page.evaluate(COMES_BACK)
    expect(here.page.locator(here.warning("withdrawn"))).to_be_visible()
    while len(here.page.evaluate("caches.keys()")) < 2:
        here.page.wait_for_timeout(100)
    here.without_network().page.reload()

    expect(here.page.locator(here.warning("kept"))).to_be_visible()
    expect(here.page.locator(here.warning("withdrawn"))).to_contain_text(WHY)
    assert [] == usable(here.page)


def test_a_first_visit_that_learned_of_it_is_remembered_by_the_copy_made_after_it(
    visit: Visited, copy: Path
) -> None:
    withdraw(copy, newer=False)
    here = visit().kept()
    here.page.evaluate(ACTIVATED)
    here.without_network().page.reload()

    expect(here.page.locator(here.warning("kept"))).to_be_visible()
    expect(here.page.locator(here.warning("withdrawn"))).to_contain_text(WHY)
    assert [] == usable(here.page)


def test_the_newer_build_in_its_place_is_not_locked(visit: Visited, copy: Path) -> None:
    here = visit()
    withdraw(copy)
    here.page.evaluate(COMES_BACK)
    here.page.locator(here.warning("withdrawn")).get_by_role("button").click()
    expect(here.page.locator("meta[name=build]")).to_have_attribute("content", NEWER)

    assert expected() == answered(here.page)
    expect(here.page.locator(here.warning("withdrawn"))).to_be_hidden()


def test_once_the_newer_build_is_kept_nothing_else_is_remembered(
    visit: Visited, copy: Path
) -> None:
    here = visit().kept()
    withdraw(copy)
    here.page.evaluate(COMES_BACK)
    here.page.locator(here.warning("withdrawn")).get_by_role("button").click()

    here.keeps(NEWER)


@pytest.mark.parametrize("name", ["index.html", "calculators/foscarnet-plan.html"])
def test_nothing_is_asked_for_that_was_not_asked_for_before(
    page: Page, visit: Visited, copy: Path, name: str
) -> None:
    page.add_init_script("delete Navigator.prototype.serviceWorker")  # a copy asks for all there is
    here = visit(name)
    expect(page.locator(".calculator[data-state=ready]").first).to_be_attached()
    before = {path.partition("?")[0] for path in here.server.asked}
    withdraw(copy, newer=False)
    here.page.evaluate(COMES_BACK)
    expect(here.page.locator(here.warning("withdrawn"))).to_be_visible()

    assert before == {path.partition("?")[0] for path in here.server.asked}

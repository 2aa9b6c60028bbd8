"""axe finds nothing on any page, nor in any state of a form, light or dark.

`make test` looks at whatever is built of something new, `make sweep` at all the others, and at the
pages in the dark: what differs there are the colours of one palette.
"""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from calc.catalogue import CATALOGUE, run
from calc.present.form import render_form
from calc.present.result import render_html, summary
from tests.cases import Case, cases
from tests.plan import ANSWERS, PLAN
from tests.present.reading import Element, read
from tests.server import Serve
from tests.site.conftest import SITE, Opener, searched
from tests.site.states import ASKED, STATES
from tests.swept import swept
from tests.typist import can_be_typed

AXE = Axe()
Scheme = Literal["light", "dark"]
Count = Callable[[str, Any], None]
ONLY_VIOLATIONS: dict[str, object] = {"resultTypes": ["violations"], "preload": False}
"""Every rule is tried; what it finds in order is not described, which takes as long again."""
OF_COLOURS = {**ONLY_VIOLATIONS, "runOnly": {"type": "tag", "values": ["cat.color"]}}
"""What a page in the dark is tried for: the rest is the same as in light."""
PAGES = sorted(page.relative_to(SITE).as_posix() for page in SITE.rglob("*.html"))
PAGES_OF_A_KIND = (
    *(f"calculators/{PLAN}.html", f"embed/{PLAN}/index.html", "cards/foscarnet-by-hand.html"),
    *("404.html", "index.html", "pathway.html", "giving-foscarnet.html", "glossary.html"),
    *("project/bedside.html", "project/decisions/0001-four-rooms.html", "safety/notices.html"),
)
"""A page of the reference is built as that of giving foscarnet, a record as the first, a page of a
calculator, for frames too, as the plan's; what other forms are built of is looked at below."""
Within = Mapping[str, list[list[str]]]
WHOLE: Within = {"include": [["html"]]}
CALCULATOR: Within = {"include": [[".calculator"]]}
"""The page around a form is looked at without its outcome."""
INSIDE: Within = {**WHOLE, "exclude": [[".md-header"], [".md-sidebar"], [".md-footer"]]}
"""What stands around the text is the same on every page."""
WITH_ALL_AROUND = (
    *("404.html", "index.html", "giving-foscarnet.html"),
    "project/decisions/0001-four-rooms.html",
)
"""Pages where that is looked at too: that for what is missing, whose head is its own, the first,
one of the reference, one that lies deeper."""
SEARCH: Within = {"include": [[".md-search"]]}
HEADING = re.compile(r"h\d")
FADED = "() => Promise.allSettled(document.getAnimations().map((each) => each.finished))"
"""Waits until the colours of one scheme have faded into those of the other."""


def outcomes_of_others() -> list[Case]:
    """The first example of each outcome of each calculator but the plan that can be typed."""
    typed = [case for case in cases() if can_be_typed(CATALOGUE[case.calculator], case.answers)]
    first = {(case.calculator, case.outcome): case for case in reversed(typed)}
    return [first[key] for key in sorted(first) if key[0] != PLAN]


def kinds(name: str, answers: Mapping[str, str]) -> set[tuple[str, ...]]:
    """What a form and its outcome are built of: elements in elements, and headings in turn."""
    outcome = run(name, answers)
    html = render_form(CATALOGUE[name], name) + render_html(outcome) + summary(outcome, name)
    within = [*read(html).within()]
    headings = [each.name for each in within if HEADING.fullmatch(each.name)]
    return {(*_kind(each.parent), *_kind(each)) for each in within} | {*pairwise(headings)}


def _kind(element: Element | None) -> tuple[str, str]:
    """An element's name and its classes."""
    return (element.name, element.attributes.get("class", "")) if element else ("", "")


def with_new_kinds(examples: list[Case]) -> list[Case]:
    """Those that are built of something that neither the plan nor an earlier one is built of."""
    seen = set.union(*(kinds(PLAN, answers) for answers in ({}, *ASKED.values())))
    new = []
    for case in examples:
        if not (built := kinds(case.calculator, case.answers)) <= seen:
            new.append(case)
            seen |= built
    return new


OTHERS = outcomes_of_others()
OF_SOMETHING_NEW = {
    *("iv-man-of-70-kg-by-the-us-label", "certainty-lower-band-near", "cidofovir-first-dose"),
    *("together-pentamidine-beside-a-bisphosphonate", "redose-stays"),
    *("next-step-red-flag-of-the-eye", "tablets-valaciclovir-between-50-and-49"),
}
"""Their names: to find them takes as long as to look at one."""


MEASURED = re.compile("height")
"""The style of a sidebar that the theme's script has made as high as the window leaves room."""


def findings(page: Page, scheme: Scheme = "light", within: Within = WHOLE) -> list[str]:
    """What axe finds, a line each."""
    options = OF_COLOURS if scheme == "dark" else ONLY_VIOLATIONS
    violations = AXE.run(page, context=within, options=options).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in violations for node in each["nodes"]]


def findings_in_both_schemes(page: Page, within: Within = CALCULATOR) -> list[str]:
    """What axe finds in light, and when the reader's system has gone dark."""
    light = findings(page, within=within)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.evaluate(FADED)
    return light + findings(page, "dark", within)


@pytest.mark.parametrize(
    "path", [path if path in PAGES_OF_A_KIND else swept(path) for path in PAGES]
)
@pytest.mark.parametrize("scheme", ["light", swept("dark")])
def test_a_page_has_no_barrier(
    kept_tab: Page, site_url: str, path: str, scheme: Scheme, record_property: Count
) -> None:
    record_property(f"axe-{scheme}", 1)
    kept_tab.emulate_media(color_scheme=scheme)
    kept_tab.goto(f"{site_url}/{path}")
    for sidebar in kept_tab.locator(".md-sidebar__scrollwrap:visible").all():
        expect(sidebar).to_have_attribute("style", MEASURED)

    assert [] == findings(kept_tab, scheme, WHOLE if path in WITH_ALL_AROUND else INSIDE)


@pytest.mark.parametrize("state", STATES)
def test_a_form_has_no_barrier(
    tab: Page, site_url: str, serve: Serve, state: str, record_property: Count
) -> None:
    record_property("axe-states", 1)
    STATES[state](tab, site_url, serve)

    assert [] == findings_in_both_schemes(tab)


def test_a_search_that_finds_has_no_barrier(
    tab: Page, site_url: str, record_property: Count
) -> None:
    record_property("axe-states", 1)
    tab.goto(f"{site_url}/index.html")
    searched(tab, "shingles")

    assert [] == findings_in_both_schemes(tab, SEARCH)


def test_a_search_that_finds_nothing_has_no_barrier(
    tab: Page, site_url: str, record_property: Count
) -> None:
    record_property("axe-states", 1)
    tab.goto(f"{site_url}/index.html")
    tab.get_by_role("textbox", name="Search").press_sequentially("qqqqq")
    expect(tab.locator(".search-ways")).to_be_visible()
    expect(tab.locator(".md-search-result__meta")).to_have_text("No matching documents")

    assert [] == findings_in_both_schemes(tab, SEARCH)


@pytest.mark.parametrize(
    "case",
    [case if case.name in OF_SOMETHING_NEW else swept(case) for case in OTHERS],
    ids=lambda case: f"{case.calculator}-{case.outcome}",
)
def test_every_other_calculator_has_no_barrier_either(
    open_calculator: Opener, case: Case, record_property: Count
) -> None:
    record_property("axe-states", 1)
    form = open_calculator(case.calculator)
    form.clear()

    form.submit(case.answers)
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

    assert [] == findings_in_both_schemes(form.page, INSIDE)


def test_whatever_an_outcome_is_built_of_is_looked_at() -> None:
    assert OF_SOMETHING_NEW == {case.name for case in with_new_kinds(OTHERS)}


def test_there_are_pages_to_look_at() -> None:
    assert {*PAGES_OF_A_KIND} <= {*PAGES}

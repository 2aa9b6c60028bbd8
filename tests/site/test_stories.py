"""Invented patients, taken through their whole treatment on a phone, and nothing typed twice."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from calc.catalogue import CATALOGUE
from calc.present.form import NEW_PATIENT
from tests.typist import type_into

STORIES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("stories.toml").read_text(encoding="utf-8")
)["story"]
PHONE = {"width": 390, "height": 844}


def following(before: Page | Locator, calculator: str) -> Locator:
    """The calculator of this name that the answer before leads to, or that the page begins with."""
    return before.locator(f".calculator[data-calculator={calculator}]").first


def going_on(before: Page | Locator, calculator: str) -> Locator:
    """The form of this name among those that follow an answer, unfolded."""
    follow = before.locator("> .calculator-result > .outcome > .goes-on")
    follow.locator("> summary").click()
    section = following(follow, calculator)
    section.locator("xpath=..").locator("> summary").click()
    return section


def filled(section: Locator) -> dict[str, str]:
    """The answers that stand in a form."""
    found: dict[str, str] = section.locator("> form").evaluate(
        """form => Object.fromEntries([...new FormData(form)].filter(([, text]) => text))"""
    )
    return found


def printed(page: Page) -> list[str]:
    """The calculators of whose outcomes anything comes on paper."""
    page.emulate_media(media="print")
    names: list[str] = page.locator(".outcome").evaluate_all(
        """outcomes => outcomes
            .filter(each => each.querySelector(":scope > :not(.goes-on)").checkVisibility())
            .map(each => each.closest(".calculator").dataset.calculator)"""
    )
    page.emulate_media(media="screen")
    return names


def unbroken(page: Page) -> list[str]:
    """What holds an outcome and is kept on one page: the page before it may be left empty."""
    page.emulate_media(media="print")
    found: list[str] = page.locator("*:has(.outcome)").evaluate_all(
        """around => around
            .filter(each => getComputedStyle(each).breakInside !== "auto")
            .map(each => `${each.localName}.${each.className}`)"""
    )
    page.emulate_media(media="screen")
    return found


def walk(page: Page, steps: list[dict[str, Any]]) -> list[str]:
    """What was typed although it stood there, what was not said, and a sheet with another's answer.

    From form to form.
    """
    offences = []
    section: Page | Locator = page
    for number, step in enumerate(steps):
        name = step["calculator"]
        section = going_on(section, name) if number else following(section, name)
        expect(section).to_have_attribute("data-state", "ready")
        already = filled(section).items() & step["answers"].items()
        offences += [f"{name}: {field} is typed twice" for field, _ in sorted(already)]
        type_into(section, CATALOGUE[name], step["answers"])
        section.locator("> form [type=submit]").press("Enter")
        result = section.locator("> .calculator-result > .outcome")
        expect(result.locator(".answer-heading:focus")).to_be_visible()
        shown = (result.text_content() or "").replace("\N{NO-BREAK SPACE}", " ")
        offences += [
            f"{name}: does not say {words}" for words in step["says"] if words not in shown
        ]
        if [name] != (sheet := printed(page)):
            offences.append(f"{name}: prints {sheet}")
        offences += [f"{name}: is kept on one page by {box}" for box in unbroken(page)]
    return offences


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_a_patient_is_taken_through(tab: Page, site_url: str, story: dict[str, Any]) -> None:
    tab.set_viewport_size(PHONE)  # type: ignore[arg-type]
    tab.goto(f"{site_url}/calculators/{story['step'][0]['calculator']}.html")

    assert [] == walk(tab, story["step"])


def test_a_new_patient_finds_every_form_gone_but_the_first(tab: Page, site_url: str) -> None:
    steps = STORIES[0]["step"][:2]
    tab.goto(f"{site_url}/calculators/{steps[0]['calculator']}.html")
    walk(tab, steps)

    tab.get_by_role("button", name=NEW_PATIENT).click()

    assert {} == filled(tab.locator(".calculator"))
    assert [steps[0]["calculator"]] == [
        each.get_attribute("data-calculator") for each in tab.locator(".calculator").all()
    ]


def test_what_is_corrected_above_takes_away_what_came_of_it(tab: Page, site_url: str) -> None:
    steps = STORIES[0]["step"][:2]
    tab.goto(f"{site_url}/calculators/{steps[0]['calculator']}.html")
    walk(tab, steps)

    tab.locator(".calculator-form input[type=text]").first.fill("1")

    expect(tab.locator(".outcome .outcome")).to_have_count(0)

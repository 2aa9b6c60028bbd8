"""Invented patients, taken through their whole treatment on a phone, and nothing typed twice.

Each day leaves a sheet: what is expected of it is worked by hand, in stories.toml. `make sweep`
walks the longest, from the failing tablet to the vaccine; `make test` the others.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from calc.catalogue import CATALOGUE
from calc.model.series import Series
from calc.present.form import NEW_PATIENT
from tests.site.conftest import following, going_on
from tests.swept import swept
from tests.typist import control, type_into

STORIES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("stories.toml").read_text(encoding="utf-8")
)["story"]
LONGEST, *OTHERS = STORIES
PHONE = {"width": 390, "height": 844}
CARD = ":is(.answer-card, .refusal-card)"
ON_A_SHEET = f":scope > * > :not({CARD}), :scope > * > {CARD} > *"
HEADLINE = "heading => (heading.querySelector('.answer-headline') ?? heading).textContent"


def filled(section: Locator) -> dict[str, str]:
    """The answers that stand in a form."""
    found: dict[str, str] = section.locator("> form").evaluate(
        """form => Object.fromEntries([...new FormData(form)].filter(([, text]) => text))"""
    )
    return found


@dataclass(frozen=True)
class Paper:
    """What would come on paper."""

    calculators: list[str]
    """Those of whose outcomes anything is printed."""
    words: str
    """All that is read there."""
    unbroken: list[str]
    """What holds an outcome and is kept on one page: the page before it may be left empty."""
    over_the_label: list[str]
    """What stands where the patient's label is stuck."""


def on_paper(page: Page) -> Paper:
    """What a page prints as it stands."""
    page.emulate_media(media="print")
    found = page.evaluate(
        """loose => {
            const outcomes = [...document.querySelectorAll(".outcome")];
            const around = new Set();
            for (const each of outcomes)
                for (let box = each; (box = box.parentElement); ) around.add(box);
            const printed = outcomes
                .filter(each => each.querySelector(".patient-label").checkVisibility());
            const beside = (each, label) => {
                const [a, b] = [each.getBoundingClientRect(), label.getBoundingClientRect()];
                return !a.height || a.left >= b.right || a.right <= b.left
                    || a.top >= b.bottom || a.bottom <= b.top;
            };
            return {
                calculators: printed
                    .map(each => each.closest(".calculator").dataset.calculator),
                over_the_label: printed.flatMap(outcome => {
                    const label = outcome.querySelector(".patient-label");
                    return [...outcome.querySelectorAll(loose)]
                        .filter(each => !each.contains(label) && !beside(each, label))
                        .map(each => `${each.localName}.${each.className}`);
                }),
                words: document.body.innerText,
                unbroken: [...around]
                    .filter(each => getComputedStyle(each).breakInside !== "auto")
                    .map(each => `${each.localName}.${each.className}`),
            };
        }""",
        ON_A_SHEET,
    )
    page.emulate_media(media="null")
    return Paper(**found)


def spaced(text: str) -> str:
    """A text in one line, with plain spaces."""
    return " ".join(text.split())


def unspaced(text: str) -> str:
    """A text without spaces: on paper a figure's name and value stand in one line or in two."""
    return "".join(text.split())


def write_around(control: Locator, standing: str, whole: str) -> None:
    """Completes rows of which one was begun by the form: what stands is not typed again."""
    before, _, after = whole.partition(standing)
    control.press("Control+Home")
    control.press_sequentially(before)
    control.press("Control+End")
    control.press_sequentially(after)


def answer(section: Locator, name: str, answers: dict[str, str]) -> list[str]:
    """Type what does not stand in a form, send it, and say what was typed although it stood."""
    stands = filled(section)
    calculator = CATALOGUE[name]
    begun = {
        field
        for field, typed in answers.items()
        if isinstance(calculator.inputs[field], Series) and field in stands
    }
    for field in begun:
        write_around(control(section, calculator, field), stands[field], answers[field])
    type_into(section, calculator, {f: a for f, a in answers.items() if f not in begun})
    section.locator("> form [type=submit]").press("Enter")
    return [
        f"{name}: {field} is typed twice" for field, _ in sorted(stands.items() & answers.items())
    ]


def walk(page: Page, steps: list[dict[str, Any]]) -> list[str]:
    """What was typed although it stood there, and what is said or printed otherwise.

    From form to form.
    """
    offences = []
    section: Page | Locator = page
    for number, step in enumerate(steps):
        name = step["calculator"]
        section = going_on(section, name) if number else following(section, name)
        expect(section).to_have_attribute("data-state", "ready")
        offences += answer(section, name, step["answers"])
        heading = section.locator("> .calculator-result > .outcome .answer-heading:focus")
        expect(heading).to_be_visible()
        said = spaced(heading.evaluate(HEADLINE))
        if said != step["headline"]:
            offences.append(f"{name}: says {said}, not {step['headline']}")
        paper = on_paper(page)
        if [name] != paper.calculators:
            offences.append(f"{name}: prints {paper.calculators}")
        sheet, words = [step["headline"], *step["sheet"]], unspaced(paper.words)
        offences += [f"{name}: does not print {it}" for it in sheet if unspaced(it) not in words]
        offences += [f"{name}: prints {it} over the label" for it in paper.over_the_label]
        offences += [f"{name}: is kept on one page by {box}" for box in paper.unbroken]
    return offences


@pytest.mark.parametrize("story", [swept(LONGEST), *OTHERS], ids=lambda story: story["name"])
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

"""Bad input, typed into the real page and handed to a real frame: a sentence, and nothing runs."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Dialog, Frame, Page, Route, expect

from calc.browser import answer
from calc.catalogue import CATALOGUE, run
from calc.model.number import Number
from calc.model.written import Written
from calc.present.markup import typeset
from tests.bad_input.corpus import RECORDS, TYPED, careful
from tests.every import of_every
from tests.plan import ANSWERS, PLAN
from tests.site.conftest import Opener

ALIVE = """() => document.querySelectorAll(
    '.calculator :is(script, img, svg [onload], iframe, object, embed, base, meta, link, style)'
).length"""
"""How much in a calculator could run or load."""
WEIGHTS = [
    row
    for row in TYPED
    if row.field == "weight" and row.times == 1 and row.must not in ("taken", "missing")
]
MARKUP = [row.typed for row in WEIGHTS if row.what == "markup" and "alert" in row.typed][:12]
OTHERS = list({row.what: row.typed for row in WEIGHTS if "\n" not in row.typed}.values())[::9]
HANDED = {
    "markup in every field": dict.fromkeys(ANSWERS, "<img src=x onerror=alert(1)>"),
    "markup in names": {"<img src=x onerror=alert(1)>": "70", "weight": "70"},
    "numbers for texts": {**ANSWERS, "weight": 70},
    "lists and objects": {**ANSWERS, "weight": ["70"], "age": {"value": 66}, "sex": None},
    "a lone surrogate": {**ANSWERS, "weight": "7\ud800"},
    "what is not asked": {**ANSWERS, "weight": "7O", "constructor": "1"},
    "a confirmation": {**ANSWERS, "weight": "20", "confirm": "yes"},
}
AROUND = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Around</title>
<script src="embed.js"></script><dose-calculator name="{name}"></dose-calculator></html>"""


ASKED = [row for row in TYPED if row.field in CATALOGUE[PLAN].inputs and row.must != "taken"]
"""What is bad for a field of the plan."""
ASKED_BY = {
    row.field: PLAN if row.field in CATALOGUE[PLAN].inputs else row.careful.calculator
    for row in TYPED
}
TYPED_INTO = [
    (name, field)
    for field, name in ASKED_BY.items()
    if isinstance(CATALOGUE[name].inputs.get(field), Number | Written)
]
"""The form that asks it, and each field of the corpus that is typed."""
HUGE = [("weight", "[" * 1_000 + "]" * 1_000), ("weight", json.dumps("7" * 1_000_000))]
"""Lists in lists, and a megabyte."""
LONE = re.compile("[\ud800-\udfff]")
"""Half a sign, which a form hands on as one that stands for any."""
IN_TURN = """async ([field, texts]) => {
    const section = document.querySelector(".calculator");
    const places = section.querySelectorAll(".calculator-errors, .calculator-result");
    const note = document.querySelector(".frame-note");
    const control = document.querySelector(`[name="${field}"]`);
    const changed = (nodes) => new Promise((done) => {
        const watch = new MutationObserver(() => { watch.disconnect(); done(); });
        for (const node of nodes) watch.observe(node, { childList: true });
    });
    const told = [];
    for (const text of texts) {
        for (const place of places) place.replaceChildren();
        if (note) {
            const filled = changed([note]);
            parent.document.querySelector("dose-calculator").answers = JSON.parse(text);
            await filled;
        } else control.value = text;
        const answered = changed(places);
        section.querySelector("[type=submit]").click();
        await answered;
        const lines = section.querySelectorAll(".calculator-errors .error-summary li");
        told.push({
            reached: control.value,
            lines: [...lines].map((line) => line.innerText),
            outcomes: section.querySelectorAll(".outcome").length,
            alive: ALIVE,
        });
    }
    return told;
}""".replace("ALIVE", ALIVE.removeprefix("() => "))
"""Types or hands over one text after the other, calculates each time, and tells what came."""


def told_of(place: Page | Frame, field: str, texts: list[str]) -> list[dict[str, Any]]:
    """What comes of each text in turn."""
    found: list[dict[str, Any]] = place.evaluate(IN_TURN, [field, texts])
    return found


def said_of(typed: str) -> list[str]:
    """What plain Python says of a weight."""
    return [typeset(each.text) for each in run(PLAN, {**ANSWERS, "weight": typed}).errors]


def heard(page: Page) -> list[str]:
    """Fills with what a page says in dialogs, which nothing but a script opens."""
    dialogs: list[str] = []

    def hear(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", hear)
    return dialogs


def test_what_is_typed_into_the_page_gets_a_sentence_and_never_runs(shared_page: Opener) -> None:
    form = shared_page(PLAN)
    dialogs = heard(form.page)
    form.clear()
    form.fill(ANSWERS)
    before = form.page.evaluate(ALIVE)
    told = told_of(form.page, "weight", [*MARKUP, *OTHERS])

    assert [] == [
        each
        for each in told
        if (each["lines"], each["outcomes"], each["alive"]) != (said_of(each["reached"]), 0, before)
    ]
    assert [] == dialogs
    assert 12 == len(MARKUP)


@pytest.fixture
def around(tab: Page, site_url: str) -> Page:
    """A page around a frame of the plan, which is ready."""
    page = AROUND.format(name=PLAN)

    def give(route: Route) -> None:
        route.fulfill(body=page, content_type="text/html")

    tab.route(f"{site_url}/around.html", give)
    tab.goto(f"{site_url}/around.html")
    frame = tab.frame_locator("iframe")
    expect(frame.locator(".calculator[data-state=ready]")).to_be_attached()
    return tab


def test_what_a_page_around_hands_over_is_checked_as_if_typed_and_never_runs(around: Page) -> None:
    dialogs = heard(around)
    frame = around.frame_locator("iframe")
    for answers in HANDED.values():
        around.locator("dose-calculator").evaluate(
            "(element, text) => { element.answers = JSON.parse(text); }", json.dumps(answers)
        )
        expect(frame.locator(".frame-note")).to_be_visible()
        frame.locator(".calculator-form input").first.press("Enter")
        expect(frame.locator(".calculator-errors .error-summary")).to_be_visible()
        expect(frame.locator(".calculator-result .outcome")).to_have_count(0)

    assert [] == dialogs


def test_a_message_of_the_page_that_no_form_sends_is_answered_with_what_to_correct() -> None:
    request = {"calculator": PLAN, "answers": {**ANSWERS, "weight": [["70"]], "<b>": True}}

    reply = json.loads(answer(json.dumps(request)))

    assert "invalid" == reply["outcome"]
    assert "<b>" not in reply["summary"]


Count = Callable[[str, Any], None]


@pytest.mark.figures
@of_every(TYPED_INTO, " ".join)
def test_each_bad_text_typed_into_a_form_gets_the_sentences_of_plain_python(
    where: tuple[str, str], shared_page: Opener, record_property: Count
) -> None:
    name, field = where
    texts = [row.text for row in TYPED if row.field == field and row.must != "taken"]
    answers = ANSWERS if name == PLAN else careful(name, field).answers
    form = shared_page(name)
    dialogs = heard(form.page)
    form.clear()
    form.fill(answers)
    before = form.page.evaluate(ALIVE)
    wrong: list[dict[str, object]] = []
    for told in told_of(form.page, field, texts):
        outcome = run(name, {**answers, field: LONE.sub("\ufffd", told["reached"])})
        lines = [typeset(each.text) for each in outcome.errors]
        answered = outcome.kind != "invalid"  # a browser drops line ends, and leaves a number
        if (told["lines"], told["outcomes"] > 0, told["alive"]) != (lines, answered, before):
            wrong.append(told)
    record_property("bad-page", len(texts))

    assert [] == wrong
    assert [] == dialogs


@pytest.mark.figures
def test_each_bad_text_and_record_handed_to_a_frame_gets_a_sentence_or_no_place(
    around: Page, record_property: Count
) -> None:
    dialogs = heard(around)
    frame = around.frames[1]
    before = frame.evaluate(ALIVE)
    handed = [*(json.dumps({**ANSWERS, row.field: row.text}) for row in ASKED), *records()]
    wrong = [
        (text[:200], told)
        for text, told in zip(handed, told_of(frame, "weight", handed), strict=True)
        if not told["lines"] or told["outcomes"] or told["alive"] != before
    ]
    record_property("bad-frame", len(handed))

    assert [] == wrong
    assert [] == dialogs


def records() -> Iterator[str]:
    """The answers of a plan with each piece of JSON in a field of it that a browser can read."""
    others = json.dumps(ANSWERS)[:-1]
    for field, literal in (*((row.field, row.literal) for row in RECORDS), *HUGE):
        if field in CATALOGUE[PLAN].inputs and "NaN" != literal.removeprefix("-") != "Infinity":
            yield f"{others}, {json.dumps(field)}: {literal}}}"

"""Counts on one page, the same for every version of this site: it finds a form by its controls."""

from collections.abc import Mapping
from math import dist
from typing import Any

from playwright.sync_api import Locator, Page, TimeoutError

from tests.typist import LEADS_TO, unfolded

FORM = ".calculator-form, .calculator form"
ANSWER = ".answer-headline, .answer-card .answer-heading"
PRINT = "button[data-print], button.print, .outcome-buttons button:has-text('Print')"
OFFER = ".field-offers button"
TO_COME_BY_ITSELF = 1_000
"""So many ms an answer is waited for before it is asked for: an earlier version had a button."""
MOST_KEYS = 200
"""After so many keys a person has given up."""

Answers = Mapping[str, str]


def form_of(page: Page) -> Locator:
    """The form of the first calculator on a page."""
    return page.locator(FORM).first


def asked(page: Page, answers: Answers) -> dict[str, str]:
    """Those answers for which the form has a control: an earlier version asked for fewer."""
    form = form_of(page)
    return {name: each for name, each in answers.items() if _control(form, name, each).count()}


def fill(page: Page, answers: Answers) -> None:
    """Every answer, without counting; what is folded is opened."""
    form = form_of(page)
    for name, value in answers.items():
        _give(unfolded(_control(form, name, value)), value)
    page.wait_for_timeout(TO_COME_BY_ITSELF)
    if not page.locator(ANSWER).first.is_visible():
        form.locator("[type=submit]").first.evaluate("button => button.click()")
    _answered(page)


def keys(page: Page, answers: Answers) -> int:
    """How many keys a person presses from the first field to the answer, with the keyboard alone.

    Tab to each control, arrows among options, Space or Enter to choose, Enter at the end where no
    answer has come by itself.
    """
    first, left, pressed = next(iter(answers)), dict(answers), 0
    form_of(page).locator(f"[name={first}]").first.focus()
    while left and pressed < MOST_KEYS:
        pressed += _answer_here(page, left)
        if left:
            page.keyboard.press("Tab")
            pressed += 1
    page.wait_for_timeout(TO_COME_BY_ITSELF)
    if page.locator(OFFER).first.is_visible():
        pressed += _go_by_keys(page, OFFER, "Shift+Tab") + 1
        page.keyboard.press("Enter")
        page.wait_for_timeout(TO_COME_BY_ITSELF)
    if not page.locator(ANSWER).first.is_visible():
        page.keyboard.press("Enter")
        pressed += 1
    _answered(page)
    return pressed


def keys_or_none(page: Page, answers: Answers) -> int | None:
    """The same; None where no answer comes of it."""
    try:
        return keys(page, answers)
    except TimeoutError:
        return None


def keys_to_print(page: Page, answers: Answers) -> int:
    """How many keys a person presses from the first field until Print is pressed."""
    return keys(page, answers) + _go_by_keys(page, PRINT, "Tab") + 1


def keys_to_compare(page: Page, answers: Answers) -> int:
    """How many keys a second person presses from an answer until the page says that both agree."""
    fill(page, answers)
    page.locator(ANSWER).first.focus()
    pressed = _go_by_keys(page, ".second-check > summary", "Tab") + 1
    page.keyboard.press("Enter")
    again = page.locator(".second-check form")
    again.wait_for()
    pressed += _go_by_keys(page, f".second-check [name={next(iter(answers))}]", "Tab")
    left = dict(answers)
    while left and pressed < MOST_KEYS:
        pressed += _answer_here(page, left)
        if left:
            page.keyboard.press("Tab")
            pressed += 1
    page.locator(".entered-twice").wait_for(timeout=60_000)
    return pressed


def _go_by_keys(page: Page, to: str, key: str) -> int:
    """How many times a key is pressed until one of these has the focus."""
    pressed = 0
    there = page.locator(to)
    while not there.evaluate_all("all => all.includes(document.activeElement)"):
        page.keyboard.press(key)
        pressed += 1
        assert pressed < MOST_KEYS, f"{to} is not reached by {key}"
    return pressed


def _answer_here(page: Page, left: dict[str, str]) -> int:
    """How many keys answer the control that has the focus; what is answered is left no more."""
    here: dict[str, Any] = page.evaluate(
        """wanted => {
            const at = document.activeElement;
            const fold = at.matches("summary") && at.parentElement;
            const holds = fold && !fold.open && Object.entries(wanted).some(([name, value]) =>
                fold.querySelector(`[name="${name}"][value="${value}"]`));
            const groups = at.type !== "radio" || at.name in wanted ? []
                : [...document.getElementsByName(at.name)].map((each) => each.closest("div"));
            const group = groups.findIndex((each) => Object.entries(wanted).some(([name, value]) =>
                each.querySelector(`[name="${name}"][value="${value}"]`)));
            const all = [...document.getElementsByName(at.name ?? "")].filter((each) =>
                each.form === at.form && each.checkVisibility());
            const values = all.map((each) => each.value);
            return { name: at.name, type: at.type, value: at.value, checked: at.checked,
                holds: Boolean(holds), values, group };
        }""",
        left,
    )
    if here["holds"]:
        page.keyboard.press("Enter")
        return 1
    name = here["name"]
    if here["group"] >= 0:
        return _choose(page, here["group"] - int(here["value"]))
    if name not in left:
        return 0
    value = left[name]
    if here["type"] == "checkbox":
        if here["value"] != value:
            return 0
        del left[name]
        return _choose(page, 0)
    if here["type"] == "text":
        page.keyboard.type(value)
        del left[name]
        return len(value)
    if value not in here["values"]:
        return 0  # in another group
    values: list[str] = here["values"]
    steps = values.index(value) - values.index(here["value"])
    del left[name]
    if here["checked"] and not steps:
        return 0
    return _choose(page, steps)


def _choose(page: Page, steps: int) -> int:
    """How many keys choose the option so many steps from the one that has the focus."""
    for _ in range(abs(steps)):
        page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
    if not steps:
        page.keyboard.press("Space")
    return max(1, abs(steps))


def travel(page: Page, answers: Answers) -> tuple[int, int]:
    """How far the pointer goes, in px, and how often the page is scrolled, up to the answer.

    From control to control in the order of the form. A control out of sight is scrolled to.
    """
    form, at, far, scrolls = form_of(page), (0.0, 0.0), 0.0, 0
    for name, value in answers.items():
        control = _control(form, name, value)
        for closed in control.locator(LEADS_TO).all():
            at, far, scrolls = _go(page, closed, at, far, scrolls)
            closed.click()
        at, far, scrolls = _go(page, control, at, far, scrolls)
        _give(control, value)
    button = form.locator("[type=submit]").first
    page.wait_for_timeout(TO_COME_BY_ITSELF)
    if not page.locator(ANSWER).first.is_visible():
        at, far, scrolls = _go(page, button, at, far, scrolls)
        button.click()
    _answered(page)
    return round(far), scrolls


def _go(
    page: Page, control: Locator, at: tuple[float, float], far: float, scrolls: int
) -> tuple[tuple[float, float], float, int]:
    box = control.bounding_box()
    height = _height(page)
    if box and not 0 <= box["y"] <= height - box["height"]:
        control.scroll_into_view_if_needed()
        scrolls, box = scrolls + 1, control.bounding_box()
    assert box
    there = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    return there, far + dist(at, there), scrolls


def screens(page: Page, of: str = "html") -> float:
    """How many screens high something is, to a tenth."""
    height: float = page.locator(of).first.evaluate("each => each.scrollHeight")
    return round(height / _height(page), 1)


def px_high(page: Page) -> int:
    """How many px high what a page shows is."""
    height: float = page.evaluate("document.body.getBoundingClientRect().height")
    return round(height)


def ms_open(page: Page) -> int:
    """For how many ms the page has been open, by its own clock."""
    open_for: float = page.evaluate("performance.now()")
    return round(open_for)


def below(page: Page, what: str) -> int:
    """How many px of scrolling bring something wholly into view from the top of the page."""
    page.evaluate("scrollTo(0, 0)")
    bottom: float = page.locator(what).first.evaluate("each => each.getBoundingClientRect().bottom")
    return max(0, round(bottom - _height(page)))


def screens_to(page: Page, says: str) -> float | None:
    """How many screens below the top of an answer's heading the first line ends that says this.

    None where nothing that is shown says it.
    """
    px: float | None = page.evaluate(
        """([answer, says]) => {
            const heading = document.querySelector(answer);
            const lines = [...heading.closest(".calculator").querySelectorAll("*")].filter((each) =>
                each.checkVisibility() && new RegExp(says).test(each.innerText)
                && ![...each.children].some((child) => new RegExp(says).test(child.innerText)));
            const line = lines.find((each) => heading.compareDocumentPosition(each) & 4);
            return line ? line.getBoundingClientRect().bottom - heading.getBoundingClientRect().top
                : null;
        }""",
        [ANSWER, says],
    )
    return None if px is None else round(px / _height(page), 1)


def words_read(page: Page) -> int:
    """How many words of an answer are shown before anything is unfolded."""
    read: str = page.locator(ANSWER).first.evaluate(
        "heading => heading.closest('.calculator-result').innerText"
    )
    return len(read.split())


def words_heard(page: Page) -> int:
    """How many words the live regions of the first calculator hold."""
    heard: str = page.evaluate(
        """() => [...document.querySelector(".calculator").querySelectorAll(
            "[aria-live], [role=status], [role=alert], output")]
            .map((each) => each.innerText).join(" ")"""
    )
    return len(heard.split())


def covered(page: Page) -> list[str]:
    """The stops of the Tab key in the form whose middle, with the focus, lies under something."""
    form_of(page).locator("input").first.focus()
    found: list[str] = []
    while True:
        here: str | None = page.evaluate(
            """() => {
                const at = document.activeElement;
                if (!at.closest(".calculator form")) return null;
                const bar = document.querySelector(".calculator-status");
                bar.style.pointerEvents = "auto"; // a press goes through it, a look does not
                const shown = at.closest("label") ?? at;
                const box = shown.getBoundingClientRect();
                const on = document.elementFromPoint(
                    box.x + box.width / 2, box.y + box.height / 2);
                const covered = on && !shown.contains(on) && !on.contains(at);
                return covered ? at.name || at.textContent.trim() : "";
            }"""
        )
        if here is None:
            return found
        found += [here] if here else []
        page.keyboard.press("Tab")


def ms_to_first_card(page: Page, answers: Answers) -> int:
    """How many ms after its last key a form that is answered for the first time shows its card.

    The other answers are given as fast as a script can.
    """
    *before, (name, value) = answers.items()
    form = form_of(page)
    for other, given in before:
        _give(unfolded(_control(form, other, given)), given)
    unfolded(_control(form, name, value)).focus()
    return _ms_from_key_to_card(page, "Space")


def ms_to_card(page: Page) -> int:
    """How many ms after the last key of a number the answered page shows the next card."""
    page.locator("[name=weight]").first.focus()
    page.keyboard.press("End")
    page.keyboard.press(".")
    return _ms_from_key_to_card(page, "5")


def _ms_from_key_to_card(page: Page, key: str) -> int:
    """By the page's own clock; a version that had a button shows none by itself."""
    page.evaluate(
        """() => {
            const result = document.querySelector(".calculator-result");
            self.card = new Promise((shown) => addEventListener("keydown", () => {
                const began = performance.now();
                new MutationObserver((_, watch) => {
                    if (result.dataset.changed || !result.querySelector(".answer-headline")) return;
                    watch.disconnect();
                    requestAnimationFrame(() => shown(performance.now() - began));
                }).observe(result, { childList: true, attributes: true });
            }, { capture: true, once: true }));
        }"""
    )
    page.keyboard.press(key)
    took: float = page.evaluate("self.card")
    return round(took)


def _give(control: Locator, value: str) -> None:
    """Type into a control, or choose it."""
    if control.get_attribute("type") == "text":
        control.fill(value)
    else:
        control.check(force=True)


def _height(page: Page) -> int:
    assert page.viewport_size
    return page.viewport_size["height"]


def _control(form: Locator, name: str, value: str) -> Locator:
    named = form.locator(f'[name="{name}"]')
    text = named.and_(form.locator("[type=text]"))
    return text if text.count() else named.and_(form.locator(f'[value="{value}"]'))


def _answered(page: Page) -> None:
    page.locator(ANSWER).first.wait_for(state="visible", timeout=60_000)

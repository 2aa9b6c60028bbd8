"""Types answers into a form, as a person does: a way for each kind of input, and none left out.

A test that is not about the typing fills a form in at once: each key that is typed is answered.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from playwright.sync_api import Frame, Locator, Page

from calc.model.calculator import Calculator
from calc.model.inputs import CONFIRM, YES, Choice
from calc.model.number import Number
from calc.model.reading import as_shown
from calc.model.series import Series
from calc.model.several import BETWEEN, NONE, Several
from calc.model.written import Moment
from calc.present.fields import only_ticks

LEADS_TO = (
    "xpath=ancestor::details[not(@open)]/summary"
    " | ancestor::div[contains(@class, 'options')]/preceding-sibling::label[@class='option']"
)
"""What is clicked before a control is seen: its fold, or the name of its group."""

FILL_IN = """(form, answers) => {
    const without = Object.entries(answers).filter(([name, text]) => {
        const named = [...form.querySelectorAll(`[name="${name}"]`)];
        const typed = named.find((each) => /^text/.test(each.type));
        if (typed) {
            typed.value = text;
            return false;
        }
        const items = named[0]?.type === "checkbox" ? text.split(/\\s*[,;\\n]\\s*/) : [text];
        const meant = named.filter((each) => items.includes(each.value));
        for (const each of meant) {
            each.checked = true;
            const group = each.closest(".groups > div")?.querySelector("[data-shows]");
            if (group) group.checked = true;
        }
        return !meant.length;
    });
    for (const fold of form.querySelectorAll("details")) fold.open = true;
    form.dispatchEvent(new Event("input", { bubbles: true }));
    return without.map(([name]) => name);
}"""
"""Gives each control its answer, then says once that something was put in."""

Place = Page | Frame | Locator
"""Where a form stands: a page, a frame, or a part of one."""


def can_be_typed(calculator: Calculator[Any], answers: Mapping[str, str]) -> bool:
    """Whether the form has a control for each answer; the others come from programs only."""
    shown = as_shown(calculator, answers)
    return all(name in shown and _has(calculator, name, typed) for name, typed in answers.items())


def _has(calculator: Calculator[Any], name: str, typed: str) -> bool:
    if name == CONFIRM:
        return typed == YES
    if name not in calculator.inputs:
        return False
    match calculator.inputs[name]:
        case Number() | Moment():
            return "\n" not in typed  # a browser drops what would be a second line
        case Series():
            return True
        case Several() as several if only_ticks(several):
            ids = {*(option.id for option in several.options), *([NONE] if several.none else ())}
            return ids.issuperset(items(typed))
        case Several():
            return "\n" not in typed
        case Choice(options=options):
            return typed in [option.id for option in options]
        case kind:
            raise TypeError(f"nobody has said how to type {kind}")


def control(place: Place, calculator: Calculator[Any], name: str, typed: str = "") -> Locator:
    """The control of an answer: where text is typed, or the radio or tick of a value.

    What confirms an input is the tick with its name.
    """
    form = place.locator(".calculator-form").first  # others stand in its result
    named = form.locator(f'[name="{name}"]')
    if name == CONFIRM:
        return named.and_(form.locator(f'[value="{typed}"]'))
    match calculator.inputs[name]:
        case Several() as several if not only_ticks(several):
            return named.and_(form.locator("[type=text]"))
        case Choice() | Several():
            return named.and_(form.locator(f'[value="{typed}"]'))
        case _:
            return named


def type_into(place: Place, calculator: Calculator[Any], answers: Mapping[str, str]) -> None:
    """Type, choose and tick every answer, in the order of the form. What confirms is none."""
    for name in calculator.inputs:
        if name not in answers:
            continue
        declared, typed = calculator.inputs[name], answers[name]
        if isinstance(declared, Choice):
            choose(control(place, calculator, name, typed))
        elif isinstance(declared, Several) and only_ticks(declared):
            for item in items(typed):
                control(place, calculator, name, item).check()
        else:
            unfolded(control(place, calculator, name)).fill(typed)


def fill_in(place: Place, calculator: Calculator[Any], answers: Mapping[str, str]) -> None:
    """Fill in every answer at once, as a page that embeds a calculator does. What confirms is none.

    Raises LookupError for an answer that has no control.
    """
    texts = {name: typed for name, typed in answers.items() if name in calculator.inputs}
    without = place.locator(".calculator-form").first.evaluate(FILL_IN, texts)
    if without:
        raise LookupError(f"no control for {', '.join(without)}")


def choose(option: Locator) -> None:
    """Choose an option, in its group, which is opened first.

    By its key: what was read of the field before appears meanwhile, and may move it from a pointer.
    """
    unfolded(option).press("Space")


def unfolded(control: Locator) -> Locator:
    """A control, once whatever folds it is open, and its group of options is shown."""
    for closed in control.locator(LEADS_TO).all():
        closed.click()
    return control


def items(typed: str) -> Iterable[str]:
    """What stands between the marks of a list."""
    return [item.strip() for item in BETWEEN.split(typed) if item.strip()]

"""The form of a calculator, drawn from its declaration; it is readable without script."""

from collections.abc import Iterator
from typing import Any

from calc.model import units
from calc.model.asking import When
from calc.model.calculator import Calculator
from calc.model.inputs import YES, Choice, Confirmation, Input, Option
from calc.model.number import Number
from calc.model.series import Series
from calc.model.several import NONE, Several
from calc.model.written import Written
from calc.present.markup import Markup, joined, tag
from calc.present.table import draw_tables

NO_SCRIPT = "The calculator needs JavaScript, which is switched off here."
TABLES_BELOW = "The label's tables below can be used by hand."
FEW = 12
"""How many options to tick are shown at once."""
NEW_PATIENT = "New patient: empty the form"
NOT_STARTED = "The calculator has not started."
USE_TABLES = "If this stays, use the tables below, by hand."
CONDITIONS = 9
"""How many conditions of one form the style sheet counts."""
BY_HAND = "If this stays, work by hand."


def render_form(calculator: Calculator[Any], prefix: str) -> Markup:
    """The whole section: place for errors, form, place for the result, and the tables below.

    `prefix` starts every id, so that a page can hold a calculator twice.
    """
    fields = [
        _following(calculator, calculator.asked.get(name), _field(calculator, name, prefix))
        for name in calculator.inputs
        if name != "confirm"
    ]
    below = bool(calculator.reference)
    no_script = f"{NO_SCRIPT} {TABLES_BELOW}" if below else NO_SCRIPT
    not_started = f"{NOT_STARTED} {USE_TABLES if below else BY_HAND}"
    scope = tag("p", calculator.scope.text, class_="scope") if calculator.scope else None
    return tag(
        "section",
        scope,
        tag("div", class_="calculator-errors", tabindex="-1", hidden=True),
        tag(
            "form",
            *fields,
            _tick("confirm", calculator.inputs["confirm"], f"{prefix}-confirm", hidden=True),
            tag("button", "Calculate", type="submit", class_="calculator-button"),
            tag("button", NEW_PATIENT, type="reset", class_="calculator-reset"),
            tag("p", not_started, class_="calculator-status", role="status"),
            class_="calculator-form",
            method="dialog",  # a submit that no script takes goes nowhere, least of all into a URL
            novalidate=True,
            autocomplete="off",
            aria_label=calculator.title,
        ),
        tag("noscript", tag("p", no_script)),
        tag("div", class_="calculator-result", aria_live="polite", tabindex="-1"),
        draw_tables(calculator.reference),
        class_="calculator",
        data_calculator=calculator.name,
        id=prefix,
        data_search_exclude=True,
    )


def _field(calculator: Calculator[Any], name: str, prefix: str) -> Markup:
    declared = calculator.inputs[name]
    own_id = f"{prefix}-{name}"
    optional = name not in _asked(calculator)
    instead = name in [way.by for way in calculator.ways[1:]]
    match declared:
        case Number():
            drawn = _number(name, declared, own_id, optional and not instead)
        case Choice():
            drawn = _choice(calculator, name, declared, own_id, optional)
        case Several():
            drawn = _several(calculator, name, declared, own_id, optional)
        case Series():
            drawn = _series(name, declared, own_id, optional and not instead)
        case Written():
            drawn = _written(name, declared, own_id, optional and not instead)
        case Confirmation():
            return _tick(name, declared, own_id)
    if instead:
        return _aside(f"{declared.label} instead", drawn)
    if optional and isinstance(declared, Choice):
        return _aside(f"{declared.label} (optional)", drawn)
    return drawn


def _asked(calculator: Calculator[Any]) -> set[str]:
    """The inputs that a person is asked for first: the required ones and the first way's."""
    first = calculator.needed(calculator.ways[0]) if calculator.ways else ()
    depending = (name for name, when in calculator.asked.items() if not when.optional)
    return {*calculator.with_units({*calculator.required, *first, *depending})}


def _conditions(calculator: Calculator[Any]) -> list[tuple[str, tuple[str, ...]]]:
    """What must have been answered earlier for something to be shown: the style sheet counts."""
    choices = [each for each in calculator.inputs.values() if isinstance(each, Choice)]
    offered = [option.when for each in choices for option in each.options]
    found = (when[:2] for when in (*calculator.asked.values(), *offered) if when)
    conditions = [*dict.fromkeys(found)]
    assert len(conditions) <= CONDITIONS, "the style sheet counts no further"
    return conditions


def _following(calculator: Calculator[Any], when: When | None, drawn: Markup) -> Markup:
    """A question or an option, which style shows only where the earlier answers are such."""
    follows = []
    while when:
        follows.append(f"if-{_conditions(calculator).index(when[:2])}")
        when = calculator.asked.get(when.field)
    return tag("div", drawn, data_follows=" ".join(follows)) if follows else drawn


def _aside(summary: str, drawn: Markup) -> Markup:
    return tag("details", tag("summary", summary), drawn, class_="field-aside")


def _number(name: str, declared: Number, own_id: str, optional: bool) -> Markup:
    unit = "" if declared.factors else units.for_people(declared.unit)
    label = joined(
        declared.label,
        tag("span", " in ", tag("span", unit, translate="no"), class_="label-unit")
        if unit
        else None,
        _optional(optional),
    )
    unit_drawn = tag("span", unit, class_="unit", aria_hidden="true", translate="no")
    return _group(
        "div",
        name,
        tag("label", label, for_=own_id),
        *_words(declared, own_id),
        tag(
            "div",
            _text(name, own_id, "numeric" if declared.whole else "decimal"),
            unit_drawn if unit else None,
            class_="control",
        ),
    )


def _written(name: str, declared: Written[Any], own_id: str, optional: bool) -> Markup:
    return _group(
        "div",
        name,
        tag("label", declared.label, _optional(optional), for_=own_id),
        *_words(declared, own_id),
        tag("div", _text(name, own_id), class_="control wide"),
    )


def _series(name: str, declared: Series, own_id: str, optional: bool) -> Markup:
    area = tag(
        "textarea",
        id=own_id,
        name=name,
        rows="4",
        autocomplete="off",
        spellcheck="false",
        aria_describedby=f"{own_id}-hint {own_id}-said",
    )
    return _group(
        "div",
        name,
        tag("label", declared.label, _optional(optional), for_=own_id),
        *_words(declared, own_id),
        tag("div", area, class_="control wide"),
    )


def _text(
    name: str, own_id: str, keypad: str | None = None, suggested: str | None = None
) -> Markup:
    return tag(
        "input",
        id=own_id,
        name=name,
        type="text",
        inputmode=keypad,
        list=suggested,
        autocomplete="off",
        spellcheck="false",
        aria_describedby=f"{own_id}-hint {own_id}-said",
    )


def _optional(optional: bool) -> Markup | None:
    return tag("span", " (optional)", class_="label-optional") if optional else None


def _choice(
    calculator: Calculator[Any], name: str, declared: Choice, own_id: str, optional: bool
) -> Markup:
    options = list(declared.options)
    if optional:
        options.append(Option("", "Leave out", None))
    return _group(
        "fieldset",
        name,
        tag("legend", declared.label),
        *_words(declared, own_id),
        tag(
            "div",
            *_options(calculator, name, options, own_id, "radio"),
            class_="options compact" if declared.compact else "options",
        ),
        aria_describedby=f"{own_id}-hint {own_id}-said",
    )


def _several(
    calculator: Calculator[Any], name: str, declared: Several, own_id: str, optional: bool
) -> Markup:
    """Ticks where they are few; else a field with suggestions as well, for typing what is sought.

    What was typed and what was ticked count together.
    """
    options = [*declared.options, *([Option(NONE, declared.none, None)] if declared.none else ())]
    label = joined(declared.label, _optional(optional))
    if len(options) <= FEW:
        return _group(
            "fieldset",
            name,
            tag("legend", label),
            *_words(declared, own_id),
            tag("div", *_options(calculator, name, options, own_id, "checkbox"), class_="options"),
            aria_describedby=f"{own_id}-hint {own_id}-said",
        )
    names = [word for each in options for word in (each.label, *each.words)]
    ticks = _options(calculator, name, options, f"{own_id}-tick", "checkbox")
    return _group(
        "div",
        name,
        tag("label", label, for_=own_id),
        *_words(declared, own_id),
        tag("div", _text(name, own_id, suggested=f"{own_id}-names"), class_="control wide"),
        tag("datalist", *(tag("option", value=each) for each in names), id=f"{own_id}-names"),
        _aside(
            f"Or tick, of all {len(options)}",
            tag("div", *ticks, class_="options", role="group", aria_label=declared.label),
        ),
    )


def _options(
    calculator: Calculator[Any], name: str, options: list[Option], own_id: str, control: str
) -> Iterator[Markup]:
    """The options of a field, each group of them under its heading."""
    conditions = _conditions(calculator)
    heading = group = ""
    for place, option in enumerate(options):
        if option.group != group:
            group, heading = option.group, f"{own_id}-group-{place}"
            yield tag("p", group, class_="option-group", id=heading)
        met = (by == name and option.id in answers for by, answers in conditions)
        asks = " ".join(f"if-{at}" for at, each in enumerate(met) if each)
        option_id = own_id if place == 0 else f"{own_id}-{place}"
        drawn = _option(name, option, control, option_id, heading if group else None, asks)
        yield _following(calculator, option.when, drawn)


def _option(
    name: str, option: Option, control: str, option_id: str, heading: str | None, asks: str
) -> Markup:
    drawn = tag(
        "input",
        id=option_id,
        type=control,
        name=name,
        value=option.id,
        aria_describedby=heading,
        data_asks=asks or None,
    )
    words = joined(
        tag("span", option.label, class_="option-label", translate="no"),
        tag("span", option.hint, class_="option-hint") if option.hint else None,
    )
    return tag("label", drawn, tag("span", words, class_="option-words"), class_="option")


def _tick(name: str, declared: Input, own_id: str, hidden: bool = False) -> Markup:
    control = tag(
        "input",
        id=own_id,
        type="checkbox",
        name=name,
        value=YES,
        aria_describedby=f"{own_id}-hint {own_id}-said",
    )
    words = tag("span", tag("span", declared.label, class_="option-label"), class_="option-words")
    drawn = tag("label", control, words, class_="option")
    return _group("div", name, drawn, *_words(declared, own_id), hidden=hidden)


def _words(declared: Input, own_id: str) -> tuple[Markup, Markup]:
    """The hint of a field, and the place for what Python says of it: see `beside`."""
    return (
        tag("p", declared.hint, class_="hint", id=f"{own_id}-hint", hidden=not declared.hint),
        tag("div", class_="field-said", id=f"{own_id}-said"),
    )


def _group(element: str, name: str, *children: Markup, **attributes: str | bool | None) -> Markup:
    return tag(element, *children, class_="field", data_field=name, **attributes)

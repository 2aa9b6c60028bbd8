"""The fields of a form: one way to draw each kind of input."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from calc.model import units
from calc.model.asking import When
from calc.model.calculator import Calculator
from calc.model.inputs import CONFIRM, Choice, Input, Option
from calc.model.number import Number
from calc.model.series import Series
from calc.model.several import BETWEEN, NONE, Several
from calc.model.written import Written
from calc.present.markup import Markup, joined, tag

FEW = 12
"""How many options to tick are shown at once."""
GROUP = "group-of-"
"""What begins the name of a control that shows a group of options: it answers nothing."""
CONDITIONS = 9
"""How many conditions of one form the style sheet counts."""


class Field(NamedTuple):
    """Where a question stands: its calculator, its name, the id of its control, and if it must be.

    The id begins all others of the field. `given` is an answer that stands there already.
    """

    calculator: Calculator[Any]
    name: str
    own_id: str
    optional: bool = False
    given: str = ""


def draw_field(field: Field, declared: Input) -> Markup:
    """The field of an input, with a place for what Python says of it."""
    match declared:
        case Number():
            return _number(field, declared)
        case Choice():
            return _choice(field, declared)
        case Several():
            return _several(field, declared)
        case Series():
            rows = _control(field, "textarea", field.given, rows="4")
            return _typed(field, declared, rows)
        case Written():
            return _typed(field, declared, _input(field))


def only_ticks(several: Several) -> bool:
    """Whether its options are so few that all are ticked and nothing is typed."""
    return len(_offered(several)) <= FEW


def draw_aside(summary: str, drawn: Markup, unfolded: bool = False) -> Markup:
    """What few people need, folded, unless something stands in it."""
    return tag("details", tag("summary", summary), drawn, class_="field-aside", open=unfolded)


def draw_following(calculator: Calculator[Any], when: When | None, drawn: Markup) -> Markup:
    """A question or an option, which style shows only where the earlier answers are such."""
    follows = []
    while when:
        follows.append(f"if-{_conditions(calculator).index(when[:2])}")
        when = calculator.asked.get(when.field)
    return tag("div", drawn, data_follows=" ".join(follows)) if follows else drawn


def _conditions(calculator: Calculator[Any]) -> list[tuple[str, tuple[str, ...]]]:
    """What must have been answered earlier for something to be shown: the style sheet counts."""
    choices = [each for each in calculator.inputs.values() if isinstance(each, Choice)]
    offered = [option.when for each in choices for option in each.options]
    found = (when[:2] for when in (*calculator.asked.values(), *offered) if when)
    conditions = [*dict.fromkeys(found)]
    assert len(conditions) <= CONDITIONS, "the style sheet counts no further"
    return conditions


def _number(field: Field, declared: Number) -> Markup:
    unit = "" if declared.factors else units.for_people(declared.unit)
    in_unit = tag("span", " in ", tag("span", unit, translate="no"), class_="label-unit")
    beside = tag("span", unit, class_="unit", aria_hidden="true", translate="no")
    keypad = "numeric" if declared.whole else "decimal"
    return _group(
        "div",
        field,
        tag(
            "label",
            joined(declared.label, in_unit if unit else None, _optional(field)),
            for_=field.own_id,
        ),
        *_words(field, declared.hint),
        tag(
            "div",
            _input(field, inputmode=keypad),
            beside if unit else None,
            class_="control",
        ),
        draw_tick(field),
        small=True,
    )


def _choice(field: Field, declared: Choice) -> Markup:
    options = list(declared.options)
    if field.optional:
        options.append(Option("", "Leave out", None))
    grouped = all(option.group for option in options)
    draw = _grouped if grouped else _options
    kind = "groups" if grouped else "options compact" if declared.compact else "options"
    drawn = tag("div", *draw(field, options, field.own_id, "radio"), class_=kind)
    return _fieldset(field, declared, declared.label, drawn, small=declared.compact)


def _several(field: Field, declared: Several) -> Markup:
    """Ticks where they are few; else a field with suggestions as well, for typing what is sought.

    What was typed and what was ticked count together.
    """
    options, own_id = _offered(declared), field.own_id
    if only_ticks(declared):
        drawn = tag("div", *_options(field, options, own_id, "checkbox"), class_="options")
        return _fieldset(field, declared, joined(declared.label, _optional(field)), drawn)
    names = (word for each in options for word in (each.label, *each.words))
    typed = field._replace(given=field.given.replace("\n", ", "))
    ticks = _options(field._replace(given=""), options, f"{own_id}-tick", "checkbox")
    return _typed(
        field,
        declared,
        _input(typed, list=f"{own_id}-names"),
        tag("datalist", *(tag("option", value=each) for each in names), id=f"{own_id}-names"),
        draw_aside(
            f"All {len(options)}, to tick",
            tag("div", *ticks, class_="options", role="group", aria_label=declared.label),
        ),
    )


def _offered(several: Several) -> list[Option]:
    none = Option(NONE, several.none, None)
    return [*several.options, *([none] if several.none else ())]


def _grouped(
    field: Field, options: Iterable[Option], own_id: str, control: str
) -> Iterator[Markup]:
    """The options of a field, of which those of one group are shown: the one that is chosen, or
    in which one is. The groups are one stop of the Tab key, and no input.
    """
    for place, (group, members) in enumerate(groupby(options, key=lambda option: option.group)):
        each = [*members]
        heading = f"{own_id}-group-{place}"
        drawn = _options(
            field,
            [option._replace(group="") for option in each],
            f"{own_id}-in-{place}",
            control,
        )
        shows = tag(
            "input",
            id=f"{own_id}-shows-{place}" if place else own_id,
            type="radio",
            name=f"{GROUP}{field.name}",
            value=str(place),
            checked=field.given in [option.id for option in each],
            data_shows=True,
        )
        yield tag(
            "div",
            tag("label", shows, tag("span", group, id=heading), class_="option"),
            tag("div", *drawn, class_="options", role="group", aria_labelledby=heading),
        )


def _options(
    field: Field, options: Iterable[Option], own_id: str, control: str
) -> Iterator[Markup]:
    """The options of a field, each group of them under its heading."""
    conditions = _conditions(field.calculator)
    given = [each.strip() for each in BETWEEN.split(field.given)] if field.given else []
    group = heading = ""
    for place, option in enumerate(options):
        if option.group != group:
            group = option.group
            heading = f"{own_id}-group-{place}" if group else ""
            if group:
                yield tag("p", group, class_="option-group", id=heading)
        met = (by == field.name and option.id in answers for by, answers in conditions)
        drawn = tag(
            "input",
            id=own_id if place == 0 else f"{own_id}-{place}",
            type=control,
            name=field.name,
            value=option.id,
            checked=option.id in given,
            aria_describedby=heading or None,
            data_asks=" ".join(f"if-{at}" for at, each in enumerate(met) if each) or None,
        )
        words = joined(
            tag("span", option.label, class_="option-label", translate="no"),
            tag("span", option.hint, class_="option-hint") if option.hint else None,
        )
        label = tag("label", drawn, tag("span", words, class_="option-words"), class_="option")
        yield draw_following(field.calculator, option.when, label)


def _typed(field: Field, declared: Input, control: Markup, *below: Markup) -> Markup:
    """A field for text, as wide as the form."""
    return _group(
        "div",
        field,
        tag("label", declared.label, _optional(field), for_=field.own_id),
        *_words(field, declared.hint),
        tag("div", control, class_="control wide"),
        draw_tick(field),
        *below,
    )


def _input(field: Field, **attributes: str) -> Markup:
    return _control(field, "input", type="text", value=field.given or None, **attributes)


def _control(field: Field, element: str, /, *text: str, **attributes: str | None) -> Markup:
    """What text is typed into."""
    return tag(
        element,
        *text,
        id=field.own_id,
        name=field.name,
        **attributes,
        autocomplete="off",
        spellcheck="false",
        aria_describedby=_described(field),
    )


def _fieldset(
    field: Field, declared: Input, legend: str, drawn: Markup, small: bool = False
) -> Markup:
    return _group(
        "fieldset",
        field,
        tag("legend", legend),
        *_words(field, declared.hint),
        drawn,
        small=small,
        aria_describedby=_described(field),
    )


def _optional(field: Field) -> Markup | None:
    return tag("span", " (optional)", class_="label-optional") if field.optional else None


def _words(field: Field, hint: str) -> tuple[Markup, Markup]:
    """The hint of a field, and the place for what Python says of it: see `field_messages`."""
    return (
        tag("p", hint, class_="hint", id=f"{field.own_id}-hint", hidden=not hint),
        tag("div", class_="field-said", id=f"{field.own_id}-said"),
    )


def _described(field: Field) -> str:
    return f"{field.own_id}-hint {field.own_id}-said"


def _group(
    element: str,
    field: Field,
    *children: Markup | None,
    small: bool = False,
    **attributes: str | bool | None,
) -> Markup:
    """A field; two `small` ones stand side by side."""
    kind = "field small" if small else "field"
    return tag(element, *children, class_=kind, data_field=field.name, **attributes)


def draw_tick(field: Field) -> Markup | None:
    """What confirms an unusual value: style shows it once it is asked for, and while it stands.

    It no longer stands once one of the inputs in `data-of` is changed. None for what is taken
    as it is.
    """
    if field.name not in field.calculator.confirmation.may_be:
        return None
    control = tag(
        "input",
        id=f"{field.own_id}-{CONFIRM}",
        type="checkbox",
        name=CONFIRM,
        value=field.name,
        data_of=" ".join(field.calculator.makes(field.name)),
        aria_describedby=f"{field.own_id}-said",
    )
    label = f"{field.calculator.inputs[field.name].label}: I have checked it"
    words = tag("span", tag("span", label, class_="option-label"), class_="option-words")
    return tag("div", tag("label", control, words, class_="option"), class_="confirmation")

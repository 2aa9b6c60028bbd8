"""What a form shows while it is filled in: what is still needed, and no fault before it is made."""

from collections.abc import Iterable
from typing import Any

from calc.model.calculator import Calculator
from calc.model.number import unit_field
from calc.model.outcomes import FieldError
from calc.present.markup import Markup, joined, tag

NEEDED = "Still needed"


def draw_outline(calculator: Calculator[Any], errors: Iterable[FieldError], prefix: str) -> Markup:
    """The card that is yet to come: each input that it waits for, linked to its field.

    Empty where nothing is waited for. `prefix` starts the ids of the form.
    """
    waits = dict.fromkeys(each.field for each in errors if each.field in calculator.inputs)
    behind = {unit_field(name) for name in waits}
    links = [
        tag("a", calculator.inputs[name].label, href=f"#{prefix}-{name}", data_for=name)
        for name in waits
        if name not in behind
    ]
    if not links:
        return Markup()
    apart = [joined(", " if place else "", link) for place, link in enumerate(links)]
    return tag(
        "div",
        tag("h2", calculator.title, class_="answer-heading", tabindex="-1"),
        tag("p", f"{NEEDED}: ", *apart, class_="outline-needed"),
        class_="outline",
    )


def faults(errors: Iterable[FieldError], typing: str) -> tuple[FieldError, ...]:
    """These but for what was not answered yet, and those of the input that is being typed."""
    return tuple(
        each for each in errors if each.field != typing and (each.code != "missing" or each.offers)
    )

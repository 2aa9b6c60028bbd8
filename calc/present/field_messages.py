"""What stands beside each field once Python has answered: its errors, offers, and what was read."""

import json
from collections.abc import Iterable

from calc.catalogue import CATALOGUE
from calc.model.inputs import Input
from calc.model.number import Number
from calc.model.outcomes import FieldError, Offer, Outcome, Typed
from calc.model.several import Several
from calc.present.fields import only_ticks
from calc.present.markup import Markup, joined, tag
from calc.present.text import PERHAPS, as_read, capital


def field_messages(outcome: Outcome, errors: Iterable[FieldError]) -> dict[str, Markup]:
    """HTML for each field of the form that there is something to say of, by the name of its input.

    Of the outcome's errors those are said that are given.
    A button for an offer holds, as JSON in `data-fill`, what to type into which inputs. A number is
    read back where it was typed with a comma, or is shown in other units too; a day always.
    """
    asked = CATALOGUE[outcome.calculator].inputs
    said: dict[str, Markup] = {}
    for error in errors:
        if error.field in asked:
            label = asked[error.field].label
            said[error.field] = joined(said.get(error.field), _error(error, label))
    for name, typed in outcome.inputs.items():
        if typed.value is None or name in said:
            continue
        if words := _read(asked[name], typed):
            said[name] = tag("p", words, class_="field-read")
    return said


def _read(declared: Input, typed: Typed) -> str:
    """How an answer was read: a number in its other units, the rest in words; empty if as typed."""
    match declared:
        case Several() as several if only_ticks(several):
            return ""  # the ticks say it
        case Number() if "," not in typed.typed:
            return capital(typed.read_back)
        case _:
            told = typed.read_back or isinstance(declared, Number)
            return f"Read as {as_read(declared, typed)}" if told else ""


def _error(error: FieldError, label: str) -> Markup:
    offers = tag(
        "div",
        f"{PERHAPS} ",
        *map(_button, error.offers),
        class_="field-offers",
        role="group",
        aria_label=f"{label}: what may be meant",
    )
    asks = " asks" if error.code == "confirm" else ""  # the style shows the tick for it
    words = tag("p", error.text, class_=f"field-error{asks}")
    return joined(words, offers) if error.offers else words


def _button(offer: Offer) -> Markup:
    fill = json.dumps(dict(offer.answers))
    return tag("button", offer.label, type="button", data_fill=fill)

"""What stands beside each field once Python has answered: its errors, offers, and what was read."""

import json
from collections.abc import Iterable

from calc.catalogue import CATALOGUE
from calc.model.number import Number
from calc.model.outcomes import FieldError, Offer, Outcome
from calc.model.several import Several
from calc.present.fields import only_ticks
from calc.present.markup import Markup, joined, tag
from calc.present.text import PERHAPS, as_read


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
        match asked[name]:
            case Several() as several if only_ticks(several):
                shows = False  # the ticks say it
            case Number():
                shows = bool(typed.read_back) or "," in typed.typed
            case _:
                shows = bool(typed.read_back)
        if shows:
            said[name] = tag("p", f"Read as {as_read(asked[name], typed)}", class_="field-read")
    return said


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

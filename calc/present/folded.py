"""A form that stands folded in a result: Python draws it when somebody unfolds it."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from calc.catalogue import CATALOGUE
from calc.present.form import render_form
from calc.present.markup import Markup, tag


class FoldedForm(NamedTuple):
    """All that a form is drawn from: its calculator, what begins its ids, what stands in it.

    Beside its questions it holds, as JSON in a hidden field of this name, what is kept for Python.
    It is called by its calculator's title unless by a name of its own.
    """

    calculator: str
    prefix: str
    given: Mapping[str, str]
    field: str
    kept: object
    called: str = ""


def fold_form(title: str, hint: str, form: FoldedForm, class_: str | None = None) -> Markup:
    """A fold with a title, a hint, and in the place of its form what that is drawn from.

    It is of the answers of the result in which it stands, whatever is typed since.
    """
    return tag(
        "details",
        tag("summary", title),
        tag("p", hint, class_="hint"),
        tag("div", data_draws=json.dumps(form, separators=(",", ":"))),
        class_=class_,
    )


def draw_form(folded: str) -> Markup:
    """The form, from what stood in its place."""
    form = FoldedForm(*json.loads(folded))
    kept = tag("input", type="hidden", name=form.field, value=json.dumps(form.kept))
    drawn = CATALOGUE[form.calculator]
    return render_form(drawn, form.prefix, form.given, kept, called=form.called)

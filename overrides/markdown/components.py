"""`::: component NAME`: a part of the site as the site draws it, from a worked example.

Nothing in it can be used: a page that shows one loads no Python.
"""

import tomllib
from collections.abc import Mapping
from functools import partial
from typing import Any

from calc import catalogue
from calc.model.outcomes import Outcome
from calc.present.form import render_form
from calc.present.markup import Markup, tag
from calc.present.result import render_html, summary
from overrides.markdown.examples import CASES

FORM = "component-form"
"""What the ids of the form begin with; the list of errors leads to its fields."""


def _example(file: str, name: str) -> tuple[str, Outcome]:
    """The calculator of a worked example, and its outcome."""
    cases: list[dict[str, Any]] = tomllib.loads((CASES / f"{file}.toml").read_text("utf-8"))["case"]
    (case,) = (each for each in cases if each["name"] == name)
    return case["calculator"], catalogue.run(case["calculator"], case["answers"])


def _form() -> Markup:
    calculator, _ = _example("silent-label", "man-of-140-kg")
    drawn = render_form(catalogue.CATALOGUE[calculator], FORM)
    return Markup(drawn.replace(' class="calculator"', ' class="calculator drawn"', 1))


def _outcome(file: str, name: str) -> Markup:
    _, outcome = _example(file, name)
    return _drawn(tag("div", render_html(outcome), class_="calculator-result"))


def _errors(file: str, name: str) -> Markup:
    _, outcome = _example(file, name)
    return _drawn(tag("div", summary(outcome, FORM), class_="calculator-errors"))


def _drawn(part: Markup) -> Markup:
    return tag("div", part, class_="calculator drawn")


DRAWN: Mapping[str, partial[Markup]] = {
    "form": partial(_form),
    "card": partial(_outcome, "silent-label", "man-of-140-kg"),
    "caution": partial(_outcome, "silent-label", "man-of-140-kg"),
    "refusal": partial(_outcome, "refusals", "plan-on-dialysis"),
    "error": partial(_errors, "limits", "plan-with-an-empty-form"),
    "picture": partial(_outcome, "silent-label", "man-of-140-kg"),
    "sheet": partial(_outcome, "silent-label", "man-of-140-kg"),
}
"""What can be drawn, by name. The style sheet leaves of an outcome what the name says."""


def component(name: str) -> Markup:
    """The part of this name, shown and out of use.

    It holds no other article: within one of its own kind the search would leave it out no more.
    """
    return tag(
        "article",
        tag("div", DRAWN[name](), inert=True),
        class_=f"component component-{name}",
        data_search_exclude=True,
    )

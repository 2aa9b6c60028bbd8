"""The form of a calculator, drawn from its declaration; it is readable without script."""

from collections.abc import Mapping
from typing import Any

from calc.model.calculator import Calculator
from calc.model.inputs import Choice
from calc.model.number import Number
from calc.model.reading import read_answers
from calc.present.by_hand import TITLE, draw_by_hand
from calc.present.fields import Field, draw_aside, draw_field, draw_following
from calc.present.markup import Markup, tag
from calc.present.outline import draw_outline

NO_SCRIPT = "The calculator needs JavaScript, which is switched off here."
BELOW = "What is below can be used by hand."
NEW_PATIENT = "New patient: empty the form"
NOT_STARTED = "The calculator has not started. If this stays, "
BY_HAND = "work by hand"
FOR_THE_HOST = "For whoever runs this site"
"""The fold of why a calculator failed: no words for a clinician."""
CALCULATE = (
    tag("span", "Calculate", class_="to-calculate"),
    tag("span", "Try again", class_="to-try-again"),
)
"""What the button says: the style shows the second where Python has failed."""


def render_form(
    calculator: Calculator[Any],
    prefix: str,
    given: Mapping[str, str] | None = None,
    *more: Markup,
    called: str = "",
) -> Markup:
    """The whole section: place for errors, form, place for the result, and the tables below.

    `prefix` starts every id, so that a page can hold a calculator twice. Answers that are `given`
    stand in the form, which then follows another one: that one empties both, and has the tables of
    what works without script. `more` is what else stands in it, `called` its name for whoever hears
    it, where another form of the page has the calculator's title.
    """
    follows, given = given is not None, given or {}
    fields = [_field(calculator, name, prefix, given.get(name, "")) for name in calculator.inputs]
    no_script = f"{NO_SCRIPT} {BELOW}" if calculator.works_by_hand else NO_SCRIPT
    by_hand = tag("a", TITLE, href=f"#{prefix}-by-hand", data_for=True, class_="to-by-hand")
    leads = calculator.works_by_hand and not follows
    in_words = tag("a", BY_HAND, href=f"#{prefix}-by-hand", target="_self") if leads else BY_HAND
    reset = tag("button", NEW_PATIENT, type="reset", class_="calculator-reset")
    needed = draw_outline(calculator, read_answers(calculator, {}).errors, prefix)
    scope = tag("p", calculator.scope.text, class_="scope") if calculator.scope else None
    focused = {"tabindex": "-1", "role": "group", "aria_labelledby": f"{prefix}-problem"}
    return tag(
        "section",
        scope,
        tag("div", class_="calculator-errors", **focused),
        tag(
            "form",
            *fields,
            tag("button", *CALCULATE, type="submit", class_="calculator-button"),
            by_hand if leads else None,
            *more,
            None if follows else reset,
            tag("p", NOT_STARTED, in_words, ".", class_="calculator-status", role="status"),
            tag(
                "details",
                tag("summary", FOR_THE_HOST),
                tag("p", class_="calculator-cause"),
                class_="field-aside for-the-host",
            ),
            class_="calculator-form",
            method="dialog",  # a submit that no script takes goes nowhere, least of all into a URL
            novalidate=True,
            autocomplete="off",
            aria_label=called or calculator.title,
        ),
        None if follows else tag("noscript", tag("p", no_script)),
        tag("div", None if follows else needed, class_="calculator-result"),
        None if follows else draw_by_hand(calculator, f"{prefix}-by-hand"),
        class_="calculator",
        data_calculator=calculator.name,
        data_form=prefix,
        data_search_exclude=True,
    )


def _field(calculator: Calculator[Any], name: str, prefix: str, given: str) -> Markup:
    """A question, folded where an alternative is asked first or where it may be left out."""
    declared = calculator.inputs[name]
    optional = name not in _asked(calculator)
    instead = name in [alternative.by for alternative in calculator.alternatives[1:]]
    folds = isinstance(declared, Choice) or (isinstance(declared, Number) and declared.folds)
    field = Field(calculator, name, f"{prefix}-{name}", optional and (folds or not instead), given)
    drawn = draw_field(field, declared)
    if instead:
        drawn = draw_aside(f"{declared.label} instead", drawn, bool(given))
    elif optional and folds:
        drawn = draw_aside(f"{declared.label} (optional)", drawn, bool(given))
    return draw_following(calculator, calculator.asked.get(name), drawn)


def _asked(calculator: Calculator[Any]) -> set[str]:
    """The inputs that a person is asked for first: the required ones and the first alternative's.

    With a number that may be left out stands its unit, which is needed with it.
    """
    first = calculator.needed(calculator.alternatives[0]) if calculator.alternatives else ()
    depending = (name for name, when in calculator.asked.items() if not when.optional)
    return {*calculator.required, *first, *depending, *calculator.units}

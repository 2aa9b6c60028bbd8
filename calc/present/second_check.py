"""A second check: another person enters the answers again, and does not see what came of the first.

The form for it stands in the answer that it checks, which the style covers while it is unfolded.
Whatever is changed above takes both away, and "New patient" empties both.
"""

import json
from collections.abc import Iterator, Mapping

from calc.catalogue import CATALOGUE
from calc.model.outcomes import Answered, FieldError, Invalid, Outcome, Refused, Typed
from calc.present.folded import FoldedForm, fold_form
from calc.present.markup import Markup, joined, tag
from calc.present.onward import Answers, draw_onward
from calc.present.result import Following, render_html

ENTERED_FIRST = "entered_first"
"""The field that holds, as JSON, what was refused first, and what was entered, as it was read."""
TITLE = "Check this plan"
HOW = (
    "For a second person: enter everything again, from the chart. The first answer is covered "
    "until this is folded."
)
DIFFERS = (
    "is not what was entered first. Look at the chart again. If it is right here, fold this "
    "check and correct it above."
)
SAME = "Entered twice: the same answers, the same result."


def draw_second_check(outcome: Outcome, prefix: str) -> Markup | None:
    """The empty form in which an answer or a refusal is checked; None where none is declared.

    `prefix` starts the ids of the form that is checked.
    """
    calculator = CATALOGUE[outcome.calculator]
    match outcome:
        case Answered() | Refused() if calculator.checked_twice:
            first = [_refused(outcome), _as_read(outcome.inputs)]
            form = FoldedForm(calculator.name, f"{prefix}-again", {}, ENTERED_FIRST, first, TITLE)
            return fold_form(TITLE, HOW, form, "second-check")
        case _:
            return None


def draw_result(
    outcome: Outcome,
    prefix: str,
    earlier: Mapping[str, Answers],
    entered_first: str | None,
    words: str = "",
) -> Markup:
    """A result with the forms that follow it; what was entered twice leads nowhere but back."""
    if twice := same(outcome, entered_first):
        return joined(
            tag("p", twice, class_="entered-twice"), render_html(outcome, Following(words=words))
        )
    # Of what was carried on some stands above, where no cover reaches: that is no blind check.
    check = None if earlier else draw_second_check(outcome, prefix)
    return render_html(outcome, Following(draw_onward(outcome, prefix, earlier), check, words))


def compared(outcome: Outcome, entered_first: str | None) -> Outcome:
    """The outcome of what was entered again; Invalid, with each field that differs, where one does.

    What was entered first is not told: whoever checks must find it on their own. Where nothing was
    `entered_first` there is nothing to compare.

    Requirement R-ENTERED-TWICE: A second person can enter everything again without seeing the first
    result, and nothing comes of answers that differ.
    """
    match outcome:
        case Answered() | Refused() if entered_first is not None:
            errors = tuple(_differing(outcome, *json.loads(entered_first)))
        case _:
            return outcome
    if not errors:
        return outcome
    return Invalid(
        calculator=outcome.calculator,
        version=outcome.version,
        inputs=outcome.inputs,
        confirmed=outcome.confirmed,
        errors=errors,
    )


def same(outcome: Outcome, entered_first: str | None) -> str:
    """What is said with an outcome that was entered twice; empty with any other."""
    match outcome:
        case Answered() | Refused() if entered_first is not None:
            return SAME
        case _:
            return ""


def _differing(
    outcome: Outcome, refused_first: str, first: Mapping[str, str]
) -> Iterator[FieldError]:
    """Each field that differs.

    A refusal may come before all is entered: what was entered beyond it does not differ, where the
    same refusal comes of it.
    """
    again = _as_read(outcome.inputs)
    same_refusal = bool(refused_first) and refused_first == _refused(outcome)
    for name, declared in CATALOGUE[outcome.calculator].inputs.items():
        beyond = same_refusal and name not in first
        if first.get(name) != again.get(name) and not beyond:
            code = "differs" if name in again else "missing"
            yield FieldError(name, code, f"{declared.label} {DIFFERS}")


def _refused(outcome: Outcome) -> str:
    """The id of what an outcome refuses; empty for an answer."""
    return outcome.refusal.id if outcome.refusal else ""


def _as_read(inputs: Mapping[str, Typed]) -> dict[str, str]:
    """Each answer as it was read, so that 1.40 and 1.4 are the same."""
    return {name: f"{each.value or each.typed} {each.unit}" for name, each in inputs.items()}

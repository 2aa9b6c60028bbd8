"""What an outcome may be, and all that could be shown or sent of it."""

from calc.model.outcomes import Outcome
from calc.present.record import to_json_line
from calc.present.result import render_html, summary
from calc.present.text import render_text

FORESEEN = {"answer", "refusal", "invalid"}


def shown(outcome: Outcome) -> str:
    """Everything that could be shown or sent of an outcome."""
    return (
        to_json_line(outcome)
        + render_text(outcome)
        + render_html(outcome)
        + summary(outcome, "form")
    )

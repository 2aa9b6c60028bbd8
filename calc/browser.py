"""The only door that the page knows: JSON text in, JSON text out."""

import json

from calc import catalogue
from calc.present.markup import unbroken
from calc.present.record import record
from calc.present.result import result, summary
from calc.present.text import text


def answer(request: str) -> str:
    """The outcome for `{"calculator": NAME, "answers": {...}}`, with the HTML that shows it.

    Returns outcome, html, text (to copy), record (for programs), summary (of the errors, as HTML)
    and errors (field, code, text).
    """
    asked = json.loads(request)
    outcome = catalogue.run(asked["calculator"], asked["answers"])
    return json.dumps(
        {
            "outcome": outcome.kind,
            "html": result(outcome),
            "text": text(outcome),
            "record": record(outcome),
            "summary": summary(outcome, asked.get("form", outcome.calculator)),
            "errors": [
                error._replace(text=unbroken(error.text))._asdict() for error in outcome.errors
            ],
        }
    )

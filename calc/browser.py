"""The only door that the page knows: JSON text in, JSON text out."""

import json

from calc import catalogue
from calc.present.brief import in_a_few_words, render_brief
from calc.present.field_messages import field_messages
from calc.present.onward import draw_onward, taken_apart
from calc.present.record import to_record
from calc.present.result import render_html, summary
from calc.present.text import render_text


class WrongAnswer(Exception):
    """A known answer was not answered as it must be: this Python may answer nobody."""


def answer(request: str) -> str:
    """The outcome for `{"calculator": NAME, "answers": {...}}`, with the HTML that shows it.

    Returns outcome, html, text (to copy), record (for programs), summary (of the errors, as HTML)
    and fields (what stands beside each field, as HTML).
    """
    asked = json.loads(request)
    prefix = asked.get("form", asked["calculator"])
    answers, earlier = taken_apart(asked["answers"])
    outcome = catalogue.run(asked["calculator"], answers, form=True)
    return json.dumps(
        {
            "outcome": outcome.kind,
            "html": render_html(outcome, draw_onward(outcome, prefix, earlier)),
            "text": render_text(outcome),
            "brief": render_brief(outcome),
            "said": in_a_few_words(outcome),
            "record": to_record(outcome),
            "summary": summary(outcome, prefix),
            "fields": field_messages(outcome),
        }
    )


def known_answers() -> str:
    """What `answer` gives for every known answer, one after the other: the same in every Python.

    Raises WrongAnswer where one does not say what it must.
    """
    given = []
    for name, calculator in catalogue.CATALOGUE.items():
        for case in calculator.known_answers:
            reply = answer(json.dumps({"calculator": name, "answers": dict(case.answers)}))
            said = json.loads(reply)["text"]
            missing = [words for words in case.says if words not in said]
            if missing:
                raise WrongAnswer(f"{name} does not say {missing[0]!r}")
            given.append(reply)
    return "\n".join(given)

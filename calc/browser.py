"""The only door that the page knows: JSON text in, JSON text out."""

import json

from calc import catalogue
from calc.present.brief import in_a_few_words, render_brief
from calc.present.field_messages import field_messages
from calc.present.markup import Markup
from calc.present.onward import taken_apart
from calc.present.outline import draw_outline, faults
from calc.present.record import to_record
from calc.present.result import summary
from calc.present.second_check import ENTERED_FIRST, compared, draw_result, same
from calc.present.text import render_text


class WrongAnswer(Exception):
    """A known answer was not answered as it must be: this Python may answer nobody."""


def answer(request: str) -> str:
    """The outcome for `{"calculator": NAME, "answers": {...}}`, with the HTML that shows it.

    Returns outcome, html, text (to copy), summary (of the errors, as HTML) and fields (what stands
    beside each field, as HTML); the record (for programs) only where the request says `record`.
    Where the name of the input that is `typing`, or an empty one, stands with it, nobody has asked:
    the reply is live, says what is still needed in place of a summary, and finds no fault yet in
    what is typed. Answers that hold what was entered first are compared with it: the reply says
    that they are the same, or is invalid with what differs.
    """
    asked = json.loads(request)
    prefix = asked.get("form", asked["calculator"])
    answers, earlier = taken_apart(asked["answers"])
    first = answers.pop(ENTERED_FIRST, None)
    live = "typing" in asked
    name = asked["calculator"]
    run = catalogue.foreseen if live else catalogue.run
    outcome = compared(run(name, answers, form=True), first)
    errors = faults(outcome.errors, asked["typing"]) if live else outcome.errors
    calculator = catalogue.CATALOGUE[name]
    needed = draw_outline(calculator, outcome.errors, prefix) if live else Markup()
    twice = same(outcome, first)
    words = render_text(outcome)
    return json.dumps(
        {
            "live": live,
            "outcome": outcome.kind,
            "html": needed or draw_result(outcome, prefix, earlier, first, words),
            "text": f"{twice}\n\n{words}" if twice else words,
            "brief": f"{twice}\n{render_brief(outcome)}" if twice else render_brief(outcome),
            "said": twice or in_a_few_words(outcome, live),
            "record": to_record(outcome) if asked.get("record") else None,
            "summary": Markup() if live else summary(outcome, prefix),
            "fields": field_messages(outcome, errors),
        }
    )


def known_answers() -> str:
    """What `answer` gives for every known answer, one after the other: the same in every Python.

    Raises WrongAnswer where one does not say what it must.

    Requirement R-KNOWN: A Python that answers one known case wrongly answers nobody.
    """
    given = []
    for name, calculator in catalogue.CATALOGUE.items():
        for case in calculator.known_answers:
            asked = {"calculator": name, "answers": dict(case.answers), "record": True}
            reply = answer(json.dumps(asked))
            said = json.loads(reply)["text"]
            missing = [words for words in case.says if words not in said]
            if missing:
                raise WrongAnswer(f"{name} does not say {missing[0]!r}")
            given.append(reply)
    return "\n".join(given)

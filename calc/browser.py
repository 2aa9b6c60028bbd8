"""The only door that the page knows: JSON text in, JSON text out."""

import json
from itertools import chain
from typing import Any

from calc import catalogue
from calc.expected import PLANNED
from calc.present import built
from calc.present.brief import in_a_few_words, render_brief
from calc.present.field_messages import field_messages
from calc.present.fields import GROUP
from calc.present.folded import draw_form
from calc.present.markup import Markup
from calc.present.onward import taken_apart
from calc.present.outline import draw_outline, faults
from calc.present.record import to_record
from calc.present.result import summary
from calc.present.second_check import ENTERED_FIRST, compared, draw_result, same
from calc.present.self_test import WrongAnswer, check_edges, check_refusals
from calc.present.text import render_text


class NotOfThisPage(Exception):
    """The page was built with another bundle of the calculators than this one."""


_checked: dict[str, int] = {}
"""How many checks each calculator that was asked has passed."""


def answer(request: str) -> str:
    """The outcome for `{"calculator": NAME, "answers": {...}}`, with the HTML that shows it.

    Returns outcome, html, text (to copy), summary (of the errors, as HTML) and fields (what stands
    beside each field, as HTML); the record (for programs) only where the request says `record`.
    Where the name of the input that is `typing`, or an empty one, stands with it, nobody has asked:
    the reply is live, says what is still needed in place of a summary, and finds no fault yet in
    what is typed. Answers that hold what was entered first are compared with it: the reply says
    that they are the same, or is invalid with what differs. Before the first answer of a
    calculator it answers its known cases.

    Raises WrongAnswer where one came out otherwise, NotOfThisPage where the page's `bundle`, if it
    names one, is not this one.

    Requirement R-KNOWN: A Python in which an edge of a dose table, a known case or a refusal comes
    out otherwise than expected, or is not tried, gives no answer of that calculator,
    and a page no answer of another build's calculators.
    """
    asked = json.loads(request)
    if asked.get("bundle", built.DIGEST) != built.DIGEST:
        raise NotOfThisPage(asked["bundle"])
    if "draws" in asked:
        return json.dumps(draw_form(asked["draws"]))
    name = asked["calculator"]
    if name not in _checked:
        _checked[name] = _check(name)
    done = _checked[name]
    return json.dumps({**_reply(asked), "checked": f"Self-check {done} of {done}. Calculated at"})


def _reply(asked: dict[str, Any]) -> dict[str, Any]:
    prefix = asked.get("form", asked["calculator"])
    given = {key: text for key, text in asked["answers"].items() if not key.startswith(GROUP)}
    answers, earlier = taken_apart(given)
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
    return {
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


def known_answers() -> str:
    """What stands at every edge of every column, a line each: the same in every Python.

    Raises WrongAnswer where one is not what it must be.
    """
    return "\n".join(chain.from_iterable(check_edges().values()))


def _check(name: str) -> int:
    """How many of a calculator's known cases, refusals and edges came out as they must.

    The edges of all columns are tried; those of its own are counted. Raises WrongAnswer where not
    as many were tried as the site was built to try; for one beside its own it planned none.
    """
    calculator, came = catalogue.CATALOGUE[name], 0
    for case in calculator.known_answers:
        said = _reply({"calculator": name, "answers": dict(case.answers)})["text"]
        if missing := [words for words in case.says if words not in said]:
            raise WrongAnswer(f"{name} does not say {missing[0]!r}")
        came += 1
    edges = check_edges()
    own = sum(len(edges[column.name]) for column in calculator.columns)
    came += check_refusals(name) + own
    if came != PLANNED.get(name, came):
        raise WrongAnswer(f"{name} tried {came} of {PLANNED[name]} checks")
    return came

"""The stories without a browser: what stands in each form that follows, and is not typed again."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from calc.browser import answer
from calc.catalogue import CATALOGUE
from calc.model.number import Number
from calc.present.markup import Markup
from calc.present.onward import CARRIED
from tests.present.carried import carried_in, form_of, typed_in
from tests.present.reading import Element, read

STORIES: list[dict[str, Any]] = tomllib.loads(
    Path("tests/site/stories.toml").read_text(encoding="utf-8")
)["story"]


def reply_to(calculator: str, answers: dict[str, str]) -> dict[str, Any]:
    """The reply of Python to what stands in a form."""
    request = {"calculator": calculator, "answers": answers, "form": calculator}
    reply: dict[str, Any] = json.loads(answer(json.dumps(request)))
    return reply


def again(steps: list[dict[str, Any]]) -> list[str]:
    """The answers that are the same again, to a question that holds or asks a number."""
    given: dict[object, str] = {}
    offences = []
    for step in steps:
        calculator = CATALOGUE[step["calculator"]]
        for field, text in step["answers"].items():
            question = calculator.inputs[field]
            if not (isinstance(question, Number) or calculator.holds(field, text)):
                continue
            if given.get(question) == text:
                offences.append(f"{step['calculator']}: {field} was answered before")
            given[question] = text
    return offences


def walk(steps: list[dict[str, Any]]) -> list[str]:
    """What was typed although it stood there, what no form leads to, and what was not said."""
    offences = []
    shown: Element | None = None
    for step in steps:
        name = step["calculator"]
        stands: dict[str, str] = {}
        kept: dict[str, str] = {}
        if shown is not None:
            form = form_of(shown, name)
            stands, kept = typed_in(form), {CARRIED: carried_in(form)}
        offences += [
            f"{name}: {field} is typed twice"
            for field, _ in sorted(stands.items() & step["answers"].items())
        ]
        reply = reply_to(name, stands | step["answers"] | kept)
        shown = read(Markup(reply["html"]))
        said = reply["text"].replace("\N{NO-BREAK SPACE}", " ")
        if step["headline"] not in said:
            offences.append(f"{name}: does not say {step['headline']}")
    return offences


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_nothing_is_typed_that_stands_there_and_nothing_that_holds_is_typed_again(
    story: dict[str, Any],
) -> None:
    assert [] == again(story["step"]) + walk(story["step"])

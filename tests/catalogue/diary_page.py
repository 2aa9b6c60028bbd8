"""A page of the guest that asks every kind of input, and what Python says to it."""

import json
from typing import Any

from calc.browser import answer
from calc.catalogue import run
from calc.present.form import render_form
from tests.catalogue.diary import ANSWERS, garden_diary
from tests.present.reading import Element, read

NAME = garden_diary.name


def reply(**changed: str) -> dict[str, Any]:
    """What Python says to the page for the guest's answers, some of them changed."""
    request = {"calculator": NAME, "answers": {**ANSWERS, **changed}, "record": True}
    said: dict[str, Any] = json.loads(answer(json.dumps(request)))
    return said


def errors(**changed: str) -> list[tuple[str | None, str]]:
    """Field and code of each error, for a program: all that was sent counts."""
    given = run(NAME, {**ANSWERS, **changed})
    return [(each.field, each.code) for each in given.errors]


def form() -> Element:
    """The guest's form."""
    return read(render_form(garden_diary, "here"))

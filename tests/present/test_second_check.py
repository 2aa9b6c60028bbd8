"""A second check: the answers are entered again, and compared with what was entered first."""

import json
from dataclasses import replace
from typing import Any

import pytest

from calc.browser import answer
from calc.catalogue import CATALOGUE, run
from calc.present.second_check import ENTERED_FIRST, SAME, TITLE, draw_result, draw_second_check
from tests.cases import cases, named
from tests.every import of_every
from tests.plan import PLAN
from tests.present.carried import forms_in
from tests.present.reading import read

CASE = named("zoster-40-every-8-h")
BARRED = named("plan-below-0.4")
FIRST = {case.calculator: case for case in reversed(cases("answer"))}
TWICE = [name for name, each in CATALOGUE.items() if each.checked_twice]


def entered_first(case: Any = CASE) -> str:
    """What the form for the second check holds of the first."""
    drawn = draw_second_check(run(case.calculator, case.answers, form=True), case.calculator)
    assert drawn is not None
    (form,) = forms_in(read(drawn))
    return form.one("input", name=ENTERED_FIRST)["value"]


def again(live: bool = False, case: Any = CASE, **changed: str) -> dict[str, Any]:
    """What the page gets back where these answers are entered again."""
    answers = {**case.answers, **changed, ENTERED_FIRST: entered_first(case)}
    asked = {"calculator": case.calculator, "answers": answers, "record": True}
    asked |= {"typing": ""} if live else {}
    reply: dict[str, Any] = json.loads(answer(json.dumps(asked)))
    return reply


def faults(reply: dict[str, Any]) -> list[tuple[str, str]]:
    """Field and code of each error that a program is told."""
    return [(error["field"], error["code"]) for error in reply["record"]["errors"]]


def test_the_same_answers_are_the_same_however_they_are_typed() -> None:
    reply = again(weight=f"{CASE.answers['weight']}.0")

    assert "answer" == reply["outcome"]
    assert SAME in reply["html"]


@pytest.mark.parametrize("name", ["text", "brief"])
def test_what_is_copied_says_that_it_was_entered_twice(name: str) -> None:
    assert again()[name].startswith(SAME)


def test_it_is_heard_too() -> None:
    assert SAME == again(live=True)["said"]


def test_a_field_that_differs_is_named_and_nothing_comes_of_it() -> None:
    reply = again(weight="91")

    assert [("weight", "differs")] == faults(reply)
    assert "" == reply["html"]


def test_what_was_checked_is_still_said_of_a_field_that_differs() -> None:
    reply = again(age="111", confirm="age")

    assert [("age", "differs")] == faults(reply)
    assert ["age"] == reply["record"]["confirmed"]


def test_what_was_entered_first_is_not_told() -> None:
    reply = again(weight="91")

    assert CASE.answers["weight"] not in reply["fields"]["weight"]


def test_what_is_not_entered_yet_is_still_needed() -> None:
    reply = again(live=True, weight="")

    assert "Still needed" in reply["html"]
    assert "weight" not in reply["fields"]


def test_what_was_left_out_before_and_is_entered_now_differs() -> None:
    assert [("height", "differs")] == faults(again(height="170"))


def test_what_was_entered_before_and_is_left_out_now_is_missing() -> None:
    tall = replace(CASE, answers={**CASE.answers, "height": "170"})

    assert [("height", "missing")] == faults(again(case=tall, height=""))


def test_a_refusal_is_checked_too() -> None:
    assert SAME in again(case=BARRED)["html"]


def test_a_refusal_before_all_is_entered_compares_what_is_there() -> None:
    dialysis = replace(BARRED, answers={"dialysis": "yes"})
    reply = again(case=dialysis, age="68")

    assert SAME in reply["html"]


def test_another_refusal_is_not_the_same() -> None:
    dialysis = replace(BARRED, answers={"dialysis": "yes"})
    other = {name: each for name, each in BARRED.answers.items() if name != "dialysis"}
    asked = {**other, ENTERED_FIRST: entered_first(dialysis)}
    reply = json.loads(answer(json.dumps({"calculator": PLAN, "answers": asked, "typing": ""})))

    assert SAME not in reply["html"]


def test_what_was_carried_on_has_no_blind_check() -> None:
    outcome = run(CASE.calculator, CASE.answers, form=True)

    assert ENTERED_FIRST not in draw_result(outcome, PLAN, {"creatinine-clearance": {}}, None)


def test_what_was_entered_twice_leads_to_no_third() -> None:
    assert ENTERED_FIRST not in again()["html"]


@of_every(TWICE)
def test_the_form_for_it_is_empty(name: str) -> None:
    drawn = draw_second_check(run(name, FIRST[name].answers, form=True), name)
    assert drawn is not None
    (form,) = forms_in(read(drawn))

    assert [] == form.all("input", checked="")
    assert [] == [each["id"] for each in form.all("input", type="text") if "value" in each]


@of_every(TWICE)
def test_the_form_for_it_is_called_by_its_fold(name: str) -> None:
    drawn = draw_second_check(run(name, FIRST[name].answers, form=True), name)
    assert drawn is not None
    (form,) = forms_in(read(drawn))

    assert TITLE == read(drawn).one("summary").text == form.one("form")["aria-label"]


def test_one_that_declares_no_second_check_has_none() -> None:
    assert draw_second_check(run("qtc", {"qt": "400", "heart_rate": "60"}), "qtc") is None


def test_the_plan_is_checked_twice() -> None:
    assert PLAN in TWICE

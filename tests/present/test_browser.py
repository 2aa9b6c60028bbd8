"""The page's only door: JSON text in, JSON text out, the same as everywhere else."""

import json
from dataclasses import replace
from typing import Any

from calc.browser import answer
from calc.catalogue import run
from calc.present.brief import in_a_few_words, render_brief
from calc.present.field_messages import field_messages
from calc.present.fields import GROUP
from calc.present.record import to_record
from calc.present.result import summary
from calc.present.second_check import draw_result
from calc.present.text import render_text
from tests.cases import Case, cases, named
from tests.every import of_every

FIRST = {(case.calculator, case.outcome): case for case in reversed(cases())}
every_kind = of_every(FIRST.values(), lambda case: case.name)
"""A case of each outcome of each calculator: whoever comes through the door is asked the same."""


def asked(case: Case, **more: str | bool) -> dict[str, Any]:
    """What the page gets back for the answers of a case."""
    request = {"calculator": case.calculator, "answers": dict(case.answers), **more}
    read: dict[str, Any] = json.loads(answer(json.dumps(request)))
    return read


@every_kind
def test_the_page_gets_what_plain_python_gives(case: Case) -> None:
    outcome = run(case.calculator, case.answers, form=True)

    assert {
        "live": False,
        "outcome": outcome.kind,
        "html": draw_result(outcome, case.calculator, {}, None),
        "text": render_text(outcome),
        "brief": render_brief(outcome),
        "said": in_a_few_words(outcome, live=False),
        "record": to_record(outcome),
        "summary": summary(outcome, outcome.calculator),
        "fields": field_messages(outcome, outcome.errors),
    } == {name: each for name, each in asked(case, record=True).items() if name != "checked"}


def test_the_record_is_written_where_it_is_asked_for() -> None:
    case = named("man-50-hsv-every-8-h")

    assert asked(case)["record"] is None
    assert "answer" == asked(case, record=True)["record"]["outcome"]


def test_what_is_refused_whatever_is_chosen_is_said_before_anybody_asks() -> None:
    """Below every band of the label the choice of a regimen changes nothing."""
    case = named("plan-below-0.4")
    left = {name: each for name, each in case.answers.items() if name != "regimen"}
    chosen_later = replace(case, answers=left)

    assert "refusal" == asked(chosen_later, typing="")["outcome"]
    assert "invalid" == asked(chosen_later)["outcome"]


def test_a_result_holds_no_form_that_was_not_unfolded() -> None:
    holding = [each.name for each in FIRST.values() if "<form" in asked(each)["html"]]

    assert [] == holding


def test_which_group_of_options_a_page_shows_is_no_answer() -> None:
    case = named("zoster-40-every-8-h")
    shown = {f"{GROUP}regimen": "1", f"{GROUP}sex": "0", GROUP: "on"}

    assert asked(case, record=True) == asked(
        replace(case, answers={**case.answers, **shown}), record=True
    )


def test_errors_link_into_the_form_that_asked() -> None:
    case = named("weight-251")

    assert 'href="#foscarnet-dose-2-weight"' in asked(case, form="foscarnet-dose-2")["summary"]


def test_the_answer_is_ascii_so_that_no_encoding_can_spoil_it() -> None:
    case = named("man-50-hsv-every-8-h")

    assert answer(json.dumps({"calculator": case.calculator, "answers": {}})).isascii()

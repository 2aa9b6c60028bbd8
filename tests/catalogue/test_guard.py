"""Between a calculator and whoever asks stands a guard: what is not declared does not pass."""

from dataclasses import replace

import pytest

from calc.catalogue import CATALOGUE, run
from tests.cases import named

ANSWERED = named("man-50-hsv-every-8-h")
REFUSED = named("plan-below-0.4")
PLAN = CATALOGUE["foscarnet-plan"]


def test_an_answer_with_a_value_that_is_not_declared_is_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    others = tuple(each for each in PLAN.values or () if each.name != "dose")
    monkeypatch.setitem(CATALOGUE, PLAN.name, replace(PLAN, values=others))

    assert "failure" == run(PLAN.name, ANSWERED.answers).kind


def test_a_refusal_that_shows_what_is_not_declared_to_lead_to_it_is_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = tuple(each._replace(led=False) for each in PLAN.values or ())
    monkeypatch.setitem(CATALOGUE, PLAN.name, replace(PLAN, values=given))

    assert "failure" == run(PLAN.name, REFUSED.answers).kind

"""Python answers known cases before it may answer a person; here this Python answers them."""

import json
from dataclasses import replace

import pytest

from calc.browser import WrongAnswer, known_answers
from calc.catalogue import CATALOGUE


def test_every_known_case_is_answered_as_it_must_be() -> None:
    cases = [case for calculator in CATALOGUE.values() for case in calculator.known_answers]

    assert len(cases) == len(known_answers().splitlines())


def test_every_calculator_has_a_known_case() -> None:
    assert [] == [name for name, calculator in CATALOGUE.items() if not calculator.known_answers]


def test_an_answer_a_refusal_and_an_error_are_among_them() -> None:
    outcomes = {json.loads(reply)["outcome"] for reply in known_answers().splitlines()}

    assert {"answer", "refusal", "invalid"} == outcomes


def test_one_wrong_answer_and_this_python_answers_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = CATALOGUE["foscarnet-plan"]
    wrong = plan.known_answers[0]._replace(says=("Dose: 40 mg/kg",))
    monkeypatch.setitem(CATALOGUE, "foscarnet-plan", replace(plan, known_answers=(wrong,)))

    with pytest.raises(WrongAnswer, match="foscarnet-plan does not say 'Dose: 40 mg/kg'"):
        known_answers()

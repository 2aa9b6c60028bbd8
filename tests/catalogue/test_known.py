"""Python answers known cases before it may answer a person; here this Python answers them."""

import json

import pytest

from calc import browser
from calc.browser import WrongAnswer, known
from calc.catalogue import CATALOGUE
from calc.known import KNOWN, Known


def test_every_known_case_is_answered_as_it_must_be() -> None:
    assert len(KNOWN) == len(known().splitlines())


def test_every_calculator_has_a_known_case() -> None:
    assert {*CATALOGUE} == {case.calculator for case in KNOWN}


def test_an_answer_a_refusal_and_an_error_are_among_them() -> None:
    outcomes = {json.loads(reply)["outcome"] for reply in known().splitlines()}

    assert {"answer", "refusal", "invalid"} == outcomes


def test_one_wrong_answer_and_this_python_answers_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    case = KNOWN[0]
    wrong = Known(case.calculator, case.answers, ("Dose: 40 mg/kg",))
    monkeypatch.setattr(browser, "KNOWN", (wrong,))

    with pytest.raises(WrongAnswer, match="foscarnet-plan does not say 'Dose: 40 mg/kg'"):
        known()


def test_the_replies_are_the_same_each_time() -> None:
    assert known() == known()

"""While a form is filled in it says what is still needed, and finds no fault before it is made."""

import json
from typing import Any

import pytest

from calc.browser import answer
from calc.catalogue import CATALOGUE, foreseen, run
from calc.model.inputs import Choice
from calc.model.outcomes import Answer, Answered, Refused
from calc.present.brief import WORDS, in_a_few_words
from calc.present.form import render_form
from tests.cases import Case, named
from tests.catalogue.walk import outcome_of
from tests.every import every_answer, every_case, of_every
from tests.present.reading import read

every_calculator = of_every(CATALOGUE)
PLAN = named("first-infusion-every-8-h").calculator
PATIENT = {
    "age": "68",
    "sex": "male",
    "weight": "70",
    "dialysis": "no",
    "creatinine": "1.4",
    "creatinine_unit": "mg/dL",
}
BELOW = PATIENT | {"creatinine": "5"}
"""At 0.19 mL/min/kg, where the label's table has ended."""
TABLETS = named("tablets-famciclovir-prophylaxis")
"""Refused whatever else is answered."""


def without(case: Case, left_out: str) -> dict[str, str]:
    """The answers of a case but one."""
    return {name: typed for name, typed in case.answers.items() if name != left_out}


def live(typing: str = "", **answers: str) -> dict[str, Any]:
    """What the page of the plan gets back for a change."""
    request = {"calculator": PLAN, "answers": answers, "typing": typing}
    replied: dict[str, Any] = json.loads(answer(json.dumps(request)))
    return replied


@every_calculator
def test_an_empty_form_names_all_that_it_waits_for(name: str) -> None:
    result = read(render_form(CATALOGUE[name], "here")).one(class_="calculator-result")
    needed = {error.field for error in run(name, {}, form=True).errors}

    assert needed - CATALOGUE[name].units == {link["data-for"] for link in result.all("a")}


def test_what_is_not_answered_yet_is_no_fault() -> None:
    assert {} == live(**PATIENT | {"weight": "", "creatinine": "", "creatinine_unit": ""})["fields"]


def test_what_is_typed_is_found_fault_with_when_it_is_left() -> None:
    odd = PATIENT | {"weight": "900"}

    assert "weight" not in live("weight", **odd)["fields"]
    assert "field-error" in live(**odd)["fields"]["weight"]


def test_a_unit_that_is_missing_is_offered_where_it_stands_behind_the_number() -> None:
    typed = PATIENT | {"creatinine": "1.4 mg/dL", "creatinine_unit": ""}

    assert "data-fill" in live("creatinine", **typed)["fields"]["creatinine_unit"]


def test_a_change_gets_no_summary_of_errors() -> None:
    assert "" == live()["summary"]


@every_case
def test_few_words_are_said_of_a_result(case: Case) -> None:
    said = [in_a_few_words(outcome_of(case), live=live).split() for live in (True, False)]

    assert [] == [words for words in said if len(words) > WORDS]


@pytest.mark.parametrize(("said", "heard"), [(16, True), (17, False)])
def test_an_answer_is_heard_with_its_headline_up_to_twenty_words(said: int, heard: bool) -> None:
    """Four words say that there is no caution."""
    headline = " ".join(["word"] * said)
    outcome = Answered(calculator=PLAN, version="0", answer=Answer({}, headline=headline))

    assert heard is (headline in in_a_few_words(outcome, live=True))


def test_a_refusal_is_shown_as_soon_as_no_choice_can_avert_it() -> None:
    refusal = foreseen(PLAN, BELOW, form=True).refusal

    assert refusal
    assert "clearance-below-0.4" == refusal.id


def test_a_choice_that_refuses_alone_needs_no_other_answer() -> None:
    assert isinstance(foreseen(PLAN, {"dialysis": "yes"}, form=True), Refused)


def test_what_is_foreseen_holds_no_choice_that_nobody_made() -> None:
    assert BELOW.keys() == foreseen(PLAN, BELOW, form=True).inputs.keys()


def test_what_is_foreseen_shows_what_led_to_it_in_every_case() -> None:
    assert {"clearance_per_kg"} == foreseen(PLAN, BELOW, form=True).values.keys()


def test_a_figure_that_an_open_choice_may_change_is_not_shown_with_what_is_foreseen() -> None:
    """Cidofovir is refused for an allergy; its clearance is another one for men and women."""
    case = named("cidofovir-allergy")

    assert {"clearance"} == outcome_of(case).values.keys()
    assert {} == foreseen(case.calculator, without(case, "sex"), form=True).values


def test_an_option_that_is_not_offered_averts_no_refusal() -> None:
    """After each session is an option only where there are sessions."""
    ordered = {"ordered": "yes", "tablet_dose": "500"}

    assert "refusal" == foreseen(TABLETS.calculator, {**TABLETS.answers, **ordered}, form=True).kind


def test_what_the_form_has_hidden_averts_no_refusal_and_is_no_answer() -> None:
    asked = without(TABLETS, "mind")

    foreseeable = foreseen(TABLETS.calculator, {**asked, "tablet_dose": "500"}, form=True)

    assert ("refusal", asked.keys()) == (foreseeable.kind, foreseeable.inputs.keys())


def test_a_value_of_which_the_unit_is_open_is_not_confirmed_yet() -> None:
    odd = {"creatinine": "19", "confirm": "creatinine"}
    asked = {**without(TABLETS, "creatinine_unit"), **odd}

    foreseeable = foreseen(TABLETS.calculator, asked, form=True)

    assert ("refusal", ()) == (foreseeable.kind, foreseeable.confirmed)


@pytest.mark.parametrize("fault", [{"access": "not an option"}, {"weight": "900"}])
def test_nothing_is_foreseen_before_a_fault_is_mended(fault: dict[str, str]) -> None:
    assert "invalid" == foreseen(PLAN, BELOW | fault, form=True).kind


def test_nothing_is_foreseen_where_a_choice_decides() -> None:
    assert "invalid" == foreseen(PLAN, PATIENT, form=True).kind


@every_answer
def test_nothing_is_refused_early_that_is_answered_in_the_end(case: Case) -> None:
    inputs = CATALOGUE[case.calculator].inputs
    left = {k: v for k, v in case.answers.items() if not isinstance(inputs.get(k), Choice)}

    assert "refusal" != foreseen(case.calculator, left, form=True).kind

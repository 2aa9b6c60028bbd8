"""How the questions are put: hints, examples, what is offered for a slip."""

import pytest

from calc.catalogue import CATALOGUE, run
from calc.model.inputs import Choice
from calc.model.number import Number
from calc.model.outcomes import FieldError
from tests.every import of_every

Question = tuple[str, str]
"""A calculator and one of its inputs."""

EVERY = [(name, field) for name, each in CATALOGUE.items() for field in each.inputs]
NUMBERS = {
    (name, field): asked
    for name, field in EVERY
    if isinstance(asked := CATALOGUE[name].inputs[field], Number)
}
CHOICES = {
    (name, field): asked
    for name, field in EVERY
    if isinstance(asked := CATALOGUE[name].inputs[field], Choice)
}
YES_OR_NO = [
    question
    for question, asked in CHOICES.items()
    if {"Yes", "No"} <= {each.label for each in asked.options}
]
"""The questions that yes or no answers, and at most "Not known"."""
SHORT = [
    question
    for question, asked in CHOICES.items()
    if len(asked.options) <= 3
    and all(len(each.label) <= 15 and not each.hint for each in asked.options)
]
"""The questions with two or three answers that are a word or two each."""
OF_THE_COURSE = [
    *(("next-step", "virus"), ("next-step", "resistance")),
    *(("prophylaxis", "treated_in"), ("vaccine-dates", "doses")),
]
"""Questions of the course of an illness whose answers are a few words each."""
DOSES = [question for question, asked in NUMBERS.items() if asked.unit in ("mg", "mg/kg")]

INFUSION = {
    **{"weight": "70", "dialysis": "no", "regimen": "hsv-40-every-8-h"},
    **{"access": "central", "first_infusion": "no"},
}


def refused(**dose: str) -> FieldError:
    """What is said of a dose that cannot be one in mg, or in mg/kg."""
    (error,) = run("foscarnet-infusion", {**INFUSION, **dose}).errors
    return error


def offered(**dose: str) -> list[str]:
    """What is offered in its place."""
    return [each.label for each in refused(**dose).offers]


@of_every(YES_OR_NO)
def test_yes_and_no_stand_side_by_side(question: Question) -> None:
    assert CHOICES[question].compact


@of_every(SHORT)
def test_two_or_three_short_answers_stand_side_by_side(question: Question) -> None:
    assert CHOICES[question].compact


@of_every(OF_THE_COURSE)
def test_the_short_answers_of_the_course_stand_side_by_side(question: Question) -> None:
    assert CHOICES[question].compact


@of_every(EVERY)
def test_a_hint_is_a_sentence(question: Question) -> None:
    name, field = question
    hint = CATALOGUE[name].inputs[field].hint

    assert hint == "" or ((hint[0].isupper() or hint[0].isdigit()) and hint.endswith("."))


@of_every(NUMBERS)
def test_an_example_is_an_answer_that_needs_no_second_look(question: Question) -> None:
    asked = NUMBERS[question]

    asked.check(asked.read(asked.example, "field"), "field", False)


@of_every(DOSES)
def test_who_is_asked_for_a_dose_is_told_that_it_is_one_and_not_a_day_s(question: Question) -> None:
    hint = NUMBERS[question].hint

    assert hint.startswith("One dose") or "at one time" in hint


def test_a_running_dose_is_asked_for_as_it_is_given_and_one_per_kg_as_it_was_ordered() -> None:
    asked = CATALOGUE["foscarnet-redose"].inputs

    assert "as it is given now" in asked["running_dose"].hint
    assert "as it was ordered" in asked["running_dose_per_kg"].hint


@pytest.mark.parametrize(
    ("typed", "grams"),
    [("0.399", []), ("0.4", ["0.4 g = 400 mg"]), ("20", ["20 g = 20,000 mg"]), ("20.0005", [])],
)
def test_a_figure_may_be_grams_from_400_mg_to_20_g(typed: str, grams: list[str]) -> None:
    assert grams == [each for each in offered(dose=typed) if " g " in each]


@pytest.mark.parametrize(
    ("typed", "per_kg"),
    [("4.99", []), ("5", ["5 mg/kg"]), ("120", ["120 mg/kg"]), ("120.1", [])],
)
def test_a_figure_may_be_a_dose_per_kg_where_the_label_has_such(
    typed: str, per_kg: list[str]
) -> None:
    assert per_kg == [each for each in offered(dose=typed) if each.endswith("mg/kg")]


@pytest.mark.parametrize(("typed", "mg"), [("50000", True), ("50001", False)])
def test_it_is_asked_whether_a_dose_per_kg_is_one_in_mg_where_that_is_possible(
    typed: str, mg: bool
) -> None:
    assert mg == (f"was it {int(typed):,} mg?" in refused(dose_per_kg=typed).text)


@pytest.mark.parametrize(("typed", "per_kg"), [("1200", ["120 mg/kg"]), ("1210", [])])
def test_a_nought_too_many_is_seen_where_the_label_has_the_dose_without_it(
    typed: str, per_kg: list[str]
) -> None:
    assert per_kg == [each for each in offered(dose_per_kg=typed) if each.endswith("mg/kg")]


@pytest.mark.parametrize("unit", ["g", "gram", "grams", "gm"])
def test_grams_are_understood_however_they_are_spelt(unit: str) -> None:
    assert ["2.45 g = 2,450 mg"] == offered(dose=f"2.45 {unit}")

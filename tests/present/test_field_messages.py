"""Beside a field stand its error, what may have been meant as buttons, or what was read."""

import json

from calc.catalogue import CATALOGUE, run
from calc.model.outcomes import Outcome
from calc.present.field_messages import field_messages
from calc.present.markup import NBSP, typeset
from tests.cases import Case, named
from tests.catalogue.walk import outcome_of
from tests.every import every_invalid
from tests.present.reading import Element, read


def element(outcome: Outcome, field: str) -> Element:
    """What stands beside a field."""
    return read(field_messages(outcome, outcome.errors)[field])


@every_invalid
def test_every_error_of_a_field_stands_beside_it(case: Case) -> None:
    outcome = outcome_of(case)
    asked = CATALOGUE[case.calculator].inputs
    texts = {(e.field, typeset(e.text)) for e in outcome.errors if e.field in asked}

    said = {
        (field, each.text)
        for field, html in field_messages(outcome, outcome.errors).items()
        for each in read(html).all("p", class_="field-error")
    }
    assert texts == said


def test_of_several_wrong_rows_each_is_said_beside_their_field() -> None:
    answers = {**named("redose-stays").answers, "creatinines": "2026-11-25 one\n2026-11-27 two"}

    said = element(run("foscarnet-redose", answers), "creatinines").all("p", class_="field-error")

    assert ["row 1", "row 2"] == [each.text.split(": ")[0].split(", ")[1] for each in said]


@every_invalid
def test_every_offer_is_a_button_that_holds_what_it_fills_in(case: Case) -> None:
    outcome = outcome_of(case)
    offers = [dict(each.answers) for error in outcome.errors for each in error.offers]

    filled = [
        json.loads(button["data-fill"])
        for html in field_messages(outcome, outcome.errors).values()
        for button in read(html).all("button", type="button")
    ]
    assert offers == filled


@every_invalid
def test_an_offer_that_is_taken_mends_its_field(case: Case) -> None:
    """Nothing is offered that would be refused, but for a value that must be confirmed."""
    for error in outcome_of(case).errors:
        for offer in error.offers:
            after = run(case.calculator, {**case.answers, **offer.answers, "confirm": "yes"})
            assert [] == [e.text for e in after.errors if e.field in offer.answers]


def test_a_button_is_called_by_the_value_that_it_fills_in() -> None:
    button = element(outcome_of(named("creatinine-88-as-mg-per-dl")), "creatinine").one("button")

    assert "88 µmol/L" == button.text.replace(NBSP, " ")
    assert {"creatinine": "88", "creatinine_unit": "umol/L"} == json.loads(button["data-fill"])


def test_the_buttons_are_a_group_that_is_called_by_its_field() -> None:
    group = element(outcome_of(named("weight-in-pounds")), "weight").one("div", role="group")

    assert "Weight: what may be meant" == group["aria-label"]


def test_a_number_is_read_back_in_its_other_units() -> None:
    said = element(outcome_of(named("weight-plain")), "weight").text.replace(NBSP, " ")

    assert "About 154 lb, 11 st 0 lb" == said


def test_a_comma_that_was_taken_is_read_back() -> None:
    said = element(outcome_of(named("dose-as-this-site-prints-it")), "dose").text

    assert "Read as 2,450 mg (typed as “2,450 mg”)" == said.replace(NBSP, " ")


def test_a_number_that_is_as_it_was_typed_needs_no_word() -> None:
    assert "age" not in field_messages(outcome_of(named("weight-plain")), ())

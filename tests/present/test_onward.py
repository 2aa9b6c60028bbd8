"""Carrying on: the calculator that follows an answer finds in its form what was answered before."""

import json
from typing import Any

from calc.browser import answer
from calc.catalogue import CATALOGUE
from calc.present.markup import Markup
from calc.present.onward import CARRIED
from tests.every import of_every
from tests.plan import ANSWERS
from tests.present.reading import Element, read

WOMAN = {"age": "66", "sex": "female", "creatinine": "1.25", "creatinine_unit": "mg/dL"}


def page(calculator: str, answers: dict[str, str]) -> Element:
    """What the page shows for the answers of a form."""
    request = {"calculator": calculator, "answers": answers, "form": "first"}
    reply: dict[str, Any] = json.loads(answer(json.dumps(request)))
    return read(Markup(reply["html"]))


def form_of(shown: Element, calculator: str) -> Element:
    """The form of a calculator that follows."""
    return shown.one("section", data_calculator=calculator)


def typed_in(form: Element) -> dict[str, str]:
    """What stands in a form already, but for what the page keeps for itself."""
    filled = [each for each in form.all("input") if "checked" in each or each.has({"type": "text"})]
    return {each["name"]: each["value"] for each in filled if each.attributes.get("value")}


def carried_in(form: Element) -> str:
    """What the page keeps for itself in a form that follows."""
    return form.one("input", name=CARRIED)["value"]


def test_the_same_questions_are_answered_already() -> None:
    form = form_of(page("creatinine-clearance", WOMAN), "foscarnet-dose")

    assert WOMAN == typed_in(form)


def test_an_answer_two_forms_back_is_carried_on_too() -> None:
    first = page("creatinine-clearance", {**WOMAN, "weight": "70.5"})
    answers = {"regimen": "vzv-40-every-8-h", "dialysis": "no"}
    form = form_of(first, "foscarnet-dose")
    second = page("foscarnet-dose", typed_in(form) | answers | {CARRIED: carried_in(form)})
    next_form = form_of(second, "foscarnet-infusion")
    kept = json.loads(carried_in(next_form))

    assert ["creatinine-clearance", "foscarnet-dose"] == [*kept]
    assert "70.5" == typed_in(next_form)["weight"]


def test_a_dose_that_was_worked_out_is_what_the_infusion_is_asked_for() -> None:
    answers = {**WOMAN, "weight": "70", "regimen": "vzv-40-every-8-h", "dialysis": "no"}
    form = form_of(page("foscarnet-dose", answers), "foscarnet-infusion")

    assert {"weight": "70", "dialysis": "no"}.items() <= typed_in(form).items()
    assert 1 == len({"dose", "dose_per_kg"} & typed_in(form).keys())


def test_no_item_of_an_order_is_taken_from_what_it_is_held_against() -> None:
    form = form_of(page("foscarnet-plan", ANSWERS), "order-check")
    items = {name for name in CATALOGUE["order-check"].inputs if name.startswith("order_")}

    assert {"order_dose", "order_dose_per_kg", "order_interval", "order_rate"} <= items
    assert set() == {"dose", "dose_per_kg", *items} & typed_in(form).keys()


def after_a_new_creatinine(calculator: str) -> dict[str, str]:
    """What a form after the plan of a first infusion and a dose on a new creatinine holds."""
    first = page("foscarnet-plan", {**ANSWERS, "first_infusion": "yes"})
    form = form_of(first, "foscarnet-redose")
    answers = typed_in(form) | {
        "interval": "12",
        "running_dose_per_kg": "35",
        "creatinines": "26 Nov 2026 1.0\n29 Nov 2026 1.3",
        "creatinines_unit": "mg/dL",
        "next_dose_day": "29 Nov 2026",
    }
    second = page("foscarnet-redose", answers | {CARRIED: carried_in(form)})
    return typed_in(form_of(second, calculator))


def test_what_begins_with_the_first_infusion_knows_that_it_does() -> None:
    form = form_of(page("foscarnet-plan", {**ANSWERS, "first_infusion": "yes"}), "order-check")

    assert {"first_infusion": "yes", "creatinine": "1.0"}.items() <= typed_in(form).items()


@of_every(["order-check", "foscarnet-schedule", "foscarnet-infusion"], str)
def test_no_infusion_is_the_first_after_a_dose_that_ran(calculator: str) -> None:
    typed = after_a_new_creatinine(calculator)

    assert "first_infusion" in CATALOGUE[calculator].inputs
    assert "first_infusion" not in typed


def test_no_creatinine_is_carried_past_a_newer_one() -> None:
    typed = after_a_new_creatinine("order-check")

    assert {"age": "68", "weight": "70"}.items() <= typed.items()
    assert set() == {"creatinine", "creatinine_unit", "measured_clearance"} & typed.keys()


def test_a_form_that_follows_is_emptied_with_the_first() -> None:
    form = form_of(page("creatinine-clearance", WOMAN), "foscarnet-dose")

    assert [] == form.all("button", class_="calculator-reset")


def test_its_ids_are_its_own() -> None:
    ids = [each["id"] for each in page("creatinine-clearance", WOMAN).all() if "id" in each]

    assert len(ids) == len({*ids})


def test_a_refusal_leads_nowhere() -> None:
    shown = page("foscarnet-plan", {**ANSWERS, "creatinine": "4"})

    assert [] == shown.all(class_="onward")


def test_what_follows_is_a_calculator() -> None:
    named = {name for each in CATALOGUE.values() for name in each.onward}

    assert set() == named - CATALOGUE.keys()

"""Carrying on: the calculator that follows an answer finds in its form what was answered before."""

import json
from fractions import Fraction
from typing import Any

import pytest

from calc.browser import answer
from calc.catalogue import CATALOGUE, run
from calc.model.inputs import Choice
from calc.model.quantity import Quantity, constant
from calc.present.markup import Markup
from calc.present.onward import CARRIED, carried_on
from tests.every import of_every
from tests.plan import ANSWERS
from tests.present.carried import carried_in, form_of, forms_in, typed_in
from tests.present.reading import Element, read

WOMAN = {"age": "66", "sex": "female", "creatinine": "1.25", "creatinine_unit": "mg/dL"}


def page(calculator: str, answers: dict[str, str]) -> Element:
    """What the page shows for the answers of a form."""
    request = {"calculator": calculator, "answers": answers, "form": "first"}
    reply: dict[str, Any] = json.loads(answer(json.dumps(request)))
    return read(Markup(reply["html"]))


def test_the_same_questions_are_answered_already() -> None:
    form = form_of(page("creatinine-clearance", WOMAN), "foscarnet-dose")

    assert WOMAN == typed_in(form)


def test_a_creatinine_begins_the_rows_and_waits_for_its_day() -> None:
    typed = typed_in(form_of(page("foscarnet-plan", ANSWERS), "foscarnet-redose"))
    rows = {**typed, "running_dose": "2450", "interval": "12", "next_dose_day": "29 Nov 2026"}

    outcome = run("foscarnet-redose", rows)

    assert {"creatinines": "1.0", "creatinines_unit": "mg/dL"}.items() <= typed.items()
    assert [("creatinines", "series")] == [(each.field, each.code) for each in outcome.errors]
    assert "weights" not in typed


@pytest.mark.parametrize(
    ("stood", "newer", "row"),
    [
        ("1.1 mg/dL", "2.0|mg/dL", "2.0"),
        ("1.1 mg/dL", "177 |umol/L", "177 umol/L"),
        ("1.1 mg/dL", "177 µmol/l|umol/L", "177 µmol/l"),
        ("97 umol/L", "1.4|mg/dL", "1.4 mg/dL"),
        ("97 umol/L", "177", "177"),
    ],
)
def test_a_newer_creatinine_is_added_to_the_rows_that_stand_and_says_another_unit(
    stood: str, newer: str, row: str
) -> None:
    first, unit = stood.split()
    rows = {"creatinines": f"28 Nov 2026 {first}", "creatinines_unit": unit}
    last = dict(zip(("creatinine", "creatinine_unit"), newer.split("|"), strict=False))

    given = carried_on("foscarnet-redose", {"foscarnet-redose": rows, "foscarnet-plan": last}, {})

    assert {**rows, "creatinines": f"28 Nov 2026 {first}\n{row}"} == given


@pytest.mark.parametrize(
    ("name", "value", "given"),
    [
        ("dose_per_kg", constant("40.5", "mg/kg"), {"dose_per_kg": "40.5"}),
        ("dose_per_kg", constant(Fraction(1, 3), "mg/kg"), {}),
        ("dose_per_kg", constant(2, "g/kg"), {}),
        ("interval", constant(12, "h"), {"interval": "12"}),
        ("interval", constant(7, "h"), {}),
        ("interval", constant(Fraction(1, 3), "h"), {}),
        ("age", constant(68, "a"), {}),
    ],
)
def test_a_value_answers_a_question_where_it_can_be_written_whole_in_its_unit(
    name: str, value: Quantity, given: dict[str, str]
) -> None:
    """Where it cannot, what was answered before is not given in its place."""
    before = {"foscarnet-redose": {name: "8"}}

    assert given == carried_on("foscarnet-hydration", before, {name: value})


def test_dated_rows_are_there_when_their_calculator_comes_up_again() -> None:
    first = page("foscarnet-redose", REDOSE | {"weights": "24 Nov 2026 70"})
    look = page(
        "next-step",
        FIRST_LOOK
        | {"treatment": "foscarnet", "lesions": "healing"}
        | {CARRIED: carried_in(form_of(first, "next-step"))},
    )
    typed = typed_in(form_of(look, "foscarnet-redose"))

    assert REDOSE["creatinines"] == typed["creatinines"]
    assert "24 Nov 2026 70" == typed["weights"]
    assert set() == {"next_dose_day", "weight", "running_dose"} & typed.keys()


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


FIRST_LOOK = {
    **{"red_flags": "none", "suspicions": "none", "patient": "on-treatment", "lesions": "new"},
    **{
        "treatment": "tablets",
        "tablets": "valaciclovir",
        "tablets_dose": "fits",
        "days": "8",
        "in_full": "yes",
    },
    **{"virus": "vzv", "resistance": "resistant", "enough_clearance": "yes"},
}


REDOSE = {
    **{"regimen": "vzv-40-every-8-h", "dialysis": "no", "age": "66", "sex": "female"},
    **{"weight": "70", "running_dose": "2000", "interval": "12"},
    **{"creatinines": "2026-11-24 1.25\n2026-11-28 1.6", "creatinines_unit": "mg/dL"},
    **{"next_dose_day": "2026-11-28"},
}


TOLD = {"treatment": "foscarnet", "enough_clearance": "yes"}
"""What the dose on a new creatinine tells the next step."""


def second_look(**first: str) -> Element:
    """The next step, offered again after another form, which was answered in full."""
    form = form_of(page("next-step", FIRST_LOOK | first), "foscarnet-plan")
    plan = page("foscarnet-plan", ANSWERS | {CARRIED: carried_in(form)})
    kept = carried_in(form_of(plan, "foscarnet-redose"))
    return form_of(page("foscarnet-redose", REDOSE | {CARRIED: kept}), "next-step")


def test_a_calculator_that_comes_up_again_asks_what_is_of_one_day_anew() -> None:
    held = {"patient": "on-treatment", "virus": "vzv", "resistance": "resistant"}

    assert held | TOLD == typed_in(second_look())


TABLETS = {
    **{"tablets": "valaciclovir", "purpose": "zoster", "whose_text": "us", "mind": "no"},
    **{"dialysis_kind": "none", "ordered": "yes", "tablet_dose": "1000", "weight": "70"},
    **{"order_often": "two-a-day", "height": "170", **WOMAN},
}
VERDICTS = {
    "1000 three-a-day": {"tablets_dose": "too-much"},
    "1000 two-a-day": {"tablets_dose": "fits"},
    "500 two-a-day": {"tablets_dose": "too-little"},
    "2000 once-a-day": {},
    "900 two-a-day": {},
}


def after_tablets(**changed: str) -> dict[str, str]:
    """What the next step holds after tablets."""
    return typed_in(form_of(page("oral-antiviral", TABLETS | changed), "next-step"))


@of_every([*VERDICTS], str)
def test_the_verdict_on_tablets_is_told_to_the_next_step(order: str) -> None:
    """One that asks first is not given on: much at one time, and a dose of another drug."""
    dose, often = order.split()
    told = {"treatment": "tablets", "tablets": "valaciclovir"} | VERDICTS[order]

    assert told == after_tablets(tablet_dose=dose, order_often=often)


def test_confusion_on_tablets_is_a_red_flag_of_the_next_step() -> None:
    assert "brain" == after_tablets(mind="yes")["red_flags"]
    assert "red_flags" not in after_tablets(mind="no")


def test_tablets_that_prevent_are_no_treatment_in_the_next_step() -> None:
    typed = after_tablets(purpose="prophylaxis")

    assert "prophylaxis" == typed["treatment"]
    assert "tablets_dose" not in typed


def test_a_creatinine_goes_past_a_form_that_works_out_nothing() -> None:
    form = form_of(page("oral-antiviral", TABLETS), "next-step")
    look = typed_in(form) | FIRST_LOOK | {"resistance": "not-sent", CARRIED: carried_in(form)}

    typed = typed_in(form_of(page("next-step", look), "aciclovir-iv"))

    assert WOMAN.items() <= typed.items()


DIALYSIS = {
    "oral-antiviral": ("dialysis_kind", ["none", "haemodialysis", "other"]),
    "aciclovir-iv": ("renal_replacement", ["none", "haemodialysis", "peritoneal", "continuous"]),
    "foscarnet-plan": ("dialysis", ["no", "yes"]),
    "cidofovir-gate": ("on_dialysis", ["no", "yes"]),
}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("oral-antiviral", "aciclovir-iv", ["none", "haemodialysis", ""]),
        ("oral-antiviral", "foscarnet-plan", ["no", "yes", "yes"]),
        ("aciclovir-iv", "oral-antiviral", ["none", "haemodialysis", "other", "other"]),
        ("aciclovir-iv", "foscarnet-plan", ["no", "yes", "yes", "yes"]),
        ("foscarnet-plan", "aciclovir-iv", ["none", ""]),
        ("foscarnet-plan", "cidofovir-gate", ["no", "yes"]),
    ],
)
def test_a_question_about_dialysis_is_answered_where_one_option_alone_says_as_much(
    before: str, after: str, said: list[str]
) -> None:
    asked, answers = DIALYSIS[before]
    field, _ = DIALYSIS[after]

    given = [carried_on(after, {before: {asked: each}}, {}).get(field, "") for each in answers]

    assert said == given


def test_what_was_not_known_yet_is_asked_again() -> None:
    flags = {"lesions": "unchanged", "treatment": "aciclovir-iv"}
    shown = second_look(**flags, virus="not-known", resistance="pending")

    assert {"patient": "on-treatment"} | TOLD == typed_in(shown)


def test_no_number_of_an_earlier_day_is_given_on() -> None:
    look = second_look()
    shown = page("next-step", FIRST_LOOK | {CARRIED: carried_in(look)})

    assert {"age", "sex", "regimen"} == {*typed_in(form_of(shown, "foscarnet-plan"))}


def test_what_holds_beyond_its_day_is_no_number_of_the_day_without_its_date() -> None:
    holds = {
        name for each in CATALOGUE.values() for name in each.lasts if not each.is_momentary(name)
    }

    assert {
        *("age", "sex", "height", "patient", "virus", "resistance", "regimen", "country"),
        *("treated_in", "daratumumab_start", "first_dose", "second_dose", "live_before"),
        *("baseline_creatinine", "baseline_creatinine_unit", "paraprotein"),
        *("product_text", "whose_text"),
        *("creatinines", "creatinines_unit", "weights"),
    } == holds


def test_a_form_that_follows_is_emptied_with_the_first() -> None:
    form = form_of(page("creatinine-clearance", WOMAN), "foscarnet-dose")

    assert [] == form.all("button", type="reset")


def test_its_ids_are_its_own() -> None:
    shown = page("creatinine-clearance", WOMAN)
    ids = [each["id"] for part in (shown, *forms_in(shown)) for each in part.all() if "id" in each]

    assert len(ids) == len({*ids})


def test_a_refused_plan_leads_to_the_next_step() -> None:
    shown = page("foscarnet-plan", {**ANSWERS, "creatinine": "4"})
    led = forms_in(shown.one(class_="onward"))

    assert ["next-step"] == [each.all("section")[0]["data-calculator"] for each in led]


def test_a_refusal_that_declares_no_next_step_leads_nowhere() -> None:
    shown = page("ideal-weight", {"sex": "female", "weight": "45", "height": "150"})

    assert [] == shown.all(class_="onward")


def test_every_calculator_that_is_led_to_leads_on() -> None:
    decided_by_the_answer = {"next-step"}
    led_to = {name for each in CATALOGUE.values() for name in (*each.onward, *each.onward_refused)}

    assert decided_by_the_answer == {name for name in led_to if not CATALOGUE[name].onward}


def test_what_follows_is_a_calculator() -> None:
    named = {name for each in CATALOGUE.values() for name in (*each.onward, *each.onward_refused)}

    assert set() == named - CATALOGUE.keys()


ASKED = [
    (field, asked)
    for each in CATALOGUE.values()
    for field, asked in each.inputs.items()
    if field not in each.units
]


def test_a_name_is_the_same_question_wherever_it_is_asked() -> None:
    several = {
        field for field, one in ASKED for other, two in ASKED if field == other and one is not two
    }

    assert set() == several


def test_questions_that_read_alike_answer_one_another() -> None:
    names = {
        asked.label: {field for field, one in ASKED if one.label == asked.label}
        for _, asked in ASKED
    }
    silent = {
        field
        for field, asked in ASKED
        if len(names[asked.label]) > 1
        and not (isinstance(asked, Choice) and all(option.means for option in asked.options))
    }

    assert set() == silent

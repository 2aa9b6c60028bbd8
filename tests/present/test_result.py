"""A result shows dose and interval in one breath, its cautions, its working and its sources."""

import re

import pytest

from calc.catalogue import CATALOGUE, run
from calc.model.outcomes import Failed
from calc.present.markup import typeset
from calc.present.result import render_html, summary
from calc.present.text import render_text
from calc.present.working import steps_of
from tests.cases import Case, cases
from tests.catalogue.walk import outcome_of
from tests.every import every_answer, every_invalid, every_refusal, of_every
from tests.present.reading import page_of, read

every_dose = of_every(
    [c for c in cases("answer") if c.calculator in ("foscarnet-plan", "foscarnet-dose")],
    lambda case: case.name,
)

AMOUNT = re.compile(r"\d[\d,.]* ?(mg|mL|mL/h|min|hours?|mg/kg|mg/kg/min|mmol)(?![/\w])")
"""A dose, a volume, a rate or a time: a number with such a unit, and not one of clearance."""

SCRIPT = "<script>alert(1)</script>"


@every_dose
def test_dose_and_interval_stand_in_one_text(case: Case) -> None:
    outcome = outcome_of(case)
    values = outcome.values

    texts = page_of(case).one("span", class_="answer-headline").texts()

    assert [typeset(f"{values['dose'].shown()} every {values['interval'].shown()}")] == texts


@every_dose
def test_the_dose_per_kg_stands_right_under_it(case: Case) -> None:
    per_kg = outcome_of(case).values["dose_per_kg"].shown()

    assert page_of(case).one("p", class_="answer-beneath").text.startswith(f"{typeset(per_kg)};")


@every_dose
def test_the_day_s_dose_stands_beside_it(case: Case) -> None:
    outcome = outcome_of(case)

    card = page_of(case).one("div", class_="answer-card")

    assert typeset(outcome.values["dose_24_h"].shown()) in card.text
    assert typeset(outcome.values["dose_per_kg_24_h"].shown()) in card.text


@every_answer
def test_what_warns_stands_before_the_tables(case: Case) -> None:
    parts = [each["class"] for each in page_of(case).all() if "class" in each]

    warns = [place for place, name in enumerate(parts) if name in ("cautions", "stop-box")]
    tables = [place for place, name in enumerate(parts) if name == "result"]

    assert [] == [each for each in tables if each < max(warns, default=0)]


@every_answer
def test_every_caution_is_shown_with_its_source_before_the_working(case: Case) -> None:
    outcome = outcome_of(case)
    card = page_of(case)

    for caution in outcome.cautions:
        item = card.one("li", data_caution=caution.id)
        assert typeset(caution.text) in typeset(item.text)
        assert item.one("span", class_="cites").text
    headings = [each.text for each in card.all("h3")]
    if outcome.cautions and "Working" in headings:
        assert headings.index("Cautions") < headings.index("Working")


@every_answer
def test_every_step_of_the_working_is_shown(case: Case) -> None:
    outcome = outcome_of(case)
    said = typeset(page_of(case).text).casefold()

    assert [] == [
        each.name for each in steps_of(outcome) if typeset(each.result).casefold() not in said
    ]


@every_answer
def test_every_source_is_shown(case: Case) -> None:
    outcome = outcome_of(case)
    said = page_of(case).one("details", class_="result-sources").text

    assert {str(cite.source) for cite in outcome.cites if str(cite.source) not in said} == set()


@every_answer
def test_what_to_check_first_stands_with_every_plan_with_its_sources(case: Case) -> None:
    card = page_of(case)
    checks = CATALOGUE[case.calculator].checks

    items = [each for each in card.all("details", class_="checks") for each in each.all("li")]
    assert len(checks) == len(items)
    assert all(typeset(check.text) in item.text for check, item in zip(checks, items, strict=True))
    assert all(item.one("span", class_="cites").text for item in items)


@every_answer
def test_the_text_to_copy_is_the_text(case: Case) -> None:
    outcome = outcome_of(case)

    assert render_text(outcome) == page_of(case).one("pre").text


@every_answer
def test_a_result_is_well_formed_and_brings_no_script_style_or_address(case: Case) -> None:
    for each in page_of(case).within():
        assert each.name not in ("script", "style", "img", "a")
        assert {"style", "src", "href"} & {*each.attributes} == set()


@every_refusal
def test_a_refusal_says_why_and_what_to_do_instead_with_its_source(case: Case) -> None:
    outcome = outcome_of(case)
    assert outcome.refusal

    card = page_of(case).one("div", class_="refusal-card")
    assert CATALOGUE[case.calculator].refused == card.one("h2").text
    assert typeset(outcome.refusal.text) in typeset(card.text)
    assert typeset(outcome.refusal.instead) in typeset(card.text)
    assert card.one("span", class_="cites").text


@every_refusal
def test_a_refusal_shows_no_dose_volume_rate_or_time(case: Case) -> None:
    """But for the answers typed, and the limit that a typed dose breaks."""
    card = page_of(case).one("div", class_="refusal-card")
    working = [each.text for each in page_of(case).all("details", class_="working")]

    said = typeset(" ".join([card.text, *working]))
    found = [amount.group() for amount in AMOUNT.finditer(said)]
    if case.refusal in ("dose-above-regimen", "dose-above-label"):
        found = [amount for amount in found if not amount.endswith("mg/kg")]
    assert [] == found


@every_refusal
def test_a_refusal_in_plain_text_shows_none_either(case: Case) -> None:
    sections = render_text(outcome_of(case)).split("\n\n")
    said = typeset("\n".join(part for part in sections if not part.startswith("INPUTS")))

    found = [amount.group() for amount in AMOUNT.finditer(said)]
    if case.refusal in ("dose-above-regimen", "dose-above-label"):
        found = [amount for amount in found if not amount.endswith("mg/kg")]
    assert [] == found


@every_refusal
def test_a_refusal_draws_no_picture(case: Case) -> None:
    assert [] == page_of(case).all("svg")


@every_invalid
def test_invalid_answers_have_no_result(case: Case) -> None:
    assert "" == render_html(outcome_of(case))


@every_invalid
def test_every_error_links_to_its_field(case: Case) -> None:
    outcome = outcome_of(case)

    links = read(summary(outcome, "form-2")).all("a")
    assert [f"#form-2-{error.field}" for error in outcome.errors] == [
        each["href"] for each in links
    ]
    assert [typeset(each.text) for each in outcome.errors] == [typeset(each.text) for each in links]
    assert [error.field for error in outcome.errors] == [each["data-for"] for each in links]


@every_invalid
def test_the_summary_says_that_there_is_a_problem(case: Case) -> None:
    assert "There is a problem" == read(summary(outcome_of(case), "form")).one("h2").text


def test_a_failure_shows_no_value_and_says_what_to_use_instead() -> None:
    outcome = Failed(calculator="foscarnet-plan", version="0")

    assert "The calculator failed" in read(render_html(outcome)).text
    assert "" == summary(outcome, "form")


@pytest.mark.parametrize("name", ["age", "sex", "creatinine_unit", "dialysis", SCRIPT])
def test_what_is_typed_is_never_markup(name: str) -> None:
    outcome = run("foscarnet-plan", {name: SCRIPT})

    assert [] == read(summary(outcome, "form")).all("script")
    assert "<script" not in render_html(outcome) + summary(outcome, "form")


def test_what_an_error_repeats_of_what_was_typed_is_never_markup() -> None:
    said = read(summary(run("foscarnet-plan", {"weight": "<b>70"}), "form"))

    assert [] == said.all("b")
    assert "“<b>70”" in said.text


@every_answer
def test_no_translator_of_pages_touches_a_dose_a_unit_or_a_drug_s_name(case: Case) -> None:
    card = page_of(case)
    classes = ("answer-headline", "step-formula", "step-numbers", "step-result", "band-dose")
    places = [*card.all("dd"), *card.all("pre")]
    places += [each for class_ in classes for each in card.all(class_=class_)]

    assert [] == [each.text for each in places if each.is_translated()]


@every_answer
def test_sources_in_short_are_named_where_anything_was_worked_out(case: Case) -> None:
    worked = [step for step in outcome_of(case).working if step.cites]
    named = page_of(case).all("p", class_="sources-in-short")

    assert all(not each.text.endswith(": .") for each in named)
    assert len(named) == 1 or not worked


@every_answer
def test_no_two_folds_of_an_answer_have_the_same_name(case: Case) -> None:
    folds = page_of(case).all("summary")
    names = [each.attributes.get("aria-label", each.text) for each in folds]

    assert [] == [name for name in set(names) if names.count(name) > 1]

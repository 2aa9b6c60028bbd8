"""What every calculator, input, caution, refusal and source promises."""

import inspect
import json
import re
from collections import Counter
from itertools import product
from pathlib import Path

from calc.catalogue import CATALOGUE, run
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.model.inputs import Choice
from calc.model.limited import Limited
from calc.model.limits import Limits
from calc.model.number import Number, unit_field
from calc.model.outcomes import Caution, Hazard
from calc.model.refusals import Refusal
from calc.model.sources import SITE_RULE, Cite, Source
from calc.model.statements import Check
from calc.model.tables import DoseTable
from calc.model.units import for_people
from tests.cases import cases
from tests.catalogue.walk import Asked, all_of, choices, every_input, numbers, outcomes
from tests.every import of_every

ROOT = Path(__file__).parents[2]

NAMES = sorted(CATALOGUE)
PUBLISHED = {
    "aciclovir-iv",
    "cidofovir-gate",
    "creatinine-clearance",
    "exposure",
    "foscarnet-dose",
    "foscarnet-hydration",
    "foscarnet-infusion",
    "foscarnet-plan",
    "foscarnet-redose",
    "ideal-weight",
    "oral-antiviral",
    "qtc",
    "vaccine-dates",
}
"""Addresses of pages and frames, and what programs ask for: none of these names may go."""
PLAN = "foscarnet-plan"
DOSING = [name for name in NAMES if name.startswith("foscarnet-")]
REGIMEN_IDS = {
    "hsv-40-every-8-h",
    "hsv-40-every-12-h",
    "cmv-60-every-8-h",
    "cmv-90-every-12-h",
    "cmv-maintenance-90",
    "cmv-maintenance-120",
    "vzv-40-every-8-h",
    "vzv-90-every-12-h",
}
PLAN_INPUTS = {
    *("age", "sex", "creatinine", "creatinine_unit", "measured_clearance", "weight"),
    *("height", "regimen", "access", "first_infusion", "fluid", "diluent", "dialysis"),
}

every_number = of_every(numbers())
every_choice = of_every(choices())


def test_a_calculator_keeps_its_name() -> None:
    assert set() == PUBLISHED - CATALOGUE.keys()


def test_the_regimens_have_fixed_ids() -> None:
    assert set(REGIMENS) == REGIMEN_IDS


def test_the_plan_asks_what_was_agreed_and_nothing_else() -> None:
    assert set(CATALOGUE["foscarnet-plan"].inputs) == PLAN_INPUTS


@of_every(DOSING)
def test_every_calculator_that_doses_must_be_told_of_dialysis(name: str) -> None:
    assert "dialysis" in CATALOGUE[name].required


@of_every(DOSING)
def test_dialysis_is_refused_at_once_whatever_else_is_missing(name: str) -> None:
    outcome = run(name, {"dialysis": "yes"})

    assert outcome.refusal
    assert ("refusal", "dialysis") == (outcome.kind, outcome.refusal.id)


def test_every_calculator_keeps_the_limits_of_each_quantity_that_it_can_work_out() -> None:
    left_out = [
        (name, limited.label)
        for name, calculator in CATALOGUE.items()
        for limited in all_of(Limited)
        if any(limited.needs(field) <= calculator.inputs.keys() for field in limited.computed_from)
        and limited not in calculator.limits
    ]

    assert [] == left_out


def test_every_number_has_limits_of_its_own_or_those_of_a_quantity_worked_out_from_it() -> None:
    limited = {field for each in all_of(Limited) for field in each.computed_from if each.hard}

    assert [] == [(c, n) for c, n, each in numbers() if not each.hard and n not in limited]


def test_every_caution_names_a_hazard_and_every_hazard_has_a_caution() -> None:
    named = {caution.hazard for caution in all_of(Caution)}

    assert {*all_of(Hazard)} == named


def test_cautions_come_with_the_most_dangerous_first() -> None:
    ranks = [[each.hazard.rank for each in outcome.cautions] for outcome in outcomes("answer")]

    assert [] == [given for given in ranks if given != sorted(given)]


def test_the_line_of_a_caution_that_people_read_is_short() -> None:
    longest = 240

    assert [] == [
        caution.text
        for outcome in outcomes()
        for caution in outcome.cautions
        if len(caution.text) > longest
    ]


@of_every(NAMES)
def test_no_caution_is_given_to_every_patient(name: str) -> None:
    """A caution that always shows is noise."""
    given = [each for each in outcomes("answer") if each.calculator == name]
    always = set.intersection(*({caution.id for caution in each.cautions} for each in given))

    assert set() == always


def test_no_caution_is_given_to_more_than_half_of_ordinary_patients() -> None:
    """Adults of 50 to 85 with kidneys from good to middling: what most of them see is not read."""
    ordinary = product(
        *(range(50, 86, 5), ("female", "male"), range(6, 17, 2), range(50, 101, 25)),
        ("hsv-40-every-8-h", "vzv-40-every-8-h", "vzv-90-every-12-h"),
    )
    given: Counter[str] = Counter()
    patients = 0
    for age, sex, creatinine, weight, regimen in ordinary:
        answers = {
            **{"age": str(age), "sex": sex, "weight": str(weight), "dialysis": "no"},
            **{"creatinine": f"{creatinine / 10}", "creatinine_unit": "mg/dL"},
            **{"regimen": regimen, "access": "central", "first_infusion": "no", "fluid": "saline"},
        }
        outcome = run("foscarnet-plan", answers)
        given.update(caution.id for caution in outcome.cautions)
        patients += outcome.kind == "answer"

    assert 800 < patients
    assert {} == {id: times for id, times in given.items() if times > patients / 2}


@of_every(NAMES)
def test_every_calculator_says_what_it_computes_and_in_which_units(name: str) -> None:
    said = inspect.getdoc(CATALOGUE[name].compute) or ""
    answers = [each for each in outcomes("answer") if each.calculator == name]
    units = {for_people(value.unit) for each in answers for value in each.values.values()}

    assert not units or [unit for unit in units if unit in said]
    assert CATALOGUE[name].about.endswith(".")


@of_every(NAMES)
def test_whoever_asks_of_dialysis_says_that_it_is_refused_and_nobody_else(name: str) -> None:
    said = inspect.getdoc(CATALOGUE[name].compute) or ""

    assert ("dialysis" in CATALOGUE[name].inputs) is ("Refused on dialysis" in said)


def limits_declared() -> list[tuple[str, Limits, Limits]]:
    """Each quantity with its hard and its soft limits; where it has one, that stands for both."""
    declared = [*(each for _, _, each in numbers()), *all_of(Limited)]
    return [
        (each.label, each.hard or each.soft, each.soft or each.hard)
        for each in declared
        if each.hard or each.soft
    ]


def test_every_number_has_a_label_and_a_unit() -> None:
    assert [] == [name for _, name, each in numbers() if not (each.label and each.unit)]


def test_every_limit_has_a_reason_and_the_soft_ones_lie_within_the_hard_ones() -> None:
    assert [] == [
        label
        for label, hard, soft in limits_declared()
        if not hard.low <= soft.low < soft.high <= hard.high
        or any(0 < len(why.split()) < 3 for why in (hard.why_high, soft.why_high))
        or min(len(hard.why.split()), len(soft.why.split())) < 3
    ]


@every_number
def test_every_number_s_example_can_be_typed(asked: Asked[Number]) -> None:
    _, name, declared = asked

    declared.check(declared.read(declared.example, name), name, False)


@every_number
def test_a_unit_that_can_differ_is_asked(asked: Asked[Number]) -> None:
    calculator, name, declared = asked
    unit = CATALOGUE[calculator].inputs.get(unit_field(name))

    assert bool(declared.factors) is isinstance(unit, Choice)
    if isinstance(unit, Choice):
        assert [*declared.accepted] == [each.id for each in unit.options]


@every_choice
def test_every_choice_has_two_options_or_more_each_with_a_label_and_an_id_of_its_own(
    asked: Asked[Choice],
) -> None:
    options = asked.declared.options
    ids = [option.id for option in options]

    assert len(ids) >= 2
    assert len(set(ids)) == len(ids)
    assert all(option.label for option in options)


@of_every(NAMES)
def test_nothing_is_answered_for_the_person(name: str) -> None:
    """A parameter is asked, or left out; none has a value of its own."""
    parameters = inspect.signature(CATALOGUE[name].compute).parameters.values()

    assert {None, inspect.Parameter.empty} >= {each.default for each in parameters}


def test_one_name_means_one_declaration_everywhere() -> None:
    declared: dict[str, set[int]] = {}
    for _, name, each in every_input():
        declared.setdefault(name, set()).add(id(each))

    assert [] == [name for name, ids in declared.items() if len(ids) > 1]


@of_every([Caution, Refusal, Check])
def test_everything_said_has_a_source(kind: type[Caution | Refusal | Check]) -> None:
    said = all_of(kind)

    assert said
    assert [] == [each.text for each in said if not each.cites]


def test_every_dose_table_has_a_source_and_a_refusal_with_a_source() -> None:
    tables = all_of(DoseTable)

    assert tables
    assert all(table.cite.source.key and table.cite.locator for table in tables)
    assert all(table.below.cites for table in tables)


def test_every_refusal_says_what_to_do_instead() -> None:
    assert [] == [each.id for each in all_of(Refusal) if not each.instead]


def test_every_citation_says_where_in_its_source() -> None:
    assert [] == [cite for cite in all_of(Cite) if not cite.locator]


def test_every_caution_is_reached_by_some_case() -> None:
    given = {caution.text for outcome in outcomes() for caution in outcome.cautions}

    assert [] == [each.id for each in all_of(Caution) if not _spoken(each.text, given)]


def test_every_refusal_is_reached_by_some_case() -> None:
    given = {outcome.refusal.text for outcome in outcomes() if outcome.refusal}

    assert [] == [each.id for each in all_of(Refusal) if not _spoken(each.text, given)]


def test_no_caution_is_given_that_was_not_found_here() -> None:
    """Otherwise the promises above could pass a caution by."""
    given = {caution.id for outcome in outcomes() for caution in outcome.cautions}

    assert given == {caution.id for caution in all_of(Caution)}


def _spoken(template: str, given: set[str]) -> bool:
    """Whether some text was made from this one by filling its {places}."""
    pattern = re.sub(r"\\\{\w+\\\}", ".*", re.escape(template)).removesuffix(r"\ .*")
    return any(re.fullmatch(f"{pattern}.*", text, re.DOTALL) for text in given)


def test_every_kind_of_error_is_reached_by_some_case() -> None:
    expected = {"missing", "together", "unknown", "number", "whole", "unit", "choice"}
    expected |= {"several"}

    given = {error.code for outcome in outcomes("invalid") for error in outcome.errors}
    expected |= {"low", "high", "confirm", "date", "time", "order", "twice", "unasked"}
    assert expected == given


def test_every_source_has_its_full_record() -> None:
    written = (ROOT / "docs" / "references.json").read_text(encoding="utf-8")
    recorded = {record["id"] for record in json.loads(written)}
    used = {cite.source for outcome in outcomes() for cite in outcome.cites}

    keys = {source.key for source in {*all_of(Source), *used} if source != SITE_RULE}
    assert set() == keys - recorded


def test_a_rule_of_this_site_is_called_one() -> None:
    assert "site-rule" == SITE_RULE.key
    assert "rule of this site" in str(SITE_RULE).lower()


def test_every_answer_rests_on_a_source() -> None:
    assert [] == [outcome.inputs for outcome in outcomes("answer") if not outcome.cites]


def test_every_calculator_has_answers_and_errors_among_the_cases() -> None:
    for kind in ("answer", "invalid"):
        assert NAMES == sorted({case.calculator for case in cases(kind)})


def test_every_regimen_is_used_by_some_plan() -> None:
    used = {case.answers["regimen"] for case in cases("answer") if case.calculator == PLAN}

    assert used == REGIMEN_IDS

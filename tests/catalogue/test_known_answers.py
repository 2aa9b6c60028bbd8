"""Python answers known cases before it may answer a person; here this Python answers them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from calc import browser, expected
from calc.browser import NotOfThisPage, answer, known_answers
from calc.catalogue import CATALOGUE, run
from calc.clinical.oral_antiviral.label import REGIMENS
from calc.model.inputs import Choice
from calc.model.quantity import Quantity
from calc.model.tables import Column, DoseTable, Lookup, Row
from calc.present import built
from calc.present.self_test import WrongAnswer, check_refusals, columns
from overrides.markdown.refusals import refusals
from overrides.site.expected import WRITTEN, module
from tests.cases import cases
from tests.catalogue.diary import garden_diary

PLAN = "foscarnet-plan"
TABLETS = "oral-antiviral"
MOST_KNOWN = max(CATALOGUE, key=lambda name: len(CATALOGUE[name].known_answers))


@pytest.fixture(autouse=True)
def python_that_just_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is checked yet."""
    monkeypatch.setattr(browser, "_checked", {})


def asked(calculator: str = PLAN, **more: str) -> dict[str, Any]:
    """What a page gets where nothing is typed yet."""
    request = {"calculator": calculator, "answers": {}, **more}
    reply: dict[str, Any] = json.loads(answer(json.dumps(request)))
    return reply


def typed() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every worked example; and what is answered in one, with each regimen of its choice."""
    for case in cases():
        yield case.calculator, case.answers
    answered = {case.calculator: case for case in cases("answer") if "regimen" in case.answers}
    for name, case in answered.items():
        choice = CATALOGUE[name].inputs["regimen"]
        assert isinstance(choice, Choice)
        for option in choice.options:
            yield name, {**case.answers, "regimen": option.id}


def change_plan(monkeypatch: pytest.MonkeyPatch, **parts: Any) -> None:
    monkeypatch.setitem(CATALOGUE, PLAN, replace(CATALOGUE[PLAN], **parts))


def off_by_one(column: Column, row: int) -> DoseTable:
    """The column with one dose more in a row."""
    assert isinstance(column, DoseTable)
    rows = list(column.rows)
    rows[row] = replace(rows[row], give=rows[row].give + 1)
    return replace(column, rows=tuple(rows))


def test_both_sides_of_every_edge_of_every_column_are_tried() -> None:
    edges = [edge for column in columns().values() for edge in column.edges]

    assert 3 * len(edges) == len(known_answers().splitlines())
    assert set(columns()) == set(expected.EDGES)


def test_what_stands_at_the_edges_is_said_a_line_each() -> None:
    said = [words for column in columns() for words in expected.EDGES[column]]

    assert said == known_answers().splitlines()


def test_every_refusal_is_tried_once() -> None:
    tried = [(name, id) for name, listed in expected.REFUSALS.items() for _, id in listed]
    shown = {(case.calculator, case.refusal) for case in cases("refusal")}

    assert {each.id for each in refusals()} == {id for _, id in tried}
    assert sorted(shown) == sorted(tried)


def test_every_refusal_comes() -> None:
    tried = {name: len(cases) for name, cases in expected.REFUSALS.items()}

    assert tried == {name: check_refusals(name) for name in tried}


def test_what_is_expected_is_what_tables_and_examples_say() -> None:
    assert WRITTEN.read_text(encoding="utf-8") == module()


def test_every_calculator_has_a_known_case() -> None:
    assert [] == [name for name, calculator in CATALOGUE.items() if not calculator.known_answers]


@pytest.mark.parametrize("name", [PLAN, MOST_KNOWN])
def test_what_was_checked_is_said_with_each_reply(name: str) -> None:
    calculator = CATALOGUE[name]
    edges = 3 * sum(len(column.edges) for column in calculator.columns)
    done = len(calculator.known_answers) + len(expected.REFUSALS.get(name, ())) + edges

    assert f"Self-check {done} of {done}. Calculated at" == asked(name)["checked"]


@pytest.mark.usefixtures("guest")
def test_for_a_guest_of_which_nothing_is_known_nothing_is_checked() -> None:
    assert "Self-check 0 of 0. Calculated at" == asked(garden_diary.name)["checked"]


@pytest.mark.parametrize("missing", ["known answer", "refusal", "columns"])
def test_a_check_that_is_not_tried_and_this_python_answers_nobody(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    plan = CATALOGUE[PLAN]
    match missing:
        case "known answer":
            change_plan(monkeypatch, known_answers=plan.known_answers[1:])
        case "refusal":
            monkeypatch.setitem(expected.REFUSALS, PLAN, expected.REFUSALS[PLAN][1:])
        case _:
            change_plan(monkeypatch, columns=())

    with pytest.raises(WrongAnswer, match=f"{PLAN} tried .* of {expected.PLANNED[PLAN]} checks"):
        asked()


def test_each_calculator_declares_the_tables_that_it_looks_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_up: dict[str, set[str]] = {name: set() for name in CATALOGUE}
    look = DoseTable.row_for

    def noted(table: DoseTable, value: Quantity) -> Row:
        looked_up[under_way].add(table.name)
        return look(table, value)

    monkeypatch.setattr(DoseTable, "row_for", noted)
    for under_way, answers in typed():
        run(under_way, answers)
    declared = {
        name: {each.name for each in calculator.columns if isinstance(each, DoseTable)}
        for name, calculator in CATALOGUE.items()
    }

    assert declared == looked_up


def test_each_regimen_of_tablets_is_a_column() -> None:
    names = {column.name for column in CATALOGUE[TABLETS].columns}

    assert [] == [regimen for regimen in REGIMENS if ", ".join(regimen) not in names]


@pytest.mark.parametrize("calculator", [TABLETS, "aciclovir-iv"])
def test_a_column_of_another_kind_that_gives_something_else_and_this_python_answers_nobody(
    monkeypatch: pytest.MonkeyPatch, calculator: str
) -> None:
    column, *others = CATALOGUE[calculator].columns
    wrong = Lookup(column.name, column.edges, lambda figure: column.at(figure + 1))
    declared = replace(CATALOGUE[calculator], columns=(wrong, *others))
    monkeypatch.setitem(CATALOGUE, calculator, declared)

    with pytest.raises(WrongAnswer, match=rf"{column.name} gives .* not .* \(edge 1\)"):
        asked()


@pytest.mark.parametrize(("row", "edge"), [(0, 1), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5)])
def test_one_wrong_dose_and_this_python_answers_nobody(
    monkeypatch: pytest.MonkeyPatch, row: int, edge: int
) -> None:
    """It says at which edge the dose is met first, from the highest down."""
    column, *others = CATALOGUE[PLAN].columns
    change_plan(monkeypatch, columns=(off_by_one(column, row), *others))
    for name in set(CATALOGUE) - {PLAN}:
        monkeypatch.setitem(CATALOGUE, name, replace(CATALOGUE[name], columns=()))

    words = rf"{column.name} gives .* not .* \(edge {edge}\)"
    with pytest.raises(WrongAnswer, match=words):
        known_answers()
    with pytest.raises(WrongAnswer, match=words):
        asked()


def test_an_edge_that_no_table_has_and_this_python_answers_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    column, *_ = CATALOGUE[PLAN].columns
    known = expected.EDGES[column.name]
    monkeypatch.setitem(expected.EDGES, column.name, (*known, known[-1]))

    with pytest.raises(ValueError, match="longer"):
        asked()


def test_one_wrong_answer_and_this_python_answers_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = CATALOGUE[PLAN].known_answers[0]._replace(says=("Dose: 40 mg/kg",))
    change_plan(monkeypatch, known_answers=(wrong,))

    for _ in range(2):  # nor when it is asked again
        with pytest.raises(WrongAnswer, match="foscarnet-plan does not say 'Dose: 40 mg/kg'"):
            asked()


def test_one_refusal_that_does_not_come_and_this_python_answers_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = dict(CATALOGUE[PLAN].known_answers[0].answers)
    monkeypatch.setitem(expected.REFUSALS, PLAN, ((answers, "clearance-below-0.4"),))

    with pytest.raises(WrongAnswer, match=r"does not refuse with clearance-below-0\.4: answer"):
        asked()


def test_a_page_of_another_build_is_answered_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built, "DIGEST", "0123456789ab")

    with pytest.raises(NotOfThisPage, match="ba9876543210"):
        asked(bundle="ba9876543210")
    assert "Self-check" in asked(bundle="0123456789ab")["checked"]


def test_a_page_of_another_build_gets_no_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built, "DIGEST", "0123456789ab")

    with pytest.raises(NotOfThisPage, match="ba9876543210"):
        answer(json.dumps({"bundle": "ba9876543210", "draws": "[]"}))

"""The text to copy stands alone: inputs with units, result, cautions, working, sources, version."""

import json
from fractions import Fraction

from calc import __version__
from calc.catalogue import CATALOGUE
from calc.model import units
from calc.model.number import Number
from calc.present.record import to_record
from calc.present.text import capital, render_text
from calc.present.working import steps_of
from tests.cases import Case
from tests.catalogue.walk import outcome_of
from tests.every import every_answer, every_case


@every_case
def test_the_text_says_what_it_is_which_version_and_that_nobody_has_reviewed_it(case: Case) -> None:
    first, second, *_ = render_text(outcome_of(case)).splitlines()

    assert CATALOGUE[case.calculator].title in first
    assert first.endswith(f"version {__version__}")
    assert "Not yet clinically reviewed. Check every number" in second


@every_answer
def test_every_input_stands_there_with_its_unit(case: Case) -> None:
    outcome = outcome_of(case)
    lines = render_text(outcome).splitlines()

    for name, typed in outcome.inputs.items():
        label = CATALOGUE[case.calculator].inputs[name].label
        if name in CATALOGUE[case.calculator].units:
            continue
        asked = f"{label} " if label.endswith("?") else f"{label}: "
        (line,) = [line for line in lines if line.startswith(asked)]
        if isinstance(CATALOGUE[case.calculator].inputs[name], Number) and typed.value is not None:
            assert f" {units.behind(Fraction(typed.value), typed.unit)}".rstrip() in line


@every_answer
def test_every_caution_and_step_stands_there(case: Case) -> None:
    outcome = outcome_of(case)
    said = render_text(outcome)

    assert [] == [each.id for each in outcome.cautions if each.text not in said]
    assert [] == [each.name for each in steps_of(outcome) if each.numbers not in said]


@every_answer
def test_what_holds_no_arithmetic_is_a_note_and_no_step_of_the_working(case: Case) -> None:
    outcome = outcome_of(case)
    assert outcome.answer
    said = render_text(outcome)
    working = said.partition("\nWORKING\n")[2].partition("\n\n")[0]

    names = [capital(each.name) for each in outcome.answer.notes]

    assert [] == [name for name in names if f"\n- {name}: " not in said or f". {name}: " in working]


@every_answer
def test_every_source_stands_there_with_its_place(case: Case) -> None:
    outcome = outcome_of(case)
    said = render_text(outcome).partition("SOURCES")[2]
    checks = CATALOGUE[case.calculator].checks
    cites = [*outcome.cites, *(cite for check in checks for cite in check.cites)]

    assert [] == [cite for cite in cites if str(cite.source) not in said]
    assert [] == [cite for cite in cites if cite.locator not in said]


@every_case
def test_no_line_ends_with_a_space(case: Case) -> None:
    assert [] == [
        line for line in render_text(outcome_of(case)).splitlines() if line != line.rstrip()
    ]


@every_case
def test_whatever_knows_ascii_only_can_show_all_that_it_is_handed(case: Case) -> None:
    """No field of a record and no terminal turns a sign or a space into a question mark."""
    outcome = outcome_of(case)
    written = render_text(outcome) + json.dumps(to_record(outcome), ensure_ascii=False)
    typed = "".join(answer for answer in case.answers.values() if isinstance(answer, str))

    assert set() == {sign for sign in written if not sign.isascii()} - set(typed)

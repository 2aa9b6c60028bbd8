"""Every worked example gives the outcome that was worked out for it by hand."""

from collections import Counter

import pytest

from calc.model.outcomes import Answered, Caution
from calc.present.text import render_text
from tests.cases import Case, cases
from tests.catalogue.walk import all_of, outcome_of
from tests.every import every_case, of_every


@every_case
def test_the_outcome_is_the_one_worked_out(case: Case) -> None:
    outcome = outcome_of(case)

    assert case.outcome == outcome.kind


@every_case
def test_the_values_are_those_worked_out(case: Case) -> None:
    values = outcome_of(case).values

    assert case.values == {name: values[name].decimal() for name in case.values if name in values}


@every_case
def test_no_value_is_there_that_must_be_absent(case: Case) -> None:
    values = outcome_of(case).values

    assert set() == {*case.absent} & {*values}


@every_case
def test_the_cautions_are_those_expected(case: Case) -> None:
    assert set() == amiss(case, given(case))


def given(case: Case) -> set[str]:
    """The cautions that a case gets."""
    return {caution.id for caution in outcome_of(case).cautions}


def amiss(case: Case, cautions: set[str]) -> set[str]:
    """Of some cautions those that a case must not get, and those that it must get and lacks."""
    if case.cautions_exactly is not None:
        return {*case.cautions_exactly} ^ cautions
    return {*case.cautions} - cautions


@of_every(sorted({caution.id for caution in all_of(Caution)}))
def test_a_caution_that_is_taken_away_everywhere_is_missed(
    caution: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a worked example that expects it by its name, and not only by what is stored."""
    whole = vars(Answered)["cautions"].fget
    monkeypatch.setattr(
        Answered,
        "cautions",
        property(lambda self: tuple(each for each in whole(self) if each.id != caution)),
    )

    assert any(caution in amiss(case, given(case)) for case in cases())


@every_case
def test_the_refusal_is_the_one_expected(case: Case) -> None:
    refusal = outcome_of(case).refusal

    assert case.refusal == (refusal.id if refusal else "")


@every_case
def test_the_errors_are_those_expected(case: Case) -> None:
    given = tuple((error.field or "", error.code) for error in outcome_of(case).errors)

    assert case.errors == given


@every_case
def test_a_person_can_read_what_matters(case: Case) -> None:
    read = render_text(outcome_of(case))

    assert [] == [words for words in case.shows if words not in read]


def test_every_case_has_a_name_of_its_own() -> None:
    counted = Counter(case.name for case in cases())

    assert [] == [name for name, times in counted.items() if times > 1]


def test_every_case_says_what_it_shows_and_where_its_values_come_from() -> None:
    assert [] == [case.name for case in cases() if not (case.about and case.source)]

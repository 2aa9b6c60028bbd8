"""Clearance and dose go together, for every patient: tried on hundreds of them."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calc.catalogue import run
from calc.clinical.foscarnet.label import BAND_EDGES
from calc.model.digits import decimal
from calc.model.outcomes import Outcome
from tests.catalogue import strategies as some
from tests.catalogue.asking import figure, only
from tests.catalogue.strategies import Answers


@given(answers=some.any_plans | some.measured_plans)
def test_a_clearance_per_kg_beyond_any_patient_is_invalid_however_it_came(answers: Answers) -> None:
    outcome = run("foscarnet-plan", answers)

    assert some.plausible(answers) is (outcome.kind != "invalid")


@given(answers=some.measured_plans.filter(some.plausible))
def test_a_measured_clearance_is_divided_by_weight(answers: Answers) -> None:
    per_kg = Fraction(answers["measured_clearance"]) / Fraction(answers["weight"])

    assert per_kg == run("foscarnet-plan", answers).values["clearance_per_kg"].value


@given(answers=some.plans | some.measured_plans.filter(some.plausible))
def test_a_plan_is_refused_below_0_4_and_nowhere_else(answers: Answers) -> None:
    outcome = run("foscarnet-plan", answers)

    below = outcome.values["clearance_per_kg"].value < Fraction(4, 10)
    assert ("refusal" if below else "answer") == outcome.kind


@pytest.mark.parametrize(
    ("field", "others"),
    [("creatinine", some.creatinines), ("age", some.ages)],
    ids=["creatinine", "age"],
)
@given(data=st.data())
def test_neither_clearance_nor_daily_dose_rises_with(
    field: str, others: st.SearchStrategy[str], data: st.DataObject
) -> None:
    answers = only(data.draw(some.plans), "foscarnet-dose")
    low, high = sorted((answers[field], data.draw(others)), key=Fraction)
    assume(some.plausible(answers | {field: low}))

    better, worse = (run("foscarnet-dose", answers | {field: each}) for each in (low, high))

    for name in ("clearance_per_kg", "dose_24_h_mean"):
        assert figure(worse, name) <= figure(better, name)


@given(answers=some.patients)
def test_a_woman_has_85_hundredths_of_a_man_s_clearance(answers: Answers) -> None:
    assume(some.plausible(answers | {"sex": "male"}))

    man = run("creatinine-clearance", answers | {"sex": "male", "confirm": "yes"})
    woman = run("creatinine-clearance", answers | {"sex": "female", "confirm": "yes"})

    assert man.values["clearance_per_kg"].value * Fraction("0.85") == (
        woman.values["clearance_per_kg"].value
    )


@given(answers=some.plans)
def test_the_result_does_not_depend_on_the_unit_of_creatinine(answers: Answers) -> None:
    in_umol = decimal(Fraction(answers["creatinine"]) * Fraction("88.4"))

    one = run("foscarnet-plan", answers)
    other = run("foscarnet-plan", answers | {"creatinine": in_umol, "creatinine_unit": "umol/L"})

    def values(outcome: Outcome) -> dict[str, Fraction]:
        return {n: q.value for n, q in outcome.values.items() if n != "edge_creatinine"}

    assert one.kind == other.kind
    assert values(one) == values(other)
    assert [each.id for each in one.cautions] == [each.id for each in other.cautions]


@given(answers=some.plans, other=some.weights)
def test_weight_does_not_change_an_estimated_clearance_per_kg(answers: Answers, other: str) -> None:
    assume(some.plausible(answers | {"weight": other}))
    asked = only(answers, "foscarnet-dose")

    one, heavier = (run("foscarnet-dose", asked | {"weight": w}) for w in (asked["weight"], other))

    assert one.values["clearance_per_kg"].value == heavier.values["clearance_per_kg"].value
    assert one.kind == heavier.kind


@given(answers=some.patients)
def test_a_written_clearance_stays_in_the_band_of_the_exact_one(answers: Answers) -> None:
    clearance = run("creatinine-clearance", answers | {"confirm": "yes"}).values["clearance_per_kg"]
    written = Fraction(clearance.decimal())
    read = Fraction(clearance.shown().partition(" ")[0].replace(",", ""))

    for edge in BAND_EDGES:
        assert (clearance.value > edge) is (written > edge)
        assert (clearance.value > edge) is (read > edge)
        assert (clearance.value < edge) is (written < edge)
    assert 0 <= clearance.value - written < Fraction(1, 10**9)


@given(answers=some.plans)
def test_the_creatinine_at_the_edge_is_at_the_edge(answers: Answers) -> None:
    values = run("creatinine-clearance", only(answers, "creatinine-clearance")).values
    factor = Fraction("0.85") if answers["sex"] == "female" else 1

    reached = factor * (140 - int(answers["age"])) / (72 * values["edge_creatinine"].value)

    assert reached in BAND_EDGES
    assert abs(reached - values["clearance_per_kg"].value) == values["edge_distance"].value

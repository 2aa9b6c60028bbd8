"""Clearance and dose go together, for every patient: tried on hundreds of them."""

from fractions import Fraction

from hypothesis import assume, given

from calc.catalogue import run
from calc.clinical.foscarnet.label import BAND_EDGES
from calc.model.digits import decimal
from calc.model.outcomes import Outcome
from tests.catalogue import strategies as some
from tests.catalogue.asking import figure, only
from tests.catalogue.strategies import Answers


@given(answers=some.measured_plans)
def test_a_measured_clearance_is_divided_by_weight(answers: Answers) -> None:
    per_kg = Fraction(answers["measured_clearance"]) / Fraction(answers["weight"])

    outcome = run("foscarnet-plan", answers)

    possible = "refusal" if per_kg < Fraction(4, 10) else "answer"
    assert (possible if some.plausible(answers) else "invalid") == outcome.kind


@given(answers=some.any_plans)
def test_a_clearance_per_kg_beyond_any_patient_is_invalid_estimated_too(answers: Answers) -> None:
    outcome = run("foscarnet-plan", answers)

    assert some.plausible(answers) is (outcome.kind != "invalid")


@given(answers=some.plans, other=some.creatinines)
def test_the_daily_dose_never_rises_as_clearance_falls(answers: Answers, other: str) -> None:
    low, high = sorted((answers["creatinine"], other), key=Fraction)
    assume(some.plausible(answers | {"creatinine": low}))

    better = run("foscarnet-plan", answers | {"creatinine": low})
    worse = run("foscarnet-plan", answers | {"creatinine": high})

    assert figure(worse, "clearance_per_kg") <= figure(better, "clearance_per_kg")
    assert figure(worse, "dose_24_h_mean") <= figure(better, "dose_24_h_mean")


@given(answers=some.plans, other=some.ages)
def test_the_older_of_two_never_has_the_higher_clearance_or_daily_dose(
    answers: Answers, other: str
) -> None:
    young, old = sorted((answers["age"], other), key=int)
    assume(some.plausible(answers | {"age": young}))

    younger = run("foscarnet-plan", answers | {"age": young})
    older = run("foscarnet-plan", answers | {"age": old})

    assert figure(older, "clearance_per_kg") <= figure(younger, "clearance_per_kg")
    assert figure(older, "dose_24_h_mean") <= figure(younger, "dose_24_h_mean")


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

    one = run("foscarnet-plan", answers)
    heavier = run("foscarnet-plan", answers | {"weight": other})

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
    at_edge = {"creatinine": values["edge_creatinine"].value, "age": Fraction(answers["age"])}
    factor = Fraction("0.85") if answers["sex"] == "female" else 1

    reached = factor * (140 - at_edge["age"]) / (72 * at_edge["creatinine"])

    assert reached in BAND_EDGES
    assert abs(reached - values["clearance_per_kg"].value) == values["edge_distance"].value

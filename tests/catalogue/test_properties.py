"""What must hold for every patient, tried on hundreds of them."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calc.catalogue import CATALOGUE, run, run_json
from calc.clinical.foscarnet.label import BAND_EDGES
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.model.digits import decimal, grouped
from calc.model.inputs import Number
from calc.model.limits import limits
from calc.model.outcomes import InputError, Outcome
from calc.present.record import to_json_line
from calc.present.result import render_html, summary
from calc.present.text import render_text
from tests.catalogue import strategies as some
from tests.catalogue.strategies import NAMES, Answers
from tests.catalogue.walk import numbers

FORESEEN = {"answer", "refusal", "invalid"}

CAREFUL = {
    "foscarnet-plan": some.plans | some.measured_plans,
    "creatinine-clearance": some.patients,
    "foscarnet-dose": some.patients,
    "foscarnet-infusion": some.infusions,
    "foscarnet-hydration": some.hydrations,
}

every_calculator = pytest.mark.parametrize("name", sorted(CATALOGUE))


def shown(outcome: Outcome) -> str:
    """Everything that could be shown or sent of an outcome."""
    return (
        to_json_line(outcome)
        + render_text(outcome)
        + render_html(outcome)
        + summary(outcome, "form")
    )


def figure(outcome: Outcome, name: str) -> Fraction:
    """A value as a program reads it; nothing given counts as nought."""
    return Fraction(outcome.values[name].decimal()) if name in outcome.values else Fraction(0)


def answered(answers: Answers, name: str = "foscarnet-plan") -> Outcome:
    """The outcome, where it is an answer; other examples are passed over."""
    outcome = run(name, answers)
    assume(outcome.answer is not None)
    return outcome


# Whatever is typed


@every_calculator
@settings(max_examples=100)
@given(raw=some.anything)
def test_any_raw_answers_end_in_a_foreseen_outcome(name: str, raw: dict[str, object]) -> None:
    outcome = run(name, raw)

    assert outcome.kind in FORESEEN
    assert shown(outcome)


@every_calculator
@settings(max_examples=100)
@given(data=st.data())
def test_spoilt_answers_end_in_a_foreseen_outcome(name: str, data: st.DataObject) -> None:
    outcome = run(name, data.draw(some.half_valid(CAREFUL[name])))

    assert outcome.kind in FORESEEN
    assert shown(outcome)


@every_calculator
@settings(max_examples=100)
@given(written=st.text())
def test_any_text_for_json_is_answered(name: str, written: str) -> None:
    assert run_json(name, written).kind in FORESEEN


@every_calculator
@settings(max_examples=100)
@given(written=st.binary())
def test_any_bytes_for_json_are_answered(name: str, written: bytes) -> None:
    assert run_json(name, written.decode(errors="replace")).kind in FORESEEN


@given(raw=some.anything)
def test_only_an_answer_or_a_refusal_holds_values(raw: dict[str, object]) -> None:
    outcome = run("foscarnet-plan", raw)

    assert outcome.kind in ("answer", "refusal") or not outcome.values


def test_careful_answers_are_mostly_answered() -> None:
    """Otherwise the properties below would hold of nothing."""
    reached: Counter[str] = Counter()

    @given(answers=some.plans)
    def tally(answers: Answers) -> None:
        reached[run("foscarnet-plan", answers).kind] += 1

    tally()

    assert {"answer", "refusal"} == {*reached}
    assert reached["answer"] > 60
    assert reached["refusal"] > 20


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


# Numbers as people type them


ANY = limits(0, 10**6, "without limits of its own")


def refused(declared: Number, typed: str, unit: str = "") -> tuple[str, ...] | None:
    """What is offered for a typed number that is refused; None where it is taken."""
    try:
        declared.read(typed, "field", unit)
    except InputError as invalid:
        return tuple(offer.answers["field"] for offer in invalid.errors[0].offers)
    return None


def units_of(declared: Number) -> list[str]:
    """The units in which an input may be asked."""
    return [declared.unit, *(declared.factors or {})]


def factor(declared: Number, unit: str) -> Fraction:
    """How many of a unit make one of the declared unit."""
    return (declared.factors or {}).get(unit, Fraction(1))


every_number = pytest.mark.parametrize(
    ("calculator", "name", "declared"), numbers(), ids=lambda each: each if each in NAMES else ""
)


@every_number
@settings(max_examples=50)
@given(data=st.data())
def test_a_number_as_this_site_prints_it_is_never_taken_for_another(
    calculator: str, name: str, declared: Number, data: st.DataObject
) -> None:
    unit = data.draw(st.sampled_from(units_of(declared)))
    hard = (declared.hard or ANY).in_unit(factor(declared, unit))
    value = data.draw(st.integers(int(hard.low) + 1, int(hard.high)))

    offered = refused(declared, grouped(str(value)), unit)

    if offered is None:
        assert value == declared.read(grouped(str(value)), name, unit).value
    else:
        assert str(value) in offered


@every_number
@settings(max_examples=50)
@given(whole=st.integers(0, 999), rest=st.integers(0, 99).map(str))
def test_one_or_two_digits_after_a_comma_are_read_as_after_a_point(
    calculator: str, name: str, declared: Number, whole: int, rest: str
) -> None:
    comma, point = (refused(declared, f"{whole}{mark}{rest}") for mark in ",.")

    assert point == comma
    if comma is None:
        read = declared.read(f"{whole},{rest}", name).value
        assert Fraction(f"{whole}.{rest}") == read


@every_number
@settings(max_examples=100)
@given(whole=st.integers(1, 999), rest=st.integers(0, 999))
def test_three_digits_after_a_comma_are_taken_only_where_nothing_else_is_possible(
    calculator: str, name: str, declared: Number, whole: int, rest: int
) -> None:
    decimal_, thousands = Fraction(f"{whole}.{rest:03}"), Fraction(f"{whole}{rest:03}")
    possible = [
        value
        for value in (decimal_, thousands)
        for unit in units_of(declared)
        if (declared.hard or ANY).in_unit(factor(declared, unit)).hold(value)
    ]

    for unit in units_of(declared):
        try:
            taken = declared.read(f"{whole},{rest:03}", name, unit).value
        except InputError:
            continue
        assert {taken} == {*possible}


@settings(max_examples=300)
@given(answers=some.patients, field=st.sampled_from(["weight", "creatinine"]), typed=some.typed)
def test_what_is_offered_is_never_impossible(answers: Answers, field: str, typed: str) -> None:
    asked = {**answers, field: typed}

    for error in run("creatinine-clearance", asked).errors:
        for offer in error.offers:
            after = run("creatinine-clearance", asked | {**offer.answers, "confirm": "yes"})
            assert [] == [each.text for each in after.errors if each.field in offer.answers]


# Kidneys and dose


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
    values = run("creatinine-clearance", _only(answers, "creatinine-clearance")).values
    at_edge = {"creatinine": values["edge_creatinine"].value, "age": Fraction(answers["age"])}
    factor = Fraction("0.85") if answers["sex"] == "female" else 1

    reached = factor * (140 - at_edge["age"]) / (72 * at_edge["creatinine"])

    assert reached in BAND_EDGES
    assert abs(reached - values["clearance_per_kg"].value) == values["edge_distance"].value


# Infusion


@given(answers=some.plans)
def test_the_rate_of_a_plan_never_exceeds_1_mg_per_kg_per_minute(answers: Answers) -> None:
    values = answered(answers).values
    rate, strength = values["highest_rate"].value, values["concentration"].value

    assert rate * strength / Fraction(answers["weight"]) / 60 <= 1
    assert values["rate_per_kg"].value <= 1


@given(answers=some.infusions)
def test_the_rate_of_an_infusion_never_exceeds_1_mg_per_kg_per_minute(answers: Answers) -> None:
    values = answered(answers, "foscarnet-infusion").values

    assert values["rate_per_kg"].value <= 1


@given(answers=some.infusions)
def test_the_highest_rate_for_the_shortest_time_never_gives_more_than_the_bag(
    answers: Answers,
) -> None:
    values = answered(answers, "foscarnet-infusion").values

    given_ = values["highest_rate"].value * values["shortest_time"].value / 60
    assert given_ <= values["total_volume"].value


@given(answers=some.infusions)
def test_the_shortest_time_is_never_below_the_regimen_s_minimum(answers: Answers) -> None:
    minimum = REGIMENS[answers["regimen"]].minimum_time.value

    values = answered(answers, "foscarnet-infusion").values

    assert max(minimum, Fraction(answers["dose_per_kg"])) <= values["shortest_time"].value
    assert 1 == values["shortest_time"].value.denominator


@given(answers=some.infusions)
def test_a_dose_above_the_regimen_is_refused_and_no_other(answers: Answers) -> None:
    full = REGIMENS[answers["regimen"]].full_dose.value

    refusal = run("foscarnet-infusion", answers).refusal

    assert (Fraction(answers["dose_per_kg"]) > full) is (refusal is not None)


@given(answers=some.infusions)
def test_drug_and_diluent_make_up_the_volume(answers: Answers) -> None:
    values = answered(answers, "foscarnet-infusion").values
    drug, total = values["drug_volume"].value, values["total_volume"].value

    assert total == drug + values["diluent_volume"].value
    assert 0 <= values["diluent_volume"].value


@given(answers=some.infusions)
def test_the_drug_drawn_up_is_never_more_than_the_dose(answers: Answers) -> None:
    values = answered(answers, "foscarnet-infusion").values
    short = values["dose"].value - values["drug_volume"].value * 24

    assert 0 <= short < Fraction(24, 10)


@given(answers=some.infusions)
def test_no_bag_is_stronger_than_its_route_allows(answers: Answers) -> None:
    values = answered(answers, "foscarnet-infusion").values
    strongest = {"central": 24, "peripheral": 12}[answers["access"]]

    assert values["drug_volume"].value * 24 <= values["total_volume"].value * strongest


@given(answers=some.infusions)
def test_what_is_left_over_and_what_is_used_fill_the_containers(answers: Answers) -> None:
    values = answered(answers, "foscarnet-infusion").values
    left_over = [q.value for name, q in values.items() if name.startswith("left_over_")]

    assert len(left_over) * 250 == sum(left_over) + values["drug_volume"].value
    assert all(0 <= left < 250 for left in left_over)


# Fluid and sodium


@given(answers=some.plans)
def test_all_fluid_is_the_infusions_and_the_hydration(answers: Answers) -> None:
    values = answered(answers).values
    doses = values["dose_24_h"].value / values["dose"].value

    for bound in ("low", "high"):
        assert (f"total_fluid_24_h_{bound}" in values) is (f"hydration_24_h_{bound}" in values)
        if f"total_fluid_24_h_{bound}" in values:
            hydration = values[f"hydration_24_h_{bound}"].value
            total = values["total_volume"].value * doses + hydration
            assert total == values[f"total_fluid_24_h_{bound}"].value


@given(answers=some.hydrations)
def test_where_the_label_is_silent_the_answer_says_so_and_what_others_give(
    answers: Answers,
) -> None:
    outcome = answered(answers, "foscarnet-hydration")
    said = render_text(outcome)

    silent = "hydration_24_h_low" not in outcome.values
    assert silent is ("label silent" in said or "the label gives no figure" in said)
    assert silent is ("hydration_24_h_elsewhere_low" in outcome.values)
    assert silent is ("Other sources" in said)


@given(answers=some.hydrations)
def test_no_figure_is_given_between_the_label_s_ranges(answers: Answers) -> None:
    dose = Fraction(answers["dose_per_kg"])

    values = answered(answers | {"first_infusion": "no"}, "foscarnet-hydration").values

    assert (40 <= dose <= 60 or 90 <= dose <= 120) is ("hydration_low" in values)


@given(answers=some.plans)
def test_saline_never_brings_less_sodium_than_dextrose(answers: Answers) -> None:
    salt = answered(answers | {"fluid": "saline", "diluent": "saline"}).values
    sugar = answered(answers | {"fluid": "dextrose", "diluent": "dextrose"}).values

    assert sugar["sodium_24_h"].value <= salt["sodium_24_h"].value
    assert sugar["sodium_mass_24_h"].value <= salt["sodium_mass_24_h"].value


@given(answers=some.plans)
def test_a_diluent_left_out_is_the_hydration_fluid(answers: Answers) -> None:
    named = answered(answers | {"diluent": answers["fluid"]})
    left_out = answered({name: a for name, a in answers.items() if name != "diluent"})

    assert (
        to_json_line(named).partition('"values"')[2]
        == to_json_line(left_out).partition('"values"')[2]
    )


@given(answers=some.plans)
def test_the_plan_says_what_its_parts_say(answers: Answers) -> None:
    plan = answered(answers)
    dose = run("foscarnet-dose", _only(answers, "foscarnet-dose"))
    per_kg = {"dose_per_kg": plan.values["dose_per_kg"].decimal()}
    infusion = run("foscarnet-infusion", _only(answers | per_kg, "foscarnet-infusion"))
    interval = {"interval": plan.values["interval"].decimal()}
    hydration = run(
        "foscarnet-hydration", _only(answers | per_kg | interval, "foscarnet-hydration")
    )

    parts = {**dose.values, **infusion.values, **hydration.values}
    assert {name: q.value for name, q in parts.items()} == {
        name: plan.values[name].value for name in parts
    }


def _only(answers: Answers, name: str) -> Answers:
    """The answers that another calculator asks for too, values out of range confirmed."""
    asked = CATALOGUE[name].inputs
    return {key: answer for key, answer in answers.items() if key in asked} | {"confirm": "yes"}

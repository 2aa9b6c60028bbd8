"""What is infused is no stronger, faster or more than may be, for any dose and weight."""

from fractions import Fraction

from hypothesis import given

from calc.catalogue import run
from calc.clinical.foscarnet.regimens import REGIMENS
from tests.catalogue import strategies as some
from tests.catalogue.asking import answered
from tests.catalogue.strategies import Answers


@given(answers=some.infusions)
def test_the_rate_never_exceeds_1_mg_per_kg_per_minute(answers: Answers) -> None:
    values = answered(answers, "foscarnet-infusion").values
    rate, strength = values["highest_rate"].value, values["concentration"].value

    assert rate * strength / Fraction(answers["weight"]) / 60 <= 1


@given(answers=some.infusions)
def test_the_rate_per_kg_is_that_of_the_pump(answers: Answers) -> None:
    values = answered(answers, "foscarnet-infusion").values
    rate, strength = values["highest_rate"].value, values["concentration"].value

    assert values["rate_per_kg"].value == rate * strength / Fraction(answers["weight"]) / 60


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

"""Fluid and sodium add up for every plan, and silence of the label is said."""

from fractions import Fraction

from hypothesis import given

from calc.present.record import to_record
from calc.present.text import render_text
from tests.catalogue import strategies as some
from tests.catalogue.asking import answered
from tests.catalogue.strategies import Answers


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

    named_record, record = to_record(named), to_record(left_out)
    assert named_record | {"inputs": {}} == record | {"inputs": {}}

"""Weights at the edges of their formulas: the very weight, height or figure where one begins."""

from fractions import Fraction

from calc.clinical.weight import (
    ADJUSTED,
    DEVINE,
    WEIGHT_LIMITS,
    adjusted_weight,
    body_of,
    ideal_weight,
    is_thin,
    were_it_pounds,
)
from calc.model.quantity import Quantity, constant

AT_5_FEET = constant(152.4, "cm")


def kg(figure: float) -> Quantity:
    """A weight."""
    return constant(figure, "kg")


def test_devine_s_formula_begins_at_5_feet_and_not_below() -> None:
    just_below = constant(152.3, "cm")

    assert (Fraction(50), Fraction(91, 2)) == tuple(
        weight.value for sex in ("male", "female") if (weight := ideal_weight(AT_5_FEET, sex))
    )
    assert ideal_weight(just_below, "male") is None


def test_an_ideal_and_an_adjusted_weight_name_their_sources() -> None:
    ideal = ideal_weight(AT_5_FEET, "male")
    assert ideal is not None
    adjusted = adjusted_weight(kg(60), ideal)
    assert adjusted is not None

    assert ((DEVINE,), (ADJUSTED,)) == (ideal.cites, adjusted.cites)


def test_who_weighs_what_is_ideal_has_no_adjusted_weight() -> None:
    over = adjusted_weight(kg(60), kg(50))

    assert adjusted_weight(kg(50), kg(50)) is None
    assert over is not None
    assert Fraction(54) == over.value


def test_without_the_sex_there_is_no_ideal_weight_and_a_body_mass_index_all_the_same() -> None:
    body = body_of(kg(60), AT_5_FEET, None)

    assert (None, None) == (body.ideal, body.adjusted)
    assert 60 / Fraction("1.524") ** 2 == body.mass_index.value


def test_thin_by_weight_alone_reaches_to_the_very_weight() -> None:
    # 18.5 kg/m² at 1.4 m, the shortest likely height
    assert is_thin(kg(36.26), None)
    assert not is_thin(kg(36.27), None)


def test_a_figure_in_kg_as_one_in_pounds_is_0_45359237_of_it_in_kg() -> None:
    pounds, weight = were_it_pounds(kg(154))

    assert (Fraction(154), "[lb_av]") == (pounds.value, pounds.unit)
    assert (Fraction("69.85322498"), "kg") == (weight.value, weight.unit)
    assert "weight from pounds" == weight.name


def test_a_body_mass_index_below_8_and_one_above_100_are_refused() -> None:
    (hard,) = (each.hard for each in WEIGHT_LIMITS if each.hard)
    figures = ("7.9", "8", "100", "100.1")

    assert [False, True, True, False] == [hard.hold(Fraction(each)) for each in figures]

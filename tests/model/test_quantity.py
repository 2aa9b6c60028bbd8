"""A quantity computes exactly, and its units must cancel."""

from fractions import Fraction

import pytest

from calc.model.quantity import Quantity, Range, constant, longest
from calc.model.sources import SITE_RULE
from calc.model.units import UnitError

DOSE_PER_KG = constant(35, "mg/kg", "dose per kg")
WEIGHT = constant("70.5", "kg", "weight")
STRENGTH = constant(24, "mg/mL", "strength")


def test_units_cancel_in_a_product() -> None:
    dose = (DOSE_PER_KG * WEIGHT).named("dose", "mg")

    assert (Fraction("2467.5"), "mg") == (dose.value, dose.unit)


def test_units_cancel_in_a_quotient() -> None:
    volume = (DOSE_PER_KG * WEIGHT / STRENGTH).named("volume", "mL")

    assert Fraction("102.8125") == volume.value


def test_the_order_of_a_unit_s_parts_does_not_matter() -> None:
    rate = constant(1, "mg/min/kg").named("rate", "mg/kg/min")

    assert "mg/kg/min" == rate.unit


def test_a_third_stays_a_third() -> None:
    third = constant(1, "mg") / constant(3, "1")

    assert constant(1, "mg").value == (third + third + third).value


def test_1_4_is_fourteen_tenths_and_not_the_nearest_binary_fraction() -> None:
    assert Fraction(14, 10) == constant(1.4, "mL/min/kg").value


def test_naming_a_result_with_the_wrong_unit_raises() -> None:
    with pytest.raises(UnitError, match="the unit came out as mg, not mL"):
        (DOSE_PER_KG * WEIGHT).named("volume", "mL")


def test_milligrams_and_millilitres_cannot_be_added() -> None:
    with pytest.raises(UnitError):
        constant(1, "mg") + constant(1, "mL")


def test_milligrams_and_millilitres_cannot_be_subtracted() -> None:
    with pytest.raises(UnitError):
        constant(1, "mg") - constant(1, "mL")


def test_a_dose_and_a_dose_per_kg_cannot_be_compared() -> None:
    with pytest.raises(UnitError):
        assert constant(1, "mg") < constant(2, "mg/kg")


def test_the_longer_of_two_must_be_of_one_unit() -> None:
    with pytest.raises(UnitError):
        longest(constant(1, "min"), constant(1, "h"))


def test_a_step_of_rounding_must_be_of_the_same_unit() -> None:
    with pytest.raises(UnitError):
        constant(1, "mL").rounded_down_to(constant(1, "mL/h"))


@pytest.mark.parametrize(
    ("exact", "down", "up"),
    [("204.166", "204.1", "204.2"), ("204.1", "204.1", "204.1"), ("0.05", "0", "0.1")],
)
def test_rounding_goes_to_the_side_that_is_named(exact: str, down: str, up: str) -> None:
    volume, tenth = constant(exact, "mL"), constant(0.1, "mL")

    assert Fraction(down) == volume.rounded_down_to(tenth).value
    assert Fraction(up) == volume.rounded_up_to(tenth).value


def test_a_quantity_is_shown_with_a_no_break_space_before_its_unit() -> None:
    assert "70.5 kg" == WEIGHT.shown()


def test_a_unit_is_shown_as_people_write_it() -> None:
    assert "88.4 umol/L" == constant(88.4, "umol/L").shown()


@pytest.mark.parametrize(("hours", "shown"), [(1, "hour"), (8, "hours"), (48, "hours")])
def test_one_hour_is_not_hours(hours: int, shown: str) -> None:
    assert f"{hours} {shown}" == constant(hours, "h").shown()


def test_a_single_day_is_one_day() -> None:
    assert ["1 day", "2 days"] == [constant(days, "d").shown() for days in (1, 2)]


def test_a_number_without_a_unit_is_shown_alone() -> None:
    assert "2" == constant(2, "1").shown()


def test_a_dose_is_shown_cut_to_a_tenth_and_written_exactly() -> None:
    dose = (constant(35, "mg/kg") * constant("70.55", "kg")).named("dose", "mg", places=1)

    assert ("2,469.2 mg", "2469.25") == (dose.shown(), dose.decimal())


def test_a_quantity_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        WEIGHT.value = Fraction(1)  # type: ignore[misc]


def test_a_quantity_remembers_what_made_it() -> None:
    dose: Quantity = DOSE_PER_KG * WEIGHT

    assert dose.derivation is not None


def test_a_figure_without_a_name_has_none_and_a_bare_one_is_called_by_itself() -> None:
    assert "" == constant(1.4, "mg").name
    assert "1.4" == constant(1.4, "mg", without_unit=True).name
    assert "140" == constant(140, "a", "140", without_unit=True).name


def test_what_is_made_of_exact_quantities_is_exact() -> None:
    made = [DOSE_PER_KG * WEIGHT, DOSE_PER_KG / WEIGHT, WEIGHT + WEIGHT, WEIGHT - WEIGHT]

    assert [None] * 4 == [each.between for each in made]


def test_no_writing_of_a_quantity_reaches_its_edge_from_above() -> None:
    above = Quantity(Fraction("1.4") + Fraction(1, 10**15), "mL/min/kg", edges=(Fraction("1.4"),))

    assert "1.400000000000001" == above.decimal()
    assert "1.400000000000001 mL/min/kg" == above.shown()


def test_a_root_is_cut_after_nine_digits_unless_more_are_asked_for() -> None:
    two = constant(2, "1")

    assert ["1.414213562", "1.4142135623"] == [
        root.decimal() for root in (two.root(2), two.root(2, 10))
    ]


def test_a_figure_that_is_shown_without_its_unit_is_so_under_another_name_too() -> None:
    sixty = constant(60, "min/h", without_unit=True)

    assert "60" == sixty.named("minutes of an hour", "min/h").all_digits


def test_in_other_places_a_quantity_keeps_its_name_its_source_and_its_edges() -> None:
    cite, edges = SITE_RULE.at("a rule"), (Fraction(2),)
    clearance = constant("1.996", "mL/min/kg").named("clearance", "mL/min/kg", cite, edges=edges)
    cut = clearance.in_places(1)

    assert ("clearance", (cite,), edges, 1) == (cut.name, cut.cites, cut.edges, cut.places)


def test_of_the_ends_of_a_range_three_decimals_are_shown() -> None:
    ends = Range(constant("1.23456", "mL"), constant("2.34567", "mL"))

    same = ends.each(lambda end: end, "volume", "mL")

    assert (3, 3) == (same.low.places, same.high.places)

"""What is said of a clearance and of its dose at the very figure where it begins to be said."""

from fractions import Fraction

from calc.clinical.foscarnet.clearance import Clearance, clearance_of
from calc.clinical.foscarnet.dose import above_overdose_case, reduced
from calc.clinical.foscarnet.dose_words import steps
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.renal import Estimated
from calc.model.quantity import constant

AGE, WEIGHT = constant(68, "a"), constant(70, "kg")
HSV_40 = REGIMENS["hsv-40-every-8-h"]


def clearance(creatinine: str) -> Clearance:
    """That of a man of 68 years and 70 kg with a creatinine in mg/dL."""
    return clearance_of(Estimated(AGE, "male", constant(creatinine, "mg/dL")), WEIGHT)


def test_there_are_few_data_above_a_creatinine_of_2_8_and_not_at_it() -> None:
    # (140 - 18) / 72 / 2.8 x 200 kg is 121 mL/min: it is the creatinine that says so
    heavy = constant(200, "kg")
    found = [
        clearance_of(Estimated(constant(18, "a"), "male", constant(each, "mg/dL")), heavy).few_data
        for each in ("2.8", "2.801")
    ]

    assert [False, True] == found


def test_there_are_few_data_below_50_ml_per_min_and_not_at_them() -> None:
    # (140 - 68) / 72 / 1.4 x 70 kg
    assert [False, True] == [clearance(each).few_data for each in ("1.4", "1.401")]


def test_a_clearance_at_the_edge_of_the_full_dose_has_a_reduced_one() -> None:
    assert [True, False] == [reduced(constant(each, "mL/min/kg"), HSV_40) for each in (1.4, 1.401)]


def test_a_day_of_as_much_as_was_meant_in_the_overdose_case_is_not_more() -> None:
    # 10.9 g a day were meant: 10,900 mg
    assert [False, True] == [above_overdose_case(constant(mg, "mg")) for mg in (10_900, 10_901)]


def test_the_picture_of_a_day_begins_at_half_the_creatinine_up_to_which_the_dose_is_full() -> None:
    (picture,) = steps(Estimated(AGE, "male", constant(1, "mg/dL")), WEIGHT, HSV_40)
    full, reduced_once, *_ = picture.levels

    # (140 - 68) / 72 mg/dL by 1.4 mL/min/kg, and by 1
    assert (Fraction(5, 14), Fraction(10, 14)) == (full.low.value, full.high.value)
    assert (Fraction(10, 14), Fraction(1)) == (reduced_once.low.value, reduced_once.high.value)

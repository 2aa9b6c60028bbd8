"""A clearance per kg is the same quantity however it came: its name, its unit, its figure."""

from fractions import Fraction

from calc.clinical.renal import Estimated, Measured, creatinine_at, per_kg_of
from calc.model.quantity import constant

AGE = constant(68, "a")
ESTIMATED = Estimated(AGE, "female", constant(1, "mg/dL"))
MEASURED = Measured(constant(70, "mL/min"), constant(50, "kg"))


def test_a_clearance_per_kg_has_one_name_and_unit_however_it_came() -> None:
    found = [per_kg_of(kidneys) for kidneys in (ESTIMATED, MEASURED)]

    assert {("clearance per kg", "mL/min/kg")} == {(each.name, each.unit) for each in found}
    # 0.85 x (140 - 68) / (72 x 1), and 70 / 50
    assert [Fraction("0.85"), Fraction("1.4")] == [each.value for each in found]


def test_the_creatinine_of_a_clearance_is_the_one_that_gives_it_in_both_units() -> None:
    per_kg = per_kg_of(ESTIMATED)
    found = [creatinine_at(per_kg, AGE, "female", unit) for unit in ("mg/dL", "umol/L")]

    assert [Fraction(1), Fraction("88.4")] == [each.value for each in found]
    assert ["mg/dL", "umol/L"] == [each.unit for each in found]

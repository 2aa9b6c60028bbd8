"""What is declared of the values of an outcome is what they are held to."""

import re

import pytest

from calc.model.quantity import Quantity, constant
from calc.model.values import Value, always, keep, keep_led, leading, ranges, sometimes, where_asked

DOSE = constant(1, "mg")
BAG, OTHER_BAG = constant(250, "mL"), constant(100, "mL")
BAGS = Value("bag", ("mL",), always=False, numbered=True)


def test_each_way_to_declare_says_what_it_says() -> None:
    dose, rate = Value("dose", ("mg",)), Value("rate", ("mg",))

    assert (True, False, False) == (dose.always, dose.numbered, dose.led)
    assert (dose, rate) == always("mg", "dose", "rate")
    assert (Value("dose", ("mg",), always=False),) == sometimes("mg", "dose")
    assert sometimes("mg", "dose", "rate") == where_asked(always("mg", "dose", "rate"))
    assert (Value("dose", ("mg",), led=True),) == leading(always("mg", "dose"))
    assert sometimes("mL", "a_low", "a_high", "b_low", "b_high") == ranges("mL", "a", "b")


@pytest.mark.parametrize(
    ("value", "names"),
    [(Value("bag", ("mL",)), {"bag"}), (BAGS, {"bag_1", "bag_2", "bag_10"})],
    ids=["one", "numbered"],
)
def test_its_pattern_is_of_its_names_and_no_others(value: Value, names: set[str]) -> None:
    tried = {"bag", "bag_1", "bag_2", "bag_10", "bag_0", "bag_01", "bag_", "a_bag", "bags"}

    assert names == {each for each in tried if re.search(value.pattern, each)}


def test_it_is_found_among_others_in_the_order_of_its_numbers() -> None:
    values = {"dose": DOSE, "bag_2": OTHER_BAG, "bag_1": BAG, "bag_0": DOSE}

    assert [BAG, OTHER_BAG] == BAGS.among(values)
    assert [DOSE] == Value("dose", ("mg",)).among(values)
    assert [] == Value("rate", ("mg",)).among(values)


def test_it_is_in_any_of_its_units_and_no_other() -> None:
    value = Value("amount", ("mg", "mL"))

    assert [True, True, False] == [value.fits(constant(1, unit)) for unit in ("mg", "mL", "g")]


def test_it_is_in_its_unit_however_that_is_spelt() -> None:
    assert Value("rate", ("mg/kg/min",)).fits(constant(1, "mg/min/kg"))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "a value that is always there is not: dose, rate"),
        ({"dose": DOSE}, "a value that is always there is not: rate"),
        ({"dose": DOSE, "rate": DOSE, "bag": BAG}, "no value bag in mL is declared"),
        ({"dose": BAG, "rate": DOSE}, "no value dose in mL is declared"),
        ({"dose": DOSE, "rate": DOSE, "rate_1": DOSE}, "no value rate_1 in mg is declared"),
        ({"dose": DOSE, "rate": DOSE, "bag_0": BAG}, "no value bag_0 in mL is declared"),
        ({"dose": DOSE, "rate": DOSE, "bag_1": DOSE}, "no value bag_1 in mg is declared"),
    ],
    ids=["none", "one missing", "one too many", "unit", "number", "nought", "unit of a number"],
)
def test_an_answer_keeps_to_what_is_declared(values: dict[str, Quantity], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        keep((*always("mg", "dose", "rate"), BAGS), values)


def test_what_is_declared_passes_and_so_does_anything_where_nothing_is() -> None:
    declared = (*always("mg", "dose"), *sometimes("mg", "rate"), BAGS)

    for values in ({"dose": DOSE}, {"dose": DOSE, "rate": DOSE, "bag_1": BAG, "bag_12": BAG}):
        keep(declared, values)
    keep(None, {"anything": DOSE})
    keep_led(None, {"anything": DOSE})


def test_a_refusal_shows_what_leads_alone() -> None:
    declared = (*leading(always("mL", "bag")), *always("mg", "dose"))

    keep_led(declared, {})
    keep_led(declared, {"bag": BAG})
    with pytest.raises(ValueError, match=r"^no value dose in mg is declared$"):
        keep_led(declared, {"dose": DOSE})

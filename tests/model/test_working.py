"""The working is read off the answer: each step once, in order, with its sources."""

from calc.model.quantity import constant
from calc.model.sources import Source
from calc.model.working import cites_of, working

BOOK = Source("a-book", "A book", "1976")


def test_steps_come_in_the_order_they_were_needed_each_once() -> None:
    weight = constant(70, "kg", "weight")
    dose = (constant(35, "mg/kg", "dose per kg") * weight).named("dose", "mg")
    day = (dose * constant(2, "1", "doses")).named("dose in 24 hours", "mg")
    volume = (dose / constant(24, "mg/mL", "strength")).named("volume", "mL")

    steps = working([volume, day, dose])

    assert ["dose", "volume", "dose in 24 hours"] == [step.name for step in steps]


def test_a_step_cites_its_own_source_and_those_of_its_constants() -> None:
    factor = constant(2, "1", "factor", BOOK.at("page 2"))
    doubled = (constant(1, "mg", "dose") * factor).named("doubled", "mg", BOOK.at("page 1"))

    assert (BOOK.at("page 1"), BOOK.at("page 2")) == cites_of(doubled)


def test_a_step_does_not_cite_what_an_earlier_step_cites() -> None:
    factor = constant(2, "1", "factor", BOOK.at("page 2"))
    doubled = (constant(1, "mg", "dose") * factor).named("doubled", "mg")
    again = (doubled + doubled).named("twice doubled", "mg")

    assert () == cites_of(again)

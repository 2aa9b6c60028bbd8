"""The working is read off the answer: each step once, in order, with its sources."""

from calc.model.quantity import LookedUp, Quantity, Step, constant
from calc.model.sources import Source
from calc.model.working import cites_of, untold, working

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


def test_a_part_without_a_name_is_no_step_and_its_constants_are_cited_with_the_step() -> None:
    factor = constant(2, "1", "factor", BOOK.at("page 2"))
    part = constant(1, "mg", "dose") * factor
    total = (part + constant(1, "mg", "more", BOOK.at("page 3"))).named("total", "mg")

    assert [total] == working([total])
    assert (BOOK.at("page 2"), BOOK.at("page 3")) == cites_of(total)


def test_what_was_looked_up_is_its_words_after_the_steps_to_what_decided_it() -> None:
    clearance = (constant(70, "mL/min") / constant(50, "kg")).named("per kg", "mL/min/kg")
    words = Step("dose", "the row for it", "1.4 is above 1", "40 mg/kg", (BOOK.at("page 1"),))
    dose = Quantity(constant(40, "mg/kg").value, "mg/kg", "dose per kg", LookedUp(clearance, words))

    assert [clearance, words] == working([dose])
    assert (BOOK.at("page 1"),) == cites_of(words)


def test_a_last_step_is_untold_where_it_was_worked_out_and_has_no_name() -> None:
    weight = constant(70, "kg")
    doubled = weight + weight

    assert [False, True, False] == [
        untold(each) for each in (weight, doubled, doubled.named("doubled", "kg"))
    ]

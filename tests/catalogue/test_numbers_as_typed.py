"""A number is never taken for another, however people type it, in any field."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from calc.catalogue import run
from calc.model.digits import grouped
from calc.model.limits import limits
from calc.model.number import Number
from calc.model.outcomes import FieldError, InputError
from tests.catalogue import strategies as some
from tests.catalogue.strategies import Answers
from tests.catalogue.walk import Asked, numbers
from tests.every import of_every

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


DECLARED = [*{id(each.declared): each for each in numbers()}.values()]
"""Each declaration of a number once, whichever calculators ask it."""
every_number = of_every(DECLARED)


@every_number
@settings(max_examples=50)
@given(data=st.data())
def test_a_number_as_this_site_prints_it_is_never_taken_for_another(
    asked: Asked[Number], data: st.DataObject
) -> None:
    _, name, declared = asked
    unit = data.draw(st.sampled_from(units_of(declared)))
    hard = (declared.hard or ANY).in_unit(factor(declared, unit))
    value = data.draw(st.integers(int(hard.low) + 1, int(hard.high)))

    offered = refused(declared, grouped(str(value)), unit)

    if offered is None:
        assert value == declared.read(grouped(str(value)), name, unit).value
    else:
        assert str(value) in offered


@every_number
def test_every_spelling_that_is_declared_is_known_behind_a_number(asked: Asked[Number]) -> None:
    """Else a slip that was foreseen is told as no number at all, and is not offered."""
    _, name, declared = asked
    spelt = {word for slip in declared.slips for word in (slip.unit, *slip.spellings) if word}
    unknown = []
    for word in spelt:
        try:
            declared.read(f"70{word}", name)
        except InputError as invalid:
            unknown += [word for error in invalid.errors if error.code == "number"]

    assert [] == unknown


def is_read_as_after_a_point(declared: Number, whole: int, rest: str) -> bool:
    """Whether a number with a comma is taken, or refused, as the one with a point."""
    comma, point = (refused(declared, f"{whole}{mark}{rest}") for mark in ",.")
    if comma is None:
        read = declared.read(f"{whole},{rest}", "field").value
        return point is None and Fraction(f"{whole}.{rest}") == read
    return point == comma


@settings(max_examples=100)
@given(whole=st.integers(0, 999), rest=st.integers(0, 99).map(str))
def test_one_or_two_digits_after_a_comma_are_read_as_after_a_point(whole: int, rest: str) -> None:
    assert [] == [
        str(asked)
        for asked in DECLARED
        if not is_read_as_after_a_point(asked.declared, whole, rest)
    ]


def is_taken_only_alone(declared: Number, whole: int, rest: int) -> bool:
    """Whether three digits after a comma are taken in no unit in which they may be two numbers."""
    decimal_, thousands = Fraction(f"{whole}.{rest:03}"), Fraction(f"{whole}{rest:03}")
    possible = [
        value
        for value in (decimal_, thousands)
        for unit in units_of(declared)
        if (declared.hard or ANY).in_unit(factor(declared, unit)).hold(value)
    ]

    for unit in units_of(declared):
        try:
            taken = declared.read(f"{whole},{rest:03}", "field", unit).value
        except InputError:
            continue
        if {taken} != {*possible}:
            return False
    return True


@settings(max_examples=200)
@given(whole=st.integers(1, 999), rest=st.integers(0, 999))
def test_three_digits_after_a_comma_are_taken_only_where_nothing_else_is_possible(
    whole: int, rest: int
) -> None:
    assert [] == [
        str(asked) for asked in DECLARED if not is_taken_only_alone(asked.declared, whole, rest)
    ]


@settings(max_examples=300)
@given(answers=some.patients, field=st.sampled_from(["weight", "creatinine"]), typed=some.typed)
def test_what_is_offered_is_never_impossible(answers: Answers, field: str, typed: str) -> None:
    asked = {**answers, field: typed}

    for error in run("creatinine-clearance", asked).errors:
        for offer in error.offers:
            after = run("creatinine-clearance", asked | {**offer.answers, "confirm": "yes"})
            assert [] == [each.text for each in after.errors if each.field in offer.answers]


@every_number
def test_a_number_that_looks_like_a_year_is_offered_nothing_that_fills_nothing(
    asked: Asked[Number],
) -> None:
    errors: tuple[FieldError, ...] = ()
    try:
        asked.declared.read("1,957", "field")
    except InputError as invalid:
        errors = invalid.errors

    assert [] == [offer.label for each in errors for offer in each.offers if not offer.answers]

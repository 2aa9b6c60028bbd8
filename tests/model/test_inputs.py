"""A choice is typed by any word for one option, and a confirmation names what was checked."""

from fractions import Fraction

import pytest

from calc.model.dates import Date
from calc.model.inputs import (
    Choice,
    Confirmation,
    Option,
    YesNoUnknown,
    echo,
    unit_choice,
    yes_no_unknown,
)
from calc.model.limits import ReadBack
from calc.model.number import Number
from calc.model.outcomes import InputError, Typed
from calc.model.quantity import constant

SLUGS = yes_no_unknown("Slugs", hint="On any bed.", ask="Look for slugs")


def soil() -> Choice:
    """A choice, new each time: what it works out of its options it keeps."""
    return Choice(
        label="Soil",
        unit="bed",
        options=(
            Option("clay", "Clay", "clay", words=("loam",), means=frozenset({"wet", "heavy"})),
            Option("sand", "Sand", "sand", words=("loam",), means=frozenset({"dry"})),
            Option("peat", "Peat", "peat", means=frozenset({"wet"})),
        ),
    )


CHECKED = Confirmation("I have checked", frozenset({"tallest", "first_day"}))
WEIGHT = Number(
    label="Weight",
    unit="kg",
    example="70",
    factors={"g": Fraction(1000)},
    read_back=(ReadBack((("g", Fraction(1, 1000)),)),),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *((typed, YesNoUnknown.YES) for typed in ("yes", "Y", " YES ")),
        *((typed, YesNoUnknown.NO) for typed in ("no", "n")),
        *((typed, YesNoUnknown.UNKNOWN) for typed in ("unknown", "not known", "Not known")),
    ],
)
def test_yes_no_and_not_known_have_short_words_too(typed: str, meant: YesNoUnknown) -> None:
    assert meant == SLUGS.option(typed, "slugs").value


def test_yes_no_and_not_known_stand_side_by_side_as_other_options_do_not() -> None:
    assert ("On any bed.", "Look for slugs") == (SLUGS.hint, SLUGS.ask)
    assert [True, False] == [each.compact for each in (SLUGS, soil())]
    assert ["Yes", "No", "Not known"] == [each.label for each in SLUGS.options]


def test_a_word_of_two_options_is_the_first_one_s() -> None:
    assert "clay" == soil().option("loam", "soil").id


def test_what_is_no_option_is_refused_with_all_that_are() -> None:
    with pytest.raises(InputError) as invalid:
        soil().option("rock", "soil")

    (error,) = invalid.value.errors
    assert (
        "soil",
        "choice",
        "Soil: choose one of clay, sand, peat; “rock” is none of them",
    ) == error[:3]


@pytest.mark.parametrize(
    ("said", "option"),
    [({"heavy"}, "clay"), ({"wet"}, ""), ({"wet", "heavy"}, "clay"), ({"frozen"}, ""), (set(), "")],
)
def test_what_another_question_says_is_meant_where_one_option_alone_says_as_much(
    said: set[str], option: str
) -> None:
    assert option == soil().meaning(frozenset(said))


def test_the_unit_of_a_number_is_a_choice_of_all_that_are_accepted() -> None:
    choice = unit_choice(WEIGHT)

    assert ("Weight unit", True) == (choice.label, choice.compact)
    assert [("kg", "kg", "kg"), ("g", "g", "g")] == [each[:3] for each in choice.options]


@pytest.mark.parametrize(
    ("typed", "confirmed"),
    [
        ("yes", {"tallest", "first_day"}),
        ("no", set()),
        ("tallest", {"tallest"}),
        ("first-day, tallest", {"tallest", "first_day"}),
        ("first_day\ntallest\n", {"tallest", "first_day"}),
        ("first_day,\ntallest", {"tallest", "first_day"}),
    ],
)
def test_a_confirmation_is_of_all_of_none_or_of_what_it_names(
    typed: str, confirmed: set[str]
) -> None:
    assert confirmed == CHECKED.read(typed)


def test_what_names_anything_else_confirms_nothing() -> None:
    with pytest.raises(InputError) as invalid:
        CHECKED.read("tallest, soil")

    (error,) = invalid.value.errors
    assert (
        "confirm",
        "choice",
        "I have checked: answer yes or no, or name what was checked (first_day, tallest); "
        "“tallest, soil” is none of it",
    ) == error[:3]


def test_an_answer_is_echoed_as_it_was_typed_and_as_it_was_read() -> None:
    day, kg = Date(label="Day"), constant("70.5", "kg")
    read = day.read("28 Nov 2026", "day")

    assert Typed("28 Nov 2026", "2026-11-28", "", "Saturday 28 November 2026") == echo(
        day, "28 Nov 2026", read
    )
    assert Typed("28 Nov 2026", "2026-11-28", "") == echo(day, "28 Nov 2026", read, again=False)
    assert Typed("70,5", "70.5", "kg", "70,500 g") == echo(WEIGHT, "70,5", kg)
    assert Typed("70,5", "70.5", "kg") == echo(WEIGHT, "70,5", kg, again=False)
    assert Typed("CLAY", "clay", "bed") == echo(soil(), "CLAY", soil().options[0])
    assert [Typed("rock", None, "")] * 2 == [echo(each, "rock", None) for each in (soil(), day)]

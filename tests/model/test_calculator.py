"""A function is declared a calculator: its parameters are what is asked, and a slip is a fault."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

import pytest

from calc.model.asking import HOLDS, MOMENTARY, Lasts, Reach, When
from calc.model.calculator import Alternative, Calculator, KnownAnswer, calculator, number_of
from calc.model.dates import Date
from calc.model.inputs import Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.limited import Limited
from calc.model.number import Number
from calc.model.outcomes import Answer
from calc.model.quantity import Quantity, constant
from calc.model.series import Row, Series
from calc.model.several import Several
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, ByHand, Check
from calc.model.values import always
from tests.every import of_every

Length = Annotated[
    Quantity, Number(label="Length", unit="m", example="3", factors={"cm": Fraction(100)}), HOLDS
]
Width = Annotated[Quantity, Number(label="Width", unit="m", example="2"), MOMENTARY]
IF_WET = When("wet", ("yes",))
Wet = Annotated[YesNoUnknown, yes_no_unknown("Wet?"), Lasts(Reach.BEYOND_THE_DAY, but=("unknown",))]
Depth = Annotated[
    Quantity,
    Number(label="Depth", unit="m", example="1", factors={"cm": Fraction(100)}),
    IF_WET,
]
Measured = Annotated[
    tuple[Row, ...],
    Series(
        label="Measured",
        date=Date(label="Day"),
        number=Number(label="Level", unit="m", example="1", factors={"cm": Fraction(100)}),
    ),
]
Fish = Annotated[
    tuple[Option, ...],
    Several(label="Fish", options=(Option("carp", "Carp", "carp"),), beyond="not in this list"),
]
OUT_OF_RANGE = "the values that are out of the usual range"

TEXT = Check("Look.", (SITE_RULE.at("a rule"),))
ALL: dict[str, Any] = {
    "alternatives": (Alternative("length"), Alternative("width")),
    "limits": (Limited(label="Length", unit="m", computed_from={}),),
    "scope": TEXT,
    "box": Box("First", (TEXT._replace(text="Stop."),)),
    "checks": (TEXT._replace(text="Ask."),),
    "by_hand": ByHand((), ()),
    "reference": ("a table",),
    "known_answers": (KnownAnswer({}, ()),),
    "columns": ("a column",),
    "refused": "No pond",
    "values": always("m", "length"),
    "leads": True,
    "who": ("length",),
    "onward": ("next",),
    "onward_refused": ("other",),
    "checked_twice": True,
}
"""Everything that may be declared beside the parameters."""


def garden_pond(
    *,
    length: Length,
    width: Width,
    wet: Wet,
    depth: Depth | None = None,
    measured: Measured = (),
) -> Answer:
    """How large a pond is (m).

    And more.
    """
    return Answer({"length": length})


def pond(**declared: Any) -> Calculator[...]:
    """The calculator, new each time: what it works out of its inputs it keeps."""
    return calculator("Pond", **declared)(garden_pond)


def test_its_name_is_the_function_s_and_what_it_is_about_the_first_line_of_the_docstring() -> None:
    assert ("garden-pond", "Pond") == (pond(**ALL).name, pond(**ALL).title)
    assert "How large a pond is (m)." == pond(**ALL).about


def test_called_it_computes() -> None:
    length = constant(3, "m")

    assert length is pond()(length=length, width=length, wet=YesNoUnknown.NO)["length"]


def _deep(length: Length) -> Answer:
    return Answer({"length": length})


def test_it_is_called_as_its_function_is() -> None:
    length = constant(3, "m")

    assert length is calculator("Deep")(_deep)(length)["length"]


def test_without_a_docstring_it_is_about_nothing() -> None:
    assert "" == calculator("Deep")(_deep).about


def test_a_unit_that_may_be_another_is_asked_beside_its_number() -> None:
    bare = pond()
    with_units = ["length", "length_unit", "width", "wet", "depth", "depth_unit"]

    assert [*with_units, "measured", "measured_unit"] == [*bare.inputs]
    assert {"length_unit", "depth_unit", "measured_unit"} == bare.units
    assert {"length", "width", "depth", "measured"} == bare.numbers
    assert ("width", "length", "length_unit") == bare.needed(Alternative("width", ("length",)))


def test_what_has_no_default_must_be_answered_and_what_follows_a_choice_only_after_it() -> None:
    bare = pond()

    assert {"length", "width", "wet"} == bare.required
    assert {"depth": IF_WET, "depth_unit": IF_WET} == bare.asked


def test_a_value_is_made_of_itself_its_unit_and_what_is_worked_out_with_it() -> None:
    area = Limited(label="Area", unit="m2", computed_from={"depth": lambda depth, width: depth})
    bare = pond(limits=(area,))

    assert ("length", "length_unit") == bare.makes("length")
    assert ("width", "depth", "depth_unit") == bare.makes("depth")
    assert ("wet",) == bare.makes("wet")


def test_an_answer_holds_as_long_as_its_question_says_and_its_unit_with_it() -> None:
    bare = pond()
    holds = {"length", "length_unit", "wet"}

    assert holds == {each for each in bare.inputs if bare.holds(each, "yes")}
    assert not bare.holds("wet", "unknown")
    assert ["width"] == [each for each in bare.inputs if bare.is_momentary(each)]


def test_numbers_days_and_series_may_have_to_be_confirmed() -> None:
    bare = pond()
    assert {"length", "width", "depth", "measured"} == bare.confirmation.may_be
    assert f"I have checked {OUT_OF_RANGE}" == bare.confirmation.label


def _choices(*, wet: Wet) -> Answer:
    raise NotImplementedError


def _names(*, fish: Fish) -> Answer:
    raise NotImplementedError


def _both(*, length: Length, fish: Fish) -> Answer:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("compute", "checked", "may_be"),
    [
        (_choices, OUT_OF_RANGE, set()),
        (_names, "the names that are not in the list", {"fish"}),
        (_both, f"{OUT_OF_RANGE} and the names that are not in the list", {"length", "fish"}),
    ],
)
def test_what_is_confirmed_is_said_of_values_of_names_or_of_both(
    compute: Callable[..., Answer], checked: str, may_be: set[str]
) -> None:
    confirmation = calculator("Pond")(compute).confirmation

    assert f"I have checked {checked}" == confirmation.label
    assert may_be == {*confirmation.may_be}


@of_every(ALL)
def test_what_is_declared_is_there_and_what_is_not_is_nothing(name: str) -> None:
    nothing = "No result can be given" if name == "refused" else None

    assert ALL[name] == getattr(pond(**ALL), name)
    assert nothing == (getattr(pond(), name) or None)


def test_nothing_else_can_be_declared() -> None:
    read_off = {"name", "title", "compute", "inputs", "required", "asked", "lasts"}

    assert read_off | {*ALL} == {each.name for each in fields(pond(**ALL))}


def test_scope_box_and_checks_are_always_shown_in_this_order() -> None:
    assert ["Look.", "Stop.", "Ask."] == [each.text for each in pond(**ALL).always_shown]
    assert () == pond().always_shown


@pytest.mark.parametrize(
    ("declared", "works"),
    [({}, False), ({"by_hand": ByHand((), ())}, True), ({"reference": ("a table",)}, True)],
)
def test_it_can_be_worked_by_hand_with_formulas_or_with_tables(
    declared: dict[str, Any], works: bool
) -> None:
    assert works is pond(**declared).works_by_hand


def test_the_number_of_a_series_is_that_of_its_rows() -> None:
    numbers = {name: number_of(each) for name, each in pond().inputs.items()}

    assert {"length": "Length", "width": "Width", "depth": "Depth", "measured": "Level"} == {
        name: number.label for name, number in numbers.items() if number
    }


def no_input(*, length: int) -> Answer:
    """A parameter that declares nothing."""
    raise NotImplementedError


def no_default(*, wet: Wet, depth: Depth) -> Answer:
    """A question that is asked only at times, and always needed."""
    raise NotImplementedError


def not_earlier(*, depth: Depth | None = None, wet: Wet) -> Answer:
    """A question before the one that decides whether it is asked."""
    raise NotImplementedError


def confirms(*, confirm: Width) -> Answer:
    """A parameter with the name of the confirmation."""
    raise NotImplementedError


def asked_at_times(*, wet: Wet, depth: Depth | None = None) -> Answer:
    """A question that is asked only at times."""
    raise NotImplementedError


def no_such_answer(
    *,
    wet: Wet,
    day: Annotated[date, Date(label="Day"), When("wet", ("very",))] | None = None,
) -> Answer:
    """A question that follows an answer which is not offered."""
    raise NotImplementedError


def after_itself(
    *,
    wet: Annotated[YesNoUnknown, yes_no_unknown("Wet?"), When("wet", ("yes",))] | None = None,
) -> Answer:
    """A question that is asked only after its own answer."""
    raise NotImplementedError


def offered_too_early(
    *,
    edge: Annotated[
        str,
        Choice(
            label="Edge",
            options=(Option("dry", "Dry", "dry"), Option("reed", "Reed", "reed", when=IF_WET)),
        ),
    ],
    wet: Wet,
) -> Answer:
    """An option that is offered by what is asked later."""
    raise NotImplementedError


AT_TIMES = "^a calculator's parameter is asked only at times, and has"


@pytest.mark.parametrize(
    ("compute", "said"),
    [
        (no_input, "^a calculator's parameter declares no input: length$"),
        (no_default, f"{AT_TIMES} no default: depth$"),
        (not_earlier, f"{AT_TIMES} no such .*: depth$"),
        (no_such_answer, f"{AT_TIMES} no such .*: day$"),
        (after_itself, f"{AT_TIMES} no such .*: wet$"),
        (offered_too_early, f"{AT_TIMES} no such .*: edge$"),
        (confirms, "^a calculator's parameter takes the name of a confirmation: confirm$"),
    ],
)
def test_what_cannot_be_asked_is_a_fault(compute: Callable[..., Answer], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        calculator("Pond")(compute)


@pytest.mark.parametrize(
    "alternatives", [(Alternative("depth"),), (Alternative("wet", ("depth",)),)]
)
def test_an_alternative_is_not_asked_only_at_times(alternatives: tuple[Alternative, ...]) -> None:
    with pytest.raises(TypeError, match=f"{AT_TIMES} an alternative: depth$"):
        calculator("Pond", alternatives=alternatives)(asked_at_times)

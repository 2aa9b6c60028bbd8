"""A calculator is one function: its annotated parameters declare the form."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, get_args, get_type_hints

from calc.model.asking import ITS_DAY, Lasts, Reach, When
from calc.model.inputs import (
    CONFIRM,
    NAMES_CHECKED,
    VALUES_CHECKED,
    Choice,
    Confirmation,
    Input,
    unit_choice,
)
from calc.model.limited import Limited
from calc.model.number import Number, unit_field
from calc.model.outcomes import Answer
from calc.model.series import Series
from calc.model.several import Several
from calc.model.statements import Box, ByHand, Check
from calc.model.tables import Column, Table
from calc.model.values import Value
from calc.model.written import Moment, Written

CONFIRMED = (Number, Moment, Series)
"""The kinds of input whose values may have to be confirmed, whatever the calculator."""


class Alternative(NamedTuple):
    """One of several to answer by: the input that chooses it, and those it needs besides."""

    by: str
    needs: tuple[str, ...] = ()


class KnownAnswer(NamedTuple):
    """A known answer: raw answers of an invented patient, and what the outcome's text must say.

    Python gives it in every browser each time, before the first answer of its calculator.
    """

    answers: Mapping[str, str]
    says: tuple[str, ...]


@dataclass(frozen=True)
class Calculator[**P]:
    """A named calculator. Called with quantities and options already read, it computes.

    `inputs` are in the order of the form; `required` must be answered, and what is `asked` with
    certain earlier answers only must be then; an answer is of its day unless `lasts` says
    otherwise; of `alternatives` exactly one is taken; `limits` are those of quantities that can
    come in more than one way. With every answer stand its `scope`, the `box` and the `checks`.
    Under its form stand the formulas `by_hand` and the tables of `reference`, to work without it.
    Its self-test are the `known_answers`, and the edges of the `columns` in which it looks a dose
    up; `refused` heads its refusals; `values` are the names that its outcomes may have; one that
    `leads` is named before the others; `who` are the inputs that say of whom an answer is, in one
    line beside it; `onward` and `onward_refused` are the names of those that follow its answers,
    and its refusals; what is `checked_twice` may be entered again by another person. What is not
    declared is not there.
    """

    name: str
    title: str
    compute: Callable[P, Answer]
    inputs: dict[str, Input]
    required: frozenset[str]
    asked: Mapping[str, When]
    lasts: Mapping[str, Lasts]
    alternatives: tuple[Alternative, ...]
    limits: tuple[Limited, ...]
    scope: Check | None
    box: Box | None
    checks: tuple[Check, ...]
    by_hand: ByHand | None
    reference: tuple[Table, ...]
    known_answers: tuple[KnownAnswer, ...]
    columns: tuple[Column, ...]
    refused: str
    values: tuple[Value, ...] | None
    leads: bool
    who: tuple[str, ...]
    onward: tuple[str, ...]
    onward_refused: tuple[str, ...]
    checked_twice: bool

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The inputs that are numbers, or rows of them."""
        return frozenset(name for name, each in self.inputs.items() if number_of(each))

    @cached_property
    def confirmation(self) -> Confirmation:
        """What stands beside the answers, and lets through what must be checked first."""
        values = {name for name, each in self.inputs.items() if isinstance(each, CONFIRMED)}
        names = {
            name for name, each in self.inputs.items() if isinstance(each, Several) and each.beyond
        }
        checked = {VALUES_CHECKED: values or not names, NAMES_CHECKED: names}
        label = f"I have checked {' and '.join(what for what, there in checked.items() if there)}"
        return Confirmation(label, frozenset(values | names))

    def makes(self, name: str) -> tuple[str, ...]:
        """The inputs of which an input's value, and what is worked out of it, is made.

        With a change of one of them it is another value, to be checked anew.
        """
        worked_out = (each.needs(name) for each in self.limits if name in each.computed_from)
        found = {name}.union(*worked_out)
        found |= {*map(unit_field, found)}
        return tuple(each for each in self.inputs if each in found)

    @cached_property
    def units(self) -> frozenset[str]:
        """The inputs in which the unit of a number is chosen: asked with it, and read into it."""
        return frozenset(map(unit_field, self.numbers)) & self.inputs.keys()

    def needed(self, alternative: Alternative) -> tuple[str, ...]:
        """What must be answered for an alternative: its input, what it needs, and their units."""
        return self.with_units((alternative.by, *alternative.needs))

    def with_units(self, names: Iterable[str]) -> tuple[str, ...]:
        """Inputs, and after them those in which the units of the numbers among them are chosen."""
        names = tuple(names)
        return (*names, *(unit for unit in map(unit_field, names) if unit in self.units))

    def holds(self, field: str, typed: str) -> bool:
        """Whether an answer holds beyond the day on which it was given."""
        lasting = self.lasts.get(field, ITS_DAY)
        return lasting.reach is Reach.BEYOND_THE_DAY and typed not in lasting.but

    def is_momentary(self, field: str) -> bool:
        """Whether what is asked is true of one moment."""
        return self.lasts.get(field, ITS_DAY).reach is Reach.ONE_STEP

    @property
    def always_shown(self) -> tuple[Check, ...]:
        """All that stands with every answer of it."""
        scope = (self.scope,) if self.scope else ()
        return (*scope, *(self.box.items if self.box else ()), *self.checks)

    @property
    def works_by_hand(self) -> bool:
        """Whether there is anything to work by without it."""
        return bool(self.by_hand or self.reference)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Answer:
        return self.compute(*args, **kwargs)

    @property
    def about(self) -> str:
        """What it computes, in one sentence: the first line of the function's docstring."""
        return (inspect.getdoc(self.compute) or "").partition("\n")[0]


def calculator[**P](
    title: str,
    *,
    alternatives: tuple[Alternative, ...] = (),
    limits: tuple[Limited, ...] = (),
    scope: Check | None = None,
    box: Box | None = None,
    checks: tuple[Check, ...] = (),
    by_hand: ByHand | None = None,
    reference: tuple[Table, ...] = (),
    known_answers: tuple[KnownAnswer, ...] = (),
    columns: tuple[Column, ...] = (),
    refused: str = "No result can be given",
    values: tuple[Value, ...] | None = None,
    leads: bool = False,
    who: tuple[str, ...] = (),
    onward: tuple[str, ...] = (),
    onward_refused: tuple[str, ...] = (),
    checked_twice: bool = False,
) -> Callable[[Callable[P, Answer]], Calculator[P]]:
    """Declare a function a calculator; `foscarnet_plan` gets the name `foscarnet-plan`."""

    def declare(compute: Callable[P, Answer]) -> Calculator[P]:
        hints = get_type_hints(compute, include_extras=True)
        parameters = inspect.signature(compute).parameters.values()
        inputs: dict[str, Input] = {}
        asked: dict[str, When] = {}
        lasts: dict[str, Lasts] = {}
        for parameter in parameters:
            notes = [*_notes(hints[parameter.name])]
            names = [parameter.name]
            declared = inputs[parameter.name] = _declared(notes, parameter.name)
            number = number_of(declared)
            if number and number.factors:
                names.append(unit := unit_field(parameter.name))
                inputs[unit] = unit_choice(number)
            if lasting := next((note for note in notes if isinstance(note, Lasts)), None):
                lasts |= dict.fromkeys(names, lasting)
            if when := next((note for note in notes if isinstance(note, When)), None):
                _require(parameter.default is not parameter.empty, parameter.name, "no default")
                in_alternatives = {
                    each
                    for alternative in alternatives
                    for each in (alternative.by, *alternative.needs)
                }
                _require(parameter.name not in in_alternatives, parameter.name, "an alternative")
                asked |= dict.fromkeys(names, when)
            offered = declared.options if isinstance(declared, Choice) else ()
            for each in filter(None, (when, *(option.when for option in offered))):
                _require(_is_earlier(each, inputs, names), parameter.name, f"no such {each}")
        required = frozenset(p.name for p in parameters if p.default is p.empty)
        name = compute.__name__.replace("_", "-")
        if CONFIRM in inputs:
            raise TypeError(f"a calculator's parameter takes the name of a confirmation: {CONFIRM}")
        return Calculator(
            name=name,
            title=title,
            compute=compute,
            inputs=inputs,
            required=required,
            asked=asked,
            lasts=lasts,
            alternatives=alternatives,
            limits=limits,
            scope=scope,
            box=box,
            checks=checks,
            by_hand=by_hand,
            reference=reference,
            known_answers=known_answers,
            columns=columns,
            refused=refused,
            values=values,
            leads=leads,
            who=who,
            onward=onward,
            onward_refused=onward_refused,
            checked_twice=checked_twice,
        )

    return declare


def number_of(declared: Input) -> Number | None:
    """The number that is asked: itself, or in each row of a series."""
    if isinstance(declared, Series):
        return declared.number
    return declared if isinstance(declared, Number) else None


def _notes(hint: Any) -> Iterator[object]:
    """What is noted in an annotation such as `Annotated[Quantity, Number(...)] | None`."""
    for part in (hint, *get_args(hint)):
        yield from getattr(part, "__metadata__", ())


def _declared(notes: Iterable[object], name: str) -> Input:
    for note in notes:
        if isinstance(note, Number | Choice | Written):
            return note
    raise TypeError(f"a calculator's parameter declares no input: {name}")


def _is_earlier(when: When, inputs: Mapping[str, Input], own: Iterable[str]) -> bool:
    """Whether a condition is of a choice that was declared before, and of options of it."""
    earlier = inputs.get(when.field) if when.field not in own else None
    return isinstance(earlier, Choice) and {option.id for option in earlier.options}.issuperset(
        when.answers
    )


def _require(holds: bool, name: str, fault: str) -> None:
    if not holds:
        raise TypeError(f"a calculator's parameter is asked only at times, and has {fault}: {name}")

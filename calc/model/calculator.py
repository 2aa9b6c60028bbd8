"""A calculator is one function: its annotated parameters declare the form."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args, get_type_hints

from calc.model.inputs import (
    CONFIRM,
    Choice,
    Input,
    Number,
    unit_choice,
    unit_field,
)
from calc.model.limited import Limited
from calc.model.outcomes import Answer
from calc.model.sources import Cite
from calc.model.tables import Table


class Way(NamedTuple):
    """One of several ways to answer: the input that chooses it and those it needs besides."""

    by: str
    needs: tuple[str, ...] = ()


class Check(NamedTuple):
    """Something that holds whatever the numbers say: to settle before acting, or to act on."""

    text: str
    cites: tuple[Cite, ...]


class Box(NamedTuple):
    """A few such things that must be read first, on paper too, under one title."""

    title: str
    items: tuple[Check, ...]


class Known(NamedTuple):
    """A known answer: raw answers of an invented patient, and what the outcome's text must say.

    Python gives it in every browser each time that it starts, before a person may ask.
    """

    answers: Mapping[str, str]
    says: tuple[str, ...]


@dataclass(frozen=True)
class Calculator[**P]:
    """A named calculator. Called with quantities and options already read, it computes.

    `inputs` are in the order of the form; `required` must be answered; of `ways` exactly one is
    taken; `limits` are those of quantities that can come in more than one way. With every answer
    stand its `scope`, the `box` and the `checks`. Under its form stands the `reference`, to work by
    hand; `known` are its known answers; `refused` heads its refusals; one that `leads` is named
    before the others. What is not declared is not there.
    """

    name: str
    title: str
    compute: Callable[P, Answer]
    inputs: dict[str, Input]
    required: frozenset[str]
    ways: tuple[Way, ...]
    limits: tuple[Limited, ...]
    scope: Check | None
    box: Box | None
    checks: tuple[Check, ...]
    reference: tuple[Table, ...]
    known: tuple[Known, ...]
    refused: str
    leads: bool

    @property
    def numbers(self) -> frozenset[str]:
        """The inputs that are numbers."""
        return frozenset(name for name, each in self.inputs.items() if isinstance(each, Number))

    @property
    def units(self) -> frozenset[str]:
        """The inputs in which the unit of a number is chosen: asked with it, and read into it."""
        return frozenset(map(unit_field, self.numbers)) & self.inputs.keys()

    def needed(self, way: Way) -> tuple[str, ...]:
        """What must be answered for a way: its own input, what it needs, and their units."""
        names = (way.by, *way.needs)
        return (*names, *(unit for unit in map(unit_field, names) if unit in self.units))

    @property
    def said(self) -> tuple[Check, ...]:
        """All that stands with every answer of it."""
        scope = (self.scope,) if self.scope else ()
        return (*scope, *(self.box.items if self.box else ()), *self.checks)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Answer:
        return self.compute(*args, **kwargs)

    @property
    def about(self) -> str:
        """What it computes, in one sentence: the first line of the function's docstring."""
        return (inspect.getdoc(self.compute) or "").partition("\n")[0]


def calculator[**P](
    title: str,
    *,
    ways: tuple[Way, ...] = (),
    limits: tuple[Limited, ...] = (),
    scope: Check | None = None,
    box: Box | None = None,
    checks: tuple[Check, ...] = (),
    reference: tuple[Table, ...] = (),
    known: tuple[Known, ...] = (),
    refused: str = "No result can be given",
    leads: bool = False,
) -> Callable[[Callable[P, Answer]], Calculator[P]]:
    """Declare a function a calculator; `foscarnet_plan` gets the name `foscarnet-plan`."""

    def declare(compute: Callable[P, Answer]) -> Calculator[P]:
        hints = get_type_hints(compute, include_extras=True)
        parameters = inspect.signature(compute).parameters.values()
        inputs: dict[str, Input] = {}
        for parameter in parameters:
            declared = inputs[parameter.name] = _declared(hints[parameter.name])
            if isinstance(declared, Number) and declared.factors:
                inputs[unit_field(parameter.name)] = unit_choice(declared)
        required = frozenset(p.name for p in parameters if p.default is p.empty)
        name = compute.__name__.replace("_", "-")
        inputs["confirm"] = CONFIRM
        return Calculator(
            name,
            title,
            compute,
            inputs,
            required,
            ways,
            limits,
            scope,
            box,
            checks,
            reference,
            known,
            refused,
            leads,
        )

    return declare


def _declared(hint: Any) -> Input:
    """The declaration inside an annotation such as `Annotated[Quantity, Number(...)] | None`."""
    for part in (hint, *get_args(hint)):
        for note in getattr(part, "__metadata__", ()):
            if isinstance(note, Number | Choice):
                return note
    raise TypeError(f"a calculator's parameter declares no input: {hint}")

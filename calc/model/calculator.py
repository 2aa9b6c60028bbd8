"""A calculator is one function: its annotated parameters declare the form."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args, get_type_hints

from calc.model.inputs import CONFIRM, Choice, Input, Number, Tick
from calc.model.outcomes import Answer
from calc.model.sources import Cite


class Way(NamedTuple):
    """One of several ways to answer: the input that chooses it and those it needs besides."""

    by: str
    needs: tuple[str, ...] = ()


class Check(NamedTuple):
    """Something to settle before acting, whatever the numbers say."""

    text: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class Calculator[**P]:
    """A named calculator. Called with quantities and options already read, it computes.

    `inputs` are in the order of the form; `required` must be answered; of `ways` exactly one is
    taken; `checks` stand with every answer.
    """

    name: str
    title: str
    compute: Callable[P, Answer]
    inputs: dict[str, Input]
    required: frozenset[str]
    ways: tuple[Way, ...]
    checks: tuple[Check, ...]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Answer:
        return self.compute(*args, **kwargs)

    @property
    def about(self) -> str:
        """What it computes, in one sentence: the first line of the function's docstring."""
        return (inspect.getdoc(self.compute) or "").partition("\n")[0]


def calculator[**P](
    title: str, *, ways: tuple[Way, ...] = (), checks: tuple[Check, ...] = ()
) -> Callable[[Callable[P, Answer]], Calculator[P]]:
    """Declare a function a calculator; `foscarnet_plan` gets the name `foscarnet-plan`."""

    def declare(compute: Callable[P, Answer]) -> Calculator[P]:
        hints = get_type_hints(compute, include_extras=True)
        parameters = inspect.signature(compute).parameters.values()
        inputs = {p.name: _declared(hints[p.name]) for p in parameters}
        required = frozenset(p.name for p in parameters if p.default is p.empty)
        name = compute.__name__.replace("_", "-")
        inputs["confirm"] = CONFIRM
        return Calculator(name, title, compute, inputs, required, ways, checks)

    return declare


def _declared(hint: Any) -> Input:
    """The declaration inside an annotation such as `Annotated[Quantity, Number(...)] | None`."""
    for part in (hint, *get_args(hint)):
        for note in getattr(part, "__metadata__", ()):
            if isinstance(note, Number | Choice | Tick):
                return note
    raise TypeError(f"a calculator's parameter declares no input: {hint}")

"""Quantities that have limits of their own, whichever way they came."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import signature

from calc.model.inputs import Input
from calc.model.limits import Broken, Limits, first_broken
from calc.model.number import Number
from calc.model.outcomes import FieldError, in_a_sentence
from calc.model.quantity import Quantity
from calc.model.written import Written


@dataclass(frozen=True, kw_only=True, eq=False)
class Limited:
    """A quantity that has limits of its own, whichever way it came: typed, or worked out.

    `computed_from` maps the input that is to be corrected to what works the quantity out; the
    parameters of that function name the inputs that it needs. It is not looked at where `unless`
    was answered.

    Requirement R-LIMITS: The limits of a quantity hold whichever way it came.
    """

    label: str
    unit: str
    computed_from: Mapping[str, Callable[..., Quantity]]
    hard: Limits | None = None
    soft: Limits | None = None
    unless: str = ""

    def needs(self, field: str) -> frozenset[str]:
        """The inputs that the quantity is worked out of, where this one is to be corrected."""
        return _parameters(self.computed_from[field])

    def check(
        self,
        inputs: Mapping[str, Input],
        read: Mapping[str, object],
        unusual: Mapping[str, object],
        confirmed: frozenset[str],
    ) -> Iterator[FieldError]:
        """An error for each way by which the answers read put the quantity out of its limits.

        What is `unusual` itself is told of its own quantities, and vouches for no other.
        """
        if self.unless in read:
            return
        for field, work_out in self.computed_from.items():
            needed = self.needs(field)
            known = {**read, field: unusual[field]} if field in unusual else read
            if field not in inputs or not needed <= known.keys():
                continue
            value = work_out(**{name: known[name] for name in needed})
            soft = None if field in confirmed else self.soft
            broken = first_broken(value, self.hard, soft)
            if broken:
                yield self._error(field, inputs[field], known[field], value, broken)

    def _error(
        self, field: str, declared: Input, typed: object, value: Quantity, broken: Broken
    ) -> FieldError:
        """The error of a field: the range of what comes of it, why, and what was typed."""
        of = in_a_sentence(self.label)
        if isinstance(declared, Written):
            said = f"{declared.words(typed)} was typed.{broken.then}"
            text = f"{declared.label}: the {of} {broken.text} ({broken.why}). "
            return FieldError(field, broken.code, f"{text}It is {value.shown()}; {said}")
        assert isinstance(declared, Number)
        assert isinstance(typed, Quantity)
        label, comes_to = declared.label, ""
        if label != self.label:
            label, comes_to = f"{label}: the {of}", f"It is {value.shown()}; "
        said, offers = declared.explained(typed, field, broken)
        text = f"{label} {broken.text} ({broken.why}). {comes_to}{said}"
        return FieldError(field, broken.code, text, offers)


@cache
def _parameters(work_out: Callable[..., Quantity]) -> frozenset[str]:
    return frozenset(signature(work_out).parameters)

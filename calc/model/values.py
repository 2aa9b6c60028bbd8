"""The names that the values of an outcome have, declared: units, and which are always there."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import count, takewhile
from typing import NamedTuple, Self

from calc.model import units
from calc.model.quantity import Quantity
from calc.model.working import untold

NUMBER = "_[1-9][0-9]*"
NUMBERED = re.compile(f"(?P<name>.+){NUMBER}")


class Value(NamedTuple):
    """A named value of an outcome, and the units that it may be in (UCUM).

    Every answer has it if it is there `always`; a `numbered` one is there as `name_1`, `name_2`,
    as often as there is one. What `led` to a refusal may be shown with it: nothing is given by it.
    """

    name: str
    units: tuple[str, ...]
    always: bool = True
    numbered: bool = False
    led: bool = False

    @property
    def pattern(self) -> str:
        """The names that it has, as a regular expression."""
        return f"^{self.name}{NUMBER if self.numbered else ''}$"

    def sometimes(self) -> Self:
        """The same, where not every answer has it."""
        return self._replace(always=False)

    def fits(self, quantity: Quantity) -> bool:
        """Whether a quantity is in one of its units."""
        unit = quantity.unit
        return unit in self.units or any(units.same(unit, each) for each in self.units)

    def among(self, values: Mapping[str, Quantity]) -> list[Quantity]:
        """Those of the values of an outcome that are this one, in the order of their numbers."""
        if not self.numbered:
            return [values[self.name]] if self.name in values else []
        names = (f"{self.name}_{place}" for place in count(1))
        return [values[name] for name in takewhile(values.__contains__, names)]


def always(unit: str, *names: str) -> tuple[Value, ...]:
    """Values of a unit that every answer has."""
    return tuple(Value(name, (unit,)) for name in names)


def sometimes(unit: str, *names: str) -> tuple[Value, ...]:
    """Values of a unit that an answer has where there is such a one."""
    return tuple(Value(name, (unit,), always=False) for name in names)


def leading(values: Iterable[Value]) -> tuple[Value, ...]:
    """Values that a refusal may show, because they led to it: never what would be given."""
    return tuple(value._replace(led=True) for value in values)


def where_asked(values: Iterable[Value]) -> tuple[Value, ...]:
    """Values that only some answers have, such as those of an input that may be left out."""
    return tuple(value.sometimes() for value in values)


def ranges(unit: str, *names: str) -> tuple[Value, ...]:
    """Both ends of ranges, where there is a range."""
    return sometimes(unit, *(f"{name}_{end}" for name in names for end in ("low", "high")))


def keep(declared: tuple[Value, ...] | None, values: Mapping[str, Quantity]) -> None:
    """Hold the values of an answer to what is declared of them. Where nothing is, anything does.

    Raises ValueError for a name that is not declared, for another unit, where one is missing that
    must always be there, and where its last step has no name: the working would leave it out.
    """
    if unnamed := [name for name, each in values.items() if untold(each)]:
        raise ValueError(f"the last step to {unnamed[0]} has no name, so no working shows it")
    if declared is None:
        return
    _fit(declared, values)
    if missing := _always(declared) - values.keys():
        raise ValueError(f"a value that is always there is not: {', '.join(sorted(missing))}")


def keep_led(declared: tuple[Value, ...] | None, showing: Mapping[str, Quantity]) -> None:
    """Hold what a refusal shows to the values that are declared to lead to one.

    Raises ValueError for any other: a dose that was refused must not be readable.

    Requirement R-REFUSED: A refusal shows what led to it, and no dose, volume, rate or time.
    """
    if declared is not None:
        _fit(tuple(each for each in declared if each.led), showing)


def _fit(declared: tuple[Value, ...], values: Mapping[str, Quantity]) -> None:
    declarations, numbered = _by_name(declared, False), _by_name(declared, True)
    for name, quantity in values.items():
        value = declarations.get(name)
        if value is None and (found := NUMBERED.fullmatch(name)):
            value = numbered.get(found["name"])
        if value is None or not value.fits(quantity):
            raise ValueError(f"no value {name} in {quantity.unit} is declared")


@cache
def _by_name(declared: tuple[Value, ...], numbered: bool) -> Mapping[str, Value]:
    return {each.name: each for each in declared if each.numbered is numbered}


@cache
def _always(declared: tuple[Value, ...]) -> frozenset[str]:
    return frozenset(each.name for each in declared if each.always)

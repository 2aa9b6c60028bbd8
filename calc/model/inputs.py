"""Declared inputs: what is asked, how it is read, and how it is shown again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from typing import Any, NamedTuple

from calc.model import units
from calc.model.asking import When
from calc.model.number import Number
from calc.model.outcomes import FieldError, InputError, Typed, shortened
from calc.model.quantity import Quantity
from calc.model.refusals import Refusal
from calc.model.written import Written


class Option(NamedTuple):
    """One choice. `value` is what the calculator is handed; `group` heads a set of options.

    `words` are other ways to type it that can mean no other option. With `refusal` no other answer
    matters: nothing is computed once this one was chosen. It is offered only `when` an earlier
    choice was answered so. `means` is what it says in words that options of other questions share:
    it answers those of them of which one option alone says as much.
    """

    id: str
    label: str
    value: object
    hint: str = ""
    group: str = ""
    words: tuple[str, ...] = ()
    refusal: Refusal | None = None
    when: When | None = None
    means: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, eq=False)
class Choice:
    """One of a few options, none of them preselected.

    `ask` is what a person who left it out is told; `compact` options stand side by side.
    """

    label: str
    options: tuple[Option, ...]
    hint: str = ""
    unit: str = ""
    compact: bool = False
    ask: str = ""

    def meaning(self, means: frozenset[str]) -> str:
        """The one option that says as much as an answer to another question; empty if none does."""
        ids = [option.id for option in self.options if means and means <= option.means]
        return ids[0] if len(ids) == 1 else ""

    def option(self, typed: str, field: str) -> Option:
        """The option typed; spaces, capitals and the kind of micro sign do not matter.

        Raises InputError, naming the options, for anything else.
        """
        if option := self._by_word.get(units.plain(typed)):
            return option
        ids = ", ".join(option.id for option in self.options)
        text = f"{self.label}: choose one of {ids}; “{shortened(typed)}” is none of them"
        raise InputError(FieldError(field, "choice", text))

    @cached_property
    def _by_word(self) -> Mapping[str, Option]:
        """The options by each word for them, spelt one way; the first where two have one word."""
        words = [(word, option) for option in self.options for word in (option.id, *option.words)]
        return {units.plain(word): option for word, option in reversed(words)}


@cache
def unit_choice(number: Number) -> Choice:
    """The choice of the unit in which a number is typed, where it may be one of several."""
    options = tuple(Option(unit, units.for_people(unit), unit) for unit in number.accepted)
    return Choice(label=f"{number.label} unit", options=options, compact=True)


YES = "yes"
NO = "no"


class YesNoUnknown(Enum):
    """Yes, no, or not known, which is neither: to be taken apart by `match`."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def yes_no_unknown(label: str, *, hint: str = "", ask: str = "") -> Choice:
    """The choice of yes, no and not known; it means a YesNoUnknown."""
    options = (
        Option(YES, "Yes", YesNoUnknown.YES, words=("y",)),
        Option(NO, "No", YesNoUnknown.NO, words=("n",)),
        Option("unknown", "Not known", YesNoUnknown.UNKNOWN, words=("not known",)),
    )
    return Choice(label=label, options=options, hint=hint, ask=ask, compact=True)


CONFIRM = "confirm"
"""The name by which a confirmation stands beside the answers, and which no input may have."""


class Confirmation(NamedTuple):
    """What lets values through that must be checked first: `yes` for all, or their names.

    It is no input and asks nothing of the patient: it stands beside the answers. `may_be` are the
    inputs whose values may have to be confirmed.
    """

    label: str
    may_be: frozenset[str]

    def read(self, typed: str) -> frozenset[str]:
        """The inputs that are confirmed. Raises InputError for anything but yes, no and names."""
        word = units.plain(typed)
        if word in (YES, NO):
            return self.may_be if word == YES else frozenset()
        named = {name.replace("-", "_") for name in re.split(r"\s*[,\n]\s*", typed.strip())}
        if named <= self.may_be:
            return frozenset(named)
        asked = f"answer yes or no, or name what was checked ({', '.join(sorted(self.may_be))})"
        text = f"{self.label}: {asked}; “{shortened(typed)}” is none of it"
        raise InputError(FieldError(CONFIRM, "choice", text))


Input = Number | Choice | Written[Any]

VALUES_CHECKED = "the values that are out of the usual range"
NAMES_CHECKED = "the names that are not in the list"


def echo(declared: Input, typed: str, read: object, again: bool = True) -> Typed:
    """The input as typed and as read, for the outcome; `again` in the other units it declares."""
    if isinstance(declared, Written) and read is not None:
        words = declared.words(read) if again else ""
        return Typed(typed, declared.plain(read), declared.unit(read), words)
    if isinstance(read, Quantity):
        shown = declared.shown_again(read) if again and isinstance(declared, Number) else ""
        return Typed(typed, read.decimal(), read.unit, shown)
    if isinstance(read, Option) and isinstance(declared, Choice):
        return Typed(typed, read.id, declared.unit)
    return Typed(typed, None, "")

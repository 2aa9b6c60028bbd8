"""What kinds of input that are typed as text, and are no number, have in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from calc.model import numerals
from calc.model.limits import TICK_TO_CONFIRM
from calc.model.outcomes import FieldError, InputError, Offer, shortened, with_typed

LONGEST = 40


@dataclass(frozen=True, kw_only=True, eq=False)
class Written[V](ABC):
    """An input whose answer is typed as text. What can mean two things is refused, and offered."""

    label: str
    hint: str = ""

    @abstractmethod
    def read(self, typed: str, field: str, unit: str = "") -> V:
        """The one thing that a text can mean. Raises InputError, with what may be meant."""

    @abstractmethod
    def check(self, value: V, field: str, confirmed: bool) -> None:
        """Raise InputError outside the hard limits, and unconfirmed outside the soft ones."""

    @abstractmethod
    def plain(self, value: V) -> str:
        """The value as programs read it, and as it may be typed again."""

    @abstractmethod
    def words(self, value: V) -> str:
        """The value as a person reads it, to compare with what was meant."""

    def unit(self, value: V) -> str:
        """The unit of a value; empty where the kind has none."""
        return ""

    def mended(self, error: FieldError, after: list[FieldError]) -> bool:
        """Whether an offer mends an error, where these errors of the field are left after it."""
        return not after

    def _invalid(
        self, field: str, code: str, text: str, offers: Iterable[Offer] = ()
    ) -> InputError:
        return InputError(FieldError(field, code, f"{self.label} {text}", tuple(offers)))


class Span[V](NamedTuple):
    """The first and the last that are taken, both included, and why."""

    low: V
    high: V
    why: str


class Unclear[V](NamedTuple):
    """Why a text is not taken, and what may have been meant."""

    why: str
    perhaps: tuple[V, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Moment[V: (date, time)](Written[V]):
    """A day or a time of day. Limits outside `hard` reject, outside `soft` ask for a check."""

    hard: Span[V] | None = None
    soft: Span[V] | None = None

    @abstractmethod
    def meant(self, text: str) -> V | Unclear[V]:
        """What a text means, or why it is not taken; whatever the limits."""

    @abstractmethod
    def shown(self, value: V) -> str:
        """The value in short."""

    @property
    @abstractmethod
    def pattern(self) -> str:
        """The one spelling that programs are told, as a regular expression."""

    @property
    def code(self) -> str:
        """The code of the error for a text that is not taken."""
        return type(self).__name__.lower()

    def read(self, typed: str, field: str, unit: str = "") -> V:
        """The one value that a text can mean. Raises InputError, with what may be meant."""
        text = " ".join(typed.split())
        meant = self._meant(text)
        if isinstance(meant, Unclear):
            why = with_typed(meant.why, text, self._range())
            raise self._invalid(field, self.code, why, self._offers(meant.perhaps, field))
        return meant

    def check(self, value: V, field: str, confirmed: bool) -> None:
        """Raise InputError outside the hard limits, and unconfirmed outside the soft ones."""
        typed = f"{self.words(value)} was typed"
        if self.hard and value < self.hard.low:
            text = f"must be {self.shown(self.hard.low)} or later ({self.hard.why}). {typed}"
            raise self._invalid(field, "low", text)
        if self.hard and self.hard.high < value:
            text = f"must be {self.shown(self.hard.high)} or earlier ({self.hard.why}). {typed}"
            raise self._invalid(field, "high", text)
        if self.soft and not confirmed and not self.soft.low <= value <= self.soft.high:
            usual = f"{self.shown(self.soft.low)} to {self.shown(self.soft.high)}"
            text = f"is usually {usual} ({self.soft.why}). {typed}.{TICK_TO_CONFIRM}"
            raise self._invalid(field, "confirm", text)

    def _meant(self, text: str) -> V | Unclear[V]:
        if len(text) > LONGEST:
            return Unclear(f"is too long: “{shortened(text)}”")
        if hidden := numerals.hidden(text):
            perhaps = (value for clean in hidden.perhaps for value in self._perhaps(clean))
            return Unclear(hidden.why, tuple(perhaps))
        return self.meant(text)

    def _range(self) -> str:
        """The hard limits in words; empty where there are none."""
        return f"{self.shown(self.hard.low)} to {self.shown(self.hard.high)}" if self.hard else ""

    def _perhaps(self, text: str) -> tuple[V, ...]:
        meant = self.meant(text)
        return meant.perhaps if isinstance(meant, Unclear) else (meant,)

    def _offers(self, values: Iterable[V], field: str) -> Iterator[Offer]:
        """What may be meant, each once, as far as it is possible."""
        for value in dict.fromkeys(values):
            if not self.hard or self.hard.low <= value <= self.hard.high:
                yield Offer(self.words(value), {field: self.plain(value)})

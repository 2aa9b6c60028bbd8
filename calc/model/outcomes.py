"""The four outcomes: answered, with its cautions; refused; invalid, to be corrected; failed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Any, ClassVar, NamedTuple, Self

from calc.model.pictures import Picture
from calc.model.quantity import Quantity, Step
from calc.model.refusals import Refusal
from calc.model.results import Result, Table
from calc.model.sources import Cite
from calc.model.statements import Box, Check
from calc.model.working import cites_of, working


class Hazard(NamedTuple):
    """What can harm the patient, and how; the lower its rank, the more dangerous."""

    rank: int
    id: str
    harm: str


class Caution(NamedTuple):
    """Something to know before acting on an answer: one line, and the detail that is folded away.

    Both may hold {places} for this patient.

    Requirement R-FEW-CAUTIONS: No caution is given to every patient or to most ordinary ones; the
    most dangerous comes first, in one line.
    """

    id: str
    hazard: Hazard
    text: str
    cites: tuple[Cite, ...]
    detail: str = ""

    def filled(self, **words: str) -> Self:
        """The caution with this patient's words in its places."""
        text, detail = (each.format(**words).strip() for each in (self.text, self.detail))
        return self._replace(text=text, detail=detail)

    @property
    def whole(self) -> str:
        """The line, and the detail behind it."""
        return f"{self.text} {self.detail}".strip()


class Offer(NamedTuple):
    """A value that may have been meant: its words, and what to type into which inputs for it.

    Nothing is taken for it until a person chooses it.
    """

    label: str
    answers: Mapping[str, str]


class FieldError(NamedTuple):
    """One thing a person can correct; `field` is None where no field can be named."""

    field: str | None
    code: str
    text: str
    offers: tuple[Offer, ...] = ()


def shortened(typed: str) -> str:
    """Typed text as a message may repeat it: short, on one line, and nothing in it unseen.

    A terminal obeys some of the characters that cannot be seen.
    """
    shown = "".join(map(_seen, typed[:40]))
    return shown if len(typed) <= 40 else f"{shown}…"


def _seen(sign: str) -> str:
    if sign.isprintable():
        return sign
    return " " if sign.isspace() else "?"


def in_a_sentence(label: str) -> str:
    """A label within a sentence: its first word is small, unless it has further capitals: QTc."""
    first = label.partition(" ")[0]
    return label if first[1:] != first[1:].lower() else f"{label[:1].lower()}{label[1:]}"


def with_typed(why: str, typed: str, possible: str = "") -> str:
    """Why a text is not taken, then the text, unless it was said, and what is possible."""
    text = shortened(typed.strip())
    said = f"“{text}” was typed" if text not in why else ""
    taken = f"{possible} is possible" if possible else ""
    return ". ".join(filter(None, (why, "; ".join(filter(None, (said, taken))))))


class InputError(Exception):
    """Raised with every error found in what was typed."""

    def __init__(self, *errors: FieldError) -> None:
        super().__init__("; ".join(error.text for error in errors))
        self.errors = errors


class Tile(NamedTuple):
    """One of the few figures that are set at the bedside, in the order and words of the device.

    `text` is what to begin with, `limit` what it may not pass where that is another figure.
    """

    label: str
    text: str
    limit: str = ""


class Line(NamedTuple):
    """One line of the answer as a person reads it, under the heading of its group."""

    group: str
    label: str
    text: str


@dataclass(frozen=True)
class Answer:
    """What a calculator returns: named values, the words people read, cautions and notes.

    `headline` is the answer in one breath, under a `heading` that says of what, with `beneath` it
    the same in other units or a longer time, and with the `reason` where it is not arithmetic, and
    the `decision` for programs; `tiles` are what is set at the bedside; `lists` are what to do,
    each item with its sources; `notes` are steps that hold no arithmetic, such as the monitoring
    due; `results` are its tables and schedules; `comparison` is a table of other figures beside
    this answer, none of them chosen for anybody, or no table; `pictures` show where its values lie,
    or where the patient stands; `onward` are the names of the calculators that follow, where the
    answer decides that; `settled` is what it answers of their questions, by name.
    """

    values: Mapping[str, Quantity]
    heading: str = ""
    headline: str = ""
    beneath: str = ""
    reason: str = ""
    decision: str = ""
    lists: tuple[Box, ...] = ()
    tiles: Collection[Tile] = ()
    lines: Collection[Line] = ()
    cautions: tuple[Caution, ...] = ()
    notes: tuple[Step, ...] = ()
    results: tuple[Result, ...] = ()
    comparison: Collection[Table] = ()
    pictures: Collection[Picture] = ()
    onward: tuple[str, ...] = ()
    settled: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Quantity:
        return self.values[name]

    def get(self, name: str) -> Quantity | None:
        """The value, or None where this answer has none (the label is silent)."""
        return self.values.get(name)

    def with_values(self, *others: Mapping[str, Quantity], **changed: Any) -> "Answer":
        """This answer with further values, and what is `changed` of the rest.

        Raises ValueError for a name that has a value already.
        """
        values = dict(self.values)
        for other in others:
            if twice := values.keys() & other.keys():
                raise ValueError(f"a value stands already: {', '.join(sorted(twice))}")
            values |= other
        return replace(self, values=values, **changed)


class Typed(NamedTuple):
    """An input as typed and as read; `value` is None where it could not be read.

    `read_back` is the value in the other units that its input declares, for a person to compare.
    """

    typed: str
    value: str | None
    unit: str
    read_back: str = ""


@dataclass(frozen=True, kw_only=True)
class _AnyOutcome:
    """What all four outcomes can be asked for; what one does not hold is empty."""

    kind: ClassVar[str]

    calculator: str
    version: str
    inputs: Mapping[str, Typed] = field(default_factory=dict)
    confirmed: tuple[str, ...] = ()
    """The inputs whose values passed because a person said that they were checked."""
    answer: Answer | None = field(default=None, init=False)
    refusal: Refusal | None = field(default=None, init=False)
    errors: tuple[FieldError, ...] = field(default=(), init=False)

    @property
    def values(self) -> Mapping[str, Quantity]:
        """The named values that may be shown."""
        return {}

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """The cautions that ride on an answer, the most dangerous first; none otherwise."""
        return ()

    def read(self) -> None:
        """Have all written that is written when it is first read: what fails fails here."""
        answer = self.answer or Answer({})
        for said in (answer.tiles, answer.lines, answer.comparison, answer.pictures, self.inputs):
            len(said)

    @cached_property
    def working(self) -> tuple[Quantity | Step, ...]:
        """Every step that led to the values, and what of an answer holds no arithmetic."""
        notes = self.answer.notes if self.answer else ()
        return (*working(self.values.values()), *notes)

    @cached_property
    def step_cites(self) -> tuple[tuple[Cite, ...], ...]:
        """The sources of each step of the working."""
        return tuple(map(cites_of, self.working))

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Every place in a source that this outcome rests on, each once, in order of use."""
        worked = chain.from_iterable(self.step_cites)
        return tuple(dict.fromkeys((*worked, *self._said)))

    @property
    def _said(self) -> Iterable[Cite]:
        return ()


@dataclass(frozen=True, kw_only=True)
class Answered(_AnyOutcome):
    """Numbers may be shown, and cautions ride on them."""

    kind = "answer"

    answer: Answer = field()

    @property
    def values(self) -> Mapping[str, Quantity]:
        """The values of the answer."""
        return self.answer.values

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """The cautions of the answer, the most dangerous first."""
        return tuple(sorted(self.answer.cautions, key=lambda caution: caution.hazard.rank))

    @property
    def _said(self) -> Iterable[Cite]:
        listed = (item for each in self.answer.lists for item in each.items)
        tables = (*self.answer.results, *self.answer.comparison)
        return (*_of(listed), *_of(tables), *_of(self.cautions))


@dataclass(frozen=True, kw_only=True)
class Refused(_AnyOutcome):
    """No dose, volume, rate or time may be shown: `showing` is what led to it."""

    kind = "refusal"

    refusal: Refusal = field()
    showing: Mapping[str, Quantity] = field()

    @property
    def values(self) -> Mapping[str, Quantity]:
        """The values that led to the refusal."""
        return self.showing

    @property
    def _said(self) -> Iterable[Cite]:
        return self.refusal.cites


@dataclass(frozen=True, kw_only=True)
class Invalid(_AnyOutcome):
    """Something was typed that a person can correct."""

    kind = "invalid"

    errors: tuple[FieldError, ...] = field()

    def __post_init__(self) -> None:
        if not self.errors:
            raise ValueError("an invalid outcome names what to correct")


@dataclass(frozen=True, kw_only=True)
class Failed(_AnyOutcome):
    """The calculator failed: there is no result, and no trace of what was typed."""

    kind = "failure"

    inputs: Mapping[str, Typed] = field(default_factory=dict, init=False)
    confirmed: tuple[str, ...] = field(default=(), init=False)


type Outcome = Answered | Refused | Invalid | Failed
"""What `catalogue.run` returns: taken apart by `match`, or asked for what it holds."""


def _of(cited: Iterable[Caution | Check | Result]) -> list[Cite]:
    return [cite for each in cited for cite in each.cites]

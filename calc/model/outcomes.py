"""The four outcomes: an answer with its cautions, a refusal, or input that must be corrected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Self

from calc.model.quantity import Quantity, Step
from calc.model.refusals import Refusal
from calc.model.sources import Cite
from calc.model.tables import DoseTable


class Hazard(NamedTuple):
    """What can harm the patient, and how; the lower its rank, the more dangerous."""

    rank: int
    id: str
    harm: str


class Caution(NamedTuple):
    """Something to know before acting on an answer: one line, and the detail that is folded away.

    Both may hold {places} for this patient.
    """

    id: str
    hazard: Hazard
    text: str
    cites: tuple[Cite, ...]
    detail: str = ""

    def saying(self, **words: str) -> Self:
        """The caution with this patient's words in its places."""
        text, detail = (each.format(**words).strip() for each in (self.text, self.detail))
        return self._replace(text=text, detail=detail)


class Alternative(NamedTuple):
    """A row of a comparison: what the answer would be on one other figure.

    `cells` are its words under the heads; `values` is empty where there would be no answer.
    """

    id: str
    cells: tuple[str, ...]
    values: Mapping[str, Quantity]


class Comparison(NamedTuple):
    """Other figures to weigh beside the answer, none of them chosen for anybody."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[Alternative, ...]
    cites: tuple[Cite, ...]


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


class Invalid(Exception):
    """Raised with every error found in the raw answers."""

    def __init__(self, *errors: FieldError) -> None:
        super().__init__("; ".join(error.text for error in errors))
        self.errors = errors


class Line(NamedTuple):
    """One line of the answer as a person reads it, under the heading of its group."""

    group: str
    label: str
    text: str


@dataclass(frozen=True)
class Answer:
    """What a calculator returns: named values, the words people read, cautions and notes.

    `headline` is dose and interval in one breath, under a `heading` that says whose; `table` is the
    column that was used; `notes` are steps that hold no arithmetic, such as the monitoring due;
    `comparison` sets other figures beside this answer.
    """

    values: Mapping[str, Quantity]
    heading: str = ""
    headline: str = ""
    lines: tuple[Line, ...] = ()
    cautions: tuple[Caution, ...] = ()
    notes: tuple[Step, ...] = ()
    table: DoseTable | None = None
    comparison: Comparison | None = None

    def __getitem__(self, name: str) -> Quantity:
        return self.values[name]

    def get(self, name: str) -> Quantity | None:
        """The value, or None where this answer has none (the label is silent)."""
        return self.values.get(name)

    def followed_by(self, *others: "Answer") -> "Answer":
        """This answer with the values, lines, cautions and notes of the next ones added."""
        merged = self
        for other in others:
            merged = replace(
                merged,
                values={**merged.values, **other.values},
                lines=merged.lines + other.lines,
                cautions=tuple(dict.fromkeys(merged.cautions + other.cautions)),
                notes=merged.notes + other.notes,
            )
        return merged


class Typed(NamedTuple):
    """An input as typed and as read; `value` is None where it could not be read.

    `read_back` is the value in the other units that its input declares, for a person to compare.
    """

    typed: str
    value: str | None
    unit: str
    read_back: str = ""


@dataclass(frozen=True)
class Outcome:
    """What `catalogue.run` returns. `kind` is answer, refusal, invalid or failure."""

    kind: str
    calculator: str
    version: str
    inputs: Mapping[str, Typed] = field(default_factory=dict)
    answer: Answer | None = None
    refusal: Refusal | None = None
    values: Mapping[str, Quantity] = field(default_factory=dict)
    errors: tuple[FieldError, ...] = ()
    working: tuple[Step, ...] = ()

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """The cautions that ride on the answer, the most dangerous first; none otherwise."""
        cautions = self.answer.cautions if self.answer else ()
        return tuple(sorted(cautions, key=lambda caution: caution.hazard.rank))

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Every place in a source that this outcome rests on, each once, in order of use."""
        spoken: Iterable[Caution | Refusal] = (
            (*self.cautions, self.refusal) if self.refusal else self.cautions
        )
        used = [cite for step in self.working for cite in step.cites]
        if self.answer and self.answer.comparison:
            used += self.answer.comparison.cites
        return tuple(dict.fromkeys(used + [cite for word in spoken for cite in word.cites]))

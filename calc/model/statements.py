"""What is said with a source beside it, alone or in a list under a title."""

from typing import NamedTuple, Self

from calc.model.quantity import Quantity
from calc.model.sources import Cite
from calc.model.tables import Table


class Check(NamedTuple):
    """Something that holds whatever the numbers say: to settle before acting, or to act on.

    `text` is one line, to tick or to act on at once; `detail` is what else there is to say of it.
    """

    text: str
    cites: tuple[Cite, ...]
    detail: str = ""

    def filled(self, **words: str) -> Self:
        """The line and its detail with this patient's words in their {places}."""
        text, detail = (each.format(**words) for each in (self.text, self.detail))
        return self._replace(text=text, detail=detail)

    @property
    def whole(self) -> str:
        """The line, and the detail behind it."""
        return f"{self.text} {self.detail}".strip()


class Box(NamedTuple):
    """A few such things that must be read first, on paper too, under one title."""

    title: str
    items: tuple[Check, ...]


class ByHand(NamedTuple):
    """How an answer is worked out on paper: formulas by what each gives, and what to do besides.

    The formulas are read off quantities that were worked out so.
    """

    formulas: tuple[tuple[str, Quantity], ...]
    steps: tuple[Check, ...]


class OnPaper(NamedTuple):
    """A form to print and fill in by hand, where nothing else works.

    What is `asked` has room to be written down, as the result of each of the `formulas` has, by
    what it gives; then what to `heed`, and the `tables` to look up in.
    """

    title: str
    asked: tuple[str, ...]
    formulas: tuple[tuple[str, Quantity], ...]
    heed: tuple[str, ...]
    tables: tuple[Table, ...]


class Stage(NamedTuple):
    """One stage of a way of treatment, and for whom the way ends there or turns.

    `calculator` is the name of the one that gives its numbers, where there is one.
    """

    id: str
    title: str
    text: str
    way_out: str
    cites: tuple[Cite, ...]
    calculator: str = ""


class Route(NamedTuple):
    """The stages of a way of treatment, in order, and the one at which this patient stands."""

    stages: tuple[Stage, ...]
    here: Stage

"""When no dose may be shown: why, from which source, and what to do instead."""

from collections.abc import Mapping
from typing import NamedTuple, Self

from calc.model.quantity import Quantity
from calc.model.sources import Cite


class Refusal(NamedTuple):
    """Why no dose, volume, rate or time may be shown, and what to do instead."""

    id: str
    text: str
    instead: str
    cites: tuple[Cite, ...]

    def filled(self, **words: str) -> Self:
        """The refusal with this patient's words in its places."""
        return self._replace(text=self.text.format(**words).strip())


class RefusalRaised(Exception):
    """Raised with a refusal, and with the values that led to it (never a dose)."""

    def __init__(self, refusal: Refusal, showing: Mapping[str, Quantity] | None = None) -> None:
        super().__init__(refusal.id)
        self.refusal = refusal
        self.showing = dict(showing or {})

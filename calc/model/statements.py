"""What is said with a source beside it, alone or in a list under a title."""

from typing import NamedTuple

from calc.model.sources import Cite


class Check(NamedTuple):
    """Something that holds whatever the numbers say: to settle before acting, or to act on."""

    text: str
    cites: tuple[Cite, ...]


class Box(NamedTuple):
    """A few such things that must be read first, on paper too, under one title."""

    title: str
    items: tuple[Check, ...]

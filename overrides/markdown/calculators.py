"""`::: calculators`: every calculator of the registry; with `embed`, how another page shows it."""

from collections.abc import Iterator
from typing import Any

from calc.catalogue import CATALOGUE
from calc.model.calculator import Calculator
from calc.present.markup import typeset


def calculators(embed: bool = False) -> Iterator[str]:
    """The lines of a table: each calculator's title, linked to its page, and what it computes.

    With `embed`, its name and its address for frames instead: beside what it computes they would
    be narrower than a word.
    """
    heads = "Its name | Its address" if embed else "What it computes"
    yield f"| Calculator | {heads} |"
    yield f"| --- | {'--- | ---' if embed else '---'} |"
    for each in CATALOGUE.values():
        frame = f"`{each.name}` | `embed/{each.name}/index.html`"
        cells = frame if embed else typeset(each.about)
        yield f"| {link(each)} | {cells} |"


def link(calculator: Calculator[Any]) -> str:
    """A calculator by its title, linked to its page."""
    return f"[{calculator.title}](/calculators/{calculator.name}.md)"

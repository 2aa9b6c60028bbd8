"""`::: calculators`: every calculator of the registry; with `embed`, how another page shows it."""

from collections.abc import Iterator
from typing import Any

from calc.catalogue import CATALOGUE
from calc.model.calculator import Calculator
from calc.present.markup import typeset


def calculators(embed: bool = False) -> Iterator[str]:
    """The lines of a table: each calculator's title, linked to its page, and what it computes.

    The plan's parts follow it.

    With `embed`, its name and its address for frames instead: beside what it computes they would
    be narrower than a word.
    """
    heads = "Its name | Its address" if embed else "What it computes"
    yield f"| Calculator | {heads} |"
    yield f"| --- | {'--- | ---' if embed else '---'} |"
    for each in sorted(CATALOGUE.values(), key=lambda each: (not each.leads, not is_part(each))):
        frame = f"`{each.name}` | `embed/{each.name}/index.html`"
        cells = frame if embed else typeset(each.about)
        yield f"| {link(each)}{'' if embed else _place(each)} | {cells} |"


def link(calculator: Calculator[Any]) -> str:
    """A calculator by its title, linked to its page."""
    return f"[{calculator.title}](/calculators/{calculator.name}.md)"


def is_part(calculator: Calculator[Any]) -> bool:
    """Whether a calculator is declared beside one that leads, of which it does a single step."""
    beside = [each for each in CATALOGUE.values() if _declared(each) == _declared(calculator)]
    return not calculator.leads and any(each.leads for each in beside)


def _declared(calculator: Calculator[Any]) -> str:
    return calculator.compute.__module__


def _place(calculator: Calculator[Any]) -> str:
    """What a calculator is to the plan, where it is something to it."""
    return ", the whole" if calculator.leads else ", a part of it" * is_part(calculator)

"""What Python must find before it may answer a person, in this browser, each time that it starts.

What is to be found is data, `expected`, made where the site is built: here it is found again.
"""

from collections.abc import Iterator
from fractions import Fraction

from calc import catalogue
from calc.expected import EDGES, REFUSALS
from calc.model.outcomes import Refused
from calc.model.tables import Column

BESIDE = Fraction(1, 10**6)
"""How far from an edge its two sides are tried, in the unit of the table."""


class WrongAnswer(Exception):
    """A known answer was not answered as it must be: this Python may answer nobody."""


def columns() -> dict[str, Column]:
    """The columns in which the calculators look a dose up, by name."""
    every = (column for each in catalogue.CATALOGUE.values() for column in each.columns)
    return {column.name: column for column in every}


def found(column: Column) -> Iterator[str]:
    """What a column gives on both sides of each edge and on the edge: a dose, or a refusal's id."""
    for edge in column.edges:
        yield from map(column.at, (edge - BESIDE, edge, edge + BESIDE))


def check_edges() -> dict[str, list[str]]:
    """What stands at every edge of each column. Raises WrongAnswer where it is not as expected."""
    tried: dict[str, list[str]] = {}
    for name, column in columns().items():
        for place, (here, expected) in enumerate(zip(found(column), EDGES[name], strict=True)):
            if here != expected:
                raise WrongAnswer(f"{name} gives {here}, not {expected} (edge {place // 3 + 1})")
            tried.setdefault(name, []).append(here)
    return tried


def check_refusals(calculator: str) -> int:
    """How many refusals of a calculator came, each once. Raises WrongAnswer where one did not."""
    came = 0
    for answers, id in REFUSALS.get(calculator, ()):
        match catalogue.run(calculator, answers):
            case Refused(refusal=refusal) if refusal.id == id:
                came += 1
            case outcome:
                raise WrongAnswer(f"{calculator} does not refuse with {id}: {outcome.kind}")
    return came

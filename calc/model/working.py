"""Reads the working of an answer off the derivations of its quantities."""

from collections.abc import Iterable, Iterator

from calc.model.quantity import LookedUp, Operation, Quantity, Step
from calc.model.sources import Cite


def working(quantities: Iterable[Quantity]) -> list[Quantity | Step]:
    """Every step that led to these quantities, each once, in the order it was needed.

    What was worked out is a named quantity with its derivation, what was looked up is words.
    """
    found: dict[int, Quantity] = {}
    for quantity in quantities:
        _gather(quantity, found)
    steps = (_step(each) for each in found.values() if each.derivation and each.name)
    return list(dict.fromkeys(steps))


def untold(quantity: Quantity) -> bool:
    """Whether the last step to it has no name, so that no working shows it."""
    return bool(quantity.derivation) and not quantity.name


def cites_of(step: Quantity | Step) -> tuple[Cite, ...]:
    """The sources of a step, and those of the fixed figures in it."""
    if isinstance(step, Step):
        return step.cites
    cites = [*step.cites]
    for constant in _constants(step):
        cites += constant.cites
    return tuple(dict.fromkeys(cites))


def _step(quantity: Quantity) -> Quantity | Step:
    derivation = quantity.derivation
    return derivation.step if isinstance(derivation, LookedUp) else quantity


def _gather(quantity: Quantity, found: dict[int, Quantity]) -> None:
    """Put everything behind a quantity into `found`, earliest first, itself last, each once."""
    if id(quantity) not in found:
        for part in _parts(quantity):
            _gather(part, found)
        found[id(quantity)] = quantity


def _parts(quantity: Quantity) -> tuple[Quantity, ...]:
    derivation = quantity.derivation
    if isinstance(derivation, Operation):
        return (derivation.left, derivation.right)
    return (derivation.by,) if derivation else ()


def _constants(quantity: Quantity) -> Iterator[Quantity]:
    """The fixed figures used in this quantity's own step."""
    for part in _parts(quantity):
        if part.derivation is None:
            yield part
        elif not part.name:
            yield from _constants(part)

"""All that the calculators can refuse or warn of, for a page that lists it."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import calc.clinical
from calc.model.outcomes import Caution
from calc.model.refusals import Refusal


def refusals() -> list[Refusal]:
    """Every refusal, its words still with {places} for the patient's own, by its id."""
    return sorted({each for each in _stated() if isinstance(each, Refusal)})


def cautions() -> list[Caution]:
    """Every caution, its words still with {places} for the patient's own, by its id."""
    return sorted({each for each in _stated() if isinstance(each, Caution)})


def _stated() -> Iterator[object]:
    for module in iter_modules(calc.clinical.__path__):
        yield from vars(import_module(f"calc.clinical.{module.name}")).values()

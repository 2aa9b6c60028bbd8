"""How a written figure is held against another: no margin upward, and a difference rounded up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from calc.model.outcomes import Hazard
from calc.model.quantity import Quantity, constant, named_values
from calc.model.sources import SITE_RULE

NO_MARGIN = SITE_RULE.at("no margin upward, and downward only what a printed figure is cut by")
ROUNDED_UP = SITE_RULE.at("a difference is rounded up")
NOT_WRITTEN = "not written"
WHOLE = constant(100, "%")
TENTH_PERCENT = constant(0.1, "%", "", ROUNDED_UP)


class Difference(NamedTuple):
    """That a written figure is more or less than another: how much, and in % of that other."""

    more: bool
    by: Quantity
    percent: Quantity

    def shown(self) -> str:
        """By how many per cent, for people."""
        return f"{self.percent.number()}%"


def difference(
    written: Quantity, figure: Quantity, cut_by: Quantity | None = None
) -> Difference | None:
    """How a written figure differs from another, or None where it agrees.

    Anything above the exact figure is more. What is below it by less than `cut_by`, by which this
    site's printed figures may be cut, agrees.
    """
    if written > figure:
        return Difference(True, written - figure, _percent(written - figure, figure))
    short = figure - written
    if short.is_zero or (cut_by is not None and short < cut_by):
        return None
    return Difference(False, short, _percent(short, figure))


def _percent(part: Quantity, figure: Quantity) -> Quantity:
    return (part / figure * WHOLE).rounded_up_to(TENTH_PERCENT)


@dataclass(frozen=True)
class Finding:
    """What one item of an order came to.

    `differs` is None where it was not checked. A difference with a `hazard` is one to be warned
    of; `says` is how the warning names it: "dose higher by 14.3%".
    """

    id: str
    item: str
    written: str
    by_label: str
    verdict: str
    differs: bool | None = False
    hazard: Hazard | None = None
    says: str = ""
    values: Mapping[str, Quantity] = field(default_factory=dict)

    @property
    def is_written(self) -> bool:
        """Whether the order has the item."""
        return self.written != NOT_WRITTEN


def values_of(written: Quantity, figure: Quantity, found: Difference | None) -> dict[str, Quantity]:
    """The values of a row: the figure as written, the one it is held against, the difference."""
    more = found.percent if found and found.more else None
    less = found.percent if found and not found.more else None
    return named_values(written=written, against=figure, more_by=more, less_by=less)

"""A figure as two whole numbers."""

from typing import NamedTuple


class Ratio(NamedTuple):
    """So many of what so many make one: 25 of 10 is 2.5."""

    over: int
    under: int = 1

    def same(self, numerator: int, denominator: int) -> bool:
        """Whether another pair of whole numbers is the same figure."""
        return self.over * denominator == numerator * self.under


Values = dict[str, Ratio]
"""The figures of an answer, by the names that records have for them."""


def round_up(over: int, under: int) -> int:
    """The least whole number that is not below the quotient."""
    return (over + under - 1) // under

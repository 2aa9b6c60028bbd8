"""A figure as two whole numbers."""

from typing import NamedTuple


class Ratio(NamedTuple):
    """So many of what so many make one: 25 of 10 is 2.5."""

    over: int
    under: int = 1

    def same(self, numerator: int, denominator: int) -> bool:
        """Whether another pair of whole numbers is the same figure."""
        return self.over * denominator == numerator * self.under

    def exceeds(self, other: "Ratio") -> bool:
        """Whether it is the greater of two figures."""
        return self.over * other.under > other.over * self.under

    def times(self, over: int, under: int = 1) -> "Ratio":
        """So many times the figure."""
        return Ratio(self.over * over, self.under * under)

    def without(self, other: "Ratio") -> "Ratio":
        """What is left of it when another figure is taken away."""
        over = self.over * other.under - other.over * self.under
        return Ratio(over, self.under * other.under)

    def among(self, other: "Ratio") -> "Ratio":
        """It, divided among so many."""
        return Ratio(self.over * other.under, self.under * other.over)


Values = dict[str, Ratio]
"""The figures of an answer, by the names that records have for them."""


def round_up(over: int, under: int) -> int:
    """The least whole number that is not below the quotient."""
    return (over + under - 1) // under


def tenths(text: str) -> int:
    """A figure of at most one decimal, as typed: "1.4" is 14."""
    whole, _, tenth = text.partition(".")
    return 10 * int(whole) + int(tenth or "0")

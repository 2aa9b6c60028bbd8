"""What the drugs do together beside foscarnet: which come first, and how many do the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from calc.clinical.foscarnet_interactions.drug import Drug, Effect, Level
from calc.clinical.foscarnet_interactions.order import Line
from calc.model.quantity import Quantity, constant
from calc.model.several import Unlisted

COUNTED = {
    Effect.KIDNEYS: "kidney_drugs",
    Effect.QT: "qt_drugs",
    Effect.CALCIUM: "calcium_drugs",
    Effect.MAGNESIUM: "magnesium_drugs",
    Effect.SEIZURES: "seizure_drugs",
}
"""The effects that foscarnet has as well, and by which name the count of such drugs goes."""
NOT_CHECKED = "drugs_not_checked"


@dataclass(frozen=True)
class Together:
    """The drugs of the list, the most dangerous first, those that are not in it, and the line."""

    drugs: tuple[Drug, ...]
    unlisted: tuple[Unlisted, ...]
    line: Line | None

    def that(self, effect: Effect) -> tuple[Drug, ...]:
        """The drugs with an effect."""
        return tuple(each for each in self.drugs if each.does(effect))

    def at(self, level: Level) -> tuple[Drug, ...]:
        """The drugs of a level."""
        return tuple(each for each in self.drugs if each.level is level)

    @property
    def worst(self) -> Level | None:
        """The most dangerous level there is; None without a drug of the list."""
        return self.drugs[0].level if self.drugs else None

    @property
    def values(self) -> dict[str, Quantity]:
        """How many drugs do what foscarnet does, itself not counted; how many are not checked."""
        counts = {name: len(self.that(effect)) for effect, name in COUNTED.items()}
        counts[NOT_CHECKED] = len(self.unlisted)
        return {name: constant(count, "1") for name, count in counts.items()}


def together(given: Iterable[Drug | Unlisted], line: Line | None) -> Together:
    """The drugs in order: by level, then by how much each does, then by name.

    Requirement R-TOGETHER: Each drug that is named has its row, or is said not to be checked; none
    is dropped and none is guessed.
    """
    given = tuple(given)
    drugs = [each for each in given if isinstance(each, Drug)]
    drugs.sort(key=lambda each: (each.level.rank, -len(each.effects), each.label))
    unlisted = tuple(each for each in given if isinstance(each, Unlisted))
    return Together(tuple(drugs), unlisted, line)

"""A drug beside foscarnet: what it does there, how each of it is known, and what to do."""

from enum import Enum
from typing import NamedTuple, Self

from calc.clinical.sources import LABEL, SWISS, UK_FOSCARNET
from calc.model.sources import Cite

INTERACTIONS = LABEL.at("Drug Interactions")
UK_INTERACTIONS = UK_FOSCARNET.at("interactions")
SWISS_LINE = SWISS.at("incompatibilities")
ONLY_RETOLD = "second hand"
"""How the register says that a source was only retold."""


class Level(Enum):
    """How dangerous a drug is beside foscarnet, the most dangerous first: this site's ranks."""

    NOT = ("do-not-combine", "Do not combine")
    HOLD = ("hold", "Hold or replace")
    LINE = ("another-line", "Another line")
    WATCH = ("watch", "Watch")

    def __init__(self, id_: str, words: str) -> None:
        self.id = id_
        self.words = words

    @property
    def rank(self) -> int:
        """Its place, the most dangerous first."""
        return [*Level].index(self)


class Effect(Enum):
    """What a drug does that adds to foscarnet, or goes wrong beside it."""

    KIDNEYS = "kidneys"
    QT = "QT"
    CALCIUM = "calcium falls"
    MAGNESIUM = "magnesium falls"
    POTASSIUM = "potassium falls"
    SEIZURES = "seizures"
    LINE = "never in one line"
    BLOOD = "blood counts fall"
    ITS_DOSE = "its own dose goes by the kidneys"
    OTHER = "other"


class Proof(Enum):
    """How a claim is known: whose words were seen. The page says what each of them means."""

    TEXT = "foscarnet text"
    CLASS = "foscarnet text on its class"
    LIST = "list"
    LIST_CLASS = "list on its class"
    OWN = "its own text"
    THIRD = "text of a third drug"
    THIRD_CLASS = "text of a third drug on its class"
    SECOND = "second hand"


class Claim(NamedTuple):
    """One effect of a drug, the place that was read, and whose words they are.

    `said` stands for the words of the effect where they need more.
    """

    effect: Effect
    cite: Cite
    by: Proof
    said: str = ""

    @property
    def words(self) -> str:
        """The effect in words."""
        return self.said or self.effect.value

    @property
    def proof(self) -> Proof:
        """How it is known: of a source that was only retold, second hand whatever it is."""
        return Proof.SECOND if ONLY_RETOLD in self.cite.source.status else self.by


class Drug(NamedTuple):
    """A drug by its international name, its `names` elsewhere, and what is known of it.

    What to `do`, and the level, are this site's rule.
    """

    label: str
    names: tuple[str, ...]
    level: Level
    do: str
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """The name by which programs ask for it."""
        return "-".join(self.label.lower().replace("'", "").split())

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What it does, each once, the first claimed first."""
        return tuple(dict.fromkeys(claim.effect for claim in self.claims))

    def does(self, effect: Effect) -> bool:
        """Whether it is claimed to do that."""
        return effect in self.effects

    def with_claims(self, *claims: Claim) -> Self:
        """The same drug with further claims."""
        return self._replace(claims=(*self.claims, *claims))


def family(
    level: Level, do: str, claims: tuple[Claim, ...], named: dict[str, tuple[str, ...]]
) -> tuple[Drug, ...]:
    """Drugs of which the same is claimed, by their labels and other names."""
    return tuple(Drug(label, names, level, do, claims) for label, names in named.items())


def of_foscarnet(effect: Effect, cite: Cite = INTERACTIONS, said: str = "") -> Claim:
    """What a text of foscarnet says of the drug by its name."""
    return Claim(effect, cite, Proof.TEXT, said)


def of_its_class(effect: Effect, cite: Cite = INTERACTIONS, said: str = "") -> Claim:
    """What a text of foscarnet says of the class that the drug is of."""
    return Claim(effect, cite, Proof.CLASS, said)


def listed(effect: Effect, cite: Cite, said: str = "") -> Claim:
    """What a list, a review or a hospital says of the drug by its name."""
    return Claim(effect, cite, Proof.LIST, said)


def class_listed(effect: Effect, cite: Cite, said: str = "") -> Claim:
    """What a list, a review or a hospital says of the class that the drug is of."""
    return Claim(effect, cite, Proof.LIST_CLASS, said)


def own(effect: Effect, cite: Cite, said: str = "") -> Claim:
    """What the drug's own text says."""
    return Claim(effect, cite, Proof.OWN, said)

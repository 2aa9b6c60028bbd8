"""The limits by which each value is judged, under the words of their sources; all in mmol/L.

They are of guidelines for patients in general: no label of foscarnet read has any. Where sources
differ, the one that acts earlier is taken, as this site's rule.
"""

from dataclasses import dataclass
from enum import IntEnum, auto

from calc.clinical.sources import (
    AYRSHIRE_PHOSPHATE,
    CORNWALL_MAGNESIUM,
    GLASGOW_PHOSPHATE,
    HIGH_CALCIUM,
    HIGH_POTASSIUM,
    HIGHLAND_CALCIUM,
    HIGHLAND_MAGNESIUM,
    HIGHLAND_POTASSIUM,
    IONISED_LABORATORY,
    IONISED_SUMMARY,
    LOW_CALCIUM,
    LOW_CALCIUM_2016,
    SPS_POTASSIUM,
    ST_GEORGE_CALCIUM,
)
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE, Cite

EARLIER = SITE_RULE.at("where limits differ, the one that acts earlier")


class Level(IntEnum):
    """Where a value lies, from the lowest to the highest."""

    VERY_LOW = auto()
    LOW = auto()
    WITHIN = auto()
    HIGH = auto()
    VERY_HIGH = auto()

    @property
    def words(self) -> str:
        """The level for people: "very low"."""
        return self.name.lower().replace("_", " ")


@dataclass(frozen=True, eq=False)
class Bands:
    """The limits of one value (mmol/L). What is `very_low` or `very_high` is treated now.

    Below `low` and above `high` is low and high. `up_to` says that the lowest limit is itself very
    low; the highest always is very high. None where no source read has one.
    """

    name: str
    very_low: Quantity
    low: Quantity
    high: Quantity
    very_high: Quantity | None
    cites: tuple[Cite, ...]
    up_to: bool

    def level(self, value: Quantity) -> Level:
        """Where a value (mmol/L) lies, exactly."""
        if value < self.very_low or (self.up_to and value <= self.very_low):
            return Level.VERY_LOW
        if value < self.low:
            return Level.LOW
        if self.very_high and self.very_high <= value:
            return Level.VERY_HIGH
        return Level.HIGH if self.high < value else Level.WITHIN

    @property
    def edges(self) -> tuple[Quantity, ...]:
        """Every limit, the lowest first."""
        return tuple(filter(None, (self.very_low, self.low, self.high, self.very_high)))

    @property
    def within(self) -> str:
        """What is within, for people: "1.15 to 1.3 mmol/L"."""
        return f"{self.low.number()} to {self.high.shown()}"

    @property
    def treated_now(self) -> str:
        """What is very low or very high, for people: "below 0.5 mmol/L or 2 mmol/L or more"."""
        edge = self.very_low.shown()
        lowest = f"{edge} or less" if self.up_to else f"below {edge}"
        if not self.very_high:
            return f"{lowest}; no upper limit found"
        return f"{lowest} or {self.very_high.shown()} or more"


def _bands(
    name: str,
    *cites: Cite,
    low: tuple[float, float],
    high: tuple[float, float | None],
    up_to: bool = False,
) -> Bands:
    """Bands from the figures of their sources, each pair the lower first, in mmol/L."""
    very_low, below = (constant(each, "mmol/L") for each in low)
    above, very_high = (each if each is None else constant(each, "mmol/L") for each in high)
    assert above is not None
    return Bands(name, very_low, below, above, very_high, cites, up_to)


# "ionised calcium < 1.0 mmol/L (normal is 1-1.3mmo/L): treat intravenously"; elsewhere "the lower
# limit for ionised calcium is 1.15 mmol/L"; a laboratory: "Critical Range: < 0.7 or >=1.6"
IONISED = _bands(
    "Ionised calcium",
    ST_GEORGE_CALCIUM.at("treatment"),
    IONISED_SUMMARY.at("definition"),
    IONISED_LABORATORY.at("critical range"),
    EARLIER,
    low=(1.0, 1.15),
    high=(1.3, 1.6),
)
# "Severe hypocalcaemia: serum calcium <1.9 mmol/L and/or symptomatic at any level below reference
# range", "'Mild' hypocalcaemia: asymptomatic; serum calcium >1.9 mmol/L": exactly 1.9 is in
# neither. "Normal Range: 2.2 to 2.6mmol/L". "3.0-3.5 mmol/L: ... prompt treatment is usually
# indicated"
TOTAL = _bands(
    "Total calcium",
    LOW_CALCIUM.at("severe hypocalcaemia"),
    LOW_CALCIUM_2016.at("mild hypocalcaemia"),
    HIGHLAND_CALCIUM.at("normal range"),
    HIGH_CALCIUM.at("severity"),
    SITE_RULE.at("the limit itself, which stands in neither row, is very low"),
    low=(1.9, 2.2),
    high=(2.6, 3.0),
    up_to=True,
)
# "Less than 0.5mmol/L: ... IV", "0.5 to 0.7mmol/L: Oral", "Normal range: 0.7 to 1.0"; elsewhere
# "<0.4mmol/L or >0.4mmol/L with symptoms: IV supplementation"
MAGNESIUM = _bands(
    "Magnesium",
    HIGHLAND_MAGNESIUM.at("table"),
    CORNWALL_MAGNESIUM.at("summary"),
    EARLIER,
    low=(0.5, 0.7),
    high=(1.0, None),
)
# "Severe: Less than 2.5mmol/L serum potassium", "Hypokalaemia is defined as less than 3.5mmol/L",
# "Normal range: 3.5 to 5.3mmol/L", "all patients with a serum potassium value >= 6.0 mmol/L should
# have an urgent 12-lead ECG"
POTASSIUM = _bands(
    "Potassium",
    SPS_POTASSIUM.at("classification"),
    HIGHLAND_POTASSIUM.at("normal range"),
    HIGH_POTASSIUM.at("management"),
    low=(2.5, 3.5),
    high=(5.3, 6.0),
)
# "Severe Hypophosphataemia (<0.3mmol/L)", "reference range 0.8-1.5mmol/L"; elsewhere "0.7-1.5"
PHOSPHATE = _bands(
    "Phosphate",
    GLASGOW_PHOSPHATE.at("assessment, severe hypophosphataemia"),
    AYRSHIRE_PHOSPHATE.at("severe hypophosphataemia"),
    EARLIER,
    low=(0.3, 0.8),
    high=(1.5, None),
)

ALL = (IONISED, TOTAL, MAGNESIUM, POTASSIUM, PHOSPHATE)

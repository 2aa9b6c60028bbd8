"""Body mass index, ideal and adjusted weight: figures to weigh, none of them chosen for anybody."""

from dataclasses import dataclass

from calc.clinical.patient import CM_PER_INCH, KG_PER_LB, LIKELY_HEIGHT
from calc.clinical.plausible import RARE_IN_ADULTS, SLIP
from calc.clinical.sources import IDEAL_WEIGHT, WHO_BMI
from calc.model.limited import Limited
from calc.model.limits import limits
from calc.model.quantity import Quantity, constant, named_values
from calc.model.values import always, leading, sometimes

DEVINE = IDEAL_WEIGHT.at("formulas, Devine")
ADJUSTED = IDEAL_WEIGHT.at("formulas, adjusted weight")
BANDS = WHO_BMI.at("definitions")

# "50 kg + 2.3 kg for each inch over 5 feet" for men, from 45.5 kg for women
AT_5_FEET = {
    "male": constant(50, "kg", "", DEVINE),
    "female": constant(45.5, "kg", "", DEVINE),
}
EACH_INCH = constant(2.3, "kg/[in_i]", without_unit=True)
FIVE_FEET = constant(60, "[in_i]", without_unit=True)
INCH = constant(CM_PER_INCH, "cm/[in_i]", without_unit=True)
SHORTEST = constant(FIVE_FEET.value * CM_PER_INCH, "cm")
"""Devine's formula starts at 5 feet: below it no ideal weight is given."""

OBESE = constant(30, "kg/m/m")
THIN = constant(18.5, "kg/m/m")
CM_PER_M = constant(100, "cm/m", without_unit=True)
SHORTEST_LIKELY = constant(LIKELY_HEIGHT.low, "cm") / CM_PER_M
THIN_AT_ANY_HEIGHT = THIN * SHORTEST_LIKELY * SHORTEST_LIKELY
"""Up to this weight (kg) an adult of any likely height is thin: this site's rule."""

HEAVIEST_UNASKED = constant(110, "kg")
"""From here on pounds may have been typed for kg: this site's rule."""
KG_PER_POUND = constant(KG_PER_LB, "kg/[lb_av]")

SHARE = constant(0.4, "1", "", ADJUSTED)


def body_mass_index(weight: Quantity, height: Quantity) -> Quantity:
    """Weight (kg) divided by the square of height (cm), in kg/m²."""
    metres = height / CM_PER_M
    return (weight / (metres * metres)).named("body mass index", "kg/m/m", places=1)


def ideal_weight(height: Quantity, sex: str) -> Quantity | None:
    """Devine's ideal weight (kg) for a height (cm); None below 152.4 cm, where it has none."""
    if height < SHORTEST:
        return None
    over = height / INCH - FIVE_FEET
    return (AT_5_FEET[sex] + EACH_INCH * over).named("ideal weight", "kg", DEVINE, places=1)


def adjusted_weight(weight: Quantity, ideal: Quantity) -> Quantity | None:
    """Ideal weight and 40% of what is above it (kg); None where nothing is."""
    if weight <= ideal:
        return None
    over = SHARE * (weight - ideal)
    return (ideal + over).named("adjusted weight", "kg", ADJUSTED, places=1)


def were_it_pounds(weight: Quantity) -> tuple[Quantity, Quantity]:
    """The figure of a weight in kg as one in pounds, and what that would be in kg."""
    pounds = constant(weight.value, "[lb_av]")
    return pounds, (pounds * KG_PER_POUND).named("weight from pounds", "kg", places=1)


def weight_id(weight: Quantity) -> str:
    """The id of the row that stands for a weight: "ideal-weight"."""
    return weight.name.replace(" ", "-")


@dataclass(frozen=True)
class Body:
    """Body mass index (kg/m²), and the ideal and adjusted weight (kg) where there are such.

    Requirement R-WEIGHT: No weight is chosen for the clinician: what others would give stands
    beside the actual one.
    """

    mass_index: Quantity
    ideal: Quantity | None
    adjusted: Quantity | None

    @property
    def thin(self) -> bool:
        """Whether there may be so little muscle that creatinine misleads."""
        return self.mass_index <= THIN

    @property
    def obese(self) -> bool:
        """Whether which weight a drug takes is in doubt."""
        return OBESE <= self.mass_index

    @property
    def others(self) -> tuple[Quantity, ...]:
        """The weights that could stand in the place of a heavier one that was typed."""
        return (self.adjusted, self.ideal) if self.adjusted and self.ideal else ()

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        return named_values(
            body_mass_index=self.mass_index,
            ideal_weight=self.ideal,
            adjusted_weight=self.adjusted,
        )


BODY_VALUES = (
    *leading(always("kg/m/m", "body_mass_index")),
    *sometimes("kg", "ideal_weight", "adjusted_weight"),
)
"""What `Body.values` may hold."""


def body_of(weight: Quantity, height: Quantity, sex: str | None) -> Body:
    """What a weight (kg) and a height (cm) say; without the sex there is no ideal weight."""
    ideal = ideal_weight(height, sex) if sex else None
    adjusted = adjusted_weight(weight, ideal) if ideal else None
    return Body(body_mass_index(weight, height), ideal, adjusted)


def is_thin(weight: Quantity | None, body: Body | None) -> bool:
    """Whether a patient is thin: by the body mass index or, without a height, by weight (kg) alone.

    Without a height, a weight that could be right for the shortest likely adult proves nothing.
    """
    if body:
        return body.thin
    return weight is not None and weight <= THIN_AT_ANY_HEIGHT


def _typed(weight: Quantity) -> Quantity:
    return weight


WEIGHT_LIMITS = (
    Limited(
        label="Weight",
        unit="kg",
        computed_from={"weight": _typed},
        soft=limits(
            30,
            HEAVIEST_UNASKED.value,
            f"{RARE_IN_ADULTS}; the height would tell",
            below=True,
            why_high="beyond it pounds may have been typed for kg; the height would tell",
        ),
        unless="height",
    ),
    Limited(
        label="Body mass index",
        unit="kg/m/m",
        computed_from={"weight": body_mass_index},
        hard=limits(8, 100, SLIP),
        soft=limits(15, 40, "beyond this pounds or inches may have been typed"),
    ),
)
"""A weight is held against the height where it is given, and otherwise against most adults'."""

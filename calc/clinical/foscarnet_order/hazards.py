"""What can harm a patient by an order that was written or typed wrongly."""

from calc.model.outcomes import Hazard

CONTRADICTION = Hazard(
    2,
    "order-contradiction",
    "An order whose figures do not fit with each other: one of them is wrong, and may run.",
)
TOO_STRONG = Hazard(5, "too-concentrated", "Drug too strong for its line: a vein inflamed.")
TOO_DRY = Hazard(5, "too-little-fluid", "Less fluid than the label gives: harm to the kidneys.")
UNDERDOSE = Hazard(9, "less-than-label", "Less drug than the label gives: an infection goes on.")

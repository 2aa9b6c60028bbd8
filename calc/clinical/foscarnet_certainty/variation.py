"""What may be off in an estimated clearance, and the dose that would follow if it were."""

from fractions import Fraction

from calc.clinical.foscarnet.clearance import OLDER_SCALE, OtherClearance
from calc.clinical.foscarnet.dose import OtherDose, dose_if_any
from calc.clinical.foscarnet.label import BAND_EDGES
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.renal import PER_KG
from calc.clinical.sources import CREATININE_VARIES, IN_CANCER, NEWER_ASSAYS
from calc.model.quantity import Quantity
from calc.model.sources import SITE_RULE

WITHIN_A_PERSON = Fraction("5.2")
"""By how many per cent creatinine varies in one person: the mean of 37 studies."""
VARIES = 10
"""Twice that, cut: within it lie most results of one person whose kidneys do not change."""
OLDER_LEAST, OLDER_MOST = 5, max(OLDER_SCALE)
"""By how many per cent creatinine read higher before it was standardised, by a review."""
CANCER_BIAS, CANCER_ERROR = 10, 21
"""In 122 patients with cancer: by how many per cent the formula read too low, and was off."""

CITES = (
    CREATININE_VARIES.at("abstract"),
    NEWER_ASSAYS.at("abstract"),
    IN_CANCER.at("abstract"),
    SITE_RULE.at(f"a creatinine {VARIES}% lower and higher"),
)


def others(per_kg: Quantity, weight: Quantity, regimen: Regimen) -> tuple[OtherDose, ...]:
    """The same order on each figure that may be right instead: the creatinine, or the formula."""
    return tuple(
        OtherDose(on, dose_if_any(on.per_kg, weight, regimen))
        for on in (
            _creatinine(per_kg, -VARIES, "it varies in one person"),
            _creatinine(per_kg, OLDER_LEAST, "older assays, least"),
            _creatinine(per_kg, VARIES, "it varies in one person"),
            _creatinine(per_kg, OLDER_MOST, "older assays, most"),
            _formula(per_kg, -CANCER_BIAS, "its mean in cancer"),
            _formula(per_kg, -CANCER_ERROR, "its mean error in cancer"),
            _formula(per_kg, CANCER_ERROR, "its mean error in cancer"),
        )
    )


def varied(way: str) -> str:
    """The id of a creatinine as much "higher", or "lower", as it varies in one person."""
    return f"creatinine-{way}-{VARIES}"


def _creatinine(per_kg: Quantity, percent: int, why: str) -> OtherClearance:
    """The clearance with a creatinine that is so many per cent higher, or lower."""
    way = "higher" if percent > 0 else "lower"
    name = f"creatinine {abs(percent)}% {way}: {why}"
    return OtherClearance(f"creatinine-{way}-{abs(percent)}", name, _over(per_kg, percent))


def _formula(per_kg: Quantity, percent: int, why: str) -> OtherClearance:
    """The clearance if the formula reads so many per cent too high, or too low."""
    way = "high" if percent > 0 else "low"
    name = f"formula {abs(percent)}% too {way}: {why}"
    return OtherClearance(f"formula-{way}-{abs(percent)}", name, _over(per_kg, percent))


def _over(per_kg: Quantity, percent: int) -> Quantity:
    return Quantity(per_kg.value / (1 + Fraction(percent, 100)), PER_KG, edges=BAND_EDGES)

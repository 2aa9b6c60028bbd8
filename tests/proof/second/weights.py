"""Body mass index, ideal and adjusted weight, and what is held against a height."""

from tests.proof.second import bedside
from tests.proof.second.bedside import KG, Verdict
from tests.proof.second.ratio import Ratio, Values

SHORTEST = 1_524
"""Millimetres: Devine's formula begins at five feet."""
AT_FIVE_FEET = {"male": 500, "female": 455}
"""Tenths of kg; 2.3 kg for each inch above."""
MASS_INDEX = (8, 100, 15, 40)
HEIGHT = (1_000, 2_500, 1_400, 2_100)


def mass_index(grams: int, height: int) -> Ratio:
    """Weight (g) by the square of the height (mm), in kg/m2."""
    return Ratio(grams * 1_000, height * height)


def ideal_and_adjusted(grams: int, height: int, sex: str) -> tuple[Ratio | None, Ratio | None]:
    """The ideal weight from five feet up, and 40% of what is above it, where something is."""
    if height < SHORTEST:
        return None, None
    ideal = Ratio(254 * AT_FIVE_FEET[sex] + 230 * (height - SHORTEST), 2_540)
    if grams * ideal.under <= ideal.over * KG:
        return ideal, None
    over = 6 * ideal.over * KG + 4 * grams * ideal.under
    return ideal, Ratio(over, 10 * ideal.under * KG)


def values(grams: int, height: int, sex: str) -> Values:
    """What is said of a body besides its weight."""
    ideal, adjusted = ideal_and_adjusted(grams, height, sex)
    return {
        "body_mass_index": mass_index(grams, height),
        **({"ideal_weight": ideal} if ideal else {}),
        **({"adjusted_weight": adjusted} if adjusted else {}),
    }


def verdict(sex: str, grams: int, height: int, confirmed: bool) -> Verdict:
    """What a person is told of a weight and a height."""
    if wrong := faults(grams, height, confirmed):
        return Verdict(frozenset(wrong))
    found = values(grams, height, sex)
    refusal = "" if "ideal_weight" in found else "too-short-for-devine"
    return Verdict(refusal=refusal, values=found)


def faults(grams: int, height: int, confirmed: bool) -> set[tuple[str, str]]:
    """What is out of its limits; with a height the weight is held against it."""
    passed = {"", "confirm"} if confirmed else {""}
    tall = bedside.beyond(height, HEIGHT)
    # A height that is itself in doubt vouches for no weight.
    heavy = bedside.beyond(grams, bedside.ANY_WEIGHT if tall in passed else bedside.WEIGHT)
    codes = {("weight", heavy), ("height", tall)}
    if tall in passed and heavy in {*passed, "confirm"}:
        low, high, usual_low, usual_high = (each * height**2 for each in MASS_INDEX)
        mass = bedside.beyond(grams * 1_000, (low, high, usual_low, usual_high))
        codes.add(("weight", mass))
    return {(name, code) for name, code in codes if code not in passed}

"""Units as text ("mg/kg", "mL/min/kg") that multiply, divide and cancel."""

import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

NONE = "1"

SPELT = {
    "mg%": "mg/dl",
    "mg/100ml": "mg/dl",
    "mcmol/l": "umol/l",
    "micromol/l": "umol/l",
    "micromole/l": "umol/l",
    "micromoles/l": "umol/l",
}
"""Other spellings of a unit that is the same by definition, as `plain` writes them."""

FOR_PEOPLE = {
    "a": "years",
    "d": "days",
    "h": "hours",
    "wk": "weeks",
    "kg/m/m": "kg/m2",
    "m.m": "m2",
    "mL/min/{1.73_m2}": "mL/min/1.73 m2",
    "mo": "months",
    "/min": "per minute",
    "[lb_av]": "lb",
    NONE: "",
}

POINT = re.compile(r"\.(?![^{]*\})")
"""What multiplies: a point, but none within an annotation such as {1.73_m2}."""


class UnitError(ValueError):
    """Two units that should agree do not: a formula is wrong."""


@cache
def powers(unit: str) -> dict[str, int]:
    """The power of each part of a unit: "mg/kg/min" is mg 1, kg -1, min -1; "/min" is min -1."""
    above, *below = unit.split("/")
    counts = Counter(POINT.split(above))
    counts.subtract(Counter(below))
    return {
        part: power for part, power in sorted(counts.items()) if power and part not in ("", NONE)
    }


@cache
def times(left: str, right: str, power: int = 1) -> str:
    """The unit of left x right (or, with power -1, of left / right), with what cancels gone."""
    counts = Counter(powers(left))
    for part, count in powers(right).items():
        counts[part] += power * count
    return _written(counts)


def root(unit: str, degree: int) -> str:
    """The unit of a root: "m" is the square root of "m.m". Raises UnitError where there is none."""
    found = powers(unit)
    if any(power % degree for power in found.values()):
        raise UnitError(f"{unit} has no root of degree {degree}")
    return _written({part: power // degree for part, power in found.items()})


def _written(counts: Mapping[str, int]) -> str:
    above = ".".join(p for p, n in counts.items() for _ in range(n))
    below = "".join(f"/{p}" for p, n in counts.items() for _ in range(-n))
    return (above or NONE) + below


@cache
def same(left: str, right: str) -> bool:
    """Whether two spellings name one unit."""
    return powers(left) == powers(right)


def require(actual: str, wanted: str) -> None:
    """Raise UnitError unless the two units are one.

    Requirement R-UNITS: A quantity is never added to, compared with or named as one of another
    unit.
    """
    if actual != wanted and not same(actual, wanted):
        raise UnitError(f"the unit came out as {actual}, not {wanted}")


def behind(number: Fraction, unit: str) -> str:
    """A unit as people read it behind a number: "1 day", "2 days"."""
    words = for_people(unit)
    return words.removesuffix("s") if number == 1 and unit in ("a", "d", "h") else words


def for_people(unit: str) -> str:
    """The unit as a person reads it: "years" for "a"."""
    return FOR_PEOPLE.get(unit, unit)


def plain(text: str) -> str:
    """A typed unit or choice, spelt one way: no spaces, no capitals, either micro sign as u."""
    spelt = "".join(text.split()).replace("µ", "u").replace("μ", "u").casefold()
    return SPELT.get(spelt, spelt)


def alike(left: str, right: str) -> bool:
    """Whether two typed words are one, spelt one way."""
    return plain(left) == plain(right)

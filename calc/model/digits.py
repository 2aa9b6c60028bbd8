"""Exact fractions as decimal text, cut and never rounded up, kept on their side of an edge."""

from collections.abc import Iterable
from fractions import Fraction

JSON_DIGITS = 12


def exact(number: int | float | str | Fraction) -> Fraction:
    """The number as it is written: 1.4 is 14/10, not the nearest binary fraction.

    Requirement R-EXACT: A value is the fraction that was typed, never the nearest binary one.
    """
    return number if isinstance(number, Fraction) else Fraction(str(number))


def terminates(value: Fraction) -> bool:
    """Whether the decimal of `value` ends."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def truncate(value: Fraction, places: int) -> Fraction:
    """`value` cut (not rounded) after so many decimal places. Values here are never negative."""
    scale = 10**places
    return Fraction(value.numerator * scale // value.denominator, scale)


def cut_root(value: Fraction, degree: int, places: int) -> Fraction:
    """The square (2) or cube (3) root of `value`, cut after so many decimal places."""
    scale = 10**places
    whole = value.numerator * scale**degree // value.denominator
    return Fraction(_whole_root(whole, degree), scale)


def exact_root(value: Fraction, degree: int) -> Fraction | None:
    """The square (2) or cube (3) root of `value` where it is a fraction; None where it is none."""
    above, below = (_whole_root(each, degree) for each in (value.numerator, value.denominator))
    root = Fraction(above, below)
    return root if root**degree == value else None


def _whole_root(whole: int, degree: int) -> int:
    """The largest whole number whose power is not above `whole`: Newton's steps, from above."""
    root = 1 << -(-whole.bit_length() // degree)
    while root**degree > whole:
        root = ((degree - 1) * root + whole // root ** (degree - 1)) // degree
    return root


def truncate_on_its_side(value: Fraction, places: int, edges: Iterable[Fraction]) -> Fraction:
    """`value` cut after at least `places` places, and so many more that no edge is reached.

    Requirement R-SHOWN-SIDE: A value is shown on its side of every edge.
    """
    while True:
        short = truncate(value, places)
        if not any(short <= edge < value for edge in (*edges, Fraction(0))):
            return short
        places += 1


def decimal(value: Fraction) -> str:
    """A fraction whose decimal ends, as plain text: no exponent, no trailing zero."""
    places, scale = 0, 1
    while value.numerator * scale % value.denominator:
        places, scale = places + 1, scale * 10
    digits = str(value.numerator * scale // value.denominator).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def serialise(value: Fraction, edges: Iterable[Fraction] = ()) -> str:
    """The exact decimal or, if it does not end, 12 digits, cut so that it stays in its band."""
    if terminates(value):
        return decimal(value)
    places, reach = JSON_DIGITS - 1, Fraction(10)
    while value >= reach:
        places, reach = places - 1, reach * 10
    while value * 10 < reach and value < 1:
        places, reach = places + 1, reach / 10
    return decimal(truncate_on_its_side(value, max(places, 0), edges))


def for_people(value: Fraction, places: int = 3, edges: Iterable[Fraction] = ()) -> str:
    """Cut after `places` decimals (more where an edge needs it), with commas from 1,000."""
    return grouped(decimal(truncate_on_its_side(value, places, edges)))


def in_full(value: Fraction) -> str:
    """Every digit; where the decimal does not end, nine places and an ellipsis that says so."""
    if terminates(value):
        return grouped(decimal(value))
    return f"{grouped(decimal(truncate(value, 9)))}..."


def grouped(text: str) -> str:
    """A plain decimal with commas from 1,000."""
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}"

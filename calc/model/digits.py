"""Exact fractions as decimal text, cut and never rounded up, kept on their side of an edge."""

from collections.abc import Iterable
from fractions import Fraction

JSON_DIGITS = 12


def exact(number: int | float | str | Fraction) -> Fraction:
    """The number as it is written: 1.4 is 14/10, not the nearest binary fraction.

    Requirement R-EXACT: A value is the fraction that was typed, never the nearest binary one.
    """
    return Fraction(str(number))


def terminates(value: Fraction) -> bool:
    """Whether the decimal of `value` ends: whether a power of ten is a multiple of what is below.

    No prime divides that more often than it has binary digits.
    """
    below = value.denominator
    return pow(10, below.bit_length(), below) == 0


def truncate(value: Fraction, places: int) -> int:
    """`value` cut (not rounded) after so many decimal places: how many of the last place it is.

    Values here are never negative.
    """
    scale: int = 10**places
    return value.numerator * scale // value.denominator


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


def cut_on_its_side(value: Fraction, places: int, edges: Iterable[Fraction]) -> tuple[int, int]:
    """`value` cut after at least `places` places, and so many more that no edge is reached.

    A whole number of its last place, and how many places there are: no fraction is made, since far
    more is shown than worked out.

    Requirement R-SHOWN-SIDE: A value is shown on its side of every edge.
    """
    above, below = value.as_integer_ratio()
    ratios = map(Fraction.as_integer_ratio, edges)
    passed = [(edge, of) for edge, of in ratios if edge * below < above * of]
    while True:
        scale = 10**places
        whole = above * scale // below
        seen = whole > 0 or above <= 0
        if seen and not (passed and any(whole * of <= edge * scale for edge, of in passed)):
            return whole, places
        places += 1


def decimal(value: Fraction) -> str:
    """A fraction as plain text: no exponent, no trailing zero. ValueError if it does not end."""
    if exact := _in_its_places(value):
        return _written(*exact)
    raise ValueError(f"the decimal of {value} does not end")


def _in_its_places(value: Fraction) -> tuple[int, int] | None:
    """A whole number of the last of so many places; None for a fraction whose decimal never ends.

    So many are enough, and maybe more than there are: see `terminates`.
    """
    above, below = value.as_integer_ratio()
    places = below.bit_length()
    whole, rest = divmod(above * 10**places, below)
    return None if rest else (whole, places)


def _written(whole: int, places: int, commas: bool = False) -> str:
    """A whole number of the last of so many places, as plain text without a trailing zero."""
    sign = "-" if whole < 0 else ""
    above, rest = divmod(abs(whole), 10**places)
    text = f"{sign}{above:,}" if commas else f"{sign}{above}"
    return f"{text}.{str(rest).zfill(places).rstrip('0')}" if rest else text


def serialise(value: Fraction, edges: Iterable[Fraction] = ()) -> str:
    """The exact decimal or, if it does not end, 12 digits, cut so that it stays in its band."""
    if value.denominator == 1:
        return str(value.numerator)
    if exact := _in_its_places(value):
        return _written(*exact)
    above, below = value.as_integer_ratio()
    places = JSON_DIGITS - len(str(above // below))
    while above < below:
        places, above = places + 1, above * 10
    return _written(*cut_on_its_side(value, max(places, 0), edges))


def for_people(value: Fraction, places: int = 3, edges: Iterable[Fraction] = ()) -> str:
    """Cut after `places` decimals (more where an edge needs it), with commas from 1,000."""
    if value.denominator == 1:  # exact as it is, and so on its side of every edge
        return f"{value.numerator:,}"
    return _written(*cut_on_its_side(value, places, edges), commas=True)


def all_digits(value: Fraction) -> str:
    """Every digit; where the decimal does not end, nine places and an ellipsis that says so."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    if exact := _in_its_places(value):
        return _written(*exact, commas=True)
    return f"{_written(truncate(value, 9), 9, commas=True)}..."


def grouped(text: str) -> str:
    """A plain decimal with commas from 1,000."""
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}"

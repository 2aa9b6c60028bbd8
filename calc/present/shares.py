"""Shares of a whole, as a picture places them."""

from fractions import Fraction


def per_cent(share: Fraction) -> str:
    """A share of the whole, from 0 to 1, cut to a hundredth of a per cent."""
    hundredths = share * 10000 // 1
    return f"{hundredths // 100}.{hundredths % 100:02}%"

"""Which bundle of the calculators this is: the build writes its digest here, and into pages."""

DIGEST = ""
"""Twelve hexadecimal digits in a bundle; empty where there is none, as on the command line."""

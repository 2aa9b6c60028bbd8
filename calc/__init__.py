"""Calculators for foscarnet in aciclovir-resistant herpes: exact, sourced, able to refuse."""

__version__ = "0.1.0"

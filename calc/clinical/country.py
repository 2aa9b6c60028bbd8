"""Whose guidance is asked for, where countries differ."""

from enum import StrEnum
from typing import Annotated

from calc.model.asking import HOLDS
from calc.model.inputs import Choice, Option


class Country(StrEnum):
    """A country whose guidance was read."""

    US = "us"
    UK = "uk"


CountryAsked = Annotated[
    Country,
    Choice(
        label="Country",
        options=(
            Option("us", "United States", Country.US, words=("usa", "united states")),
            Option("uk", "United Kingdom", Country.UK, words=("gb", "united kingdom", "england")),
        ),
        compact=True,
    ),
    HOLDS,
]

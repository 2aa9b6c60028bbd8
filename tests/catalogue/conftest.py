"""The property tests try the same examples everywhere and leave nothing behind."""

import pytest
from hypothesis import settings

import tests.catalogue.strategies  # noqa: F401  (registers the profile)
from calc.catalogue import CATALOGUE
from tests.catalogue.diary import garden_diary

settings.load_profile("proof")


@pytest.fixture
def guest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guest that asks every kind of input, in the register of calculators."""
    monkeypatch.setitem(CATALOGUE, garden_diary.name, garden_diary)

"""What `make test` leaves to `make sweep`: what is like something that `make test` tries."""

from typing import Any

import pytest


def swept(thing: object) -> Any:
    """A parameter of a test that only `make sweep` tries."""
    return pytest.param(thing, marks=pytest.mark.sweep)

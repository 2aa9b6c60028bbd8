"""What a trial of a fault tells the run that stores it."""

from collections.abc import Callable

import pytest


@pytest.fixture
def told(record_property: Callable[[str, object], None]) -> Callable[[str, object], None]:
    """What is stored of a fault: `told("what", …)`, "seen", "held", "seconds" and "waited"."""
    return record_property

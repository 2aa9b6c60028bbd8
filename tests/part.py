"""One test in so many, and others after the next commit: `--part=3 --turn=2`.

What takes long is tried so before anything lands; its own command tries all of it.
"""

from zlib import crc32

import pytest


class Part:
    """Leaves those tests whose turn it is: over as many turns as parts each comes once."""

    def __init__(self, parts: int, turn: int) -> None:
        self.parts, self.turn = parts, turn

    def has(self, test: str) -> bool:
        """Whether it is the turn of this test, whatever others are there."""
        return (crc32(test.encode()) + self.turn) % self.parts == 0

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Alike in every process of a run."""
        others = [each for each in items if not self.has(each.nodeid)]
        items[:] = [each for each in items if self.has(each.nodeid)]
        config.hook.pytest_deselected(items=others)

"""A piece of a page is drawn as it was stored, element for element: nothing changes unseen.

`make outcomes` shows what changed, and stores it.
"""

import pytest

from tests.present.shape import NAMES, SHAPES, shape, stored


@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_as_it_was_stored(name: str) -> None:
    assert stored(name) == shape(name)


def test_nothing_is_stored_that_is_not_drawn() -> None:
    assert sorted(NAMES) == sorted(each.stem for each in SHAPES.iterdir())

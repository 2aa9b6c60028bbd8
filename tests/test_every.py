"""A property of many things names what breaks it, and never holds of nothing."""

from inspect import signature
from pathlib import Path

import pytest

from tests.every import IN_FULL, of_every


def even(number: int) -> None:
    assert 0 == number % 2


def test_what_breaks_a_property_is_named_and_nothing_else() -> None:
    with pytest.raises(AssertionError, match=r"^2 of 4\n\n3: AssertionError.*\n\n5: ") as told:
        of_every([2, 3, 4, 5])(even)()

    assert "4: " not in str(told.value)


def test_what_raises_breaks_it_too() -> None:
    with pytest.raises(AssertionError, match="1 of 1\n\nnone: TypeError"):
        of_every([None], lambda _: "none")(even)()  # type: ignore[arg-type]


def test_what_should_have_raised_and_did_not_breaks_it_too() -> None:
    def raises(number: int) -> None:
        with pytest.raises(ZeroDivisionError):
            1 / number

    with pytest.raises(AssertionError, match=r"^2 of 3\n\n1: Failed.*\n\n2: Failed"):
        of_every([0, 1, 2])(raises)()


def test_many_offenders_are_named_and_the_first_told_in_full() -> None:
    with pytest.raises(AssertionError) as told:
        of_every(range(1, 100, 2))(even)()

    assert IN_FULL == str(told.value).count("AssertionError")
    assert str(told.value).endswith("\n99")


def test_a_property_that_holds_says_nothing() -> None:
    of_every([2, 4])(even)()


def test_what_stands_beside_the_thing_is_a_fixture(tmp_path: Path) -> None:
    @of_every([2, 3])
    def even_here(number: int, tmp_path: Path) -> None:
        assert tmp_path.is_dir()
        even(number)

    assert ["tmp_path"] == [*signature(even_here).parameters]
    with pytest.raises(AssertionError, match=r"^1 of 2\n\n3: "):
        even_here(tmp_path=tmp_path)


def test_a_property_of_nothing_is_refused() -> None:
    with pytest.raises(AssertionError, match="nothing to try"):
        of_every([])(even)()

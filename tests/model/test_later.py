"""What is said later is written when it is read, and once."""

import pytest

from calc.model.later import Later, LaterByName


def test_nothing_is_written_before_it_is_read() -> None:
    left = ["a line"]
    later = Later(lambda: [left.pop()])

    assert ["a line"] == left
    assert (["a line"], ["a line"]) == ([*later], [*later])
    assert [] == left


def test_it_is_read_like_what_was_written_at_once() -> None:
    later = Later(lambda: iter(("a", "b")))

    assert (2, True, False) == (len(later), "b" in later, "c" in later)
    assert not Later[str](tuple)


def test_by_name_it_is_the_same_as_what_was_written_at_once() -> None:
    assert {"age": "68"} == LaterByName(lambda: {"age": "68"})


def test_what_fails_in_writing_fails_where_it_is_read() -> None:
    later = Later(lambda: [1 // 0])

    with pytest.raises(ZeroDivisionError):
        len(later)

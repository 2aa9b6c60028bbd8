"""A typed number has one reading, two, or none."""

import pytest

from calc.model.numerals import hidden, readings


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("70", ("70",)),
        ("70.5", ("70.5",)),
        ("70,5", ("70.5",)),
        ("1,25", ("1.25",)),
        ("0,125", ("0.125",)),
        ("1,2345", ("1.2345",)),
        ("1,250", ("1.250", "1250")),
        ("1.250", ("1.250", "1250")),
        ("25,200", ("25.200", "25200")),
        ("1,250.5", ("1250.5",)),
        ("1.250,5", ("1250.5",)),
        ("1,234,567", ("1234567",)),
        ("1.234.567", ("1234567",)),
        ("1,00,000", ()),
        ("1,2,3", ()),
        ("1.2.3", ()),
        ("070", ()),
        (".9", ()),
        ("70 500", ()),
        ("", ()),
    ],
)
def test_a_number_has_these_readings(typed: str, expected: tuple[str, ...]) -> None:
    assert expected == readings(typed)


@pytest.mark.parametrize(
    ("typed", "where", "which"),
    [
        ("1.2\u200b", "after “1.2”", "a zero-width space, U+200B"),
        ("\u200e1.2", "at its start", "a left-to-right mark, U+200E"),
        ("1\u00ad.2", "after “1”", "a soft hyphen, U+00AD"),
        ("1.2\ue000", "after “1.2”", "U+E000"),
        ("1.2\ufe0f", "after “1.2”", "U+FE0F"),
    ],
)
def test_a_character_that_cannot_be_seen_is_named_and_left_out(
    typed: str, where: str, which: str
) -> None:
    doubt = hidden(typed)

    assert doubt == (f"holds a character that cannot be seen {where}: {which}", ("1.2",))


@pytest.mark.parametrize("typed", ["1.2", " 1.2 ", "1.2\u00a0mg/dL", "1,2", "µ"])
def test_spaces_and_what_can_be_seen_are_not_hidden(typed: str) -> None:
    assert hidden(typed) is None

"""A typed number has one reading, two, or none."""

import pytest

from calc.model.numerals import amounts, doubt, foreign, hidden, readings, split


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


@pytest.mark.parametrize(
    ("typed", "number", "words"),
    [
        ("70.5", "70.5", ""),
        ("70.5 kg", "70.5", "kg"),
        ("70.5kg", "70.5", "kg"),
        ("5'10\"", "5", "'10\""),
        ("12' 3\"", "12", "' 3\""),
        ("1'250", "1'250", ""),
        ("1'250 mL", "1'250", "mL"),
        ("'5 kg", "'5", "kg"),
    ],
)
def test_an_apostrophe_is_of_feet_unless_it_parts_thousands(
    typed: str, number: str, words: str
) -> None:
    assert (number, words) == split(typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("11 st 4 lb", [("11", "st"), ("4", "lb")]),
        ("11st4lb", [("11", "st"), ("4", "lb")]),
        ("11 st 4", []),
        ("about 11 st", []),
    ],
)
def test_amounts_are_all_that_a_text_holds_or_there_are_none(
    typed: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == amounts(typed)


@pytest.mark.parametrize(
    ("typed", "perhaps"),
    [("7e1", ("70",)), ("7.5E+2", ("750",)), ("1e-3", ("0.001",)), ("1e99", ()), ("7,5e1", ())],
)
def test_a_number_with_an_exponent_is_written_out_where_that_is_short(
    typed: str, perhaps: tuple[str, ...]
) -> None:
    assert (f"must be written out, without “e”: {typed}", perhaps) == foreign(typed, "66")


@pytest.mark.parametrize(
    ("number", "why", "perhaps"),
    [
        ("+70", "must be typed without a sign, like 66", ("70",)),
        *((f"{sign}70", "must be typed without a sign, like 66", ()) for sign in "-−–"),
        (".9", "must be typed with a zero before the point: 0.9", ("0.9",)),
        (",9", "must be typed with a zero before the point: 0.9", ("0.9",)),
        ("70.", "ends with a point: “70.”. Type the whole number, like 66", ("70",)),
        ("70,", "ends with a point: “70,”. Type the whole number, like 66", ("70",)),
        ("070", "starts with a spare zero: “070”. Type it like 66", ("70", "0.70")),
        ("007.5", "starts with a spare zero: “007.5”. Type it like 66", ("7.5",)),
        ("00.5", "starts with a spare zero: “00.5”. Type it like 66", ("0.5",)),
        ("00,5", "starts with a spare zero: “00,5”. Type it like 66", ("0,5",)),
        ("00", "starts with a spare zero: “00”. Type it like 66", ()),
        ("1,2,3", "must be typed with a point and no comma, like 66", ()),
        ("0.1.2", "must be a number, like 66", ()),
        ("1.2.3", "must be a number, like 66", ()),
    ],
)
def test_of_a_number_without_a_reading_it_is_said_why_and_what_it_may_be(
    number: str, why: str, perhaps: tuple[str, ...]
) -> None:
    assert (why, perhaps) == doubt(number, number, "66")

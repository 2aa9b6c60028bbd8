"""Rows of a day, a time perhaps, and a number are read part by part, and put in order."""

from datetime import date, time, timedelta
from fractions import Fraction

import pytest

from calc.clinical.patient import WEIGHT_SLIPS
from calc.model.dates import Date
from calc.model.limits import limits
from calc.model.number import Number
from calc.model.outcomes import FieldError, InputError
from calc.model.series import Series
from calc.model.times import Time
from calc.model.written import Span

CREATININE = Number(
    label="Creatinine", unit="mg/dL", example="1.25", hard=limits(0.1, 2000, "a slip")
)
SERIES = Series(
    label="Creatinines", date=Date(label="Day"), time=Time(label="Time"), number=CREATININE
)
DAYS = Series(label="Creatinines", date=Date(label="Day"), number=CREATININE)
WEIGHTS = Series(
    label="Weights",
    date=Date(
        label="Day",
        hard=Span(date(2020, 1, 1), date(2030, 12, 31), "a slip"),
        soft=Span(date(2026, 1, 1), date(2027, 12, 31), "weighed in these years"),
    ),
    time=Time(label="Time", soft=Span(time(6), time(22), "at night nobody is weighed")),
    number=Number(
        label="Weight",
        unit="kg",
        example="70",
        factors={"g": Fraction(1000)},
        hard=limits(20, 350, "a slip"),
        slips=WEIGHT_SLIPS,
    ),
)

Shown = list[tuple[date, time | None, str]]

SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 29)


def read(typed: str, series: Series = SERIES) -> Shown:
    """The rows, their values in words."""
    return [(row.day, row.time, row.value.shown()) for row in series.read(typed, "field")]


def errors(typed: str, series: Series = SERIES) -> list[FieldError]:
    """The errors of rows that are not taken."""
    with pytest.raises(InputError) as invalid:
        series.read(typed, "field")
    assert {"field"} == {each.field for each in invalid.value.errors}
    return [*invalid.value.errors]


def offered(typed: str) -> list[str]:
    """What is offered in place of all that was typed."""
    return [each.answers["field"] for error in errors(typed) for each in error.offers]


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-11-28 06:30 1.2", "2026-11-28\t06:30\t1.2", "2026-11-28;06:30;1.2"),
        *("2026-11-28,06:30,1.2", "28 Nov 2026, 06:30, 1.2", "Nov 28, 2026 06:30 1.2 mg/dL"),
        *("2026-11-28T06:30 1.2", "2026-11-28T06:30:00;1,2", "28/11/2026 6.30 am 1.2"),
        *("28 Nov 2026 0630 1.2", "Sat 28 Nov 2026 06:30 1,2", "  2026-11-28  06:30   1.2  "),
        "2026-11-28\t06:30\t1.2\tmg/dL",
    ],
)
def test_a_row_is_read_whatever_stands_between_its_parts(typed: str) -> None:
    assert [(SATURDAY, time(6, 30), "1.2 mg/dL")] == read(typed)


@pytest.mark.parametrize(
    "typed", ["28 Nov 2026 1.2", "2026-11-28,1.2", "2026-11-28,,1.2", "2026-11-28\t\t1.2 mg/dL"]
)
def test_a_row_may_have_no_time(typed: str) -> None:
    assert [(SATURDAY, None, "1.2 mg/dL")] == read(typed) == read(typed, DAYS)


def test_where_no_time_is_asked_none_is_passed_over() -> None:
    assert ["date"] == [each.code for each in errors("2026-11-28 06:30 1.2", DAYS)]


def test_a_number_that_could_be_a_time_is_the_value_where_no_other_follows() -> None:
    assert [(SATURDAY, None, "1,430 mg/dL")] == read("2026-11-28 1430")


def test_rows_are_put_in_order_and_empty_lines_passed_over() -> None:
    typed = "2026-11-29 06:00 1.4\n\r\n2026-11-28 18:00 1.3\n2026-11-28 06:00 1.2\n"

    assert [
        (SATURDAY, time(6), "1.2 mg/dL"),
        (SATURDAY, time(18), "1.3 mg/dL"),
        (SUNDAY, time(6), "1.4 mg/dL"),
    ] == read(typed)


def test_that_they_were_put_in_order_is_said() -> None:
    typed = "2026-11-29 1.4\n2026-11-28 1.3"

    assert (
        "28 November 2026: 1.3 mg/dL; 29 November 2026: 1.4 mg/dL (put in order of time)"
    ) == SERIES.words(SERIES.read(typed, "field"))


def test_nothing_is_said_of_rows_that_were_in_order() -> None:
    rows = SERIES.read("2026-11-28 1.3\n2026-11-29 1.4", "field")

    assert "28 November 2026: 1.3 mg/dL; 29 November 2026: 1.4 mg/dL" == SERIES.words(rows)


def test_rows_as_programs_have_them_are_read_again() -> None:
    rows = SERIES.read("29 Nov 2026 6.30 pm 1,4\n28/11/2026 1.3", "field")

    assert "2026-11-28 1.3\n2026-11-29 18:30 1.4" == SERIES.plain(rows)
    assert SERIES.plain(rows) == SERIES.plain(SERIES.read(SERIES.plain(rows), "field"))


def test_two_rows_of_one_moment_are_refused() -> None:
    (error,) = errors("2026-11-28 06:00 1.2\n2026-11-29 06:00 1.2\n28 Nov 2026 0600 1.3")

    assert "twice" == error.code
    assert "Creatinines: rows 1 and 3 are both of 28 November 2026 06:00" == error.text


def test_a_row_without_a_time_beside_another_of_its_day_is_refused() -> None:
    (error,) = errors("2026-11-28 06:00 1.2\n2026-11-28 1.3")

    assert (
        "Creatinines: rows 1 and 2 are of one day, 28 November 2026: type the time of each"
    ) == error.text


@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        (
            "3/4/2026 1.2",
            "date",
            "Creatinines, row 1: Day must be typed so",
        ),
        ("\n31 June 2026 1.2", "date", "Creatinines, row 2: Day must be a day of the calendar"),
        ("2026-11-28 2:30 1.2", "time", "Creatinines, row 1: Time must be typed with two digits"),
        ("2026-11-28 <0.2", "number", "Creatinines, row 1: Creatinine must be one value"),
        ("2026-11-28 88 umol/L", "unit", "Creatinines, row 1: Creatinine must be in mg/dL"),
        ("Date Creatinine", "date", "Creatinines, row 1: Day must be a day"),
        ("1.2", "series", "Creatinines, row 1: must have a day and a value"),
        (",;", "series", "Creatinines, row 1: must have a day and a value"),
        ("2026-11-28 1.2 " * 9, "series", "Creatinines, row 1: is too long for a row"),
    ],
)
def test_what_is_refused_alone_is_refused_in_a_row_which_is_named(
    typed: str, code: str, says: str
) -> None:
    error = errors(typed)[0]

    assert code == error.code
    assert error.text.startswith(says)


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("3/4/2026 06:00 1.2", ["2026-04-03 06:00 1.2", "2026-03-04 06:00 1.2"]),
        ("2026-11-28 2:30 1.2", ["2026-11-28 02:30 1.2", "2026-11-28 14:30 1.2"]),
        ("2026-11-28 06:00 .9", ["2026-11-28 06:00 0.9"]),
        (
            "2026-11-28 1.2\n2026-11-29 1,250",
            ["2026-11-28 1.2\n2026-11-29 1.25", "2026-11-28 1.2\n2026-11-29 1250"],
        ),
        ("2026-11-28 1.2\u200b", ["2026-11-28 1.2"]),
        ("2026-11-28 1430,5", ["2026-11-28 1430.5", "2026-11-28 14:30 5"]),
    ],
)
def test_what_is_offered_alone_is_offered_in_its_row(typed: str, offers: list[str]) -> None:
    assert offers == offered(typed)


def test_what_may_be_two_rows_or_holds_what_cannot_be_seen_is_an_error_of_the_row() -> None:
    (of_two,) = errors("2026-11-28 1430,5")
    (unseen,) = errors("2026-11-28 1.2\u200b")

    assert ["series", "series"] == [of_two.code, unseen.code]
    assert (
        "Creatinines, row 1: must be typed so that it has one meaning, "
        "with spaces between its parts"
    ) == of_two.text
    assert ["28 November 2026: 1,430.5 mg/dL", "28 November 2026 14:30: 5 mg/dL"] == [
        each.label for each in of_two.offers
    ]
    assert ["2026-11-28 1.2"] == [each.label for each in unseen.offers]


def test_an_offer_for_a_part_of_a_row_is_called_by_that_part() -> None:
    (error,) = errors("2026-11-28 1.2\n3/4/2026 1.3\n2026-11-29 1.4\n2026-11-30 1.5")

    assert [
        ("Friday 3 April 2026", "2026-11-28 1.2\n2026-04-03 1.3\n2026-11-29 1.4\n2026-11-30 1.5"),
        (
            "Wednesday 4 March 2026",
            "2026-11-28 1.2\n2026-03-04 1.3\n2026-11-29 1.4\n2026-11-30 1.5",
        ),
    ] == [(each.label, each.answers["field"]) for each in error.offers]


def test_a_day_alone_is_no_row_and_a_day_has_four_words_at_most() -> None:
    for series in (SERIES, DAYS):
        (alone,) = errors("2026-11-28", series)
        assert "Creatinines, row 1: must have a day and a value; “2026-11-28” has not" == alone.text
    assert "“a b c d” was typed" in errors("a b c d e f")[0].text


def test_three_faulty_rows_are_named_at_a_time() -> None:
    named = {error.text.partition(":")[0] for error in errors("x y\n" * 50)}

    assert {"Creatinines, row 1", "Creatinines, row 2", "Creatinines, row 3"} == named


def test_a_series_has_1_to_100_rows() -> None:
    lines = [f"{SATURDAY + timedelta(days=days)} 1" for days in range(101)]

    assert 100 == len(read("\n".join(lines[:100])))
    for typed, said in (
        ("\n".join(lines), "“2026-11-28 1 2026-11-29 1 2026-11-30 1 2…” has 101"),
        (" \n", "“” has 0"),
    ):
        (error,) = errors(typed)
        assert ("field", "series") == error[:2]
        assert f"Creatinines must have 1 to 100 rows; {said}" == error.text


def test_a_row_has_80_letters_at_most() -> None:
    row = f"2026-11-28{' ' * 67}1.2"

    assert [(SATURDAY, None, "1.2 mg/dL")] == read(row)
    (error,) = errors(f" {row}")
    assert error.text.startswith("Creatinines, row 1: is too long for a row: “ 2026-11-28")


def test_a_limit_is_kept_in_every_row() -> None:
    rows = SERIES.read("2026-11-29 3000\n2026-11-28 1.2", "field")
    with pytest.raises(InputError) as invalid:
        SERIES.check(rows, "field", False)

    assert "Creatinines, row 1: Creatinine must be 2,000 mg/dL or less" in str(invalid.value)


def test_a_value_is_called_by_its_day() -> None:
    (row,) = SERIES.read("2026-11-28 06:00 1.2", "field")

    assert "creatinine of 28 November 2026 06:00" == row.value.name


def held(typed: str, confirmed: bool = False) -> list[FieldError]:
    """The errors of weights that were read and are out of a limit."""
    try:
        WEIGHTS.check(WEIGHTS.read(typed, "field"), "field", confirmed)
    except InputError as invalid:
        return [*invalid.errors]
    return []


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("2019-12-31 70", "low", "Weights, row 1: Day must be 1 January 2020 or later"),
        ("2026-11-28 05:59 70", "confirm", "Weights, row 1: Time is usually 06:00 to 22:00"),
        (
            "2026-11-29 70\n\n2026-11-28 360",
            "high",
            "Weights, row 3: Weight must be 350 kg or less",
        ),
    ],
)
def test_each_part_of_a_row_keeps_its_limits_and_the_row_is_named_as_it_was_typed(
    typed: str, code: str, said: str
) -> None:
    (error,) = held(typed)

    assert ("field", code) == error[:2]
    assert error.text.startswith(said)


def test_a_tick_lifts_the_soft_limits_of_all_rows_only() -> None:
    assert [] == held("2025-11-28 06:00 70\n2026-11-28 05:59 70", confirmed=True)
    assert ["high"] == [each.code for each in held("2026-11-28 05:59 360", confirmed=True)]


def test_three_rows_out_of_a_limit_are_named_at_a_time() -> None:
    rows = [f"{SATURDAY + timedelta(days=days)} 360" for days in range(4)]

    assert ["row 1", "row 2", "row 3"] == [
        each.text.partition(", ")[2].partition(":")[0] for each in held("\n".join(rows))
    ]


def test_a_likely_slip_is_offered_in_its_row_among_the_others_and_no_other_unit() -> None:
    (error,) = held("\n2026-11-29 06:00 70\n2026-11-28 700")

    assert ["2026-11-29 06:00 70\n2026-11-28 70"] == [
        each.answers["field"] for each in error.offers
    ]
    (in_grams,) = held("2026-11-28 70000")
    assert () == in_grams.offers


def test_an_error_is_mended_once_nothing_more_is_said_of_its_row() -> None:
    first, second = (
        FieldError("field", "confirm", f"Weights, row {row}: usually 06:00 to 22:00")
        for row in (1, 2)
    )

    assert WEIGHTS.mended(first, [])
    assert WEIGHTS.mended(first, [second])
    assert not WEIGHTS.mended(first, [second, first._replace(text="Weights, row 1: not 05:59")])


def test_a_series_has_the_one_unit_of_its_values() -> None:
    assert "g" == WEIGHTS.unit(WEIGHTS.read("2026-11-28 70000", "field", "g"))

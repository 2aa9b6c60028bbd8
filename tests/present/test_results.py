"""Tables, two columns, schedules and scales of an answer: in HTML, in text, and as data."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from calc.browser import answer
from calc.catalogue import CATALOGUE
from calc.model.pictures import Mark, Point, Scale, Trend
from calc.model.quantity import constant
from calc.model.results import Due, Pair, Row, Schedule, Table, TwoColumns
from calc.model.units import UnitError
from calc.present.markup import NBSP
from calc.present.picture import draw_scale, draw_trend
from calc.present.results import as_table, record_of, when
from calc.present.sections import draw_rows
from calc.present.table import draw_tables
from tests.present.reading import read
from tests.present.sheet import DAY, FIVE, FLUIDS, MADE_UP, PAIRS, SHEET, TEN, TWO, day_sheet


@pytest.fixture
def reply(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the page gets for it."""
    monkeypatch.setitem(CATALOGUE, "day-sheet", day_sheet)
    asked = json.dumps({"calculator": "day-sheet", "answers": {"volume": "3"}, "record": True})
    got: dict[str, Any] = json.loads(answer(asked))
    return got


def test_columns_say_the_same_different_or_by_how_much() -> None:
    assert ["3 mL less", "the same", "different", "the same"] == [row.words for row in PAIRS.rows]


def test_columns_of_two_units_raise() -> None:
    with pytest.raises(UnitError):
        assert Pair("a", "A", TWO, constant(3, "mg")).words


def test_columns_of_one_root_are_the_same_though_it_was_cut() -> None:
    root = constant(2, "1").root(2)

    assert "the same" == Pair("a", "A", root, root).words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due("a", DAY, ""), "Sunday 8 November 2026"),
        (Due("a", TEN, ""), "Sunday 8 November 2026, 10:00"),
        (
            Due("a", TEN, "", until=datetime(2026, 11, 8, 11, 30)),
            "Sunday 8 November 2026, 10:00 to 11:30",
        ),
        (
            Due("a", TEN, "", until=datetime(2026, 11, 9, 2, 5)),
            "Sunday 8 November 2026, 10:00 to Monday 9 November 2026, 02:05",
        ),
        (
            Due("a", TEN, "", or_at=datetime(2026, 11, 8, 11, 30)),
            "Sunday 8 November 2026, 10:00 or 11:30",
        ),
        (
            Due("a", TEN, "", or_at=datetime(2026, 11, 9), until=datetime(2026, 11, 9, 1)),
            "Sunday 8 November 2026, 10:00 or Monday 9 November 2026, 00:00, until Monday 9 "
            "November 2026, 01:00",
        ),
        (
            Due("a", DAY, "", until=date(2026, 12, 8)),
            "Sunday 8 November 2026 to Tuesday 8 December 2026",
        ),
    ],
)
def test_a_day_a_time_and_a_window_are_written_out(due: Due, words: str) -> None:
    assert words == when(due)


def test_as_a_table_columns_have_their_difference_last() -> None:
    rows = (
        Row("volume", ("Volume", "5 mL", "2 mL", "3 mL less"), {}),
        Row("rest", ("Rest", "2 mL", "2 mL", "the same"), {}),
        Row("line", ("Line", "central", "peripheral", "different"), {}),
        Row("fluid", ("Fluid", "saline", "saline", "the same"), {}),
    )

    heads = ("Setting", "Left", "Right", "Difference")
    assert Table("Two pumps", heads, rows, MADE_UP) == as_table(PAIRS)


def test_as_a_table_what_is_due_comes_in_the_order_of_time_a_day_before_its_times() -> None:
    rows = (
        Row("first", ("Sunday 8 November 2026", "weigh"), {}),
        Row("second", ("Sunday 8 November 2026, 10:00 to 11:30", "infusion"), {}),
        Row(
            "third",
            ("Thursday 31 December 2026 to Sunday 31 January 2027", "second vaccine"),
            {},
        ),
    )

    assert Table("Day sheet", ("When", "What"), rows, MADE_UP) == as_table(SHEET)


def test_a_table_as_data_has_the_quantities_that_its_words_speak_of() -> None:
    row = {
        "id": "saline",
        "cells": ["Saline", "2 mL"],
        "values": {"volume": {"value": "2", "unit": "mL"}},
    }

    assert {
        "kind": "table",
        "title": "Fluids",
        "heads": ["Fluid", "Volume"],
        "rows": [row],
        "sources": [{"key": "site-rule", "locator": "made up"}],
    } == record_of(FLUIDS)


def test_columns_as_data_have_both_sides_and_the_sign_of_right_less_left() -> None:
    two, five = {"value": "2", "unit": "mL"}, {"value": "5", "unit": "mL"}
    pairs = (
        Pair("a", "A", FIVE, TWO),
        Pair("b", "B", TWO, FIVE),
        Pair("c", "C", TWO, TWO),
        Pair("d", "D", "left", "right"),
    )
    rows = [
        {"id": "a", "label": "A", "left": five, "right": two, "same": False}
        | {"difference": {"value": "-3", "unit": "mL"}},
        {"id": "b", "label": "B", "left": two, "right": five, "same": False}
        | {"difference": {"value": "3", "unit": "mL"}},
        {"id": "c", "label": "C", "left": two, "right": two, "same": True, "difference": None},
        {"id": "d", "label": "D", "left": "left", "right": "right", "same": False}
        | {"difference": None},
    ]

    assert {
        "kind": "two-columns",
        "title": "Two pumps",
        "heads": ["Setting", "Left", "Right"],
        "rows": rows,
        "sources": [{"key": "site-rule", "locator": "made up"}],
    } == record_of(TwoColumns("Two pumps", ("Setting", "Left", "Right"), pairs, MADE_UP))


def test_a_schedule_as_data_has_days_and_times_by_iso_8601() -> None:
    due = [
        {"id": "first", "at": "2026-11-08", "or": None, "until": None, "what": "weigh"},
        {"id": "second", "at": "2026-11-08T10:00", "or": None, "until": "2026-11-08T11:30"}
        | {"what": "infusion"},
        {"id": "third", "at": "2026-12-31", "or": None, "until": "2027-01-31"}
        | {"what": "second vaccine"},
    ]

    assert {
        "kind": "schedule",
        "title": "Day sheet",
        "due": due,
        "sources": [{"key": "site-rule", "locator": "made up"}],
    } == record_of(SHEET)


def test_another_start_is_in_the_data_of_a_schedule() -> None:
    sheet = Schedule("Made up", (Due("a", TEN, "rest", or_at=datetime(2026, 11, 8, 12)),), MADE_UP)

    assert "2026-11-08T12:00" == record_of(sheet)["due"][0]["or"]


def test_the_page_shows_each_under_its_title_with_its_heads(reply: dict[str, Any]) -> None:
    shown = read(reply["html"]).all("section", class_="result")

    assert ["Fluids", "Two pumps", "Day sheet"] == [each.one("h3").text for each in shown]
    assert [
        ["Fluid", "Volume"],
        ["Setting", "Left", "Right", "Difference"],
        ["When", "What"],
    ] == [[head.text for head in each.all("th", scope="col")] for each in shown]


def test_the_text_has_a_line_for_each_row_with_the_heads(reply: dict[str, Any]) -> None:
    assert "TWO PUMPS\n- Volume; Left: 5 mL; Right: 2 mL; Difference: 3 mL less\n" in reply["text"]
    assert "DAY SHEET\n- Sunday 8 November 2026; What: weigh\n" in reply["text"]


def test_the_record_has_them_in_order_by_kind(reply: dict[str, Any]) -> None:
    kinds = [each["kind"] for each in reply["record"]["results"]]

    assert ["table", "two-columns", "schedule"] == kinds
    assert {"value": "2", "unit": "mL"} == (
        reply["record"]["results"][0]["rows"][0]["values"]["volume"]
    )


def test_their_sources_are_among_the_sources(reply: dict[str, Any]) -> None:
    assert [{"key": "site-rule", "locator": "made up"}] == reply["record"]["sources"]


def test_nothing_says_for_whom_it_holds_where_nothing_is_declared(reply: dict[str, Any]) -> None:
    assert [] == read(reply["html"]).all("p", class_="scope")


def test_an_answer_may_have_two_pictures(reply: dict[str, Any]) -> None:
    assert 2 == len(read(reply["html"]).all("table", class_="mark-scale"))


def test_a_scale_says_its_ends_its_limit_and_each_figure() -> None:
    five = Mark("five", FIVE)
    drawn = read(draw_scale(Scale("Fill", TWO, constant(7, "mL"), five, (five,))))

    caption = drawn.one("caption").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Fill, on a scale from 2 mL to 7 mL. The line is at 5 mL: five." == caption
    assert "60%" == drawn.one("rect")["width"]


def test_a_value_beyond_a_scale_is_drawn_at_its_end() -> None:
    five, most = Mark("five", FIVE), Mark("much", constant(90, "mL"))
    drawn = read(draw_scale(Scale("Fill", TWO, constant(7, "mL"), five, (most,))))

    assert "100%" == drawn.one("rect")["width"]


def test_a_scale_whose_limit_lies_outside_it_raises() -> None:
    with pytest.raises(ValueError, match="Fill"):
        Scale("Fill", TWO, constant(4, "mL"), Mark("five", FIVE), ())


def test_a_trend_is_drawn_over_time_and_against_its_edges() -> None:
    days = (datetime(2026, 11, 1, 12), datetime(2026, 11, 2, 12), datetime(2026, 11, 5, 12))
    points = tuple(map(Point, days, (constant(10, "mL"), FIVE, TWO)))
    drawn = read(draw_trend(Trend("Fill", points, (FIVE, TWO))))

    circles = [(each["cx"], each["cy"]) for each in drawn.all("circle")]
    assert [("12%", "9%"), ("33%", "55%"), ("96%", "82%")] == circles
    assert ["82%", "55%"] == [each["y1"] for each in drawn.all("line", class_="trend-edge")]
    assert ["2", "5"] == [each.text for each in drawn.all("text")]
    said = drawn.one("figcaption").text
    assert f"Fill: 10{NBSP}mL on 1 November 2026 to 2{NBSP}mL on 5 November 2026." in said


def test_edges_too_near_for_two_figures_have_the_lower_one() -> None:
    at = datetime(2026, 11, 1, 12)
    near = constant(2.1, "mL")
    drawn = read(draw_trend(Trend("Fill", (Point(at, FIVE),), (near, TWO))))

    assert ["2"] == [each.text for each in drawn.all("text")]
    assert ["54%"] == [each["cx"] for each in drawn.all("circle")]
    assert [] == drawn.all("line", class_="trend-line")


@pytest.mark.parametrize(("edge", "figures"), [("2.655", ["2"]), ("2.66", ["2", "2.66"])])
def test_a_figure_needs_six_per_cent_of_the_height_above_the_last(
    edge: str, figures: list[str]
) -> None:
    """Of 11 mL, which is a tenth above the highest point."""
    point = Point(datetime(2026, 11, 1, 12), constant(10, "mL"))
    drawn = read(draw_trend(Trend("Fill", (point,), (constant(edge, "mL"), TWO))))

    assert figures == [each.text for each in drawn.all("text")]


def test_a_row_that_lacks_a_cell_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="shorter"):
        draw_rows(Table("Made up", ("Dose", "Rate"), (Row("a", ("5 mL",), {}),), ()))


def test_without_a_table_none_is_drawn() -> None:
    assert draw_tables(()) is None


def test_a_trend_needs_a_point() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        Trend("Fill", (), (FIVE,))

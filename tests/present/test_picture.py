"""The picture says the same as its text, and marks the band that was used."""

from dataclasses import replace

import pytest

from calc.clinical.foscarnet.label import HSV_EVERY_8_H
from calc.model.pictures import Bands
from calc.model.quantity import constant
from calc.model.refusals import RefusalRaised
from calc.model.tables import Placed, Row
from calc.present.axis import draw_axis
from calc.present.markup import typeset
from calc.present.picture import draw_bands
from tests.cases import Case, cases
from tests.catalogue.walk import outcome_of
from tests.every import of_every
from tests.present.reading import Element, page_of, read

DRAWN = [
    case for case in cases("answer") if case.calculator in ("foscarnet-plan", "foscarnet-dose")
]
every_picture = of_every(DRAWN, lambda case: case.name)


def drawn(case: Case) -> Element:
    """The picture of an answer, read back."""
    return page_of(case).one("table", class_="band-scale")


def placed(case: Case) -> Placed:
    """The one value that an answer places on a table's bands."""
    outcome = outcome_of(case)
    assert outcome.answer
    (only,) = (each for each in outcome.answer.pictures if isinstance(each, Placed))
    return only


@every_picture
def test_the_caption_says_clearance_band_and_dose(case: Case) -> None:
    table, value = placed(case)
    row = table.row_for(value)

    said = drawn(case).one("caption").text

    shown = value.shown()
    assert typeset(f"{shown} lies in the band {row.band}: {row.dose}.") == said


@every_picture
def test_every_band_is_drawn_with_its_dose(case: Case) -> None:
    table, _ = placed(case)
    figure = drawn(case)

    rows = table.rows
    assert [row.band for row in rows] == [each.text for each in figure.all("th", scope="row")]
    assert [typeset(row.dose) for row in rows] == [
        each.text for each in figure.all("td", class_="band-dose")
    ]


@every_picture
def test_the_one_band_that_was_used_is_marked_and_said_to_be(case: Case) -> None:
    table, value = placed(case)
    chosen = drawn(case).one("tr", class_="chosen")

    row = table.row_for(value)
    assert row.band == chosen.one("th").text
    assert "true" == chosen["aria-current"]
    assert chosen.one("svg", class_="marker") is drawn(case).one("svg", class_="marker")


@pytest.mark.parametrize(
    ("clearance", "place"),
    [("1.4", "12%"), ("1.2", "50%"), ("1.1", "69%"), ("1.0001", "88%"), ("9", "12%")],
)
def test_the_marker_points_high_in_its_band_where_the_clearance_is_high(
    clearance: str, place: str
) -> None:
    table = read(draw_bands(HSV_EVERY_8_H, constant(clearance, "mL/min/kg")))

    assert place == table.one("svg", class_="marker").one("svg")["y"]


@pytest.mark.parametrize(("edge", "lines"), [(3.8, ["1em", "1em"]), (3.79, ["1em", "2.1em"])])
def test_figures_under_an_axis_stand_in_one_line_from_a_tenth_of_it_apart(
    edge: float, lines: list[str]
) -> None:
    """From 3.5 to 3.8 is a tenth of the axis from 1.75 to 4.75."""
    rows = (
        Row(unit="mg/kg", above=edge, give=40, every=8),
        Row(unit="mg/kg", at_least=3.5, up_to=edge, give=30, every=8),
    )
    value = constant("3.6", "mL/min/kg")
    axis = read(draw_axis(Bands(Placed(replace(HSV_EVERY_8_H, rows=rows), value))))

    assert lines == [each["y"] for each in axis.one("svg", class_="axis-figures").all("text")]


@every_picture
def test_no_word_is_in_a_drawing_where_it_could_not_wrap(case: Case) -> None:
    assert [] == [each.text for each in drawn(case).all("svg") if each.text]


@every_picture
def test_no_part_has_a_style_of_its_own(case: Case) -> None:
    assert [] == [each.name for each in drawn(case).within() if "style" in each]


def test_a_clearance_below_the_table_cannot_be_drawn() -> None:
    with pytest.raises(RefusalRaised):
        draw_bands(HSV_EVERY_8_H, constant("0.39", "mL/min/kg"))

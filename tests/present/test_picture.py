"""The picture says the same as its text, and marks the band that was used."""

import pytest

from calc.clinical.dose_tables import HSV_EVERY_8_H
from calc.model.quantity import constant
from calc.model.refusals import Refused
from calc.present.markup import typeset
from calc.present.picture import picture
from tests.cases import Case, cases
from tests.catalogue.walk import outcome_of
from tests.present.reading import Element, page_of

DRAWN = [
    case for case in cases("answer") if case.calculator in ("foscarnet-plan", "foscarnet-dose")
]
every_picture = pytest.mark.parametrize("case", DRAWN, ids=lambda case: case.name)


def drawn(case: Case) -> Element:
    """The picture of an answer, read back."""
    return page_of(case).one("figure")


@every_picture
def test_the_title_is_the_caption(case: Case) -> None:
    figure = drawn(case)

    assert figure.one("title").text == figure.one("figcaption").text
    assert "img" == figure.one("svg")["role"]


@every_picture
def test_the_caption_says_clearance_band_and_dose(case: Case) -> None:
    outcome = outcome_of(case)
    assert outcome.answer
    assert outcome.answer.table
    row = outcome.answer.table.row_for(outcome.values["clearance_per_kg"])

    said = drawn(case).one("figcaption").text

    shown = outcome.values["clearance_per_kg"].shown()
    assert typeset(f"{shown} lies in the band {row.band()}: {row.dose()}.") == said


@every_picture
def test_every_band_is_drawn_with_its_dose_and_one_is_chosen(case: Case) -> None:
    outcome = outcome_of(case)
    assert outcome.answer
    assert outcome.answer.table
    figure = drawn(case)

    rows = outcome.answer.table.rows
    doses = [each.text for each in figure.all(class_="band-dose")]
    assert [typeset(row.dose()) for row in rows] == doses
    assert len(rows) == len(figure.all("rect"))
    assert 1 == len(figure.all("rect", class_="chosen"))


@every_picture
def test_the_marker_lies_in_the_chosen_band(case: Case) -> None:
    figure = drawn(case)
    band = figure.one("rect", class_="chosen")
    tip = float(figure.one("polygon")["points"].split()[0].split(",")[1])

    assert float(band["y"]) <= tip <= float(band["y"]) + float(band["height"])


@every_picture
def test_no_part_has_a_style_of_its_own(case: Case) -> None:
    assert [] == [each.name for each in drawn(case).within() if "style" in each]


def test_a_clearance_below_the_table_cannot_be_drawn() -> None:
    with pytest.raises(Refused):
        picture(HSV_EVERY_8_H, constant("0.39", "mL/min/kg"))

"""What is read at a glance says what the values say: tiles, and pictures drawn to scale."""

from dataclasses import replace
from functools import partial

import pytest

from calc.clinical.foscarnet.label import HSV_EVERY_8_H
from calc.model.pictures import Bands, Level, Mark, Part, Steps, Sum, Vessel, Vessels
from calc.model.quantity import Quantity, constant
from calc.model.tables import Placed, Row
from calc.present.axis import draw_axis, draw_steps, draw_sum
from calc.present.markup import typeset
from calc.present.shares import per_cent
from calc.present.vessels import draw_vessels
from tests.cases import Case, cases
from tests.catalogue.walk import outcome_of
from tests.every import of_every
from tests.present.reading import page_of, read

every_plan = of_every(
    [case for case in cases("answer") if case.calculator == "foscarnet-plan"],
    lambda case: case.name,
)
ML_60, ML_20 = constant(60, "mL"), constant(20, "mL")
BAG = Vessel("Bag", (Part("of drug", ML_60), Part("of water", ML_20)))
VIAL = Vessel("Vial", (Part("draw up", ML_20), Part("discard", ML_20, discarded=True)))


def mg(value: int) -> Quantity:
    return constant(value, "mg")


LIMIT = Mark("limit", mg(80))


@every_plan
def test_the_tiles_are_rate_volume_and_time_in_the_order_of_a_pump(case: Case) -> None:
    values = outcome_of(case).values

    first, second, third, _ = page_of(case).one("dl", class_="tiles").all("div")

    assert typeset(values["highest_rate"].shown()) in first.text
    assert typeset(values["total_volume"].shown()) in second.text
    assert typeset(values["shortest_time"].shown()) in third.text


@every_plan
def test_where_it_starts_slower_the_tiles_say_start_and_limit(case: Case) -> None:
    values = outcome_of(case).values
    slower = values["start_time"] > values["shortest_time"]

    tiles = page_of(case).one("dl", class_="tiles")

    assert (2 if slower else 0) == sum("at first" in each.text for each in tiles.all("dt"))
    assert (typeset(values["start_rate"].shown()) in tiles.text) or not slower


@every_plan
def test_the_vessels_hold_what_is_drawn_up_and_what_is_thrown_away(case: Case) -> None:
    values = outcome_of(case).values
    said = page_of(case).one("figure", class_="vessels").text

    left = [value for name, value in values.items() if name.startswith("left_over")][-1]

    assert left.is_zero or typeset(f"discard {left.shown()}") in said


def test_vessels_are_drawn_in_proportion_to_the_fullest() -> None:
    drawn = read(draw_vessels(Vessels("Mixture", (BAG, VIAL))))

    assert ["75.00%", "25.00%", "100.00%"] == [each["height"] for each in drawn.all("rect")[:3]]
    assert ["25.00%", "25.00%", "50.00%"] == [each["height"] for each in drawn.all("rect")[3:]]


def test_the_name_of_the_vessels_says_all_that_is_in_them() -> None:
    drawn = read(draw_vessels(Vessels("Mixture", (VIAL,))))

    said = drawn.one("div", role="img")["aria-label"]

    assert "Mixture. Vial: 20 mL draw up, discard 20 mL." == said


@pytest.fixture
def bands() -> Bands:
    return Bands(Placed(HSV_EVERY_8_H, constant("0.7", "mL/min/kg")))


def test_every_edge_is_a_figure_under_the_axis_where_it_lies(bands: Bands) -> None:
    drawn = read(draw_axis(bands))

    assert ["0.4", "0.5", "0.6", "0.8", "1", "1.4"] == [each.text for each in drawn.all("text")]
    assert "12.90%" == drawn.all("text")[0]["x"]  # (0.4 - 0.2) / (1.75 - 0.2)


def test_neighbouring_figures_stand_in_two_lines(bands: Bands) -> None:
    drawn = read(draw_axis(bands))

    lines = [each["y"] for each in drawn.all("text")]

    assert ["1em", "2.1em", "1em", "1em", "1em", "1em"] == lines


@pytest.mark.parametrize(("edge", "line"), [(0.6, "1em"), (0.599, "2.1em")])
def test_figures_a_tenth_of_the_axis_apart_stand_in_one_line(edge: float, line: str) -> None:
    row = partial(Row, unit="mg/kg", every=8)
    rows = (
        row(give=3, above=1.76),
        row(give=2, above=edge, up_to=1.76),
        row(give=1, at_least=0.4, up_to=edge),
    )  # the axis is 2 long: from 0.2 to 2.2
    table = replace(HSV_EVERY_8_H, rows=rows)
    drawn = read(draw_axis(Bands(Placed(table, constant("0.7", "mL/min/kg")))))

    assert ["1em", line, "1em"] == [each["y"] for each in drawn.all("text")]


def test_the_band_that_holds_the_value_is_filled_and_said(bands: Bands) -> None:
    drawn = read(draw_axis(bands))

    assert 1 == len(drawn.all("rect", class_="chosen"))
    assert drawn.one("figcaption").text.startswith("0.7")


def test_what_lies_beyond_the_axis_is_at_its_end(bands: Bands) -> None:
    assert ["0.00%", "100.00%"] == [
        per_cent(bands.along(at)) for at in (bands.edges[0] / 4, bands.edges[-1] * 9)
    ]


def test_parts_of_a_sum_stand_end_to_end_against_the_limit() -> None:
    drawn = read(
        draw_sum(Sum("Salt", (Mark("a", mg(20)), Mark("b", mg(30))), (Mark("c", mg(50)),), LIMIT))
    )

    assert ["0.00%", "20.00%", "50.00%"] == [each["x"] for each in drawn.all("rect")]
    assert "80.00%" == drawn.one("line")["x1"]
    assert 1 == len(drawn.all("rect", class_="perhaps"))


def test_a_sum_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        Sum("Salt", (), (), LIMIT)


def test_steps_are_as_high_as_what_they_decide() -> None:
    low, middle, high = (constant(each, "mg/dL") for each in (1, 2, 4))
    levels = (Level(low, middle, mg(40)), Level(middle, high, mg(10)))
    drawn = read(draw_steps(Steps("Dose", "creatinine", levels, constant(3, "mg/dL"))))

    assert ["100.00%", "25.00%"] == [each["height"] for each in drawn.all("rect")]
    assert ["33.33%", "66.66%"] == [each["width"] for each in drawn.all("rect")]
    assert "66.66%" == drawn.one("line")["x1"]


@every_plan
def test_the_step_that_is_filled_is_the_dose_that_is_given(case: Case) -> None:
    """On the very edge of a band too."""
    answer = outcome_of(case).answer
    assert answer
    levels = [each.level for each in answer.pictures if isinstance(each, Steps)]

    mean = answer.values["dose_24_h_mean"].value
    assert [mean for _ in levels] == [level and level.value.value for level in levels]


def test_of_steps_that_one_is_filled_in_which_one_stands() -> None:
    one, two, four = (constant(each, "mg/dL") for each in (1, 2, 4))
    levels = (Level(one, two, mg(40)), Level(two, four, mg(10)))
    drawn = read(draw_steps(Steps("Dose", "creatinine", levels, two)))

    assert ["band", "chosen"] == [each["class"] for each in drawn.all("rect")]


def test_steps_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        Steps("Dose", "creatinine", (), mg(1))

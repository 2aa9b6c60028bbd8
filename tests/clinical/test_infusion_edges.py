"""An infusion at the very figure where something else begins: container, row, slower start."""

from fractions import Fraction

import pytest

from calc.clinical.foscarnet.infusion import (
    Infusion,
    infusion_of,
    most_in_24_h,
    row_below,
    rows_of,
    start_time_of,
)
from calc.clinical.foscarnet.infusion_words import vessels, who_starts_so
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.foscarnet.sodium import Salt, Sodium
from calc.clinical.foscarnet.sodium_words import lines
from calc.model.quantity import Quantity, constant

HSV_40 = REGIMENS["hsv-40-every-8-h"]
HOUR = constant(60, "min")


def per_kg(figure: str) -> Quantity:
    """A dose per kg."""
    return constant(figure, "mg/kg")


def through_a_central_line(mg: int) -> Infusion:
    """The infusion of a dose for 150 kg."""
    dose, weight = constant(mg, "mg"), constant(150, "kg")
    return infusion_of(dose, dose / weight, weight, HSV_40, "central", False)


def left_over(mg: int) -> list[Fraction]:
    """What stays in each container (mL) of a dose for 150 kg through a central line."""
    return [each.value for each in through_a_central_line(mg).left_over]


def test_a_dose_that_empties_its_container_opens_no_other() -> None:
    # 24 mg/mL, 250 mL in each: 6000 mg are all of it, 24 mg more are one mL of the next
    assert [0] == left_over(6000)
    assert [0, 249] == left_over(6024)
    assert [1] == left_over(5976)


def test_the_picture_of_an_infusion_is_called_what_is_drawn_up_and_what_hangs() -> None:
    assert "What is drawn up and what hangs" == vessels(through_a_central_line(6000), "").title


@pytest.mark.parametrize(
    ("figure", "given"),
    [("39.6", {40}), ("39.5", set()), ("40.4", {40}), ("40.5", set())],
)
def test_a_dose_counts_as_its_row_s_up_to_one_per_cent_off(figure: str, given: set[int]) -> None:
    assert given == {row.give for row in rows_of(per_kg(figure), HSV_40)}


@pytest.mark.parametrize(
    ("figure", "told"),
    [("40", None), ("40.029", None), ("40.03", 40), ("40.4", 40), ("39.7", None)],
)
def test_a_dose_above_its_row_is_told_from_what_no_rounding_makes(
    figure: str, told: int | None
) -> None:
    below = row_below(per_kg(figure), HSV_40)

    assert told == (below.value if below else None)


def test_a_start_is_slower_above_60_mg_per_kg_or_when_it_is_the_first() -> None:
    times = {
        (figure, first): start_time_of(HOUR, per_kg(figure), first).value
        for figure in ("60", "60.01", "90")
        for first in (False, True)
    }

    assert {
        ("60", False): 60,
        ("60", True): 120,
        ("60.01", False): 120,
        ("60.01", True): 120,
        ("90", False): 120,
        ("90", True): 120,
    } == times


def test_a_start_is_never_faster_than_the_shortest_time() -> None:
    long = constant(121, "min")

    assert [121, 121] == [
        start_time_of(long, per_kg(figure), first).value
        for figure, first in (("90", False), ("40", True))
    ]


def test_a_dose_that_its_column_does_not_give_is_reckoned_as_often_as_any() -> None:
    # the full dose of the column every 8 hours: three times; 35 mg/kg stand there every 12 and 24
    dose = constant(1000, "mg")

    assert 3000 == most_in_24_h(dose, per_kg("37.5"), HSV_40).value
    assert 2000 == most_in_24_h(dose, per_kg("35"), HSV_40).value


def test_a_day_with_exactly_2000_mg_of_sodium_is_not_called_much() -> None:
    none = Salt(constant(0, "mmol"), constant(0, "mg"))
    said = [
        lines(
            Sodium(none, None, none, Salt(none.amount, constant(mg, "mg")), None, None), "", False
        )
        for mg in (2000, 2001)
    ]

    assert [False, True] == ["WHO" in each[-1].text for each in said]


def test_hospitals_that_start_slowly_above_60_mg_per_kg_do_not_at_60() -> None:
    assert [0, 1] == [len(who_starts_so(per_kg(figure), False)) for figure in ("60", "60.01")]

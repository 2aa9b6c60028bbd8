"""A running dose at the very figure where something else becomes of it."""

from datetime import datetime, time

import pytest

from calc.model.pictures import Trend
from tests.clinical.redose import DAY, asked


def becomes(*creatinines: tuple[int, str], dose: str, interval: str = "12") -> str:
    """What becomes of a running dose (mg) of a man of 70 kg."""
    outcome = asked(*creatinines, running_dose=dose, interval=interval)
    assert outcome.answer
    return outcome.answer.decision


@pytest.mark.parametrize(("days", "expected"), [(4, "rises"), (5, "waits")])
def test_two_creatinines_agree_up_to_the_longest_gap_that_the_label_leaves(
    days: int, expected: str
) -> None:
    """25 mg/kg every 12 hours run, and 35 are for 0.9090..."""
    assert expected == becomes((days, "1.1"), (0, "1.1"), dose="1750")


def test_a_dose_waits_where_the_creatinine_before_allows_as_much_as_runs_and_no_more() -> None:
    """20 mg/kg every 12 hours run: 40 in a day, as 40 every 24 hours for 0.55...; now 0.699..."""
    assert "waits" == becomes((2, "1.8"), (0, "1.43"), dose="1400")


@pytest.mark.parametrize(("mg", "told"), [("2660", False), ("2659", True)])
def test_a_dose_up_to_5_per_cent_from_a_row_stands_in_its_column(mg: str, told: bool) -> None:
    """5% below 40 mg/kg every 8 hours are 38: 2660 mg; the next row of 8 hours has 30."""
    said = {each.id for each in asked((0, "1"), running_dose=mg, interval="8").cautions}

    assert told == ("running-not-in-table" in said)


def test_a_creatinine_without_a_time_is_drawn_at_noon_and_all_in_one_unit() -> None:
    answer = asked((0, "1.1")).answer
    assert answer
    (picture,) = answer.pictures
    assert isinstance(picture, Trend)

    assert [datetime.combine(DAY, time(12))] == [each.at for each in picture.points]
    assert {"mL/min/kg"} == {
        each.unit for each in (*picture.edges, *(point.value for point in picture.points))
    }

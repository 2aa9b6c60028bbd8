"""Kidney injury at a creatinine: its stage, and the rise within 48 hours where there is one."""

from datetime import timedelta

import pytest

from calc.clinical.kidney_injury import Injury, injury_of
from calc.model.quantity import constant
from calc.model.series import Row
from tests.clinical.redose import DAY, asked, injury


def at_the_last(*creatinines: tuple[int, str]) -> Injury | None:
    """The injury at the last of creatinines in mg/dL, each so many days before a day."""
    rows = [
        Row(DAY - timedelta(days=days), None, constant(value, "mg/dL"), line)
        for line, (days, value) in enumerate(creatinines)
    ]
    return injury_of(rows, rows[-1])


@pytest.mark.parametrize("of_yesterday", [(), ((1, "1.5"),), ((1, "1.6"),)])
def test_half_as_much_again_in_a_week_is_injury_without_a_rise_in_two_days(
    of_yesterday: tuple[tuple[int, str], ...],
) -> None:
    found = at_the_last((6, "1"), *of_yesterday, (0, "1.5"))

    assert found is not None
    assert (1, None) == (found.stage, found.rise)


def test_a_rise_in_two_days_is_counted_from_their_lowest() -> None:
    found = at_the_last((6, "0.8"), (2, "1.2"), (1, "1"), (0, "1.6"))

    assert found is not None
    assert found.rise is not None
    assert "0.6 mg/dL" == found.rise.shown()


def test_a_stage_is_worse_than_the_uk_s_figure_alone() -> None:
    """26 umol/L in two days is the UK's figure; 121 is 1.5 times 80, and so stage 1."""
    by_uk, stage_1 = (4, "106"), (2, "121")

    assert "kidney-injury-uk" == injury(asked((6, "80"), by_uk, creatinines_unit="umol/L"))
    assert "1" == injury(asked((6, "80"), by_uk, stage_1, (0, "100"), creatinines_unit="umol/L"))

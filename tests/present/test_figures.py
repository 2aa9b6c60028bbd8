"""A figure that a page states by its name is written as people read it."""

import pytest

from calc.present.figures import figure
from calc.present.markup import NBSP


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("creatinine-1-mg-per-dl", "88.4_µmol/L"),  # a quantity
        ("hsv-40-every-8-h", "40_mg/kg_every_8_hours"),  # a dose with its interval
        ("fluid-first", "750 to 1,000_mL"),  # words
    ],
)
def test_a_figure_does_not_part_from_its_unit(name: str, written: str) -> None:
    assert written.replace("_", NBSP) == figure(name)


def test_a_figure_that_is_none_raises() -> None:
    with pytest.raises(KeyError):
        figure("nobody")

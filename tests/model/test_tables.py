"""A dose table chooses its row on the exact value and reads aloud as the label does."""

import pytest

from calc.model.quantity import constant
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.sources import Source
from calc.model.tables import By, DoseTable, Row
from calc.model.units import UnitError

BOOK = Source("a-book", "A book", "1976")
TABLE = DoseTable(
    "a column",
    BOOK.at("page 1"),
    (
        Row(unit="mg/kg", above=1.0, give=40, every=8),
        Row(unit="mg/kg", at_least=0.4, up_to=1.0, give=35, every=12),
    ),
    Refusal("too-low", "{value} is too low.", "Ask.", (BOOK.at("page 2"),)),
    By("clearance_per_kg", "mL/min/kg", "clearance per kg", "dose per kg", "Dose and interval"),
)


@pytest.mark.parametrize(
    ("clearance", "give"), [("1.0000000000000001", 40), ("1", 35), ("0.4", 35), ("0.9999", 35)]
)
def test_an_edge_belongs_to_the_band_that_names_it(clearance: str, give: int) -> None:
    assert give == TABLE.row_for(constant(clearance, "mL/min/kg")).give


def test_below_the_lowest_band_is_a_refusal_that_shows_the_clearance_alone() -> None:
    with pytest.raises(RefusalRaised) as refused:
        TABLE.row_for(constant("0.3999", "mL/min/kg"))

    assert "too-low" == str(refused.value)
    assert "0.399 mL/min/kg is too low." == refused.value.refusal.text
    assert ["clearance_per_kg"] == [*refused.value.showing]


def test_a_clearance_not_divided_by_weight_is_not_looked_up() -> None:
    with pytest.raises(UnitError):
        TABLE.row_for(constant(60, "mL/min"))


def test_rows_read_aloud() -> None:
    assert ["above 1", "at least 0.4, up to 1"] == [row.band for row in TABLE.rows]


def test_a_dose_is_said_with_its_interval() -> None:
    assert "35 mg/kg every 12 hours" == TABLE.rows[1].dose


def test_a_lookup_explains_itself() -> None:
    dose, interval = TABLE.dose_for(constant("0.8", "mL/min/kg"))

    assert dose.derivation is not None
    assert interval.derivation is not None
    assert dose.derivation == interval.derivation

"""The rows that compute are the label's, as a transcription made apart from them says."""

from fractions import Fraction

from calc.clinical.foscarnet.regimens import REGIMENS
from calc.model.tables import DoseTable
from tests.clinical.evidence import COLUMNS, SAME_STRENGTH, Cells, transcribed
from tests.every import of_every

PLACES = [(regimen, place) for regimen in COLUMNS.values() for place in range(7)]
"""Each row of each column; the last of a column is the one that says "not recommended"."""

MG_PER_KG_A_DAY = {
    "hsv-40-every-12-h": ["80", "60", "40", "35", "25", "20"],
    "hsv-40-every-8-h": ["120", "90", "70", "50", "40", "35"],
    "cmv-60-every-8-h": ["180", "135", "100", "80", "60", "50"],
    "cmv-90-every-12-h": ["180", "140", "100", "80", "60", "50"],
    "cmv-maintenance-90": ["90", "70", "50", "40", "30", "25"],
    "cmv-maintenance-120": ["120", "90", "65", "52.5", "40", "32.5"],
}


def computing(table: DoseTable) -> list[Cells]:
    """The rows that compute, written in the cells of the transcription."""
    rows = [
        Cells(row.low, row.holds(row.low), row.high, row.high is not None, row.give, row.every)
        for row in table.rows
    ]
    return [*rows, Cells(Fraction(0), True, Fraction(table.lowest), False, None, None)]


@of_every(PLACES)
def test_every_row_of_the_transcription_computes(row: tuple[str, int]) -> None:
    regimen, place = row
    expected = transcribed()[regimen][place]._asdict()

    assert expected == computing(REGIMENS[regimen].table)[place]._asdict()


@of_every(COLUMNS.values())
def test_no_row_computes_that_is_not_transcribed(regimen: str) -> None:
    assert [] == [
        row for row in computing(REGIMENS[regimen].table) if row not in transcribed()[regimen]
    ]


def test_the_transcription_is_whole() -> None:
    assert {regimen: 7 for regimen in COLUMNS.values()} == {
        regimen: len(rows) for regimen, rows in transcribed().items()
    }


@of_every(SAME_STRENGTH.items())
def test_a_zoster_regimen_uses_the_column_of_the_same_strength(pair: tuple[str, str]) -> None:
    off_label, label = pair

    assert REGIMENS[label].table is REGIMENS[off_label].table


@of_every(COLUMNS.values())
def test_the_bands_leave_no_gap_and_do_not_overlap(regimen: str) -> None:
    rows = REGIMENS[regimen].table.rows

    assert [row.low for row in rows[:-1]] == [row.high for row in rows[1:]]
    assert rows[0].high is None


@of_every(COLUMNS.values())
def test_the_day_of_each_band_holds_what_it_should(regimen: str) -> None:
    rows = REGIMENS[regimen].table.rows

    assert [Fraction(day) for day in MG_PER_KG_A_DAY[regimen]] == [
        Fraction(row.give * 24, row.every) for row in rows
    ]


@of_every(COLUMNS.values())
def test_a_lower_band_never_holds_more_drug_a_day(regimen: str) -> None:
    days = [Fraction(row.give * 24, row.every) for row in REGIMENS[regimen].table.rows]

    assert sorted(days, reverse=True) == days


def test_the_label_gives_its_own_regimens_and_no_other() -> None:
    by_the_label = {name for name, each in REGIMENS.items() if each.gives == (each.table.cite,)}

    assert {*COLUMNS.values()} == by_the_label


def test_a_single_dose_may_be_larger_in_a_lower_band() -> None:
    """The interval grows there. This is the label; nobody should mend it."""
    doses = [row.give for row in REGIMENS["hsv-40-every-8-h"].table.rows]

    assert [40, 30, 35, 25, 40, 35] == doses

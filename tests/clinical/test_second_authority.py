"""The Swiss tables, typed a second time, and both texts worked out again without `calc`."""

import csv
from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from operator import add
from pathlib import Path

from calc.catalogue import run
from calc.clinical.foscarnet_swiss.label import BESIDE, HSV
from calc.clinical.foscarnet_swiss.reference import FIGURES, SWISS_DOSES
from calc.model.quantity import Quantity
from tests.clinical.evidence import row_for

TABLE = Path(__file__).parent / "swiss_table.csv"
"""The Swiss tables as the change log of 23 May 2023 prints them, apart from the rows of `calc`."""

COLUMNS = {
    "herpes simplex": "hsv-40-every-8-h",
    "CMV in two": "cmv-90-every-12-h",
    "CMV in three": "cmv-60-every-8-h",
    "maintenance from": "cmv-maintenance-90",
    "maintenance up to": "cmv-maintenance-120",
}
Row = dict[str, str]


def typed() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def swiss_row(regimen: str, clearance: Fraction) -> Row:
    """The one typed row that holds a clearance per kg."""
    (found,) = (
        row
        for row in typed()
        if COLUMNS[row["table"]] == regimen
        and (clearance > Fraction(row["low"]) or clearance == Fraction("0.4"))
        and (not row["high"] or clearance <= Fraction(row["high"]))
    )
    return found


def cells(give: int, every: int, low: Fraction, holds_low: bool, high: Fraction | None) -> Row:
    """A row that computes, written as one that is typed."""
    return {
        "low": f"{float(low)}",
        "low_included": "yes" if holds_low else "no",
        "high": "" if high is None else f"{float(high)}",
        "mg_per_kg": str(give),
        "hours": str(every),
    }


def in_hours(row: Row) -> Row:
    """A row as it is typed, without its table; "2 times in 1 day" is every 12 hours."""
    kept = {name: row[name] for name in ("low", "low_included", "high", "mg_per_kg")}
    return kept | {"hours": str(Fraction(24 * int(row["days"]), int(row["times"])))}


def test_the_rows_that_compute_are_those_typed_apart() -> None:
    computing = [
        cells(row.give, row.every, row.low, row.holds(row.low), row.high)
        for table in (HSV, *(each for each in BESIDE.values() if each is not HSV))
        for row in table.rows
    ]
    apart = [in_hours(row) for row in typed()]

    assert 30 == len(apart)
    assert sorted(map(str, apart)) == sorted(map(str, computing))


PRINTED = {
    "herpes simplex": "herpes simplex",
    "CMV in three": "CMV induction",
    "CMV in two": "CMV induction",
    "maintenance from": "CMV maintenance",
    "maintenance up to": "CMV maintenance",
}
"""The typed tables in the order of the printed one, and for what it says that they are."""
OFTEN = {
    ("3", "1"): "3 times a day",
    ("2", "1"): "2 times a day",
    ("1", "1"): "once a day",
    ("1", "2"): "every 2 days",
}


def test_the_table_to_work_by_hand_has_every_row_and_marks_those_of_the_older_text() -> None:
    """Of herpes simplex the last three rows were read in the replaced text alone, up to 0.8."""
    of_old_text = [row for row in typed() if row["table"] == "herpes simplex"][3:]
    heads, columns = [], []
    for table, use in PRINTED.items():
        rows = [row for row in typed() if row["table"] == table]
        doses = [f"{row['mg_per_kg']} mg/kg {OFTEN[row['times'], row['days']]}" for row in rows]
        heads.append(f"{use}, {doses[0]}")
        marks = [" (older text)" if row in of_old_text else "" for row in rows]
        columns.append([*map(add, doses, marks), "no row"])

    assert heads == [*SWISS_DOSES.heads[1:]]
    assert columns == [[*column] for column in zip(*SWISS_DOSES.rows, strict=True)][1:]


def test_the_page_says_up_to_which_clearance_only_the_older_text_was_read() -> None:
    edge = FIGURES["swiss-old-text-edge"]

    assert isinstance(edge, Quantity)
    assert "0.8 mL/min/kg" == edge.shown()


def test_a_lower_band_never_holds_more_drug_a_day() -> None:
    for table in BESIDE.values():
        days = [Fraction(row.give * 24, row.every) for row in table.rows]
        assert sorted(days, reverse=True) == days


def test_both_texts_again_over_a_grid() -> None:
    grid = product(
        *((30, 68, 85), ("male", "female"), ("0.65", "0.72", "1.0", "1.23", "1.8", "2.4")),
        COLUMNS.values(),
    )
    answered = 0
    for age, sex, creatinine, regimen in grid:
        outcome = run("second-authority", asked(age, sex, creatinine, regimen))
        us = Fraction(140 - age) * Fraction("0.85" if sex == "female" else "1")
        us /= 72 * Fraction(creatinine)
        if us < Fraction("0.4"):
            assert "refusal" == outcome.kind
            continue
        answered += 1
        swiss = us / (Fraction("88.4") * Fraction("0.01131"))
        label, row = row_for(regimen, us), swiss_row(regimen, swiss)
        assert label.dose
        assert label.hours
        assert (us, swiss) == value(outcome.values, "clearance_per_kg", "swiss_clearance_per_kg")
        most = max(1, 24 // label.hours)
        a_day = int(row["mg_per_kg"]) * 70 * int(row["times"])
        expected = (Fraction(label.dose * 70 * most), Fraction(a_day))
        assert expected == value(outcome.values, "dose_24_h", "swiss_dose_24_h")

    assert 120 < answered


def asked(age: int, sex: str, creatinine: str, regimen: str) -> dict[str, str]:
    kidneys = {"age": str(age), "sex": sex, "creatinine": creatinine, "creatinine_unit": "mg/dL"}
    return kidneys | {"weight": "70", "dialysis": "no", "regimen": regimen}


def value(values: Mapping[str, Quantity], *names: str) -> tuple[Fraction, ...]:
    return tuple(values[name].value for name in names)

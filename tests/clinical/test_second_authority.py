"""The Swiss tables, typed a second time, and both texts worked out again without `calc`."""

import csv
from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from pathlib import Path

from calc.catalogue import run
from calc.clinical.foscarnet_swiss.label import BESIDE, HSV
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
    """A row that computes, written as it is typed, without its table."""
    times, days = divmod(24, every) if every <= 24 else (1, every // 24)
    return {
        "low": f"{float(low)}",
        "low_included": "yes" if holds_low else "no",
        "high": "" if high is None else f"{float(high)}",
        "mg_per_kg": str(give),
        "times": str(times),
        "days": str(days or 1),
    }


def test_the_rows_that_compute_are_those_typed_apart() -> None:
    computing = [
        cells(row.give, row.every, row.low, row.holds(row.low), row.high)
        for table in (HSV, *(each for each in BESIDE.values() if each is not HSV))
        for row in table.rows
    ]
    apart = [{key: each for key, each in row.items() if key != "table"} for row in typed()]

    assert 30 == len(apart)
    assert sorted(map(str, apart)) == sorted(map(str, computing))


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

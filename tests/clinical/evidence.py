"""The label's dose table as the evidence transcribes it: read and looked up without `calc`."""

import csv
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parent / "foscarnet_table.csv"
"""The label's dose tables as transcribed in the evidence, apart from the rows of `calc`."""

COLUMNS = {
    "HSV_40_q12h": "hsv-40-every-12-h",
    "HSV_40_q8h": "hsv-40-every-8-h",
    "CMV_60_q8h": "cmv-60-every-8-h",
    "CMV_90_q12h": "cmv-90-every-12-h",
    "CMV_90_q24h": "cmv-maintenance-90",
    "CMV_120_q24h": "cmv-maintenance-120",
}
"""The columns of the transcription, and the regimens that use them."""

SAME_STRENGTH = {
    "vzv-40-every-8-h": "hsv-40-every-8-h",
    "vzv-90-every-12-h": "cmv-90-every-12-h",
}
"""The off-label regimens, and the regimens whose column they use."""


class Cells(NamedTuple):
    """One row of one column, cell by cell; `high`, `dose` and `hours` may be empty."""

    low: Fraction
    low_included: bool
    high: Fraction | None
    high_included: bool
    dose: int | None
    hours: int | None

    def holds(self, clearance: Fraction) -> bool:
        """Whether the clearance per kg lies in this row."""
        above = clearance > self.low or (self.low_included and clearance == self.low)
        if self.high is None:
            return above
        return above and (clearance < self.high or (self.high_included and clearance == self.high))


@cache
def transcribed() -> dict[str, list[Cells]]:
    """The rows of each regimen of the label, highest band first, the refusal last."""
    rows: dict[str, list[Cells]] = {regimen: [] for regimen in COLUMNS.values()}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[COLUMNS[row["regimen"]]].append(_cells(row))
    return rows


def row_for(regimen: str, clearance: Fraction) -> Cells:
    """The one row of a regimen's column that holds this clearance per kg."""
    column = transcribed()[SAME_STRENGTH.get(regimen, regimen)]
    (found,) = (row for row in column if row.holds(clearance))
    return found


def _cells(row: dict[str, str]) -> Cells:
    return Cells(
        low=Fraction(row["crcl_low"]),
        low_included=row["crcl_low_inclusive"] == "true",
        high=Fraction(row["crcl_high"]) if row["crcl_high"] else None,
        high_included=row["crcl_high_inclusive"] == "true",
        dose=int(row["dose_mg_per_kg"]) if row["dose_mg_per_kg"] else None,
        hours=int(row["interval_h"]) if row["interval_h"] else None,
    )

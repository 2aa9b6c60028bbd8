"""The columns of the dose tables, read from the transcriptions that were made apart from `calc`."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.proof.second.ratio import tenths

TRANSCRIPTIONS = Path(__file__).parents[2].joinpath("clinical")

REGIMENS = {
    "hsv-40-every-8-h": ("HSV_40_q8h", "herpes simplex", 60),
    "hsv-40-every-12-h": ("HSV_40_q12h", "", 60),
    "vzv-40-every-8-h": ("HSV_40_q8h", "herpes simplex", 60),
    "vzv-90-every-12-h": ("CMV_90_q12h", "CMV in two", 90),
    "cmv-60-every-8-h": ("CMV_60_q8h", "CMV in three", 60),
    "cmv-90-every-12-h": ("CMV_90_q12h", "CMV in two", 90),
    "cmv-maintenance-90": ("CMV_90_q24h", "maintenance from", 120),
    "cmv-maintenance-120": ("CMV_120_q24h", "maintenance up to", 120),
}
"""The US column of each regimen, the Swiss one of the same full dose, if any, and its least time.

US label, Dosage and Administration, in minutes: "a minimum of 1 hour" for 40 and for 60 mg/kg, "1.5
to 2 hours" for 90 mg/kg every 12 hours, "2 hours" for maintenance.
"""


class Band(NamedTuple):
    """One row: its lower edge (tenths of mL/min/kg) and whether that is in it, mg/kg, hours."""

    edge: int
    edge_within: bool
    give: int
    hours: int


Column = tuple[Band, ...]
"""The rows, highest band first; below the last there is no dose."""


@cache
def us() -> dict[str, Column]:
    """The columns of the US label."""
    columns: dict[str, list[Band]] = {}
    for row in read("foscarnet_table.csv"):
        column = columns.setdefault(row["regimen"], [])
        _closes(row["crcl_high"], row["crcl_high_inclusive"] == "true", column)
        if row["dose_mg_per_kg"]:
            column.append(
                Band(
                    tenths(row["crcl_low"]),
                    row["crcl_low_inclusive"] == "true",
                    int(row["dose_mg_per_kg"]),
                    int(row["interval_h"]),
                )
            )
    return {name: tuple(column) for name, column in columns.items()}


@cache
def swiss() -> dict[str, Column]:
    """The columns of the Swiss text, which says how many times in how many days."""
    columns: dict[str, list[Band]] = {}
    for row in read("swiss_table.csv"):
        column = columns.setdefault(row["table"], [])
        _closes(row["high"], True, column)
        hours = 24 * int(row["days"]) // int(row["times"])
        band = Band(tenths(row["low"]), row["low_included"] == "yes", int(row["mg_per_kg"]), hours)
        column.append(band)
    return {name: tuple(column) for name, column in columns.items()}


def us_column(regimen: str) -> Column:
    """The US column of a regimen."""
    return us()[REGIMENS[regimen][0]]


def swiss_column(regimen: str) -> Column | None:
    """The Swiss column of the same full dose; None where the Swiss text has none."""
    name = REGIMENS[regimen][1]
    return swiss()[name] if name else None


def least_minutes(regimen: str) -> int:
    """The shortest time in which a regimen may run."""
    return REGIMENS[regimen][2]


def full_dose(regimen: str) -> int:
    """Its dose for normal kidneys, mg/kg."""
    return us_column(regimen)[0].give


def read(file: str) -> list[dict[str, str]]:
    """The rows of a transcription."""
    with TRANSCRIPTIONS.joinpath(file).open(encoding="utf-8", newline="") as text:
        return [*csv.DictReader(text)]


def _closes(high: str, within: bool, above: list[Band]) -> None:
    """Each row begins where the one above it ends, and exactly one of both holds the edge."""
    if not above:
        assert not high, "the first band is open"
    else:
        assert (tenths(high), within) == (above[-1].edge, not above[-1].edge_within)

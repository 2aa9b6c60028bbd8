"""Intravenous aciclovir: one order for each weight, in two whole numbers for each figure.

A weight is two whole numbers (kg), since an ideal one is no whole number of grams. A clearance for
each 1.73 m2 is held by the body surface in ten-thousandths of m2, the next above the root.
"""

import csv
from functools import cache
from math import isqrt
from typing import NamedTuple

from tests.proof.second import bedside
from tests.proof.second.bedside import KG, Verdict
from tests.proof.second.columns import TRANSCRIPTIONS
from tests.proof.second.ratio import Ratio, Values, round_up

# "10mg/kg every 8 hours", "5mg/kg every 8 hours"; "Maximum concentration = 7 mg/ml", "not greater
# than 5 mg/ml"
FULL = {"vzv": "vzv_mg_per_kg", "hsv": "hsv_mg_per_kg"}
MOST = {"us": 7, "uk": 5}
MINUTES = 60

# Drug (mg), strength (mg/mL) and sodium (tenths of mg) of a vial, and the text that comes with it.
VIALS = {
    "us-500": (500, 50, 490, "us"),
    "us-1000": (1_000, 50, 980, "us"),
    "uk-250": (250, 25, 267, "uk"),
    "uk-500": (500, 25, 534, "uk"),
}
MOLAR = 2_299
"""Hundredths of a mg of sodium in a mmol."""

SHORTEST = 1_524
"""Millimetres: Devine's formula begins at five feet."""
AT_FIVE_FEET = {"male": 500, "female": 455}
"""Tenths of kg; 2.3 kg for each inch above."""
OBESE = 30
MASS_INDEX = (8, 100, 15, 40)
HEIGHT = (1_000, 2_500, 1_400, 2_100)

EACH_WEIGHT = (
    *("interval", "dose", "dose_24_h", "drug_volume", "total_volume", "vials", "highest_rate"),
    "sodium_24_h",
)
"""What is given by each of three weights in obesity."""


class Row(NamedTuple):
    """One row: above which clearance, hours, and twice the dose for each kg by the virus."""

    above: int
    hours: int
    twice: dict[str, int]


class Ask(NamedTuple):
    """A patient with a height (mm), and what is asked of the order."""

    patient: bedside.Patient
    height: int
    dialysis: str
    virus: str
    text: str
    vial: str
    confirmed: bool


@cache
def rows() -> tuple[Row, ...]:
    """The transcribed rows, the highest clearance first; the last is the one of dialysis too."""
    with TRANSCRIPTIONS.joinpath("aciclovir_table.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Row(
                int(each["clearance_above"] or -1),
                int(each["interval_h"]),
                {virus: _twice(each[column]) for virus, column in FULL.items()},
            )
            for each in csv.DictReader(file)
        )


def surface(height: int, kg: Ratio) -> int:
    """Ten-thousandths of m2: the root of height (cm) x weight (kg) / 3600, or the next above."""
    over, under = 100 * height * 1_000 * kg.over, 36 * kg.under
    root = isqrt(over // under)
    return root if root * root * under >= over else root + 1


def order(row: Row, kg: Ratio, virus: str, text: str, vial: str) -> Values:
    """A dose of a row for a weight, how it is made up and run, and its sodium."""
    drug, strength, sodium, came_with = VIALS[vial]
    most = min(MOST[text], MOST[came_with])
    dose = Ratio(row.twice[virus] * kg.over, 2 * kg.under)
    times = 24 // row.hours
    tenths = 10 * dose.over // (dose.under * strength)
    total = round_up(dose.over, dose.under * most)
    mass = Ratio(dose.over * sodium, dose.under * 10 * drug)
    return {
        "dose_per_kg": Ratio(row.twice[virus], 2),
        "interval": Ratio(row.hours),
        "dose": dose,
        "dose_24_h": Ratio(dose.over * times, dose.under),
        "drug_volume": Ratio(tenths, 10),
        "vials": Ratio(round_up(tenths * strength, 10 * drug)),
        "total_volume": Ratio(total),
        "concentration": Ratio(dose.over, dose.under * total),
        "shortest_time": Ratio(MINUTES),
        "highest_rate": Ratio(total),
        "sodium": _mmol(mass),
        "sodium_mass": mass,
        "sodium_24_h": _mmol(Ratio(mass.over * times, mass.under)),
        "sodium_mass_24_h": Ratio(mass.over * times, mass.under),
    }


def clearances(per_kg: Ratio, height: int, kg: Ratio) -> tuple[Ratio, Ratio]:
    """A clearance in mL/min, and for each 1.73 m2."""
    whole = Ratio(per_kg.over * kg.over, per_kg.under * kg.under)
    return whole, Ratio(whole.over * 17_300, whole.under * surface(height, kg))


def verdict(ask: Ask) -> Verdict:
    """What a person is told for an order."""
    patient, height = ask.patient, ask.height
    if wrong := faults(ask):
        return Verdict(wrong)
    actual = Ratio(patient.grams, KG)
    ideal, adjusted = ideal_and_adjusted(patient, height)
    mass_index = Ratio(patient.grams * 1_000, height * height)
    body = {
        "body_surface": Ratio(surface(height, actual), 10_000),
        "body_mass_index": mass_index,
        **({"ideal_weight": ideal} if ideal else {}),
        **({"adjusted_weight": adjusted} if adjusted else {}),
    }
    if mass_index.over < OBESE * mass_index.under:
        return Verdict(values={**body, **_ordered(ask, actual)})
    if not ideal or not adjusted:
        short = "aciclovir-too-short-in-obesity"
        return Verdict(refusal=short, values={"body_mass_index": mass_index})
    by = {"ideal": ideal, "adjusted": adjusted, "actual": actual}
    for name, kg in by.items():
        found = _ordered(ask, kg)
        body |= {f"{value}_by_{name}_weight": found[value] for value in EACH_WEIGHT}
    return Verdict(values=body)


def ideal_and_adjusted(patient: bedside.Patient, height: int) -> tuple[Ratio | None, Ratio | None]:
    """The ideal weight from five feet up, and 40% of what is above it, where something is."""
    if height < SHORTEST:
        return None, None
    ideal = Ratio(254 * AT_FIVE_FEET[patient.sex] + 230 * (height - SHORTEST), 2_540)
    if patient.grams * ideal.under <= ideal.over * KG:
        return ideal, None
    over = 6 * ideal.over * KG + 4 * patient.grams * ideal.under
    return ideal, Ratio(over, 10 * ideal.under * KG)


def faults(ask: Ask) -> frozenset[tuple[str, str]]:
    """What is out of its limits; with a height the weight is held against it."""
    patient, passed = ask.patient, {"", "confirm"} if ask.confirmed else {""}
    tall = bedside.beyond(ask.height, HEIGHT)
    # A height that is itself in doubt vouches for no weight.
    limits = bedside.ANY_WEIGHT if tall in passed else bedside.WEIGHT
    heavy = bedside.beyond(patient.grams, limits)
    codes = {("weight", heavy), ("height", tall)}
    if {heavy, tall} <= passed:
        low, high, usual_low, usual_high = (each * ask.height**2 for each in MASS_INDEX)
        mass = bedside.beyond(patient.grams * 1_000, (low, high, usual_low, usual_high))
        codes.add(("weight", mass))
    codes = {(name, code) for name, code in codes if code not in passed}
    of_kidneys = {each for each in bedside.faults(patient, ask.confirmed) if each[0] != "weight"}
    return frozenset(codes | of_kidneys)


def _ordered(ask: Ask, kg: Ratio) -> Values:
    if ask.dialysis != "none":
        return order(rows()[-1], kg, ask.virus, ask.text, ask.vial)
    per_min, per_173 = clearances(ask.patient.per_kg, ask.height, kg)
    row = row_for(per_173 if ask.text == "us" else per_min)
    return {
        "clearance": per_min,
        "clearance_per_1_73_m2": per_173,
        **order(row, kg, ask.virus, ask.text, ask.vial),
    }


def row_for(clearance: Ratio) -> Row:
    """The row that holds a clearance in the unit of its text; an edge lies in the row below it."""
    return next(row for row in rows() if clearance.over > row.above * clearance.under)


def _mmol(mass: Ratio) -> Ratio:
    """An amount of sodium, rounded up to a tenth."""
    return Ratio(round_up(mass.over * 1_000, mass.under * MOLAR), 10)


def _twice(text: str) -> int:
    whole, _, tenth = text.partition(".")
    return 2 * int(whole) + (1 if tenth == "5" else 0)

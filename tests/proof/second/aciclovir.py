"""Intravenous aciclovir: one order for each weight, in two whole numbers for each figure.

A weight is two whole numbers (kg), since an ideal one is no whole number of grams. A clearance for
each 1.73 m2 is held by the body surface in ten-thousandths of m2, the next above the root.
"""

from functools import cache
from math import isqrt
from typing import NamedTuple

from tests.proof.second import bedside, columns, weights
from tests.proof.second.bedside import KG, Verdict
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

OBESE = 30

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
    return tuple(
        Row(
            int(each["clearance_above"] or -1),
            int(each["interval_h"]),
            {virus: _twice(each[column]) for virus, column in FULL.items()},
        )
        for each in columns.read("aciclovir_table.csv")
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
    ideal, adjusted = weights.ideal_and_adjusted(patient.grams, height, patient.sex)
    mass_index = weights.mass_index(patient.grams, height)
    body = {
        "body_surface": Ratio(surface(height, actual), 10_000),
        **weights.values(patient.grams, height, patient.sex),
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


def faults(ask: Ask) -> frozenset[tuple[str, str]]:
    """What is out of its limits; with a height the weight is held against it."""
    patient, confirmed = ask.patient, ask.confirmed
    of_body = weights.faults(patient.grams, ask.height, confirmed)
    return frozenset(of_body | bedside.faults_but_of_weight(patient, confirmed))


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

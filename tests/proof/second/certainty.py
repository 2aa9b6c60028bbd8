"""What lies in the bands beside a patient's, in printed digits: found by whole steps, no formula.

Printed are hundredths of mg/dL or whole umol/L, whole years, tenths of mL/min and of kg.
"""

from tests.proof.second import columns, kidneys, pages
from tests.proof.second.bedside import Verdict
from tests.proof.second.columns import Column
from tests.proof.second.pages import Ask
from tests.proof.second.ratio import Ratio, Values

OLDEST = 120


def verdict(ask: Ask) -> Verdict:
    """What a person is told of a band."""
    told = pages.dose(ask._replace(height=None))
    if told.kind != "answer":
        return told
    column = columns.us_column(ask.regimen)
    beside = _estimated(ask, column) if ask.measured is None else _measured(ask, column)
    return Verdict(values={**told.values, **beside})


def _place(column: Column, per_kg: Ratio) -> int:
    band = kidneys.band_at(column, per_kg)
    return column.index(band) if band else len(column)


def _estimated(ask: Ask, column: Column) -> Values:
    """The next creatinine of either band beside, and the age at which the lower one begins."""
    patient = ask.patient
    last = kidneys.reaches(kidneys.US[patient.unit], patient.above, column)
    place, scale = _place(column, ask.per_kg), kidneys.LEAST[patient.unit]
    values = {"creatinine_lower_band": Ratio(last[place] + 1, scale)}
    if place:
        values["creatinine_higher_band"] = Ratio(last[place - 1], scale)
    for age in range(patient.age + 1, OLDEST + 1):
        if _place(column, patient._replace(age=age).per_kg) > place:
            values["age_lower_band"] = Ratio(age)
            break
    return values


def _measured(ask: Ask, column: Column) -> Values:
    """The next measured clearance, and the next weight, of either band beside."""
    assert ask.measured is not None
    grams, hundred = ask.patient.grams, 100 * ask.measured
    place = _place(column, ask.per_kg)
    edge, within = column[place][:2]
    # A clearance of so many tenths for each kg is at an edge where 1000 x tenths is edge x grams.
    least = (edge * grams - within) // 1_000
    lightest = hundred // edge + 1 if within else -(-hundred // edge)
    values = {
        "measured_clearance_lower_band": Ratio(least, 10),
        "weight_lower_band": Ratio(lightest, 10),
    }
    if place:
        above = column[place - 1].edge
        values["measured_clearance_higher_band"] = Ratio(above * grams // 1_000 + 1, 10)
        values["weight_higher_band"] = Ratio((hundred - 1) // above, 10)
    return values

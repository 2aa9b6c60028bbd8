"""The gate of cidofovir in `calc` beside the same of the second implementation."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from random import Random

from calc.clinical.cidofovir.bars import WORDS
from calc.clinical.cidofovir.gate import Patient, gate_of
from calc.clinical.cidofovir.order import Earlier, Nephrotoxic, Place, Protein
from calc.model.inputs import YesNoUnknown
from calc.model.outcomes import Outcome
from tests.proof.asking import (
    YES_NO,
    clock_typed,
    creatinine_of,
    day_typed,
    dues,
    kidneys_of,
    patient_typed,
    scaled,
    times,
    weight_of,
)
from tests.proof.second import bedside, kidneys
from tests.proof.second import cidofovir as second
from tests.proof.second.cidofovir import Ask
from tests.proof.second.days import DAY_MINUTES, Day
from tests.proof.steps import Compared, Step, compare_figures, compare_whole, compare_words

PROTEIN = ("negative", "trace", "1+", "2+", "3+")
PLACES = ("first", "second", "later")
EARLIER = {
    "no": Earlier.NEITHER,
    "reduced": Earlier.REDUCED,
    "stopped": Earlier.STOPPED,
    "unknown": Earlier.UNKNOWN,
}
KNOWN = ("no", "yes", "unknown")
DAY = Day(2028, 3, 4).number
"""A day after the leap day of a year."""
STRONG = Ask(
    bedside.Patient(30, "male", kidneys.MG, 90, 80_000),
    height=1_800,
    dialysis=False,
    protein="trace",
    allergy="no",
    drug="none",
    place="first",
    last=DAY - 14,
    earlier="no",
    baseline_unit=kidneys.MG,
    baseline=90,
    day=DAY,
    minute=600,
    confirmed=True,
)
"""A man whom nothing bars."""

RISES = (-10, 0, 29, 30, 31, 39, 40, 41, 45, 49, 50, 51)
"""Hundredths of mg/dL above 0.9."""
DRUG_DAYS: tuple[int | str, ...] = (
    "none",
    "unknown",
    *(DAY - days for days in (-1, 0, 1, 7, 8, 9)),
)
LAST_DAYS = tuple(DAY - days for days in (6, 7, 13, 14))


def gate_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """What bars each dose, all of it, the days that it waits for, and the dose for each kg."""
    for ask in asks:
        given = ask.patient
        kidney = kidneys_of(given)
        drug = isinstance(ask.drug, int)
        patient = Patient(
            kidney.age,
            kidney.sex,
            weight_of(given.grams),
            kidney.creatinine,
            [*Protein][PROTEIN.index(ask.protein)],
            YesNoUnknown(ask.allergy),
            date.fromordinal(ask.drug) if isinstance(ask.drug, int) else None,
            None if drug else Nephrotoxic(ask.drug),
            ask.dialysis,
            Place(ask.place),
            date.fromordinal(ask.last) if ask.later else None,
            EARLIER[ask.earlier] if ask.later else None,
            creatinine_of(ask.baseline_unit, ask.baseline) if ask.later else None,
        )
        gate = gate_of(patient, date.fromordinal(ask.day))
        bars = sorted(WORDS[bar].id for bar in gate.bars)
        free, due = (each and each.toordinal() for each in (gate.free_from, gate.due_from))
        said = f"{bars} free {free} due {due}"
        expected = f"{sorted(second.bars(ask))} free {second.free(ask)} due {second.due(ask)}"
        bar = compare_words(Compared.CIDOFOVIR_GATE, str(ask), said, expected)
        values = second.gate(ask)
        yield (
            bar
            if bar.difference
            else compare_figures(bar.comparison, str(ask), gate.values, values)
        )


def typed_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """The calculator from what is typed to the outcome and its clock."""
    for ask in asks:
        raw = {
            **patient_typed(ask.patient, ask.confirmed),
            "height": scaled(ask.height, 10),
            "on_dialysis": YES_NO[ask.dialysis],
            "urine_protein": ask.protein,
            "probenecid_allergy": ask.allergy,
            "dose_number": ask.place,
            "infusion_day": day_typed(ask.day),
            "infusion_start": clock_typed(ask.minute),
        }
        if isinstance(ask.drug, int):
            raw["last_nephrotoxic_dose"] = day_typed(ask.drug)
        else:
            raw["nephrotoxic_drug"] = ask.drug
        if ask.later:
            raw["last_cidofovir_dose"] = day_typed(ask.last)
            raw["earlier_doses"] = ask.earlier
            raw["baseline_creatinine"] = scaled(ask.baseline, kidneys.LEAST[ask.baseline_unit])
            raw["baseline_creatinine_unit"] = ask.baseline_unit
        yield compare_whole(Compared.CIDOFOVIR, "cidofovir-gate", raw, second.verdict(ask), _says)


def _says(outcome: Outcome) -> dict[str, object]:
    """How many things bar a dose or, where none does, the clock."""
    if outcome.refusal:
        several = re.match(r"(\d+) things bar it\.", outcome.refusal.text)
        return {"bars": int(several[1]) if several else 1}
    return {due.id: times(due) for due in dues(outcome)}


def kidney_asks(age: int, sex: str, unit: str, creatinines: Iterable[int]) -> Iterator[Ask]:
    """Each creatinine of a patient at a later dose, with another weight and baseline each time."""
    other = {kidneys.MG: kidneys.UMOL, kidneys.UMOL: kidneys.MG}
    for creatinine in creatinines:
        grams = 40_000 + (creatinine * 700 + age * 900) % 90_000
        rise = RISES[creatinine % len(RISES)]
        before = creatinine - (rise if unit == kidneys.MG else rise * 884 // 1_000)
        baseline_unit, baseline = unit, max(before, 30)
        if creatinine % 3 == 0:
            mg = second.in_mg(unit, max(before, 30))
            baseline_unit = other[unit]
            baseline = max(mg.over * (884 if unit == kidneys.MG else 1_000) // mg.under // 10, 9)
        yield STRONG._replace(
            patient=bedside.Patient(age, sex, unit, creatinine, grams),
            place="later" if creatinine % 7 else "first",
            baseline_unit=baseline_unit,
            baseline=baseline,
        )


def bar_asks() -> Iterator[Ask]:
    """Every protein, allergy, drug, place, last dose, earlier step, rise and dialysis together."""
    of_all = product(PROTEIN, KNOWN, DRUG_DAYS, (True, False))
    of_later = [*product(PLACES[1:], LAST_DAYS, EARLIER, RISES)]
    for protein, allergy, drug, dialysis in of_all:
        first = STRONG._replace(protein=protein, allergy=allergy, drug=drug, dialysis=dialysis)
        yield first
        for place, last, earlier, rise in of_later:
            risen = first.patient._replace(creatinine=STRONG.baseline + rise)
            yield first._replace(place=place, last=last, earlier=earlier, patient=risen)


def clock_asks() -> Iterator[Ask]:
    """Every minute of a day, on the last day of a year."""
    day = Day(2027, 12, 31).number
    for minute in range(DAY_MINUTES):
        yield STRONG._replace(day=day, minute=minute)


def drawn_ask(chance: Random, patient: bedside.Patient, height: int) -> Ask:
    """A dose for a patient, drawn: mostly one that something bars, or nearly."""
    day = chance.choice(range(Day(2020, 6, 1).number, Day(2099, 6, 1).number))
    rise = chance.choice(RISES)
    before = patient.creatinine - (rise if patient.unit == kidneys.MG else rise * 884 // 1_000)
    likely = chance.choice([before, before, 100])
    usual = patient._replace(unit=kidneys.MG, creatinine=chance.choice(range(50, 151)))
    same = chance.choice([True, True, False])
    near: list[int | str] = [day - chance.choice(range(-2, 63)), day - 8]
    return Ask(
        chance.choice([patient, usual, usual]),
        height,
        chance.choice([True] + 9 * [False]),
        chance.choice([*PROTEIN, *3 * PROTEIN[:3]]),
        chance.choice([*KNOWN, *5 * ["no"]]),
        chance.choice([*3 * ["none"], "unknown", *near]),
        chance.choice(PLACES),
        day - chance.choice([*range(-2, 63), *3 * [7, 14, 15]]),
        chance.choice([*EARLIER, *3 * ["no"]]),
        patient.unit if same else kidneys.UMOL,
        max(likely, 5) if same else chance.choice(range(27, 200)),
        day,
        chance.choice(range(DAY_MINUTES)),
        chance.choice([True, True, True, False]),
    )

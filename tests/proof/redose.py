"""The dose on a new creatinine in `calc` beside the same of the second implementation."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from random import Random

from calc.model.outcomes import Outcome
from tests.proof import electrolytes
from tests.proof.asking import clock_typed, day_typed, decision, patient_typed, scaled, told
from tests.proof.second import bedside, columns, injury, kidneys
from tests.proof.second import redose as second
from tests.proof.second.days import DAY_MINUTES, Day
from tests.proof.second.injury import Reading
from tests.proof.second.redose import Ask
from tests.proof.steps import Compared, Step, compare_whole

CAUTIONS = (
    *("creatinine-rising", "minerals-urgent", "minerals-outside", "urine-low"),
    *("weight-step", "weight-changed"),
)
TODAY = Day(2026, 11, 28).number
INTERVALS = (8, 12, 24, 48)
GRAMS = 70_000
MAN = bedside.Patient(68, "male", kidneys.MG, 100, GRAMS)
"""A man whose clearance per kg is 1 divided by his creatinine."""
CREATININES = (65, 80, 110, 115, 150, 185, 230, 250, 260)
"""One or more in each band and below them, and some so near that they are no rise."""
GROWTH = (75, 85, 92, 97, 100, 100, 104, 110, 111, 125, 150, 200)
"""A creatinine becomes one of so many per cent."""


def typed_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """The calculator from what is typed to the outcome: the decision, its figures, the injury."""
    for ask in asks:
        patient = ask.patient
        raw = patient_typed(patient, confirmed=True)
        del raw["creatinine"], raw["creatinine_unit"]
        raw |= {
            "dialysis": "no",
            "regimen": ask.regimen,
            "running_dose_per_kg" if ask.each_kg else "running_dose": scaled(ask.running, 10),
            "interval": str(ask.interval),
            "creatinines": "\n".join(_row(patient.unit, each) for each in ask.readings),
            "creatinines_unit": patient.unit,
            "next_dose_day": day_typed(ask.day),
        }
        if ask.at_start is not None:
            days = (ask.readings[0].day - 1, ask.readings[-1].day)
            weights = zip(days, (ask.at_start, patient.grams), strict=True)
            raw["weights"] = "\n".join(
                f"{day_typed(day)} {scaled(grams, bedside.KG)}" for day, grams in weights
            )
        if ask.minute is not None:
            raw["next_dose_time"] = clock_typed(ask.minute)
        if ask.days_run is not None:
            raw["days_run"] = str(ask.days_run)
        for name, typed in ask.minerals:
            raw |= electrolytes.value_typed(name, typed)
        if ask.urine is not None:
            raw["urine"] = str(ask.urine)
        yield compare_whole(Compared.REDOSE, "foscarnet-redose", raw, second.verdict(ask), _says)


def _row(unit: str, reading: Reading) -> str:
    at = clock_typed(reading.minute) if reading.minute is not None else ""
    value = scaled(reading.creatinine, kidneys.LEAST[unit])
    return " ".join(filter(None, (day_typed(reading.day), at, value)))


def _says(outcome: Outcome) -> dict[str, object]:
    """The decision, the stage of kidney injury, and which of some cautions there are."""
    if not outcome.answer:
        return {}
    said = {each.id: each.whole for each in outcome.cautions}
    stage = re.search(r"stage (\d) by KDIGO", said.get("kidney-injury", ""))
    by_uk = injury.BY_UK if "kidney-injury-uk" in said else injury.NO_INJURY
    number = int(stage[1]) if stage else by_uk
    return {**decision(outcome), "stage": number, **told(outcome, *CAUTIONS)}


def course_asks() -> Iterator[Ask]:
    """Every row of every regimen as it runs, on each pair of creatinines two days apart."""
    for regimen in columns.REGIMENS:
        for band, before, newest in product(columns.us_column(regimen), CREATININES, CREATININES):
            readings = (Reading(TODAY - 2, None, before), Reading(TODAY, None, newest))
            running = band.give * GRAMS // 100
            yield Ask(MAN, regimen, running, False, band.hours, None, readings, TODAY, None, None)


def drawn_ask(chance: Random, drawn: bedside.Patient) -> Ask:
    """A course for a patient, drawn: a row or nearly one, one to six readings, a dose."""
    patient = drawn._replace(
        age=min(max(drawn.age, 18), 110), grams=min(max(drawn.grams, 40_000), 109_500)
    )
    regimen = chance.choice([*columns.REGIMENS])
    band = chance.choice(columns.us_column(regimen))
    interval = chance.choice([band.hours, band.hours, chance.choice(INTERVALS)])
    each_kg = chance.choice([True, False])
    percent = chance.choice([100, 100, 95, 105, 106, 94, 80, 125])
    at_start = chance.choice(
        [None, patient.grams * chance.choice([90, 91, 94, 96, 97, 105, 111, 113]) // 100]
    )
    of = 1 if each_kg else patient.grams
    running = band.give * percent * of // (10 if each_kg else 10_000)
    readings = _drawn_readings(chance, patient.unit, chance.choice(range(1, 7)))
    day = readings[-1].day + chance.choice([*6 * [0], 1, 1, 2, 3, 4, 5, 15, -1])
    return Ask(
        patient,
        regimen,
        running,
        each_kg,
        interval,
        at_start,
        readings,
        day,
        chance.choice([None, chance.choice(range(DAY_MINUTES))]),
        chance.choice([None, chance.choice(range(1, 60))]),
        tuple((name, electrolytes.drawn_value(chance, name)) for name in _some_minerals(chance)),
        chance.choice([None, chance.choice([210, 211, chance.choice(range(6_001))])]),
    )


def _some_minerals(chance: Random) -> list[str]:
    """The names of those that were measured: none, one or two."""
    names = [name for name in electrolytes.POSSIBLE if name != "total_calcium"]
    return chance.sample(names, chance.choice([0, 1, 2]))


def _drawn_readings(chance: Random, unit: str, many: int) -> tuple[Reading, ...]:
    """Readings in order of time, each not far from the one before; two of one day have times."""
    least, most, rise = (40, 900, 30) if unit == kidneys.MG else (36, 800, 26)
    found: list[Reading] = []
    day, creatinine = TODAY - 20, chance.choice(range(2 * least, most // 3))
    while len(found) < many:
        day += chance.choice([1, 1, 2, 2, 3, 4, 7, 8])
        one = [chance.choice([None, chance.choice(range(DAY_MINUTES))])]
        two: list[int | None] = [*sorted(chance.sample(range(DAY_MINUTES), 2))]
        for minute in chance.choice([one, one, one, two]):
            found.append(Reading(day, minute, creatinine))
            grown = creatinine * chance.choice(GROWTH) // 100
            creatinine = min(max(chance.choice([grown, grown, creatinine + rise]), least), most)
    return tuple(found[:many])

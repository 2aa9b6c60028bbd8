"""The whole grid that a bedside can produce, and a slice of it at both sides of every edge.

The grid is cut into pieces, which are compared beside each other on every core.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched, islice
from multiprocessing import get_context
from random import Random

from tests.proof import aciclovir, later
from tests.proof.edges import (
    AGES,
    CREATININES,
    HEIGHTS,
    MEASURED,
    TYPED,
    WEIGHTS,
    Piece,
    drawn_patient,
)
from tests.proof.foscarnet import Ask, course_steps, kidneys_steps, measured_steps, typed_steps
from tests.proof.second import aciclovir as of_aciclovir
from tests.proof.second import columns, infusion, kidneys
from tests.proof.second.bedside import Patient
from tests.proof.steps import Compared, Difference

TOLD = 5
"""So many differences of a comparison are told in full."""


@dataclass
class Tally:
    """How many were compared of each kind, how many differ, and the first that do."""

    compared: Counter[Compared] = field(default_factory=Counter)
    different: Counter[Compared] = field(default_factory=Counter)
    told: list[Difference] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count another's with these."""
        self.compared.update(other.compared)
        self.different.update(other.different)
        self.told = (self.told + other.told)[:TOLD]


def tally(piece: Piece) -> Tally:
    """One piece compared."""
    compare, given = piece
    counted = Tally()
    for comparison, difference in compare(*given):
        counted.compared[comparison] += 1
        if difference:
            counted.different[comparison] += 1
            if len(counted.told) < TOLD:
                counted.told.append(difference)
    return counted


def together(pieces: Iterable[Piece]) -> Tally:
    """Pieces compared one after the other."""
    counted = Tally()
    for piece in pieces:
        counted.add(tally(piece))
    return counted


def beside_each_other(pieces: Iterable[Piece], cores: int) -> Iterator[Tally]:
    """Pieces compared on so many cores, as they are done."""
    with get_context("spawn").Pool(cores) as pool:
        yield from pool.imap_unordered(tally, pieces)


def whole() -> Iterator[Piece]:
    """All of it."""
    for age in AGES:
        for sex in kidneys.SHARE:
            for unit, creatinines in CREATININES.items():
                yield kidneys_steps, (age, sex, unit, creatinines)
                yield aciclovir.clearance_steps, (age, sex, unit, creatinines, WEIGHTS)
    for clearance in MEASURED:
        yield measured_steps, (clearance, WEIGHTS)
    for regimen, band in rows():
        yield course_steps, (regimen, band, WEIGHTS)
    for asks in batched((*each_input(), *asked(TYPED)), 100):
        yield typed_steps, (asks,)
    for height in HEIGHTS:
        yield aciclovir.surface_steps, (height, WEIGHTS)
    for weights in batched(WEIGHTS, 50):
        yield aciclovir.order_steps, (weights,)
    for orders in batched(ordered(TYPED), 100):
        yield aciclovir.typed_steps, (orders,)
    yield from later.whole()


def sliced() -> Iterator[Piece]:
    """Both sides of every edge at some ages, every row at some weights, and some patients typed."""
    for age in AGES[::17]:
        for sex in kidneys.SHARE:
            for unit in CREATININES:
                yield kidneys_steps, (age, sex, unit, at_edges(age, sex, unit))
    for clearance in (28, 70, 98):
        yield measured_steps, (clearance, [28_000, 50_000, 70_000, 70_500, 175_500])
    for regimen, band in rows():
        yield course_steps, (regimen, band, [20_000, 70_500, 350_000])
    yield typed_steps, ([*asked(150)],)
    yield aciclovir.surface_steps, (1_524, WEIGHTS[::100])
    for unit, creatinines in CREATININES.items():
        yield aciclovir.clearance_steps, (66, "female", unit, creatinines[::50], WEIGHTS)
    yield aciclovir.order_steps, ([20_000, 70_500],)
    yield aciclovir.typed_steps, ([*ordered(150)],)
    yield from later.sliced()


def rows() -> Iterator[tuple[str, columns.Band]]:
    """Every row of every regimen."""
    for regimen in columns.REGIMENS:
        for band in columns.us_column(regimen):
            yield regimen, band


def at_edges(age: int, sex: str, unit: str) -> list[int]:
    """The last creatinine of each band and the first of the next, by both formulas."""
    above, whole = kidneys.above_the_line(age, sex), CREATININES[unit]
    column = columns.us_column("hsv-40-every-8-h")
    last = [
        *kidneys.reaches(kidneys.US[unit], above, column),
        *kidneys.reaches(kidneys.SWISS[unit], above, column),
    ]
    return sorted({each for edge in last for each in (edge, edge + 1)} & {*whole})


def each_input() -> Iterator[Ask]:
    """Every age, creatinine and weight as typed, a step beyond the limits too, for one patient."""
    usual = Patient(66, "female", kidneys.MG, 110, 70_500)
    patients = [usual._replace(age=age) for age in _and_beyond(AGES)]
    patients += [usual._replace(grams=grams) for grams in _and_beyond(WEIGHTS)]
    for unit, creatinines in CREATININES.items():
        beyond = _and_beyond(creatinines)
        patients += [usual._replace(unit=unit, creatinine=creatinine) for creatinine in beyond]
    for patient in patients:
        for confirmed in (True, False):
            way = ("peripheral", True, "saline", "saline", confirmed)
            yield Ask(patient, "hsv-40-every-8-h", *way)


def _and_beyond(whole: range) -> range:
    return range(whole.start - whole.step, whole.stop + whole.step, whole.step)


def asked(patients: int) -> Iterator[Ask]:
    """Patients of the grid and a little beyond it, always the same ones."""
    return islice(_drawn(Random(20)), patients)


def ordered(patients: int) -> Iterator[of_aciclovir.Ask]:
    """Patients for aciclovir, always the same ones: their heights a little beyond the usual too."""
    chance = Random(21)
    for ask in islice(_drawn(chance), patients):
        usual = ask.patient._replace(grams=chance.choice(range(40_000, 130_000, 100)))
        yield of_aciclovir.Ask(
            chance.choice([ask.patient, usual, usual, usual]),
            chance.choice([chance.choice(HEIGHTS), chance.choice(range(1_390, 2_112))]),
            chance.choice(["none", "none", "none", "haemodialysis", "peritoneal"]),
            chance.choice([*of_aciclovir.FULL]),
            chance.choice([*of_aciclovir.MOST]),
            chance.choice([*of_aciclovir.VIALS]),
            chance.choice([True, True, True, False]),
        )


def _drawn(chance: Random) -> Iterator[Ask]:
    while True:
        patient = drawn_patient(chance)
        yield Ask(
            patient,
            chance.choice([*columns.REGIMENS]),
            chance.choice([*infusion.MG_PER_ML]),
            chance.choice([True, False]),
            chance.choice(["saline", "dextrose"]),
            chance.choice(["saline", "dextrose"]),
            chance.choice([True, True, True, False]),
        )

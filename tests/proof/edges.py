"""The edges of the grid that a bedside can produce, and patients drawn within them."""

from collections.abc import Callable, Iterator
from random import Random

from tests.proof.second import kidneys
from tests.proof.second.bedside import Patient
from tests.proof.steps import Step

AGES = range(18, 121)
CREATININES = {kidneys.MG: range(10, 2_501), kidneys.UMOL: range(9, 2_211)}
"""0.1 to 25 mg/dL by 0.01, and 9 to 2,210 umol/L by 1."""
WEIGHTS = range(20_000, 350_001, 500)
"""20 to 350 kg by 0.5, in grams."""
MEASURED = range(3, 501)
"""Measured clearances, mL/min."""
HEIGHTS = range(1_400, 2_101, 10)
"""140 to 210 cm by 1, in millimetres."""
EVERY_TENTH = 10
"""Of the creatinines, where each of ten tables is asked for its row."""
TYPED = 10_000
"""So many cases of a calculator are typed, drawn by a fixed rule."""

type Piece = tuple[Callable[..., Iterator[Step]], tuple[object, ...]]
"""What compares, and what it is given."""


def patients(chance: Random, times: int) -> Iterator[Patient]:
    """So many patients of the grid and a little beyond it."""
    for _ in range(times):
        yield drawn_patient(chance)


def drawn_patient(chance: Random) -> Patient:
    """One of them: most have a creatinine and a weight as patients have."""
    unit = chance.choice([*CREATININES])
    likely = range(30, 400) if unit == kidneys.MG else range(27, 354)
    creatinines = chance.choice([CREATININES[unit], likely, likely, likely])
    weights = chance.choice([WEIGHTS, range(30_000, 110_000, 100)])
    return Patient(
        chance.choice(range(AGES.start - 1, AGES.stop + 1)),
        chance.choice([*kidneys.SHARE]),
        unit,
        chance.choice(creatinines),
        chance.choice(weights),
    )

"""The grids of the later calculators, whole, and a slice of each at its edges.

What cannot be tried in every combination is drawn, always the same: `TYPED` cases of each.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import batched, islice
from random import Random

from tests.proof import (
    cidofovir,
    electrolytes,
    orders,
    pages,
    pathway,
    prevention,
    redose,
    tablets,
    timetable,
)
from tests.proof.edges import (
    AGES,
    CREATININES,
    EVERY_TENTH,
    HEIGHTS,
    MEASURED,
    TYPED,
    WEIGHTS,
    Piece,
    patients,
)
from tests.proof.second import bedside, kidneys
from tests.proof.second import tablets as of_tablets
from tests.proof.second.qtc import Ecg
from tests.proof.steps import Step

ANY_HEIGHT = range(1_000, 2_501, 10)
"""1 to 2.5 m, in millimetres."""
SOME_WEIGHTS = WEIGHTS[::33]
"""Of a measured clearance, and of what is typed beside a height."""
PIECE = 200
"""So many cases of what is typed are one piece."""

type Steps[Ask] = Callable[[Iterable[Ask]], Iterator[Step]]


def whole() -> Iterator[Piece]:
    """All of it."""
    for age in AGES:
        for sex in kidneys.SHARE:
            for unit, creatinines in CREATININES.items():
                asks = [*cidofovir.kidney_asks(age, sex, unit, creatinines)]
                yield cidofovir.gate_steps, (asks,)
                tenths = creatinines[::EVERY_TENTH]
                yield tablets.row_steps, (age, sex, unit, tenths, WEIGHTS)
    yield from _pieces(cidofovir.gate_steps, cidofovir.bar_asks(), 10 * PIECE)
    for clearances in batched(MEASURED, 20):
        yield tablets.measured_steps, (clearances, SOME_WEIGHTS)
    for regimen in of_tablets.tables():
        yield tablets.order_steps, (regimen, range(3, 101))
    for height in ANY_HEIGHT:
        yield pages.body_steps, (height, WEIGHTS)
    for height in HEIGHTS:
        yield pages.weight_steps, (height, SOME_WEIGHTS)
    for doses in batched(pages.PER_KG, 50):
        yield pages.hydration_steps, (doses,)
    for qt in electrolytes.QT:
        yield electrolytes.ecg_steps, (qt,)
    for treatment in pathway.TREATMENTS:
        for days in pathway.days_of(treatment):
            yield pathway.decided_steps, (treatment, days)
    yield from _pieces(cidofovir.typed_steps, cidofovir.clock_asks())
    yield from _pieces(redose.typed_steps, redose.course_asks())
    yield from _pieces(orders.typed_steps, orders.one_item_asks())
    yield from _pieces(timetable.typed_steps, timetable.row_asks())
    yield from _pieces(timetable.typed_steps, timetable.minute_asks())
    yield from _pieces(electrolytes.mineral_steps, electrolytes.value_asks())
    yield from _pieces(prevention.vaccine_steps, prevention.first_dose_asks())
    yield from _pieces(prevention.exposure_steps, prevention.contact_asks())
    yield from typed(TYPED)


def sliced() -> Iterator[Piece]:
    """Each step at some of its edges, and some cases typed."""
    for unit, creatinines in CREATININES.items():
        some = creatinines[:400:11]
        yield cidofovir.gate_steps, ([*cidofovir.kidney_asks(66, "female", unit, some)],)
        yield tablets.row_steps, (66, "female", unit, some, WEIGHTS)
    yield cidofovir.gate_steps, ([*islice(cidofovir.bar_asks(), 0, None, 397)],)
    yield tablets.measured_steps, ([9, 10, 25, 26, 29, 30, 49, 50], SOME_WEIGHTS[:2])
    for regimen in of_tablets.tables():
        yield tablets.order_steps, (regimen, [26])
    yield pages.body_steps, (1_524, SOME_WEIGHTS)
    yield pages.weight_steps, (1_524, SOME_WEIGHTS[::10])
    yield pages.hydration_steps, ([400, 600, 601, 900, 1_200, 1_201],)
    yield electrolytes.ecg_steps, (400,)
    yield pathway.decided_steps, ("tablets", 7, pathway.SIGNS[:1])
    yield cidofovir.typed_steps, ([*islice(cidofovir.clock_asks(), 0, None, 97)],)
    yield redose.typed_steps, ([*islice(redose.course_asks(), 0, None, 149)],)
    yield orders.typed_steps, ([*islice(orders.one_item_asks(), 0, None, 331)],)
    yield timetable.typed_steps, ([*islice(timetable.row_asks(), 0, None, 61)],)
    yield electrolytes.mineral_steps, ([*islice(electrolytes.value_asks(), 0, None, 97)],)
    yield prevention.vaccine_steps, ([*islice(prevention.first_dose_asks(), 0, None, 91)],)
    yield prevention.exposure_steps, ([*islice(prevention.contact_asks(), 0, None, 149)],)
    yield from typed(30)


def typed(times: int) -> Iterator[Piece]:
    """So many cases of each calculator, drawn."""

    def drawn[Ask](
        steps: Steps[Ask], seed: int, draw: Callable[[Random, bedside.Patient], Ask]
    ) -> Iterator[Piece]:
        chance = Random(seed)
        return _pieces(steps, (draw(chance, each) for each in patients(chance, times)))

    def tall(chance: Random) -> int:
        return chance.choice([chance.choice(HEIGHTS), chance.choice(range(1_390, 2_112))])

    yield from drawn(
        cidofovir.typed_steps, 30, lambda chance, of: cidofovir.drawn_ask(chance, of, tall(chance))
    )
    yield from drawn(
        tablets.typed_steps, 31, lambda chance, of: tablets.drawn_ask(chance, of, tall(chance))
    )
    yield from drawn(redose.typed_steps, 32, redose.drawn_ask)
    yield from drawn(orders.typed_steps, 33, orders.drawn_ask)
    yield from drawn(pages.clearance_steps, 34, pages.drawn_clearance)
    yield from drawn(pages.dose_steps, 35, pages.drawn_dose)
    yield from drawn(pages.certainty_steps, 42, pages.drawn_certainty)
    yield from drawn(
        prevention.prophylaxis_steps, 43, lambda chance, _: prevention.drawn_prophylaxis(chance)
    )
    yield from drawn(pages.infusion_steps, 36, lambda chance, _: pages.drawn_infusion(chance))
    yield from drawn(timetable.typed_steps, 37, lambda chance, _: timetable.drawn_ask(chance))
    yield from drawn(electrolytes.qtc_steps, 38, lambda chance, _: _two_ecgs(chance))
    yield from drawn(
        electrolytes.mineral_steps, 39, lambda chance, _: electrolytes.drawn_ask(chance)
    )
    yield from drawn(prevention.vaccine_steps, 40, lambda chance, _: prevention.drawn_ask(chance))
    yield from drawn(pathway.typed_steps, 41, lambda chance, _: pathway.drawn_ask(chance))


def _pieces[Ask](steps: Steps[Ask], asks: Iterable[Ask], size: int = PIECE) -> Iterator[Piece]:
    for some in batched(asks, size):
        yield steps, (some,)


def _two_ecgs(chance: Random) -> tuple[Ecg, Ecg | None]:
    """An ECG of today, and an earlier one at a rate like it, or at any, or none."""
    now, other = (Ecg(chance.choice(range(250, 520)), chance.choice(range(30, 181))) for _ in "12")
    like = Ecg(other.qt, max(now.rate + chance.choice(range(-11, 12)), 30))
    return now, chance.choice([None, other, like, like])

"""An error that is planted in a later calculator is found by what is compared of it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any

import pytest

from tests.proof import (
    cidofovir,
    electrolytes,
    orders,
    pages,
    pathway,
    planted_later,
    prevention,
    redose,
    tablets,
    timetable,
)
from tests.proof.edges import Piece
from tests.proof.grid import together
from tests.proof.second.cidofovir import Ask as CidofovirAsk
from tests.proof.second.days import Day
from tests.proof.second.injury import Reading
from tests.proof.second.minerals import MMOL
from tests.proof.second.minerals import Ask as Minerals
from tests.proof.second.orders import Ask as OrderAsk
from tests.proof.second.orders import Order
from tests.proof.second.pages import Ask as PageAsk
from tests.proof.second.prophylaxis import Ask as Prophylaxis
from tests.proof.second.redose import Ask as RedoseAsk
from tests.proof.second.vaccine import Ask as Vaccine
from tests.proof.steps import Compared

TODAY = redose.TODAY
LAST_OF_DECEMBER = Day(2026, 12, 31).number
SURE = (orders.USUAL, None, True, None, "hsv-40-every-8-h", True)
READINGS = (
    (Reading(TODAY - 1, None, 120), Reading(TODAY, None, 140)),
    (Reading(TODAY - 1, None, 250), Reading(TODAY, 600, 260), Reading(TODAY, 700, 220)),
    (Reading(TODAY - 2, None, 85), Reading(TODAY, None, 115)),
)
"""A creatinine that rises by less than half, a stop of the same day, a rise over two days."""


def gates() -> Iterator[CidofovirAsk]:
    """A man at the limit of the clearance, a week after a drug or less, or with worse kidneys."""
    strong = cidofovir.STRONG
    for grams in (52_000, 55_000, 56_000):
        patient = strong.patient._replace(age=68, creatinine=100, grams=grams)
        yield strong._replace(patient=patient)
    for days in (7, 8):
        yield strong._replace(drug=strong.day - days)
    for creatinine in (119, 120, 130):
        patient = strong.patient._replace(creatinine=creatinine)
        yield strong._replace(patient=patient, place="later")


def courses() -> Iterator[RedoseAsk]:
    """20 mg/kg every 12 hours, and 7% less than the row of 35, on each of the readings."""
    for readings in READINGS:
        for running in (14_000, 22_800):
            yield RedoseAsk(
                *(redose.MAN, "hsv-40-every-8-h", running, False, 12, None, readings),
                *(TODAY, None, None, (), 200),
            )


def orders_near() -> Iterator[OrderAsk]:
    """A dose a little above the label's."""
    ask = OrderAsk(orders.USUAL, 64, "hsv-40-every-8-h", "central", False, Order())
    label = orders.by_label(ask)
    assert label
    for above in (1, 10, 100):
        yield ask._replace(order=Order(dose=label["dose"] + above, hours=label["hours"]))


def calcium() -> Iterator[Minerals]:
    """An ionised calcium that is low, alone and beside a total one that is not."""
    for ionised in (95, 113):
        yield Minerals("between", (), {"ionised_calcium": (ionised, MMOL)}, None, None)
        both = {"ionised_calcium": (ionised, MMOL), "total_calcium": (230, MMOL)}
        yield Minerals("between", (), both, None, None)


def vaccines() -> Iterator[Vaccine]:
    """A first dose on the last of December, and second ones 24 to 28 days after it."""
    first = LAST_OF_DECEMBER
    given = (None, *range(first + 24, first + 29))
    for second in given:
        wished = first + 40 if second is None else None
        after = ("autologous", first + 20)
        yield Vaccine("us", first, second, wished, None, "none", None, None, "none", None)
        yield Vaccine("us", None, None, first + 90, None, *after, None, "none", None)


PIECES: dict[Compared, tuple[Piece, ...]] = {
    Compared.CIDOFOVIR_GATE: ((cidofovir.gate_steps, ([*gates()],)),),
    Compared.CIDOFOVIR: ((cidofovir.typed_steps, ([*islice(cidofovir.clock_asks(), 1)],)),),
    Compared.TABLETS_ROW: (
        (tablets.row_steps, (66, "male", "umol/L", range(80, 500, 9), [70_500])),
    ),
    Compared.TABLETS_ORDER: (
        (tablets.order_steps, (("valaciclovir", "zoster", "us"), [26, 31])),
        (tablets.order_steps, (("aciclovir", "zoster", "europe"), [26, 31])),
    ),
    Compared.REDOSE: ((redose.typed_steps, ([*courses()],)),),
    Compared.ORDER: ((orders.typed_steps, ([*orders_near()],)),),
    Compared.TIMETABLE: ((timetable.typed_steps, ([*islice(timetable.row_asks(), 0, 30, 3)],)),),
    Compared.BODY: ((pages.body_steps, (1_700, [60_000, 90_000])),),
    Compared.QTC: ((electrolytes.ecg_steps, (400,)),),
    Compared.MINERALS: ((electrolytes.mineral_steps, ([*calcium()],)),),
    Compared.VACCINE: ((prevention.vaccine_steps, ([*vaccines()],)),),
    Compared.EXPOSURE: ((prevention.exposure_steps, ([*islice(prevention.contact_asks(), 220)],)),),
    Compared.PROPHYLAXIS: (
        (
            prevention.prophylaxis_steps,
            ([Prophylaxis(("allogeneic",), {"day_of_transplant": TODAY}, None)],),
        ),
    ),
    Compared.CERTAINTY: ((pages.certainty_steps, ([PageAsk(*SURE)],)),),
    Compared.NEXT_STEP: ((pathway.decided_steps, ("aciclovir-iv", 7, pathway.SIGNS[:1])),),
}
"""What is compared to find an error of each kind."""
PLANTED: dict[Compared, tuple[Callable[[], AbstractContextManager[Any]], ...]] = {
    Compared.CIDOFOVIR_GATE: (
        planted_later.another_clearance_that_bars,
        planted_later.six_free_days,
        planted_later.no_step_down,
    ),
    Compared.CIDOFOVIR: (planted_later.tablets_too_early,),
    Compared.TABLETS_ROW: (planted_later.the_higher_row_in_a_gap,),
    Compared.TABLETS_ORDER: (planted_later.rounded_down,),
    Compared.REDOSE: (
        planted_later.a_rise_that_is_not_seen,
        planted_later.another_dose_that_is_the_same,
        planted_later.one_creatinine_after_a_stop,
        planted_later.injury_in_a_day,
        planted_later.less_urine,
    ),
    Compared.ORDER: (planted_later.a_margin_upward,),
    Compared.TIMETABLE: (planted_later.infusions_that_catch_up, planted_later.tests_too_seldom),
    Compared.BODY: (planted_later.another_share,),
    Compared.QTC: (planted_later.digits_the_other_way_round,),
    Compared.MINERALS: (
        planted_later.a_total_calcium_that_reassures,
        planted_later.another_limit,
    ),
    Compared.VACCINE: (
        planted_later.another_month,
        planted_later.a_second_dose_that_counts_too_early,
    ),
    Compared.EXPOSURE: (planted_later.a_day_fewer,),
    Compared.PROPHYLAXIS: (planted_later.a_month_fewer,),
    Compared.CERTAINTY: (planted_later.an_edge_that_is_shared,),
    Compared.NEXT_STEP: (planted_later.failure_a_day_later, planted_later.a_doubt_that_is_a_yes),
}
"""The errors that are planted, by what finds them."""


@pytest.mark.parametrize("finds", PIECES, ids=lambda finds: finds.name)
def test_without_an_error_nothing_differs(finds: Compared) -> None:
    counted = together(PIECES[finds])

    assert [] == counted.told
    assert 0 < counted.compared[finds]


@pytest.mark.parametrize(
    ("finds", "plant"),
    [(finds, plant) for finds, errors in PLANTED.items() for plant in errors],
    ids=lambda each: getattr(each, "__name__", getattr(each, "name", "")),
)
def test_an_error_that_is_planted_is_found(
    finds: Compared, plant: Callable[[], AbstractContextManager[Any]]
) -> None:
    with plant():
        after = together(PIECES[finds])

    assert 0 < after.different[finds]

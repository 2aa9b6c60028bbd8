"""The clock of the day of an infusion of cidofovir in words: a schedule, drawn as a ribbon."""

from collections.abc import Iterator

from calc.clinical.cidofovir.day import Day
from calc.clinical.cidofovir.label import (
    BEFORE,
    DILUENT,
    DOSAGE,
    HYDRATION,
    INFUSION,
    LITRE,
    LITRE_AFTER,
    LITRE_BEFORE,
    PROBENECID,
)
from calc.clinical.cidofovir.order import DAY
from calc.clinical.solutions import SALINE
from calc.model.pictures import Ribbon
from calc.model.quantity import Quantity
from calc.model.results import Due, Schedule

TABLETS, FLUID, DRUG = "Probenecid", "Saline", "Cidofovir"
"""The lanes of the picture."""


def clock(day: Day, dose: Quantity) -> Ribbon:
    """What is due when around an infusion of a dose (mg), from the first tablets on."""
    title = f"The clock of {DAY.words(day.start.date())}"
    due = (*_before(day), *_infusion(day, dose), *_after(day))
    return Ribbon(Schedule(title, due, (PROBENECID, HYDRATION, DOSAGE)), day.tablets_before)


def _before(day: Day) -> Iterator[Due]:
    what = f"probenecid {BEFORE.dose.shown()} by mouth, {BEFORE.apart.shown()} before"
    yield Due("tablets-before", day.tablets_before, what, lane=TABLETS)
    slow, quick = LITRE_BEFORE.high.shown(), LITRE_BEFORE.low.shown()
    yield Due(
        "litre-before",
        day.litre_earliest,
        f"{LITRE.shown()} of {SALINE}, over {slow} or over {quick}",
        until=day.start,
        or_at=day.litre_latest,
        lane=FLUID,
    )


def _infusion(day: Day, dose: Quantity) -> Iterator[Due]:
    what = f"cidofovir {dose.shown()} in {DILUENT.shown()}, at a constant rate over "
    yield Due("infusion", day.start, what + INFUSION.shown(), until=day.end, lane=DRUG)


def _after(day: Day) -> Iterator[Due]:
    another = (
        f"if it is tolerated, another {LITRE.shown()} of {SALINE} over "
        f"{LITRE_AFTER.shown()}, with the infusion or after it"
    )
    yield Due("litre-after", day.start, another, or_at=day.end, lane=FLUID)
    for number, (time, tablets) in enumerate(day.tablets_after, 1):
        what = f"probenecid {tablets.dose.shown()} by mouth, {tablets.apart.shown()} after the end"
        yield Due(f"tablets-after-{number}", time, what, lane=TABLETS)

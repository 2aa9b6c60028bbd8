"""The clock of the day of an infusion: probenecid, saline, cidofovir."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from calc.clinical.cidofovir.label import AFTER, BEFORE, INFUSION, LITRE_BEFORE, Tablets
from calc.model.quantity import Quantity


@dataclass(frozen=True)
class Day:
    """When what is given around an infusion that begins at `start`: all by the clock of its day."""

    tablets_before: datetime
    litre_earliest: datetime
    litre_latest: datetime
    start: datetime
    end: datetime
    tablets_after: tuple[tuple[datetime, Tablets], ...]


def day_of(day: date, start: time) -> Day:
    """The clock of an infusion that starts on a day, at a time."""
    begins = datetime.combine(day, start)
    ends = begins + _hours(INFUSION)
    return Day(
        begins - _hours(BEFORE.apart),
        begins - _hours(LITRE_BEFORE.high),
        begins - _hours(LITRE_BEFORE.low),
        begins,
        ends,
        tuple((ends + _hours(each.apart), each) for each in AFTER),
    )


def _hours(quantity: Quantity) -> timedelta:
    return timedelta(hours=int(quantity.value))

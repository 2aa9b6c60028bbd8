"""When the next dose may be given, and what speaks for another day. Rules alone, no words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from calc.clinical.calendar import DAYS, before, earliest, latest
from calc.clinical.country import Country
from calc.clinical.vaccine.label import (
    AFTER_ALLOGENEIC,
    AFTER_AUTOLOGOUS,
    AFTER_CAR_T,
    AUSTRALIA_AFTER,
    BEFORE_STOPPING,
    GRACE,
    LEAST_APART,
    UK_WINDOWS,
    US_WINDOWS,
    Wait,
    Window,
)
from calc.clinical.vaccine.order import Transplant
from calc.model.inputs import YesNoUnknown

WAITS: Mapping[Transplant, tuple[Wait, ...]] = {
    Transplant.NONE: (),
    Transplant.AUTOLOGOUS: AFTER_AUTOLOGOUS,
    Transplant.ALLOGENEIC: AFTER_ALLOGENEIC,
    Transplant.CAR_T: AFTER_CAR_T,
}
WINDOWS: Mapping[Country, tuple[Window, ...]] = {Country.US: US_WINDOWS, Country.UK: UK_WINDOWS}
LEAST_DAYS = int(LEAST_APART.value) * DAYS[LEAST_APART.unit]
GRACE_DAYS = LEAST_DAYS - int(GRACE.value)


class Verdict(StrEnum):
    """What is to be done, as programs read it."""

    FIRST = "first-dose"
    FIRST_LATER = "first-dose-later"
    SECOND = "second-dose"
    SECOND_LATER = "second-dose-later"
    OVERDUE = "second-dose-overdue"
    REPEAT = "repeat-second-dose"
    DISPUTED = "second-dose-disputed"
    COMPLETE = "complete"


@dataclass(frozen=True)
class Course:
    """What was given, and what stands in the way: days where they are known, None where not.

    `wished` is the day for which the next dose is asked; None where two were given.
    """

    country: Country
    first: date | None
    second: date | None
    wished: date | None
    treatment: date | None
    transplant: Transplant
    transplant_day: date | None
    stops: date | None
    zoster_over: date | None
    live_before: YesNoUnknown

    @property
    def last(self) -> date | None:
        """The day of the last dose."""
        return self.second or self.first

    @property
    def apart(self) -> int | None:
        """Days between both doses."""
        return (self.second - self.first).days if self.first and self.second else None

    @property
    def zoster_since(self) -> date | None:
        """Since when zoster is over, where no dose was given after it."""
        over = self.zoster_over
        return over if over and (self.last is None or self.last < over) else None


@dataclass(frozen=True)
class Waited:
    """A wait after this transplant: the first day, and the last if the source has one."""

    wait: Wait
    since: date
    until: date | None


@dataclass(frozen=True)
class Plan:
    """The verdict, the day of the next dose (None where none is due), and what it waits for.

    `waits` are all of this transplant; the dose waits for one of them where it is `held`.
    """

    verdict: Verdict
    next: date | None
    waits: tuple[Waited, ...]
    held: bool
    course: Course

    @property
    def counted_from(self) -> date | None:
        """The first dose, given or to be given, from which the second one is counted."""
        return self.course.first or self.next

    @property
    def later(self) -> tuple[Waited, ...]:
        """The waits that are not over on the day of the next dose."""
        day = self.next
        return tuple(each for each in self.waits if self.held and day and day < each.since)

    @property
    def given_early(self) -> bool:
        """Whether the first dose was given earlier after the transplant than any source would."""
        first, day = self.course.first, self.course.transplant_day
        return bool(first and day and day <= first < min(each.since for each in self.waits))

    @property
    def before_transplant(self) -> bool:
        """Whether a dose lies before the transplant."""
        dose, day = self.counted_from, self.course.transplant_day
        return bool(dose and day and dose < day)

    @property
    def in_a_window(self) -> bool:
        """Whether the second dose lies in a window that a source gives."""
        first, day = self.course.first, self.next
        assert first
        assert day
        spans = WINDOWS[self.course.country]
        return any(earliest(first, each.low) <= day <= latest(first, each.high) for each in spans)

    @property
    def unprotected(self) -> bool:
        """Whether the first dose comes later before the end of prophylaxis than a source asks."""
        stops, day = self.course.stops, self.next
        first = self.course.first is None
        return bool(first and stops and day and before(stops, BEFORE_STOPPING) < day)

    @property
    def soon_after_zoster(self) -> date | None:
        """From when Australia would give it, where that is later than the day of the next dose."""
        since = self.course.zoster_since
        day = earliest(since, AUSTRALIA_AFTER) if since else None
        return day if day and self.next and self.next < day else None

    @property
    def before_programme(self) -> date | None:
        """From when the UK programme gives the second dose, where it is, or was, given sooner."""
        course, given = self.course, self.course.second or self.next
        if course.country is not Country.UK or not (course.first and given):
            return None
        if self.verdict in (Verdict.REPEAT, Verdict.DISPUTED):
            return None
        _, programme = UK_WINDOWS
        day = earliest(course.first, programme.low)
        return day if given < day else None

    @property
    def fits_before_treatment(self) -> bool | None:
        """Whether all doses that are due fit before the treatment; None where none was named."""
        if not (self.course.treatment and self.next):
            return None
        last = self.next if self.course.first else self.next + timedelta(days=LEAST_DAYS)
        return last < self.course.treatment


def plan_of(course: Course) -> Plan:
    """When the next dose may be given, on the wished day or later.

    Requirement R-VACCINE: A second dose is never planned before it counts.
    """
    if course.apart is not None and course.apart >= LEAST_DAYS:
        return Plan(Verdict.COMPLETE, None, _waited(course), False, course)
    day = max(_not_before(course))
    held = bool(
        course.transplant_day
        and course.transplant_day <= day
        and (course.last is None or course.last < course.transplant_day)
    )
    waits = _waited(course)
    if held:
        day = max(day, min(each.since for each in waits))
    return Plan(_verdict(course, day), day, waits, held, course)


def _not_before(course: Course) -> list[date]:
    """The wished day, and each day before which a dose would be too early, whatever transplant."""
    days = [course.wished, course.zoster_since]
    if course.last:
        days.append(course.last + timedelta(days=LEAST_DAYS))
    return [day for day in days if day]


def _verdict(course: Course, day: date) -> Verdict:
    if course.first is None:
        return Verdict.FIRST if day == course.wished else Verdict.FIRST_LATER
    if course.apart is not None:
        return Verdict.REPEAT if course.apart < GRACE_DAYS else Verdict.DISPUTED
    if day != course.wished:
        return Verdict.SECOND_LATER
    _, usual = WINDOWS[course.country]
    late = latest(course.first, usual.high) < day
    return Verdict.OVERDUE if late else Verdict.SECOND


def _waited(course: Course) -> tuple[Waited, ...]:
    if course.transplant_day is None:
        return ()
    day = course.transplant_day
    return tuple(
        Waited(each, earliest(day, each.after), latest(day, each.until) if each.until else None)
        for each in WAITS[course.transplant]
    )

"""What is to be done on the day of asking, by the days of the sources."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calc.clinical.calendar import earliest
from calc.clinical.country import Country
from calc.model.inputs import YesNoUnknown
from calc.model.quantity import constant

# "as soon as possible after exposure to the varicella-zoster virus and within 10 days", "ideally
# within 96 hours (4 days)"
GLOBULIN_BY = constant(10, "d")
GLOBULIN_IDEALLY_BY = constant(4, "d")
# "antiviral prophylaxis from day 7 after first exposure"; to day 14 by news of the guideline
ANTIVIRAL_FROM = constant(7, "d")
ANTIVIRAL_TO = constant(14, "d")
# "Airborne precautions from 8 days after first exposure until 21 days after last exposure (28 days
# if given VZIG)"
APART_FROM = constant(8, "d")
APART_TO = constant(21, "d")
APART_TO_WITH_GLOBULIN = constant(28, "d")


class Verdict(StrEnum):
    """What is to be done, as programs read it."""

    WATCH = "watch"
    TEST = "test"
    GLOBULIN = "immune-globulin"
    ANTIVIRAL_LATER = "antiviral-later"
    ANTIVIRAL = "antiviral"
    TOO_LATE = "too-late"


@dataclass(frozen=True)
class Exposure:
    """The days of contact, the day of asking, and whether the patient is immune.

    Requirement R-EXPOSURE: While contact goes on it is never too late, and the days are counted
    from the first contact and to the last.
    """

    country: Country
    first: date
    last: date
    today: date
    immunity: YesNoUnknown

    @property
    def last_day(self) -> date:
        """The last day on which a source read gives something: by the first contact, and once that
        is over by the last one."""
        by_first = self.last_day_after(self.first)
        return by_first if self.today <= by_first else self.last_day_after(self.last)

    @property
    def by_the_last(self) -> bool:
        """Whether the days after the first contact are over, and those after the last are not."""
        return self.last_day_after(self.first) < self.today <= self.last_day

    def last_day_after(self, contact: date) -> date:
        """The last day on which a source read gives something after a contact."""
        us = self.country is Country.US
        return earliest(contact, GLOBULIN_BY if us else ANTIVIRAL_TO)

    @property
    def verdict(self) -> Verdict:
        """What is to be done on the day of asking."""
        if self.immunity is YesNoUnknown.YES:
            return Verdict.WATCH
        if self.last_day < self.today:
            return Verdict.TOO_LATE
        if self.immunity is YesNoUnknown.UNKNOWN:
            return Verdict.TEST
        if self.country is Country.US:
            return Verdict.GLOBULIN
        started = earliest(self.first, ANTIVIRAL_FROM) <= self.today
        return Verdict.ANTIVIRAL if started else Verdict.ANTIVIRAL_LATER

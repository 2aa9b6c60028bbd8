"""What the sources come to for one patient: who speaks of the therapies, and the days they name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from calc.clinical.calendar import earliest
from calc.clinical.prophylaxis.ends import ENDS, End, Since
from calc.clinical.prophylaxis.label import (
    ADVICE,
    EUROPE,
    FOR_ALL,
    STEROID_WITH_IMID,
    UK,
    US,
    Advice,
)
from calc.clinical.prophylaxis.order import Place
from calc.clinical.prophylaxis.therapies import Kind, Therapy

FIRST: Mapping[Place, tuple[str, ...]] = {
    Place.US: (US,),
    Place.UK: (UK, EUROPE),
    Place.ELSEWHERE: (),
}
"""Whose words stand first in which country; of the UK those of Europe too, after its own."""
RUNS = {
    Kind.PROTEASOME: Since.PROTEASOME,
    Kind.ANTI_CD38: Since.ANTI_CD38,
    Kind.BISPECIFIC: Since.BISPECIFIC,
}
"""The kinds that are given again and again: without a last dose they run."""
ONCE = {Kind.CAR_T: Since.CAR_T, Kind.ALLOGENEIC: Since.ALLOGENEIC}
"""The kinds that are given on one day, from which an end is counted."""


class Verdict(StrEnum):
    """What the sources come to, as programs read it."""

    NOT_NAMED = "no-source"
    GOES_ON = "goes-on"
    DAY_MISSING = "day-missing"
    DIFFER = "ends-differ"
    ONE = "one-end"
    NO_END = "no-end"
    BEFORE_ZOSTER = "ends-before-zoster"


@dataclass(frozen=True)
class Named:
    """A day, or two, that a source names as the end."""

    end: End
    at: date
    until: date | None

    @property
    def last(self) -> date:
        """The later of its days."""
        return self.until or self.at


@dataclass(frozen=True)
class Plan:
    """The therapies, the days that are known, and what the sources say of them.

    `start` is the first dose of daratumumab.

    Requirement R-PROPHYLAXIS: No day ends prophylaxis before each therapy has come to an end.
    """

    place: Place
    therapies: tuple[Therapy, ...]
    days: Mapping[Since, date]
    start: date | None = None

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds among the therapies."""
        return frozenset(each.kind for each in self.therapies)

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """What is said of these therapies, the country's own words first."""
        ids = {each.id for each in self.therapies}
        found = [each for each in ADVICE if ids.intersection(each.of)]
        if {Kind.IMMUNOMODULATORY, Kind.STEROID} <= self.kinds:
            found.append(STEROID_WITH_IMID)
        first = FIRST[self.place]
        return tuple(sorted(found, key=lambda each: _rank(each, first)))

    @property
    def for_all(self) -> tuple[Advice, ...]:
        """What is said of myeloma whatever the therapy."""
        return FOR_ALL

    @cached_property
    def ends(self) -> tuple[Named, ...]:
        """The ends that can be counted, the earliest first."""
        found = [self._counted(end, self.days[end.since]) for end in self.open_ends]
        return tuple(sorted(found, key=lambda each: (each.at, each.last)))

    @cached_property
    def ends_ahead(self) -> tuple[Named, ...]:
        """The ends that do not begin before the last zoster: no source read ends before one."""
        zoster = self.days.get(Since.ZOSTER, date.min)
        return tuple(each for each in self.ends if each.at >= zoster)

    @property
    def open_ends(self) -> tuple[End, ...]:
        """The times of these therapies whose first day is known."""
        ids = {each.id for each in self.therapies}
        return tuple(end for end in ENDS if ids.intersection(end.of) and end.since in self.days)

    def _counted(self, end: End, since: date) -> Named:
        until = earliest(since, end.until) if end.until else None
        return Named(end, earliest(since, end.after), until)

    @property
    def running(self) -> tuple[Therapy, ...]:
        """The therapies that have no last dose, and may still be given."""
        return tuple(
            each
            for each in self.therapies
            if each.kind in RUNS and RUNS[each.kind] not in self.days
        )

    @property
    def without_day(self) -> tuple[Therapy, ...]:
        """The therapies of one day that have none."""
        return tuple(
            each
            for each in self.therapies
            if each.kind in ONCE and ONCE[each.kind] not in self.days
        )

    @property
    def spoken_of(self) -> tuple[Therapy, ...]:
        """The therapies that some advice speaks of."""
        of = {id for each in self.advice for id in each.of}
        return tuple(each for each in self.therapies if each.id in of)

    @property
    def without_end(self) -> tuple[Therapy, ...]:
        """The therapies that advice speaks of, and for which no source read has an end."""
        timed = {id for each in ENDS for id in each.of}
        return tuple(each for each in self.spoken_of if each.id not in timed)

    @property
    def unspoken(self) -> tuple[Therapy, ...]:
        """The therapies that no source read speaks of by name or kind."""
        return tuple(each for each in self.therapies if each not in self.spoken_of)

    @property
    def verdict(self) -> Verdict:
        """What the sources come to."""
        if not self.advice:
            return Verdict.NOT_NAMED
        if self.running:
            return Verdict.GOES_ON
        if self.without_day:
            return Verdict.DAY_MISSING
        if not self.ends:
            return Verdict.NO_END
        if not self.ends_ahead:
            return Verdict.BEFORE_ZOSTER
        return Verdict.DIFFER if self.soonest < self.latest else Verdict.ONE

    @property
    def studies(self) -> tuple[Named, ...]:
        """Those of the ends ahead that are what a study did: none of them is advice to stop."""
        return tuple(each for each in self.ends_ahead if each.end.study)

    @property
    def only_studies(self) -> bool:
        """Whether no end ahead is advice."""
        return len(self.studies) == len(self.ends_ahead)

    @property
    def studies_decide(self) -> bool:
        """Whether the first day or the last one is what studies alone did."""
        advised = [each for each in self.ends_ahead if not each.end.study]
        days = {day for each in advised for day in (each.at, each.last)}
        return not {self.soonest, self.latest} <= days

    @property
    def timed(self) -> tuple[Therapy, ...]:
        """The therapies of which an end is counted."""
        return tuple(
            each for each in self.therapies if any(each.id in end.end.of for end in self.ends_ahead)
        )

    @property
    def soonest(self) -> date:
        """The day before which no choice among the sources ends: each therapy's end must come.

        Of each therapy it takes the earliest end, and of all therapies the latest of these.
        """
        return max(self._soonest_of(each) for each in self.timed)

    def _soonest_of(self, therapy: Therapy) -> date:
        own = [each for each in self.ends_ahead if therapy.id in each.end.of]
        return min(
            max(other.at for other in own if each.end.id in (other.end.id, other.end.with_))
            for each in own
            if each.end.with_ not in {other.end.id for other in own}
        )

    @property
    def latest(self) -> date:
        """The last day that any source names."""
        return max(each.last for each in self.ends_ahead)


def _rank(advice: Advice, first: tuple[str, ...]) -> int:
    return first.index(advice.country) if advice.country in first else len(first)

"""The days of the zoster vaccine, as running numbers, by the transcribed intervals."""

from functools import cache
from typing import NamedTuple

from tests.proof.second import columns
from tests.proof.second.bedside import Verdict
from tests.proof.second.days import months_later

SHORT_OF = 2
"""Months before prophylaxis is to stop, at which two sources begin."""
WAITS = {
    "autologous": ("after-trial", "after-cdc"),
    "allogeneic": ("after-cdc",),
    "car-t": ("after-guidelines", "after-ash"),
}
"""The waits after each, in the order in which they are transcribed."""

type Span = tuple[int, str]
"""How many days, or months."""


class Ask(NamedTuple):
    """What was given, is wished and stands in the way; days are running numbers, or unknown."""

    country: str
    first: int | None
    second: int | None
    wished: int | None
    treatment: int | None
    transplant: str
    transplant_day: int | None
    stops: int | None
    zoster: str
    zoster_over: int | None

    @property
    def last(self) -> int | None:
        """The last dose."""
        return self.second if self.second is not None else self.first

    @property
    def over_since(self) -> int | None:
        """Since when zoster is over, where no dose was given after it."""
        over = self.zoster_over
        return over if over is not None and (self.last is None or self.last < over) else None


@cache
def rows() -> list[tuple[str, str, Span, Span | None]]:
    """The transcription: of what, for which country, after how long, and until when."""
    return [
        (
            row["what"],
            row["country"],
            (int(row["after"]), row["unit"]),
            (int(row["until"]), row["until_unit"]) if row["until"] else None,
        )
        for row in columns.read("vaccine_table.csv")
    ]


def days_of(what: str) -> int:
    """A figure in days that is the same in both countries."""
    return next(after[0] for name, _, after, _ in rows() if name == what)


def earliest(day: int, span: Span) -> int:
    """The first day so long after another."""
    return day + span[0] if span[1] == "days" else months_later(day, span[0])[0]


def latest(day: int, span: Span) -> int:
    """The last day so long after another."""
    return day + span[0] if span[1] == "days" else months_later(day, span[0])[1]


def waits(ask: Ask) -> dict[str, tuple[int, ...]]:
    """From when a source would begin after the transplant, and until when if it says so."""
    if ask.transplant_day is None:
        return {}
    spans = [(after, until) for what, _, after, until in rows() if what == ask.transplant]
    return {
        name: (
            earliest(ask.transplant_day, after),
            *([latest(ask.transplant_day, until)] if until else []),
        )
        for name, (after, until) in zip(WAITS[ask.transplant], spans, strict=True)
    }


def windows(ask: Ask, start: int) -> dict[str, tuple[int, int]]:
    """The windows of the second dose, counted from the first."""
    return {
        what: (earliest(start, after), latest(start, until))
        for what, country, after, until in rows()
        if country == ask.country and until
    }


class Plan(NamedTuple):
    """The word for what is to be done, the day of the next dose, and whether it was held back."""

    word: str
    day: int | None
    held: bool


def plan(ask: Ask) -> Plan:
    """When the next dose may be given."""
    least, apart = days_of("least"), None
    if ask.first is not None and ask.second is not None:
        apart = ask.second - ask.first
        if apart >= least:
            return Plan("complete", None, False)
    bounds = [ask.wished, ask.over_since, None if ask.last is None else ask.last + least]
    day = max(each for each in bounds if each is not None)
    came = ask.transplant_day
    held = came is not None and came <= day and (ask.last is None or ask.last < came)
    if held:
        day = max(day, min(since for since, *_ in waits(ask).values()))
    if ask.first is None:
        return Plan("first-dose" if day == ask.wished else "first-dose-later", day, held)
    if apart is not None:
        repeat = apart < days_of("disputed")
        return Plan("repeat-second-dose" if repeat else "second-dose-disputed", day, held)
    if day != ask.wished:
        return Plan("second-dose-later", day, held)
    over = max(end for _, end in windows(ask, ask.first).values())
    return Plan("second-dose-overdue" if day > over else "second-dose", day, held)


def verdict(ask: Ask) -> Verdict:
    """What a person is told."""
    for name, day in (("second_dose", ask.second), ("wished", ask.wished)):
        if ask.first is not None and day is not None and day <= ask.first:
            return Verdict(frozenset({(name, "order")}))
    made = plan(ask)
    if made.day is not None and ask.zoster == "not-over":
        return Verdict(refusal="vaccine-zoster-not-over")
    return Verdict(says={"decision": made.word, **_due(ask, made)})


def _due(ask: Ask, made: Plan) -> dict[str, tuple[int, ...]]:
    """Each day that is shown, by its name."""
    found: dict[str, tuple[int, ...]] = {}
    given = (
        *(("first-given", ask.first), ("second-given", ask.second)),
        ("transplant", ask.transplant_day),
    )
    found |= {name: (day,) for name, day in given if day is not None}
    start = ask.first if ask.first is not None else made.day
    if start is not None and ask.second is None:
        found |= {"counts": (start + days_of("least"),), **windows(ask, start)}
    came = ask.transplant_day
    dose_before = came is not None and start is not None and start < came
    if made.held or (made.day is not None and dose_before):
        found |= waits(ask)
    if made.day is None:
        return found
    name = "first-dose" if ask.first is None else "second-dose" if ask.second is None else "repeat"
    found[name] = (made.day,)
    if ask.stops is not None:
        found |= {"prophylaxis": (months_later(ask.stops, -SHORT_OF)[1],), "stops": (ask.stops,)}
    if (since := ask.over_since) is not None:
        found["zoster-over"] = (since,)
        for abroad in ("australia", "canada"):
            span = next(after for what, _, after, _ in rows() if what == abroad)
            found[abroad] = (earliest(since, span),)
    if ask.treatment is not None:
        found["treatment"] = (ask.treatment,)
    return found

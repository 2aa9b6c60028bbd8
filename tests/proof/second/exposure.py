"""After a contact: what is to be done on a day, and each day of it, as running numbers."""

from functools import cache
from typing import NamedTuple

from tests.proof.second import columns
from tests.proof.second.bedside import Verdict

LONG_AGO = 30
"""Days since the first contact, above which a slip of the day is likely."""


class Ask(NamedTuple):
    """Days of contact and of asking; `doubtful` is asked of an antibody, where there is one."""

    country: str
    first: int
    last: int | None
    today: int
    immunity: str
    doubtful: str
    confirmed: bool


@cache
def span(what: str) -> tuple[int, int]:
    """From which day after a contact to which, as transcribed."""
    (found,) = (
        (int(row["from"]), int(row["to"]))
        for row in columns.read("exposure_table.csv")
        if row["what"] == what
    )
    return found


def verdict(ask: Ask) -> Verdict:
    """What a person is told after a contact."""
    if ask.today - ask.first > LONG_AGO and not ask.confirmed:
        return Verdict(frozenset({("first_contact", "confirm")}))
    last = ask.first if ask.last is None else ask.last
    wrong = [
        name
        for name, early, late in (
            ("last_contact", ask.first, last),
            ("day_of_asking", ask.first, ask.today),
            ("last_contact", last, ask.today),
        )
        if late < early
    ]
    if wrong:
        return Verdict(frozenset({(wrong[0], "order")}))
    immune = ask.immunity == "yes" and ask.doubtful == "no"
    unknown = ask.immunity == "unknown" or (ask.immunity == "yes" and not immune)
    begin, end = span(ask.country)
    by_first = ask.first + end
    ends = by_first if ask.today <= by_first else last + end
    due: dict[str, tuple[int, ...]] = {"first-contact": (ask.first,)}
    if last != ask.first:
        due["last-contact"] = (last,)
    if not immune:
        name = "immune-globulin" if ask.country == "us" else "antiviral"
        due[name] = (ask.first + begin, ends)
    apart_from, apart_to = span("apart")
    due["apart"] = (ask.first + apart_from, last + apart_to)
    if ask.country == "us" and not immune:
        due["apart-with-globulin"] = (last + span("apart with globulin")[1],)
    word = _word(ask, immune, unknown, ends)
    return Verdict(says={"decision": word, **due})


def _word(ask: Ask, immune: bool, unknown: bool, ends: int) -> str:
    if immune:
        return "watch"
    if ask.today > ends:
        return "too-late"
    if unknown:
        return "test"
    if ask.country == "us":
        return "immune-globulin"
    return "antiviral" if ask.today >= ask.first + span("uk")[0] else "antiviral-later"

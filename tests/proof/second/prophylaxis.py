"""The days until which sources would give prophylaxis, as running numbers, and the word for them.

A therapy is one of those of which some source names an end, or another; each of the first runs
until its last dose is known, or has its one day.
"""

from functools import cache
from typing import NamedTuple

from tests.proof.second import columns
from tests.proof.second.bedside import Verdict
from tests.proof.second.days import months_later

KINDS = {
    "proteasome_last": ("bortezomib", "carfilzomib", "ixazomib"),
    "anti_cd38_last": ("daratumumab", "isatuximab"),
    "bispecific_last": ("teclistamab", "elranatamab", "linvoseltamab", "talquetamab"),
    "car_t_day": ("cilta-cel", "ide-cel"),
    "day_of_transplant": ("allogeneic", "autologous"),
}
"""The therapies of which each day is."""
OTHERS = ("lenalidomide", "dexamethasone", "elotuzumab")
REPEATED = ("proteasome_last", "anti_cd38_last", "bispecific_last")
SHOWN = {
    **{"proteasome_last": "proteasome-last", "anti_cd38_last": "anti-cd38-last"},
    **{"bispecific_last": "bispecific-last", "car_t_day": "car-t"},
    **{"day_of_transplant": "transplant", "zoster_healed": "zoster-healed"},
}
ONE_WEEK = 7
LATER_OF_BOTH = {"car-t-table-zoster": "car-t-table"}
"""A time of which, with another of its source, the later one counts."""


class Ask(NamedTuple):
    """The therapies, and the days that are known by their names; `start` is of daratumumab."""

    therapies: tuple[str, ...]
    days: dict[str, int]
    start: int | None


class Row(NamedTuple):
    """A transcribed end: of which therapies, counted from which day, and to when."""

    name: str
    of: tuple[str, ...]
    since: str
    after: int
    until: int | None
    months: bool

    def ends(self, day: int) -> tuple[int, ...]:
        """The day on which it ends, or both of its days, never too early."""
        spans = [self.after, *([self.until] if self.until else [])]
        return tuple(months_later(day, span)[0] if self.months else day + span for span in spans)


@cache
def rows() -> tuple[Row, ...]:
    """The transcription."""
    return tuple(
        Row(
            row["what"],
            tuple(row["therapies"].split()),
            row["from"],
            int(row["after"]),
            int(row["until"]) if row["until"] else None,
            row["unit"] == "months",
        )
        for row in columns.read("prophylaxis_table.csv")
    )


def known(ask: Ask) -> dict[str, int]:
    """The days that count: that of a transplant only of an allogeneic one."""
    without = set() if "allogeneic" in ask.therapies else {"day_of_transplant"}
    return {name: day for name, day in ask.days.items() if name not in without}


def ends(ask: Ask) -> dict[str, tuple[int, ...]]:
    """The end of each source that speaks of a therapy whose day is known."""
    days = known(ask)
    return {
        row.name: row.ends(days[row.since])
        for row in rows()
        if row.since in days and {*row.of} & {*ask.therapies}
    }


def verdict(ask: Ask) -> Verdict:
    """What a person is told."""
    wrong = {
        (name, "unasked")
        for name, of in KINDS.items()
        if name in ask.days and not {*of} & {*ask.therapies}
    }
    if ask.start is not None and "daratumumab" not in ask.therapies:
        wrong.add(("daratumumab_start", "unasked"))
    last = ask.days.get("anti_cd38_last")
    if ask.start is not None and last is not None and last < ask.start:
        wrong.add(("anti_cd38_last", "order"))
    if wrong:
        return Verdict(frozenset(wrong))
    due: dict[str, tuple[int, ...]] = {SHOWN[name]: (day,) for name, day in known(ask).items()}
    if ask.start is not None:
        due |= {"daratumumab-start": (ask.start,), "begin-by": (ask.start + ONE_WEEK,)}
    return Verdict(says={"decision": _word(ask), **due, **ends(ask)})


def _word(ask: Ask) -> str:
    """What the sources come to, of therapies of which one at least has an end in a source."""
    days = known(ask)
    for name, of in KINDS.items():
        if name in REPEATED and name not in days and {*of} & {*ask.therapies}:
            return "goes-on"
    once = {"car_t_day": KINDS["car_t_day"], "day_of_transplant": ("allogeneic",)}
    if any(name not in days and {*of} & {*ask.therapies} for name, of in once.items()):
        return "day-missing"
    zoster = days.get("zoster_healed", 0)
    ahead = {name: each for name, each in ends(ask).items() if each[0] >= zoster}
    if not ahead:
        return "ends-before-zoster"
    soonest = []
    for therapy in ask.therapies:
        own = {row.name for row in rows() if row.name in ahead and therapy in row.of}
        alone = [name for name in own if LATER_OF_BOTH.get(name) not in own]
        both = {after: name for name, after in LATER_OF_BOTH.items() if name in own}
        if alone:
            soonest.append(
                min(max(ahead[name][0], ahead.get(both.get(name, ""), (0,))[0]) for name in alone)
            )
    latest = max(each[-1] for each in ahead.values())
    return "ends-differ" if max(soonest) < latest else "one-end"

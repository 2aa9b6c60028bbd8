"""`::: faults seen` and `::: faults held`: what each trial of `make faults` showed, and where."""

import tomllib
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from overrides.markdown.register import DOCS, Stash, day

STORED = DOCS / "evidence" / "faults.toml"
"""What `make faults` stored."""
BROWSERS = ("Chromium", "Firefox")
HELD = {
    "asked": "A patient was typed and an answer was asked for",
    "answer": "The answer was the one that plain Python gives",
    "no-number": "In place of an answer stood why there is none, and no dose, volume, rate or time",
    "ten-seconds": "Nothing came for ten seconds, and the reader was told",
    "tables": "The formulas and tables to work by hand could be opened and read",
}
"""What a trial can look at, by the name that it stores; what it looks at must hold."""


def seen(stash: Stash) -> Iterator[str]:
    """The lines of the table: a row for each fault, with the browsers that showed the same.

    A trial that is older than the newest says of which day it is.
    """
    trials = stored()
    newest = max(row["on"] for row in trials)
    yield from ("| What fails | What the reader sees | Tried in |", "| --- | --- | --- |")
    for (what, words), alike in groupby(trials, lambda row: (row["what"], row["seen"])):
        browsers = ", ".join(_where(row, newest) for row in alike)
        yield f"| {what} | {words} | {browsers} |"
    yield ""
    older = "; those of another day say it" if any(row["on"] != newest for row in trials) else ""
    slowest, longest = (max(row.get(name, 0) for row in trials) for name in ("seconds", "waited"))
    yield (
        f"{len(trials)} trials, on {day(newest)}{older}. Where no file stalls and no answer is "
        f"waited for, the reader was told within {slowest} seconds of opening the page; where ten "
        f"seconds are waited, within {longest} of opening it or of asking, in Firefox."
    )


def held(stash: Stash) -> Iterator[str]:
    """The lines of the table: in how many trials of each browser each thing was looked at."""
    yield f"| What was looked at, and held | {' | '.join(BROWSERS)} |"
    yield f"| --- |{' --- |' * len(BROWSERS)}"
    trials = {name: [row for row in stored() if row["browser"] == name] for name in BROWSERS}
    for name, words in HELD.items():
        counts = (sum(name in row["held"] for row in trials[each]) for each in BROWSERS)
        yield f"| {words} | {' | '.join(map(str, counts))} |"
    yield f"| **All trials** | {' | '.join(f'**{len(trials[each])}**' for each in BROWSERS)} |"


PARTS: dict[str, Callable[[Stash], Iterator[str]]] = {"seen": seen, "held": held}


def stored() -> list[dict[str, Any]]:
    """Every trial, each with its browser and its day."""
    found: list[dict[str, Any]] = tomllib.loads(STORED.read_text(encoding="utf-8"))["fault"]
    return found


def _where(row: dict[str, Any], newest: str) -> str:
    return row["browser"] if row["on"] == newest else f"{row['browser']}, {day(row['on'])}"

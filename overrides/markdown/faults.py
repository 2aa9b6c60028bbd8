"""`::: faults`: what the reader saw of each fault, as `make faults` stored it."""

import tomllib
from collections.abc import Iterator
from itertools import groupby

from overrides.markdown.register import DOCS, Store, day

SEEN = DOCS / "evidence" / "faults.toml"
"""What `make faults` stored."""


def seen(store: Store) -> Iterator[str]:
    """The lines of the table: a row for each fault, with the browsers that it was tried in."""
    stored = tomllib.loads(SEEN.read_text(encoding="utf-8"))
    yield from ("| What fails | What the reader sees | Tried in |", "| --- | --- | --- |")
    for what, rows in groupby(stored["fault"], lambda row: row["what"]):
        told = list(rows)
        browsers = ", ".join(row["browser"] for row in told)
        yield f"| {what} | {told[0]['seen']} | {browsers} |"
    yield ""
    yield f"{len(stored['fault'])} trials, on {day(stored['on'].isoformat())}."

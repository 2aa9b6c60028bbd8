"""`::: batch`: how many plans a batch answers in a second, way by way."""

import tomllib
from collections.abc import Iterator

from overrides.markdown.register import DOCS, Stash

MEASURED = DOCS / "evidence" / "batch.toml"
"""What `make batch` stored."""

WAYS = {
    "json": "JSON lines",
    "json_jobs": "JSON lines, `--jobs`",
    "csv": "A table",
    "csv_jobs": "A table, `--jobs`",
}
"""The ways to compute many, by the name under which they are stored."""


def measured(stash: Stash) -> Iterator[str]:
    """The lines of the table."""
    run = tomllib.loads(MEASURED.read_text(encoding="utf-8"))
    yield (
        f"| Plans of foscarnet | In a second, with {run['processors']} processors | "
        "In a second of one processor | Beside JSON lines |"
    )
    yield "| --- | --- | --- | --- |"
    for name, words in WAYS.items():
        clock, processor = (run[measure][name] for measure in ("clock", "processor"))
        yield f"| {words} | {clock:,} | {processor:,} | {run['ratio'][name]} |"

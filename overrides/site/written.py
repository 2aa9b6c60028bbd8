"""A module of `calc` that is made from data: kept as made, or found stale."""

import sys
from pathlib import Path


def keep_or_fail(written: Path, fresh: str, stale: str) -> None:
    """With --write, the module is what it should be, and its file untouched where it is already.

    Without, it exits with the line that says it is stale, where it is.
    """
    old = written.read_text(encoding="utf-8") if written.exists() else ""
    if fresh == old:
        return
    if "--write" not in sys.argv:
        sys.exit(stale)
    written.write_text(fresh, encoding="utf-8")

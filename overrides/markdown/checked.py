"""`::: checked-citations`: statements of the clinical pages beside the passages that they cite."""

import tomllib
from collections.abc import Iterator
from typing import Any

from overrides.markdown.register import DOCS, Store

CHECKED = DOCS / "evidence" / "checked-citations.toml"


def checks() -> list[dict[str, Any]]:
    """Each check: `page`, `heading`, `statement`, `verdict`, `mended`, and a `passage` by key."""
    checked: list[dict[str, Any]] = tomllib.loads(CHECKED.read_text(encoding="utf-8"))["check"]
    return checked


def checked_citations(store: Store) -> Iterator[str]:
    """The lines: each statement with its page, what each source says, and the verdict."""
    for check in checks():
        page = f"[{check['heading']}](/{check['page']})"
        yield from (f"1.  {page}: {check['statement']}", "")
        for passage in check["passage"]:
            yield from (f"    - “{passage['words']}”[@{passage['key']}]", "")
        mended = f" {check['mended']}" if "mended" in check else ""
        yield from (f"    **{check['verdict']}.**{mended}", "")

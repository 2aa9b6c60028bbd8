"""`::: checked-citations`: statements of the clinical pages beside the passages that they cite."""

import tomllib
from collections.abc import Iterator
from typing import Any

from markdown.extensions.toc import slugify

from calc.present.markup import tag
from overrides.markdown.register import DOCS, Store

CHECKED = DOCS / "evidence" / "checked-citations.toml"


def checks() -> list[dict[str, Any]]:
    """Each check: `page`, `heading`, `statement`, `verdict`, the words `before` it was mended where
    it was, and a `passage` for each source, with its `key` and `words`, or how it was `read`.
    """
    checked: list[dict[str, Any]] = tomllib.loads(CHECKED.read_text(encoding="utf-8"))["check"]
    return checked


def checked_citations(store: Store) -> Iterator[str]:
    """The lines: each statement with its page, what each source says, and the verdict."""
    for check in checks():
        place = f"/{check['page']}#{slugify(check['heading'], '-')}"
        yield from (f"1.  **{check['statement']}** [{check['heading']}]({place})", "")
        for passage in check["passage"]:
            words = quoted(passage["words"], store) if passage["words"] else passage["read"]
            yield from (f"    - {words}[@{passage['key']}]", "")
        before = f" Before: {quoted(check['before'], store)}" if "before" in check else ""
        yield from (f"    *{check['verdict']}.*{before}", "")


def quoted(words: str, store: Store) -> str:
    """Words that are not this page's own, put aside so that nothing in them is changed."""
    return store(tag("q", words))

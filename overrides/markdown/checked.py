"""`::: checked-citations`: statements of the clinical pages beside the passages that they cite."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from markdown.extensions.toc import slugify

from calc.present.markup import tag
from overrides.markdown.page import title_of
from overrides.markdown.register import DOCS, Stash

IN_WORDS = {
    "Holds": "hold",
    "Holds, as mended": "hold as mended",
    "Holds, with its source added": "hold with a source added",
    "Could not be read again": "could not be read again",
}
CHECKED = DOCS / "evidence" / "checked-citations.toml"


def checks() -> list[dict[str, Any]]:
    """Each check: `page`, `heading` with its `id` where it has one of its own, `statement`,
    `verdict`, the words `before` it was mended where it was, and a `passage` for each source, with
    its `key` and `words`, or how it was `read`.
    """
    checked: list[dict[str, Any]] = tomllib.loads(CHECKED.read_text(encoding="utf-8"))["check"]
    return checked


def checked_citations(stash: Stash) -> Iterator[str]:
    """The lines: in all and page by page the count of each verdict, then each statement with its
    place, what each source says, and the verdict.
    """
    yield from (f"In all {counted(checks())}.[@site-rule]", "")
    for page, of_page in groupby(checks(), lambda check: str(check["page"])):
        checked = list(of_page)
        yield from (f"### {title_of(DOCS / page)}", "", f"{counted(checked)}.[@site-rule]", "")
        yield from _listed(checked, stash)


def counted(checked: list[dict[str, Any]]) -> str:
    """How many statements got each verdict: "20 statements: 15 hold, 5 hold, as mended"."""
    verdicts = Counter(check["verdict"] for check in checked)
    words = ", ".join(f"{count} {IN_WORDS[verdict]}" for verdict, count in verdicts.items())
    return f"{len(checked)} statements: {words}"


def _listed(checked: list[dict[str, Any]], stash: Stash) -> Iterator[str]:
    for check in checked:
        place = f"/{check['page']}#{check.get('id') or slugify(check['heading'], '-')}"
        yield from (f"1.  **{check['statement']}** [{check['heading']}]({place})", "")
        for passage in check["passage"]:
            words = quoted(passage["words"], stash) if passage["words"] else passage["read"]
            yield from (f"    - {words}[@{passage['key']}]", "")
        before = f" Before: {quoted(check['before'], stash)}" if "before" in check else ""
        yield from (f"    *{check['verdict']}.*{before}", "")


def quoted(words: str, stash: Stash) -> str:
    """Words that are not this page's own, put aside so that nothing in them is changed."""
    return stash(tag("q", words))

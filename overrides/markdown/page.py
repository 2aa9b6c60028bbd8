"""Which page is being read: links start from it, and a fault names it and its line."""

import re
from difflib import get_close_matches
from pathlib import Path

from markdown import Markdown

ROOT = Path(__file__).parents[2]


class Fault(ValueError):
    """What stops a build, as one line: the file, the line, what is wrong, and what to change."""


def page_of(md: Markdown) -> str | None:
    """The path below docs/ of the page that a site builder is reading; None outside of one.

    MkDocs and ProperDocs tell it to their own step for links, Zensical to one that holds nothing
    else.
    """
    if "relpath" in md.treeprocessors:
        return str(md.treeprocessors["relpath"].file.src_uri)  # type: ignore[attr-defined]
    if "rendering_context" in md.preprocessors:
        return str(md.preprocessors["rendering_context"].page.path)  # type: ignore[attr-defined]
    return None


def fault(page: str | None, words: str, advice: str) -> Fault:
    """The fault that the words are on a page, with what to change."""
    place = f"{_place(page, words)}: " if page else ""
    return Fault(f"{place}{words} {advice}")


def nearest(name: str, names: list[str]) -> str:
    """What may have been meant, in brackets, or all there is to choose from."""
    near = get_close_matches(name, names, n=1)
    return f"(nearest: {near[0]})" if near else f"(there are {len(names)})"


def _place(page: str, words: str) -> str:
    """FILE:LINE of the words: on the page, or else in what a page is drawn from."""
    whole = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")
    docs = ROOT / "docs"
    for file in (docs / page, *sorted(docs.rglob("*.toml")), ROOT / "CHANGELOG.md"):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if whole.search(line):
                return f"{file.relative_to(ROOT).as_posix()}:{number}"
    return f"docs/{page}"

"""Which page is being read: links start from it, and a fault names it and its line."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from markdown import Markdown

ROOT = Path(__file__).parents[2]
TITLE = re.compile(r'^title: ("?)(.*)\1$', re.MULTILINE)
"""In quotes where it holds a colon."""
FEW = 20
"""Names that one line may list."""


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


def title_of(file: Path) -> str:
    """The title of a page, as it says itself, or else what its file is called."""
    found = TITLE.search(file.read_text(encoding="utf-8"))
    return found[2] if found else file.stem


def fault(page: str | None, words: str, advice: str) -> Fault:
    """The fault that these words are on a page, with what to change."""
    line = words.partition("\n")[0]
    return Fault(f"{_place(page, line)}{line} {advice}")


def nearest(name: str, names: Iterable[str]) -> str:
    """What may have been meant: the name most like it, or else all, where a line holds them."""
    known = sorted(names)
    if len(known) == 1:
        return known[0]
    if near := get_close_matches(name, known, n=1):
        return f"perhaps {near[0]}"
    return f"one of {', '.join(known)}" if len(known) <= FEW else "one that is there"


def _place(page: str | None, words: str) -> str:
    """FILE:LINE of the words, on the page or else in what pages are drawn from."""
    whole = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")
    docs = ROOT / "docs"
    drawn_from = [*sorted(docs.rglob("*.toml")), ROOT / "CHANGELOG.md"]
    for file in [docs / page, *drawn_from] if page else drawn_from:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            comment = file.suffix == ".toml" and line.startswith("#")
            if whole.search(line) and not comment:
                return f"{file.relative_to(ROOT).as_posix()}:{number}: "
    return f"docs/{page}: " if page else ""

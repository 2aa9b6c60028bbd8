"""The statements of a page: each bullet, row, definition and sentence, with its sources."""

import re
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from overrides.markdown.blocks import words
from overrides.markdown.citations import Place, citations
from overrides.markdown.figures import filled
from overrides.markdown.register import DOCS
from overrides.pages import pages

CLINICAL = (
    "pathway.md",
    "giving-foscarnet.md",
    "why-antivirals-fail.md",
    "prevention.md",
    "pitfalls.md",
    "giving-aciclovir.md",
    "redosing-foscarnet.md",
    "electrolytes-on-foscarnet.md",
    "drugs-together.md",
    "giving-cidofovir.md",
    "evidence/not-endorsed.md",
    "cards/emergency.md",
    "cards/resistance-test.md",
    "cards/patient-leaflet.md",
    *pages(),
)
"""The pages that people act on: those to read, the cards, and every calculator's."""
OWN = "site-rule"
WHEN_DRAWN: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("headings_when_drawn.toml").read_text(encoding="utf-8")
)
"""For each page: what its renamed headings were called when statements were drawn."""
DRAWN = 20
"""How many cited statements of each page are drawn; all, where it has fewer."""

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
CITATION = re.compile(r"\[@[^\[\]]*\]")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?")
HERE = re.compile(r"\]\(([^):]+)\)")
BULLET = re.compile(r"^\s*(?:[-*]|\d+\.) +")
DEFINITION = re.compile(r"^: {3}")
START = re.compile(r"^(?:\s*(?:[-*]|\d+\.) +|: {3}|#+ )")
RULE = re.compile(r"^\|[ :|-]+\|$")


class Statement(NamedTuple):
    """One thing that a page says, in plain words, the places that it cites, and the pages of this
    site that it links to."""

    page: str
    heading: str
    kind: str
    text: str
    places: tuple[Place, ...]
    links: tuple[str, ...]


def statements(page: str, source: str) -> Iterator[Statement]:
    """Every statement of a page's Markdown, in its order."""
    heading = ""
    for kind, text in _parts(FRONT_MATTER.sub("", source)):
        if kind == "heading":
            heading = plain(text)
        else:
            links = tuple(found[1] for found in HERE.finditer(text))
            yield Statement(page, heading, kind, plain(text), tuple(citations(text)), links)


def clinical() -> list[Statement]:
    """Every statement of the clinical pages."""
    sources = ((page, (DOCS / page).read_text(encoding="utf-8")) for page in CLINICAL)
    return [each for page, source in sources for each in statements(page, source)]


def drawn() -> list[Statement]:
    """Twenty cited statements of each page, by the hash of where they stand and what they cite.

    A change of their words, or of the heading above them, does not change which are drawn.
    Statements that are the site's own are left out.
    """
    seen: dict[str, int] = {}

    def rank(each: Statement) -> str:
        first = next(place for place in each.places if place.key != OWN)
        heading = WHEN_DRAWN.get(each.page, {}).get(each.heading, each.heading)
        where = f"{DRAWN} {each.page} {heading} {first}"
        seen[where] = seen.get(where, 0) + 1
        return sha256(f"{where} {seen[where]}".encode()).hexdigest()

    cited = [each for each in clinical() if {place.key for place in each.places} - {OWN}]
    ranked = sorted(cited, key=rank)
    return [each for page in CLINICAL for each in [s for s in ranked if s.page == page][:DRAWN]]


def plain(text: str) -> str:
    """Markdown as plain words on one line: figures filled in, no links, marks or citations."""
    words = LINK.sub(r"\1", CITATION.sub("", filled(text)))
    return " ".join(
        re.sub(r"\*\*|<br>|\{[^}]*\}", "", words).replace("\N{NO-BREAK SPACE}", " ").split()
    )


def _parts(source: str) -> Iterator[tuple[str, str]]:
    """Each statement as Markdown, with its kind; a continued line belongs to what it continues."""
    lines = source.split("\n")
    part: tuple[str, str] | None = None
    for number, line in enumerate(lines):
        kind = _kind(line, lines[number + 1] if number + 1 < len(lines) else "")
        if kind == "more" and part:
            part = (part[0], f"{part[1]} {line.strip()}")
            continue
        if part:
            yield part
        part = (kind, _words(kind, line)) if kind else None
    if part:
        yield part


def _words(kind: str, line: str) -> str:
    """A line without what marks its kind; the cells of a row stand side by side."""
    if kind == "row":
        return "; ".join(cell.strip() for cell in line.strip("| ").split("|"))
    return START.sub("", line).strip()


def _kind(line: str, following: str) -> str:
    if line.startswith("#"):
        return "heading"
    if line.startswith("|"):
        return "" if RULE.match(line) or RULE.match(following) else "row"
    if DEFINITION.match(line):
        return "definition"
    if BULLET.match(line):
        return "bullet"
    if not line.strip() or line.startswith(("!!!", "--8<--", "<")) or words(line):
        return ""
    if DEFINITION.match(following):
        return ""
    return "more" if line.startswith("  ") else "sentence"

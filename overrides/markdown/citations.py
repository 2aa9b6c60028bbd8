"""Citations: `[@key]`, `[@key, locator]` or `[@one; @two, locator]` in any Markdown page.

Each place in a source becomes a numbered note, which the stock footnotes extension draws. A key
that the register does not hold, or a citation that cannot be read, stops the build.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from overrides.markdown import order
from overrides.markdown.page import fault, nearest, page_of
from overrides.markdown.register import BIBLIOGRAPHY, READ, REGISTER, References, load_references

CODE_OR_CITATION = re.compile(r"(?P<code>(?P<ticks>`+).+?(?P=ticks))|\[(?P<cites>@[^\[\]]*)\]")
NEITHER = re.compile(r"\[[@^][^\]\n]*\]?")
PART = re.compile(r"\s*@(?P<key>[\w-]+)(?:,\s*(?P<locator>\S.*?))?\s*", re.DOTALL)
NO_CITATION = "is no citation: write [@key, place]"


class Unreadable(ValueError):
    """What stands where a source and a place should."""


class Place(NamedTuple):
    """What a note stands for: a source and, where one is given, a place in it."""

    key: str
    locator: str


class CitationNotes(Preprocessor):
    """Turns citations into footnote marks, in the order of the page, and appends the notes."""

    def __init__(self, md: Markdown, sources: References) -> None:
        super().__init__(md)
        self.sources = sources

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines with marks for citations, followed by the notes."""
        notes: dict[Place, int] = {}

        def marks(found: re.Match[str]) -> str:
            if found["code"]:
                return found["code"]
            places = [self._known(place) for place in self._cited(found["cites"])]
            return "".join(f"[^{notes.setdefault(place, len(notes) + 1)}]" for place in places)

        page = CODE_OR_CITATION.sub(marks, self._checked("\n".join(lines)))
        first = {place.key: number for place, number in reversed(notes.items())}
        words = (self._note(*entry, first[entry[0].key]) for entry in notes.items())
        return [*page.split("\n"), "", *words] if notes else lines

    def _checked(self, page: str) -> str:
        """The page, unless it holds a mark that would be printed as it stands."""
        left = NEITHER.search(CODE_OR_CITATION.sub("", page))
        if left:
            raise fault(page_of(self.md), left[0], NO_CITATION)
        return page

    def _cited(self, cites: str) -> list[Place]:
        try:
            return [*cited(cites)]
        except Unreadable as error:
            raise fault(page_of(self.md), str(error), NO_CITATION) from error

    def _known(self, place: Place) -> Place:
        if place.key not in self.sources:
            advice = f"names no source of docs/{REGISTER.name}: add it there, or write"
            near = nearest(place.key, self.sources)
            raise fault(page_of(self.md), f"@{place.key}", f"{advice} {near}")
        return place

    def _note(self, place: Place, number: int, first: int) -> str:
        source = self.sources[place.key]
        where = f" **{place.locator}.**" if place.locator else ""
        if number != first:
            again = f"{source.short} ({READ[source.read]}), as in [note {first}](#fn:{first})."
            return f"[^{number}]: {again}{where}"
        record = self.md.htmlStash.store(f"<span>{source.html}</span>")
        link = f"[Where else it is cited]({BIBLIOGRAPHY}#{source.key})"
        return f"[^{number}]: {record}{where} {source.status} {link}."


class FoldedNotes(Treeprocessor):
    """Folds the notes under how many they are; the search leaves them out.

    Whoever follows a citation finds them open: the theme opens what holds the place that an
    address names, also before paper, and so does a new browser that runs no script.
    """

    def run(self, root: Element) -> None:
        """Put the notes, where a page has any, into a fold at their place."""
        for place, notes in enumerate(root):
            if notes.get("class") == "footnote":
                fold = Element("details", {"class": "references", "data-search-exclude": ""})
                SubElement(fold, "summary").text = f"References ({len(notes.findall('ol/li'))})"
                fold.append(notes)
                root[place] = fold


def cited(text: str) -> Iterator[Place]:
    """The places that the inside of one citation names. Raises Unreadable."""
    for part in text.split(";"):
        found = PART.fullmatch(part)
        if not found:
            raise Unreadable(part.strip())
        yield Place(found["key"], " ".join((found["locator"] or "").split()))


def citations(page: str) -> list[Place]:
    """Every place that a page cites, in its order, once for each time."""
    found = (match["cites"] for match in CODE_OR_CITATION.finditer(page))
    return [place for cites in found if cites for place in cited(cites)]


class CitationExtension(Extension):
    """Registers the notes and the footnotes that draw them; `register` is the CSL-JSON file."""

    def __init__(self, **settings: Any) -> None:
        self.config = {"register": [str(REGISTER), "path of the CSL-JSON register of sources"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:
        """Citations are read after fenced code was put aside and blocks were written."""
        words = {"SUPERSCRIPT_TEXT": "[{}]", "BACKLINK_TITLE": "Back to note {} in the text"}
        FootnoteExtension(**words).extendMarkdown(md)
        notes = CitationNotes(md, load_references(Path(self.getConfig("register"))))
        md.preprocessors.register(notes, "citations", order.CITATIONS)
        md.treeprocessors.register(FoldedNotes(md), "folded", order.FOLDED)


makeExtension = CitationExtension

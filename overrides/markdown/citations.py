"""Citations: `[@key]`, `[@key, locator]` or `[@one; @two, locator]` in any Markdown page.

Each becomes a bracketed number that links to a list of sources at the foot of the page. A key that
the register does not hold, or a citation that cannot be read, stops the build.
"""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

REGISTER = Path(__file__).parents[2] / "docs" / "references.json"
CITATION = r"\[(@[^\[\]]*)\]"
PART = re.compile(r"\s*@([\w-]+)(?:,\s*(\S.*?))?\s*")
MARK = "citation"
VOLUME = ((";", "volume"), (":", "page"))
READ = {"reprint": "read in a reprint", "second hand": "known second hand", "not read": "not read"}

type Record = dict[str, Any]
type Places = dict[str, list[int]]  # locator -> which citations of the source give it


class CitationMark(InlineProcessor):
    """Leaves an unnumbered mark: inline text is not read in the order of the page."""

    def handleMatch(  # type: ignore[override]  # a narrower result than Python-Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        return etree.Element(MARK, cites=m[1]), m.start(0), m.end(0)


class NumberedSources(Treeprocessor):
    """Numbers the marks in the order of the page and appends the list of their sources."""

    def __init__(self, md: Markdown, register: Path) -> None:
        super().__init__(md)
        records: list[Record] = json.loads(register.read_text(encoding="utf-8"))
        self.records = {str(record["id"]): record for record in records}

    def run(self, root: etree.Element) -> None:
        """Changes the tree in place; a page without citations stays as it is."""
        cited: dict[str, Places] = {}
        for mark in list(root.iter(MARK)):
            parts = mark.attrib["cites"].split(";")
            mark.tag, mark.attrib = "sup", {"class": MARK}
            mark.extend([self._link(part, cited) for part in parts])
        if cited:
            etree.SubElement(root, "h2").text = "Sources"
            sources = etree.SubElement(root, "ol", {"class": "sources"})
            for number, (key, places) in enumerate(cited.items(), 1):
                sources.append(listed(self.records[key], number, places))

    def _link(self, part: str, cited: dict[str, Places]) -> etree.Element:
        """The link of one citation, which it notes in `cited`."""
        found = PART.fullmatch(part)
        if not found or found[1] not in self.records:
            raise ValueError(f"[{part.strip()}] names no source; write [@key, locator]")
        key, locator = found[1], found[2] or ""
        places = cited.setdefault(key, {})
        number = list(cited).index(key) + 1
        count = sum(map(len, places.values())) + 1
        places.setdefault(locator, []).append(count)
        words = f"{number}: {self.records[key]['title']}" + (f", {locator}" if locator else "")
        link = etree.Element("a", id=f"cite-{number}-{count}", href=f"#source-{key}", title=words)
        link.set("aria-label", words)
        link.text = f"[{number}]"
        return link


def listed(record: Record, number: int, places: Places) -> etree.Element:
    """The list item of a source: its record, and the way back to each citation, by locator."""
    item = etree.Element("li", id=f"source-{record['id']}")
    etree.SubElement(item, "p").text = described(record)
    back = etree.SubElement(item, "p", {"class": "source-places"})
    for locator, counts in places.items():
        group = etree.SubElement(back, "span")
        group.text = f"{locator}: " if locator else ""
        for count in counts:
            words = f"{count}: back to this citation of source {number}"
            link = {"href": f"#cite-{number}-{count}", "aria-label": words}
            etree.SubElement(group, "a", link).text = str(count)
    return item


def described(record: Record) -> str:
    """A source in plain words: who, what, where, when, its numbers, its kind, how it was read."""
    people = (one.get("literal") or "{family} {given}".format_map(one) for one in record["author"])
    year = str(record["issued"]["date-parts"][0][0]) if "issued" in record else ""
    volume = "".join(f"{mark}{record[name]}" for mark, name in VOLUME if name in record)
    where = f"{record.get('container-title', '')} {year}{volume}".strip()
    numbers = [f"{name} {record[name]}" for name in ("DOI", "PMID") if name in record]
    custom = record["custom"]
    read = READ.get(custom["read"], f"read {custom['read']}")
    kind = f"{custom['kind']}, {read}, checked {custom['checked']}"
    parts = [", ".join(people), record["title"], record.get("publisher"), where, *numbers]
    parts += [record.get("note"), kind[:1].upper() + kind[1:]]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


class CitationExtension(Extension):
    """Registers the two steps; `register` is the CSL-JSON file that holds the sources."""

    def __init__(self, **settings: Any) -> None:
        self.config = {"register": [str(REGISTER), "path of the CSL-JSON register of sources"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:
        """Reads marks after code spans (190) and before links (170); numbers them after that."""
        md.inlinePatterns.register(CitationMark(CITATION, md), MARK, 175)
        sources = NumberedSources(md, Path(self.getConfig("register")))
        md.treeprocessors.register(sources, "numbered-sources", 15)


makeExtension = CitationExtension

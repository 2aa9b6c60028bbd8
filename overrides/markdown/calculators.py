"""Markdown blocks drawn from `calc`: `::: calculator NAME`, `::: dose-table REGIMEN` and the like.

An unknown block or name stops the build, so that no page is published without it.
"""

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from calc.catalogue import CATALOGUE
from calc.pages import LISTS, TABLES
from calc.present.form import render_form
from calc.present.table import draw_list, draw_tables
from overrides.markdown.examples import examples
from overrides.markdown.measured import measured
from overrides.markdown.page import fault, nearest, page_of
from overrides.markdown.written import BLOCKS

ANYWHERE = re.compile(r"^ {0,3}:::", re.MULTILINE)
LINE = re.compile(r"^:::[ ]+(?P<kind>[a-z-]+)(?:[ ]+(?P<name>\S+))?[ ]*$")

OF_THE_SITE: dict[str, Callable[[str], str]] = {"examples": examples, "measured": measured}
"""What is drawn from other things than the calculators' own tables and lists."""


class CalculatorBlocks(BlockProcessor):
    """Draws each `:::` line; the second use of a calculator on a page gets ids of its own."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self.md = md
        self.used: dict[str, int] = {}

    def test(self, parent: Element, block: str) -> bool:
        """Whether a block holds a `:::` line."""
        return ANYWHERE.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put what the line names in place of the line, between what stands before and after."""
        block = blocks.pop(0)
        found = ANYWHERE.search(block)
        start = found.start() if found else 0
        line, _, rest = block[start:].lstrip().partition("\n")
        if block[:start].strip():
            self.parser.parseBlocks(parent, [block[:start]])
        if rest.strip():
            blocks.insert(0, rest)
        place = SubElement(parent, "p")
        place.text = self.md.htmlStash.store(self.drawn(line.rstrip()))

    def drawn(self, line: str) -> str:
        """The HTML for a `:::` line. Raises Fault if it names nothing that `calc` can draw."""
        found = LINE.match(line)
        kind, name = (found["kind"], found["name"] or "") if found else ("", "")
        page = page_of(self.md)
        if kind == "calculator":
            if name not in CATALOGUE:
                raise fault(page, line, f"names no calculator: write {nearest(name, CATALOGUE)}")
            return render_form(CATALOGUE[name], self.prefix(name))
        named = f"{kind} {name}".rstrip()
        if named in TABLES:
            return draw_tables(TABLES[named]) or ""
        if named in LISTS:
            return draw_list(LISTS[named])
        kinds = {each.partition(" ")[0] for each in (*TABLES, *LISTS)}
        if kind not in OF_THE_SITE and kind not in kinds:
            known = ("calculator", *kinds, *OF_THE_SITE)
            known += tuple(block.removeprefix("::: ") for block in BLOCKS)
            raise fault(page, line, f"names no block: write {nearest(kind, known)}")
        try:
            return OF_THE_SITE[kind](name)
        except KeyError as error:
            raise fault(page, line, f"cannot be drawn: another name must follow {kind}") from error

    def prefix(self, name: str) -> str:
        """The start of a calculator's ids: its name, numbered from its second use on a page."""
        self.used[name] = self.used.get(name, 0) + 1
        return name if self.used[name] == 1 else f"{name}-{self.used[name]}"


class Calculators(Extension):
    """Registers the blocks, and forgets a page's calculators when the next page begins."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the blocks before every processor that could take a `:::` line."""
        self.blocks = CalculatorBlocks(md)
        md.parser.blockprocessors.register(self.blocks, "calculators", 115)
        md.registerExtension(self)

    def reset(self) -> None:
        """Begin a page."""
        self.blocks.used.clear()


def makeExtension(**options: Any) -> Calculators:
    """The name Python-Markdown asks for."""
    return Calculators(**options)

"""`::: KIND` or `::: KIND NAME`, alone on its line, is a block: this is the register of them all.

A line that names none of them stops the build, so that no page is published without it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from calc.catalogue import CATALOGUE
from calc.pages import FORMULAS, ON_PAPER, TABLES
from calc.present.form import render_form
from calc.present.table import draw_formulas, draw_tables
from overrides.markdown import batch, order
from overrides.markdown.bedside import counted
from overrides.markdown.bibliography import bibliography
from overrides.markdown.calculators import calculators
from overrides.markdown.checked import checked_citations
from overrides.markdown.components import DRAWN, component
from overrides.markdown.examples import FILES, examples
from overrides.markdown.faults import PARTS as FAULTS
from overrides.markdown.measured import PARTS, measured
from overrides.markdown.mutants import PARTS as MUTANTS
from overrides.markdown.on_paper import on_paper
from overrides.markdown.page import Fault, fault, nearest, page_of
from overrides.markdown.pathway import pathway
from overrides.markdown.proved import PARTS as PROVED
from overrides.markdown.refusals import refusals_and_cautions
from overrides.markdown.register import Stash
from overrides.markdown.safety import PARTS as SAFETY
from overrides.markdown.second_hand import second_hand
from overrides.markdown.verified import PARTS as VERIFIED

LINE = re.compile(r"^( {0,3}:::.*)$", re.MULTILINE)
WORDS = re.compile(r"::: +(?P<kind>[a-z-]+)(?: +(?P<name>\S+))?")


class Words(NamedTuple):
    """What a `:::` line says: the kind of its block, and the name where one follows."""

    kind: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}".rstrip()


class Html(NamedTuple):
    """A block that is HTML. `draw` is given what the ids in it begin with."""

    draw: Callable[[str], str | None]


class Written(NamedTuple):
    """A block that is Markdown: its links, figures and citations are read as the page's own."""

    write: Callable[[Stash], Iterable[str]]


def words(line: str) -> Words | None:
    """What a line says, with any spaces between its words; None if it is no `:::` line."""
    if not LINE.match(line):
        return None
    found = WORDS.fullmatch(line.strip())
    return Words(found["kind"], found["name"] or "") if found else Words("", "")


def written(lines: Iterable[str], stash: Stash, blocks: Mapping[str, Html | Written]) -> list[str]:
    """The lines of a page, with those of each block that is Markdown in the block's place."""
    page: list[str] = []
    for line in lines:
        said = words(line)
        block = blocks.get(str(said)) if said else None
        page += ["", *block.write(stash), ""] if isinstance(block, Written) else [line]
    return page


def read_through(page: str) -> str:
    """A page with what its blocks write, to find what they cite: HTML that they hold is left out.

    The bibliography, which asks for it, is not among them.
    """
    return "\n".join(written(page.split("\n"), lambda html: "", MARKDOWN))


def _html(draw: Callable[[Any], str | None], what: object) -> Html:
    """A block without ids."""
    return Html(lambda ids: draw(what))


MARKDOWN: dict[str, Written] = {
    "batch": Written(batch.measured),
    "bedside": Written(counted),
    "calculators": Written(lambda stash: calculators()),
    "calculators embed": Written(lambda stash: calculators(embed=True)),
    "checked-citations": Written(checked_citations),
    **{f"mutants {part}": Written(write) for part, write in MUTANTS.items()},
    **{f"faults {part}": Written(write) for part, write in FAULTS.items()},
    "pathway": Written(pathway),
    **{f"proved {part}": Written(write) for part, write in PROVED.items()},
    "refusals-and-cautions": Written(refusals_and_cautions),
    **{f"safety {part}": Written(write) for part, write in SAFETY.items()},
    "second-hand": Written(second_hand),
    **{f"verified {part}": Written(write) for part, write in VERIFIED.items()},
}
BLOCKS: dict[str, Html | Written] = {
    **{f"calculator {each.name}": Html(partial(render_form, each)) for each in CATALOGUE.values()},
    **{name: _html(draw_tables, tables) for name, tables in TABLES.items()},
    **{name: _html(draw_formulas, each) for name, each in FORMULAS.items()},
    **{f"examples {file}": _html(examples, file) for file in FILES},
    **{f"on-paper {name}": _html(on_paper, forms) for name, forms in ON_PAPER.items()},
    **{f"measured {part}": _html(measured, part) for part in PARTS},
    **{f"component {name}": _html(component, name) for name in DRAWN},
    **MARKDOWN,
    "bibliography": Written(partial(bibliography, read_through)),
}


class WrittenBlocks(Preprocessor):
    """Puts the Markdown of blocks in their places, before the page is read."""

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines with each such block replaced; other lines stay as they are."""
        return written(lines, self.md.htmlStash.store, BLOCKS)


class DrawnBlocks(BlockProcessor):
    """Draws each other `:::` line; the second use of a block on a page gets ids of its own."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self.md = md
        self.used: Counter[Words] = Counter()

    def test(self, parent: Element, block: str) -> bool:
        """Whether some text holds a `:::` line."""
        return LINE.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put what the line names in place of the line, between what stands before and after."""
        before, line, after = LINE.split(blocks.pop(0), maxsplit=1)
        if before.strip():
            self.parser.parseBlocks(parent, [before])
        if after.strip():
            blocks.insert(0, after.removeprefix("\n"))
        place = SubElement(parent, "p")
        place.text = self.md.htmlStash.store(self.drawn(line))

    def drawn(self, line: str) -> str:
        """The HTML for a `:::` line. Raises Fault if it names nothing that can be drawn there."""
        said = words(line) or Words("", "")
        block = BLOCKS.get(str(said))
        if not isinstance(block, Html):
            raise self._fault(line.strip(), said)
        self.used[said] += 1
        times = self.used[said]
        return block.draw(said.name if times == 1 else f"{said.name}-{times}") or ""

    def _fault(self, line: str, said: Words) -> Fault:
        page = page_of(self.md)
        if str(said) in BLOCKS:
            return fault(page, line, "stands inside something: begin its line at the margin")
        known = [Words(*name.partition(" ")[::2]) for name in BLOCKS]
        names = [each.name or "nothing" for each in known if each.kind == said.kind]
        if names:
            advice = f"cannot be drawn: after {said.kind} write {nearest(said.name, names)}"
            return fault(page, line, advice)
        kinds = {each.kind for each in known}
        return fault(page, line, f"names no block: write {nearest(said.kind, kinds)}")


class BlockExtension(Extension):
    """Registers the blocks, and forgets those of a page when the next page begins."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Blocks that are Markdown come before citations are read, the others in their turn."""
        self.drawn = DrawnBlocks(md)
        md.preprocessors.register(WrittenBlocks(md), "written", order.WRITTEN)
        md.parser.blockprocessors.register(self.drawn, "drawn", order.DRAWN)
        md.registerExtension(self)

    def reset(self) -> None:
        """Begin a page."""
        self.drawn.used.clear()


makeExtension = BlockExtension

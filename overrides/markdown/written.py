"""Markdown blocks that are written as Markdown, so that their links and citations are read too."""

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from overrides.markdown.bibliography import CITING, bibliography

BLOCKS = {**CITING, "::: bibliography": bibliography}


class WrittenBlocks(Preprocessor):
    """Puts the lines of a block in its place."""

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines with each block replaced; other lines stay as they are."""
        return [written for line in lines for written in self._written(line)]

    def _written(self, line: str) -> list[str]:
        block = BLOCKS.get(line.rstrip())
        return [*block(self.md.htmlStash.store)] if block else [line]


class WrittenExtension(Extension):
    """Registers the blocks."""

    def extendMarkdown(self, md: Markdown) -> None:
        """After fenced code was put aside (25), before citations are read (24)."""
        md.preprocessors.register(WrittenBlocks(md), "written", 24.5)


makeExtension = WrittenExtension

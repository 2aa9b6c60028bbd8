"""The abbreviations of docs/glossary.md, explained where they stand on every page."""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from overrides.markdown import order
from overrides.markdown.register import DOCS

GLOSSARY = DOCS / "glossary.md"
ENTRY = re.compile(r"^(?P<short>\S.*)\n:   (?P<words>.+?)(?:\.|\n|$)", re.MULTILINE)


class Abbreviations(Preprocessor):
    """Appends each entry as a definition that the stock abbreviation extension reads."""

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines and the definitions."""
        return [*lines, "", *(f"*[{short}]: {words}" for short, words in entries())]


def entries() -> list[tuple[str, str]]:
    """Each abbreviation with the first sentence of its entry."""
    text = GLOSSARY.read_text(encoding="utf-8")
    return [(found["short"], found["words"]) for found in ENTRY.finditer(text)]


class GlossaryExtension(Extension):
    """Registers the definitions; needs `abbr`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """After fenced code was put aside."""
        md.preprocessors.register(Abbreviations(md), "glossary", order.GLOSSARY)


makeExtension = GlossaryExtension

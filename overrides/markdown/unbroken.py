"""A number and its unit stay on one line, and a dose and its interval, on every page.

Whoever writes a page need not think of it.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from calc.present.markup import NBSP, unbroken
from overrides.markdown import order

CODE = re.compile(r"(`+.+?`+)")
INTERVAL = re.compile(
    r"mg(?:/kg)? (?:every \d+|once daily|once a week|twice daily|twice a day|three times a day)"
)


class Unbroken(Preprocessor):
    """Puts no-break spaces into doses, outside code."""

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines, with no-break spaces."""
        return ["".join(map(together, CODE.split(line))) for line in lines]


def together(part: str) -> str:
    """Text whose doses keep their unit and their interval; code is left alone."""
    if part.startswith("`"):
        return part
    return INTERVAL.sub(lambda found: found[0].replace(" ", NBSP), unbroken(part))


class UnbrokenExtension(Extension):
    """Registers the step."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Doses are read after blocks were written, in notes and abbreviations too."""
        md.preprocessors.register(Unbroken(md), "unbroken", order.UNBROKEN)


makeExtension = UnbrokenExtension

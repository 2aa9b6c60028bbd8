"""`[=name]` in a page: a figure that the calculators use, taken from `calc`.

An unknown name raises, so that the build fails instead of publishing a page without its figure.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from calc.pages import FIGURES
from calc.present.figures import figure
from overrides.markdown import order
from overrides.markdown.page import fault, nearest, page_of

NAMED = re.compile(r"\[=([^\]]*)\]")


class FigureInline(InlineProcessor):
    """Puts the figure in place of its name."""

    def handleMatch(  # type: ignore[override]  # a narrower result than Python-Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        return named(m[1], page_of(self.md)), m.start(0), m.end(0)


def filled(text: str) -> str:
    """Plain text with its named figures in place. Raises Fault for an unknown one."""
    return NAMED.sub(lambda found: named(found[1], None), text)


def named(name: str, page: str | None) -> str:
    """The figure of a name. Raises Fault for an unknown one.

    Requirement R-FIGURES: A page takes the figures of the calculators from them, so that both
    cannot differ.
    """
    if name not in FIGURES:
        advice = "names no figure of the calculators: write"
        raise fault(page, f"[={name}]", f"{advice} {nearest(name, FIGURES)}")
    return figure(name)


class FigureExtension(Extension):
    """Registers the figures."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Read in its place among what stands within a line."""
        md.inlinePatterns.register(FigureInline(NAMED.pattern, md), "figure", order.FIGURES)


makeExtension = FigureExtension

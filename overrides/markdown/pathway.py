"""`::: pathway`: docs/pathway.toml as a picture, and as the list that says the same."""

import textwrap
import tomllib
from collections.abc import Iterator

from calc.present.markup import Markup, tag
from overrides.markdown.figures import filled
from overrides.markdown.register import DOCS, Store

STEPS = DOCS / "pathway.toml"
WIDTH, LEFT, INDENT, LINE, PAD, GAP = 344, 16, 40, 18, 9, 14
LETTERS, EXIT_LETTERS = 44, 39  # that fit a line of a box, in the widest of the usual fonts

type Step = dict[str, str]
type Point = tuple[int, int]


def pathway(store: Store) -> Iterator[str]:
    """The lines: the picture, then the list."""
    steps: list[Step] = tomllib.loads(STEPS.read_text(encoding="utf-8"))["step"]
    yield from (store(picture(steps)), "", *map(item, steps), "")


def item(step: Step) -> str:
    """A step as an item of a Markdown list, with its link, its way out and its sources."""
    out = f" *{step['exit']}*" if "exit" in step else ""
    return f"1. **[{step['title']}](#{step['at']})**{step['cite']}<br>{step['text']}{out}"


def picture(steps: list[Step]) -> Markup:
    """The steps as boxes from top to bottom, each with its way out before the next."""
    drawn: list[Markup] = []
    top = 1
    for number, step in enumerate(steps, 1):
        lines = [f"{number}. {step['title']}", *wrapped(step["text"], LETTERS)]
        bottom = top + box_height(lines)
        drawn += box("pathway-step", 1, top, lines)
        top = bottom + GAP
        if "exit" in step:
            way_out = wrapped(step["exit"], EXIT_LETTERS)
            drawn += box("pathway-exit", INDENT, top, way_out)
            drawn += arrow((LEFT, top + PAD + 9), (INDENT, top + PAD + 9))
            top += box_height(way_out) + GAP
        if number < len(steps):
            drawn += arrow((LEFT, bottom), (LEFT, top))
    title = tag("title", "The pathway, step by step. The list below says the same.")
    size = f"0 0 {WIDTH} {top - GAP + 1}"
    return tag("figure", tag("svg", title, *drawn, viewBox=size, role="img"), class_="pathway")


def box_height(lines: list[str]) -> int:
    """The height of the box that holds so many lines."""
    return PAD * 2 + LINE * len(lines)


def box(kind: str, x: int, y: int, lines: list[str]) -> Iterator[Markup]:
    """A box and its lines of text."""
    width, height = str(WIDTH - x - 1), str(box_height(lines))
    yield tag("rect", x=str(x), y=str(y), width=width, height=height, rx="4", class_=kind)
    for number, line in enumerate(lines):
        down = str(y + PAD + LINE * number + 14)
        yield tag("text", line, x=str(x + PAD), y=down, class_=f"{kind}-text")


def arrow(start: Point, end: Point) -> Iterator[Markup]:
    """A line, down or to the right, with a head at its end."""
    (x, y), down = end, start[0] == end[0]
    back = ((x - 4, y - 8), (x + 4, y - 8)) if down else ((x - 8, y - 4), (x - 8, y + 4))
    points = " ".join(f"{across},{deep}" for across, deep in (end, *back))
    yield tag("path", d=f"M{start[0]} {start[1]}L{x} {y}", class_="pathway-line")
    yield tag("polygon", points=points, class_="pathway-arrow")


def wrapped(text: str, letters: int) -> list[str]:
    """Plain text, figures filled in, cut into lines of so many letters."""
    return textwrap.wrap(filled(text), letters)

"""`::: pathway`: docs/pathway.toml as a picture, and as the list that says the same."""

import tomllib
from collections.abc import Iterator

from calc.present.markup import Markup, tag
from overrides.markdown.figures import filled
from overrides.markdown.register import DOCS, Store
from overrides.markdown.unbroken import together

STEPS = DOCS / "pathway.toml"

type Step = dict[str, str]


def pathway(store: Store) -> Iterator[str]:
    """The lines: the picture, then the list."""
    steps: list[Step] = tomllib.loads(STEPS.read_text(encoding="utf-8"))["step"]
    yield from (store(picture(steps)), "", *map(item, steps), "")


def item(step: Step) -> str:
    """A step as an item of a Markdown list, with its link, its way out and its sources."""
    out = f" *{step['exit']}*" if "exit" in step else ""
    return f"1. **[{step['title']}](#{step['at']})**{step['cite']}<br>{step['text']}{out}"


def picture(steps: list[Step]) -> Markup:
    """The steps as boxes from top to bottom, each with its way out before the next.

    The words are text of the page, so a box grows with the reader's font and spacing.
    """
    drawn = (drawn_step(number, step) for number, step in enumerate(steps, 1))
    said = "The pathway, step by step. The list below says the same."
    boxes = tag("div", *drawn, role="img", aria_label=said)
    return tag("figure", boxes, class_="pathway", data_search_exclude=True)


def drawn_step(number: int, step: Step) -> Markup:
    """A step's box, with its way out below it."""
    title = tag("strong", f"{number}. {step['title']}")
    box = tag("div", title, tag("br"), together(filled(step["text"])), class_="pathway-step")
    out = None
    if "exit" in step:
        out = tag("div", together(filled(step["exit"])), class_="pathway-exit")
    return tag("div", box, out, class_="pathway-part")

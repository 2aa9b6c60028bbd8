"""A way of treatment as boxes from top to bottom, each with its way out before the next.

The words are text of the page, so a box grows with the reader's font and spacing.
"""

from collections.abc import Iterable

from calc.model.statements import Route, Stage
from calc.present.markup import Markup, tag


def draw_way(stages: Iterable[Stage]) -> Markup:
    """Every stage with its words and its way out."""
    said = "The pathway, step by step. The list below says the same."
    boxes = (_part(number, each, each.text) for number, each in enumerate(stages, 1))
    return _figure(tag("div", *boxes, role="img", aria_label=said))


def draw_route(route: Route) -> Markup:
    """The stages by their titles alone, and which of them this patient is at."""
    parts = (
        _part(number, each, "", each is route.here) for number, each in enumerate(route.stages, 1)
    )
    return _figure(tag("div", *parts))


def _figure(drawn: Markup) -> Markup:
    return tag("figure", drawn, class_="pathway", data_search_exclude=True)


def _part(number: int, stage: Stage, text: str, here: bool = False) -> Markup:
    """A stage's box, with its way out below it where its words are shown."""
    title = tag("strong", f"{number}. {stage.title}")
    words = (tag("br"), text) if text else ()
    step = "pathway-step chosen" if here else "pathway-step"
    box = tag("div", title, *words, class_=step, aria_current="step" if here else None)
    out = tag("div", stage.way_out, class_="pathway-exit") if text and stage.way_out else None
    return tag("div", box, out, class_="pathway-part")

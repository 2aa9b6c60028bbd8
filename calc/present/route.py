"""A way of treatment as boxes from top to bottom, by the titles of its stages.

The words are text of the page, so a box grows with the reader's font and spacing.
"""

from calc.model.statements import Route, Stage
from calc.present.markup import Markup, tag


def draw_route(route: Route) -> Markup:
    """The stages, and which of them this patient is at."""
    parts = (_part(number, each, each is route.here) for number, each in enumerate(route.stages, 1))
    drawn = tag("div", *parts)
    return tag("figure", drawn, class_="pathway", data_search_exclude=True)


def _part(number: int, stage: Stage, here: bool) -> Markup:
    title = tag("strong", f"{number}. {stage.title}")
    step = "pathway-step chosen" if here else "pathway-step"
    box = tag("div", title, class_=step, aria_current="step" if here else None)
    return tag("div", box, class_="pathway-part")

"""Pictures of an answer: each kind by what draws it; values among bands, on a scale, over time."""

from enum import Enum
from fractions import Fraction
from itertools import pairwise

from calc.model.dates import in_short
from calc.model.pictures import (
    Bands,
    Mark,
    Picture,
    Point,
    Ribbon,
    Scale,
    Steps,
    Sum,
    Trend,
    Vessels,
)
from calc.model.quantity import Quantity
from calc.model.statements import Route
from calc.model.tables import DoseTable, Placed, Row
from calc.present.axis import draw_axis, draw_steps, draw_sum
from calc.present.markup import Markup, joined, tag
from calc.present.ribbon import draw_ribbon
from calc.present.route import draw_route
from calc.present.vessels import draw_vessels

HIGHEST, LOWEST = 12, 88
"""Where in its band the marker may point, in per cent from above: it stays whole."""


class Place(Enum):
    """Where in a card a picture stands: with the headline, below what to do, or folded."""

    GLANCE = "glance"
    BELOW = "below"
    FOLDED = "folded"


def place_of(picture: Picture) -> Place:
    """Where a picture stands: the more of an answer it shows at once, the higher."""
    match picture:
        case Placed() | Sum() | Steps():
            return Place.FOLDED
        case Route():
            return Place.BELOW
        case _:
            return Place.GLANCE


def draw(picture: Picture) -> Markup:
    """A picture of an answer."""
    match picture:
        case Vessels():
            return draw_vessels(picture)
        case Bands():
            return draw_axis(picture)
        case Sum():
            return draw_sum(picture)
        case Steps():
            return draw_steps(picture)
        case Placed(table, value):
            return draw_bands(table, value)
        case Scale():
            return draw_scale(picture)
        case Trend():
            return draw_trend(picture)
        case Route():
            return draw_route(picture)
        case Ribbon():
            return draw_ribbon(picture)


def draw_bands(table: DoseTable, value: Quantity) -> Markup:
    """Bands from highest to lowest with their doses, and a marker where the value lies.

    However high a band is drawn, the marker's place within it is to scale. What is read is text of
    the page: it grows and wraps as the reader's font and spacing ask.
    """
    chosen = table.row_for(value)
    said = f"{value.shown()} lies in the band {chosen.band}: {chosen.dose}."
    heads = (tag("th", each, scope="col") for each in (value.unit, table.by.head))
    rows = (_band(row, value if row is chosen else None) for row in table.rows)
    return tag(
        "table",
        tag("caption", said),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *rows),
        class_="band-scale",
        translate="no",
    )


def _band(row: Row, value: Quantity | None) -> Markup:
    """A band and its dose; with the marker, and said in words, where the value lies in it."""
    dose = tag("td", row.dose, class_="band-dose")
    if value is None:
        return tag("tr", tag("th", _edges(row), scope="row"), dose, class_="band")
    band = tag("th", _edges(row), _marker(value, row), scope="row")
    return tag("tr", band, dose, class_="band chosen", aria_current="true")


def _edges(row: Row) -> Markup:
    """The band in words; a line ends between its two edges before it ends within one."""
    low, comma, high = row.band.partition(", ")
    second = tag("span", high, class_="band-edge") if comma else None
    return joined(tag("span", low + comma.strip(), class_="band-edge"), comma[1:], second)


def _marker(value: Quantity, row: Row) -> Markup:
    """A pointer at the edge of the chosen band, high where the value is high."""
    high = row.low * 2 if row.high is None else row.high
    share = max((high - value.value) / (high - row.low), Fraction(0))
    at = HIGHEST + round(share * (LOWEST - HIGHEST))
    pointer = tag("svg", tag("polygon", points="10,-6 0,0 10,6"), y=f"{at}%")
    return tag("svg", pointer, class_="marker", aria_hidden="true")


def draw_scale(scale: Scale) -> Markup:
    """Quantities on one scale, each with its figure, and a line where the limit is.

    What is read is text; the bars say the same to the eye alone.
    """
    ends = f"from {scale.low.shown()} to {scale.high.shown()}"
    limit = f"The line is at {scale.limit.value.shown()}: {scale.limit.label}."
    rows = [_mark(mark, scale) for mark in scale.marks]
    return tag(
        "table",
        tag("caption", f"{scale.title}, on a scale {ends}. {limit}"),
        tag("tbody", *rows),
        class_="mark-scale",
        translate="no",
    )


def _mark(mark: Mark, scale: Scale) -> Markup:
    """One quantity: its name, its bar, and its figure."""
    at, limit = (f"{round(scale.share(each) * 100)}%" for each in (mark.value, scale.limit.value))
    bar = tag("rect", width=at, height="50%")
    line = tag("line", x1=limit, x2=limit, y1="0", y2="100%")
    return tag(
        "tr",
        tag("th", mark.label, scope="row"),
        tag("td", tag("svg", bar, line, class_="bar", aria_hidden="true")),
        tag("td", mark.value.shown()),
    )


def draw_trend(trend: Trend) -> Markup:
    """A quantity over time as points with lines between, and a line across at each edge of a band.

    For the eye alone: what is read is its caption, and the table that stands in the answer.
    """
    edges = _edges_across(trend)
    places = [_place(point, trend) for point in trend.points]
    lines = [
        tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="trend-line")
        for (x1, y1), (x2, y2) in pairwise(places)
    ]
    dots = [tag("circle", cx=x, cy=y, r="4") for x, y in places]
    drawn = tag("svg", *edges, *lines, *dots, class_="trend", aria_hidden="true")
    ends = dict.fromkeys((trend.points[0], trend.points[-1]))
    said = " to ".join(f"{each.value.shown()} on {in_short(each.at)}" for each in ends)
    at = ", ".join(edge.number() for edge in trend.edges)
    across = f" Lines across at {at} {trend.points[0].value.unit}."
    return tag("figure", drawn, tag("figcaption", f"{trend.title}: {said}.{across}"))


LEFT, RIGHT, LABEL_APART = 12, 96, 6
"""Where the first and the last point stand, and how near two labels may, in per cent."""


def _place(point: Point, trend: Trend) -> tuple[str, str]:
    """Where a point stands, in per cent from the left and from above."""
    along = LEFT + trend.along(point) * (RIGHT - LEFT)
    return f"{round(along)}%", _height(point.value, trend)


def _height(quantity: Quantity, trend: Trend) -> str:
    return f"{round(100 - trend.up(quantity) * 100)}%"


def _edges_across(trend: Trend) -> list[Markup]:
    """A line across at each edge, from the lowest up, with its figure where there is room."""
    drawn: list[Markup] = []
    last = None
    for edge in sorted(trend.edges):
        at = _height(edge, trend)
        drawn.append(tag("line", x1="9%", x2="100%", y1=at, y2=at, class_="trend-edge"))
        if last is None or (trend.up(edge) - trend.up(last)) * 100 >= LABEL_APART:
            drawn.append(tag("text", edge.number(), x="1%", y=at, dy="0.3em"))
            last = edge
    return drawn

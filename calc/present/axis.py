"""Pictures along an axis: a value among bands, a sum against a limit, a quantity in steps."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from calc.model import digits
from calc.model.pictures import Bands, Mark, Steps, Sum
from calc.present.markup import Markup, tag
from calc.present.shares import per_cent

APART = Fraction(1, 10)
"""How far apart two figures under an axis must stand to be in one line."""


def draw_axis(bands: Bands) -> Markup:
    """The bands of a table to scale, the one that holds the value filled, and a marker at it.

    Below the lowest edge, where no dose is given, it is crossed out, which is seen without colours
    too. Neighbouring figures under the axis stand in two lines: they do not touch in large text.
    """
    table, value = bands.placed
    row = table.row_for(value)
    starts: list[tuple[Fraction, str | None]] = [
        (Fraction(0), "no-band"),
        *((bands.along(each), "chosen" if each == row.low else "band") for each in bands.edges),
        (Fraction(1), None),
    ]
    drawn = [
        tag("rect", x=per_cent(low), width=per_cent(high - low), height="100%", class_=kind)
        for (low, kind), (high, _) in pairwise(starts)
    ]
    lowest = per_cent(starts[1][0])
    drawn += [
        tag("line", x1="0", x2=lowest, y1=start, y2=end, class_="no-band")
        for start, end in (("0", "100%"), ("100%", "0"))
    ]
    at = bands.along(value.value)
    pointer = tag("svg", tag("polygon", points="-7,-9 0,0 7,-9"), x=per_cent(at), class_="marker")
    return tag(
        "figure",
        tag("div", tag("svg", *drawn, pointer, class_="axis"), _figures(bands), aria_hidden="true"),
        tag("figcaption", in_words(bands)),
        class_="bands",
        translate="no",
    )


def in_words(bands: Bands) -> str:
    """Where the value lies, and where no dose is given."""
    table, value = bands.placed
    return f"{value.shown()}: {table.row_for(value).band}; below {table.lowest} no dose."


def _figures(bands: Bands) -> Markup:
    """The edges in figures under the axis, those that would touch one line lower."""
    drawn, last, lower = [], Fraction(-1), False
    for edge in bands.edges:
        at = bands.along(edge)
        lower = not lower if at - last < APART else False
        last = at
        line = "2.1em" if lower else "1em"
        drawn.append(tag("text", digits.decimal(edge), x=per_cent(at), y=line))
    return tag("svg", *drawn, class_="axis-figures")


def draw_sum(drawn: Sum) -> Markup:
    """Parts end to end, those that may come on top hollow, with a line at the limit."""
    parts = [*drawn.parts, *drawn.perhaps]
    bars, start = list[Markup](), Fraction(0)
    for place, mark in enumerate(parts):
        share = drawn.along(mark.value.value)
        bars.append(
            tag(
                "rect",
                x=per_cent(start),
                width=per_cent(share),
                height="100%",
                class_="perhaps" if mark in drawn.perhaps else f"part-{place}",
            )
        )
        start += share
    limit = per_cent(drawn.along(drawn.limit.value.value))
    line = tag("line", x1=limit, x2=limit, y1="0", y2="100%")
    said = f"{drawn.title}: {_each(parts)}. The line: {_one(drawn.limit)}."
    return tag(
        "figure",
        tag("svg", *bars, line, class_="sum", aria_hidden="true"),
        tag("figcaption", said),
        class_="sums",
        translate="no",
    )


def _each(marks: Iterable[Mark]) -> str:
    return ", ".join(map(_one, marks))


def _one(mark: Mark) -> str:
    """A part in words: "drug 800 mg"."""
    return f"{mark.label} {mark.value.shown()}"


def draw_steps(steps: Steps) -> Markup:
    """A quantity in steps over what decides it, and a line where this patient stands."""
    bars = [
        tag(
            "rect",
            x=per_cent(steps.along(level.low)),
            width=per_cent(steps.along(level.high) - steps.along(level.low)),
            y=per_cent(1 - steps.up(level.value)),
            height=per_cent(steps.up(level.value)),
            class_="chosen" if level is steps.level else "band",
        )
        for level in steps.levels
    ]
    at = per_cent(steps.along(steps.here))
    line = tag("line", x1=at, x2=at, y1="0", y2="100%")
    first, last = steps.levels[0], steps.levels[-1]
    ends = (
        f"from {first.value.shown()} at a {steps.by} of {first.high.shown()} or less "
        f"to {last.value.shown()} at {last.high.shown()}, and none above"
    )
    return tag(
        "figure",
        tag("svg", *bars, line, class_="steps", aria_hidden="true"),
        tag("figcaption", f"{steps.title}: {ends}. The line: {steps.here.shown()}."),
        class_="stepped",
        translate="no",
    )

"""What is drawn up and what hangs: containers and bags in true proportion, with their words."""

from fractions import Fraction

from calc.model.pictures import Part, Vessel, Vessels
from calc.present.markup import Markup, tag
from calc.present.shares import per_cent


def draw_vessels(vessels: Vessels) -> Markup:
    """Vessels side by side; what is thrown away is hatched, and said.

    The words are text of the page: they grow and wrap as the reader's font and spacing ask.
    """
    drawn = (_vessel(each, vessels) for each in vessels.vessels)
    return tag(
        "figure",
        tag("div", *drawn, role="img", aria_label=f"{vessels.title}. {in_words(vessels)}."),
        class_="vessels",
        translate="no",
    )


def in_words(vessels: Vessels) -> str:
    """What is in each of them, one after the other."""
    return "; ".join(map(_said, vessels.vessels))


def _said(vessel: Vessel) -> str:
    """A vessel in words: "Bag, 145.8 mL: 72.9 mL of the drug, 72.9 mL of 5% dextrose"."""
    return f"{vessel.label}: {', '.join(map(_words, vessel.parts))}"


def _words(part: Part) -> str:
    volume = part.volume.shown()
    return f"{part.label} {volume}" if part.discarded else f"{volume} {part.label}"


def _vessel(vessel: Vessel, vessels: Vessels) -> Markup:
    """One of them: what is in it from the bottom up, and beside it the words from the top down."""
    drawn, below = [], Fraction(0)
    for place, part in enumerate(vessel.parts):
        high = vessels.share(part.volume.value)
        below += high
        drawn.append(
            tag(
                "rect",
                y=per_cent(1 - below),
                width="100%",
                height=per_cent(high),
                class_="discarded" if part.discarded else f"part-{place}",
            )
        )
    top = per_cent(1 - vessels.share(vessel.holds))
    glass = tag("rect", y=top, width="100%", height=per_cent(below), class_="glass")
    words = (tag("li", _words(part)) for part in reversed(vessel.parts))
    return tag(
        "div",
        tag("svg", *drawn, glass, aria_hidden="true"),
        tag("div", tag("strong", vessel.label), tag("ul", *words)),
        class_="vessel",
    )

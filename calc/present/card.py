"""What stands on the card of an outcome and on the bedside's sheet, piece by piece."""

from collections.abc import Iterable
from itertools import chain, groupby

from calc.catalogue import CATALOGUE
from calc.model.outcomes import Answer, Caution, Outcome, Tile
from calc.model.statements import Box, Check
from calc.present import text
from calc.present.markup import Markup, joined, tag
from calc.present.sections import behind, fold, section

PATIENT_LABEL = "Patient: name, number, date of birth, allergies, ward"
"""What is stuck or written into the box at the head of a printed sheet."""
IN_SHORT = 4
"""How many sources are named on the sheet for the bedside: the first of those it rests on."""
SIGNED = ("Calculated by, time", "Checked by, on their own, time", "Prescribed by, time")


def draw_heading(*words: str) -> Markup:
    """The heading of an outcome, which holds what it says and gets the focus."""
    return tag("h2", *words, class_="answer-heading", tabindex="-1")


def draw_who(who: str, scope: Check | None) -> Markup | None:
    """For whom the answer was worked out, and for whom such answers hold."""
    for_whom = tag("span", f"{who}. ", class_="who") if who else None
    holds = tag("span", scope.text, class_="holds-for") if scope else None
    return tag("p", for_whom, holds, class_="scope") if who or scope else None


def draw_tiles(tiles: Iterable[Tile]) -> Markup | None:
    """What is set at the bedside, side by side."""
    drawn = [
        tag(
            "div",
            tag("dt", tile.label),
            tag("dd", tile.text, translate="no"),
            tag("dd", tile.limit, class_="tile-limit", translate="no") if tile.limit else None,
        )
        for tile in tiles
    ]
    return tag("dl", *drawn, class_="tiles") if drawn else None


def draw_box(box: Box | None) -> Markup | None:
    """What must be read first, on paper too."""
    return draw_listed(box, class_="stop-box") if box else None


def draw_listed(box: Box, class_: str = "what-to-do") -> Markup:
    """What to do, each with where it comes from."""
    items = [tag("li", item.text, behind(item.text, item.cites, item.detail)) for item in box.items]
    return section(box.title, tag("ul", *items), class_=class_)


def draw_groups(answer: Answer) -> list[Markup]:
    """The lines of the answer, each group under its heading."""
    groups = []
    for group, lines in groupby(answer.lines, key=lambda line: line.group):
        pairs = [
            joined(tag("dt", line.label), tag("dd", line.text, translate="no")) for line in lines
        ]
        listed = tag("dl", *(tag("div", pair) for pair in pairs), class_="lines")
        groups.append(joined(tag("h3", group, class_="line-group"), listed))
    return groups


def draw_cautions(cautions: tuple[Caution, ...]) -> Markup | None:
    """The cautions in their order, a line each, with what stands behind it."""
    if not cautions:
        return None
    items = [
        tag(
            "li",
            tag("span", caution.text, class_="caution-text"),
            behind(caution.text, caution.cites, caution.detail),
            data_caution=caution.id,
            data_hazard=caution.hazard.id,
        )
        for caution in cautions
    ]
    return section("Cautions", tag("ul", *items), class_="cautions")


def draw_checks(checks: tuple[Check, ...]) -> Markup | None:
    """What is ticked before the drug is given, and counted."""
    if not checks:
        return None
    items = [
        tag(
            "li",
            tag("label", tag("input", type="checkbox"), check.text),
            behind(check.text, check.cites, check.detail),
        )
        for check in checks
    ]
    counted = tag("p", f"of {len(checks)} checked", class_="checks-counted")
    return fold(f"Check first ({len(checks)})", joined(tag("ul", *items), counted), "checks")


def draw_buttons() -> Markup:
    """What can be done with an outcome, where it is read."""
    return tag(
        "div",
        _button("Print", data_print=True),
        _button("Copy", data_copy="brief"),
        _button("Copy with working", data_copy="text"),
        class_="outcome-buttons",
    )


def _button(label: str, **does: str | bool) -> Markup:
    """A button whose words change for a moment when it was pressed."""
    return tag("button", label, type="button", data_label=label, **does)


def draw_foot(outcome: Outcome) -> Markup:
    """The foot of the bedside's sheet: who signs, on what it rests, what worked it out and when."""
    signed = (tag("span", who) for who in SIGNED)
    worked = chain.from_iterable(outcome.step_cites)
    sources = [source.title for source, _ in text.sources(worked)]
    titles = "; ".join(sources[:IN_SHORT])
    return tag(
        "div",
        tag("p", *signed, class_="signed"),
        tag("p", f"Sources, in full overleaf: {titles}.", class_="sources-in-short")
        if titles
        else None,
        tag(
            "p",
            tag(
                "span",
                f"{text.SITE}, {CATALOGUE[outcome.calculator].title}, version {outcome.version}. ",
                f"{text.REVIEW} ",
                class_="origin",
            ),
            tag("span", data_time=True),
        ),
        class_="result-foot",
    )

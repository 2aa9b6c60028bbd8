"""An outcome in a few lines of ASCII, for a patient's record; and in a few words, to be heard."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from calc.catalogue import CATALOGUE
from calc.model.outcomes import Answer, Answered, Caution, Failed, Invalid, Outcome, Refused, Tile
from calc.model.pictures import Bands, Vessels
from calc.model.statements import Box
from calc.present import axis, vessels
from calc.present.text import (
    NOT_REVIEWED,
    SITE,
    answered,
    box_of,
    capital,
    read_inputs,
    scope_of,
    straight,
)

WORDS = 20
"""How many words are said of a result at most."""


def render_brief(outcome: Outcome) -> str:
    """The outcome in a line each: what, for whom, what the card shows of it, cautions, what stops
    it, answers, site.
    """
    inputs = (answered(label, straight(value)) for label, value in read_inputs(outcome))
    lines = [
        *_said(outcome),
        f"Answers used: {'; '.join(inputs)}",
        f"{SITE}, {CATALOGUE[outcome.calculator].title}, version {outcome.version}. {NOT_REVIEWED}",
    ]
    return "\n".join(lines) + "\n"


def _said(outcome: Outcome) -> Iterator[str]:
    match outcome:
        case Answered(answer=answer):
            scope = scope_of(outcome)
            beneath = f"{answer.beneath}." if answer.beneath else ""
            headline = f"{answer.heading}: {answer.headline}."
            yield " ".join(filter(None, [headline, beneath, answer.reason]))
            yield from [scope.text] if scope else []
            yield from _in_view(answer) if answer.tiles else _groups(answer)
            yield from map(_in_a_line, answer.lists)
            yield from _cautions(outcome.cautions)
            box = box_of(outcome)
            yield from [_in_a_line(box)] if box else []
        case Refused(refusal=refusal):
            yield f"{CATALOGUE[outcome.calculator].refused}. {refusal.text}"
            yield f"Instead: {refusal.instead}"
        case Invalid() | Failed():
            return


def _groups(answer: Answer) -> Iterator[str]:
    """Each group of lines as one line."""
    for group, members in groupby(answer.lines, key=lambda line: line.group):
        yield f"{group}: {'; '.join(f'{line.label} {line.text}' for line in members)}"


def _in_view(answer: Answer) -> Iterator[str]:
    """What a card with tiles shows unfolded: these, and its pictures in words.

    Its groups of lines are folded there, and copied with the working.
    """
    yield "; ".join(map(_tile, answer.tiles))
    for picture in answer.pictures:
        match picture:
            case Vessels():
                yield vessels.in_words(picture)
            case Bands():
                yield f"{capital(picture.placed.value.name)} {axis.in_words(picture)}"
            case _:
                pass


def _tile(tile: Tile) -> str:
    return f"{tile.label}: {', '.join(filter(None, [tile.text, tile.limit]))}"


def _in_a_line(box: Box) -> str:
    return f"{box.title}: {' '.join(item.text for item in box.items)}"


def _cautions(cautions: Iterable[Caution]) -> list[str]:
    words = " ".join(caution.text for caution in cautions)
    return [f"Cautions: {words}"] if words else []


def in_a_few_words(outcome: Outcome, live: bool) -> str:
    """What a screen reader says of it: at most 20 words.

    Beside the heading, which gets the focus where somebody asked; else with what it says.
    """
    match outcome:
        case Answered():
            count = len(outcome.cautions)
            cautions = f"{count} cautions" if count > 1 else "1 caution" if count else "no caution"
            said = f"Answered, with {cautions}."
            whole = f"{outcome.answer.headline}. {said}"
            return whole if live and len(whole.split()) <= WORDS else said
        case Refused():
            return "Refused: no result."
        case Invalid() | Failed():
            return ""

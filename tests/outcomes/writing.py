"""Outcomes as the text that is stored: all that a person may copy, and what else programs read
and pictures say.

What an earlier example of the same file says word for word is written "as in" that one, and a
formula once: a sentence that many say changes in one place.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from calc import __version__
from calc.model.outcomes import Outcome
from calc.model.pictures import Picture
from calc.present.picture import draw
from calc.present.record import to_record
from calc.present.text import render_text

VERSION = f"version {__version__}"
"""The release's and no outcome's: a release alone changes nothing that is stored."""
PROVED_ELSEWHERE = ("sources", "version")
"""Each source stands in the text by its title; its key is the register's."""
EXAMPLE = "== "
IN_THE_HEAD = ("calculator", "outcome")


class Said(NamedTuple):
    """An outcome as a person copies it, as a program reads it, and the words of its pictures."""

    text: str
    record: dict[str, Any]
    pictures: tuple[str, ...] = ()


def said(outcome: Outcome) -> Said:
    """All writings of an outcome."""
    pictures = outcome.answer.pictures if outcome.answer else ()
    return Said(render_text(outcome), to_record(outcome), tuple(map(_words, pictures)))


def _words(picture: Picture) -> str:
    """What is read in a picture, by eye or aloud."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", str(draw(picture)))).split())


def written(outcomes: Mapping[str, Said]) -> str:
    """The outcomes of a file as they are stored, each under its name."""
    first: dict[str, str] = {}
    formulas: dict[str, str] = {}
    parts: list[str] = []
    for name, each in outcomes.items():
        parts.append(f"{EXAMPLE}{name}: {', '.join(each.record[key] for key in IN_THE_HEAD)}")
        for part in (*_sections(each), *_beyond_the_text(each)):
            title = part.partition("\n")[0]
            earlier = first.setdefault(part, name)
            parts.append(part if earlier == name else f"{title}, as in {earlier}")
        for line in each.pictures:
            earlier = first.setdefault(line, name)
            parts.append(f"{{picture}} {line if earlier == name else f'as in {earlier}'}")
        new = [line for line in _formulas(each) if formulas.setdefault(line, name) == name]
        parts += ["\n".join(["{formulas}", *new])] if new else []
    return "\n\n".join(parts) + "\n"


def _sections(each: Said) -> list[str]:
    """The sections of the text, each with its title."""
    return f"TEXT\n{each.text.replace(VERSION, 'version', 1)}".strip().split("\n\n")


def _beyond_the_text(each: Said) -> Iterator[str]:
    """Each part of the record: its exact quantities, and what the text does not say."""
    text = each.text.casefold()
    for key, part in each.record.items():
        leaves = _leaves(part) if key not in (*PROVED_ELSEWHERE, *IN_THE_HEAD) else ()
        lines = [
            f"{' '.join(where)} {leaf}".strip()
            for where, leaf in leaves
            if "values" in (key, *where) or leaf.casefold() not in text
        ]
        if lines:
            yield "\n".join([f"{{{key}}}", *lines])


def _leaves(part: object, *where: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Where each word or number of a record stands; a quantity with its unit is one of them."""
    match part:
        case {"value": value, "unit": unit, **more} if not more:
            yield where, f"{value} {unit}"
        case dict():
            for key, each in part.items():
                if key not in (*PROVED_ELSEWHERE, "formula"):
                    yield from _leaves(each, *where, key)
        case list():
            for place, each in enumerate(part, 1):
                yield from _leaves(each, *where, str(place))
        case None | "":
            pass
        case _:
            yield where, str(part)


def _formulas(each: Said) -> dict[str, None]:
    """The symbols of each step; its numbers stand in the text."""
    return dict.fromkeys(f"{step['name']}: {step['formula']}" for step in each.record["working"])

"""`::: refusals-and-cautions`: all that the calculators can refuse or warn of, in their words."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import groupby
from pkgutil import walk_packages

import calc.clinical
from calc.model.outcomes import Caution
from calc.model.refusals import Refusal
from calc.model.sources import Cite
from overrides.markdown.register import Stash

PLACE = re.compile(r"\{\w+\}")


def refusals_and_cautions(stash: Stash) -> Iterator[str]:
    """The lines: a heading to link to for each, its words, and its sources."""
    yield from ("## Refusals", "", "With these no dose, volume, rate or time is shown.", "")
    yield from _said("refusal", refusals())
    yield from ("## Cautions", "", "These stand beside an answer.", "")
    yield from _said("caution", cautions())


def _said(kind: str, words: Iterable[Refusal | Caution]) -> Iterator[str]:
    for id, same in groupby(words, lambda each: each.id):
        name = id.replace("-", " ").capitalize()
        yield from (f"### {name} {{ #{kind}-{id.replace('.', '-')} }}", "")
        for each in same:
            yield from (f"{_open(each.text)}{_cited(each.cites)}", "")
            if isinstance(each, Refusal):
                yield from (f"*Instead:* {each.instead}", "")
                continue
            if each.detail and not PLACE.fullmatch(each.detail):
                yield from (f"*Why:* {_open(each.detail)}", "")
            yield from (f"*Hazard:* {each.hazard.harm}", "")


def _open(words: str) -> str:
    """Words with an ellipsis where the patient's own will stand."""
    return PLACE.sub("…", words).strip()


def _cited(cites: Iterable[Cite]) -> str:
    places = (", ".join(filter(None, (f"@{cite.source.key}", cite.locator))) for cite in cites)
    return f"[{'; '.join(places)}]"


@cache
def refusals() -> tuple[Refusal, ...]:
    """Every refusal, its words still with {places} for the patient's own, by its id."""
    return tuple(sorted({each for each in _stated() if isinstance(each, Refusal)}))


@cache
def cautions() -> tuple[Caution, ...]:
    """Every caution, its words still with {places} for the patient's own, by its id."""
    return tuple(sorted({each for each in _stated() if isinstance(each, Caution)}))


def _stated() -> Iterator[object]:
    for module in walk_packages(calc.clinical.__path__, "calc.clinical."):
        yield from vars(import_module(module.name)).values()

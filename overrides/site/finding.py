"""Hidden words of the search: what people type for a place whose text says it otherwise.

They stand in docs/search.toml, and go into the index, not onto a page.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from overrides.markdown.register import DOCS

WORDS = DOCS / "search.toml"
BOOSTS = {"typed": 2e7, "phrased": 5e6, "title": 1e6, "text": 1e3, "also": 1e3}
"""The fields of the index, and what a match in each counts for.

`typed` holds what is typed for a place as one word, `phrased` the words of what is typed as
several, `also` the other spellings of what its text says. So large, because a score is cut after
three digits, and the boost of a page that is to come last makes it small.
"""
Index = dict[str, Any]
"""The index of a search: its `config`, and the `docs` with location, title and text."""


class Unplaced(ValueError):
    """Hidden words for a place that no page has."""


class Spellings(NamedTuple):
    """Words that mean the same: a text with any of them is found by the others."""

    words: tuple[str, ...]
    met: re.Pattern[str]

    def others(self, text: str) -> Iterator[str]:
        """Those that a text does not hold, if it holds one."""
        held = {found.lower() for found in self.met.findall(text)}
        if held:
            yield from (word for word in self.words if word.lower() not in held)


def find_by(index: Index, words: str) -> Index:
    """The index with the hidden words of a TOML file, given as text.

    Raises Unplaced where a place is none of the site's.
    """
    given = tomllib.loads(words)
    typed = {_location(place): phrases for place, phrases in given["typed"].items()}
    same = [_spellings(each) for each in given["same"]]
    places = {doc["location"] for doc in index["docs"]}
    if lost := typed.keys() - places:
        raise Unplaced(f"docs/{WORDS.name} names what no page has: {', '.join(sorted(lost))}")
    docs = [_found_by(doc, typed.get(doc["location"], ()), same) for doc in index["docs"]]
    fields = index["config"]["fields"] | {name: {"boost": by} for name, by in BOOSTS.items()}
    return {**index, "config": {**index["config"], "fields": fields}, "docs": docs}


def _location(place: str) -> str:
    """Where a place of docs/ stands in the site."""
    page, mark, section = place.partition("#")
    return f"{page.removesuffix('.md')}.html{mark}{section}"


def _spellings(words: list[str]) -> Spellings:
    either = "|".join(map(re.escape, words))
    return Spellings(tuple(words), re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE))


def _found_by(doc: Index, typed: Iterable[str], same: Iterable[Spellings]) -> Index:
    text = f"{doc['title']} {doc['text']}"
    phrases = {phrase: phrase.split() for phrase in typed}
    hidden = {
        "typed": [phrase for phrase, words in phrases.items() if len(words) == 1],
        "phrased": _once(word for words in phrases.values() if len(words) > 1 for word in words),
        "also": [word for each in same for word in each.others(text)],
    }
    return {**doc, **{name: " ".join(words) for name, words in hidden.items() if words}}


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))

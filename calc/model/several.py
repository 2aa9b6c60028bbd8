"""Several of a list: names typed with marks between them, or ticked. No misspelling is taken."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import NamedTuple

from calc.model import units
from calc.model.inputs import Option
from calc.model.limits import TICK_TO_CONFIRM
from calc.model.outcomes import FieldError, InputError, Offer, shortened
from calc.model.written import Written

BETWEEN = re.compile(r"[,;\n]")
FIGURES = re.compile(r"\d+")
NONE = "none"
LONGEST = 40
SEPARATOR = ", "
LONGEST_LIST = 1_000
"""Letters beside its own names: what is longer is no list, and to search it takes for ever."""
SHORTEST = 4
"""The letters of a word that can be a name among others; shorter ones are units and the like."""
OFFERS = 4
"""How many offers stand beside a list at most."""


class Unlisted(NamedTuple):
    """A word that is on no list, as it was typed: what is meant by an option that stands for it.

    `near` are the labels of the options whose names are near to it.
    """

    word: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Several(Written[tuple[Option, ...]]):
    """One or more of a list of options, in the order of the list; each counts once.

    An option is typed by its id, its label or any of its `words`, brand names perhaps; a name that
    could mean two of them is a fault of the declaration. With `none`, the label of that choice, a
    person may say that it is none of them; left out is not none. With `beyond`, the sentence that
    says what follows, a word that is not of the list is kept once it was confirmed: it is Unlisted.
    """

    options: tuple[Option, ...]
    none: str = ""
    ask: str = ""
    beyond: str = ""

    def __post_init__(self) -> None:
        names = Counter(name for each in self.options for name in {*map(units.plain, _names(each))})
        twice = [name for name, times in names.items() if times > 1 or name == NONE]
        if twice or any(each.when for each in self.options):
            raise ValueError(f"{self.label} has a condition, or names that mean two: {twice}")

    def read(self, typed: str, field: str, unit: str = "") -> tuple[Option, ...]:
        """The options typed. Raises InputError with each word that is none, and what is near."""
        if len(typed) > self._longest:
            raise self._invalid(field, "several", f"is too long: “{shortened(typed)}”")
        words = [word.strip() for word in BETWEEN.split(typed) if word.strip()]
        none = [word for word in words if self.none and _is(word, (NONE, self.none))]
        if none:
            if len(none) == len(words):
                return ()
            raise self._invalid(field, "several", f"cannot hold both “{none[0]}” and another")
        unknown = [word for word in words if not any(_is(word, _names(o)) for o in self.options)]
        taken = [o for o in self.options if any(_is(word, _names(o)) for word in words)]
        if self.beyond and words and all(map(self._may_stay, unknown)):
            kept: dict[str, str] = {}
            for word in unknown:
                kept.setdefault(units.plain(word), word)
            return (*taken, *map(self._kept, kept.values()))
        if unknown or not words:
            named = ", ".join(f"“{shortened(word)}”" for word in unknown[:OFFERS])
            more = " and more" if len(unknown) > OFFERS else ""
            named = named or f"“{shortened(typed)}” names none"
            text = f"must be names of its list, with commas between: {named}{more}"
            offers = islice(self._offers(words, unknown, field), OFFERS)
            raise self._invalid(field, "several", text, offers)
        return tuple(taken)

    def check(self, value: tuple[Option, ...], field: str, confirmed: bool) -> None:
        """Raise InputError for what is not of the list, unless confirmed, with what is near."""
        words = [option.id for option in value]
        unknown = [option.id for option in value if isinstance(option.value, Unlisted)]
        if unknown and not confirmed:
            named = ", ".join(f"“{word}”" for word in unknown)
            text = f"{self.label}: {named}: {self.beyond}{TICK_TO_CONFIRM}"
            offers = tuple(islice(self._offers(words, unknown, field), OFFERS))
            raise InputError(FieldError(field, "confirm", text, offers))

    def plain(self, value: tuple[Option, ...]) -> str:
        """The ids, with commas between."""
        return ", ".join(option.id for option in value) or NONE

    def words(self, value: tuple[Option, ...]) -> str:
        """The labels, with semicolons between, since a label may hold a comma."""
        return "; ".join(option.label for option in value) or self.none

    def _offers(self, words: list[str], unknown: list[str], field: str) -> Iterator[Offer]:
        """The list with each unknown word replaced by one that is near."""
        if not unknown or len(unknown) > OFFERS:
            return
        near = {word: [*self._near(word)] for word in unknown}
        if self.beyond:  # what nothing is near to may stay
            near = {word: options for word, options in near.items() if options}
        meanings = ([(word, option) for option in options] for word, options in near.items())
        for meant in product(*meanings) if near else ():
            right = dict(meant)
            names = [right[word].label if word in right else word for word in words]
            labels = (option.label for option in right.values())
            yield Offer(", ".join(labels), {field: ", ".join(names)})

    def _kept(self, word: str) -> Option:
        found = (*self._near(word), *self._by_words(word))
        near = tuple(dict.fromkeys(each.label for each in found))[:OFFERS]
        return Option(word, word, Unlisted(word, near))

    @property
    def _longest(self) -> int:
        """How many letters may be typed: all its own names, each once, and more."""
        return LONGEST_LIST + sum(len(each.label) + len(SEPARATOR) for each in self.options)

    def _may_stay(self, typed: str) -> bool:
        """Whether it can be one name that is not of the list, and not two that are."""
        words = typed.split()
        named = [
            option
            for option in self.options
            if any(_is(word, _names(option)) for word in words) or _within(typed, option)
        ]
        return _can_be_kept(typed) and len(named) < 2

    def _by_words(self, typed: str) -> list[Option]:
        """The options that single words of what was typed are nearest to, and those within it."""
        found = [option for option in self.options if _within(typed, option)]
        for at, word in enumerate(typed.split()):
            if not at or len(word) >= SHORTEST:
                apart = [(option, _one_word(word, option)) for option in self.options]
                least = min((far for _, far in apart if far is not None), default=None)
                found += [option for option, far in apart if far is not None and far == least]
        return list(dict.fromkeys(found))

    def _near(self, typed: str) -> Iterator[Option]:
        """The options with a name that begins so, or differs by few letters; the nearest first.

        Else, of several words, the one that a single word names, for what is around it may be a
        dose or a way; where they name more than one option none is taken for all of them.
        """
        typed = typed[:LONGEST]
        found = []
        for place, option in enumerate(self.options):
            names = [name for name in _said(option) if _same_figures(typed, name)]
            near = [_as_a_whole(typed, name) for name in names]
            if close := [apart for apart in near if apart is not None]:
                found.append((min(close), place))
        yield from (self.options[place] for _, place in sorted(found))
        if not found and len(by_words := self._by_words(typed)) == 1:
            yield from by_words


def _names(option: Option) -> tuple[str, ...]:
    return (option.id, option.label, *option.words)


def _said(option: Option) -> tuple[str, ...]:
    """Its names as people say them."""
    return (option.label, *option.words)


def _within(typed: str, option: Option) -> bool:
    """Whether one of its names of several words is within what was typed."""
    names = (units.plain(name) for name in _said(option) if " " in name)
    return any(name in units.plain(typed) for name in names)


def _can_be_kept(word: str) -> bool:
    """Whether a word may stand in an answer as it was typed: short, and with a letter in it."""
    return len(word) <= LONGEST and word.isprintable() and any(map(str.isalpha, word))


def _is(word: str, names: tuple[str, ...]) -> bool:
    return any(units.alike(word, name) for name in names)


def _same_figures(typed: str, name: str) -> bool:
    """Whether the figures of a name were typed; where none was typed, the name may go on to one."""
    figures = {*FIGURES.findall(typed)}
    return not figures or figures.issuperset(FIGURES.findall(name))


def _as_a_whole(typed: str, name: str) -> int | None:
    """How far a name is from what was typed, word by word where there are as many; or None."""
    left, right = typed.split(), name.split()
    if len(left) != len(right):
        return _close(units.plain(typed), units.plain(name))
    near = [*map(_close, map(units.plain, left), map(units.plain, right))]
    apart = [each for each in near if each is not None]
    return sum(apart) if len(apart) == len(near) else None


def _one_word(word: str, option: Option) -> int | None:
    """How far the nearest of its names of one word is; None where none is near."""
    names = [name for name in _said(option) if " " not in name and _same_figures(word, name)]
    near = [_close(units.plain(word), units.plain(name)) for name in names]
    return min((each for each in near if each is not None), default=None)


def _close(typed: str, name: str) -> int | None:
    """How far they are apart, none where a name is begun; None where more than a letter in four."""
    if len(typed) >= 3 and name.startswith(typed):
        return 0
    far = len(typed) / 4
    if abs(len(typed) - len(name)) > far:
        return None
    apart = _apart(typed, name)
    return apart if apart <= far else None


def _apart(typed: str, name: str) -> int:
    """How many letters must be put in, taken out or changed."""
    row = list(range(len(name) + 1))
    for at, letter in enumerate(typed, 1):
        last, row = row, [at]
        for to, other in enumerate(name, 1):
            row.append(min(last[to] + 1, row[-1] + 1, last[to - 1] + (letter != other)))
    return row[-1]

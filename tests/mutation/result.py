"""What was tried and what nothing noticed, as it is stored for the page that says it."""

import json
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from tests.mutation.mutants import Mutant
from tests.root import ROOT

EVIDENCE = ROOT / "docs" / "evidence"
STORED = EVIDENCE / "mutants.toml"
LISTED = EVIDENCE / "mutants-alive.toml"
HEADING = "# Written by `make mutants`: each module as it was when all its errors were tried.\n"

Id = tuple[str, str, str, str, int]


class Score(NamedTuple):
    """How many errors of a module were tried and noticed, which text it was, and on which day."""

    digest: str
    tried: int
    noticed: int
    on: date


def stored() -> dict[str, Score]:
    """The modules that were tried whole, by their paths."""
    modules = tomllib.loads(STORED.read_text(encoding="utf-8")).get("module", ())
    return {each.pop("path"): Score(**each) for each in modules}


def store(scores: Mapping[str, Score]) -> None:
    """Store these beside the other modules that still exist."""
    whole = {path: each for path, each in stored().items() if (ROOT / path).is_file()} | {**scores}
    parts = [
        f'\n[[module]]\npath = "{path}"\ndigest = "{each.digest}"\n'
        f"tried = {each.tried}\nnoticed = {each.noticed}\non = {each.on.isoformat()}\n"
        for path, each in sorted(whole.items())
    ]
    STORED.write_text(HEADING + "".join(parts), encoding="utf-8")


def listed() -> dict[Id, dict[str, Any]]:
    """The errors that nothing notices, each with why: it is the same program, or a test lacks.

    ValueError where one is listed twice: the page would count it twice.
    """
    alive = tomllib.loads(LISTED.read_text(encoding="utf-8")).get("alive", ())
    for each, times in Counter(map(_id, alive)).items():
        if times > 1:
            raise ValueError(f"listed {times} times: {each}")
    return {_id(each): each for each in alive}


def _id(each: Mapping[str, Any]) -> Id:
    return each["module"], each["within"], each["was"], each["now"], each.get("nth", 1)


def faults(alive: Collection[Mutant], whole: Collection[str]) -> Iterator[str]:
    """What does not fit the list: an error that is not there, or, in modules tried whole, one that
    is there and is noticed now, or gone."""
    known = listed()
    ids = {each.id for each in alive}
    for each in alive:
        if each.id not in known:
            yield f"nothing notices it, and it is not listed:\n{as_listed(each)}"
    for each_id in known:
        if each_id[0] in whole and each_id not in ids:
            yield f"listed, and noticed now or gone: {each_id}"


def fitting(alive: Collection[Mutant], tried: Collection[str]) -> list[str]:
    """Those of the modules tried in which all is as the list has it: these can be stored."""
    of = {path: [each for each in alive if each.module == path] for path in tried}
    return [path for path in tried if not any(faults(of[path], [path]))]


def as_listed(mutant: Mutant) -> str:
    """An entry of the list that lacks its reason."""
    pairs: Iterable[tuple[str, object]] = zip(
        ("module", "within", "was", "now", "nth"), mutant.id, strict=True
    )
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}"
        for key, value in pairs
        if (key, value) != ("nth", 1)
    ]
    return "\n".join(["[[alive]]", *lines, ""])

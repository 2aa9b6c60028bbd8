"""Reads docs/safety/withdrawn.toml: the builds that were withdrawn, why, and what to review.

What it says goes into release.js, for copies, and onto the page of safety notices, for people.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from overrides.markdown.page import fault
from overrides.markdown.register import DOCS, day

FILE = DOCS / "safety" / "withdrawn.toml"
BUILD = re.compile(r"[0-9a-f]{12}")
SENTENCES = re.compile(r"[^\n<>|\[\]]+[.?!]")
"""Whole sentences in one line, with nothing that a page or a table would take for its own."""

KINDS = {
    "builds": (list, 'a list of texts: ["0123456789ab"]'),
    "version": (str, 'a text: "0.1.0"'),
    "on": (date, "a day without quotation marks: 2026-12-24"),
    **dict.fromkeys(("wrong", "affected", "review"), (str, "a text")),
}
"""What the file must have at each name, and how that is said."""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A withdrawal: of which builds, since when, what was wrong, for whom, and what to review."""

    builds: tuple[str, ...]
    version: str
    on: date
    wrong: str
    affected: str
    review: str

    @property
    def words(self) -> str:
        """What a withdrawn copy shows."""
        return f"{self.wrong} {self.affected} {self.review}"


def notices(file: Path = FILE) -> tuple[Notice, ...]:
    """All withdrawals, as listed. Raises Fault where one is not whole or names no build."""
    listed = tomllib.loads(file.read_text(encoding="utf-8")).get("withdrawn", [])
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise fault(None, "withdrawn", "is no list: write [[withdrawn]] above each notice")
    made = tuple(map(_notice, listed))
    for build, times in Counter(build for each in made for build in each.builds).items():
        if times > 1:
            raise fault(None, f'"{build}"', "is withdrawn twice: say all of it in one notice")
    return made


def _notice(listed: dict[str, Any]) -> Notice:
    line = str(listed.get("builds", "[[withdrawn]]"))
    names = {each.name for each in fields(Notice)}
    for name in sorted(names ^ listed.keys()):
        raise fault(None, line, f"lacks {name}" if name in names else f"knows no {name}")
    for name, (kind, words) in KINDS.items():
        if type(listed[name]) is not kind:
            raise fault(None, line, f"{name} must be {words}")
    builds = listed["builds"]
    if not builds or not all(isinstance(each, str) and BUILD.fullmatch(each) for each in builds):
        raise fault(None, line, "is no list of builds: each has twelve digits, 0 to 9 and a to f")
    for name in ("wrong", "affected", "review"):
        if not SENTENCES.fullmatch(listed[name]):
            raise fault(None, line, f"{name} must be whole sentences in one line, without markup")
    return Notice(**{**listed, "builds": tuple(builds)})


def served(build: str, withdrawn: Iterable[Notice] | None = None) -> str:
    """The text of release.js: the build that is served, and the builds that were withdrawn.

    Requirement R-WITHDRAWN: A copy that learns that its build was withdrawn locks its calculators,
    takes their results away, says why, and remembers it without a network.
    """
    listed = notices() if withdrawn is None else withdrawn
    words = {build: each.words for each in listed for build in each.builds}
    return f'self.served = "{build}";\nself.withdrawn = {json.dumps(words)};\n'


def table(listed: Iterable[Notice]) -> Iterator[str]:
    """The lines of the page: a notice for each withdrawal, or that there is none."""
    listed = tuple(listed)
    if not listed:
        yield "**There is none.** No build of this site was withdrawn so far.[@site-rule]"
        return
    yield from (
        "| Withdrawn on | Version, builds | What was wrong | Who is affected | What to review |",
        "| --- | --- | --- | --- | --- |",
    )
    for each in listed:
        builds = ", ".join(f"`{build}`" for build in each.builds)
        said = f"{each.wrong} | {each.affected} | {each.review}[@site-rule]"
        yield f"| {day(each.on.isoformat())} | {each.version}, {builds} | {said} |"

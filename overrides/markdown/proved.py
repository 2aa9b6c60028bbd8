"""`::: proved theorems`, `comparisons` and `code`: what the last whole run came to, and of what."""

import tomllib
from collections.abc import Callable, Iterator
from typing import Any

from overrides.markdown.as_tried import ROOT, changed
from overrides.markdown.register import DOCS, Stash, day

RUN = DOCS / "evidence" / "proof.toml"
"""What `make prove` stored."""
NEWER = "newer than the last whole run"
"""What is said of a comparison that no stored run made."""
GENERATED = "calc/clinical/register.py"
"""The words of the sources: they change with each day on which one is looked at, and no figure."""


def compared_code() -> list[str]:
    """Every module that decides a figure, an outcome or a time: what a run compares and proves."""
    rules = (
        file for room in ("clinical", "model") for file in (ROOT / "calc" / room).rglob("*.py")
    )
    paths = sorted(file.relative_to(ROOT).as_posix() for file in rules)
    return ["calc/catalogue.py", *(path for path in paths if path != GENERATED)]


def theorems(stash: Stash) -> Iterator[str]:
    """The lines: each theorem in words, and how many claims of it were proved."""
    for theorem in run()["theorem"]:
        yield f"1. {theorem['words']} Claims proved: {theorem['claims']:,}."


def comparisons(stash: Stash) -> Iterator[str]:
    """The lines: how often each step was compared, and what all of them stand for."""
    found = run()
    compared = [(each["name"], each["compared"]) for each in found["comparison"]]
    yield from ("| What was compared | Times |", "| --- | --- |")
    yield from (f"| {name} | {f'{times:,}' if times else NEWER} |" for name, times in compared)
    yield f"| **All** | **{sum(times for _, times in compared):,}** |"
    yield ""
    number = f"{found['combinations']:,}"
    each = "patient, regimen, weight, line, infusion and fluids"
    yield f"The steps of foscarnet stand for {number} combinations of {each}."


def code(stash: Stash) -> Iterator[str]:
    """The line: when the run was, and which modules are no longer those that it compared."""
    found = run()
    since = changed_since(found)
    on, modules = day(found["on"].isoformat()), len(found["code"])
    yield f"The last whole run was on {on}, on all {modules} modules that decide a figure."
    if since:
        names = ", ".join(f"`{path}`" for path in since)
        yield f"**Changed since that run, or new: {len(since)}.** They are {names}."
    else:
        yield "None of them has changed since, and none is new."


def changed_since(found: dict[str, Any]) -> list[str]:
    """The modules that are no longer those that a stored run compared, or that it did not know."""
    return changed(found["code"], compared_code())


PARTS: dict[str, Callable[[Stash], Iterator[str]]] = {
    "theorems": theorems,
    "comparisons": comparisons,
    "code": code,
}


def run() -> dict[str, Any]:
    """What the last whole run came to."""
    return tomllib.loads(RUN.read_text(encoding="utf-8"))

"""`::: proved theorems` and `::: proved comparisons`: what the last whole run came to."""

import tomllib
from collections.abc import Callable, Iterator
from typing import Any

from overrides.markdown.register import DOCS, Stash

RUN = DOCS / "evidence" / "proof.toml"
"""What `make prove` stored."""
NEWER = "newer than the last whole run"
"""What is said of a comparison that no stored run made."""


def theorems(stash: Stash) -> Iterator[str]:
    """The lines: each theorem in words, and how many claims of it were proved."""
    for theorem in _run()["theorem"]:
        yield f"1. {theorem['words']} Claims proved: {theorem['claims']:,}."


def comparisons(stash: Stash) -> Iterator[str]:
    """The lines: how often each step was compared, and what all of them stand for."""
    run = _run()
    compared = [(each["name"], each["compared"]) for each in run["comparison"]]
    yield from ("| What was compared | Times |", "| --- | --- |")
    yield from (f"| {name} | {f'{times:,}' if times else NEWER} |" for name, times in compared)
    yield f"| **All** | **{sum(times for _, times in compared):,}** |"
    yield ""
    number = f"{run['combinations']:,}"
    each = "patient, regimen, weight, line, infusion and fluids"
    yield f"The steps of foscarnet stand for {number} combinations of {each}."


PARTS: dict[str, Callable[[Stash], Iterator[str]]] = {
    "theorems": theorems,
    "comparisons": comparisons,
}


def _run() -> dict[str, Any]:
    return tomllib.loads(RUN.read_text(encoding="utf-8"))

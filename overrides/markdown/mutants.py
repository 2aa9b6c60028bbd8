"""`::: mutants score` and `::: mutants alive`: which errors were planted, what nothing noticed."""

import tomllib
from collections.abc import Callable, Iterator
from typing import Any

from overrides.markdown.as_tried import ROOT, changed
from overrides.markdown.register import DOCS, Stash, day

STORED = DOCS / "evidence" / "mutants.toml"
"""What `make mutants` stored."""
LISTED = DOCS / "evidence" / "mutants-alive.toml"


def score(stash: Stash) -> Iterator[str]:
    """The lines: of each module how many errors were tried, noticed, and what the others are.

    A module that is not as it was when it was tried says so.
    """
    modules = stored()
    newer = changed_since(modules)
    alive = _read(LISTED, "alive")
    yield from (
        "| Module | On | Tried | Noticed | The same program | No test yet |",
        "| --- | --- | --- | --- | --- | --- |",
    )
    for each in modules:
        same, lacking = (_of(alive, each["path"], why) for why in ("same", "open"))
        counts = f"{each['tried']:,} | {each['noticed']:,} | {len(same):,} | {len(lacking):,}"
        since = ", changed since" if each["path"] in newer else ""
        yield f"| `{each['path']}`{since} | {day(each['on'].isoformat())} | {counts} |"
    tried, noticed = (sum(each[key] for each in modules) for key in ("tried", "noticed"))
    alike, without = (sum(why in each for each in alive) for why in ("same", "open"))
    yield f"| **All** | | **{tried:,}** | **{noticed:,}** | **{alike:,}** | **{without:,}** |"
    yield ""
    files = (file for file in (ROOT / "calc").rglob("*.py") if file.name != "register.py")
    every = sorted(file.relative_to(ROOT).as_posix() for file in files)
    untried = [path for path in every if path not in {each["path"] for each in modules}]
    yield f"Tried whole: {len(every) - len(untried)} of {len(every)} modules."
    if untried:
        yield f"Not yet: {', '.join(f'`{path}`' for path in untried)}."
    if newer:
        yield f"Changed since they were tried: {len(newer)}; the counts are of their text of then."


def unnoticed(stash: Stash) -> Iterator[str]:
    """The lines: each error that nothing notices, with why."""
    alive = _read(LISTED, "alive")
    if not alive:
        yield "Of the errors that were tried, a test noticed each."
    for each in alive:
        where = f"`{each['module']}`, `{each['within'] or 'the module'}`"
        why = each.get("same") or f"No test yet: {each['open']}"
        was, now = (f"``{each[key] or '(nothing)'}``" for key in ("was", "now"))
        yield f"- {where}: {was} becomes {now}. {why}[@site-rule]"


def stored() -> list[dict[str, Any]]:
    """The modules that were tried whole."""
    return _read(STORED, "module")


def changed_since(modules: list[dict[str, Any]]) -> list[str]:
    """Those of them that have another text now."""
    return changed({each["path"]: each["digest"] for each in modules})


PARTS: dict[str, Callable[[Stash], Iterator[str]]] = {"score": score, "alive": unnoticed}


def _read(file: Any, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8")).get(key, [])
    return found


def _of(alive: list[dict[str, Any]], module: str, why: str) -> list[dict[str, Any]]:
    return [each for each in alive if each["module"] == module and why in each]

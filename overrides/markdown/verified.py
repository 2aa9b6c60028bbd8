"""`::: verified runs` and `figures`: what was checked, how many, when, and by which run."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from calc.expected import PLANNED
from overrides.markdown import faults, mutants, proved
from overrides.markdown.register import DOCS, Stash, day
from overrides.markdown.safety import how_often
from overrides.safety.log import log

TESTS = DOCS / "evidence" / "passed.toml"
"""What `make test STORE=1` stored, and the other commands that run tests."""
TESTED = {
    "make test": "Tests of all that one machine tries in minutes, in a real browser too",
    "make sweep": "Tests of what is like it: other worked examples in the page, axe, slow lines",
    "make test-hosting": "Tests of the release: real servers, frames, from a folder, offline",
    "make test-pyodide": "Tests of the calculators in the Python that a browser runs",
    "make test-builders": "Tests of the pages that two other site builders make",
    "make test-registry": "Tests of the recipe for many machines",
}
"""What passed in a whole run of each command, in the words of the page."""
LOOKED_AT = DOCS / "evidence" / "looked-at.toml"
"""What `make figures` stored."""
FIGURES = {
    "Barriers": {
        "axe-light": "Pages, by every rule of axe, in light",
        "axe-dark": "Pages, by its rules of colours, in the dark",
        "axe-states": "States of forms, and the search, in light and in the dark",
    },
    "Privacy, after a whole journey: no value that was typed": {
        "private-request": "Requests, with their headers and what they send",
        "private-heard": "Requests as the server hears them, those of workers too",
        "private-address": "Addresses of pages and frames",
        "private-title": "Titles",
        "private-log": "Lines that the page logged: it logs none",
        "private-cookie": "Stores of cookies, all of their text",
        "private-storage": "Entries of the two storages of a page",
        "private-window": "Names of windows, with the state of their history",
        "private-cache": "Files of the copy for offline, each byte",
        "private-memory": "Kept memories of Python and their marks, each byte",
    },
    "Security": {
        "strict-pages": "Pages opened under the policy: nothing that it forbids was tried",
        "isolated": "Plans that answered while isolated from every other origin",
        "trusted-types": "Pages under Trusted Types: no calculator answers, and the page says so",
        "sums": "Files of the release whose hash is in its list",
        "bill": "Makers of what travels to the browser, in the bill of materials",
        "signed": "Releases signed, and checked as hosts are told: with a key made for the test",
    },
    "Bad input: never a number, always a sentence": {
        "bad-python": "Texts and records asked of the one guard that all ways pass",
        "bad-flags": "Texts given to the command line, those that can be read included",
        "bad-line": "Lines of a batch, those that can be read included",
        "bad-message": "Messages as a page sends them",
        "bad-page": "Texts typed into a form of the page",
        "bad-frame": "Texts handed to an embedded calculator by the page around it",
    },
}
"""What `make figures` counts, by the subject and by the name that the tests record."""

PLANTED = DOCS / "evidence" / "planted.toml"
"""An error of each kind, and what catches it: all of that proves a control of the hazard log."""
STALE = "The page is of another build than the calculators beside it"
"""The fault in the browser, by its name in the trials of `make faults`."""

HEAD = ("| What was checked | How many | When |", "| --- | --- | --- |")


def runs(stash: Stash) -> Iterator[str]:
    """The lines: each stored run with its count, its day and its command."""
    yield from HEAD
    for what, count, on, command in (*_tests(), *_proved(), *_planted(), *_faults(), *_controls()):
        yield f"| {what} | {count} | {on}, by `{command}` |"
    checks = sum(PLANNED.values())
    what = f"Known answers, refusals and edges in your own browser, of {len(PLANNED)} calculators"
    yield f"| {what} | {checks:,} | before the first answer of each, by the page |"


def figures(stash: Stash) -> Iterator[str]:
    """The lines: what was looked at of each subject, how many, and on which day."""
    stored = _stored(LOOKED_AT)
    for subject, names in FIGURES.items():
        yield from ("", f"**{subject}**", "")
        yield from HEAD
        for name, words in names.items():
            found = stored.get(name)
            count = "not counted yet |"
            if found:
                count = f"{found['times']:,} | {day(found['on'].isoformat())}"
            yield f"| {words} | {count} |"


def planted(stash: Stash) -> Iterator[str]:
    """The lines: each kind of error, by which tests it is caught, and how often they passed.

    Those that catch it plant it; what is `looked_for` is held by a test that plants nothing.
    """
    whole = log()
    passed = {test: n for each in whole.controls.values() for test, n in each.proved_by.items()}
    for each in tomllib.loads(PLANTED.read_text(encoding="utf-8"))["planted"]:
        yield from (f"- {each['what']}: caught by", "")
        for said, tests in (("", "caught_by"), ("looked for by ", "looked_for")):
            for test in each.get(tests, ()):
                yield f"    - {said}`{test}`, passed {how_often(passed[test])}"
        yield ""
    (seen,) = {each["seen"] for each in faults.stored() if each["what"] == STALE}
    yield from (f"In the browser the last one says: *{seen}*", "")
    yield f"The tests passed so often in the run of {day(whole.day)}, `make controls`."


def _stored(file: Path) -> dict[str, Any]:
    """What runs stored by name; nothing before the first."""
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def _tests() -> Iterator[tuple[str, str, str, str]]:
    for command, run in _stored(TESTS).items():
        on = f"{day(run['on'].isoformat())}, of commit {run['commit']}"
        yield f"{TESTED[command]}: all passed", f"{run['passed']:,}", on, command


def _proved() -> Iterator[tuple[str, str, str, str]]:
    run = proved.run()
    on, times = day(run["on"].isoformat()), sum(each["compared"] for each in run["comparison"])
    since = len(proved.changed_since(run))
    state = f"{on}, {since or 'no'} modules changed since"
    link = "[Comparisons with a second implementation](proof.md), none of which differed"
    yield link, f"{times:,}", state, "make prove"
    claims = sum(each["claims"] for each in run["theorem"])
    words = f"Claims of {len(run['theorem'])} [theorems](proof.md#proved-for-every-number), proved"
    yield words, f"{claims:,}", state, "make prove"


def _planted() -> Iterator[tuple[str, str, str, str]]:
    modules = mutants.stored()
    days = [each["on"].isoformat() for each in modules]
    tried, noticed = (sum(each[key] for each in modules) for key in ("tried", "noticed"))
    since = len(mutants.changed_since(modules))
    words = f"[Small errors planted](mutants.md) in {len(modules)} modules, which tests noticed"
    state = f"{_days(days)}, {since or 'no'} modules changed since"
    yield words, f"{noticed:,} of {tried:,}", state, "make mutants"


def _faults() -> Iterator[tuple[str, str, str, str]]:
    trials = faults.stored()
    for browser in faults.BROWSERS:
        days = [each["on"] for each in trials if each["browser"] == browser]
        words = f"[Faults caused](faults.md) between server and answer, in {browser}"
        yield words, f"{len(days):,}", _days(days), "make faults"


def _controls() -> Iterator[tuple[str, str, str, str]]:
    whole = log()
    passed = {test: n for each in whole.controls.values() for test, n in each.proved_by.items()}
    words = f"Tests that prove the {len(whole.controls)} controls of the [hazard log]"
    count = f"{len(passed)}, passed {sum(passed.values()):,} times"
    yield f"{words}(../safety/hazards.md)", count, day(whole.day), "make controls"


def _days(days: list[str]) -> str:
    """The first and the last of some days, or the one that they all are."""
    first, last = min(days), max(days)
    return day(first) if first == last else f"{day(first)} to {day(last)}"


PARTS: dict[str, Callable[[Stash], Iterator[str]]] = {
    "runs": runs,
    "figures": figures,
    "planted": planted,
}

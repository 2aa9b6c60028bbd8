"""The figures as they are stored, and which file of tests, or which test of it, counts each."""

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from overrides.markdown.verified import FIGURES, LOOKED_AT

HEADING = (
    "# Written by `make figures`: how much the tests looked at. project/verified.md says it.\n"
)
FILES = {
    "tests/site/test_accessible.py": ("axe-light", "axe-dark", "axe-states"),
    "tests/site/test_private.py": (
        *("private-request", "private-heard", "private-address", "private-title", "private-log"),
        *("private-cookie", "private-storage", "private-window", "private-cache"),
        "private-memory",
    ),
    "tests/hosting/test_policy.py": ("strict-pages",),
    "tests/site/test_hardened.py": ("isolated", "trusted-types"),
    "tests/hosting/test_release.py::test_the_sums_are_those_of_every_file": ("sums",),
    "tests/hosting/test_release.py::test_the_bill_names_each_notice_that_travels_with_the_theme": (
        "bill",
    ),
    "tests/hosting/test_signed.py": ("signed",),
    "tests/bad_input/test_bad_input.py": ("bad-python", "bad-line", "bad-flags", "bad-message"),
    "tests/site/test_bad_input.py": ("bad-page", "bad-frame"),
}

Figure = dict[str, Any]


def stored() -> dict[str, Figure]:
    """The figures of earlier runs, by their names."""
    if not LOOKED_AT.exists():
        return {}
    figures: dict[str, Figure] = tomllib.loads(LOOKED_AT.read_text(encoding="utf-8"))
    return figures


def merged(
    earlier: Mapping[str, Figure], counted: Mapping[str, int], day: date, version: str
) -> dict[str, Figure]:
    """The figures of earlier runs with those of this one, in the order of the page."""
    new = {name: {"times": n, "on": day, "version": version} for name, n in counted.items()}
    every = {**earlier, **new}
    names = [name for subject in FIGURES.values() for name in subject]
    return {name: every[name] for name in names if name in every}


def write(figures: Mapping[str, Figure]) -> None:
    """Store the figures."""
    parts = [
        f"\n[{name}]\ntimes = {each['times']}\non = {each['on'].isoformat()}\n"
        f'version = "{each["version"]}"\n'
        for name, each in figures.items()
    ]
    LOOKED_AT.write_text(HEADING + "".join(parts), encoding="utf-8")

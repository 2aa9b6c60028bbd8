"""Pyodide, fetched by name and version, and refused unless its bytes are the pinned ones."""

from pathlib import Path

from setup.node import ROOT
from setup.npm import fetched

PINNED = "0.29.5"
"""The version that the site ships."""

PYTHON = "3.13.2"
"""The Python in it; a test asks it."""

NEXT = "314.0.7"
"""The version that the calculators must also pass in (Python 3.14)."""

INTEGRITY = {
    PINNED: "sha512-TkYrUv9m8QmfImADKRmpwZulL48E0uUaBSO+dvRQKyAJc0qh9gu7jn8btyHPh3NZm1r2IH2YrJh"
    "Ir7Q2B9urAw==",
    NEXT: "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JE"
    "sOlD2R1A==",
}


def pyodide(version: str = PINNED) -> Path:
    """The folder with the unpacked files of a pinned version; fetched and checked on first use.

    Raises WrongBytes if the archive does not have the pinned hash, KeyError for an unknown version.
    """
    folder = ROOT / "build" / "pyodide" / version
    return fetched(f"pyodide@{version}", INTEGRITY[version], folder)


if __name__ == "__main__":
    for pinned_version in INTEGRITY:
        pyodide(pinned_version)

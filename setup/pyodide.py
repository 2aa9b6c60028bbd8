"""Pyodide: Python for the browser, in the version that is shipped and in the next."""

from pathlib import Path

from setup.npm import package

PINNED = "0.29.5"
"""The version that the site ships (Python 3.13)."""

NEXT = "314.0.7"
"""The version that the calculators must also pass in (Python 3.14)."""


def pyodide(version: str = PINNED) -> Path:
    """The folder with the unpacked files of a pinned version; fetched and checked on first use."""
    return package(f"pyodide@{version}")

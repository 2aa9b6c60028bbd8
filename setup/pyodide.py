"""Pyodide, in the two versions that setup/package-lock.json pins."""

from pathlib import Path

from setup.node import installed, locked

SHIPPED, COMING = "pyodide", "pyodide-next"
"""What the lock calls them."""

PINNED = locked(SHIPPED)["version"]
"""The version that the site ships."""

PYTHON = "3.13.2"
"""The Python in it; a test asks it."""

NEXT = locked(COMING)["version"]
"""The version that the calculators must also pass in (Python 3.14)."""

INTEGRITY = locked(SHIPPED)["integrity"]
"""The hash of the shipped version's archive, as npm writes it."""


def pyodide(version: str = PINNED) -> Path:
    """The folder with the files of a pinned version; installed on first use.

    Raises KeyError for another version.
    """
    return installed() / {PINNED: SHIPPED, NEXT: COMING}[version]

"""Pyodide, fetched by name and version, and refused unless its bytes are the pinned ones."""

import base64
import hashlib
import shutil
import tarfile
from pathlib import Path

from setup.node import ROOT, npm_pack
from setup.say import say

PINNED = "0.29.5"
"""The version that the site ships (Python 3.13)."""

NEXT = "314.0.7"
"""The version that the calculators must also pass in (Python 3.14)."""

INTEGRITY = {
    PINNED: "sha512-TkYrUv9m8QmfImADKRmpwZulL48E0uUaBSO+dvRQKyAJc0qh9gu7jn8btyHPh3NZm1r2IH2YrJh"
    "Ir7Q2B9urAw==",
    NEXT: "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JE"
    "sOlD2R1A==",
}


class WrongBytes(Exception):
    """What was fetched is not what was pinned. The file is deleted."""


def pyodide(version: str = PINNED) -> Path:
    """The folder with the unpacked files of a pinned version; fetched and checked on first use.

    Raises WrongBytes if the archive does not have the pinned hash, KeyError for an unknown version.
    """
    pinned = INTEGRITY[version]
    folder = ROOT / "build" / "pyodide" / version
    if not folder.exists():
        say(f"fetching Pyodide {version}")
        archive = npm_pack(f"pyodide@{version}", ROOT / "build" / "downloads")
        verify(archive, pinned)
        unpack(archive, folder)
    return folder


def verify(archive: Path, pinned: str) -> None:
    """Raise WrongBytes, and delete the file, unless its hash is the pinned one."""
    digest = hashlib.sha512(archive.read_bytes()).digest()
    found = f"sha512-{base64.b64encode(digest).decode()}"
    if found != pinned:
        archive.unlink()
        raise WrongBytes(f"{archive.name} is refused: its hash is {found}, not {pinned}")


def unpack(archive: Path, folder: Path) -> None:
    """Unpack an npm archive into a folder that appears only when it is whole."""
    partial = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    with tarfile.open(archive) as packed:
        packed.extractall(partial, filter="data")
    folder.parent.mkdir(parents=True, exist_ok=True)
    (partial / "package").rename(folder)
    shutil.rmtree(partial)


if __name__ == "__main__":
    for pinned_version in INTEGRITY:
        pyodide(pinned_version)

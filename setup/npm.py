"""Packages of npm, by name and version, and refused unless their bytes are the pinned ones."""

import base64
import hashlib
import shutil
import tarfile
from pathlib import Path

from setup.node import ROOT, npm_pack
from setup.say import say

INTEGRITY = {
    "pyodide@0.29.5": "sha512-TkYrUv9m8QmfImADKRmpwZulL48E0uUaBSO+dvRQKyAJc0qh9gu7jn8btyHPh3NZm1r2"
    "IH2YrJhIr7Q2B9urAw==",
    "pyodide@314.0.7": "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q"
    "+SNvi/6V5JEsOlD2R1A==",
    "iframe-worker@1.0.4": "sha512-roeaaI+Lg1LJNfgpCjoRe/+WzEjy9+Z08LoEvu85MCPbBjwm+qXz8Ag5U05lHa6"
    "V1CysZyGzE0SOkAtSUA5q7Q==",
}


class WrongBytes(Exception):
    """What was fetched is not what was pinned. The file is deleted."""


def package(pinned: str) -> Path:
    """The folder with the unpacked files of `name@version`; fetched and checked on first use.

    Raises WrongBytes if the archive does not have the pinned hash, KeyError if it has no pin.
    """
    integrity = INTEGRITY[pinned]
    folder = ROOT / "build" / "npm" / pinned
    if not folder.exists():
        say(f"fetching {pinned}")
        archive = npm_pack(pinned, ROOT / "build" / "downloads")
        verify(archive, integrity)
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
    for each in INTEGRITY:
        package(each)

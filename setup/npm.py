"""Packages of npm, fetched by name and version, and refused unless they have the pinned bytes."""

import base64
import hashlib
import shutil
import tarfile
from pathlib import Path

from setup.node import ROOT, npm_pack
from setup.say import say


class WrongBytes(Exception):
    """What was fetched is not what was pinned. The file is deleted."""


def fetched(package: str, pinned: str, folder: Path) -> Path:
    """The folder with the unpacked files of `name@version`; fetched and checked on first use.

    Raises WrongBytes if the archive does not have the pinned hash.
    """
    if not folder.exists():
        say(f"fetching {package}")
        archive = npm_pack(package, ROOT / "build" / "downloads")
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

"""Pyodide with another core, for Node."""

import shutil
from pathlib import Path

from setup.pyodide import pyodide


def with_core(core: bytes, folder: Path) -> Path:
    """The new folder of a Pyodide that has this core in the place of its own."""
    shutil.copytree(pyodide(), folder, ignore=shutil.ignore_patterns("*.html", "*.map"))
    (folder / "pyodide.asm.wasm").write_bytes(core)
    return folder

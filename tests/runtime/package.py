"""Pyodide with another core, and perhaps another script around it, for Node."""

import shutil
from pathlib import Path

from setup.pyodide import pyodide


def with_core(core: bytes, folder: Path, script: str | None = None) -> Path:
    """The new folder of a Pyodide that has this core in the place of its own, and this script."""
    shutil.copytree(pyodide(), folder, ignore=shutil.ignore_patterns("*.html", "*.map"))
    (folder / "pyodide.asm.wasm").write_bytes(core)
    if script is not None:
        (folder / "pyodide.asm.js").write_text(script, "ascii")
    return folder

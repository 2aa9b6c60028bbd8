"""Runs Python inside Pyodide, under Node: to make what is shipped, and to test in it."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from setup.node import node
from setup.pyodide import pyodide

SCRIPT = Path(__file__).with_name("run.mjs")


def run(
    code: str,
    mounts: Mapping[str, Path],
    package: Path | None = None,
    library: Path | None = None,
) -> str:
    """What a piece of Python prints inside Pyodide: the one that is shipped, or another `package`.

    Its standard library may be another zip.

    Raises RuntimeError with what it printed and Python's own words when the code fails.
    """
    order = {
        "package": str(package or pyodide()),
        "library": str(library) if library else None,
        "mounts": {place: str(folder) for place, folder in mounts.items()},
        "code": code,
    }
    command = [str(node()), str(SCRIPT), json.dumps(order)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(f"Python failed inside Pyodide:\n{done.stdout}{done.stderr}")
    return done.stdout

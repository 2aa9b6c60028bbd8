"""What takes long to make is made once for all processes of a run, and not once in each."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name, which `make` has filled; who comes meanwhile waits for it.

    No test may change what lies in it.
    """
    own = factory.getbasetemp()
    run = own.parent if own.name.startswith("popen-") else own  # of one of several processes
    folder, made = run / name, run / f"{name}.made"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            folder.mkdir()
            make(folder)
            made.touch()
    return folder

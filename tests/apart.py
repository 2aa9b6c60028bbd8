"""A run of pytest apart: on one file in a folder of its own, with the options of this project."""

import os
import subprocess
import sys
from pathlib import Path

from tests.root import ROOT

CONFTEST = """
from pathlib import Path
from tests.conftest import pytest_addoption, pytest_configure
from tests.figures import runs

runs.STORED = Path(__file__).with_name("tests.toml")
"""
NAME = "test_apart.py"
STORED = "tests.toml"
"""Where such a run stores how many passed."""


def run_apart(folder: Path, tests: str, *options: str) -> subprocess.CompletedProcess[str]:
    """What came of these tests, a file's text."""
    folder.joinpath("conftest.py").write_text(CONFTEST, encoding="utf-8")
    folder.joinpath(NAME).write_text(tests, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-pno:cacheprovider", *options]
    paths = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=paths, capture_output=True, text=True)

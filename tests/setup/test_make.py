"""The commands that the README names are there."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("command", ["serve", "test", "sweep", "site", "bench", "check", "clean"])
def test_a_command_of_the_readme_is_there(command: str) -> None:
    said = subprocess.run(["make", "--dry-run", command], cwd=ROOT, capture_output=True, text=True)

    assert said.returncode == 0


def test_make_alone_lists_the_commands() -> None:
    said = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)

    assert "make serve" in said.stdout
    assert "make test" in said.stdout

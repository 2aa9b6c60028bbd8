"""`make` alone lists the commands."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PHONY = re.compile(r"^\.PHONY: (.*)$", re.MULTILINE)
UNLISTED = {"help"}


def test_make_alone_lists_every_command() -> None:
    said = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = PHONY.search((ROOT / "Makefile").read_text(encoding="utf-8"))

    assert found
    assert {*found[1].split()} - UNLISTED == set(re.findall(r"^make ([\w-]+)", said, re.MULTILINE))

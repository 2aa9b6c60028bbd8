"""What is tried in parts is tried whole in as many turns."""

import os
import subprocess
import sys
from pathlib import Path

from tests.figures.test_runs import CONFTEST
from tests.part import Part
from tests.root import ROOT

PARTS = 3
NAMES = [f"tests/test_a.py::test_it[{number}]" for number in range(300)]
TESTS = """
import pytest

@pytest.mark.parametrize("number", range(30))
def test_a_number(number):
    print("tried", number)
"""


def test_in_as_many_turns_as_parts_each_test_comes_once() -> None:
    turns = [Part(PARTS, turn) for turn in range(40, 40 + PARTS)]

    assert [] == [name for name in NAMES if sum(turn.has(name) for turn in turns) != 1]


def test_no_part_is_twice_as_large_as_another() -> None:
    sizes = [sum(map(Part(PARTS, turn).has, NAMES)) for turn in range(PARTS)]

    assert max(sizes) < 2 * min(sizes)


def test_a_part_is_not_stored_as_a_whole_run_nor_held_to_the_hazard_log(tmp_path: Path) -> None:
    tmp_path.joinpath("conftest.py").write_text(CONFTEST, encoding="utf-8")
    tmp_path.joinpath("test_numbers.py").write_text(TESTS, encoding="utf-8")
    asked = [f"--part={PARTS}", "--turn=1", "--stores=make sweep", "--controls=hold"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-pno:cacheprovider", "-pno:xdist", "-rP", *asked],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )

    mine = [n for n in range(30) if Part(PARTS, 1).has(f"test_numbers.py::test_a_number[{n}]")]
    assert 0 == run.returncode, run.stdout
    assert [f"tried {n}" for n in mine] == [
        line for line in run.stdout.splitlines() if line.startswith("tried")
    ]
    assert not tmp_path.joinpath("tests.toml").exists()

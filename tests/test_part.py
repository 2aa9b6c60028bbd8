"""What is tried in parts is tried whole in as many turns."""

from pathlib import Path

from tests.apart import NAME, STORED, run_apart
from tests.part import Part

PARTS = 3
EVERY = [f"tests/test_a.py::test_it[{number}]" for number in range(300)]
TESTS = """
import pytest

@pytest.mark.parametrize("number", range(30))
def test_a_number(number):
    print("tried", number)
"""


def test_in_as_many_turns_as_parts_each_test_comes_once() -> None:
    turns = [Part(PARTS, turn) for turn in range(40, 40 + PARTS)]

    assert [] == [name for name in EVERY if sum(turn.has(name) for turn in turns) != 1]


def test_no_part_is_twice_as_large_as_another() -> None:
    sizes = [sum(map(Part(PARTS, turn).has, EVERY)) for turn in range(PARTS)]

    assert max(sizes) < 2 * min(sizes)


def test_a_part_is_not_stored_as_a_whole_run_nor_held_to_the_hazard_log(tmp_path: Path) -> None:
    asked = [f"--part={PARTS}", "--turn=1", "--stores=make sweep", "--controls=hold"]
    run = run_apart(tmp_path, TESTS, "-pno:xdist", "-rP", *asked)

    mine = [n for n in range(30) if Part(PARTS, 1).has(f"{NAME}::test_a_number[{n}]")]
    assert 0 == run.returncode, run.stdout
    assert [f"tried {n}" for n in mine] == [
        line for line in run.stdout.splitlines() if line.startswith("tried")
    ]
    assert not tmp_path.joinpath(STORED).exists()

"""The README's commands are typed, and print what it shows."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cases import named
from tests.every import of_every

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TO_READ = [
    (ROOT / name).read_text(encoding="utf-8")
    for name in ("README.md", "CONTRIBUTING.md", "tests/README.md")
]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MAKE = re.compile(r"(?:^|`)(make(?: [\w=-]+)*)(?=`| *#| *$)", re.MULTILINE)
PYTEST = re.compile(r"\.venv/bin/python -m pytest [^`#\n]*[^`#\n ]")
TAKEN_BY_HAND = ("git clone ADDRESS", "sha256sum")
"""What needs a release that somebody was given, or an address."""


class Session(NamedTuple):
    """A command as it stands after "$ ", and the lines below it."""

    typed: str
    shown: str


def sessions(readme: str) -> list[Session]:
    """Every command that stands with what it prints."""
    blocks = [block for kind, block in FENCE.findall(readme) if kind == "console"]
    whole = "".join(blocks).replace("\\\n", "")
    return [Session(*part.split("\n", 1)) for part in re.split(r"^\$ ", whole, flags=re.M)[1:]]


def fits(shown: str, printed: str) -> bool:
    """Whether a text is what is shown, where "..." stands for anything."""
    parts = (re.escape(part) for part in shown.rstrip("\n").split("..."))
    return re.fullmatch(".*".join(parts) + "\n?", printed, re.DOTALL) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the commands are typed: the calculators, and a file of answers."""
    (tmp_path / "calc").symlink_to(ROOT / "calc")
    answers = json.dumps(dict(named("man-50-hsv-every-8-h").answers))
    (tmp_path / "answers.jsonl").write_text(f"{answers}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("session", sessions(README), ids=lambda session: session.typed[:40])
def test_a_command_prints_what_is_shown_below_it(session: Session, folder: Path) -> None:
    typed = session.typed.replace("python ", f"{sys.executable} ", 1)
    done = subprocess.run(
        ["sh", "-c", typed],
        cwd=folder,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert fits(session.shown, done.stdout), done.stdout[:500]


def test_there_are_such_commands() -> None:
    assert ["list", "schema", "foscarnet-plan", "foscarnet-plan"] == [
        session.typed.split()[3] for session in sessions(README)
    ]


@pytest.mark.parametrize(("shown", "printed"), [("a\n...", "b\na\n"), ("a\n", "a\nb\n")])
def test_another_text_would_not_fit(shown: str, printed: str) -> None:
    assert not fits(shown, printed)


def test_every_other_command_is_one_of_make_or_taken_by_hand() -> None:
    lines = [
        line for kind, block in FENCE.findall(README) if kind == "sh" for line in block.splitlines()
    ]

    assert [] == [line for line in lines if not line.startswith(("make ", *TAKEN_BY_HAND))]


def made() -> list[str]:
    """Every `make` that a person is told to type."""
    return sorted({command for text in TO_READ for command in MAKE.findall(text)})


@of_every(made())
def test_make_knows_every_command_that_is_named(command: str) -> None:
    words = command.split()[1:]
    asked = subprocess.run(["make", "--dry-run", *words], cwd=ROOT, capture_output=True, text=True)

    assert asked.returncode == 0, asked.stderr


def partial_runs() -> list[str]:
    """Every way to run a part of the tests that a person is told to type."""
    return sorted({command for text in TO_READ for command in PYTEST.findall(text)})


@of_every(partial_runs())
def test_a_part_of_the_tests_that_is_named_holds_tests(command: str) -> None:
    """They are found and not run: `make test` runs them."""
    told = [sys.executable, *command.split()[1:], "--collect-only", "--no-header"]
    found = subprocess.run(told, cwd=ROOT, capture_output=True, text=True)

    assert found.returncode == 0, found.stdout


def test_the_ways_to_run_a_part_are_found() -> None:
    assert ".venv/bin/python -m pytest tests/docs" in partial_runs()


def test_the_commands_of_make_are_found() -> None:
    assert {"make serve", "make test", "make bench REPEAT=1"} <= {*made()}

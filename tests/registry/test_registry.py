"""The recipe of the page for many machines, as it stands there, says what one process says.

Dask lies apart from .venv: `make test-registry` fetches it. Its processes are of this machine.
"""

import json
import os
import re
import subprocess
import sys
from itertools import batched
from pathlib import Path

import pytest

from calc.batch import json_lines
from tests.cases import cases
from tests.root import ROOT

PAGE = ROOT / "docs" / "hosting" / "batch.md"
RECIPE = re.compile("`registry.py`:\n\n```\n(.*?)```", re.DOTALL)
DASK = ROOT / "build" / "registry"
PLAN = "foscarnet-plan"
MANY = 8
"""Times that each worked example stands in the files."""
WIDE = 3_000
"""Signs of a line, filled up with spaces: the files are longer than what is handed out at once."""
FILES = 2


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    """The recipe as a file."""
    (code,) = RECIPE.findall(PAGE.read_text(encoding="utf-8"))
    saved = tmp_path / "registry.py"
    saved.write_text(code, encoding="utf-8")
    return saved


def test_the_recipe_answers_a_registry_as_one_process_does(recipe: Path, tmp_path: Path) -> None:
    answers = [json.dumps(dict(case.answers)) for case in cases() if case.calculator == PLAN]
    lines = [f"{each:{WIDE}}\n".encode() for each in answers * MANY]
    given, written = tmp_path / "answers", tmp_path / "outcomes"
    given.mkdir()
    for name, some in enumerate(batched(lines, -(-len(lines) // FILES))):
        (given / f"{name}.jsonl").write_bytes(b"".join(some))

    subprocess.run(
        [sys.executable, recipe, f"{given}/*.jsonl", f"{written}/*.jsonl"],
        env={**os.environ, "PYTHONPATH": f"{DASK}{os.pathsep}{ROOT}"},
        cwd=tmp_path,
        check=True,
    )

    files = sorted(written.iterdir())
    said = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert FILES < len(files)
    assert [*json_lines(PLAN, lines)] == said

"""The command of the kit finds no difference in ours, and every kind of difference in others."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from calc.model.refusals import Refusal
from overrides.release.conformance import write
from tests.cases import cases
from tests.catalogue.walk import all_of
from tests.root import ROOT

OURS = [sys.executable, "-m", "calc", "{}", "--batch"]
DOSE = ["--only", "foscarnet-dose"]
SOME = [*DOSE, "--only", "vaccine-dates", "--only", "next-step"]
PLANTED = """
import json, sys
from dataclasses import replace
sys.path.insert(0, {root!r})
from calc.batch import json_lines
from calc.clinical.foscarnet import label
{before}
for line in json_lines("foscarnet-dose", sys.stdin.buffer):
    said = json.loads(line)
    {change}
    print(json.dumps(said))
"""
TABLE = "table = label.HSV_EVERY_8_H; first, second, *rest = table.rows; object.__setattr__"
PLANTS = {
    "a wrong cell": (
        f"{TABLE}(table, 'rows', (first, replace(second, give=31), *rest))",
        "pass",
        "dose_per_kg",
    ),
    "a wrong interval": (
        f"{TABLE}(table, 'rows', (first, replace(second, every=12), *rest))",
        "pass",
        "interval",
    ),
    "an edge in the wrong band": (
        "label.Row.holds = lambda row, value: value >= row.low and "
        "(row.high is None or value < row.high)",
        "pass",
        "values.dose",
    ),
    "a rounding": (
        "",
        "for each in said['values'].values(): each['value'] = str(round(float(each['value']), 1))",
        "clearance_per_kg",
    ),
    "a wrong unit": (
        "",
        "for each in said['values'].values(): each['unit'] = 'g'",
        "values.dose",
    ),
    "a value left out": ("", "said['values'].pop('dose', 0)", "got nothing"),
    "a dose with a refusal": (
        "",
        "said['values'].setdefault('dose', {'value': '1', 'unit': 'mg'})",
        "expected nothing, got 1 mg",
    ),
    "a caution removed": ("", "said['cautions'] = said['cautions'][1:]", "cautions"),
    "an answer for a refusal": ("", "said['outcome'] = 'answer'", "got answer"),
    "another refusal": ("", "said['refusal'] = None", "refusal"),
    "an error forgotten": ("", "said['errors'] = said['errors'][1:]", "errors"),
    "an empty object": ("", "said = {}", "got None"),
    "no object": ("", "said = [1]", "a JSON object"),
}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """The kit, written where no project is."""
    with TemporaryDirectory() as scratch:
        write(Path(scratch) / "conformance")
        yield Path(scratch) / "conformance"


def check(folder: Path, *arguments: str) -> tuple[int, str]:
    """The exit status of the kit's command, and all that it prints."""
    done = subprocess.run(
        [sys.executable, "-I", str(folder / "check.py"), *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.sweep
def test_our_own_batch_differs_nowhere(folder: Path) -> None:
    """Some of it: `make test-hosting` tries all of the release."""
    status, said = check(folder, *SOME, "--", *OURS)

    assert 0 == status
    assert said.strip().endswith("cases of 3 calculators, 0 with differences")


@pytest.mark.parametrize("plant", PLANTS)
def test_what_is_planted_in_another_program_is_found(
    folder: Path, tmp_path: Path, plant: str
) -> None:
    before, change, found = PLANTS[plant]
    program = tmp_path / "other.py"
    program.write_text(PLANTED.format(root=str(ROOT), before=before, change=change))

    status, said = check(folder, *DOSE, "--", sys.executable, str(program))

    assert 1 == status
    assert found in said


def test_a_part_that_is_left_out_is_no_difference(folder: Path, tmp_path: Path) -> None:
    program = tmp_path / "other.py"
    program.write_text(PLANTED.format(root=str(ROOT), before="", change="said['cautions'] = []"))
    command = ("--", sys.executable, str(program))

    assert 1 == check(folder, *DOSE, *command)[0]
    assert 0 == check(folder, *DOSE, "--leave-out", "cautions", *command)[0]


@pytest.mark.parametrize(
    ("code", "why"),
    [("print('{}')", "replied with 1"), ("raise SystemExit(7)", "exit status 7")],
)
def test_a_program_that_does_not_reply_to_each_line_was_not_tried(
    folder: Path, code: str, why: str
) -> None:
    status, said = check(folder, *DOSE, "--", sys.executable, "-c", code)

    assert 2 == status
    assert why in said


@pytest.mark.parametrize(
    "arguments", [["--", "/no/such/program"], ["--only", "nobody", "--", *OURS], []]
)
def test_what_cannot_be_tried_says_so(folder: Path, arguments: list[str]) -> None:
    assert 2 == check(folder, *arguments)[0]


def test_the_kit_has_every_worked_example(folder: Path) -> None:
    lines = (folder / "cases.jsonl").read_text(encoding="ascii").splitlines()

    assert {case.name for case in cases()} <= {json.loads(line)["name"] for line in lines}


def test_the_kit_has_every_refusal(folder: Path) -> None:
    known = json.loads((folder / "refusals.json").read_text(encoding="utf-8"))

    assert {each.id for each in all_of(Refusal)} == {*known}

"""A batch as a program of many processes: in order, at once, and it says where one was ended."""

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from calc.batch import AHEAD, TOGETHER
from tests.cases import named
from tests.root import ROOT

PLAN = "foscarnet-plan"
MAN = dict(named("man-50-hsv-every-8-h").answers)
JOBS = 2
SOON = 60
"""Seconds after which an answer that was to come at once never will."""


def numbered(count: int) -> bytes:
    """Lines of JSON, each with its number in a name that is not asked."""
    return b"".join(b'{"n%d": "1"}\n' % place for place in range(count))


def program(*options: str) -> list[str]:
    """The command line of a batch."""
    return [sys.executable, "-m", "calc", PLAN, "--batch", *options]


def printed(given: bytes, *options: str) -> bytes:
    """What a batch prints."""
    done = subprocess.run(program(*options), cwd=ROOT, input=given, capture_output=True, check=True)
    assert b"" == done.stderr
    return done.stdout


def started(*options: str) -> subprocess.Popen[bytes]:
    """A batch that is under way, written to and read from as it goes."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        program(*options), cwd=ROOT, bufsize=0, stdin=pipe, stdout=pipe, stderr=pipe
    )


@pytest.mark.parametrize("options", [[], [f"--jobs={JOBS}"]])
def test_a_line_out_is_that_of_its_line_in(options: list[str]) -> None:
    count = 2 * TOGETHER

    lines = printed(numbered(count), *options).splitlines()

    fields = [json.loads(line)["errors"][-1]["field"] for line in lines]
    assert [f"n{place}" for place in range(count)] == fields


def test_every_processor_is_used_on_request() -> None:
    given = json.dumps(MAN).encode() + b"\n{}\n"

    outcomes = [json.loads(line)["outcome"] for line in printed(given, "--jobs").splitlines()]

    assert ["answer", "invalid"] == outcomes


@pytest.mark.parametrize("options", [[], ["--jobs=2"], ["--csv"], ["--csv", "--jobs=2"]])
def test_the_first_line_is_answered_while_the_next_is_awaited(options: list[str]) -> None:
    """As for `head -1`."""
    first = b"age\n68\n" if "--csv" in options else b"{}\n"
    with started(*options) as run:
        assert run.stdin
        assert run.stdout
        run.stdin.write(first)
        for _ in first.splitlines():
            ready, _, _ = select.select([run.stdout], [], [], SOON)
            assert ready
            assert b"\n" == run.stdout.readline()[-1:]
        _, said = run.communicate()
    assert (0, b"") == (run.returncode, said)


def test_where_a_process_is_ended_the_batch_says_that_it_is_not_whole() -> None:
    some = numbered(TOGETHER * (AHEAD * JOBS + 2))
    with started(f"--jobs={JOBS}") as run:
        assert run.stdin
        assert run.stdout
        run.stdin.write(some)
        for _ in range(1 + TOGETHER):
            assert run.stdout.readline()
        processes = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
        os.kill(int(processes[0]), signal.SIGKILL)
        _, said = run.communicate(some)
    assert JOBS == len(processes)
    assert b"A process was ended. What comes after the last outcome is open\n" == said
    assert 1 == run.returncode


@pytest.mark.parametrize("options", [[], ["--jobs=2"]])
def test_a_reader_who_has_had_enough_is_no_fault(options: list[str], tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(b"{}\n" * 500)
    with (
        lines.open("rb") as given,
        subprocess.Popen(
            program(*options),
            cwd=ROOT,
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as run,
    ):
        assert run.stdout
        assert run.stderr
        run.stdout.readline()
        run.stdout.close()
        said = run.stderr.read()
    assert (0, b"") == (run.returncode, said)

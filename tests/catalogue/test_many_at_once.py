"""A batch of any length: in order, at once, the same by many processes, never whole in memory."""

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from calc.batch import AHEAD, TOGETHER, csv_rows, json_lines
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


def rows(count: int) -> bytes:
    """A table of one column, each row with its number as an age."""
    return b"age\n" + b"".join(b"%d\n" % place for place in range(count))


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


@pytest.mark.parametrize(
    ("given", "options"), [(numbered(3 * TOGETHER + 2), []), (rows(3 * TOGETHER + 2), ["--csv"])]
)
def test_many_processes_print_what_one_prints(given: bytes, options: list[str]) -> None:
    assert printed(given, *options) == printed(given, *options, f"--jobs={JOBS}")


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


HELD = f"""
from itertools import islice
from calc.batch import json_lines
taken = 0
def endless():
    global taken
    while True:
        taken += 1
        yield b"{{}}"
answered = json_lines("{PLAN}", endless(), {JOBS})
print(max(taken - given for given, _ in enumerate(islice(answered, 1000), 1)))
answered.close()
"""


def test_no_more_lines_are_held_than_a_few_for_each_process() -> None:
    done = subprocess.run([sys.executable, "-c", HELD], cwd=ROOT, capture_output=True, check=True)

    assert TOGETHER * (AHEAD * JOBS + 1) >= int(done.stdout)


@pytest.mark.parametrize("answering", [json_lines, csv_rows])
def test_alone_one_line_is_held(answering: Callable[..., Iterator[str]]) -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield b"age\n" if taken == 1 else b"68\n"

    answered = answering(PLAN, endless())

    assert [0] * 50 == [taken - given for given, _ in enumerate(islice(answered, 50), 1)]


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


@pytest.mark.parametrize(
    "option", ["--jobs=0", "--jobs=many", "--csv=yes", "--all", "--jobs=1000", "2"]
)
def test_an_option_that_is_none_is_explained(option: str) -> None:
    done = subprocess.run(program(option), cwd=ROOT, input=b"", capture_output=True, check=False)

    assert (2, b"") == (done.returncode, done.stdout)
    assert b"python -m calc NAME --batch" in done.stderr


def test_an_unknown_column_ends_the_batch_by_its_name() -> None:
    given = b"age,wieght\n68,70\n"

    done = subprocess.run(program("--csv"), cwd=ROOT, input=given, capture_output=True, check=False)

    assert (2, b"") == (done.returncode, done.stdout)
    assert "“wieght” is no column".encode() in done.stderr

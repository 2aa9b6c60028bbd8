"""The command line of a batch: what it reads, how it prints, and by how many processes."""

import os
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from types import SimpleNamespace

import pytest

from calc import __main__ as command_line
from calc.__main__ import USAGE, command, main
from calc.batch import Ended, csv_rows, json_lines
from calc.catalogue import CATALOGUE
from calc.model.inputs import CONFIRM

PLAN = "foscarnet-plan"
LINES = [b"{}\n", b"not an answer\n"]
ROWS = [b"age\n", b"68\n"]

Printed = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


def feed(monkeypatch: Patch, given: list[bytes]) -> None:
    """What stands on the standard input."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"".join(given))))


def printed_where(encoding: str, monkeypatch: Patch, *arguments: str) -> bytes:
    """What a command prints where the terminal has this encoding."""
    printed = BytesIO()
    terminal = TextIOWrapper(printed, encoding=encoding)
    monkeypatch.setattr(sys, "stdout", terminal)
    main([*arguments])
    terminal.flush()
    return printed.getvalue()


@pytest.mark.parametrize(
    ("given", "options", "expected"),
    [(LINES, [], [*json_lines(PLAN, LINES)]), (ROWS, ["--csv"], [*csv_rows(PLAN, ROWS)])],
)
def test_the_outcome_of_each_line_is_a_line_and_the_status_says_that_all_are_there(
    given: list[bytes],
    options: list[str],
    expected: list[str],
    monkeypatch: Patch,
    capsys: Printed,
) -> None:
    feed(monkeypatch, given)

    assert 0 == main([PLAN, "--batch", *options])
    printed = capsys.readouterr()
    assert (expected, "") == (printed.out.splitlines(), printed.err)


def test_an_outcome_is_handed_on_before_the_next_line_is_read(monkeypatch: Patch) -> None:
    """Whoever writes a line and waits for its outcome would wait for ever."""
    printed, outcomes = BytesIO(), list[int]()

    def given() -> Iterator[bytes]:
        for line in (*LINES, *LINES):
            outcomes.append(printed.getvalue().count(b"\n"))
            yield line

    monkeypatch.setattr(sys, "stdout", TextIOWrapper(printed))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=given()))
    main([PLAN, "--batch"])

    assert [0, 1, 2, 3] == outcomes


def test_a_column_that_is_not_asked_is_named(monkeypatch: Patch, capsys: Printed) -> None:
    feed(monkeypatch, [b"age,wieght,hieght\n"])
    known = ", ".join((*CATALOGUE[PLAN].inputs, CONFIRM))

    assert 2 == main([PLAN, "--batch", "--csv"])
    printed = capsys.readouterr()
    said = [f"“{each}” is no column: there are {known}" for each in ("wieght", "hieght")]
    assert ("", said) == (printed.out, printed.err.splitlines())


def test_a_batch_that_was_ended_says_what_is_open(monkeypatch: Patch, capsys: Printed) -> None:
    def ended(*_: object) -> Iterator[str]:
        yield "the first outcome"
        raise Ended

    monkeypatch.setattr(command_line, "json_lines", ended)

    assert 1 == main([PLAN, "--batch"])
    assert (
        "the first outcome\n",
        "A process was ended. What comes after the last outcome is open\n",
    ) == capsys.readouterr()


@pytest.mark.parametrize(
    "option", ["--jobs=0", "--jobs=many", "--jobs=1000", "--csv=yes", "--all", "2"]
)
def test_an_option_that_is_none_answers_nothing(option: str, capsys: Printed) -> None:
    assert 2 == main([PLAN, "--batch", option])
    printed = capsys.readouterr()
    assert "" == printed.out
    assert printed.err.startswith(USAGE)


def jobs_of(monkeypatch: Patch, *options: str) -> int:
    """By how many processes a batch is answered."""
    asked: list[int] = []

    def noted(name: str, given: object, jobs: int) -> list[str]:
        asked.append(jobs)
        return []

    monkeypatch.setattr(command_line, "json_lines", noted)
    assert 0 == main([PLAN, "--batch", *options])
    (jobs,) = asked
    return jobs


@pytest.mark.parametrize(
    ("options", "jobs"),
    [([], 1), (["--jobs=1"], 1), (["--jobs=2"], 2), (["--jobs=61"], 61)],
)
def test_so_many_processes_answer_as_are_asked_for(
    options: list[str], jobs: int, monkeypatch: Patch
) -> None:
    assert jobs == jobs_of(monkeypatch, *options)


@pytest.mark.parametrize(("system", "jobs"), [("posix", 999), ("nt", 61)])
def test_no_more_processes_answer_than_the_system_waits_for(
    system: str, jobs: int, monkeypatch: Patch
) -> None:
    """On Windows Python itself starts no more than 61."""
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(os, "name", system)

        assert jobs == jobs_of(elsewhere, "--jobs=999")


def test_without_a_number_each_processor_that_may_be_used_answers(monkeypatch: Patch) -> None:
    usable = {0: {1, 3, 5}}  # by process: 0 is this one
    monkeypatch.setattr(os, "sched_getaffinity", usable.get, raising=False)

    assert 3 == jobs_of(monkeypatch, "--jobs")


@pytest.mark.parametrize(("counted", "jobs"), [(5, 5), (None, 1)])
def test_where_a_system_does_not_say_which_all_are_counted(
    counted: int | None, jobs: int, monkeypatch: Patch
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: counted)

    assert jobs == jobs_of(monkeypatch, "--jobs")


def test_a_sign_that_a_terminal_does_not_have_is_printed_as_its_number(monkeypatch: Patch) -> None:
    assert rb"\xb5" in printed_where("ascii", monkeypatch, "foscarnet-dose", "--weight", "7µ")


def test_a_table_is_printed_in_utf_8_whatever_the_terminal_has(monkeypatch: Patch) -> None:
    feed(monkeypatch, [b"age\n", "7µ\n".encode()])

    assert "7µ" in printed_where("ascii", monkeypatch, PLAN, "--batch", "--csv").decode()


@pytest.mark.parametrize(("word", "status"), [("list", 0), ("nobody", 2)])
def test_the_program_ends_with_the_status_of_its_command(
    word: str, status: int, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(sys, "argv", ["calc", word])

    with pytest.raises(SystemExit) as ended:
        command()
    assert status == ended.value.code


def test_what_is_printed_once_nobody_reads_any_more_goes_nowhere(monkeypatch: Patch) -> None:
    """Python prints what is left when it ends, and would fail again."""
    monkeypatch.setattr(sys, "argv", ["calc", PLAN, "--batch"])
    feed(monkeypatch, LINES)
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as printed:
        monkeypatch.setattr(sys, "stdout", printed)
        command()
        printed.flush()
        assert os.path.samestat(os.fstat(printed.fileno()), os.stat(os.devnull))

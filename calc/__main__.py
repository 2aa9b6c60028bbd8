"""The command line: `python -m calc`; without a command it prints how it is used."""

import json
import os
import re
import sys

from calc import catalogue
from calc.batch import Ended, csv_rows, json_lines
from calc.catalogue import CATALOGUE
from calc.model.outcomes import Failed, FieldError, InputError, Outcome, shortened
from calc.present.outcome_schema import outcome_schema
from calc.present.record import to_record
from calc.present.schema import inputs_schema
from calc.present.text import render_text

EXIT = {"answer": 0, "failure": 1, "invalid": 2, "refusal": 3}

JOBS = re.compile("--jobs(?:=([1-9][0-9]{0,2}))?")

USAGE = """\
python -m calc list                        the calculators
python -m calc schema NAME [--outcome]     the JSON Schema of a calculator's answers, or of its
                                           outcomes
python -m calc NAME --age 66 ... [--json]  one outcome; exit status 0 answer, 1 failure,
                                           2 invalid, 3 refusal
python -m calc --traceback NAME ...        the same; why, where the calculator fails
python -m calc NAME --batch                a JSON object a line in, a JSON outcome a line out, in
                                           UTF-8, or in UTF-16 with its mark; exit status 0 once
                                           every line has its outcome, whichever that is; 1
                                           where a process was ended before
python -m calc NAME --batch --csv          the same for a table: a head that names the inputs, and
                                           a row for each row; exit status 2 for another column
python -m calc NAME --batch --jobs[=4]     the same on every processor, or on so many
"""

WHY = "For maintainers: python -m calc --traceback NAME ... says why"


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    match arguments:
        case ["--help" | "-h"] | [_, "--help" | "-h"]:
            print(USAGE, end="")
            return 0
        case ["list"]:
            for name, each in CATALOGUE.items():
                print(f"{name:22}{each.about}")
            return 0
        case ["schema", name] if name in CATALOGUE:
            print(json.dumps(inputs_schema(CATALOGUE[name]), indent=2))
            return 0
        case ["schema", name, "--outcome"] if name in CATALOGUE:
            print(json.dumps(outcome_schema(CATALOGUE[name]), indent=2))
            return 0
        case [name, "--batch", *options] if name in CATALOGUE:
            return batch(name, options)
        case ["--traceback", name, *flags] if name in CATALOGUE:
            return answer(name, flags, traceback=True)
        case [name, *flags] if name in CATALOGUE:
            return answer(name, flags)
    return explain()


def explain() -> int:
    """Say how it is used, and return the status of what cannot be done."""
    print(USAGE, end="", file=sys.stderr)
    print(f"The calculators: {', '.join(CATALOGUE)}", file=sys.stderr)
    return 2


def answer(name: str, flags: list[str], traceback: bool = False) -> int:
    """Print the outcome for answers given as flags, as text or JSON, and return its status."""
    outcome = one(name, [flag for flag in flags if flag != "--json"], traceback)
    match outcome:
        case _ if "--json" in flags:
            print(json.dumps(to_record(outcome), indent=2))
        case Failed():
            print(render_text(outcome), end="")
            print(WHY, file=sys.stderr)
        case _:
            print(render_text(outcome), end="")
    return EXIT[outcome.kind]


def one(name: str, flags: list[str], traceback: bool) -> Outcome:
    """The outcome for answers given as flags: `--age 66` or `--age=66`.

    With `traceback` an exception of the calculator is raised instead of a failure.
    """
    pairs: list[tuple[str, object]] = []
    rest = iter(flags)
    for flag in rest:
        key, equals, typed = flag.partition("=")
        if not key.startswith("--"):
            text = f"“{shortened(flag)}” is no flag: write --name and then its answer"
            return catalogue.invalid(name, FieldError(None, "line", text))
        if not equals:
            typed = next(rest, "--")
            if typed.startswith("--"):
                text = f"“{shortened(flag)}” has no answer: write --name and then its answer"
                return catalogue.invalid(name, FieldError(None, "line", text))
        pairs.append((key[2:].replace("-", "_"), typed))
    return catalogue.run_pairs(name, pairs, traceback)


def batch(name: str, options: list[str]) -> int:
    """Answer every line of the standard input, and return 0 once that is done.

    2 for an option that is none, and for columns that are not asked for; 1 where a process of
    many was ended, for want of memory perhaps, before all were answered.
    """
    answered, jobs = json_lines, 1
    for option in options:
        if option == "--csv":
            answered = csv_rows
        elif found := JOBS.fullmatch(option):
            jobs = _at_most(int(found[1] or _cores()))
        else:
            return explain()
    if answered is csv_rows:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        for line in answered(name, sys.stdin.buffer, jobs):
            print(line, flush=True)
    except InputError as invalid:
        print(*(error.text for error in invalid.errors), sep="\n", file=sys.stderr)
        return 2
    except Ended:
        print("A process was ended. What comes after the last outcome is open", file=sys.stderr)
        return 1
    return 0


def _at_most(jobs: int) -> int:
    """So many processes, or as many as may answer: Windows waits for no more than 61 at once."""
    return min(jobs, 61) if os.name == "nt" else jobs


def _cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not on every system
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def command() -> None:
    """The command line, ending with the status of what came out."""
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:  # whoever read the output, `head` perhaps, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    command()

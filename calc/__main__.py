"""The command line: `python -m calc`; without a command it prints how it is used."""

import codecs
import json
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from calc import catalogue
from calc.catalogue import CATALOGUE
from calc.model.outcomes import FieldError, Outcome, shortened
from calc.present.outcome_schema import outcome_schema
from calc.present.record import to_json_line, to_record
from calc.present.schema import inputs_schema
from calc.present.text import render_text

EXIT = {"answer": 0, "failure": 1, "invalid": 2, "refusal": 3}

USAGE = """\
python -m calc list                        the calculators
python -m calc schema NAME [--outcome]     the JSON Schema of a calculator's answers, or of its
                                           outcomes
python -m calc NAME --age 66 ... [--json]  one outcome; exit status 0 answer, 1 failure,
                                           2 invalid, 3 refusal
python -m calc --traceback NAME ...        the same; why, where the calculator fails
python -m calc NAME --batch                a JSON object a line in, a JSON outcome a line out, in
                                           UTF-8, or in UTF-16 with its mark; exit status 0 once
                                           every line has its outcome, whichever that is
"""


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
        case [name, "--batch"] if name in CATALOGUE:
            for answered in batch(name, sys.stdin.buffer):
                print(answered)
            return 0
        case ["--traceback", name, *flags] if name in CATALOGUE:
            return answer(name, flags, traceback=True)
        case [name, *flags] if name in CATALOGUE:
            return answer(name, flags)
    print(USAGE, end="", file=sys.stderr)
    print(f"The calculators: {', '.join(CATALOGUE)}", file=sys.stderr)
    return 2


def answer(name: str, flags: list[str], traceback: bool = False) -> int:
    """Print the outcome for answers given as flags, as text or JSON, and return its status."""
    outcome = one(name, [flag for flag in flags if flag != "--json"], traceback)
    if "--json" in flags:
        print(json.dumps(to_record(outcome), indent=2))
    else:
        print(render_text(outcome), end="")
    return EXIT[outcome.kind]


def one(name: str, flags: list[str], traceback: bool = False) -> Outcome:
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


def batch(name: str, lines: Iterable[bytes]) -> Iterator[str]:
    """One JSON outcome for each line of bytes, whatever the line holds."""
    for each in _decoded(iter(lines)):
        yield to_json_line(catalogue.run_json(name, each))


def _decoded(lines: Iterator[bytes]) -> Iterator[str]:
    """Lines of text: of UTF-8, or of UTF-16 where its mark comes first, as PowerShell writes it."""
    first = [*islice(lines, 1)]
    if not any(each.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) for each in first):
        for each in chain(first, lines):
            yield each.decode("utf-8-sig", errors="replace")
        return
    rest = ""
    for piece in codecs.iterdecode(chain(first, lines), "utf-16", errors="replace"):
        *whole, rest = (rest + piece).split("\n")
        yield from whole
    if rest:
        yield rest


def command() -> None:
    """The command line, ending with the status of what came out."""
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:  # whoever read the output, `head` perhaps, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    command()

"""Tries another implementation of the calculators against the cases of this folder.

    python check.py [--only CALCULATOR] [--leave-out PART] -- COMMAND [ARGUMENT ...]

The command is run once for each calculator, whose name stands for {} in its arguments. On its
standard input it gets a JSON object of answers a line, on its standard output it writes a JSON
object a line, its outcome. Exit status: 0 no difference, 1 differences, all listed, 2 it could not
be tried. It needs Python 3.12 or later, and nothing else.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent / "cases.jsonl"
PARTS = ("outcome", "values", "refusal", "errors", "cautions", "decision")
SAME = Fraction(1, 10**9)
"""Two numbers are the same within this part of the expected one: a float may be that far off."""
PATIENCE = 600
"""Seconds for all the cases of one calculator."""


class NotTried(Exception):
    """The other program could not be tried, and why."""


def main(arguments: list[str]) -> int:
    """Try the program that is named, list every difference, and return the exit status."""
    options = argparse.ArgumentParser(usage="check.py [--only NAME] [--leave-out PART] -- COMMAND")
    options.add_argument("--only", action="append", default=[], help="a calculator")
    options.add_argument("--leave-out", action="append", default=[], choices=PARTS)
    options.add_argument("command", nargs="+")
    given = options.parse_args(arguments)
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    names = given.only or list(dict.fromkeys(case["calculator"] for case in cases))
    parts = [part for part in PARTS if part not in given.leave_out]
    wrong = tried = 0
    try:
        for name in names:
            asked = [case for case in cases if case["calculator"] == name]
            if not asked:
                raise NotTried(f"there is no case of a calculator {name}")
            for case, reply in zip(asked, replies(given.command, name, asked), strict=True):
                found = list(differences(case["expected"], reply, parts))
                wrong += bool(found)
                tried += 1
                for where, expected, actual in found:
                    print(f"{case['name']}: {where}: expected {expected}, got {actual}")
    except NotTried as why:
        print(f"not tried: {why}", file=sys.stderr)
        return 2
    print(f"{tried} cases of {len(names)} calculators, {wrong} with differences")
    return 1 if wrong else 0


def replies(command: list[str], name: str, cases: list[Any]) -> list[Any]:
    """What the program replies to all cases of one calculator. Raises NotTried."""
    run = [argument.replace("{}", name) for argument in command]
    lines = "".join(f"{json.dumps(case['answers'])}\n" for case in cases)
    try:
        done = subprocess.run(run, input=lines.encode(), stdout=subprocess.PIPE, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotTried(f"{run[0]}: {error}") from None
    given = done.stdout.decode("utf-8", errors="replace").splitlines()
    if len(given) != len(cases):
        many = f"{len(cases)} lines of {name}, replied with {len(given)}"
        raise NotTried(f"{run[0]} was given {many}, exit status {done.returncode}")
    return [_read(line) for line in given]


def differences(
    expected: dict[str, Any], reply: Any, parts: list[str]
) -> Iterator[tuple[str, object, object]]:
    """Where a reply differs, what was expected there, and what came."""
    if not isinstance(reply, dict):
        yield "the line", "a JSON object", reply
        return
    for part in parts:
        wanted, got = expected[part], reply.get(part)
        if part == "values":
            yield from _values(wanted, got if isinstance(got, dict) else {})
        elif _plain(part, wanted) != _plain(part, got):
            yield part, _plain(part, wanted), _plain(part, got)


def _values(wanted: dict[str, Any], got: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """Each value by its name: one that is missing or too much is a difference as well."""
    for name in dict.fromkeys((*wanted, *got)):
        there, here = _quantity(wanted.get(name)), _quantity(got.get(name))
        if there is None or here is None or there[1] != here[1] or not _same(there[0], here[0]):
            yield f"values.{name}", _shown(wanted.get(name)), _shown(got.get(name))


def _quantity(raw: Any) -> tuple[Fraction, str] | None:
    """A value and its unit; None where there is none."""
    try:
        return Fraction(str(raw["value"])), str(raw["unit"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None


def _same(expected: Fraction, actual: Fraction) -> bool:
    return abs(expected - actual) <= abs(expected) * SAME


def _shown(raw: Any) -> str:
    quantity = _quantity(raw)
    if quantity is None:
        return "nothing" if raw is None else f"{raw!r}"
    return f"{raw['value']} {quantity[1]}"


def _plain(part: str, raw: Any) -> object:
    """A part without its words: an id in place of what has one, and errors by field and code."""
    match part, raw:
        case "errors", list():
            return sorted(f"{each.get('field')}: {each.get('code')}" for each in raw if _has(each))
        case "cautions", list():
            return sorted(str(each["id"]) if _has(each) else str(each) for each in raw)
        case (("errors" | "cautions"), None):
            return []
        case _, {"id": str(id)}:
            return id
        case _:
            return raw


def _has(raw: Any) -> bool:
    return isinstance(raw, dict)


def _read(line: str) -> Any:
    try:
        return json.loads(line, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        return line[:60]


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(2)

"""`python -m overrides.site.expected`: is what the self-test expects what the tables say here?

It fails with the one line that says what to do. With --write it writes calc/expected.py
anew: what stands at each edge of each column, one worked example of each refusal, and how many
checks that makes for each calculator, with its known answers. The browser's Python, which is
another one, must find the same.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from calc.catalogue import CATALOGUE
from calc.present.self_test import columns, found
from overrides.markdown.examples import CASES
from overrides.site.written import keep_or_fail

WRITTEN = Path(__file__).parents[2] / "calc" / "expected.py"
HEAD = '''\
"""What the self-test of each browser must find, at the edges of the dose tables and of refusals.

Made from the tables and from docs/examples by `make register`. Change it there, never here.
"""
# ruff: noqa: E501
# fmt: off

'''
STALE = "calc/expected.py is not what tables and examples say: run make register"


def refusals() -> dict[str, dict[str, Mapping[str, str]]]:
    """The worked example with the fewest letters for each refusal, by calculator and refusal."""
    shortest: dict[str, dict[str, Mapping[str, str]]] = {}
    for case in _cases():
        of_it, id, answers = (
            shortest.setdefault(case["calculator"], {}),
            case["refusal"],
            case["answers"],
        )
        if id not in of_it or len(str(answers)) < len(str(of_it[id])):
            of_it[id] = answers
    return shortest


def _cases() -> Iterator[dict[str, Any]]:
    for file in sorted(CASES.glob("*.toml")):
        cases = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
        yield from (case for case in cases if case.get("refusal"))


def module() -> str:
    """The module as it should be."""
    lines = ["EDGES: dict[str, tuple[str, ...]] = {"]
    for name, column in columns().items():
        lines += [f"    {_text(name)}: (", *(f"        {_text(each)}," for each in found(column))]
        lines.append("    ),")
    lines += ["}", "REFUSALS: dict[str, tuple[tuple[dict[str, str], str], ...]] = {"]
    refused = refusals()
    for calculator, listed in refused.items():
        lines.append(f"    {_text(calculator)}: (")
        lines += [f"        ({_text(answers)}, {_text(id)})," for id, answers in listed.items()]
        lines.append("    ),")
    lines += ["}", "PLANNED: dict[str, int] = {"]
    for name, each in CATALOGUE.items():
        edges = sum(1 for column in each.columns for _ in found(column))
        total = len(each.known_answers) + len(refused.get(name, ())) + edges
        lines.append(f"    {_text(name)}: {total},")
    return HEAD + "\n".join([*lines, "}"]) + "\n"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    keep_or_fail(WRITTEN, module(), STALE)

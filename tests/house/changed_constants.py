"""Run by itself: each named constant of the rules changed in turn, and who still says the old one.

Each is changed until a worked example of docs/examples says something else, and what that one says
is looked through. Prints, as JSON, a list of [module, constant, old figure, the line that holds it
or that no example says it].
"""

import ast
import importlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from calc.catalogue import CATALOGUE, run
from calc.model import units
from calc.present.record import to_record
from calc.present.text import render_text
from tests.cases import Case, cases

ROOT = Path(__file__).parents[2]
CONSTANT = re.compile(
    r'^(?P<name>[A-Z][A-Z_0-9]*) = constant\(\s*(?P<value>\d+(?:\.\d+)?), "(?P<unit>[^"]+)"', re.M
)
CONVERSIONS = {"HOURS_24", "ONE", "MG_PER_G", "CM_PER_M", "MINUTES_PER_HOUR", "WHOLE_MINUTE"}
"""What cannot be otherwise, by the definition of a unit or of a day."""
NEVER_SAID = {
    "HALF_LITRE": "a figure that pages alone state",
    "CUT_BY": "how near two doses count as one: no example has two that are so near",
    "TEN_MG": "how far such a figure is rounded",
}
"""What no example can say, each with its reason."""
COINCIDES = {
    "SIXTY": "a rate below which Bazett's formula goes wrong is the same figure",
    "BEFORE_STOPPING": "a second dose of a vaccine comes so long after the first",
    "EACH_DAY": "the next test may be due in a day",
    "TWICE": "sources count their tables and stages",
    "WINDOW": "an example's two creatinines are as far apart",
}
"""Another fact is the same figure."""
DAY = re.compile(r"\d{4}-\d\d-\d\d|\d+ [A-Z][a-z]+ \d{4}")
"""A day in an answer."""
CHANGES = (Decimal("1.37"), Decimal("1.07"), Decimal("0.91"), Decimal(37))
"""So many times more: factors that lead to no figure that stands for something else.

The next one is for what no calculator can be loaded or drawn with by the one before, or is not
seen.
"""


class Changed(SourceFileLoader):
    """Loads a module with one piece of its source changed."""

    def __init__(self, name: str, path: str, old: str, new: str) -> None:
        super().__init__(name, path)
        self.old, self.new = old, new

    def get_code(self, fullname: str) -> object:  # type: ignore[override]
        source = self.get_data(self.path).decode("utf-8")
        return compile(source.replace(self.old, self.new, 1), self.path, "exec")


class Finder(MetaPathFinder):
    """Finds one module changed; all others are found as ever."""

    def __init__(self, module: str, old: str, new: str) -> None:
        self.module, self.old, self.new = module, old, new

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        found = PathFinder.find_spec(name, path)  # type: ignore[arg-type]
        if name == self.module and found and found.origin:
            found.loader = Changed(name, found.origin, self.old, self.new)
            return found
        return None


def constants() -> Iterator[tuple[str, re.Match[str]]]:
    """Each module of the rules with each constant that is named at its top."""
    for path in sorted((ROOT / "calc" / "clinical").rglob("*.py")):
        for found in CONSTANT.finditer(path.read_text(encoding="utf-8")):
            if found["name"] not in CONVERSIONS | NEVER_SAID.keys() and Decimal(found["value"]):
                yield _module(path), found


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imports() -> dict[str, set[str]]:
    """Each module of the rules with the modules of the rules that it imports."""
    paths = {_module(path): path for path in (ROOT / "calc" / "clinical").rglob("*.py")}
    known: dict[str, set[str]] = {}
    for module, path in paths.items():
        named = [
            (each.module or "", alias.name)
            for each in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(each, ast.ImportFrom)
            for alias in each.names
        ]
        known[module] = paths.keys() & {
            name for inside, alias in named for name in (inside, f"{inside}.{alias}")
        }
    return known


def built_on(module: str, known: dict[str, set[str]]) -> set[str]:
    """A module, and all that import it, straight or by way of others."""
    found, new = {module}, {module}
    while new:
        new = {name for name, needs in known.items() if needs & new} - found
        found |= new
    return found


@contextmanager
def changed(finder: Finder, stale: set[str]) -> Iterator[None]:
    """The modules that are built on a changed one are loaded anew; afterwards all is as before."""
    before = {name: sys.modules.pop(name) for name in stale if name in sys.modules}
    for name in before:
        package, _, inside = name.rpartition(".")
        vars(sys.modules[package]).pop(inside, None)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        sys.modules.update(before)
        for name, module in before.items():
            package, _, inside = name.rpartition(".")
            setattr(sys.modules[package], inside, module)


def said(case: Case) -> list[str]:
    """All that an example says, line by line: the text, the exact values, and the ids in words."""
    outcome = run(case.calculator, case.answers, True)
    record = to_record(outcome)
    ids = [each["id"] for each in (*record["cautions"], record["refusal"] or {"id": ""})]
    values = [f"{name} {value}" for name, value in record["values"].items()]
    return [*render_text(outcome).splitlines(), *values, *(id.replace("-", " ") for id in ids)]


as_it_is = cache(said)


class Figure(NamedTuple):
    """A constant's figure as it is: without its unit, and with it as people read it."""

    value: str
    unit: str

    @property
    def words(self) -> str:
        return f"{self.value} {self.unit}".strip()

    @property
    def holds(self) -> re.Pattern[str]:
        """What finds the figure with its unit in a line."""
        of_a_unit = "" if self.unit else r"(?! ?[A-Za-z%])"
        return re.compile(rf"(?<![\d.,]){re.escape(self.words)}(?![\w/.]|,\d){of_a_unit}")

    def comes_out(self, lines: Iterable[str]) -> bool:
        """Whether a step of the working makes this figure: it is the patient's there."""
        step = re.compile(rf"^\d+\. .* = {self.holds.pattern}$")
        return any(map(step.search, lines))

    def typed(self, case: Case) -> bool:
        """Whether it is a number of an example's answers, their days left out."""
        number = re.compile(rf"(?<![\d.]){re.escape(self.value)}(?![\d.])")
        return any(number.search(DAY.sub("", each)) for each in case.answers.values())


def tried(module: str, stale: set[str], old: Figure) -> Iterator[Case]:
    """The examples of each calculator that is built on a module, those of its own room first.

    Of a calculator those come first that say the figure as it is. Those in which it is the
    patient's are left out.
    """
    room = module.split(".")[2]
    theirs = [each for each in CATALOGUE.values() if each.compute.__module__ in stale]
    theirs.sort(key=lambda each: each.compute.__module__.split(".")[2] != room)
    for each in theirs:
        of_it = [case for case in cases() if case.calculator == each.name and not old.typed(case)]
        yield from sorted(of_it, key=lambda case: not any(map(old.holds.search, as_it_is(case))))


def first_that_changes(module: str, stale: set[str], old: Figure) -> list[str] | None:
    """What the first example says that says something else now; None where none does."""
    for case in tried(module, stale, old):
        is_now = CATALOGUE[case.calculator]
        try:
            loaded = importlib.import_module(is_now.compute.__module__)
            with patch.dict(CATALOGUE, {case.calculator: vars(loaded)[is_now.compute.__name__]}):
                lines = said(case)
        except (ArithmeticError, AssertionError, LookupError, ValueError):
            continue
        if lines != as_it_is(case) and not old.comes_out((*lines, *as_it_is(case))):
            return lines
    return None


def left_behind() -> Iterator[tuple[str, str, str, str]]:
    """Each line that says an old figure though its constant was changed."""
    known = imports()
    for module, found in constants():
        old = Figure(found["value"], units.for_people(found["unit"]))
        start, end = (place - found.start() for place in found.span("value"))
        stale = built_on(module, known)
        lines = None
        for change in CHANGES:
            new = f"{found[0][:start]}{Decimal(old.value) * change}{found[0][end:]}"
            with changed(Finder(module, found[0], new), stale):
                lines = lines or first_that_changes(module, stale, old)
        if lines is None:
            yield module, found["name"], old.words, "no worked example says it"
        elif found["name"] not in COINCIDES:
            for line in filter(old.holds.search, lines):
                yield module, found["name"], old.words, line


if __name__ == "__main__":
    print(json.dumps([*left_behind()]))

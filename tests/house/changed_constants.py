"""Run by itself: each figure that the rules name changed in turn, and who still says the old one.

Each is changed until a worked example of docs/examples says something else, and what that one says
is looked through; so is one of every other calculator whose examples say the figure. A line that
still says it is another's where it does no longer once every constant of that figure is changed.
Prints, as JSON, a list of [module, constant, old figure, the line that holds it or that no example
says it].
"""

import ast
import importlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from itertools import product
from pathlib import Path
from types import CodeType
from unittest.mock import patch

from calc.catalogue import CATALOGUE, run
from calc.model import digits, units
from calc.present.record import to_record
from calc.present.text import render_text
from tests.cases import Case, cases, named
from tests.house.named_figures import CLINICAL, Named, module_of, named_figures

CONVERSIONS = {
    *("HOURS_24", "conversions.ONE", "MG_PER_G", "CM_PER_M", "MINUTES_PER_HOUR", "WHOLE_MINUTE"),
    "cidofovir.gate.ONE",
}
"""What cannot be otherwise, by the definition of a unit or of a day, or makes no difference."""
NEVER_SAID = {
    "HALF_LITRE": "a figure that pages alone state",
    "SODIUM_AT_70_KG": "the same",
    "CUT_BY": "how near two doses count as one: no example has two that are so near",
    "TEN_MG": "how far such a figure is rounded",
    "fluids.STRONG": "names under which a fluid is found",
    "DRAWN": "the ends of a scale that is drawn",
    "ROWS": "empty rows of a sheet of paper",
    "SHEET_DAYS": "the same",
}
"""What no example can say, each with its reason."""
SAID_BY = {
    "ROUNDED_UP": "timetable-of-a-dose-1-per-cent-off",
    "OFF_BY_PERCENT": "infusion-of-a-dose-between-two-rows",
    "NEAR_SHARE": "redose-kinetic-at-the-edge",
    "OLDER_SCALE": "man-68-exactly-1-every-12-h",
    "foscarnet_order.facts.TENTH_MG": "order-a-tenth-below",
    "body_surface.PLACES": "iv-man-of-70-kg-by-the-us-label",
    "LOW_CREATININE": "woman-of-82-with-a-low-creatinine",
}
"""An example to ask first: all would have to be asked for a figure that hardly any says."""
COINCIDES = {
    "SIXTY": "a rate below which Bazett's formula goes wrong is the same figure",
    "BEFORE_STOPPING": "a second dose of a vaccine comes so long after the first",
    "EACH_DAY": "the next test may be due in a day",
    "TWICE": "sources count their tables and stages",
    "TIMES_A_WEEK": "the same",
    "body_surface.PLACES": "the same",
    "WINDOW": "an example's two creatinines are as far apart",
    "CEILING_HOURS": "the interval of a row",
    "OLDER_SCALE": "a row's dose, and what is left of a container",
    "FEW_DATA_CLEARANCE": "an example's clearance",
    "foscarnet_interactions.words.MANY": "an example's drugs are as many",
    "foscarnet_order.words.FEW": "an example's items are as many",
    "foscarnet_redose.course.MAINTENANCE": "an example's creatinine is as old",
    "ACICLOVIR_ZOSTER_EUROPE": "the dose of a row",
    "SERIES_GAVE": "the same",
    "qtc.BY_RATE": "an example's two QTc are as far apart",
    "weight.SHARE": "an example's creatinine has risen by as much",
}
"""Another fact is the same figure."""
DAY = re.compile(r"\d{4}-\d\d-\d\d|\d+ [A-Z][a-z]+ \d{4}")
"""A day in an answer."""
NUMBER = re.compile(r"\d+(?:\.\d+)?")
CHANGES = tuple(map(Fraction, ("1.37", "1.07", "0.91", "37")))
"""So many times more: factors that lead to no figure that stands for something else.

The next one is for what no calculator can be loaded or drawn with by the one before, or is not
seen.
"""


def listed(figure: Named, names: Iterable[str]) -> bool:
    """Whether a constant is one of those, called by name, with the module where need be."""
    return any(f".{figure.module}.{figure.constant}".endswith(f".{name}") for name in names)


@cache
def code(path: str) -> CodeType:
    """A module as it is, compiled once: each is loaded again and again."""
    return compile(Path(path).read_bytes(), path, "exec")


class Loader(SourceFileLoader):
    """Loads a module with figures of its source changed, or as it is where there are none."""

    def __init__(self, name: str, path: str, figures: list[Named], change: Fraction) -> None:
        super().__init__(name, path)
        self.figures, self.change = figures, change

    def get_code(self, fullname: str) -> CodeType:
        if not self.figures:
            return code(self.path)
        source = self.get_data(self.path)
        for figure in sorted(self.figures, key=lambda each: each.start, reverse=True):
            source = figure.times(self.change, source)
        return compile(source, self.path, "exec")


class Finder(MetaPathFinder):
    """Finds the modules of the product, figures of them changed."""

    def __init__(self, figures: list[Named], change: Fraction) -> None:
        self.figures, self.change = figures, change

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        found = PathFinder.find_spec(name, path)  # type: ignore[arg-type]
        if not found or not found.origin or not name.startswith("calc."):
            return None
        of_it = [each for each in self.figures if each.module == name]
        found.loader = Loader(name, found.origin, of_it, self.change)
        return found


def imports() -> dict[str, set[str]]:
    """Each module of the rules with the modules of the rules that it imports."""
    paths = {module_of(path): path for path in CLINICAL.rglob("*.py")}
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


@cache
def as_one_text(case: Case) -> str:
    """All that an example says as it is."""
    return "\n".join(as_it_is(case))


@cache
def numbers(case: Case) -> frozenset[Fraction]:
    """The numbers of an example's answers, their days left out."""
    texts = (DAY.sub("", each) for each in case.answers.values())
    return frozenset(Fraction(each) for text in texts for each in NUMBER.findall(text))


@dataclass(frozen=True)
class Figure:
    """A constant's figure as people read it: with its unit, or first of two."""

    value: Fraction
    unit: str

    @property
    def words(self) -> str:
        return f"{digits.decimal(self.value)} {units.behind(self.value, self.unit)}".strip()

    @cached_property
    def spelt(self) -> set[str]:
        """The number as a machine and as a person writes it."""
        return {digits.decimal(self.value), digits.all_digits(self.value)}

    @cached_property
    def holds(self) -> re.Pattern[str]:
        """What finds the figure with its unit in a line."""
        number = rf"(?<![\d.,])(?:{'|'.join(map(re.escape, sorted(self.spelt)))})"
        unit = units.for_people(self.unit)
        if not unit:
            return re.compile(rf"{number}(?![\w/.]|,\d)(?! ?[A-Za-z%])")
        named = "|".join({re.escape(each) for each in (unit, units.behind(self.value, self.unit))})
        range_of_two = r"(?: (?:to|or|and) \d[\d,]*(?:\.\d+)?)?"
        return re.compile(rf"{number}{range_of_two} ?(?:{named})(?![\w/.]|,\d)")

    def said_by(self, case: Case) -> bool:
        """Whether an example says it as it is."""
        text = as_one_text(case)
        return any(each in text for each in self.spelt) and bool(self.holds.search(text))

    def comes_out(self, text: str) -> bool:
        """Whether a step of a working makes it."""
        step = rf"^\d+\. .* = {self.holds.pattern}$"
        return bool(re.search(step, text, re.MULTILINE))

    def of_the_patient(self, case: Case) -> bool:
        """Whether it is typed in an example, or comes out of a step of its working."""
        return self.value in numbers(case) or (
            self.said_by(case) and self.comes_out(as_one_text(case))
        )


def of_calculators(stale: set[str], module: str, old: Figure) -> Iterator[list[Case]]:
    """The examples of each calculator that is built on a module, those of its own room first.

    Of a calculator those come first that say the figure as it is, and last of them those in which
    it is the patient's: whether another says it cannot be told there.
    """
    room = module.split(".")[2]
    theirs = [each for each in CATALOGUE.values() if each.compute.__module__ in stale]
    theirs.sort(key=lambda each: each.compute.__module__.split(".")[2] != room)
    for each in theirs:
        of_it = [case for case in cases() if case.calculator == each.name]
        yield sorted(of_it, key=lambda case: (not old.said_by(case), old.of_the_patient(case)))


def changed_lines(case: Case) -> list[str]:
    """What an example says now that figures are changed; nothing where it is what it said."""
    is_now = CATALOGUE[case.calculator]
    try:
        loaded = importlib.import_module(is_now.compute.__module__)
        with patch.dict(CATALOGUE, {case.calculator: vars(loaded)[is_now.compute.__name__]}):
            lines = said(case)
    except (ArithmeticError, AssertionError, LookupError, TypeError, ValueError):
        return []
    return [] if lines == as_it_is(case) else lines


def first_that_change(
    figure: Named, stale: set[str], old: Figure, asked: list[Case] | None
) -> Iterator[tuple[Case, list[str]]]:
    """The first example that says something else now, and what; and one of each other calculator.

    Of the others those examples alone are asked that say the figure as it is.
    """
    found = False
    for of_it in [asked] if asked else of_calculators(stale, figure.module, old):
        for case in of_it:
            if found and (old.of_the_patient(case) or not old.said_by(case)):
                break
            if lines := changed_lines(case):
                found = True
                yield case, lines
                break


class Trial:
    """The figures of the rules, changed in turn."""

    def __init__(self) -> None:
        self.known = imports()
        self.figures = [*named_figures()]

    def built_on(self, figures: list[Named]) -> set[str]:
        return {name for each in figures for name in built_on(each.module, self.known)}

    def left_behind(self, figure: Named) -> Iterator[str]:
        """Each line that says an old figure though its constant was changed."""
        old = Figure(figure.value, figure.unit)
        stale = self.built_on([figure])
        hints = [name for each, name in SAID_BY.items() if listed(figure, (each,))]
        for asked, change in product([[*map(named, hints)], None] if hints else [None], CHANGES):
            with changed(Finder([figure], change), stale):
                seen = [*first_that_change(figure, stale, old, asked)]
            if seen:
                for case, lines in seen:
                    made = old.of_the_patient(case) or old.comes_out("\n".join(lines))
                    if any(map(old.holds.search, lines)) and not made:
                        yield from self.still_said(case, change, old)
                return
        yield "no worked example says it"

    def still_said(self, case: Case, change: Fraction, old: Figure) -> Iterator[str]:
        """The lines that say a figure though each constant that is the same figure was changed."""
        alike = [each for each in self.figures if (each.value, each.unit) == (old.value, old.unit)]
        with changed(Finder(alike, change), self.built_on(alike)):
            lines = changed_lines(case)
        yield from filter(old.holds.search, lines or ("nothing can be loaded",))


def left_behind() -> Iterator[tuple[str, str, str, str]]:
    """Each constant with the lines that say an old figure of it, or that nothing says it."""
    trial = Trial()
    for figure in trial.figures:
        if not listed(figure, (*CONVERSIONS, *NEVER_SAID, *COINCIDES)):
            words = Figure(figure.value, figure.unit).words
            for line in trial.left_behind(figure):
                yield figure.module, figure.constant, words, line


if __name__ == "__main__":
    print(json.dumps([*left_behind()]))

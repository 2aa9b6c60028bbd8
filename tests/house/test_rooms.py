"""A drug has a room in `calc/clinical`: what two drugs share stands in none of their rooms."""

import ast
import re
from functools import cache
from pathlib import Path

from calc.catalogue import CATALOGUE
from tests.root import ROOT

CLINICAL = ROOT / "calc" / "clinical"
READS_THE_DRUGS = {"pathway", "electrolytes"}
"""The pathway names the limits of drugs, which stand with each; electrolytes what is due on one."""
ALL_OF_A_DRUG = re.compile(r"([a-z]+)(?:_[a-z]+)?")
"""A drug with many calculators has further rooms, named after the first: foscarnet_schedule."""

DOSE_UNITS = {"mg/kg", "mg", "g"}
OF_THE_LANGUAGE = {
    "days": "a unit of time",
    "dose": "what a row of a dose table gives",
    "interval": "how often a row of a dose table gives it",
    "pathway": "any way drawn through questions, and its class in the style sheets",
    "patient": "whom any answer is about",
    "zoster": "the name of the site",
}
"""Names of the rules that are words of their own in what asks and shows, and which."""


@cache
def rooms() -> dict[str, list[Path]]:
    """The modules of each room."""
    return {
        room.parent.name: sorted(room.parent.glob("*.py"))
        for room in CLINICAL.glob("*/__init__.py")
    }


def imported(path: Path) -> set[str]:
    """The dotted names that a module imports, and what it takes from each."""
    named: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            named |= {f"{node.module}.{each.name}" for each in node.names}
    return named


def drug(room: str) -> str:
    """The first room of the drug that a room is about."""
    named = ALL_OF_A_DRUG.fullmatch(room)
    return named[1] if named else ""


def test_no_room_of_a_drug_and_nothing_shared_imports_from_another_room() -> None:
    modules = {path: name for name, paths in rooms().items() for path in paths}
    shared = dict.fromkeys(CLINICAL.glob("*.py"), "")
    offenders = [
        (str(path.relative_to(CLINICAL)), name)
        for path, own in {**modules, **shared}.items()
        if own not in READS_THE_DRUGS
        for name in sorted(imported(path))
        for other in rooms().keys() - {own, drug(own)}
        if f"{name}.".startswith(f"calc.clinical.{other}.")
    ]

    assert {"aciclovir", "cidofovir", "foscarnet"} <= rooms().keys()
    assert [] == offenders


def texts(path: Path) -> set[str]:
    """The texts of a module's code, whole."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        each.value
        for each in ast.walk(tree)
        if isinstance(each, ast.Constant)
        if isinstance(each.value, str)
    }


def words(path: Path) -> tuple[set[str], set[str]]:
    """The words of a module's texts but its docstrings, and those of the names in its code."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    written: set[str] = set()
    names: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in alone:
                written |= {*re.findall(r"[\w-]+", text.casefold())}
            case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
                names |= {*name.casefold().split("_")}
            case _:
                pass
    return written, names


def drugs() -> set[str]:
    """The drugs that have a room, and what else has one."""
    return {room.partition("_")[0] for room in rooms()}


def names_of_the_rules() -> set[str]:
    """What calculators, their inputs and their values are called."""
    return {
        name
        for each in CATALOGUE.values()
        for name in (each.name, *each.inputs, *(value.name for value in each.values or ()))
    }


LONGEST = 400
"""Lines of a module, as in a file of the tests."""
MADE = {
    "calc/clinical/register.py": "made by `make register`, a record a source",
    "calc/expected.py": "made by `make register`, what the self-test must find",
}


def test_no_module_is_too_long_to_be_read_at_once() -> None:
    paths = (
        path for room in ("calc", "overrides", "setup") for path in (ROOT / room).rglob("*.py")
    )
    lines = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in paths
    }

    assert MADE.keys() <= lines.keys()
    assert [] == [name for name, count in lines.items() if count > LONGEST and name not in MADE]


def test_what_reads_and_writes_answers_types_no_unit_of_a_dose() -> None:
    """A table says what its rows give, and in which unit."""
    paths = (path for part in ("model", "present") for path in (ROOT / "calc" / part).glob("*.py"))

    assert [] == [path.name for path in paths if DOSE_UNITS & texts(path)]


def test_what_reads_and_writes_answers_knows_no_calculator_no_input_and_no_drug() -> None:
    """An input is looked up by a text; what the code calls its own may be the same word."""
    offenders = [
        (path.name, name)
        for part in ("model", "present")
        for path in sorted((ROOT / "calc" / part).glob("*.py"))
        for written, names in [words(path)]
        for known in [(written & names_of_the_rules()) | ((written | names) & drugs())]
        for name in sorted(known - OF_THE_LANGUAGE.keys())
    ]

    assert [] == offenders

"""A drug has a room in `calc/clinical`: what two drugs share stands in none of their rooms."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.house.test_root import ROOT

CLINICAL = ROOT / "calc" / "clinical"
READS_THE_DRUGS = {"pathway", "electrolytes"}
"""The pathway names the limits of drugs, which stand with each; electrolytes what is due on one."""
ALL_OF_A_DRUG = re.compile(r"([a-z]+)(?:_[a-z]+)?")
"""A drug with many calculators has further rooms, named after the first: foscarnet_schedule."""


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

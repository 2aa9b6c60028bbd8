"""The requirements that stand in docstrings, as "Requirement R-…: sentence.", each with its place.

A sentence stands beside the code that keeps it, so that whoever changes the one reads the other.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
ROOMS = ("calc", "overrides")
SAYS = re.compile(r"^Requirement (R-[A-Z-]+): (.*?)(?=\n\s*\n|\Z)", re.MULTILINE | re.DOTALL)


class Requirement(NamedTuple):
    """What must hold, in a sentence; the file that keeps it, and what in the file."""

    id: str
    words: str
    file: str
    name: str


def requirements(root: Path = ROOT) -> list[Requirement]:
    """Every requirement of the code, in the order of files and lines."""
    files = sorted(file for room in ROOMS for file in (root / room).rglob("*.py"))
    texts = ((file, file.read_text(encoding="utf-8")) for file in files)
    return [
        Requirement(id, " ".join(words.split()), file.relative_to(root).as_posix(), name)
        for file, text in texts
        if "Requirement R-" in text
        for name, docstring in docstrings(ast.parse(text))
        for id, words in SAYS.findall(docstring)
    ]


def docstrings(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each docstring of a module with the dotted name of what it describes: "" for the module."""
    yield "", ast.get_docstring(tree) or ""
    yield from _within(tree, "")


def _within(inside: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[str, str]]:
    for node in inside.body:
        match node:
            case ast.ClassDef(name=name):
                yield f"{prefix}{name}", ast.get_docstring(node) or ""
                yield from _within(node, f"{prefix}{name}.")
            case ast.FunctionDef(name=name):
                yield f"{prefix}{name}", ast.get_docstring(node) or ""
            case _:
                pass

"""The stored record of outcomes: a text for each file of worked examples, and what differs now."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from tests.cases import by_file
from tests.catalogue.walk import outcome_of
from tests.outcomes.writing import EXAMPLE, said, written

FOLDER = Path(__file__).parent


def stored() -> dict[str, str]:
    """The text that is stored for each file of worked examples."""
    return {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}


def now() -> dict[str, str]:
    """The text that the calculators give for each file now."""
    return {
        name: written({case.name: said(outcome_of(case)) for case in examples})
        for name, examples in by_file().items()
    }


def changes(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """What differs, line by line, under the name of its example; nothing where nothing does."""
    return [
        line
        for name in sorted(before.keys() | after.keys())
        for line in _changes(before.get(name, "").splitlines(), after.get(name, "").splitlines())
    ]


def _changes(before: list[str], after: list[str]) -> Iterator[str]:
    """The lines of one file that are gone, "-", and those that are new, "+"."""
    heading = ""
    for line in unified_diff(before, after, lineterm="", n=len(before)):
        if line.startswith(EXAMPLE, 1):
            heading = line[1:] if line.startswith(" ") else ""
        if line.startswith(("-", "+")) and not line.startswith(("---", "+++")):
            yield from filter(None, (heading, line))
            heading = ""


def store(texts: dict[str, str]) -> None:
    """Puts these texts in the place of those that are stored."""
    for path in FOLDER.glob("*.txt"):
        path.unlink()
    for name, text in texts.items():
        (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")

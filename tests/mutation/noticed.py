"""What noticed each error the last time, and which checks notice much: those are asked first.

An order is all that it is: an error that these do not notice is tried on every other check too.
"""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.mutation.mutants import Mutant
from tests.root import ROOT

KEPT = ROOT / "build" / "mutants" / "noticed.json"


class Noticed:
    """The name of the check that noticed each error, and how many errors of a module it noticed."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self.names: dict[str, dict[str, str]] = {}
        if file and file.is_file():
            self.names = json.loads(file.read_text(encoding="utf-8"))
        self._often = {module: Counter(names.values()) for module, names in self.names.items()}

    def add(self, mutant: Mutant, name: str) -> None:
        """It was this check."""
        self.names.setdefault(mutant.module, {})[_key(mutant)] = name
        self._often.setdefault(mutant.module, Counter())[name] += 1

    def last(self, mutant: Mutant) -> str | None:
        """Which check noticed it the last time; None where none did, or it was not tried yet."""
        return self.names.get(mutant.module, {}).get(_key(mutant))

    def often(self, module: str) -> Mapping[str, int]:
        """How many errors of a module each check noticed."""
        return self._often.get(module, {})

    def save(self) -> None:
        """Keeps it for the next run, if it has a file."""
        if self.file:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps(self.names, ensure_ascii=False), encoding="utf-8")


def _key(mutant: Mutant) -> str:
    return json.dumps(mutant.id[1:], ensure_ascii=False)

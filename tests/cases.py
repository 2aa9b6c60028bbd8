"""The worked examples of docs/examples: answers as they are typed, and what must come of them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"


@dataclass(frozen=True, kw_only=True, eq=False)
class Case:
    """One worked example; `source` says where the expected values come from.

    `values` are decimal text as in JSON, only those worked out by hand; `absent` are names that
    must not be there; `cautions_exactly` is the whole set, `cautions` a part of it; `errors` are
    pairs of field and code, the whole list; `shows` is text that a person must be able to read.
    """

    name: str
    about: str
    source: str
    calculator: str
    answers: Mapping[str, str]
    outcome: str
    values: Mapping[str, str] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    cautions_exactly: tuple[str, ...] | None = None
    refusal: str = ""
    errors: tuple[tuple[str, str], ...] = ()
    shows: tuple[str, ...] = ()


@cache
def cases(outcome: str = "") -> tuple[Case, ...]:
    """Every worked example, file by file; or only those with this outcome."""
    every = [case for several in by_file().values() for case in several]
    return tuple(case for case in every if outcome in ("", case.outcome))


@cache
def by_file() -> dict[str, tuple[Case, ...]]:
    """The worked examples of each file, by its name without its ending."""
    return {path.stem: tuple(_cases(path)) for path in sorted(EXAMPLES.glob("*.toml"))}


def named(name: str) -> Case:
    """The one worked example of this name."""
    (found,) = (case for case in cases() if case.name == name)
    return found


def _cases(path: Path) -> Iterator[Case]:
    """The cases of a file, their lists made tuples; an unknown or missing key raises ValueError."""
    for raw in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        try:
            yield Case(**{key: _frozen(value) for key, value in raw.items()})  # type: ignore[arg-type]
        except TypeError as error:
            known = ", ".join(key.name for key in fields(Case))
            name = raw.get("name", "without a name")
            raise ValueError(f"{path.name}, case {name}: {error}; keys are {known}") from None


def _frozen(value: object) -> object:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value

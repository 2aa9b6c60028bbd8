"""Finds everything that `calc` says: its cautions, refusals, checks, tables and sources."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

import calc.clinical
from calc.catalogue import CATALOGUE, run
from calc.model.inputs import Choice, Input
from calc.model.limited import Limited
from calc.model.number import Number
from calc.model.outcomes import Caution, Hazard, Outcome
from calc.model.refusals import Refusal
from calc.model.sources import Cite, Source
from calc.model.statements import Box, Check
from calc.model.tables import DoseTable
from tests.cases import Case, cases

SPOKEN = (Caution, Refusal, Check, Box, DoseTable, Cite, Source, Limited, Hazard)


def clinical_modules() -> list[ModuleType]:
    """Every module of the clinical rules."""
    found = pkgutil.walk_packages(calc.clinical.__path__, "calc.clinical.")
    return [importlib.import_module(module.name) for module in found]


def all_of(kind: type[Any]) -> list[Any]:
    """Every instance of a kind that the clinical modules hold, however deep, each once."""
    return list(dict.fromkeys(each for each in _everything() if isinstance(each, kind)))


@cache
def _everything() -> tuple[object, ...]:
    """Whatever the clinical modules hold that is said, however deep; they are searched once."""
    return tuple(each for module in clinical_modules() for each in _within(vars(module).values()))


def _within(things: Iterable[object]) -> Iterator[object]:
    """Things and what they are made of, as far as cautions, tables and sources can hide there."""
    for thing in things:
        if isinstance(thing, SPOKEN):
            yield thing
        if isinstance(thing, tuple | list):
            yield from _within(thing)
        elif isinstance(thing, Mapping):
            yield from _within(thing.values())
        elif is_dataclass(thing) and not isinstance(thing, type):
            yield from _within(getattr(thing, each.name) for each in fields(thing))


def every_input() -> list[tuple[str, str, Input]]:
    """Calculator, name and declaration of every input."""
    return [
        (calculator.name, name, declared)
        for calculator in CATALOGUE.values()
        for name, declared in calculator.inputs.items()
    ]


class Asked[I: Input](NamedTuple):
    """An input, and the calculator that asks it."""

    calculator: str
    name: str
    declared: I

    def __str__(self) -> str:
        return f"{self.name} of {self.calculator}"


def numbers() -> list[Asked[Number]]:
    """Every input that is a number."""
    return [Asked(c, name, each) for c, name, each in every_input() if isinstance(each, Number)]


def choices() -> list[Asked[Choice]]:
    """Every input that is a choice."""
    return [Asked(c, name, each) for c, name, each in every_input() if isinstance(each, Choice)]


@cache
def outcome_of(case: Case) -> Outcome:
    """What a worked example gives; each is computed once."""
    return run(case.calculator, case.answers)


@cache
def outcomes(kind: str = "") -> tuple[Outcome, ...]:
    """What all worked examples give, or those of them that give this kind."""
    given = tuple(outcome_of(case) for case in cases())
    return tuple(outcome for outcome in given if kind in ("", outcome.kind))

"""The registry of calculators, and `run`: the single guard between raw answers and outcomes."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from calc import __version__, clinical
from calc.model.calculator import Calculator
from calc.model.inputs import Choice, Input
from calc.model.outcomes import (
    Answered,
    Failed,
    FieldError,
    InputError,
    Invalid,
    Outcome,
    Refused,
    shortened,
)
from calc.model.reading import Raw, as_shown, read_answers
from calc.model.refusals import RefusalRaised
from calc.model.values import keep, keep_led


def declared(room: ModuleType) -> Iterator[Calculator[Any]]:
    """Every calculator of a package: file by file in the order of their names, then as written.

    A folder in it has its calculators in `calculators.py`, and what is only imported is not
    declared there.
    """
    for found in iter_modules(room.__path__, f"{room.__name__}."):
        name = f"{found.name}.calculators" if found.ispkg else found.name
        for each in vars(import_module(name)).values():
            if isinstance(each, Calculator) and each.compute.__module__ == name:
                yield each


def registered(calculators: Iterable[Calculator[Any]]) -> dict[str, Calculator[Any]]:
    """Calculators by name, that which leads before the others. ValueError where two share a name.

    Else one of them would answer for the other.
    """
    register: dict[str, Calculator[Any]] = {}
    for each in sorted(calculators, key=lambda each: not each.leads):
        if each.name in register:
            raise ValueError(f"two calculators are called {each.name}")
        register[each.name] = each
    return register


CATALOGUE = registered(declared(clinical))


def run(
    name: str, raw: Raw, traceback: bool = False, form: bool = False, unread: bool = False
) -> Outcome:
    """The outcome of a calculator for raw answers. Raises KeyError for an unknown calculator.

    Any exception that is not an outcome becomes a failure, which holds no value and no trace of the
    answers. With `traceback`, for maintainers, it is raised instead: never so in the browser. Of a
    `form`, which keeps what it hides, only what is asked counts. What an `unread` outcome says
    is written when it is read: see `shown`.

    Requirement R-GUARD: Whatever is typed ends in an answer, a refusal, an error of a field, or a
    failure that shows no value.
    """
    calculator = CATALOGUE[name]
    try:
        outcome = _run(calculator, as_shown(calculator, raw) if form else raw)
        if not unread:
            outcome.read()
    except Exception:
        if traceback:
            raise
        return Failed(calculator=name, version=__version__)
    return outcome


def shown[T](outcome: Outcome, show: Callable[[Outcome], T]) -> T:
    """What `show` makes of an outcome that is unread: of a failure, where that cannot be said."""
    try:
        return show(outcome)
    except Exception:
        return show(Failed(calculator=outcome.calculator, version=__version__))


def _run(calculator: Calculator[Any], raw: Raw) -> Outcome:
    answers, inputs, confirmed, errors, refusal = read_answers(calculator, raw)
    common: dict[str, Any] = {
        "calculator": calculator.name,
        "version": __version__,
        "inputs": inputs,
        "confirmed": confirmed,
    }
    if refusal:
        return Refused(**common, refusal=refusal, showing={})
    if errors:
        return Invalid(**common, errors=errors)
    try:
        answer = calculator(**answers)
    except InputError as invalid:
        return Invalid(**common, errors=invalid.errors)
    except RefusalRaised as raised:
        keep_led(calculator.values, raised.showing)
        return Refused(**common, refusal=raised.refusal, showing=raised.showing)
    keep(calculator.values, answer.values)
    return Answered(**common, answer=answer)


def foreseen(name: str, raw: Raw, form: bool) -> Outcome:
    """As `run`, but refused as soon as it is known: whatever the choices are that are still open.

    Such a refusal shows what led to it in every case.
    """

    def ask(answers: Raw) -> Outcome:
        return run(name, answers, form=form)

    outcome = ask(raw)
    match outcome:
        case Answered() | Refused() | Failed():
            return outcome
        case Invalid():
            ends: list[Refused] = []
    for end in _ends(CATALOGUE[name].inputs, raw, outcome, ask):
        match end:
            case Refused(refusal=refusal) if all(refusal == each.refusal for each in ends):
                ends.append(end)
            case _:
                return outcome
    if not ends:
        return outcome
    refused, *_ = ends
    in_all = set.intersection(
        *({(key, each.value, each.unit) for key, each in end.showing.items()} for end in ends)
    )
    return replace(
        refused,
        inputs=outcome.inputs,
        confirmed=outcome.confirmed,
        showing={
            key: each
            for key, each in refused.showing.items()
            if (key, each.value, each.unit) in in_all
        },
    )


def _ends(
    inputs: Mapping[str, Input],
    raw: Raw,
    outcome: Outcome,
    ask: Callable[[Raw], Outcome],
    tried: frozenset[str] = frozenset(),
) -> Iterator[Outcome]:
    """The outcomes for every way to make the choices that are still open, if nothing else is."""
    left = {error.field for error in outcome.errors}
    if left & tried:
        return  # an option that is not offered beside the others, and that a form passes over
    wrong = any(error.code != "missing" for error in outcome.errors)
    choices = {field: each for field, each in inputs.items() if isinstance(each, Choice)}
    if wrong or not left or left - choices.keys():
        yield outcome
        return
    field = next(each for each in choices if each in left)
    for option in choices[field].options:
        answers = {**raw, field: option.id}
        yield from _ends(inputs, answers, ask(answers), ask, tried | {field})


def run_pairs(
    name: str,
    pairs: Iterable[tuple[str, object]],
    traceback: bool = False,
    unread: bool = False,
) -> Outcome:
    """As `run`, for answers as pairs: a name given twice is invalid."""
    pairs = list(pairs)
    outcome = run(name, dict(pairs), traceback, unread=unread)
    times = Counter(key for key, _ in pairs)
    repeated = sorted(key for key, count in times.items() if count > 1)
    if not repeated:
        return outcome
    errors = [
        FieldError(key, "repeated", f"“{shortened(key)}” is answered twice") for key in repeated
    ]
    return invalid(name, *errors, *outcome.errors)


def run_json(name: str, text: str) -> Outcome:
    """As `run`, for one JSON object of raw answers; a number is read by its literal digits.

    The outcome is unread: see `shown`.

    Requirement R-JSON: A line of a program that repeats a name, has an unknown one or cannot be
    read is an error, never passed over.
    """
    try:
        pairs = json.loads(
            text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=str
        )
    except (ValueError, RecursionError):
        pairs = None
    if not isinstance(pairs, _Pairs):
        words = f"The line is not one JSON object of answers: “{shortened(text.strip())}”"
        if "\0" in text:
            words += "; it holds null characters, as UTF-16 and UTF-32 do: save the file as UTF-8"
        return invalid(name, FieldError(None, "line", words))
    return run_pairs(name, pairs, unread=True)


def invalid(name: str, *errors: FieldError) -> Outcome:
    """An invalid outcome with these errors and nothing else."""
    return Invalid(calculator=name, version=__version__, errors=errors)


class _Pairs(list[tuple[str, object]]):
    """The members of a JSON object, repeated names and all."""

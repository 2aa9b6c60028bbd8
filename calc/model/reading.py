"""Raw answers read against a calculator's declarations: values, or every error in them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeGuard

from calc.model import units
from calc.model.calculator import Calculator
from calc.model.depending import unasked, unmet
from calc.model.inputs import CONFIRM, Choice, Option, echo
from calc.model.later import LaterByName
from calc.model.number import Number, unit_field
from calc.model.outcomes import FieldError, InputError, Offer, Typed, in_a_sentence, shortened
from calc.model.quantity import Quantity
from calc.model.refusals import Refusal
from calc.model.series import Series
from calc.model.several import Several
from calc.model.written import Written

Raw = Mapping[str, object]
"""Answers as typed: text, or None where missing; beside them `confirm` names what it confirms."""


class Read(NamedTuple):
    """What the calculator is to be called with, the echo of what was typed, and the errors.

    The values that are `confirmed` passed for that alone. With a `refusal` one of the options
    chosen settles it: nothing is to be computed or corrected.
    """

    answers: Mapping[str, object]
    inputs: Mapping[str, Typed]
    confirmed: tuple[str, ...]
    errors: tuple[FieldError, ...]
    refusal: Refusal | None


def read_answers(calculator: Calculator[Any], raw: Raw) -> Read:
    """Raw answers, read. Echo and errors are in the order of the form.

    The limits are enforced here and nowhere else.
    """
    typed, errors = _typed(calculator, raw)
    confirmed, in_doubt = _confirmed(calculator, raw.get(CONFIRM))
    errors += in_doubt
    read = _read(calculator, typed, errors)
    given = typed.keys() | {error.field for error in errors if error.field}
    errors += _missing(calculator, typed, read, given)
    errors += _out_of_limits(calculator, read, confirmed)
    besides = {error.field: error for error in unasked(calculator, typed, read, errors)}
    errors = [*(each for each in errors if each.field not in besides), *besides.values()]
    order, wrong = list(calculator.inputs), {error.field for error in errors}

    def echoes() -> dict[str, Typed]:
        return {
            name: echo(calculator.inputs[name], typed[name], read.get(name), name not in wrong)
            for name in order
            if name in typed
        }

    errors = [_offering_what_is_possible(calculator, typed, error) for error in errors]
    errors.sort(key=lambda error: order.index(error.field) if error.field in order else len(order))
    answers = {name: _meant(value) for name, value in read.items() if name not in calculator.units}
    refusals = [
        chosen.refusal
        for name, value in read.items()
        for chosen in _options(value)
        if name not in besides
    ]
    passed = tuple(_passed(calculator, read, confirmed))
    refusal = next(filter(None, refusals), None)
    return Read(answers, LaterByName(echoes), passed, tuple(errors), refusal)


def _meant(value: object) -> object:
    """What a calculator is handed for an answer that was read."""
    if isinstance(value, Option):
        return value.value
    if isinstance(value, tuple):
        return tuple(each.value if isinstance(each, Option) else each for each in value)
    return value


def _options(value: object) -> Iterator[Option]:
    """The options that were chosen in one answer."""
    for each in value if isinstance(value, tuple) and not isinstance(value, Option) else (value,):
        if isinstance(each, Option):
            yield each


def _typed(calculator: Calculator[Any], raw: Raw) -> tuple[dict[str, str], list[FieldError]]:
    """The answers that are there, as text; an error for each that no answer can be."""
    typed: dict[str, str] = {}
    errors = []
    for name, answer in raw.items():
        if name == CONFIRM:
            continue
        if name not in calculator.inputs:
            text = f"“{shortened(name)}” is not asked here: see the calculator's schema"
            errors.append(FieldError(name, "unknown", text))
        elif isinstance(answer, str):
            if answer.strip():
                typed[name] = answer
        elif isinstance(calculator.inputs[name], Several | Series) and _are_texts(answer):
            typed[name] = "\n".join(answer)
        elif answer is not None:
            text = f"{calculator.inputs[name].label}: the answer must be text or a number"
            errors.append(FieldError(name, "type", f"{text}, not {_kind(answer)}"))
    return typed, errors


def _confirmed(
    calculator: Calculator[Any], said: object
) -> tuple[frozenset[str], tuple[FieldError, ...]]:
    """The inputs that are confirmed; an error for what confirms nothing.

    Requirement R-CONFIRM: A value outside its usual range is taken only once a person said that it
    was checked.
    """
    if said is None or (isinstance(said, str) and not said.strip()):
        return frozenset(), ()
    if not isinstance(said, str):
        text = f"{calculator.confirmation.label}: the answer must be text, not {_kind(said)}"
        return frozenset(), (FieldError(CONFIRM, "type", text),)
    try:
        return calculator.confirmation.read(said), ()
    except InputError as invalid:
        return frozenset(), invalid.errors


def _kind(answer: object) -> str:
    """What was given where a text should be, in the words of JSON."""
    match answer:
        case bool():
            return str(answer).lower()
        case int() | float():
            return "a number whose digits were not kept"
        case dict():
            return "an object"
        case _:
            return "a list"


def _are_texts(answer: object) -> TypeGuard[list[str]]:
    return isinstance(answer, list) and bool(answer) and all(isinstance(x, str) for x in answer)


def _offering_what_is_possible(
    calculator: Calculator[Any], typed: Mapping[str, str], error: FieldError
) -> FieldError:
    """The error with those offers only that this calculator asks for and that break no limit."""
    offers = tuple(each for each in error.offers if _possible(calculator, typed, error, each))
    return error._replace(offers=offers)


def _possible(
    calculator: Calculator[Any], typed: Mapping[str, str], error: FieldError, offer: Offer
) -> bool:
    """Whether an offer could be taken, with everything else as it was typed."""
    if not offer.answers.keys() <= calculator.inputs.keys():
        return False
    filled = {**typed, **offer.answers}
    errors: list[FieldError] = []
    read = _read(calculator, {name: text for name, text in filled.items() if text}, errors)
    errors += _out_of_limits(calculator, read, calculator.confirmation.may_be)
    left = [each for each in errors if each.field in offer.answers]
    assert error.field  # what is offered is offered for a field
    declared = calculator.inputs[error.field]
    return declared.mended(error, left) if isinstance(declared, Written) else not left


def _read(
    calculator: Calculator[Any], typed: Mapping[str, str], errors: list[FieldError]
) -> dict[str, object]:
    """The answers that could be read; the others add their error.

    A number whose unit was not chosen is looked at, and is not an answer yet.
    """
    read: dict[str, object] = {}
    for name in sorted(typed, key=lambda name: name in calculator.numbers):
        try:
            value = _value(calculator, typed[name], name, read)
        except InputError as invalid:
            errors += invalid.errors
            continue
        unit = unit_field(name)
        if unit not in calculator.units or unit in read:
            read[name] = value
    return {name: read[name] for name in typed if name in read}


def _value(
    calculator: Calculator[Any], typed: str, name: str, read: Mapping[str, object]
) -> object:
    match calculator.inputs[name]:
        case Number() as number:
            unit = read.get(unit_field(name))
            return number.read(typed, name, unit.id if isinstance(unit, Option) else "")
        case Choice() as choice:
            return choice.option(typed, name)
        case Written() as written:
            unit = read.get(unit_field(name))
            return written.read(typed, name, unit.id if isinstance(unit, Option) else "")


def as_shown(calculator: Calculator[Any], raw: Raw) -> Raw:
    """Raw answers of a form, which holds what it hides: without those that are not asked for."""
    typed, _ = _typed(calculator, raw)
    choices = {k: text for k, text in typed.items() if isinstance(calculator.inputs[k], Choice)}
    read = _read(calculator, choices, [])  # a question depends on choices alone
    return {
        name: answer
        for name, answer in raw.items()
        if name not in calculator.inputs or not unmet(calculator, name, read)
    }


def _missing(
    calculator: Calculator[Any],
    typed: Mapping[str, str],
    read: Mapping[str, object],
    given: set[str],
) -> list[FieldError]:
    """An error for each answer that is needed and was not given, and for two alternatives."""
    now = {name for name in calculator.asked if not unmet(calculator, name, read)}
    then = {name for name in now if not calculator.asked[name].optional}
    instead = {alternative.by for alternative in calculator.alternatives}
    needed = {*calculator.with_units({*calculator.required, *then, *(given - instead)})}
    needed -= calculator.asked.keys() - now
    errors = []
    if calculator.alternatives:
        taken = [alternative for alternative in calculator.alternatives if alternative.by in given]
        if len(taken) > 1:
            labels = " or ".join(_label(calculator, alternative.by) for alternative in taken)
            text = f"Give {labels}, not both: clear one of them"
            errors.append(FieldError(taken[-1].by, "together", text))
        else:
            alternative = taken[0] if taken else calculator.alternatives[0]
            needed |= {*calculator.needed(alternative)}
    for name in needed - given:
        offers = tuple(_units_behind(calculator, typed, name))
        errors.append(FieldError(name, "missing", _ask(calculator, name), offers))
    return errors


def _units_behind(
    calculator: Calculator[Any], typed: Mapping[str, str], name: str
) -> Iterator[Offer]:
    """The unit that was typed behind a number, for the choice of unit that was left out."""
    for asked, text in typed.items():
        declared = calculator.inputs[asked]
        if not isinstance(declared, Number) or unit_field(asked) != name:
            continue
        if unit := declared.unit_behind(text):
            yield Offer(units.for_people(unit), {name: unit})


def _ask(calculator: Calculator[Any], name: str) -> str:
    declared, label = calculator.inputs[name], _label(calculator, name)
    others = [alternative.by for alternative in calculator.alternatives if alternative.by != name]
    if any(alternative.by == name for alternative in calculator.alternatives):
        return f"Enter {label}, or {' or '.join(_label(calculator, other) for other in others)}"
    if isinstance(declared, Choice | Several):
        question = declared.label.endswith("?")
        return declared.ask or (f"Choose: {label}" if question else f"Choose {label}")
    return f"Enter {label}"


def _label(calculator: Calculator[Any], name: str) -> str:
    return in_a_sentence(calculator.inputs[name].label)


def _passed(
    calculator: Calculator[Any], read: Mapping[str, object], confirmed: frozenset[str]
) -> Iterator[str]:
    """The inputs that had to be confirmed, of those that were."""
    for name in calculator.inputs:
        if name in confirmed and any(
            error.field == name and error.code == "confirm"
            for error in _out_of_limits(calculator, read, confirmed - {name})
        ):
            yield name


def _out_of_limits(
    calculator: Calculator[Any], read: Mapping[str, object], confirmed: frozenset[str]
) -> list[FieldError]:
    """The limits, enforced: hard ones always, soft ones unless the values were confirmed.

    What is unusual in two ways is told both: one tick confirms it.
    """
    errors: list[FieldError] = []
    within = {name: _meant(value) for name, value in read.items()}
    unusual: dict[str, object] = {}
    for name, value in read.items():
        try:
            match calculator.inputs[name], value:
                case Number() as number, Quantity() as quantity:
                    number.check(quantity, name, name in confirmed)
                case Number() | Choice(), _:
                    pass
                case Written() as written, _:
                    written.check(value, name, name in confirmed)
        except InputError as invalid:
            errors += invalid.errors
            meant = within.pop(name)
            if all(error.code == "confirm" for error in invalid.errors):
                unusual[name] = meant
    for limited in calculator.limits:
        errors += limited.check(calculator.inputs, within, unusual, confirmed)
    return errors

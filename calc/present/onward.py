"""Carrying on: the calculators that follow an answer, their forms filled with what is known.

A form that follows stands in the result that leads to it. Whatever is changed above takes the
result away, and the form with it: no value of an earlier patient or day stays behind. It is drawn
when it is unfolded.
"""

import json
from collections.abc import Iterator, Mapping

from calc.catalogue import CATALOGUE
from calc.model import digits
from calc.model.inputs import Choice, Input
from calc.model.number import Number, unit_field
from calc.model.outcomes import Answered, Outcome, Refused
from calc.model.quantity import Quantity
from calc.model.series import Series
from calc.present.folded import FoldedForm, fold_form
from calc.present.markup import Markup, tag
from calc.present.sections import fold

CARRIED = "carried"
"""The field that holds what was answered in the forms before: JSON, by calculator and name."""
GO_ON = "Go on with these answers"
Answers = Mapping[str, str]


def draw_onward(outcome: Outcome, prefix: str, earlier: Mapping[str, Answers]) -> Markup | None:
    """The forms of the calculators that follow an outcome, folded; None where none does.

    `earlier` are the answers given in the forms before it, by the name of their calculator.
    """
    calculator = CATALOGUE[outcome.calculator]
    match outcome:
        case Answered(answer=answer):
            names, settled = answer.onward or calculator.onward, answer.settled
        case Refused():
            names, settled = calculator.onward_refused, {}
        case _:
            return None
    if not names:
        return None
    typed = {name: each.typed for name, each in outcome.inputs.items()}
    known = {**_before(outcome.calculator, earlier), outcome.calculator: typed}
    forms = (_form(name, f"{prefix}-{name}", known, outcome.values, settled) for name in names)
    return fold(f"{GO_ON} ({len(names)})", tag("div", *forms, class_="onward"), "goes-on")


def carried_on(
    name: str,
    known: Mapping[str, Answers],
    values: Mapping[str, Quantity],
    settled: Answers | None = None,
) -> Answers:
    """What the form of a calculator can be given: answers to its own questions, and new values.

    A question is the same only where the very same declaration asks it, or where an answer means
    what one option alone of another question says. What is true of one moment
    is taken from the last of the forms `known` alone: what was the first infusion is not the first
    after it, and a creatinine may have been followed by another. A form that works out nothing
    stands between no two. A value is given where it
    can be written whole, in the unit that is asked, and stands for an answer of its name: an
    interval that was worked out is the new one, and where it cannot be written the old one is not
    given for it. Of alternatives one is taken. A calculator that comes up again is given
    what holds of its own answers, and asks the rest anew. A number of the last form begins the rows
    of the very same number, or is added to those that stand there: the day, which was not asked, is
    still to be typed. What the last answer has `settled` of its questions stands before all else.

    Requirement R-CARRY: From one calculator to the next goes what holds beyond the day, and never a
    number of an earlier day.
    """
    inputs = CATALOGUE[name].inputs
    last = [*known][-1]
    nearest = _nearest(known)
    answered = {
        field: text
        for calculator, answers in known.items()
        for field, text in _said(
            name, calculator, _held(name, answers) if calculator == name else answers
        )
        if field not in values
        and (calculator in nearest or not CATALOGUE[name].is_momentary(field))
    }
    found = {field: _written(values[field], inputs[field]) for field in values if field in inputs}
    worked_out = {field: text for field, text in found.items() if text}
    said = {field: text for field, text in (settled or {}).items() if field in inputs}
    begun = _added(_begun(name, last, known[last]), answered)
    given = {**answered, **begun, **worked_out, **said}
    alternatives = [
        alternative.by for alternative in CATALOGUE[name].alternatives if alternative.by in given
    ]
    return {field: text for field, text in given.items() if field not in alternatives[1:]}


def _form(
    name: str,
    prefix: str,
    known: Mapping[str, Answers],
    values: Mapping[str, Quantity],
    settled: Answers,
) -> Markup:
    calculator, given = CATALOGUE[name], carried_on(name, known, values, settled)
    labels = [
        asked.label
        for field, asked in calculator.inputs.items()
        if field in given and field not in calculator.units
    ]
    taken = f"Taken from above: {', '.join(labels)}. " if labels else ""
    hint = f"{taken}What is changed above takes this form away."
    return fold_form(calculator.title, hint, FoldedForm(name, prefix, given, CARRIED, known))


def _before(name: str, earlier: Mapping[str, Answers]) -> dict[str, Answers]:
    """What is known from the forms before: of an earlier day, once a calculator came up again."""
    if name not in earlier:
        return {**earlier}
    return {other: _held(other, answers) for other, answers in earlier.items() if other != name}


def _held(name: str, answers: Answers) -> Answers:
    """The answers of a calculator that hold beyond their day."""
    holds = CATALOGUE[name].holds
    return {field: text for field, text in answers.items() if holds(field, text)}


def _nearest(known: Mapping[str, Answers]) -> set[str]:
    """The last calculator, and those before it past which none has worked out a value."""
    nearest = set()
    for calculator in reversed([*known]):
        nearest.add(calculator)
        if CATALOGUE[calculator].values != ():
            break
    return nearest


def _said(name: str, before: str, answers: Answers) -> Iterator[tuple[str, str]]:
    """What the answers of a form before say of the questions of a calculator."""
    here, there = CATALOGUE[name].inputs, CATALOGUE[before].inputs
    for field, text in answers.items():
        if field in here and there.get(field) is here[field]:
            yield field, text
            continue
        means = _meaning(there.get(field), text)
        for other, asked in here.items():
            if isinstance(asked, Choice) and (option := asked.meaning(means)):
                yield other, option


def _meaning(asked: Input | None, text: str) -> frozenset[str]:
    """What an answer says in words that options of other questions share."""
    options = asked.options if isinstance(asked, Choice) else ()
    return frozenset[str]().union(*(option.means for option in options if option.id == text))


def _begun(name: str, last: str, answers: Answers) -> Answers:
    """The first row of each series that must be answered: its value, from the form before."""
    begun: dict[str, str] = {}
    for field in CATALOGUE[name].required:
        rows = CATALOGUE[name].inputs[field]
        for other, asked in CATALOGUE[last].inputs.items():
            if isinstance(rows, Series) and rows.number is asked and other in answers:
                begun[field] = answers[other]
                if unit_field(other) in answers:
                    begun[unit_field(field)] = answers[unit_field(other)]
    return {field: text for field, text in begun.items() if text}


def _added(begun: Answers, answered: Answers) -> Answers:
    """Rows with the one that is begun after those that stand there.

    In another unit than theirs it is written with its own, and so is asked about.
    """
    added = {**begun}
    for field in begun.keys() & answered.keys() - set(map(unit_field, begun)):
        row, unit = begun[field].strip(), unit_field(field)
        if unit in answered and answered[unit] != begun.get(unit, answered[unit]):
            row = f"{row} {begun[unit]}" if row[-1].isdecimal() else row
            added[unit] = answered[unit]
        added[field] = f"{answered[field]}\n{row}"
    return added


def _written(value: Quantity, asked: Input) -> str:
    """A value as a person would answer it; empty where that cannot be."""
    match asked:
        case Number() if value.unit == asked.unit and digits.terminates(value.value):
            return digits.decimal(value.value)
        case Choice() if digits.terminates(value.value):
            text = digits.decimal(value.value)
            return text if text in [each.id for each in asked.options] else ""
        case _:
            return ""


def taken_apart(raw: Mapping[str, str]) -> tuple[dict[str, str], Mapping[str, Answers]]:
    """What was answered in a form, and what its page has carried into it from those before."""
    answers = dict(raw)
    return answers, json.loads(answers.pop(CARRIED, "{}"))

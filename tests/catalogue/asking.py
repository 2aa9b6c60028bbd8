"""What the properties ask of an outcome."""

from fractions import Fraction

from hypothesis import assume

from calc.catalogue import CATALOGUE, run
from calc.model.outcomes import Outcome
from tests.catalogue.strategies import Answers


def figure(outcome: Outcome, name: str) -> Fraction:
    """A value as a program reads it; nothing given counts as nought."""
    return Fraction(outcome.values[name].decimal()) if name in outcome.values else Fraction(0)


def answered(answers: Answers, name: str = "foscarnet-plan") -> Outcome:
    """The outcome, where it is an answer; other examples are passed over."""
    outcome = run(name, answers)
    assume(outcome.answer is not None)
    return outcome


def only(answers: Answers, name: str) -> Answers:
    """The answers that another calculator asks for too, values out of range confirmed."""
    asked = CATALOGUE[name].inputs
    return {key: answer for key, answer in answers.items() if key in asked} | {"confirm": "yes"}

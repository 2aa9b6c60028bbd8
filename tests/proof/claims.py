"""A claim, the numbers that it is made of, and what may be handed on where nothing is given."""

from fractions import Fraction
from typing import NamedTuple

from calc.catalogue import CATALOGUE
from calc.clinical.renal import CLEARANCE_PER_KG, PER_KG
from calc.model.number import Number as Asked
from calc.model.quantity import Quantity
from calc.model.refusals import RefusalRaised
from tests.proof.symbolic import Number, Path, World, quantity

LEAST_CLEARANCE = Fraction(4, 10)
"""mL/min/kg: below it neither text gives a dose."""


class Claim(NamedTuple):
    """One claim that was put to the proof: its theorem, its case, and what speaks against it."""

    theorem: str
    case: str
    against: str


def any_number(
    world: World, name: str, calculator: str = "foscarnet-plan", called: str = ""
) -> Quantity:
    """Any number that a calculator takes for an input, in its own unit."""
    asked = CATALOGUE[calculator].inputs[name]
    assert isinstance(asked, Asked)
    assert asked.hard
    return quantity(world.real(called or name, asked.hard.low, asked.hard.high), asked.unit)


def any_creatinine(world: World, unit: str, called: str = "creatinine") -> Quantity:
    """Any creatinine that is taken, in a unit."""
    asked = CATALOGUE["foscarnet-plan"].inputs["creatinine"]
    assert isinstance(asked, Asked)
    assert asked.hard
    assert asked.factors
    hard = asked.hard.in_unit(asked.factors.get(unit, Fraction(1)))
    return quantity(world.real(called, hard.low, hard.high), unit)


def any_clearance(world: World) -> Quantity:
    """Any clearance per kg that is taken."""
    hard = CLEARANCE_PER_KG.hard
    assert hard
    return quantity(world.real("clearance", hard.low, hard.high), PER_KG)


def handed_on(path: Path, *may_be: str) -> str:
    """What is handed on besides what may be, where a run must refuse; or that it did not."""
    raised = path.raised
    if not isinstance(raised, RefusalRaised):
        return "not refused"
    return ", ".join(sorted({*raised.showing} - {*may_be}))


def of_the_kidneys(path: Path, values: dict[str, Quantity], asked: int) -> str:
    """Which values, and whether what was asked after so many questions, rest on the clearance."""
    named = [
        name
        for name, each in values.items()
        if isinstance(each.value, Number) and "clearance" in each.value.given
    ]
    later = any("clearance" in given for given in path.world.asked[asked:])
    return ", ".join([*named, *(["a question"] if later else [])])

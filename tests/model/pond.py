"""A pond: a calculator whose one question follows the answer to another, which ends in a mark."""

from typing import Annotated

from calc.model.asking import When
from calc.model.calculator import calculator
from calc.model.inputs import YesNoUnknown, yes_no_unknown
from calc.model.number import Number
from calc.model.outcomes import Answer
from calc.model.quantity import Quantity

Wet = Annotated[YesNoUnknown, yes_no_unknown("Wet?")]
Depth = Annotated[
    Quantity, Number(label="Depth", unit="m", example="1"), When("wet", ("yes", "unknown"))
]


@calculator("Pond")
def pond(*, wet: Wet, depth: Depth | None = None) -> Answer:
    """How deep a pond is (m)."""
    raise NotImplementedError

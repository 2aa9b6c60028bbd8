"""A patient on dialysis gets no foscarnet, whichever way a calculator was called."""

from inspect import signature

import pytest

from calc.catalogue import CATALOGUE
from calc.clinical import dialysis
from calc.clinical.foscarnet.dialysis import ON_DIALYSIS
from calc.model.refusals import RefusalRaised
from tests.every import of_every

ASKED = [name for name, each in CATALOGUE.items() if "dialysis" in each.inputs]


@of_every(ASKED)
def test_it_is_refused_before_anything_else_is_looked_at(name: str) -> None:
    calculator = CATALOGUE[name]
    answers = dict.fromkeys(signature(calculator.compute).parameters) | {"dialysis": True}

    with pytest.raises(RefusalRaised) as raised:
        calculator(**answers)
    assert ON_DIALYSIS == raised.value.refusal


def test_to_be_on_dialysis_may_mean_any_of_its_three_kinds() -> None:
    kinds = {"haemodialysis", "peritoneal dialysis", "continuous dialysis"}

    assert kinds == dialysis.ANY

"""A patient on dialysis gets no foscarnet, whichever way a calculator was called."""

from inspect import signature

import pytest

from calc.catalogue import CATALOGUE
from calc.clinical import dialysis
from calc.clinical.foscarnet.dialysis import ON_DIALYSIS
from calc.model.inputs import Choice
from calc.model.refusals import RefusalRaised
from tests.every import of_every

MEANT = {
    (name, field): [kind for option in asked.options for kind in option.means]
    for name, each in CATALOGUE.items()
    for field, asked in each.inputs.items()
    if isinstance(asked, Choice) and any(dialysis.ANY & option.means for option in asked.options)
}
"""What the options of each question about dialysis mean, all together."""
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


@of_every(MEANT)
def test_each_kind_of_dialysis_and_none_is_meant_by_one_option(question: tuple[str, str]) -> None:
    assert sorted(dialysis.ANY | dialysis.NONE) == sorted(MEANT[question])

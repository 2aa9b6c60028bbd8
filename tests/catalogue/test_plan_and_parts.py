"""The plan says what its parts say."""

from hypothesis import given

from calc.catalogue import run
from tests.catalogue import strategies as some
from tests.catalogue.asking import answered, only
from tests.catalogue.strategies import Answers


@given(answers=some.plans)
def test_the_plan_says_what_its_parts_say(answers: Answers) -> None:
    plan = answered(answers)
    dose = run("foscarnet-dose", only(answers, "foscarnet-dose"))
    per_kg = {"dose_per_kg": plan.values["dose_per_kg"].decimal()}
    infusion = run("foscarnet-infusion", only(answers | per_kg, "foscarnet-infusion"))
    interval = {"interval": plan.values["interval"].decimal()}
    hydration = run("foscarnet-hydration", only(answers | per_kg | interval, "foscarnet-hydration"))

    parts = {**dose.values, **infusion.values, **hydration.values}
    assert {name: q.value for name, q in parts.items()} == {
        name: plan.values[name].value for name in parts
    }

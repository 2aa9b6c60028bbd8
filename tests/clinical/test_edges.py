"""Both sides of every band edge, and the edge itself, in every column and in both units."""

from fractions import Fraction
from itertools import product

import pytest

from calc.catalogue import run
from calc.clinical.foscarnet.hydration import WITH_LATER
from calc.clinical.foscarnet.infusion import LARGE_DOSE, SLOW_DOSE
from calc.clinical.foscarnet.order import DOSE_EDGES
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.model.digits import decimal
from calc.model.outcomes import Outcome
from tests.clinical.evidence import row_for
from tests.every import of_every

MEN_AT_THE_EDGE = {
    "1.4": ("77", "0.625"),
    "1": ("68", "1"),
    "0.8": ("68", "1.25"),
    "0.6": ("86", "1.25"),
    "0.5": ("68", "2"),
    "0.4": ("68", "2.5"),
}
"""Age and creatinine (mg/dL) of a man whose clearance per kg is exactly at the edge."""

NEAR = Fraction(1, 10**15)
SIDES = {"just above": -NEAR, "at": Fraction(0), "just below": NEAR}
"""What is added to the creatinine: less creatinine is more clearance."""

UNITS = {"mg/dL": Fraction(1), "umol/L": Fraction("88.4")}

MEN_FOR_WHOM_FLOATS_FAIL = ["30.3", "30.5", "31.4"]
"""Weights (kg) that make a true 0.4 mL/min/kg 0.39999999999999997 in floating point."""


def dose_for(regimen: str, age: str, creatinine: str, unit: str, weight: str = "70") -> Outcome:
    answers = {
        "age": age,
        "sex": "male",
        "creatinine": creatinine,
        "creatinine_unit": unit,
        "weight": weight,
        "regimen": regimen,
        "dialysis": "no",
    }
    return run("foscarnet-dose", answers)


def dose_and_interval(outcome: Outcome) -> tuple[str, str] | str:
    """What was given, or the id of the refusal."""
    if outcome.refusal:
        return outcome.refusal.id
    return outcome.values["dose_per_kg"].decimal(), outcome.values["interval"].decimal()


@of_every([*product(REGIMENS, MEN_AT_THE_EDGE, SIDES, UNITS)], " ".join)
def test_the_row_is_the_label_s(place: tuple[str, str, str, str]) -> None:
    regimen, edge, side, unit = place
    age, at_edge = MEN_AT_THE_EDGE[edge]
    creatinine = (Fraction(at_edge) + SIDES[side]) * UNITS[unit]
    clearance = (140 - int(age)) / (72 * creatinine / UNITS[unit])
    row = row_for(regimen, clearance)
    expected = "clearance-below-0.4" if row.dose is None else (str(row.dose), str(row.hours))

    outcome = dose_for(regimen, age, decimal(creatinine), unit)

    assert expected == dose_and_interval(outcome)
    assert clearance == outcome.values["clearance_per_kg"].value


@of_every(MEN_AT_THE_EDGE)
def test_the_men_are_exactly_at_the_edge(edge: str) -> None:
    age, creatinine = MEN_AT_THE_EDGE[edge]

    assert Fraction(edge) == (140 - int(age)) / (72 * Fraction(creatinine))


def test_exactly_0_4_gets_a_dose_and_the_next_value_below_is_refused() -> None:
    inside = dose_for("hsv-40-every-8-h", "68", "2.5", "mg/dL")
    outside = dose_for("hsv-40-every-8-h", "68", "2.500000000000001", "mg/dL")

    assert ("answer", "refusal") == (inside.kind, outside.kind)


@of_every(MEN_FOR_WHOM_FLOATS_FAIL)
def test_a_true_0_4_is_not_refused_where_floats_would_refuse_it(weight: str) -> None:
    by_floats = (140 - 68) * float(weight) / (72 * 2.5) / float(weight)

    outcome = dose_for("hsv-40-every-8-h", "68", "2.5", "mg/dL", weight)

    assert 0.39999999999999997 == by_floats
    assert ("35", "24") == dose_and_interval(outcome)


@pytest.mark.parametrize("weight", ["30.1", "30.2", "30.6"])
def test_a_true_1_stays_in_its_band_where_floats_would_leave_it(weight: str) -> None:
    by_floats = (140 - 68) * float(weight) / (72 * 1.0) / float(weight)

    outcome = dose_for("hsv-40-every-8-h", "68", "1.0", "mg/dL", weight)

    assert 1.0000000000000002 == by_floats
    assert ("35", "12") == dose_and_interval(outcome)


@pytest.mark.parametrize(("measured", "weight"), [("12.04", "30.1"), ("12.2", "30.5")])
def test_a_measured_0_4_is_not_refused_where_floats_would_refuse_it(
    measured: str, weight: str
) -> None:
    answers = {"measured_clearance": measured, "weight": weight, "dialysis": "no"}
    answers |= {"regimen": "hsv-40-every-12-h"}

    outcome = run("foscarnet-dose", answers)

    assert 0.39999999999999997 == float(measured) / float(weight)
    assert ("20", "24") == dose_and_interval(outcome)


@of_every([*product(["1.4", "1", "0.8", "0.6", "0.5"], UNITS)], " ".join)
def test_no_writing_of_a_clearance_hides_that_it_is_above_an_edge(place: tuple[str, str]) -> None:
    edge, unit = place
    age, at_edge = MEN_AT_THE_EDGE[edge]
    creatinine = (Fraction(at_edge) - NEAR) * UNITS[unit]

    clearance = dose_for("hsv-40-every-8-h", age, decimal(creatinine), unit)
    shown = clearance.values["clearance_per_kg"].shown().partition(" ")[0]

    assert Fraction(shown) > Fraction(edge)
    assert Fraction(clearance.values["clearance_per_kg"].decimal()) > Fraction(edge)


def test_a_dose_is_never_shown_across_a_figure_at_which_a_rule_changes() -> None:
    fluid = {edge for each in WITH_LATER for edge in (each.least, each.most)}

    assert {*fluid, LARGE_DOSE.value, SLOW_DOSE.value} <= {*DOSE_EDGES}

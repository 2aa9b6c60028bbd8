"""Weights in order of time: what is a slip, what is a step, and which of them is dosed by."""

from datetime import timedelta

import pytest

from calc.clinical.foscarnet_redose.weights import apart
from calc.model.outcomes import FieldError, Outcome
from calc.model.quantity import constant
from tests.clinical.redose import DAY, asked


def weighed(*weights: tuple[int, str], **changed: str) -> Outcome:
    """What is said of weights, each so many days before the dose; the newest is the one typed."""
    rows = [f"{DAY - timedelta(days=days)} {kg}" for days, kg in weights]
    newest = {"weight": weights[-1][1]} | changed
    return asked((0, "1.1"), weights="\n".join(rows), **newest)


def said(outcome: Outcome) -> list[tuple[str | None, str]]:
    """The field and the code of each error."""
    return [(each.field, each.code) for each in outcome.errors]


def only(outcome: Outcome) -> FieldError:
    """The one error that there is."""
    (error,) = outcome.errors
    return error


@pytest.mark.parametrize(
    ("kg", "per_cent"), [("73.49", 4), ("73.5", 5), ("66.51", 4), ("66.5", 5), ("70", 0)]
)
def test_a_weight_differs_by_the_whole_per_cents_that_are_full(kg: str, per_cent: int) -> None:
    assert per_cent == apart(constant(70, "kg"), constant(kg, "kg"))


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        *(("60", "90", []), ("60", "90.1", [("weights", "high")])),
        *(("90", "60", []), ("90.1", "60", [("weights", "low")])),
    ],
)
def test_more_than_one_and_a_half_times_is_a_slip_and_so_much_is_none(
    then: str, now: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == said(weighed((2, then), (0, now)))


def test_a_weight_of_the_day_is_taken_before_the_dose() -> None:
    late = {"weights": f"{DAY} 14:01 70", "next_dose_time": "14:00"}

    assert [("weights", "order")] == said(asked((1, "1.1"), **late))
    assert [] == said(asked((1, "1.1"), **late | {"next_dose_time": "14:01"}))


def test_of_many_wrong_rows_three_are_told() -> None:
    many = weighed((4, "30"), (3, "60"), (2, "30"), (1, "60"), (0, "30"))

    assert 3 == len(many.errors)


@pytest.mark.parametrize("earlier", [[], [(4, "68")], [(6, "67"), (4, "68")]])
def test_where_another_weight_is_typed_it_is_asked_whether_the_newest_is_meant(
    earlier: list[tuple[int, str]],
) -> None:
    error = only(weighed(*earlier, (1, "69"), weight="70"))
    (offer,) = error.offers

    assert "Weight: 70 kg must be the newest of the weights, and that is 69 kg" in error.text
    assert {"weight": "69"} == offer.answers


@pytest.mark.parametrize(("now", "code"), [("73.49", ""), ("73.5", "together")])
def test_a_dose_per_kg_is_not_taken_once_the_weight_has_changed_by_5_per_cent(
    now: str, code: str
) -> None:
    per_kg = {"running_dose": "", "running_dose_per_kg": "35", "interval": "12"}
    errors = weighed((3, "70"), (0, now), **per_kg).errors

    assert code == "".join(each.code for each in errors)


@pytest.mark.parametrize(
    ("now", "change"),
    [("70", "as on"), ("71", "1 kg more than on"), ("68.5", "1.5 kg less than on")],
)
def test_the_change_of_the_weight_since_the_first_is_told(now: str, change: str) -> None:
    outcome = weighed((4, "70"), (0, now))
    assert outcome.answer
    (line,) = (each for each in outcome.answer.lines if each.label == "Weight")

    assert f"{now} kg, on the day of the dose: the dose is for it; {change} 24 November 2026" in (
        line.text
    )


@pytest.mark.parametrize(
    ("weights", "step"),
    [(("60", "75", "85"), "from 60 kg to 75 kg"), (("70", "80", "100"), "from 80 kg to 100 kg")],
)
def test_of_several_steps_the_greatest_is_asked_about(weights: tuple[str, ...], step: str) -> None:
    outcome = weighed(*zip((4, 2, 0), weights, strict=True))
    (text,) = (each.text for each in outcome.cautions if each.id == "weight-step")

    assert step in text


def test_a_dose_that_rises_by_creatinine_does_not_rise_by_weight() -> None:
    """25 mg/kg every 12 hours run, and 35 are for 0.9090..., whether for 68 or for 70 kg."""
    rows = f"{DAY - timedelta(days=4)} 68\n{DAY} 70"
    outcome = asked((2, "1.1"), (0, "1.1"), running_dose="1750", interval="12", weights=rows)

    assert {"dose-rises"} == {each.id for each in outcome.cautions if "rises" in each.id}


@pytest.mark.parametrize(("days", "when"), [(0, "within the day"), (1, "in 1 day")])
def test_a_step_says_how_many_days_it_took(days: int, when: str) -> None:
    rows = f"{DAY - timedelta(days=days)} 06:00 60\n{DAY} 12:00 75"
    outcome = asked((1, "1.1"), weight="75", weights=rows)
    (text,) = (each.text for each in outcome.cautions if each.id == "weight-step")

    assert f"from 60 kg to 75 kg {when}." in text

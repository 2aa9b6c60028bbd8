"""A running dose at the very figure where something else becomes of it."""

from datetime import datetime, time, timedelta

import pytest

from calc.model.pictures import Trend
from tests.clinical.redose import DAY, asked


def becomes(*creatinines: tuple[int, str], dose: str, interval: str = "12") -> str:
    """What becomes of a running dose (mg) of a man of 70 kg."""
    outcome = asked(*creatinines, running_dose=dose, interval=interval)
    assert outcome.answer
    return outcome.answer.decision


@pytest.mark.parametrize(("days", "expected"), [(4, "rises"), (5, "waits")])
def test_two_creatinines_agree_up_to_the_longest_gap_that_the_label_leaves(
    days: int, expected: str
) -> None:
    """25 mg/kg every 12 hours run, and 35 are for 0.9090..."""
    assert expected == becomes((days, "1.1"), (0, "1.1"), dose="1750")


def test_a_dose_waits_where_the_creatinine_before_allows_as_much_as_runs_and_no_more() -> None:
    """20 mg/kg every 12 hours run: 40 in a day, as 40 every 24 hours for 0.55...; now 0.699..."""
    assert "waits" == becomes((2, "1.8"), (0, "1.43"), dose="1400")


@pytest.mark.parametrize(("mg", "told"), [("2660", False), ("2659", True)])
def test_a_dose_up_to_5_per_cent_from_a_row_stands_in_its_column(mg: str, told: bool) -> None:
    """5% below 40 mg/kg every 8 hours are 38: 2660 mg; the next row of 8 hours has 30."""
    said = {each.id for each in asked((0, "1"), running_dose=mg, interval="8").cautions}

    assert told == ("running-not-in-table" in said)


def test_a_creatinine_without_a_time_is_drawn_at_noon_and_all_in_one_unit() -> None:
    answer = asked((0, "1.1")).answer
    assert answer
    (picture,) = answer.pictures
    assert isinstance(picture, Trend)

    assert [datetime.combine(DAY, time(12))] == [each.at for each in picture.points]
    assert {"mL/min/kg"} == {
        each.unit for each in (*picture.edges, *(point.value for point in picture.points))
    }


@pytest.mark.parametrize(("mg", "kind"), [("2940", "answer"), ("2941", "refusal")])
def test_a_dose_that_would_wait_is_refused_from_more_than_5_per_cent_above_the_full_one(
    mg: str, kind: str
) -> None:
    """5% above 40 mg/kg are 42: 2940 mg; every 24 hours it is less than 35 every 12."""
    assert kind == asked((0, "1"), running_dose=mg, interval="24").kind


@pytest.mark.parametrize(("mg", "told"), [("2940", False), ("2941", True)])
def test_a_day_is_above_the_regimen_from_more_than_5_per_cent_on(mg: str, told: bool) -> None:
    said = {each.id for each in asked((0, "1"), running_dose=mg, interval="8").cautions}

    assert told == ("running-above-regimen" in said)


@pytest.mark.parametrize(("days", "told"), [(4, False), (5, True)])
def test_a_gap_is_told_once_it_is_longer_than_the_label_leaves(days: int, told: bool) -> None:
    said = {each.id for each in asked((days, "1.1"), (0, "1.1")).cautions}

    assert told == ("creatinine-gap" in said)


@pytest.mark.parametrize(("newest", "told"), [("1.2", False), ("1.21", True)])
def test_an_estimate_while_creatinine_changes_is_told_where_it_is_the_lower_one(
    newest: str, told: bool
) -> None:
    """Of 1 mg/dL a day before, both formulas give 0.833... at 1.2: 24 hours are 20 times 1.2."""
    (rising,) = (
        each for each in asked((1, "1"), (0, newest)).cautions if each.id == "creatinine-rising"
    )

    assert told == ("Estimated while it changes" in rising.detail)


@pytest.mark.parametrize(("newest", "worked_out"), [("2.0", True), ("2.1", False)])
def test_an_estimate_of_just_nought_is_worked_out_and_one_below_it_is_none_left(
    newest: str, worked_out: bool
) -> None:
    """72 / 5 / 24 = 0.6 mg/kg are made in an hour; of 10 mg/L more in 10, 0.6 are kept."""
    rows = f"{DAY} 02:00 1.0\n{DAY} 12:00 {newest}"
    estimate = asked(creatinines=rows).values["kinetic_per_kg"]

    assert estimate.is_zero
    assert worked_out == (estimate.derivation is not None)


@pytest.mark.parametrize(
    ("creatinines", "settled"),
    [
        ([(0, "1.1")], {"treatment": "foscarnet", "enough_clearance": "yes"}),
        ([(0, "2.6")], {"treatment": "foscarnet", "enough_clearance": "no"}),
        ([(2, "2.6"), (0, "2.2")], {}),
    ],
)
def test_the_next_step_need_not_ask_what_the_dose_has_answered(
    creatinines: list[tuple[int, str]], settled: dict[str, str]
) -> None:
    """By the table, below it, and back in it on one day only, where foscarnet stands still."""
    answer = asked(*creatinines, running_dose="2450", interval="12").answer
    assert answer

    assert settled == answer.settled


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        *[("days_run", "0", "low"), ("days_run", "1", ""), ("days_run", "366", "high")],
        *[("days_run", "365", ""), ("days_run", "9.5", "whole"), ("urine", "0", "")],
        *[("urine", "3000", ""), ("urine", "3001", "confirm"), ("urine", "6001", "high")],
    ],
)
def test_days_so_far_and_urine_are_taken_up_to_their_limits(
    field: str, typed: str, error: str
) -> None:
    errors = asked((0, "1"), confirm="", **{field: typed}).errors

    assert ([(field, error)] if error else []) == [each[:2] for each in errors]


def test_urine_in_litres_is_offered_in_ml() -> None:
    (error,) = asked((0, "1"), urine="0.42 L").errors

    assert [{"urine": "420"}] == [each.answers for each in error.offers]


@pytest.mark.parametrize(("rows", "kind"), [(60, "answer"), (61, "invalid")])
def test_sixty_creatinines_are_taken_and_sixty_weights(rows: int, kind: str) -> None:
    weights = "\n".join(f"{DAY - timedelta(days=day)} 70" for day in range(rows))

    assert kind == asked(*((day, "1") for day in range(rows))).kind
    assert kind == asked((0, "1"), weights=weights).kind


@pytest.mark.parametrize(
    ("per_kg", "mg", "filled_in"),
    [
        ("", "35", [{"running_dose_per_kg": "35", "running_dose": ""}, {"running_dose": "350"}]),
        ("2450", "", [{"running_dose": "2450", "running_dose_per_kg": ""}]),
    ],
)
def test_a_running_dose_of_the_other_unit_is_offered_to_the_other_question(
    per_kg: str, mg: str, filled_in: list[dict[str, str]]
) -> None:
    (error,) = asked((0, "1"), running_dose=mg, running_dose_per_kg=per_kg).errors

    assert filled_in == [each.answers for each in error.offers]


@pytest.mark.parametrize(("at", "kind"), [("14:00", "answer"), ("14:01", "invalid")])
def test_a_creatinine_of_the_day_is_taken_before_the_dose(at: str, kind: str) -> None:
    outcome = asked(creatinines=f"{DAY} {at} 1.1", next_dose_time="14:00")

    assert kind == outcome.kind
    assert all(
        "28 November 2026 14:01 is after the next dose, 28 November 2026 14:00" in each.text
        for each in outcome.errors
    )


def test_of_many_creatinines_after_the_dose_three_are_told() -> None:
    assert 3 == len(asked(*((-day, "1.1") for day in range(1, 6))).errors)


@pytest.mark.parametrize(
    ("creatinine", "changed", "expected"),
    [
        (
            "0.65",
            "weight 150 running_dose 6000 interval 8 magnesium 0.3 magnesium_unit mmol/L",
            ["day-above-overdose-case", "minerals-urgent"],
        ),
        ("0.85", "running_dose 2450 interval 12 potassium 2.4", ["minerals-urgent", "rise-waits"]),
        (
            "1.9",
            "running_dose 2600 interval 12 potassium 3.4",
            ["minerals-outside", "few-data", "running-not-in-table"],
        ),
    ],
)
def test_too_much_drug_is_told_before_minerals_and_these_before_what_is_less_dangerous(
    creatinine: str, changed: str, expected: list[str]
) -> None:
    """By hand: 40 x 150 x 3 = 18 g; 1 / 0.85 = 1.17... allows more; 70 / 1.9 = 36.8... mL/min."""
    words = changed.split()
    outcome = asked((0, creatinine), **dict(zip(words[::2], words[1::2], strict=True)))

    assert expected == [each.id for each in outcome.cautions if each.id in expected]

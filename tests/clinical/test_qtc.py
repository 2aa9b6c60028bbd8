"""QTc is rounded to the safe side, and above a limit it is decided as by powers, without a root."""

from itertools import product

import pytest

from calc.catalogue import run
from calc.clinical.electrocardiogram import LONG, corrected
from calc.model.quantity import constant
from calc.model.refusals import RefusalRaised
from calc.model.results import Table

POWERS = {"Bazett": 2, "Fridericia": 3}


@pytest.mark.parametrize("formula", POWERS)
def test_above_500_ms_is_decided_as_without_a_root(formula: str) -> None:
    """QT / RR^(1/n) > 500 where QT^n x rate > 500^n x 60, in whole numbers."""
    power = POWERS[formula]
    wrong = [
        (qt, rate)
        for qt, rate in product(range(360, 640, 7), range(30, 250, 3))
        if qt * rate < 60_000
        and (formula in corrected(constant(qt, "ms"), constant(rate, "/min")).above(LONG))
        is not (qt**power * rate > 500**power * 60)
    ]

    assert [] == wrong


@pytest.mark.parametrize("formula", POWERS)
def test_a_figure_that_is_above_is_shown_above(formula: str) -> None:
    """The whole milliseconds next to the limit, at each rate."""
    power, wrong = POWERS[formula], []
    for rate in range(30, 119):
        qt = next(qt for qt in range(200, 800) if qt**power * rate > 500**power * 60)
        qtc = corrected(constant(qt, "ms"), constant(rate, "/min")).by[formula]
        if float(qtc.shown().partition(" ")[0]) <= 500:
            wrong.append((qt, rate))

    assert [] == wrong


@pytest.mark.parametrize("qt", [250, 400, 500, 700])
def test_at_60_a_minute_all_four_are_the_interval_itself(qt: int) -> None:
    ecg = corrected(constant(qt, "ms"), constant(60, "/min"))

    assert {constant(qt, "ms").value} == {qtc.value for qtc in ecg.by.values()}
    assert [None] * 4 == [qtc.between for qtc in ecg.by.values()]


@pytest.mark.parametrize("formula", POWERS)
def test_a_change_is_never_made_smaller_by_rounding(formula: str) -> None:
    """The same ECG now is at least as long as earlier, and by at most one whole millisecond."""
    apart = set()
    for qt, rate in product(range(300, 500, 7), range(40, 110, 4)):
        if qt * rate >= 60_000:
            continue
        asked = (constant(qt, "ms"), constant(rate, "/min"))
        now, earlier = corrected(*asked).by[formula], corrected(*asked, earlier=True).by[formula]
        apart.add(now.value - earlier.value)

    assert {0, 1} == apart


@pytest.mark.parametrize(("qt", "rate"), [(800, 75), (500, 120), (240, 250)])
def test_a_qt_interval_that_is_not_shorter_than_rr_is_refused(qt: int, rate: int) -> None:
    with pytest.raises(RefusalRaised):
        corrected(constant(qt, "ms"), constant(rate, "/min"))


@pytest.mark.parametrize(
    ("qt", "grade"),
    [("449", "none"), ("450", "1"), ("480", "1"), ("481", "2"), ("500", "2"), ("501", "3")],
)
def test_a_grade_begins_at_its_whole_millisecond(qt: str, grade: str) -> None:
    outcome = run("qtc", {"qt": qt, "heart_rate": "60"})

    assert outcome.answer
    (table,) = outcome.answer.results
    assert isinstance(table, Table)
    assert [grade] * 4 == [row.cells[-1] for row in table.rows]


@pytest.mark.parametrize(
    ("qt", "rate", "named"),
    [
        ("460", "75", "Bazett"),
        ("435", "95", "Fridericia and Bazett"),
        ("440", "95", "all but Framingham"),
        ("500.1", "60", "all four formulas"),
    ],
)
def test_every_formula_by_which_it_is_long_is_named(qt: str, rate: str, named: str) -> None:
    """At 95 a minute Hodges adds 61.25 ms, and Framingham 56.7 ms."""
    (caution,) = run("qtc", {"qt": qt, "heart_rate": rate}).cautions

    assert f"by {named}: call; repeat ECG" in caution.text


@pytest.mark.parametrize(
    ("now", "earlier", "told"),
    [("70", "60", False), ("60", "70", False), ("71", "60", True), ("60", "71", True)],
)
def test_heart_rates_that_differ_by_more_than_ten_are_told_of(
    now: str, earlier: str, told: bool
) -> None:
    typed = {"qt": "400", "heart_rate": now, "earlier_qt": "400", "earlier_heart_rate": earlier}

    assert told is ("another-rate" in {caution.id for caution in run("qtc", typed).cautions})


@pytest.mark.parametrize("half", [{"earlier_qt": "390"}, {"earlier_heart_rate": "70"}])
def test_half_an_earlier_ecg_is_compared_with_nothing(half: dict[str, str]) -> None:
    outcome = run("qtc", {"qt": "400", "heart_rate": "90", **half})

    assert outcome.refusal
    assert "half-an-earlier-ecg" == outcome.refusal.id


@pytest.mark.parametrize(
    ("name", "figure", "codes"),
    [
        ("qt", "199.9", ["low"]),
        ("qt", "200", []),
        ("qt", "800", []),
        ("qt", "800.1", ["high"]),
        ("heart_rate", "29.9", ["low"]),
        ("heart_rate", "30", []),
        ("heart_rate", "250", []),
        ("heart_rate", "250.1", ["high"]),
    ],
)
def test_what_is_likelier_a_slip_is_refused(name: str, figure: str, codes: list[str]) -> None:
    errors = run("qtc", {"qt": "210", "heart_rate": "40", name: figure}).errors

    assert codes == [error.code for error in errors]


@pytest.mark.parametrize("interval", ["700", "0.7"])
def test_an_rr_interval_offers_its_rate_down_to_a_tenth(interval: str) -> None:
    """60 / 0.7 is 85.714..."""
    (error,) = run("qtc", {"qt": "400", "heart_rate": interval}).errors

    assert [{"heart_rate": "85.7"}] == [offer.answers for offer in error.offers]

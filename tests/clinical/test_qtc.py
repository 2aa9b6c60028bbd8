"""QTc is rounded to the safe side, and above a limit it is decided as by powers, without a root."""

from itertools import product

import pytest

from calc.clinical.electrocardiogram import LONG, corrected
from calc.model.quantity import constant
from calc.model.refusals import RefusalRaised

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

"""Medians with their spread, goals as ratios, and verdicts of two runs."""

import json
from pathlib import Path
from typing import Any

import pytest

from overrides.markdown.speed.goals import block, line, over, typing, verdict
from overrides.markdown.speed.runs import (
    ELSEWHERE,
    FAST,
    FIRST,
    FIRST_FAST,
    FOLDER,
    JAVASCRIPT,
    LOOPBACK,
    NO_CALCULATOR,
    OURS,
    RUNS,
    SLOWER_4,
    STOCK,
    UNTOUCHED,
    NotMeasured,
    Row,
    Run,
    Where,
    runs,
)
from overrides.markdown.speed.tables import NOTHING, goals, notes, pages, spread, steady, visits


def row(contestant: str, where: Where, **measures: float | None) -> Row:
    """One measurement."""
    named = {"contestant": contestant, "condition": where.condition, "visit": where.visit}
    return {"repetition": 0, **named, **measures}


def run(*rows: Row, **machine: Any) -> Run:
    """A run of these rows."""
    return Run("2026-11-25", machine, rows)


def test_values_in_short_are_their_median_the_least_and_the_greatest() -> None:
    assert (2.0, 1.0, 9.0) == spread([9.0, 1.0, 2.0])


def test_a_spread_in_words_is_in_the_unit_that_is_asked_for() -> None:
    assert "1.50 (1.00 to 2.00)" == spread([1000, 2000]).words(1000, 2)


def test_values_that_read_alike_have_no_spread() -> None:
    assert "1,234" == spread([1234, 1234.4]).words()


def test_a_measure_of_several_visits_is_their_median() -> None:
    rows = [row(OURS, FIRST, result=each) for each in (1, 30, 2)]

    assert 2 == run(*rows).median("result", FIRST, OURS)


def test_a_ratio_divides_this_site_s_measure_by_another_s() -> None:
    rows = (row(OURS, FIRST, result=2), row(STOCK, FIRST, result=8))

    assert 0.25 == over(STOCK, "result", FIRST)(run(*rows))


def test_a_ratio_of_a_missing_contestant_is_refused() -> None:
    with pytest.raises(NotMeasured, match=STOCK):
        over(STOCK, "result", FIRST)(run(row(OURS, FIRST, result=1)))


def test_a_ratio_of_a_missing_measure_is_refused() -> None:
    with pytest.raises(NotMeasured, match="bytes"):
        run(row(OURS, Where(FOLDER, "first"), bytes=None)).median(
            "bytes", Where(FOLDER, "first"), OURS
        )


def test_a_block_of_the_page_may_last_fifty_milliseconds() -> None:
    rows = (row(OURS, UNTOUCHED, block=50), row(NO_CALCULATOR, UNTOUCHED, block=0))

    assert 1 == block(UNTOUCHED)(run(*rows))


def test_a_block_may_last_as_long_as_that_of_the_page_without_a_calculator() -> None:
    rows = (row(OURS, UNTOUCHED, block=120), row(NO_CALCULATOR, UNTOUCHED, block=100))

    assert 1.2 == block(UNTOUCHED)(run(*rows))


def test_typing_compares_when_the_page_is_ready_with_the_last_key() -> None:
    where = Where(FAST, "typing")

    assert 0.5 == typing(where)(run(row(OURS, where, unlocked=3000, typed=6000)))


@pytest.mark.parametrize(
    ("expected", "ratios"),
    [
        ("met", (0.4, 0.3)),
        ("missed", (0.4, 0.41)),
        ("not measured", (0.4, None)),
        ("kept once", (0.41, 0.4)),
        ("kept once", (None, 0.4)),
        ("kept once", (0.4,)),
        ("missed", (0.41,)),
        ("missed", (0.5, 0.41)),
    ],
)
def test_a_goal_is_met_when_both_of_the_last_runs_keep_the_limit(
    expected: str, ratios: tuple[float | None, ...]
) -> None:
    assert expected == verdict(0.4, ratios)


def test_visits_are_a_table_for_each_condition_that_was_measured() -> None:
    rows = (row(OURS, FIRST, result=1234), row(JAVASCRIPT, FIRST_FAST, result=99))

    assert ["1.23", "0.10"] == [table.rows[0][4] for table in visits(run(*rows))]


def test_what_was_not_measured_is_a_dash() -> None:
    (table,) = visits(run(row(OURS, Where(FOLDER, "first"), result=1, bytes=None)))

    assert NOTHING == table.rows[0][6]


def test_a_run_without_a_slower_processor_says_so() -> None:
    assert notes(run(slowed_processor=True)) == notes(run(slowed_processor=False))[:-1]


def test_the_command_line_has_no_javascript() -> None:
    rows = (row(OURS, Where("command line", "steady"), plans_300=400),)

    assert ("400", NOTHING) == steady(run(*rows)).rows[-2][1:]


def test_a_page_has_a_row_in_each_table_of_pages() -> None:
    looked = row(OURS, Where(FAST, "Home"), first_paint=400, shifts=12, bytes=70_400, fonts=0)
    desktop, phone, weight, _ = pages(run(looked))

    assert ("Home", "0.40", NOTHING, "0.012", NOTHING, "1") == desktop.rows[0]
    assert ("Home", NOTHING, NOTHING, NOTHING, NOTHING, "0") == phone.rows[0]
    assert "70" == weight.rows[0][1]


def test_what_is_made_once_for_all_pages_has_a_table_of_its_own() -> None:
    built = row(OURS, Where("build", "once"), seconds=9.3, index=61_000)

    assert ["61", "9.3"] == [value for _, value in pages(run(built))[-1].rows]


def test_the_last_two_runs_are_read_the_newest_last(tmp_path: Path) -> None:
    for day in ("2026-11-03-0900", "2026-11-01-0900", "2026-11-02-0900"):
        held = {"machine": {}, "rows": [row(OURS, Where(SLOWER_4, "first"))]}
        (tmp_path / f"{day}.json").write_text(json.dumps(held), encoding="utf-8")

    assert ["2026-11-02 09:00", "2026-11-03 09:00"] == [each.began for each in runs(tmp_path)]


def test_only_the_runs_that_count_are_published() -> None:
    assert 2 == len([*RUNS.iterdir()])


def test_there_may_be_no_run_on_file(tmp_path: Path) -> None:
    assert () == runs(tmp_path)


def test_peak_and_settled_memory_are_each_compared_with_pyodide_s() -> None:
    rows = (
        row(OURS, FIRST, memory=150, settled=80),
        row(STOCK, FIRST, memory=100, settled=100),
        row(JAVASCRIPT, FIRST, memory=50, settled=40),
    )

    assert ("1.50", "missed", "150 MB; Pyodide 100 MB, the page alone 50 MB") == cells(
        "Peak memory", run(*rows)
    )[2:]
    assert ("0.80", "kept once") == cells("Settled memory", run(*rows))[2:4]


def test_a_form_is_bound_by_the_bytes_of_its_own_page() -> None:
    where = Where(FAST, "typing")
    rows = (
        *(row(OURS, FIRST_FAST, bytes=9e6), row(OURS, FIRST, unlocked=1000)),
        row(OURS, where, bytes=2.5e6, unlocked=3000),
    )

    words = "3.00 s; the bytes alone take 2.00 s, and all else, without a line, 1.00 s"
    assert words == line("unlocked", where)(run(*rows))


def test_a_page_where_python_runs_already_is_bound_by_any_answer_from_another_process() -> None:
    where = Where(LOOPBACK, "next page")
    rows = [
        row(who, where, result=each)
        for who, each in ((OURS, 180), (JAVASCRIPT, 80), (ELSEWHERE, 160))
    ]

    assert (
        "2.25",
        "missed",
        "0.18 s; plain JavaScript within the page 0.08 s, asked in a shared worker 0.16 s: 2.00",
    ) == cells("First result, next page, loopback", run(*rows))[2:]


def test_what_was_not_measured_bounds_nothing() -> None:
    where = Where(FAST, "typing the plan")

    assert ("2.00", "missed", "") == cells(
        f"Ready, first visit, {FAST}", run(row(OURS, where, unlocked=2, typed=1))
    )[2:]


LESS = tuple(row(who, FIRST_FAST, bytes=each) for who, each in ((OURS, 1), (STOCK, 4)))
"""A quarter of the bytes that Pyodide loads."""


def cells(name: str, *newest: Run) -> tuple[str, ...]:
    """What the table of goals says of the first goal with such a name."""
    return next(row for row in goals(newest).rows if row[0].startswith(name))


def test_the_ratio_of_a_run_is_the_median_of_its_repetitions_ratios() -> None:
    pairs = ((1, 2), (9, 10), (4, 5))
    rows = [
        {**row(who, FIRST_FAST, bytes=each), "repetition": repetition}
        for repetition, pair in enumerate(pairs)
        for who, each in zip((OURS, STOCK), pair, strict=True)
    ]

    assert "0.80 (0.50 to 0.90)" == cells("Bytes", run(*rows))[2]


def test_a_goal_that_the_newest_run_did_not_measure_is_not_called_missed() -> None:
    assert (NOTHING, "not measured", "") == cells("Peak memory", run(*LESS))[2:]


def test_beside_a_goal_that_is_not_met_yet_stands_what_bounds_it() -> None:
    assert "kept once" == cells("Bytes", run(*LESS))[-2]
    assert cells("Bytes", run(*LESS))[-1]


@pytest.mark.parametrize(("expected", "older"), [("met", "0123"), ("kept once", "4567")])
@pytest.mark.parametrize("fact", ["runtime", "scripts", "browser", "cores"])
def test_two_runs_count_together_if_they_measured_the_same(
    expected: str, older: str, fact: str
) -> None:
    both = [run(*LESS, **{fact: each}) for each in (older, "0123")]

    assert expected == cells("Bytes", *both)[-2]

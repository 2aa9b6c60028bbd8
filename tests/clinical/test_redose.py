"""The dose on a new creatinine keeps a transcription made apart, and never rises unsafely."""

import csv
from datetime import timedelta
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from calc.catalogue import run
from calc.model.digits import decimal
from calc.model.outcomes import Outcome
from calc.model.results import Schedule, Table
from calc.present.result import render_html
from calc.present.text import render_text
from calc.present.working import steps_of
from tests.clinical.evidence import COLUMNS, Cells, row_for, transcribed
from tests.clinical.redose import DAY, MAN, asked, injury
from tests.every import of_every

HERE = Path(__file__).parent
LIMITS = [*csv.DictReader((HERE / "redose_table.csv").read_text(encoding="utf-8").splitlines())]
NEAR = Fraction(1, 10**9)
UK_ONLY = {"mg/dL": "", "umol/L": "kidney-injury-uk"}


def limit(what: str, unit: str, then: str) -> Fraction:
    """The one figure of the transcription on a thing."""
    (row,) = (
        each for each in LIMITS if (each["what"], each["unit"], each["then"]) == (what, unit, then)
    )
    return Fraction(row["value"])


@of_every([*product(["hsv-40-every-8-h", "cmv-maintenance-90"], range(17))], str)
def test_an_old_creatinine_gives_a_caution_and_a_too_old_one_no_dose(case: tuple[str, int]) -> None:
    regimen, days = case
    phase = "maintenance" if "maintenance" in regimen else "induction"

    outcome = asked((days, "1.1"), regimen=regimen)

    given = days <= limit(f"gap in {phase}", "days", "dose")
    quiet = days <= limit(f"closer watch in {phase}", "days", "quiet")
    assert given is ("dose" in outcome.values)
    assert (given and not quiet) is (
        "creatinine-getting-old" in {each.id for each in outcome.cautions}
    )


@of_every([*product([1, 2, 3], [-NEAR, Fraction(0)], [("mg/dL", "1"), ("umol/L", "100")])], str)
def test_a_rise_within_48_hours_is_injury_from_the_printed_figures_on(
    case: tuple[int, Fraction, tuple[str, str]],
) -> None:
    days, off, (unit, start) = case
    high = limit("rise in 48 hours", unit, "kidney-injury") + off
    low = limit("rise in 48 hours", "umol/L", "kidney-injury-uk") + off

    near = days <= 2

    def said(rise: Fraction) -> str:
        end = decimal(Fraction(start) + rise)
        return injury(asked((days, start), (0, end), creatinines_unit=unit))

    assert (("1" if off >= 0 else UK_ONLY[unit]) if near else "") == said(high)
    if unit == "umol/L":
        assert (UK_ONLY[unit] if near and off >= 0 else "") == said(low)


@of_every([("06:00", "1"), ("06:01", "")], str)
def test_with_times_48_hours_are_counted_to_the_minute(case: tuple[str, str]) -> None:
    later, expected = case
    rows = f"{DAY - timedelta(days=2)} 06:00 1\n{DAY} {later} 1.3"

    assert expected == injury(run("foscarnet-redose", {**MAN, "creatinines": rows}))


@of_every([*product(["1.5", "2", "3"], [-NEAR, Fraction(0)])], str)
def test_stages_begin_at_the_printed_times(case: tuple[str, Fraction]) -> None:
    """The start lies beyond 48 hours, and low enough for no other figure to count."""
    times, off = case
    ratio = Fraction(times) + off
    begun = [row for row in LIMITS if row["what"].startswith("times")]
    stages = [row["then"] for row in begun if Fraction(row["value"]) <= ratio]

    outcome = asked((7, "0.4"), (0, decimal(ratio * Fraction("0.4"))))

    assert (stages[-1] if stages else "") == injury(outcome)


def test_a_week_ago_counts_and_a_day_more_only_where_there_is_nothing_else() -> None:
    middle = (3, "1.3")

    assert "1" == injury(asked((7, "1"), middle, (0, "1.5")))
    assert "" == injury(asked((8, "1"), middle, (0, "1.5")))
    assert "1" == injury(asked((30, "1"), (0, "1.5")))


@of_every([("mg/dL", "2.6"), ("umol/L", "230")], str)
def test_a_very_high_creatinine_is_stage_3_where_there_is_injury(case: tuple[str, str]) -> None:
    unit, start = case
    edge = limit("creatinine", unit, "3")

    at, below = (
        injury(asked((1, start), (0, decimal(value)), creatinines_unit=unit))
        for value in (edge, edge - NEAR)
    )

    assert ("3", "1") == (at, below)


def daily(cells: Cells) -> Fraction:
    """What a row comes to in 24 hours, mg/kg; nothing for the row that says not recommended."""
    return Fraction(cells.dose * 24, cells.hours) if cells.dose and cells.hours else Fraction(0)


def expected(regimen: str, running: Cells, before: str, newest: str) -> tuple[str, Fraction]:
    """What becomes of a running row on two creatinines of the man, two days apart, and mg/kg."""
    earlier, now = (row_for(regimen, 1 / Fraction(each)) for each in (before, newest))
    runs, table, then = daily(running), daily(now), daily(earlier)
    if not table:
        return "stops", table
    if not then:
        return "stays-stopped", Fraction(0)
    if (now.dose, now.hours) == (running.dose, running.hours):
        return "stays", runs
    if table < runs:
        return "falls", table
    rising = Fraction(newest) / Fraction(before) >= Fraction("1.1")
    if rising or then <= runs:
        return "waits", runs
    return "rises", min(table, then)


CREATININES = ("0.65", "0.8", "0.85", "1.1", "1.15", "1.5", "1.85", "2.3", "2.5", "2.6")
COURSES = [*product(COLUMNS.values(), range(6), CREATININES, CREATININES)]


@of_every(COURSES[::29], str)
def test_what_becomes_of_every_row_on_two_creatinines(case: tuple[str, int, str, str]) -> None:
    regimen, place, before, newest = case
    running = transcribed()[regimen][place]

    outcome = asked(
        (2, before),
        (0, newest),
        regimen=regimen,
        running_dose=str((running.dose or 0) * 70),
        interval=str(running.hours),
    )

    assert outcome.answer
    dose, hours = (outcome.values.get(name) for name in ("dose_per_kg", "interval"))
    given = dose.value * 24 / hours.value if dose and hours else Fraction(0)
    assert expected(regimen, running, before, newest) == (outcome.answer.decision, given)


@of_every([*product(["95", "94.9", "105", "105.1"], ["70"])], str)
def test_within_five_per_cent_at_the_same_interval_it_is_the_same(case: tuple[str, str]) -> None:
    percent, weight = case
    dose = Fraction(35) * int(weight) * Fraction(percent) / 100

    outcome = asked((2, "1.1"), (0, "1.1"), running_dose=decimal(dose), interval="12")

    assert outcome.answer
    assert {"95": "stays", "94.9": "rises", "105": "stays", "105.1": "falls"}[percent] == (
        outcome.answer.decision
    )
    assert Fraction(35) == outcome.values["dose_per_kg"].value


def test_a_plan_is_made_again_only_for_another_dose() -> None:
    """35 mg/kg every 12 hours for 0.8 to 1: 2450 mg, or 2449.9, which is another figure."""

    def again(dose: str, *creatinines: tuple[int, str]) -> bool:
        answer = asked(*creatinines, running_dose=dose, interval="12").answer
        assert answer
        return any("plan again" in item.whole for box in answer.lists for item in box.items)

    two = ((2, "1.1"), (0, "1.1"))
    assert not again("2450", *two)
    assert again("2449.9", *two)
    assert again("2800", *two)
    assert not again("1750", (0, "1.1"))


def test_where_there_is_no_dose_no_caution_speaks_of_the_next_one() -> None:
    stopped = asked((5, "1.0"), (3, "3.0"))
    said = {each.id: each.text for each in stopped.cautions}
    held = {each.id: each.text for each in asked((2, "1.0"), (0, "1.5")).cautions}

    assert "Kidney injury, stage 3. Creatinine daily." == said["kidney-injury"]
    assert "Creatinine 3 days old. Take one today." == said["creatinine-getting-old"]
    assert "Ask renal before the next dose" in held["kidney-injury"]
    assert not any("Hold the dose" in each.whole for each in stopped.cautions)


def test_where_foscarnet_stops_no_infusion_follows() -> None:
    stopped, given = (asked((0, value)).answer for value in ("2.6", "1.1"))

    assert stopped
    assert given
    assert ("electrolytes", "next-step") == stopped.onward
    assert () == given.onward


def test_the_worked_patients_of_a_rising_and_a_falling_creatinine() -> None:
    """By hand: 72 / (72 x 2) = 0.5, and 0.85 x 80 / (72 x 1.5) = 0.6296...

    The kinetic ones, 0.3888... and 0.657..., give no dose.
    """
    doubled = asked((1, "1.0"), (0, "2.0"))
    better = asked((1, "2.0"), (0, "1.5"), age="60", sex="female", interval="24")

    assert "0.5" == doubled.values["clearance_per_kg"].decimal()
    assert Fraction(17, 27) == better.values["clearance_per_kg"].value
    assert better.answer
    assert "waits" == better.answer.decision
    assert Fraction(7, 18) == doubled.values["kinetic_per_kg"].value
    assert Fraction(35) == doubled.values["dose_per_kg"].value
    assert "0.657" == better.values["kinetic_per_kg"].decimal()[:5]


def balanced(age: int, sex: str, first: Fraction, second: Fraction, hours: int) -> Fraction:
    """The clearance per kg (mL/min/kg) of the printed formula, done apart in mL and minutes."""
    water, minutes = Fraction(600), hours * 60
    made = Fraction(140 - age) / Fraction({"male": "5", "female": "5.9"}[sex]) / (24 * 60)
    gone = made * minutes - water * (second - first) / 100
    return max(gone / minutes / ((first + second) / 2 / 100), Fraction(0))


@of_every([*product(["41", "68"], ["male", "female"], ["0.9", "1.7"], ["0.8", "1.8", "4"])], str)
def test_a_changing_creatinine_is_balanced_and_only_ever_warns(
    case: tuple[str, str, str, str],
) -> None:
    age, sex, first, second = case
    expected = balanced(int(age), sex, Fraction(first), Fraction(second), 24)

    outcome = asked((1, first), (0, second), age=age, sex=sex)
    said = {each.id: (each.text, each.detail) for each in outcome.cautions}
    rising = said.get("creatinine-rising", ("", ""))

    below = expected < Fraction(2, 5) and "dose" in outcome.values
    assert expected == outcome.values["kinetic_per_kg"].value
    warned = below and "creatinine-rising" in said
    assert warned is ("Ask renal first." in rising[0])
    assert warned is ("ask renal colleagues before the next dose" in rising[1])


def test_a_creatinine_in_umol_gives_the_same_estimate() -> None:
    in_mg, in_umol = (
        asked((1, low), (0, high), creatinines_unit=unit).values["kinetic_per_kg"].value
        for low, high, unit in (("1", "2", "mg/dL"), ("88.4", "176.8", "umol/L"))
    )

    assert in_mg == in_umol


def newest(**values: str) -> Outcome:
    """What is said of newest values in mmol/L, and of urine in mL, on steady kidneys."""
    units = {f"{each}_unit": "mmol/L" for each in values if each not in ("potassium", "urine")}
    running = {"running_dose": "2450", "interval": "12"}
    return asked((2, "1.1"), (0, "1.1"), **running, **values, **units)


MINERALS = [row for row in LIMITS if row["then"].startswith("minerals")]


@of_every(MINERALS, lambda row: f"{row['what']} {row['value']}")
def test_a_mineral_warns_on_its_own_side_of_each_limit(row: dict[str, str]) -> None:
    edge = Fraction(row["value"])
    warns, silent = {
        "below": (edge - NEAR, edge),
        "above": (edge + NEAR, edge),
        "from": (edge, edge - NEAR),
    }[row["sign"]]

    def said(value: Fraction) -> set[str]:
        outcome = newest(**{row["what"]: decimal(value)})
        assert "2450" == outcome.values["dose"].decimal()
        return {each.id for each in outcome.cautions}

    assert row["then"] in said(warns)
    assert row["then"] not in said(silent)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("ionised_calcium 0.9", "Treat now; no infusion yet: very low ionised calcium 0.9 mmol/L."),
        ("ionised_calcium 1.7", "Treat now: very high ionised calcium 1.7 mmol/L."),
        ("potassium 6.6", "Treat now; no infusion yet: very high potassium 6.6 mmol/L."),
        ("magnesium 0.6 phosphate 0.7", "Correct today: low magnesium 0.6 mmol/L, 1 more."),
        ("magnesium 0.6 potassium 3.4", "Correct today, magnesium first: magnesium 0.6 mmol/L,"),
    ],
)
def test_all_but_a_high_calcium_holds_the_infusion_and_magnesium_is_first_before_two_others(
    values: str, expected: str
) -> None:
    words = values.split()
    (caution,) = newest(**dict(zip(words[::2], words[1::2], strict=True))).cautions

    assert expected == caution.text[: len(expected)]
    assert ("magnesium first" in expected) == ("potassium resist treatment" in caution.detail)


def test_minerals_in_mg_per_dl_are_converted_under_their_own_names() -> None:
    """By hand, at the least that is within: 1.15 x 4.0078, 0.7 x 2.4305, 0.8 x 3.0974."""
    in_mg = {"ionised_calcium": "4.60897", "magnesium": "1.70135", "phosphate": "2.47792"}
    units = {f"{each}_unit": "mg/dL" for each in in_mg}
    said = {each.name: each.result for each in steps_of(asked((0, "1.1"), **in_mg, **units))}

    expected = {"ionised calcium": "1.15", "magnesium": "0.7", "phosphate": "0.8"}
    assert {name: f"{each} mmol/L" for name, each in expected.items()}.items() <= said.items()


def test_urine_just_above_its_limit_is_not_written_as_at_it() -> None:
    """By hand: 210.1 / 6 / 70 = 0.50023..."""
    said = {each.name: each.result for each in steps_of(newest(urine="210.1"))}

    assert "0.5002 mL/kg/h" == said["urine per kg and hour"]


def test_little_urine_is_injury_and_makes_the_tests_daily() -> None:
    """By hand: 0.5 x 70 x 6 = 210 mL."""

    def due(outcome: Outcome) -> bool:
        assert outcome.answer
        tests = outcome.answer.results[0]
        assert isinstance(tests, Schedule)
        return "daily" in {each.id for each in tests.due}

    enough, little, none = (newest(urine=each) for each in ("210", "209.9", "0"))

    assert (False, True, True) == (due(enough), due(little), due(none))
    assert {"urine-low"} == {each.id for each in little.cautions}


def test_electrolytes_follow_where_one_is_out_of_its_limits() -> None:
    within, low, very_low = (newest(potassium=each).answer for each in ("4", "3.4", "2.4"))

    assert within
    assert low
    assert very_low
    assert () == within.onward
    assert "electrolytes" == low.onward[0]
    assert "foscarnet-infusion" in low.onward
    assert ("electrolytes", "next-step") == very_low.onward


def test_the_flow_sheet_is_empty_and_is_not_copied() -> None:
    outcome = newest()
    assert outcome.answer
    sheet = outcome.answer.results[-1]

    assert isinstance(sheet, Table)
    assert sheet.to_fill
    assert [*range(28, 31), *range(1, 5)] == [int(row.cells[0].split()[0]) for row in sheet.rows]
    assert {""} == {cell for row in sheet.rows for cell in row.cells[1:]}
    assert sheet.title.upper() not in render_text(outcome)
    assert sheet.title in str(render_html(outcome))

"""What pages take from the calculators: derived figures, tables, formulas."""

import pytest

from calc.catalogue import CATALOGUE
from calc.clinical.foscarnet.by_hand import OF_A_PLAN
from calc.clinical.foscarnet.figures import FIGURES, QUANTITIES
from calc.clinical.foscarnet.reference import CLEARANCE, LABEL_DOSES, REGIMEN, dose_table
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.model.tables import Row
from calc.present.working import formula
from tests.every import of_every

LABEL = "US foscarnet label"
ZOSTER = "Zoster, aciclovir-resistant: off label"
HERPES = "Herpes simplex, aciclovir-resistant"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        # 250 mL of 24 mg/mL, with 5.5 mg or 0.24 mmol of sodium in each mL
        ("container-dose", "6,000 mg"),
        ("container-sodium-mass", "1,375 mg"),
        ("container-sodium-amount", "60 mmol"),
        # 500 mL of 154 mmol/L; 77 x 22.99 is 1770.23 mg
        ("saline-half-litre", "500 mL"),
        ("saline-half-litre-sodium-amount", "77 mmol"),
        ("saline-half-litre-sodium-mass", "1,770 mg"),
        # 40 x 70 / 24 x 5.5 is 641.67 mg
        ("sodium-of-40-mg-per-kg-at-70-kg", "640 mg"),
        # 40 mg/kg at 1 mg/kg/min
        ("hsv-40-every-8-h-at-the-cap", "40 min"),
    ],
)
def test_a_figure_that_is_worked_out_for_a_page_is_as_by_hand(name: str, shown: str) -> None:
    assert shown == QUANTITIES[name].shown()


@of_every(REGIMENS)
def test_the_figure_of_a_regimen_is_its_full_dose(name: str) -> None:
    row = FIGURES[name]
    assert isinstance(row, Row)

    assert REGIMENS[name].full_dose.value == row.give


def test_the_table_of_regimens_gives_use_full_dose_shortest_time_and_source() -> None:
    expected = (
        (ZOSTER, "40 mg/kg every 8 hours", "60 min", "Safrin 1991, zoster; Cohen 2013, zoster"),
        (
            *(ZOSTER, "90 mg/kg every 12 hours", "90 min"),
            "US HIV guidance, second hand; BHIVA foscarnet page",
        ),
        (HERPES, "40 mg/kg every 8 hours", "60 min", LABEL),
        (HERPES, "40 mg/kg every 12 hours", "60 min", LABEL),
        ("CMV retinitis", "60 mg/kg every 8 hours", "60 min", LABEL),
        ("CMV retinitis", "90 mg/kg every 12 hours", "90 min", LABEL),
        ("CMV retinitis, maintenance", "90 mg/kg every 24 hours", "120 min", LABEL),
        ("CMV retinitis, maintenance", "120 mg/kg every 24 hours", "120 min", LABEL),
    )

    assert expected == REGIMEN.rows


def test_a_dose_table_says_whose_it_is_and_ends_where_no_dose_is_given() -> None:
    table = dose_table(REGIMENS["hsv-40-every-8-h"])

    assert (
        "HSV, 40 mg/kg every 8 hours: dose by clearance per kg. Shortest infusion 60 min. "
        "Source: US foscarnet label (read in a reprint, November 2026)."
    ) == table.caption
    assert ("Clearance, mL/min/kg", "Dose and interval") == table.heads
    assert ("below 0.4", "not recommended") == table.rows[-1]


def test_what_a_reader_came_for_in_a_table_is_the_dose() -> None:
    came_for = {each.heads[each.strong or 0] for each in (REGIMEN, *LABEL_DOSES)}

    assert {"Dose and interval"} == came_for


@pytest.mark.parametrize(
    ("calculator", "came_for"),
    [
        ("exposure", ["Days"]),
        ("vaccine-dates", ["After the first", "When, and whose"]),
        ("prophylaxis", ["Until", "It is replaced"]),
    ],
)
def test_what_a_reader_came_for_in_the_tables_of_the_course_is_when(
    calculator: str, came_for: list[str]
) -> None:
    tables = CATALOGUE[calculator].reference

    assert came_for == [each.heads[each.strong or 0] for each in tables]


def test_the_tables_of_the_label_are_those_of_its_own_six_columns() -> None:
    labelled = [each.name for each in REGIMENS.values() if not each.off_label]

    assert 6 == len(labelled)
    assert labelled == [each.caption.partition(":")[0] for each in LABEL_DOSES]


def test_a_plan_is_worked_out_by_hand_by_these_formulas() -> None:
    expected = {
        "Creatinine in mg/dL": "creatinine in umol/L / 88.4",
        "Clearance per kg, men": "(140 - age) / (72 x creatinine in mg/dL)",
        "Clearance per kg, women": "0.85 x (140 - age) / (72 x creatinine in mg/dL)",
        "Dose in mg": "dose per kg x weight",
        "Foscarnet in mL; through a central line it is the total volume": (
            "dose / concentration as supplied, rounded down to the nearest 0.1 mL"
        ),
        "Total volume through a peripheral vein, in mL": (
            "dose / concentration to infuse, rounded down to the nearest 0.1 mL"
        ),
        "Time at the highest rate per kg, in min": "dose per kg / highest rate per kg",
        "Shortest time in min": (
            "the longer of minimum time of the regimen and time at the highest rate per kg, "
            "rounded up to a whole minute"
        ),
        "Highest pump rate in mL/h": (
            "total volume / shortest time x 60 min/h, rounded down to the nearest 0.1 mL/h"
        ),
    }

    assert expected == {label: formula(each) for label, each in OF_A_PLAN.formulas}


def test_a_page_gives_the_formula_of_the_clearance_for_men_and_for_women() -> None:
    expected = {
        "Men": "(140 - age) / (72 x creatinine in mg/dL)",
        "Women": "0.85 x (140 - age) / (72 x creatinine in mg/dL)",
    }

    assert expected == {who: formula(each) for who, each in CLEARANCE}


def test_a_regimen_for_zoster_is_read_off_the_table_that_begins_as_it_does() -> None:
    begins = {each.table.name for each in REGIMENS.values() if not each.off_label}
    off_label = [each for each in REGIMENS.values() if each.off_label]

    assert [] == [each.words for each in off_label if each.table.name not in begins]
    assert [] == [each.words for each in off_label if not each.table.name.endswith(each.words)]
    assert "begins with the same dose and interval" in OF_A_PLAN.steps[1].text

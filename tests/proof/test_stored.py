"""What the page says of the whole run is what a whole run comes to, and of which code it was."""

import ast
import re
from collections import Counter
from datetime import date
from math import prod
from pathlib import Path

import pytest

from overrides.markdown import proved as page
from tests.every import of_every
from tests.proof import result
from tests.proof.edges import (
    AGES,
    CREATININES,
    EVERY_TENTH,
    HEIGHTS,
    MEASURED,
    TYPED,
    WEIGHTS,
)
from tests.proof.foscarnet import SWISS_TABLES, US_TABLES
from tests.proof.grid import each_input, rows
from tests.proof.orders import one_item_asks
from tests.proof.prevention import FIRST_DAY, LAST_DAY
from tests.proof.result import combinations, patients, stored
from tests.proof.steps import Compared
from tests.proof.tablets import ORDERS
from tests.proof.theorems import THEOREMS
from tests.root import ROOT

ROWS = len([*rows()]) * len(WEIGHTS)
WAYS_AND_FIRST = 2 * 2
FLUIDS = 2 * 2
ACICLOVIR_ROWS = 5
"""Four of the table, and dialysis; each for two viruses, two texts and four vials."""
ASKED = 2 * (TYPED + len([*each_input()])) + TYPED
"""Both foscarnet calculators for each patient, and aciclovir for others."""
TENTHS = len(AGES) * 2 * sum(len(each[::EVERY_TENTH]) for each in CREATININES.values())
"""Patients of every tenth creatinine."""


def later_sizes() -> dict[str, int]:
    """The same of the later calculators: what each is tried with, and the cases that are drawn."""
    proteins, known, drugs, dialysis, rises = 5, 3, 8, 2, 12
    later_doses = 2 * 4 * 4 * rises
    regimens = 10
    orders, after_sessions = 13 * 6, 13
    bodies = 151 * len(WEIGHTS) * 2
    tablets_doses, others = 4, (11, 4, 3, 4, 3, 4, 3)
    calendar = 5 * 365 + 2
    contacts = 2 * 38 * 44 * 5
    typed_values = 261 + 521 + 491 + 901 + 591
    return {
        Compared.CLEARANCE: TYPED,
        Compared.DOSE_PAGE: TYPED,
        Compared.INFUSION_PAGE: TYPED,
        Compared.CERTAINTY: TYPED,
        Compared.PROPHYLAXIS: TYPED,
        Compared.HYDRATION_PAGE: 1_201 * 4 * 2,
        Compared.CIDOFOVIR_GATE: patients()
        + proteins * known * drugs * dialysis * (1 + later_doses),
        Compared.CIDOFOVIR: 24 * 60 + TYPED,
        Compared.TABLETS_ROW: (TENTHS + len(MEASURED) * 21) * regimens,
        Compared.TABLETS_ORDER: regimens * (99 * orders + after_sessions),
        Compared.TABLETS: TYPED,
        Compared.REDOSE: len([*rows()]) * 9 * 9 + TYPED,
        Compared.ORDER: len([*one_item_asks()]) + TYPED,
        Compared.TIMETABLE: len([*rows()]) * 2 * 13 + 24 * 60 + TYPED,
        Compared.BODY: bodies,
        Compared.WEIGHTS: len(HEIGHTS) * 21 * 2 * 2,
        Compared.QTC: 601 * 221 * 2,
        Compared.QTC_BESIDE: TYPED,
        Compared.MINERALS: typed_values * 2 + TYPED,
        Compared.VACCINE: 2 * calendar * 2 + TYPED,
        Compared.EXPOSURE: contacts,
        Compared.NEXT_STEP: (13 * 3 * (tablets_doses + 2) + 3) * prod(others),
        Compared.NEXT_STEP_TYPED: TYPED,
    }


def sizes() -> dict[str, int]:
    """How often each step is compared in the grid, worked out from its edges."""
    measured = len(MEASURED) * len(WEIGHTS)
    return {
        Compared.US_CLEARANCE: patients(),
        Compared.LIMITS: patients() + measured,
        Compared.US_ROW: patients() * len(US_TABLES),
        Compared.SWISS_CLEARANCE: patients(),
        Compared.SWISS_ROW: patients() * len(SWISS_TABLES),
        Compared.MEASURED: measured,
        Compared.MEASURED_ROW: measured * len(US_TABLES),
        Compared.DOSE: ROWS,
        Compared.HYDRATION: ROWS * 2,
        Compared.INFUSION: ROWS * WAYS_AND_FIRST,
        Compared.FLUIDS: ROWS * WAYS_AND_FIRST,
        Compared.SODIUM: ROWS * WAYS_AND_FIRST * FLUIDS,
        Compared.ACICLOVIR_SURFACE: len(HEIGHTS) * len(WEIGHTS),
        Compared.ACICLOVIR_CLEARANCE: patients(),
        Compared.ACICLOVIR_ORDER: len(WEIGHTS) * ACICLOVIR_ROWS * 2 * 2 * 4,
        **later_sizes(),
        Compared.TYPED: ASKED,
        Compared.TYPED_FIGURES: ASKED,
    }


def test_the_stored_run_compared_the_whole_grid() -> None:
    """One of a later calculator may be newer than the run: it stands with 0, as the page says."""
    counts = {each["name"]: each["compared"] for each in stored()["comparison"]}
    newer = {name: 0 for name in later_sizes() if counts[name] == 0}

    assert {**sizes(), **newer} == counts


def test_the_whole_grid_is_more_than_ten_million_comparisons() -> None:
    assert 10_000_000 < sum(sizes().values())


def test_the_stored_run_proved_each_theorem_by_its_words() -> None:
    assert THEOREMS == {each["id"]: each["words"] for each in stored()["theorem"]}
    assert all(each["claims"] > 0 for each in stored()["theorem"])


def test_the_combinations_are_those_of_the_grid() -> None:
    by_hand = (120 - 17) * 2 * (2491 + 2202) * 8 * 661 * 2 * 2 * 2 * 2

    assert by_hand == combinations() == stored()["combinations"]
    assert (18, 120) == (AGES[0], AGES[-1])
    assert [2491, 2202] == [*map(len, CREATININES.values())]


PAGE = (ROOT / "docs" / "project" / "proof.md").read_text(encoding="utf-8")
YEARS = {5: "five"}
ORDINALS = {10: "tenth"}


@of_every(
    [
        f"every age from {AGES[0]} to {AGES[-1]}",
        f"every weight from {WEIGHTS[0] // 1_000} to {WEIGHTS[-1] // 1_000} kg",
        f"each measured clearance from {MEASURED[0]} to {MEASURED[-1]} mL/min",
        f"each height from {HEIGHTS[0] // 10} to {HEIGHTS[-1] // 10} cm",
        f"{TYPED:,} cases of a calculator are drawn",
        f"{len(ORDERS)} orders of tablets",
        f"each day of {YEARS[(LAST_DAY - FIRST_DAY) // 365]} years",
        f"every {ORDINALS[EVERY_TENTH]} creatinine",
    ]
)
def test_the_page_says_the_grid_as_it_is(words: str) -> None:
    assert words in PAGE


RULES = re.compile(r"calc\.(catalogue|clinical|model)\b")
"""What may be compared: all of it is told apart by the digests that a run stores."""


@of_every(sorted(Path(__file__).parent.glob("*.py")))
def test_what_is_compared_is_read_from_the_code_that_is_told_apart(module: Path) -> None:
    nodes = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    names = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]

    assert [] == [name for name in names if name.startswith("calc.") and not RULES.match(name)]


@pytest.fixture
def run_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The code as it is, of which a run may be stored elsewhere."""
    file = tmp_path / "proof.toml"
    monkeypatch.setattr(result, "STORED", file)
    monkeypatch.setattr(page, "RUN", file)
    return result.texts()


CHANGED, LEFT_OUT = "calc/clinical/renal.py", "calc/model/tables.py"


def test_a_run_stores_its_day_and_of_which_code_it_was(run_of: dict[str, str]) -> None:
    result.write(Counter(), Counter(), date(2026, 12, 1), run_of)

    assert (date(2026, 12, 1), run_of) == (stored()["on"], stored()["code"])


def test_the_page_says_that_nothing_has_changed_since(run_of: dict[str, str]) -> None:
    result.write(Counter(), Counter(), date(2026, 12, 1), run_of)

    assert [
        "The last whole run was on 1\N{NO-BREAK SPACE}December 2026, "
        f"on all {len(run_of)} modules that decide a figure.",
        "None of them has changed since, and none is new.",
    ] == [*page.code(str)]


def test_the_page_names_what_changed_since_what_is_new_and_what_is_gone(
    run_of: dict[str, str],
) -> None:
    code = run_of | {CHANGED: "0" * 16, "calc/model/gone.py": "0" * 16}
    del code[LEFT_OUT]
    result.write(Counter(), Counter(), date(2026, 12, 1), code)

    assert (
        f"**Changed since that run, or new: 3.** They are `{CHANGED}`, `calc/model/gone.py`, "
        f"`{LEFT_OUT}`."
    ) == [*page.code(str)][-1]

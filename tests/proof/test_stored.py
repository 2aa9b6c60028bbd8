"""What the page says of the whole run is what a whole run comes to."""

from tests.proof.foscarnet import SWISS_TABLES, US_TABLES
from tests.proof.grid import (
    AGES,
    CREATININES,
    EVERY,
    HEIGHTS,
    MEASURED,
    TYPED,
    WEIGHTS,
    each_input,
    rows,
)
from tests.proof.result import combinations, patients, stored
from tests.proof.steps import Compared
from tests.proof.theorems import THEOREMS

ROWS = len([*rows()]) * len(WEIGHTS)
WAYS_AND_FIRST = 2 * 2
FLUIDS = 2 * 2
ACICLOVIR_ROWS = 5
"""Four of the table, and dialysis; each for two viruses, two texts and four vials."""
ASKED = 2 * (TYPED + len([*each_input()])) + TYPED
"""Both foscarnet calculators for each patient, and aciclovir for others."""
SOME = (
    len(AGES) * 2 * sum(len(range(0, len(CREATININES[unit]), step)) for unit, step in EVERY.items())
)


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
        Compared.ACICLOVIR_CLEARANCE: SOME,
        Compared.ACICLOVIR_ORDER: len(WEIGHTS) * ACICLOVIR_ROWS * 2 * 2 * 4,
        Compared.TYPED: ASKED,
        Compared.TYPED_FIGURES: ASKED,
    }


def test_the_stored_run_compared_the_whole_grid() -> None:
    assert sizes() == {each["name"]: each["compared"] for each in stored()["comparison"]}


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

"""What is said of electrolytes: each thing where it holds, and nowhere else."""

import pytest

from calc.catalogue import run
from calc.clinical.electrolytes import words
from calc.clinical.minerals import MAGNESIUM_FIRST, NO_NEXT
from calc.model.outcomes import Answer
from calc.model.statements import Check

WELL = {
    **{"foscarnet_now": "between", "symptoms": "none", "ecg": "none", "paraprotein": "no"},
    **{"magnesium": "0.8", "magnesium_unit": "mmol/L", "potassium": "4"},
    **{"phosphate": "1", "phosphate_unit": "mmol/L"},
    **{"ionised_calcium_unit": "mmol/L", "total_calcium_unit": "mmol/L", "albumin_unit": "g/L"},
}
"""No symptom, and nothing outside its limits; neither calcium is given."""
IONISED = {"ionised_calcium": "1.2"}


def answer(**typed: str) -> Answer:
    """What is said of the well one, changed."""
    found = run("electrolytes", {**WELL, **typed}).answer
    assert found
    return found


def listed(**typed: str) -> list[Check]:
    """All that the lists of an answer hold."""
    return [each for box in answer(**typed).lists for each in box.items]


def told(**typed: str) -> list[str]:
    """The cautions of an answer."""
    return [each.id for each in answer(**typed).cautions]


@pytest.mark.parametrize(
    ("symptom", "asks"),
    [
        ("seizure", words.SEIZURE),
        ("palpitations", words.HEART),
        ("fainting", words.HEART),
        ("tingling", words.NERVES),
        ("cramps", words.NERVES),
    ],
)
def test_each_symptom_asks_for_what_is_done_for_it(symptom: str, asks: Check) -> None:
    every = (words.SEIZURE, words.HEART, words.NERVES)

    assert [asks] == [each for each in listed(**IONISED, symptoms=symptom) if each in every]


@pytest.mark.parametrize(("course", "said"), [("between", True), ("not-begun", False)])
def test_who_is_between_two_infusions_is_told_when_the_next_may_start(
    course: str, said: bool
) -> None:
    assert said is (NO_NEXT in listed(**IONISED, foscarnet_now=course, symptoms="seizure"))


@pytest.mark.parametrize(
    ("low", "first"),
    [
        ({"ionised_calcium": "1.1"}, True),
        (IONISED | {"potassium": "3.4"}, True),
        (IONISED | {"phosphate": "0.7"}, False),
        (IONISED, False),
    ],
)
def test_a_low_magnesium_comes_first_beside_a_low_calcium_or_potassium(
    low: dict[str, str], first: bool
) -> None:
    assert first is (MAGNESIUM_FIRST in listed(**{"magnesium": "0.6"} | low))


@pytest.mark.parametrize(
    ("calcium", "first"),
    [
        ({"total_calcium": "2.7"}, True),
        ({"total_calcium": "2.4"}, False),
        ({"ionised_calcium": "1.4", "total_calcium": "2.7"}, False),
    ],
)
def test_a_high_calcium_that_is_not_an_ionised_one_asks_for_that_first(
    calcium: dict[str, str], first: bool
) -> None:
    assert first is (words.HIGH_CALCIUM_FIRST in listed(**calcium))


@pytest.mark.parametrize(
    ("ionised", "total", "cautions"),
    [
        ("1.1", "2.4", ["electrolytes-believe-ionised"]),
        ("1.1", "2.1", []),
        ("1.2", "2.1", ["electrolytes-do-not-fit"]),
        ("1.2", "2.4", []),
        ("1.2", "2.7", ["electrolytes-do-not-fit"]),
        ("1.4", "2.1", ["electrolytes-do-not-fit"]),
        ("1.4", "2.4", []),
        ("1.4", "2.7", []),
    ],
)
def test_what_contradicts_the_ionised_calcium_is_told_of(
    ionised: str, total: str, cautions: list[str]
) -> None:
    assert cautions == told(ionised_calcium=ionised, total_calcium=total)


@pytest.mark.parametrize(
    ("calcium", "named"),
    [
        ({"total_calcium": "2.3"}, "total calcium 2.3 mmol/L"),
        ({"total_calcium": "2.3", "albumin": "35"}, "corrected calcium 2.4 mmol/L"),
    ],
)
def test_without_an_ionised_calcium_the_last_of_the_others_does_not_reassure(
    calcium: dict[str, str], named: str
) -> None:
    (caution,) = answer(**calcium).cautions

    assert f"Take an ionised calcium: {named} does not reassure." == caution.text


@pytest.mark.parametrize(
    ("phosphate", "paraprotein", "may_lie"),
    [
        ("1", "yes", True),
        ("1", "unknown", True),
        ("1", "no", False),
        ("0.7", "yes", False),
    ],
)
def test_a_phosphate_that_is_not_low_may_read_high_by_a_paraprotein(
    phosphate: str, paraprotein: str, may_lie: bool
) -> None:
    cautions = told(**IONISED, phosphate=phosphate, paraprotein=paraprotein)

    assert (["electrolytes-phosphate-paraprotein"] if may_lie else []) == cautions

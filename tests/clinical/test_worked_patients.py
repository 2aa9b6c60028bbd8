"""Patients who were worked out by hand before there were calculators are worked examples."""

import tomllib
from pathlib import Path
from typing import Any

from calc.present.text import render_text
from tests.cases import named
from tests.catalogue.walk import outcome_of

PATIENTS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("worked_patients.toml").read_text(encoding="utf-8")
)["patient"]


def said_of(patient: dict[str, Any]) -> list[str]:
    """What each example of a patient says, without how it was worked out."""
    texts = [render_text(outcome_of(named(example))) for example in patient["examples"]]
    return [text.partition("\nWORKING\n")[0] for text in texts]


def test_none_of_the_twenty_four_is_missing() -> None:
    letters = [patient["name"][0] for patient in PATIENTS]

    assert "AAAAAABBBCCCDDDDEEEEFFFF" == "".join(letters)


def test_each_figure_that_was_worked_out_is_said() -> None:
    missing = [
        f"{patient['name']}: {words}"
        for patient in PATIENTS
        for words in patient["says"]
        if not any(words in text for text in said_of(patient))
    ]

    assert [] == missing


def test_each_example_that_is_named_says_something_of_it() -> None:
    idle = [
        f"{patient['name']}: {example}"
        for patient in PATIENTS
        for example, text in zip(patient["examples"], said_of(patient), strict=True)
        if not any(words in text for words in patient["says"])
    ]

    assert [] == idle

"""The stages of the pathway: on what each rests, and the figures that its words hold."""

import csv
from pathlib import Path

import pytest

from calc.clinical.pathway.stages import STAGES
from tests.every import of_every

TABLE = Path(__file__).with_name("pathway_stages.csv")
ROWS = [*csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())]
"""What each stage cites, and where in it, written apart from the rows of `calc`."""
BY_ID = {stage.id: stage for stage in STAGES}


@of_every(BY_ID)
def test_a_stage_rests_on_the_sources_that_were_read_for_it(stage: str) -> None:
    read = [(row["source"], row["place"]) for row in ROWS if row["stage"] == stage]

    assert read == [(cite.source.title, cite.locator) for cite in BY_ID[stage].cites]


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        # "Varicella zoster (immunocompromised): 10mg/kg every 8 hours"; "Mucocutaneous herpes
        # simplex (immunocompromised): 5mg/kg every 8 hours"
        (
            "intravenous-aciclovir-first",
            "Zoster: 10 mg/kg every 8 hours. HSV of skin: 5 mg/kg every 8 hours.",
        ),
        # "treatment with foscarnet should be initiated within 7-10 days in patients suspected"
        ("when-to-suspect-resistance", "a panel starts foscarnet within 7 to 10 days."),
    ],
)
def test_a_stage_says_the_figures_of_its_source(stage: str, words: str) -> None:
    assert words in BY_ID[stage].text


def test_the_way_of_foscarnet_ends_where_its_label_gives_no_dose() -> None:
    way_out = BY_ID["foscarnet"].way_out

    assert way_out.startswith("Clearance below 0.4 mL/min/kg, or dialysis")

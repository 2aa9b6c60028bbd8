"""Calculators are found where they are declared, and listed in an order that is stated."""

from dataclasses import replace

import pytest

from calc import clinical
from calc.catalogue import CATALOGUE, declared, registered

PLAN = CATALOGUE["foscarnet-plan"]
CLEARANCE = CATALOGUE["creatinine-clearance"]
DOSE = CATALOGUE["foscarnet-dose"]


def test_the_one_that_leads_comes_first_and_the_others_stay_as_they_stand() -> None:
    order = ["foscarnet-plan", "foscarnet-dose", "creatinine-clearance"]

    assert order == [*registered([DOSE, CLEARANCE, PLAN])]


def test_one_leads() -> None:
    assert ["foscarnet-plan"] == [name for name, each in CATALOGUE.items() if each.leads]


def test_the_calculators_of_a_file_stand_as_they_are_written_and_the_files_by_name() -> None:
    order = ["creatinine-clearance", "foscarnet-dose", "foscarnet-infusion", "foscarnet-hydration"]

    found = [each.name for each in declared(clinical) if not each.leads]
    assert order == [name for name in found if name in order]
    assert found.index("foscarnet-hydration") < found.index("ideal-weight")


def test_two_calculators_of_one_name_stop_everything() -> None:
    other = replace(DOSE, name="foscarnet-plan")

    with pytest.raises(ValueError, match="two calculators are called foscarnet-plan"):
        registered([PLAN, other])

"""The plan stands first, and what decides an intravenous dose may be entered by a second person."""

from calc.catalogue import CATALOGUE

INTRAVENOUS = {
    "foscarnet-plan",
    "foscarnet-dose",
    "foscarnet-infusion",
    "foscarnet-redose",
    "aciclovir-iv",
    "cidofovir-gate",
}


def test_every_intravenous_dose_may_be_checked_twice() -> None:
    assert INTRAVENOUS == {name for name, each in CATALOGUE.items() if each.checked_twice}


def test_the_plan_alone_leads() -> None:
    assert ["foscarnet-plan"] == [name for name, each in CATALOGUE.items() if each.leads]

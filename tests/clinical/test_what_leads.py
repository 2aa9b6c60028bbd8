"""The plan stands first, and what computes a dose to give may be entered by a second person.

What compares (an order, a second text, a band) decides no dose, and is not entered twice.
"""

from calc.catalogue import CATALOGUE

INTRAVENOUS = {
    "foscarnet-plan",
    "foscarnet-dose",
    "foscarnet-infusion",
    "foscarnet-redose",
    "aciclovir-iv",
    "cidofovir-gate",
}


def test_what_computes_an_intravenous_dose_to_give_may_be_checked_twice() -> None:
    assert INTRAVENOUS == {name for name, each in CATALOGUE.items() if each.checked_twice}


def test_the_plan_alone_leads() -> None:
    assert ["foscarnet-plan"] == [name for name, each in CATALOGUE.items() if each.leads]

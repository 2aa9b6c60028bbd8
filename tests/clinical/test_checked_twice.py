"""What decides an intravenous dose, or makes it up, may be entered again by a second person."""

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

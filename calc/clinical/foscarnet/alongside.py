"""A dose that is diluted as it runs into a vein: saline beside the undiluted drug, at its rate."""

from dataclasses import dataclass

from calc.clinical.foscarnet.infusion import Infusion, rate_over
from calc.clinical.foscarnet.sodium import Salt, in_saline
from calc.clinical.sources import GALWAY
from calc.model.quantity import Quantity, named_values
from calc.model.sources import SITE_RULE
from calc.model.values import sometimes

# "Piggybacking 1000ml sodium chloride 0.9% through the same catheter/cannula as the foscarnet
# infusion (at the same rate as foscarnet)- this dilutes the injection solution to the required
# concentration as it is being administered"
PREFERRED = GALWAY.at("administration, preferred method")
OUR_STOP = SITE_RULE.at("the drug stops with its saline; of the bag runs in what the dose needs")


@dataclass(frozen=True)
class Alongside:
    """The saline (mL) that runs in beside one dose, the highest rate (mL/h) of each, its sodium.

    As much saline as drug, since both run at one rate: of a bag of a litre no more runs in.
    """

    saline: Quantity
    start_rate: Quantity
    highest_rate: Quantity
    salt: Salt

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        return named_values(
            alongside_saline=self.saline,
            alongside_start_rate=self.start_rate,
            alongside_highest_rate=self.highest_rate,
            sodium_alongside=self.salt.amount,
            sodium_mass_alongside=self.salt.mass,
        )


ALONGSIDE_VALUES = (
    *sometimes("mL", "alongside_saline"),
    *sometimes("mL/h", "alongside_start_rate", "alongside_highest_rate"),
    *sometimes("mmol", "sodium_alongside"),
    *sometimes("mg", "sodium_mass_alongside"),
)
"""What `Alongside.values` holds, where a dose is diluted."""


def alongside_of(infusion: Infusion) -> Alongside | None:
    """The same dose undiluted, with saline beside it; None where nothing is to be diluted."""
    if not infusion.diluted:
        return None
    saline = infusion.drug_volume.named("saline beside the drug", "mL", PREFERRED, OUR_STOP)
    return Alongside(
        saline,
        rate_over(saline, infusion.start_time, "starting rate of drug and of saline"),
        rate_over(saline, infusion.shortest_time, "highest rate of drug and of saline"),
        in_saline(saline, "in the saline beside the drug"),
    )

"""All fluid in 24 hours: the infusions and the hydration, by the label or else elsewhere."""

from dataclasses import dataclass

from calc.clinical.foscarnet.hydration import Hydration
from calc.clinical.foscarnet.infusion import Infusion
from calc.model.quantity import Quantity, Range, named_values
from calc.model.values import always, ranges


@dataclass(frozen=True)
class Fluids:
    """What is infused in 24 hours (mL), and all fluid: by the label, or with others' figure."""

    infused: Quantity
    total: Range | None
    elsewhere: Range | None

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        total, elsewhere = self.total, self.elsewhere
        return named_values(
            infused_24_h=self.infused,
            total_fluid_24_h_low=total and total.low,
            total_fluid_24_h_high=total and total.high,
            total_fluid_24_h_elsewhere_low=elsewhere and elsewhere.low,
            total_fluid_24_h_elsewhere_high=elsewhere and elsewhere.high,
        )


FLUID_VALUES = (
    *always("mL", "infused_24_h"),
    *ranges("mL", "total_fluid_24_h", "total_fluid_24_h_elsewhere"),
)
"""What `Fluids.values` may hold."""


def fluids_of(infusion: Infusion, hydration: Hydration, doses: Quantity) -> Fluids:
    """All fluid of an infusion given so many times in 24 hours, and of its hydration."""
    infused = (infusion.total_volume * doses).named("infused volume in any 24 hours", "mL")
    total = _total(infused, hydration.in_24_h)
    return Fluids(infused, total, _total(infused, hydration.elsewhere_24_h))


def _total(infused: Quantity, hydration: Range | None) -> Range | None:
    if hydration is None:
        return None
    return hydration.each(lambda volume: infused + volume, "total fluid in 24 hours", "mL")

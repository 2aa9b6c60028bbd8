"""What the US label and the UK text give: doses, bands, concentrations, vials, the ceiling.

The US label was known in summaries only; the UK text was read in copies. The vials are those whose
sodium was read.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from calc.clinical.body_surface import PER_173, PER_MIN
from calc.clinical.sources import (
    ACICLOVIR_CONCENTRATE,
    ACICLOVIR_GLOBALRPH,
    ACICLOVIR_GLOBALRPH_KIDNEYS,
    ACICLOVIR_LEAFLET,
    ACICLOVIR_OXFORD,
    ACICLOVIR_UK,
    ACICLOVIR_US,
    ACICLOVIR_US_POWDER,
)
from calc.model.quantity import Quantity, Range, constant
from calc.model.sources import SITE_RULE, Cite
from calc.model.tables import Lookup

US_DOSE = ACICLOVIR_US.at("dosage")
UK_DOSE = ACICLOVIR_UK.at("section 4.2")
US_KIDNEYS = ACICLOVIR_US.at("renal impairment")
US_UNIT = ACICLOVIR_GLOBALRPH_KIDNEYS.at("table heading")
OXFORD_KIDNEYS = ACICLOVIR_OXFORD.at("renal impairment")
LOWER_AT_AN_EDGE = SITE_RULE.at("an edge printed in two rows takes the lower dose")

# "Varicella zoster (immunocompromised): 10mg/kg every 8 hours"; "Mucocutaneous herpes simplex
# (immunocompromised): 5mg/kg every 8 hours"; the UK text has the same two
VZV = constant(10, "mg/kg", "full dose per kg", US_DOSE, UK_DOSE)
HSV = constant(5, "mg/kg", "full dose per kg", US_DOSE, UK_DOSE)

# "A maximum dose equivalent to 20 mg/kg every 8 hours should not be exceeded for any patient."
CEILING = constant(20, "mg/kg", "", US_DOSE)
CEILING_HOURS = 8

# "Give by IV infusion over 1 hour"; "Slow intravenous infusion over 1 hour"
SHORTEST = constant(60, "min", "shortest time", US_DOSE, UK_DOSE)
ONE_HOUR = constant(1, "h")

EVERY_HOURS = "h"


@dataclass(frozen=True, kw_only=True)
class Band:
    """A band of clearance: above one edge, up to and with the other; what is given in it.

    `share` is the part of the full dose, `every` the hours between doses. `up_to` is None where the
    band is open. The edges are figures of mL/min, or of mL/min/1.73 m2: the text says which.
    """

    every: int
    up_to: int | None
    above: int | None = None
    share: Fraction = Fraction(1)

    def holds(self, value: Fraction) -> bool:
        """Whether the exact, unrounded value lies in this band."""
        over = self.above is None or value > self.above
        return over and (self.up_to is None or value <= self.up_to)

    @property
    def words(self) -> str:
        """The band in words: "above 25, up to 50"."""
        if self.above is None:
            return f"{self.up_to} or less"
        return f"above {self.above}" + ("" if self.up_to is None else f", up to {self.up_to}")

    @property
    def gives(self) -> str:
        """What it gives, whatever the dose: "half the dose every 24 hours"."""
        often = f"every {constant(self.every, EVERY_HOURS).shown()}"
        return often if self.share == 1 else f"half the dose {often}"


# "> 50 / 25 - 50 / 10 - 25 / 0 - 10": 25 and 10 stand in two rows, 50 in one
BANDS = (
    Band(above=50, up_to=None, every=8),
    Band(above=25, up_to=50, every=12),
    Band(above=10, up_to=25, every=24),
    Band(up_to=10, every=24, share=Fraction(1, 2)),
)
LOWEST = BANDS[-1]
EDGES = tuple(Fraction(band.above) for band in BANDS if band.above is not None)


def band_for(clearance: Quantity) -> Band:
    """The band that holds a clearance, unrounded, in the unit of the text followed."""
    return next(band for band in BANDS if band.holds(clearance.value))


COLUMN = Lookup(
    "intravenous aciclovir", EDGES, lambda figure: band_for(Quantity(figure, PER_MIN)).gives
)
"""The bands of both texts, whose edges are the same figures of two units."""


class Text(NamedTuple):
    """A product text: the unit it counts clearance in, its greatest concentration, its course."""

    name: str
    unit: str
    most: Quantity
    course: str
    kidneys: tuple[Cite, ...]
    of_course: Cite


US_COURSE = constant(7, "d")
# "usually lasts 5 days, but this may be adjusted according to the patient's condition"
UK_COURSE = constant(5, "d")

US = Text(
    "US label",
    PER_173,
    # "Maximum concentration = 7 mg/ml."
    constant(7, "mg/mL", "greatest concentration", ACICLOVIR_GLOBALRPH.at("label line")),
    US_COURSE.shown(),
    (US_KIDNEYS, US_UNIT),
    US_DOSE,
)
UK = Text(
    "UK text",
    PER_MIN,
    # "an aciclovir concentration of not greater than 5 mg/ml (0.5% w/v)"
    constant(5, "mg/mL", "greatest concentration", ACICLOVIR_UK.at("section 6.6")),
    f"usually {UK_COURSE.shown()}, adjusted to the response",
    (UK_DOSE,),
    UK_DOSE,
)
TEXTS = (US, UK)
# HIV guidance: "aciclovir 10 mg/kg tid iv / 10-14 days (or until lesion resolution)"
FOR_DISSEMINATED = Range(constant(10, "d"), constant(14, "d"))
DISSEMINATED = (
    f"disseminated zoster: {FOR_DISSEMINATED.shown()}, or until healed (HIV guidance, EACS)"
)


def other_than(text: Text) -> Text:
    """The other of both texts."""
    return UK if text is US else US


class Vial(NamedTuple):
    """A vial: the drug in it (mg), its strength once dissolved (mg/mL), its sodium (mg)."""

    drug: Quantity
    strength: Quantity
    sodium: Quantity

    @property
    def words(self) -> str:
        """What stands on it: "500 mg in 10 mL"."""
        return f"{self.drug.shown()} in {(self.drug / self.strength).shown()}"


def _vial(drug: int, strength: int, sodium: str, *cites: Cite) -> Vial:
    return Vial(
        constant(drug, "mg", "drug in a vial", *cites),
        constant(strength, "mg/mL", "strength of the vial", *cites),
        constant(sodium, "mg", "sodium in a vial", *cites),
    )


# "Each 500-mg vial contains 500 mg of acyclovir and 49 mg of sodium, and each 1,000-mg vial
# contains 1,000 mg acyclovir and 98 mg of sodium"; 10 or 20 mL of water make 50 mg/mL
POWDER = ACICLOVIR_US_POWDER.at("description")
US_500 = _vial(500, 50, "49", POWDER)
US_1000 = _vial(1000, 50, "98", POWDER)

# "Each vial of 10 ml of solution contains 250 mg"; "26.7 mg sodium per 10 ml vial", 53.4 per 20 mL
SOLUTION = (ACICLOVIR_CONCENTRATE.at("section 2"), ACICLOVIR_LEAFLET.at("sodium"))
UK_250 = _vial(250, 25, "26.7", *SOLUTION)
UK_500 = _vial(500, 25, "53.4", *SOLUTION)


def vial_text(vial: Vial) -> Text:
    """The text that comes with a vial."""
    return UK if vial in (UK_250, UK_500) else US

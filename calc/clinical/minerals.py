"""Calcium, magnesium, potassium and phosphate: asked in their units, and held against limits."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from calc.clinical.mineral_limits import Bands, Level
from calc.clinical.plausible import RARE, RARE_OR_ANOTHER_UNIT, SLIP, SLIP_OF_THE_UNIT
from calc.clinical.sources import AYRSHIRE_CALCIUM, HIGHLAND_CALCIUM, MAGNESIUM_WITH_POTASSIUM
from calc.model.digits import exact
from calc.model.limits import ReadBack, Slip, limits
from calc.model.number import Number
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

MG_DL = {"calcium": exact(4.0078), "magnesium": exact(2.4305), "phosphate": exact(3.0974)}
"""How many mg/dL make 1 mmol/L: atomic weights 40.078, 24.305, and 30.974 for phosphorus."""
MEQ_PER_MMOL = exact(2)
"""A magnesium ion has two charges."""
ATOMIC_WEIGHTS = SITE_RULE.at("atomic weights; phosphate in mg/dL is counted as phosphorus")


def _read_back(mg_per_mmol: Fraction) -> tuple[ReadBack, ReadBack]:
    return (
        ReadBack((("mg/dL", 1 / mg_per_mmol),), exact(0.01)),
        ReadBack((("mmol/L", exact(1)),), exact(0.001)),
    )


IonisedCalcium = Annotated[
    Quantity,
    Number(
        label="Ionised calcium",
        unit="mmol/L",
        hint="From a blood gas or the laboratory. On foscarnet it is the one to believe.",
        example="1.18",
        hard=limits(0.4, 3, SLIP_OF_THE_UNIT),
        soft=limits(0.6, 1.7, RARE),
        factors={"mg/dL": MG_DL["calcium"]},
        slips=(
            Slip(unit="mmol/L", between=limits(0.4, 2, "an ionised calcium in mmol/L")),
            Slip(unit="mg/dL", between=limits(2, 8, "an ionised calcium in mg/dL")),
            Slip(
                makes=None,
                between=limits(1.7, 4, "a total calcium"),
                ask="was it the total calcium",
            ),
        ),
        read_back=_read_back(MG_DL["calcium"]),
        loinc="1994-3",
    ),
]

TotalCalcium = Annotated[
    Quantity,
    Number(
        label="Total calcium",
        unit="mmol/L",
        hint="As measured, not corrected.",
        example="2.3",
        hard=limits(0.8, 6, SLIP_OF_THE_UNIT),
        soft=limits(1.6, 3.3, RARE),
        factors={"mg/dL": MG_DL["calcium"]},
        slips=(
            Slip(unit="mmol/L", between=limits(1.2, 4, "a total calcium in mmol/L")),
            Slip(unit="mg/dL", between=limits(4, 20, "a total calcium in mg/dL")),
            Slip(
                makes=None,
                between=limits(0.4, 1.5, "an ionised calcium"),
                ask="was it the ionised calcium",
            ),
        ),
        read_back=_read_back(MG_DL["calcium"]),
        loinc="17861-6",
    ),
]

Magnesium = Annotated[
    Quantity,
    Number(
        label="Magnesium",
        unit="mmol/L",
        hint="In serum or plasma.",
        example="0.78",
        hard=limits(0.1, 5, SLIP_OF_THE_UNIT),
        soft=limits(0.42, 1.3, RARE_OR_ANOTHER_UNIT),
        factors={"mg/dL": MG_DL["magnesium"], "mEq/L": MEQ_PER_MMOL},
        slips=(
            Slip(unit="mmol/L", between=limits(0.3, 1.2, "a magnesium in mmol/L")),
            Slip(unit="mg/dL", between=limits(0.8, 4, "a magnesium in mg/dL")),
            Slip(unit="mEq/L", between=limits(0.6, 3, "a magnesium in mEq/L")),
        ),
        read_back=_read_back(MG_DL["magnesium"]),
        loinc="2601-3",
    ),
]

Potassium = Annotated[
    Quantity,
    Number(
        label="Potassium",
        unit="mmol/L",
        hint="In mmol/L, which is the same number in mEq/L.",
        example="4.1",
        hard=limits(1, 10, SLIP),
        soft=limits(2, 7, RARE),
        slips=(
            Slip(
                makes=exact(0.1),
                between=limits(1.5, 8, "potassiums"),
                ask="was the decimal point left out",
            ),
        ),
        unit_words=("mEq/L",),
        loinc="2823-3",
    ),
]

Phosphate = Annotated[
    Quantity,
    Number(
        label="Phosphate",
        unit="mmol/L",
        hint="In mg/dL it is counted as phosphorus.",
        example="1.05",
        hard=limits(0.1, 6, SLIP_OF_THE_UNIT),
        soft=limits(0.5, 2.2, RARE_OR_ANOTHER_UNIT),
        factors={"mg/dL": MG_DL["phosphate"]},
        slips=(
            Slip(unit="mmol/L", between=limits(0.3, 3, "a phosphate in mmol/L")),
            Slip(unit="mg/dL", between=limits(1, 12, "a phosphate in mg/dL")),
        ),
        read_back=_read_back(MG_DL["phosphate"]),
        loinc="14879-1",
    ),
]


def in_mmol(typed: Quantity, what: str, name: str, edges: tuple[Fraction, ...]) -> Quantity:
    """A value of calcium, magnesium or phosphate in mmol/L, divided in full view, unrounded.

    `edges` are the limits whose side must show.
    """
    if typed.unit == "mmol/L":
        return typed.named(name, "mmol/L", edges=edges)
    per_mmol, unit = MG_DL[what], "mg.L/dL/mmol"
    if typed.unit == "mEq/L":
        per_mmol, unit = MEQ_PER_MMOL, "mEq/mmol"
    factor = constant(per_mmol, unit, "", ATOMIC_WEIGHTS, without_unit=True)
    return (typed / factor).named(name, "mmol/L", edges=edges)


@dataclass(frozen=True)
class Reading:
    """A value (mmol/L) with its limits, and where it lies among them."""

    bands: Bands
    value: Quantity

    @property
    def level(self) -> Level:
        """Where it lies."""
        return self.bands.level(self.value)

    @property
    def urgent(self) -> bool:
        """Whether it is treated now."""
        return self.level in (Level.VERY_LOW, Level.VERY_HIGH)

    @property
    def low(self) -> bool:
        """Whether it is low or very low."""
        return self.level <= Level.LOW

    @property
    def within(self) -> bool:
        """Whether it is within its limits."""
        return self.level is Level.WITHIN

    def said(self) -> str:
        """The value with its name: "Ionised calcium 0.98 mmol/L"."""
        return f"{self.bands.name} {self.value.shown()}"


def reading_of(bands: Bands, typed: Quantity | None, what: str, name: str) -> Reading | None:
    """A value as typed in mmol/L beside its limits; None where it was not given."""
    if typed is None:
        return None
    return Reading(bands, in_mmol(typed, what, name, edges(bands)))


def edges(bands: Bands) -> tuple[Fraction, ...]:
    """The limits whose side must show whenever a value is shown."""
    return tuple(each.value for each in bands.edges)


NO_NEXT = Check(
    "No infusion starts until this is treated and measured again.",
    (SITE_RULE.at("no infusion before it is treated"),),
)
MAGNESIUM_FIRST = Check(
    "Magnesium first, or together; symptoms of low calcium do not wait for it.",
    (
        AYRSHIRE_CALCIUM.at("resistance to treatment"),
        HIGHLAND_CALCIUM.at("causes"),
        MAGNESIUM_WITH_POTASSIUM.at("management"),
        SITE_RULE.at("calcium does not wait where there are symptoms"),
    ),
    "Low calcium and potassium resist treatment until it is corrected.",
)

"""Sodium from the drug, the saline it is diluted in and the saline of the hydration."""

from dataclasses import dataclass
from typing import final

from calc.clinical.foscarnet.hydration import Hydration
from calc.clinical.foscarnet.infusion import Infusion
from calc.clinical.solutions import MOLAR_MASS, SALINE, SALINE_AMOUNT
from calc.clinical.sources import HANDBOOK
from calc.model.quantity import Quantity, Range, constant, named_values
from calc.model.values import always, ranges, sometimes

# "sodium 5.5 mg (240 micromol) per mL"
PRINTED = HANDBOOK.at("foscarnet, sodium content")
DRUG_MASS = constant(5.5, "mg/mL", "sodium mass in each mL of drug", PRINTED)
DRUG_AMOUNT = constant(0.24, "mmol/mL", "sodium in each mL of drug", PRINTED)

MUCH = constant(2000, "mg")
"""More sodium in 24 hours than this is pointed out: the WHO's limit for adults in general."""


@final
@dataclass(frozen=True)
class Salt:
    """An amount of sodium (mmol) and its mass (mg)."""

    amount: Quantity
    mass: Quantity


@final
@dataclass(frozen=True)
class SaltRange:
    """An amount of sodium (mmol) and its mass (mg), from and to."""

    amount: Range
    mass: Range


@dataclass(frozen=True)
class Sodium:
    """Sodium in one dose and in any 24 hours, without the hydration and with it.

    `from_diluent` is None where the diluent adds none; `with_hydration` where the hydration adds
    none, or is counted with other sources' figure: that is `with_elsewhere`.
    """

    from_drug: Salt
    from_diluent: Salt | None
    dose: Salt
    day: Salt
    with_hydration: SaltRange | None
    with_elsewhere: SaltRange | None

    @property
    def most(self) -> Quantity:
        """The most sodium that 24 hours may hold (mg)."""
        counted = self.with_hydration or self.with_elsewhere
        return counted.mass.high if counted else self.day.mass

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        diluent, label, elsewhere = self.from_diluent, self.with_hydration, self.with_elsewhere
        return named_values(
            sodium_from_drug=self.from_drug.amount,
            sodium_mass_from_drug=self.from_drug.mass,
            sodium_from_diluent=diluent and diluent.amount,
            sodium_mass_from_diluent=diluent and diluent.mass,
            sodium=self.dose.amount,
            sodium_mass=self.dose.mass,
            sodium_24_h=self.day.amount,
            sodium_mass_24_h=self.day.mass,
            sodium_24_h_low=label and label.amount.low,
            sodium_mass_24_h_low=label and label.mass.low,
            sodium_24_h_high=label and label.amount.high,
            sodium_mass_24_h_high=label and label.mass.high,
            sodium_24_h_elsewhere_low=elsewhere and elsewhere.amount.low,
            sodium_mass_24_h_elsewhere_low=elsewhere and elsewhere.mass.low,
            sodium_24_h_elsewhere_high=elsewhere and elsewhere.amount.high,
            sodium_mass_24_h_elsewhere_high=elsewhere and elsewhere.mass.high,
        )


SODIUM_VALUES = (
    *always("mmol", "sodium_from_drug", "sodium", "sodium_24_h"),
    *always("mg", "sodium_mass_from_drug", "sodium_mass", "sodium_mass_24_h"),
    *sometimes("mmol", "sodium_from_diluent"),
    *sometimes("mg", "sodium_mass_from_diluent"),
    *ranges("mmol", "sodium_24_h", "sodium_24_h_elsewhere"),
    *ranges("mg", "sodium_mass_24_h", "sodium_mass_24_h_elsewhere"),
)
"""What `Sodium.values` may hold."""


def sodium_of(
    infusion: Infusion, hydration: Hydration, doses: Quantity, fluid: str, diluent: str
) -> Sodium:
    """The sodium of an infusion given so many times in 24 hours, and of its fluid.

    Requirement R-SODIUM: Sodium and fluid of a day are summed over drug, diluent and hydration.
    """
    drug = infusion.drug_volume
    from_drug = dose = Salt(
        _amount(drug * DRUG_AMOUNT, "sodium in the drug"),
        _mass(drug * DRUG_MASS, "sodium mass in the drug"),
    )
    from_diluent = None
    if diluent == SALINE and infusion.diluted:
        from_diluent = in_saline(infusion.diluent_volume, "in the diluent")
        dose = Salt(
            _amount(from_drug.amount + from_diluent.amount, "sodium in one dose"),
            _mass(from_drug.mass + from_diluent.mass, "sodium mass in one dose"),
        )
    day = Salt(
        _amount(dose.amount * doses, "sodium in any 24 hours"),
        _mass(dose.mass * doses, "sodium mass in any 24 hours"),
    )
    label = elsewhere = None
    if fluid == SALINE:
        label = _with(day, hydration.in_24_h)
        elsewhere = _with(day, hydration.elsewhere_24_h)
    return Sodium(from_drug, from_diluent, dose, day, label, elsewhere)


def in_saline(volume: Quantity, where: str) -> Salt:
    """The sodium in a volume (mL) of saline, called by where it is."""
    amount = _amount(volume * SALINE_AMOUNT, f"sodium {where}")
    return Salt(amount, _mass(amount * MOLAR_MASS, f"sodium mass {where}"))


def _amount(sodium: Quantity, name: str) -> Quantity:
    return sodium.named(name, "mmol", places=1)


def _mass(sodium: Quantity, name: str) -> Quantity:
    return sodium.named(name, "mg", places=0)


def _with(day: Salt, volume: Range | None) -> SaltRange | None:
    """The 24-hour sodium with the saline of the hydration added, where its volume is known."""
    if volume is None:
        return None
    hydration, total = "in the hydration", "in any 24 hours with hydration"
    added = volume.each(lambda each: each * SALINE_AMOUNT, f"sodium {hydration}", "mmol", 1)
    mass = added.each(lambda each: each * MOLAR_MASS, f"sodium mass {hydration}", "mg", 0)
    return SaltRange(
        added.each(lambda each: day.amount + each, f"sodium {total}", "mmol", 1),
        mass.each(lambda each: day.mass + each, f"sodium mass {total}", "mg", 0),
    )

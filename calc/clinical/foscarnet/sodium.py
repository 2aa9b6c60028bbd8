"""Sodium from the drug, the saline it is diluted in and the saline of the hydration."""

from calc.clinical.foscarnet.hydration import between, with_figure
from calc.clinical.foscarnet.order import SALINE
from calc.clinical.sources import HANDBOOK
from calc.model.outcomes import Answer, Line
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE

GROUP = "Sodium"

# "sodium 5.5 mg (240 micromol) per mL"
PRINTED = HANDBOOK.at("foscarnet, sodium content")
DRUG_MASS = constant(5.5, "mg/mL", "sodium mass in each mL of drug", PRINTED)
DRUG_AMOUNT = constant(0.24, "mmol/mL", "sodium in each mL of drug", PRINTED)
SALINE_AMOUNT = constant(
    0.154, "mmol/mL", "sodium in each mL of saline", SITE_RULE.at("154 mmol/L in 0.9% saline")
)
MOLAR_MASS = constant(
    22.99, "mg/mmol", "mass of sodium", SITE_RULE.at("22.99 mg of sodium is 1 mmol")
)
HALF_LITRE = constant(500, "mL")
IN_HALF_LITRE = HALF_LITRE * SALINE_AMOUNT
MASS_IN_HALF_LITRE = (IN_HALF_LITRE * MOLAR_MASS).rounded_down_to(constant(10, "mg"))

MUCH = constant(2000, "mg")
"""More sodium in 24 hours than this is pointed out: the WHO's limit for adults in general."""


def sodium_of(
    infusion: Answer, hydration: Answer, doses: Quantity, fluid: str, diluent: str, first: bool
) -> Answer:
    """Sodium per dose and in any 24 hours, as amount (mmol) and mass (mg).

    Values: sodium_from_drug and sodium_from_diluent (one dose), their sum sodium, sodium_24_h, and
    the same as sodium_mass_...: drug and saline diluent, without hydration fluid;
    with saline hydration for which the label gives a figure also sodium_24_h_low, sodium_24_h_high,
    sodium_mass_24_h_low, sodium_mass_24_h_high; where it is silent, the same with elsewhere_low and
    elsewhere_high for what other sources give.
    """
    drug, saline = infusion["drug_volume"], infusion["diluent_volume"]
    amount = _amount(drug * DRUG_AMOUNT, "sodium in the drug")
    mass = _mass(drug * DRUG_MASS, "sodium mass in the drug")
    values = {"sodium_from_drug": amount, "sodium_mass_from_drug": mass}
    if diluent == SALINE and not saline.is_zero:
        added = _amount(saline * SALINE_AMOUNT, "sodium in the diluent")
        added_mass = _mass(added * MOLAR_MASS, "sodium mass in the diluent")
        values |= {"sodium_from_diluent": added, "sodium_mass_from_diluent": added_mass}
        amount = _amount(amount + added, "sodium in one dose")
        mass = _mass(mass + added_mass, "sodium mass in one dose")
    values |= {
        "sodium": amount,
        "sodium_mass": mass,
        "sodium_24_h": _amount(amount * doses, "sodium in any 24 hours"),
        "sodium_mass_24_h": _mass(mass * doses, "sodium mass in any 24 hours"),
    }
    if fluid == SALINE:
        for bound in ("low", "high"):
            values |= _with_hydration(values, hydration.get(f"hydration_24_h_{bound}"), bound)
        if "sodium_24_h_low" not in values:
            for bound in ("elsewhere_low", "elsewhere_high"):
                values |= _with_hydration(values, hydration.get(f"hydration_24_h_{bound}"), bound)
    return Answer(values, lines=_lines(values, fluid, first))


def _amount(sodium: Quantity, name: str) -> Quantity:
    return sodium.named(name, "mmol", places=1)


def _mass(sodium: Quantity, name: str) -> Quantity:
    return sodium.named(name, "mg", places=0)


def _with_hydration(
    values: dict[str, Quantity], volume: Quantity | None, bound: str
) -> dict[str, Quantity]:
    """The 24-hour sodium with the saline of the hydration added, where its volume is known."""
    if volume is None:
        return {}
    words = bound.replace("_", " ")
    added = _amount(volume * SALINE_AMOUNT, f"sodium in the hydration, {words}")
    added_mass = _mass(added * MOLAR_MASS, f"sodium mass in the hydration, {words}")
    amount, mass = values["sodium_24_h"] + added, values["sodium_mass_24_h"] + added_mass
    name = f"in any 24 hours with hydration, {words}"
    return {
        f"sodium_24_h_{bound}": _amount(amount, f"sodium {name}"),
        f"sodium_mass_24_h_{bound}": _mass(mass, f"sodium mass {name}"),
    }


def _both(values: dict[str, Quantity], name: str) -> str:
    """Mass and amount in one text: "922 mg (40.2 mmol)"."""
    mass, amount = values[name.format("sodium_mass")], values[name.format("sodium")]
    return f"{mass.shown()} ({amount.shown()})"


def _lines(values: dict[str, Quantity], fluid: str, first: bool) -> tuple[Line, ...]:
    lines = [
        Line(GROUP, f"From the {part}, each dose", _both(values, f"{{}}_from_{part}"))
        for part in ("drug", "diluent")
        if f"sodium_from_{part}" in values
    ]
    lines.append(Line(GROUP, "In any 24 hours, without hydration fluid", _both(values, "{}_24_h")))
    if fluid == SALINE:
        mass = with_figure(values, "sodium_mass_24_h", first)
        low, high = _bounds(values, "sodium_24_h")
        words = f"{mass} ({between(low, high)}){_much(_bounds(values, 'sodium_mass_24_h')[1])}"
        lines.append(Line(GROUP, "In any 24 hours, with hydration fluid", words))
    else:
        words = f"the same: {fluid} adds none{_much(values['sodium_mass_24_h'])}"
        lines.append(Line(GROUP, "With hydration fluid", words))
    return tuple(lines)


def _much(mass: Quantity) -> str:
    """What adults in general are advised, beside more sodium in 24 hours than that."""
    return (
        f"; the WHO advises adults in general to stay below {MUCH.shown()}" if mass > MUCH else ""
    )


def _bounds(values: dict[str, Quantity], name: str) -> tuple[Quantity, Quantity]:
    """The ends of a range: the label's, or other sources' where it is silent."""
    where = "" if f"{name}_low" in values else "elsewhere_"
    return values[f"{name}_{where}low"], values[f"{name}_{where}high"]

"""What is said of the sodium in an infusion and in its fluid."""

from calc.clinical.foscarnet.hydration_words import by_label_or_elsewhere
from calc.clinical.foscarnet.sodium import MUCH, Salt, Sodium
from calc.clinical.solutions import SALINE
from calc.model.outcomes import Line

GROUP = "Sodium"


def lines(sodium: Sodium, fluid: str, first: bool) -> tuple[Line, ...]:
    """What a person reads of the sodium."""
    parts = {"drug": sodium.from_drug, "diluent": sodium.from_diluent}
    much = ""
    if sodium.most > MUCH:
        much = f"; the WHO advises adults in general to stay below {MUCH.shown()}"
    return (
        *(
            Line(GROUP, f"From the {part}, each dose", both(salt))
            for part, salt in parts.items()
            if salt
        ),
        Line(GROUP, "In any 24 hours, without hydration fluid", both(sodium.day)),
        _with_hydration(sodium, fluid, first, much),
    )


def both(salt: Salt) -> str:
    """Mass and amount in one text: "922 mg (40.2 mmol)"."""
    return f"{salt.mass.shown()} ({salt.amount.shown()})"


def _with_hydration(sodium: Sodium, fluid: str, first: bool, much: str) -> Line:
    label, elsewhere = sodium.with_hydration, sodium.with_elsewhere
    counted = label or elsewhere
    if fluid != SALINE or counted is None:
        return Line(GROUP, "With hydration fluid", f"the same: {fluid} adds none{much}")
    mass = by_label_or_elsewhere(label and label.mass, elsewhere and elsewhere.mass, first)
    words = f"{mass} ({counted.amount.shown()}){much}"
    return Line(GROUP, "In any 24 hours, with hydration fluid", words)

"""What is said of the sodium in an infusion and in its fluid."""

from calc.clinical.foscarnet.hydration_words import by_label_or_elsewhere
from calc.clinical.foscarnet.sodium import MUCH, Salt, Sodium
from calc.model.outcomes import Line
from calc.model.pictures import Mark, Sum
from calc.model.quantity import Quantity

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


def summed(sodium: Sodium, doses: Quantity) -> Sum:
    """The sodium of a day by where it comes from, against what is much for adults in general."""
    parts = [Mark("drug", _whole(sodium.from_drug.mass * doses))]
    if sodium.from_diluent:
        parts.append(Mark("diluent", _whole(sodium.from_diluent.mass * doses)))
    perhaps: tuple[Mark, ...] = ()
    if counted := sodium.with_hydration or sodium.with_elsewhere:
        low, high = counted.mass.low, counted.mass.high
        parts.append(Mark("hydration", _whole(low - sodium.day.mass)))
        if high > low:
            perhaps = (Mark("perhaps more of it", _whole(high - low)),)
    limit = Mark("the WHO's limit for adults in general", MUCH)
    return Sum("Sodium in any 24 hours", tuple(parts), perhaps, limit)


def _whole(mass: Quantity) -> Quantity:
    """A mass that is shown in whole milligrams."""
    return mass.in_places(0)


def both(salt: Salt) -> str:
    """Mass and amount in one text: "922 mg (40.2 mmol)"."""
    return f"{salt.mass.shown()} ({salt.amount.shown()})"


def _with_hydration(sodium: Sodium, fluid: str, first: bool, much: str) -> Line:
    label, elsewhere = sodium.with_hydration, sodium.with_elsewhere
    counted = label or elsewhere
    if counted is None:
        return Line(GROUP, "With hydration fluid", f"the same: {fluid} adds none{much}")
    mass = by_label_or_elsewhere(label and label.mass, elsewhere and elsewhere.mass, first)
    words = f"{mass} ({counted.amount.shown()}){much}"
    return Line(GROUP, "In any 24 hours, with hydration fluid", words)

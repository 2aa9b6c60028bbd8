"""The known answers: invented drug charts, and what must be said of them."""

from calc.model.calculator import KnownAnswer

FORBIDDEN = KnownAnswer(
    {"drugs": "Zometa, Pentam, Zofran, levofloxacin", "foscarnet_line": "shared-central"},
    (
        "Do not combine: Intravenous pentamidine",
        "Zoledronate",
        "2 drugs",
        "Not in this list does not mean safe",
    ),
)
UNLISTED = KnownAnswer(
    {"drugs": "gabapentin, paracetamol", "confirm": "drugs"},
    ("Watch: Gabapentin", "Not checked: paracetamol"),
)

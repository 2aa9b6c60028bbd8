"""Fluids and salts that precipitate with foscarnet, and all the drugs together."""

from calc.clinical.foscarnet_interactions.antimicrobials import (
    ANTIMICROBIALS,
    IN_CHEO,
    NOT_ONE_LINE,
)
from calc.clinical.foscarnet_interactions.drug import (
    SWISS_LINE,
    Drug,
    Effect,
    Level,
    listed,
    of_foscarnet,
    of_its_class,
)
from calc.clinical.foscarnet_interactions.myeloma import MYELOMA
from calc.clinical.foscarnet_interactions.others import IN_NURSING, OTHERS
from calc.clinical.foscarnet_interactions.pain import PAIN_AND_REST
from calc.clinical.sources import DOSAGE

DILUENTS = (
    *("saline", "normal saline", "sodium chloride 0.9%", "0.9% sodium chloride", "nacl 0.9%"),
    *("glucose 5%", "5% glucose", "dextrose 5%", "5% dextrose", "d5w"),
)
STRONG = (30, 40, 50, 70)
"""Glucose solutions in per cent from where on they precipitate: the Swiss text, 30 or more."""
FLUIDS = (
    Drug(
        "Calcium into a vein",
        (
            "calcium gluconate",
            "calcium chloride",
            "iv calcium",
            "calcium iv",
            "intravenous calcium",
        ),
        Level.LINE,
        "Another line, where the result asks for it: foscarnet lowers ionised calcium.",
        NOT_ONE_LINE,
    ),
    Drug(
        "Magnesium into a vein",
        (
            "magnesium sulfate",
            "magnesium sulphate",
            "iv magnesium",
            "magnesium iv",
            "intravenous magnesium",
        ),
        Level.LINE,
        "Another line, where the result asks for it: foscarnet lowers magnesium.",
        NOT_ONE_LINE,
    ),
    Drug(
        "Zinc into a vein",
        ("zinc sulfate", "zinc sulphate", "zinc chloride"),
        Level.LINE,
        "Another line.",
        (of_foscarnet(Effect.LINE, SWISS_LINE),),
    ),
    Drug(
        "Ringer's lactate",
        (
            *("ringers lactate", "lactated ringer's", "lactated ringers", "hartmann's"),
            *("hartmanns", "hartmann", "hartmann's solution", "compound sodium lactate"),
            *("ringer's", "ringers"),
        ),
        Level.LINE,
        "Another line, as it holds calcium or magnesium; or saline as foscarnet's fluid.",
        (of_its_class(Effect.LINE, SWISS_LINE), listed(Effect.LINE, IN_NURSING)),
    ),
    Drug(
        "Parenteral nutrition",
        ("tpn", "total parenteral nutrition"),
        Level.LINE,
        "Another line: it holds calcium and magnesium.",
        (listed(Effect.LINE, IN_CHEO), of_its_class(Effect.LINE, SWISS_LINE)),
    ),
    Drug(
        "Saline or isotonic glucose",
        DILUENTS,
        Level.WATCH,
        "A fluid for foscarnet. Count it in the day's fluid.",
        (of_foscarnet(Effect.OTHER, DOSAGE, "foscarnet is diluted in it"),),
    ),
    Drug(
        "Strong glucose",
        (
            *("strong dextrose", "hypertonic glucose", "hypertonic dextrose"),
            *(f"{sugar} {per_cent}%" for sugar in ("glucose", "dextrose") for per_cent in STRONG),
        ),
        Level.LINE,
        "Another line: glucose 5% is a fluid for foscarnet, the strong ones precipitate.",
        NOT_ONE_LINE,
    ),
)
DRUGS = (*ANTIMICROBIALS, *MYELOMA, *OTHERS, *PAIN_AND_REST, *FLUIDS)
"""All drugs of the list, each under one name."""

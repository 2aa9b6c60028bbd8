"""What stands with every answer: for whom, what to read first, and what to check."""

from calc.clinical.sources import CHEO, LABEL, SEIZURES, TOXICITY
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

SCOPE = Check(
    "Adults on foscarnet, or about to be. It judges low values, symptoms and QTc; it computes no "
    "replacement, and it calls nothing harmless.",
    (SITE_RULE.at("what this calculator is for"),),
)
READ_FIRST = Box(
    "Read first",
    (
        Check(
            "Tingling, cramp, numbness or a seizure while it runs: stop the infusion first.",
            (SITE_RULE.at("stop the infusion meanwhile"),),
            "Before anything is typed here.",
        ),
        Check(
            "A normal total calcium says nothing of ionised calcium on foscarnet.",
            (TOXICITY.at("abstract"), SITE_RULE.at("it never reassures")),
            "Corrected or not.",
        ),
    ),
)
CHECK_FIRST = (
    Check(
        "The results are of today, and the symptoms are new.",
        (SITE_RULE.at("old results decide nothing"),),
    ),
    Check(
        "Symptoms outweigh figures.",
        (SEIZURES.at("abstract"),),
        "Seizures have come with normal blood results.",
    ),
    Check(
        "What lowers them too is looked for.",
        (LABEL.at("Drug Interactions"), SITE_RULE.at("examples in myeloma")),
        "Zoledronate, denosumab, diuretics, pentamidine.",
    ),
    Check(
        "Kidneys: today's creatinine is known.",
        (LABEL.at("Patient Monitoring"), SITE_RULE.at("kidneys first")),
        "It decides foscarnet's dose, and how much magnesium, potassium and phosphate can be "
        "borne.",
    ),
    Check(
        "No replacement through the line of foscarnet.",
        (CHEO.at("incompatibilities: calcium, magnesium, parenteral nutrition"),),
    ),
)

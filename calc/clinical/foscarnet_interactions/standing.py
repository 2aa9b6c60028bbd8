"""What stands with every answer: for whom, what to read first, and what to check."""

from calc.clinical.foscarnet_interactions.drug import INTERACTIONS, SWISS_LINE, UK_INTERACTIONS
from calc.clinical.foscarnet_interactions.fluids import DRUGS
from calc.clinical.sources import CHEO, NURSING
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

NOT_SAFE = "Not in this list does not mean safe."
ONE_LINE = (
    SWISS_LINE,
    CHEO.at("incompatibilities: no other drug"),
    NURSING.at("administration"),
)
SCOPE = Check(
    f"Adults on foscarnet, or about to be. A list of {len(DRUGS)} drugs, no database, and not of "
    "two other drugs with each other. It computes no dose.",
    (SITE_RULE.at("what this list is"),),
)
READ_FIRST = Box(
    "Read first",
    (
        Check(
            NOT_SAFE,
            (SITE_RULE.at("absence proves nothing"),),
            "A drug is here because something was read of it; of most drugs nothing was, and no "
            "complete list was found.",
        ),
        Check(
            "Each drug below comes on top of what foscarnet itself does.",
            (INTERACTIONS, UK_INTERACTIONS),
            "Foscarnet harms the kidneys, prolongs QT, lowers calcium, magnesium and potassium, "
            "and brings seizures.",
        ),
        Check(
            "Foscarnet has its own line: no other drug through it, whatever the rows say.",
            ONE_LINE,
        ),
    ),
)
CHECK_FIRST = (
    Check(
        "All charts were looked at.",
        (SITE_RULE.at("long effects, other charts"),),
        "Infusions and once-only doses, the day ward, the home, the shop, and what was given weeks "
        "ago for bone.",
    ),
    Check(
        "Nobody stops a drug by these rows alone.",
        (SITE_RULE.at("a second person decides"),),
        "Its prescriber is asked, the same day.",
    ),
    Check(
        "How dangerous, and what to do, is this site's rule.",
        (SITE_RULE.at("ranks and actions"),),
        "It is so where no source is quoted in it.",
    ),
)

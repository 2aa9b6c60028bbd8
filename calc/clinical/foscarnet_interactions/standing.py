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
            f"{NOT_SAFE} A drug is here because something was read of it; of most drugs nothing "
            "was, and no complete list was found.",
            (SITE_RULE.at("absence proves nothing"),),
        ),
        Check(
            "Foscarnet itself harms the kidneys, prolongs QT, lowers calcium, magnesium and "
            "potassium, and brings seizures: each drug below comes on top.",
            (INTERACTIONS, UK_INTERACTIONS),
        ),
        Check(
            "Foscarnet has a line of its own: no other drug through it, whatever the rows say.",
            ONE_LINE,
        ),
    ),
)
CHECK_FIRST = (
    Check(
        "All charts were looked at: infusions and once-only doses, the day ward, the home, the "
        "shop, and what was given weeks ago for bone.",
        (SITE_RULE.at("long effects, other charts"),),
    ),
    Check(
        "Nobody stops a drug by these rows alone: its prescriber is asked, the same day.",
        (SITE_RULE.at("a second person decides"),),
    ),
    Check(
        "How dangerous, and what to do, is this site's rule, where no source is quoted in it.",
        (SITE_RULE.at("ranks and actions"),),
    ),
)

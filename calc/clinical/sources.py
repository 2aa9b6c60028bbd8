"""The sources the calculators rest on; their full records stand in docs/references.json."""

from calc.model.sources import Source

LABEL = Source(
    "foscavir-us-label",
    "US foscarnet label",
    "read in reprints, November 2026",
)
COCKCROFT_GAULT = Source("cockcroft-gault-1976", "Cockcroft and Gault", "Nephron, 1976")
VZV_SERIES = Source(
    "safrin-1991-vzv",
    "Safrin 1991, zoster",
    "five patients; Annals of Internal Medicine, abstract read",
)
HIV_GUIDANCE = Source(
    "nih-oi-vzv", "US HIV guidance, second hand", "opportunistic infections; read November 2026"
)
RETINA_GUIDANCE = Source(
    "bhiva-foscarnet", "BHIVA foscarnet page", "British HIV Association; read November 2026"
)
ZOSTER_REVIEW = Source(
    "cohen-2013-zoster", "Cohen 2013, zoster", "New England Journal of Medicine, read in part"
)
WHO_SODIUM = Source("who-sodium-2012", "WHO sodium guideline", "2012, read in part")
UCSF = Source("ucsf-foscarnet", "UCSF foscarnet page", "read November 2026")
HANDBOOK = Source("ashp-foscarnet", "Handbook on Injectable Drugs", "25th edition, read in a copy")
MONOGRAPH = Source(
    "medscape-foscarnet", "Foscarnet monograph", "Medscape text read in a copy, November 2026"
)
NDC = Source("openfda-foscarnet-ndc", "US drug code records", "read November 2026")
SEIZURES = Source(
    "lor-liu-foscarnet-seizures", "Lor and Liu", "neurologic sequelae with foscarnet; abstract read"
)
PREGNANCY = Source("foscarnet-pregnancy", "Foscarnet pregnancy warnings", "2023, read in part")

DOSAGE = LABEL.at("Dosage and Administration")
"""The section of the label that most of what is computed here stands in."""

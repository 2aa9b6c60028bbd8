"""The sources the calculators rest on; their full records stand in docs/references.json."""

from calc.model.sources import Source

LABEL = Source(
    "foscavir-us-label",
    "Foscarnet US prescribing information",
    "read in reprints, November 2026",
)
COCKCROFT_GAULT = Source("cockcroft-gault-1976", "Cockcroft and Gault, Nephron", "1976")
VZV_SERIES = Source(
    "safrin-1991-vzv", "Safrin et al., Annals of Internal Medicine, five patients", "1991"
)
HIV_GUIDANCE = Source(
    "nih-oi-vzv", "US HIV opportunistic infection guidance", "read second hand, November 2026"
)
UCSF = Source("ucsf-foscarnet", "UCSF foscarnet dosing and monitoring", "read November 2026")
HANDBOOK = Source(
    "ashp-foscarnet", "Handbook on Injectable Drugs, foscarnet", "25th edition, read in a copy"
)
MONOGRAPH = Source(
    "medscape-foscarnet", "Foscarnet monograph, Medscape text", "read in a copy, November 2026"
)
NDC = Source("openfda-foscarnet-ndc", "US National Drug Code records", "read November 2026")
SEIZURES = Source(
    "lor-liu-foscarnet-seizures", "Lor and Liu, neurologic sequelae with foscarnet", "abstract read"
)

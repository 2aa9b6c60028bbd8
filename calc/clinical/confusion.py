"""New confusion on aciclovir or a related drug: what to do today, by mouth too."""

from calc.clinical.sources import ACICLOVIR_CASES, CONFUSION, NEUROTOXICITY
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

NEVER_RAISED = (
    ACICLOVIR_CASES.at("abstract"),
    NEUROTOXICITY.at("letter"),
    CONFUSION.at("table 1"),
    SITE_RULE.at("never raise it for confusion"),
)
"""Where it stands that aciclovir is held, or cut, and never raised."""
STOP_TABLETS = Check(
    "Stop the tablets; encephalitis possible: intravenous aciclovir, renal dose.",
    NEVER_RAISED,
    "Prophylaxis too: they may be the cause. Where encephalitis cannot be ruled out, change to "
    "intravenous aciclovir at the dose for today's kidneys, never raised.",
)
TOXICITY = Check(
    "Check the dose that was given, creatinine and urine output.",
    (CONFUSION.at("table 1"), SITE_RULE.at("check the dose")),
    "Haemodialysis removes aciclovir: ask the renal team.",
)

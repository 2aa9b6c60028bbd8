"""What to settle before the next dose, whatever the creatinines say."""

from calc.clinical.foscarnet.checks import INTERACTIONS, MONITORING
from calc.clinical.sources import TOXICITY
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

CHECK_FIRST = (
    Check(
        "Today's potassium, calcium, magnesium, phosphate corrected.",
        (MONITORING, TOXICITY.at("abstract: ionised calcium")),
        "Known and corrected; calcium ionised, where it can be had.",
    ),
    Check(
        "The patient is not dry; no infusion without its fluid.",
        (MONITORING, SITE_RULE.at("look at the patient")),
    ),
    Check(
        "Other nephrotoxic drugs stopped, or benefit above risk.",
        (INTERACTIONS,),
    ),
    Check(
        "No tingling, cramp, numbness or seizure since the last dose.",
        (MONITORING, SITE_RULE.at("ask before each bag")),
    ),
)

"""What to settle before the next dose, whatever the creatinines say."""

from calc.clinical.foscarnet.checks import INTERACTIONS, MONITORING
from calc.clinical.sources import TOXICITY
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

CHECK_FIRST = (
    Check(
        "Potassium, calcium (ionised where it can be had), magnesium and phosphate of today are "
        "known and corrected.",
        (MONITORING, TOXICITY.at("abstract: ionised calcium")),
    ),
    Check(
        "Fluid is given with every infusion, and the patient is not dry.",
        (MONITORING, SITE_RULE.at("look at the patient")),
    ),
    Check(
        "Other drugs that harm the kidneys are stopped, or their benefit outweighs the risk.",
        (INTERACTIONS,),
    ),
    Check(
        "No tingling, cramp, numbness or seizure since the last dose.",
        (MONITORING, SITE_RULE.at("ask before each bag")),
    ),
)

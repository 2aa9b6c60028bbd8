"""What stands with every check of an order, whatever came of it."""

from calc.clinical.sources import DOSAGE
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

CHECK_FIRST = (
    Check(
        "Read each item off the order, the bag or the pump; copy none from a worksheet that made "
        "the order.",
        (SITE_RULE.at("an order is checked by what is written"),),
    ),
    Check(
        "Agreement is of arithmetic with the label's figures. Blood results, other drugs, the "
        "heart and the line are not looked at: the plan lists them.",
        (SITE_RULE.at("agreement is no approval"),),
    ),
    Check(
        "Creatinine and weight are today's: the label's dose follows them.",
        (DOSAGE, SITE_RULE.at("figures of today")),
    ),
)

"""What stands with every check of an order, whatever came of it."""

from calc.clinical.sources import DOSAGE
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

CHECK_FIRST = (
    Check(
        "Each item is read off the order, the bag or the pump.",
        (SITE_RULE.at("an order is checked by what is written"),),
        "Copy none from a worksheet that made the order.",
    ),
    Check(
        "Agreement is only of arithmetic with the label's figures.",
        (SITE_RULE.at("agreement is no approval"),),
        "Blood results, other drugs, the heart and the line are not looked at: the plan lists "
        "them.",
    ),
    Check(
        "Creatinine and weight are today's.",
        (DOSAGE, SITE_RULE.at("figures of today")),
        "The label's dose follows them.",
    ),
)

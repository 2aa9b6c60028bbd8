"""Other figures to weigh beside an answer, none of them chosen: how their table speaks."""

from calc.model.sources import SITE_RULE

OTHER_FIGURES = "Other figures to weigh"
OWN = "the answer above"
TO_WEIGH = SITE_RULE.at("figures to weigh, none chosen")

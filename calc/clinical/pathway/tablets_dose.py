"""Tablets that go on although their dose may not fit the kidneys: what to do about it today."""

from collections.abc import Mapping

from calc.clinical.sources import NEUROTOXICITY, VALTREX_OVERDOSE
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

RAISE = Check(
    "Ask the prescriber today: the tablets hold less than the text gives.",
    (SITE_RULE.at("a dose left low after the kidneys have recovered is too small"),),
    "For today's kidneys; too small a dose may be taken for resistance. The calculator of "
    "antiviral tablets gives the text's dose.",
)
CUT = Check(
    "Ask the prescriber today: the tablets hold more than the text gives.",
    (NEUROTOXICITY.at("letter"), VALTREX_OVERDOSE.at("overdose")),
    "For today's kidneys. What they do not clear builds up: look at the mind. The calculator of "
    "antiviral tablets gives the text's dose.",
)
CHECK = Check(
    "Hold the tablets' dose against the text's for today's kidneys.",
    (SITE_RULE.at("the dose is checked before it is called failure"),),
    "The calculator of antiviral tablets does so, and comes back to here.",
)
DOSE_OF_TABLETS: Mapping[str, Check] = {
    "too-little": RAISE,
    "too-much": CUT,
    "not-checked": CHECK,
}
"""By what was answered of the dose; where it fits, there is nothing to do."""

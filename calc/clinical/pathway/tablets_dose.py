"""Tablets that go on although their dose may not fit the kidneys: what to do about it today."""

from collections.abc import Mapping

from calc.clinical.sources import VALTREX_OVERDOSE
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

RAISE = Check(
    "The tablets' dose is below the text's: repeat creatinine, ask today.",
    (SITE_RULE.at("too small a dose may be taken for resistance"),),
    "Ask the prescriber. For today's kidneys; the calculator of antiviral tablets gives the text's "
    "dose.",
)
BUILDS_UP = (VALTREX_OVERDOSE.at("overdose"), SITE_RULE.at("of all three drugs it builds up"))
CUT = Check(
    "The tablets' dose is above the text's: ask today, look for confusion.",
    BUILDS_UP,
    "Ask the prescriber. What today's kidneys do not clear builds up: give no missed dose on top. "
    "The calculator of antiviral tablets gives the text's dose.",
)
HELD_TOO_MUCH = Check(
    "The tablets were too much: look for confusion, take creatinine today.",
    BUILDS_UP,
    "Ask when the next antiviral dose is due, and how much it may be.",
)
CHECK = Check(
    "Compare the tablets' dose with the text's for today's kidneys.",
    (SITE_RULE.at("the dose is checked before it is called failure"),),
    "The calculator of antiviral tablets does so, and comes back to here.",
)
DOSE_OF_TABLETS: Mapping[str, Check] = {
    "too-little": RAISE,
    "too-much": CUT,
    "not-checked": CHECK,
}
"""By what was answered of the dose; where it fits, there is nothing to do."""

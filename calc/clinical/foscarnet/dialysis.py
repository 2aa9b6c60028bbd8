"""Dialysis: asked before anything else, and refused at once."""

from typing import Annotated

from calc.clinical import dialysis
from calc.clinical.foscarnet.label import INDUCTION
from calc.clinical.sources import LABEL, UCSF
from calc.model.inputs import NO, YES, Choice, Option
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.sources import SITE_RULE

ON_DIALYSIS = Refusal(
    "dialysis",
    "The patient is on dialysis, for which the label gives no dose: its table ends before, and its "
    "formula does not hold.",
    "Ask a renal pharmacist and an infection specialist; what hospitals give after haemodialysis "
    "is local practice, not the label's.",
    (
        LABEL.at(INDUCTION),
        UCSF.at("haemodialysis"),
        SITE_RULE.at("no labelled dose, no result"),
    ),
)


Dialysis = Annotated[
    bool,
    Choice(
        label="On dialysis?",
        options=(
            Option(YES, "Yes", True, refusal=ON_DIALYSIS, means=dialysis.ANY),
            Option(NO, "No", False, means=dialysis.NONE),
        ),
        ask="Choose yes or no: is the patient on dialysis?",
        compact=True,
    ),
]


def refuse_dialysis(dialysis: bool) -> None:
    """Raise RefusalRaised for a patient on dialysis.

    Requirement R-DIALYSIS: A patient on dialysis gets no dose of foscarnet, whatever else is
    missing.
    """
    if dialysis:
        raise RefusalRaised(ON_DIALYSIS)

"""The calculator of body mass index, ideal and adjusted weight, and what is said of them."""

from calc.clinical.patient import Height, Sex, Weight
from calc.clinical.weight import (
    ADJUSTED,
    BANDS,
    DEVINE,
    OBESE,
    SHORTEST,
    THIN,
    WEIGHT_LIMITS,
    Body,
    body_of,
)
from calc.model.calculator import KnownAnswer, calculator
from calc.model.outcomes import Answer, Line
from calc.model.quantity import Step
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.sources import SITE_RULE
from calc.model.statements import Check
from calc.model.values import always, leading, sometimes

VALUES = (
    *leading(always("kg/m/m", "body_mass_index")),
    *always("kg", "ideal_weight"),
    *sometimes("kg", "adjusted_weight"),
)
SCOPE = Check(
    "Adults. Formulas to weigh: which weight a drug takes, its label says.",
    (DEVINE, ADJUSTED, SITE_RULE.at("figures to weigh, none chosen")),
)
TOO_SHORT = Refusal(
    "too-short-for-devine",
    "No ideal weight is given for {height}: the formula starts at {shortest}.",
    "Look up what the drug's label or your hospital does for short patients.",
    (DEVINE, SITE_RULE.at("no figure below the formula's start")),
)
WOMAN_OF_120_KG = KnownAnswer(
    {"sex": "female", "weight": "120", "height": "160", "confirm": "yes"},
    ("Ideal weight: 52.3 kg", "Adjusted weight: 79.4 kg", "46.8 kg/m2: 30 or more"),
)


@calculator(
    "Ideal and adjusted weight",
    limits=WEIGHT_LIMITS,
    scope=SCOPE,
    known_answers=(WOMAN_OF_120_KG,),
    values=VALUES,
    onward=("aciclovir-iv", "foscarnet-plan"),
)
def ideal_weight(*, sex: Sex, weight: Weight, height: Height) -> Answer:
    """Body mass index (kg/m2), ideal weight and adjusted weight (kg) of an adult.

    Ideal weight by Devine's formula; adjusted weight is the ideal one and 40% of what is above it.
    Refused below 152.4 cm, where the formula starts. Values: body_mass_index, ideal_weight, and
    adjusted_weight where the weight is above the ideal one.
    """
    body = body_of(weight, height, sex)
    if body.ideal is None:
        words = {"height": height.shown(), "shortest": SHORTEST.shown()}
        raise RefusalRaised(TOO_SHORT.filled(**words), {"body_mass_index": body.mass_index})
    adjusted = body.adjusted.shown() if body.adjusted else "none, the weight is not above it"
    return Answer(
        body.values,
        heading="Ideal weight",
        headline=body.ideal.shown(),
        lines=(
            Line("Weight", "Actual weight", weight.shown()),
            Line("Weight", "Adjusted weight", adjusted),
            Line("Weight", "Body mass index", f"{body.mass_index.shown()}{_band(body)}"),
        ),
        notes=(BAND,),
    )


def _band(body: Body) -> str:
    """What a body mass index is called that is far from most."""
    if body.thin:
        return f": {THIN.number()} or less"
    return f": {OBESE.number()} or more" if body.obese else ""


BAND = Step(
    "body mass index of adults",
    "the bands of the WHO",
    "any adult",
    f"underweight below {THIN.shown()}, obesity from {OBESE.shown()}",
    (BANDS,),
)

"""The Swiss dose beside the US one: it asks, works both out, and chooses neither."""

from calc.clinical.foscarnet import clearance_words, dose_words, reference
from calc.clinical.foscarnet.clearance import clearance_of
from calc.clinical.foscarnet.dialysis import Dialysis, refuse_dialysis
from calc.clinical.foscarnet.regimens import RegimenChoice
from calc.clinical.foscarnet_swiss import known_answers, label, words
from calc.clinical.foscarnet_swiss.beside import VALUES, beside
from calc.clinical.foscarnet_swiss.reference import SWISS_DOSES
from calc.clinical.patient import Age, Creatinine, Sex, Weight
from calc.clinical.renal import CLEARANCE_PER_KG, Estimated
from calc.clinical.weight import WEIGHT_LIMITS
from calc.model.calculator import calculator
from calc.model.outcomes import Answer
from calc.model.quantity import longest


@calculator(
    "Foscarnet: the Swiss label's dose beside the US one",
    limits=(CLEARANCE_PER_KG, *WEIGHT_LIMITS),
    scope=words.SCOPE,
    checks=(words.NONE_CHOSEN,),
    reference=(SWISS_DOSES, *reference.LABEL_DOSES),
    known_answers=(known_answers.AT_THE_EDGE, known_answers.BELOW_BOTH),
    columns=(*label.BESIDE, *label.COLUMNS),
    values=VALUES,
    refused="No dose can be given",
    onward=("foscarnet-plan", "band-certainty"),
    onward_refused=("next-step",),
)
def second_authority(
    *,
    age: Age,
    sex: Sex,
    weight: Weight,
    dialysis: Dialysis,
    creatinine: Creatinine,
    regimen: RegimenChoice,
) -> Answer:
    """The US label's dose of foscarnet (mg/kg, mg) beside a Swiss text's, each by its own formula.

    Nothing is chosen. Refused on dialysis, below 0.4 mL/min/kg by the US label's formula, and for
    the regimen that the Swiss text has not. Values: those of the US label as foscarnet_dose
    names them; the same of the Swiss text as swiss_clearance_per_kg,
    swiss_dose_per_kg, swiss_interval (h), swiss_dose, swiss_dose_24_h, swiss_dose_per_kg_24_h; and
    difference_24_h where the two days differ.
    """
    refuse_dialysis(dialysis)
    kidneys = Estimated(age, sex, creatinine)
    clearance = clearance_of(kidneys, weight)
    found = beside(clearance.per_kg, kidneys, weight, regimen)
    consequence = dose_words.consequence_for(found.us, weight, regimen)
    return Answer(
        {**clearance.values, **found.values},
        heading=f"Foscarnet, two texts side by side{', off label' if regimen.off_label else ''}",
        headline=words.headline(found),
        lines=words.lines(found, regimen, sex == "female"),
        cautions=(
            *dose_words.too_much(longest(found.us.day, found.swiss.day)),
            *words.cautions(found),
            *clearance_words.cautions(clearance, consequence),
        ),
        notes=regimen.notes,
        results=(words.columns(found, regimen),),
    )

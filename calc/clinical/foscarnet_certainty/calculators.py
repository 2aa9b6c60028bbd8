"""How sure the band is: it asks what the plan asks of the kidneys, and says what is near."""

from calc.clinical.foscarnet import clearance_words, dose_words, reference
from calc.clinical.foscarnet.clearance import CLEARANCE_VALUES, clearance_of
from calc.clinical.foscarnet.dialysis import Dialysis, refuse_dialysis
from calc.clinical.foscarnet.dose import DOSE_VALUES, dose_for
from calc.clinical.foscarnet.label import COLUMNS
from calc.clinical.foscarnet.regimens import RegimenChoice
from calc.clinical.foscarnet.scope import SCOPE
from calc.clinical.foscarnet_certainty import known_answers, variation, words
from calc.clinical.patient import Age, Creatinine, MeasuredClearance, Sex, Weight
from calc.clinical.renal import (
    BY_CREATININE_OR_MEASURED,
    CLEARANCE_PER_KG,
    Estimated,
    Measured,
    kidneys_of,
)
from calc.clinical.weight import WEIGHT_LIMITS
from calc.model.calculator import calculator
from calc.model.outcomes import Answer
from calc.model.tables import Placed
from calc.model.values import Value, sometimes

VALUES = (
    *CLEARANCE_VALUES,
    *DOSE_VALUES,
    *(
        Value(f"creatinine_{which}_band", ("mg/dL", "umol/L"), always=False)
        for which in ("lower", "higher")
    ),
    *sometimes("a", "age_lower_band"),
    *sometimes("mL/min", "measured_clearance_lower_band", "measured_clearance_higher_band"),
    *sometimes("kg", "weight_lower_band", "weight_higher_band"),
)


@calculator(
    "Foscarnet: how sure is this band",
    alternatives=BY_CREATININE_OR_MEASURED,
    limits=(CLEARANCE_PER_KG, *WEIGHT_LIMITS),
    scope=SCOPE,
    reference=reference.LABEL_DOSES,
    known_answers=(known_answers.NEAR_AN_EDGE, known_answers.BELOW),
    columns=COLUMNS,
    values=VALUES,
    refused="No dose can be given",
    onward=("second-authority", "foscarnet-plan"),
    onward_refused=("next-step",),
)
def band_certainty(
    *,
    age: Age | None = None,
    sex: Sex | None = None,
    weight: Weight,
    dialysis: Dialysis,
    creatinine: Creatinine | None = None,
    measured_clearance: MeasuredClearance | None = None,
    regimen: RegimenChoice,
) -> Answer:
    """What crosses the edges of the label's band (mL/min/kg), and the doses (mg/kg, mg) nearby.

    Nothing is chosen. Refused on dialysis and below 0.4 mL/min/kg. Values: those of foscarnet_dose,
    and the next printed figures beside the band, each where there is one: creatinine_lower_band and
    creatinine_higher_band in the unit typed, age_lower_band (years); for a measured clearance
    measured_clearance_lower_band, measured_clearance_higher_band (mL/min), weight_lower_band and
    weight_higher_band (kg). The comparison gives the same order on figures that may be right
    instead.
    """
    refuse_dialysis(dialysis)
    kidneys = kidneys_of(age, sex, creatinine, measured_clearance, weight)
    clearance = clearance_of(kidneys, weight)
    per_kg = clearance.per_kg
    dose = dose_for(per_kg, weight, regimen)
    match kidneys:
        case Estimated():
            others = variation.others(per_kg, weight, regimen)
        case Measured():
            others = ()
    comparison = dose_words.compared(dose, clearance, others, None)
    consequence = dose_words.consequence_for(dose, weight, regimen)
    return Answer(
        {**clearance.values, **dose.values, **words.values(kidneys, per_kg)},
        heading=words.heading(per_kg, regimen),
        headline=words.headline(dose, others),
        lines=(
            *words.crossings(kidneys, per_kg),
            *dose_words.lines(regimen, per_kg, weight, kidneys),
            *clearance_words.lines(clearance),
        ),
        cautions=(
            *words.lower_within(others, per_kg, consequence),
            *words.of_the_figure(clearance_words.cautions(clearance, consequence)),
        ),
        notes=regimen.notes,
        results=(words.table(kidneys, per_kg, weight, regimen),),
        comparison=words.sourced(comparison),
        pictures=(
            Placed(regimen.table, per_kg),
            *((words.scale(clearance, creatinine),) if creatinine is not None else ()),
        ),
    )

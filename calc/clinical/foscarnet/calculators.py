"""The five calculators of foscarnet: each asks, works out by the rules, and says what came."""

from collections.abc import Iterator

from calc.clinical.foscarnet import (
    by_hand,
    clearance_words,
    dose_words,
    hydration_words,
    infusion_words,
    known_answers,
    reference,
    sodium_words,
)
from calc.clinical.foscarnet.alongside import ALONGSIDE_VALUES, alongside_of
from calc.clinical.foscarnet.checks import CHECK_FIRST, STOP_AND_LINE, monitoring
from calc.clinical.foscarnet.clearance import CLEARANCE_VALUES, clearance_of, label_row
from calc.clinical.foscarnet.dialysis import Dialysis, refuse_dialysis
from calc.clinical.foscarnet.dose import (
    DOSE_VALUES,
    EACH_DOSE,
    dose_for,
    dose_in_mg,
    doses_in_24_h,
    other_doses,
)
from calc.clinical.foscarnet.fluids import FLUID_VALUES, fluids_of
from calc.clinical.foscarnet.hydration import HIGHEST_DOSE, HYDRATION_VALUES, hydration_of
from calc.clinical.foscarnet.infusion import (
    DOSE_PER_KG,
    INFUSION_VALUES,
    dose_per_kg_of,
    infusion_of,
)
from calc.clinical.foscarnet.label import COLUMNS, HSV_EVERY_8_H
from calc.clinical.foscarnet.order import (
    Access,
    Diluent,
    Dose,
    DosePerKg,
    FirstInfusion,
    FluidChoice,
    Interval,
)
from calc.clinical.foscarnet.regimens import RegimenChoice
from calc.clinical.foscarnet.scope import SCOPE
from calc.clinical.foscarnet.sodium import SODIUM_VALUES, sodium_of
from calc.clinical.foscarnet.ward_sheet import ward_sheet
from calc.clinical.patient import (
    Age,
    Creatinine,
    Height,
    MeasuredClearance,
    Sex,
    Weight,
)
from calc.clinical.renal import BY_CREATININE_OR_MEASURED, CLEARANCE_PER_KG, kidneys_of
from calc.clinical.weight import BODY_VALUES, WEIGHT_LIMITS, body_of
from calc.model.calculator import Alternative, calculator
from calc.model.later import Later
from calc.model.outcomes import Answer, Line
from calc.model.pictures import Bands
from calc.model.refusals import RefusalRaised
from calc.model.tables import Placed
from calc.model.values import where_asked

NO_DOSE = "No dose or volume can be given"

WHO = ("age", "sex", "weight", "creatinine", "measured_clearance")

DOSING_VALUES = (*CLEARANCE_VALUES, *DOSE_VALUES, *where_asked(BODY_VALUES))
PLAN_VALUES = (
    *(*DOSING_VALUES, *INFUSION_VALUES, *ALONGSIDE_VALUES),
    *(*HYDRATION_VALUES, *FLUID_VALUES, *SODIUM_VALUES),
)


@calculator(
    "Creatinine clearance",
    alternatives=BY_CREATININE_OR_MEASURED,
    limits=(CLEARANCE_PER_KG, *WEIGHT_LIMITS),
    scope=SCOPE,
    by_hand=by_hand.OF_THE_KIDNEYS,
    reference=reference.LABEL_DOSES,
    known_answers=(known_answers.CLEARANCE, known_answers.A_SLIP),
    columns=(HSV_EVERY_8_H,),
    values=CLEARANCE_VALUES,
    onward=("foscarnet-dose", "foscarnet-plan"),
)
def creatinine_clearance(
    *,
    age: Age | None = None,
    sex: Sex | None = None,
    creatinine: Creatinine | None = None,
    measured_clearance: MeasuredClearance | None = None,
    weight: Weight | None = None,
) -> Answer:
    """Creatinine clearance per kilogram (mL/min/kg), its label band, and the nearest band edge.

    Estimated by the label's weight-free form of Cockcroft-Gault, or a measured 24-hour clearance
    (mL/min) divided by weight. Values: clearance_per_kg, clearance (mL/min, where weight is given),
    edge_distance, and edge_creatinine in the unit typed (not for a measured clearance).
    """
    kidneys = kidneys_of(age, sex, creatinine, measured_clearance, weight)
    clearance = clearance_of(kidneys, weight)
    below = () if label_row(clearance.per_kg) else (clearance_words.BELOW_BANDS,)
    return Answer(
        clearance.values,
        heading="Clearance per kg",
        headline=clearance.per_kg.shown(),
        lines=clearance_words.lines(clearance),
        cautions=(*below, *clearance_words.cautions(clearance, clearance_words.with_its_band)),
        notes=(clearance_words.band(clearance.per_kg),),
        comparison=clearance_words.compared(clearance),
    )


@calculator(
    "Foscarnet dose",
    alternatives=BY_CREATININE_OR_MEASURED,
    limits=(CLEARANCE_PER_KG, *WEIGHT_LIMITS),
    scope=SCOPE,
    by_hand=by_hand.OF_A_DOSE,
    reference=reference.LABEL_DOSES,
    known_answers=(known_answers.A_REFUSAL,),
    columns=COLUMNS,
    values=DOSING_VALUES,
    refused=NO_DOSE,
    who=WHO,
    checked_twice=True,
    onward=("foscarnet-infusion", "foscarnet-hydration", "foscarnet-schedule"),
    onward_refused=("next-step",),
)
def foscarnet_dose(
    *,
    age: Age | None = None,
    sex: Sex | None = None,
    weight: Weight,
    dialysis: Dialysis,
    creatinine: Creatinine | None = None,
    regimen: RegimenChoice,
    height: Height | None = None,
    measured_clearance: MeasuredClearance | None = None,
) -> Answer:
    """The foscarnet dose (mg/kg and mg) and its interval (h), reduced for clearance per kg.

    By the US label's tables. Refused on dialysis and below 0.4 mL/min/kg. Values, besides those of
    creatinine_clearance: dose_per_kg, interval, dose, dose_24_h and dose_per_kg_24_h (the most that
    any 24 hours hold), dose_24_h_mean; with height (cm) body_mass_index, ideal_weight (not below
    152.4 cm) and adjusted_weight (where the weight is above the ideal one). The comparison gives
    the same order on other figures: none is chosen.
    """
    refuse_dialysis(dialysis)
    kidneys = kidneys_of(age, sex, creatinine, measured_clearance, weight)
    body = body_of(weight, height, sex) if height is not None else None
    clearance = clearance_of(kidneys, weight, body)
    dose = dose_for(clearance.per_kg, weight, regimen)
    others = Later(lambda: other_doses(kidneys, clearance, weight, body, regimen))
    consequence = dose_words.consequence_for(dose, weight, regimen)
    placed = Placed(regimen.table, clearance.per_kg)
    return Answer(
        {**clearance.values, **dose.values, **(body.values if body else {})},
        heading=dose_words.heading(regimen),
        headline=dose_words.headline(dose),
        beneath=dose_words.beneath(dose),
        lines=Later(
            lambda: (
                *dose_words.lines(regimen, clearance.per_kg, weight, kidneys),
                *clearance_words.lines(clearance),
            )
        ),
        cautions=(
            *dose_words.too_much(dose.day),
            *clearance_words.cautions(clearance, consequence),
            *(dose_words.body_cautions(body, sex, kidneys, clearance, others) if body else ()),
        ),
        notes=regimen.notes,
        pictures=Later(
            lambda: (Bands(placed), *dose_words.steps(kidneys, weight, regimen), placed)
        ),
        comparison=Later(lambda: dose_words.compared(dose, clearance, others, body)),
    )


@calculator(
    "Foscarnet infusion",
    alternatives=(Alternative("dose"), Alternative("dose_per_kg")),
    limits=(DOSE_PER_KG, *WEIGHT_LIMITS),
    scope=SCOPE,
    box=STOP_AND_LINE,
    by_hand=by_hand.OF_AN_INFUSION,
    reference=reference.LABEL_DOSES,
    known_answers=(known_answers.INFUSION,),
    values=(*EACH_DOSE, *INFUSION_VALUES, *ALONGSIDE_VALUES),
    refused=NO_DOSE,
    checked_twice=True,
    onward=("foscarnet-hydration", "foscarnet-schedule", "co-medication"),
    onward_refused=("next-step",),
)
def foscarnet_infusion(
    *,
    dose: Dose | None = None,
    dose_per_kg: DosePerKg | None = None,
    weight: Weight,
    height: Height | None = None,
    dialysis: Dialysis,
    regimen: RegimenChoice,
    access: Access,
    first_infusion: FirstInfusion,
) -> Answer:
    """Volume, dilution, time (min) and pump rate (mL/h) of one foscarnet dose: start, and limit.

    By the US label, rounded by this site's rule. Refused on dialysis, and for a dose above the
    regimen's full dose per kg. Values: dose, dose_per_kg, concentration, drug_volume,
    diluent_volume, total_volume, start_time, start_rate, shortest_time, highest_rate, rate_per_kg
    (mg/kg/min, at the highest rate), and left_over_1, left_over_2 ... (mL left in each 250 mL
    container); where it is diluted, of saline beside the undiluted drug instead: alongside_saline,
    alongside_start_rate, alongside_highest_rate (of each), sodium_alongside (mmol) and
    sodium_mass_alongside (mg). The height (cm) only makes a weight plausible.
    """
    refuse_dialysis(dialysis)
    if dose_per_kg is None:
        assert dose is not None
        dose_per_kg = dose_per_kg_of(dose, weight)
    if dose is None:
        dose = dose_in_mg(dose_per_kg, weight)
    if dose_per_kg > regimen.full_dose:
        words = {"dose": dose_per_kg.shown(), "full": regimen.full_dose.shown()}
        raise RefusalRaised(infusion_words.ABOVE_REGIMEN.filled(**words))
    infusion = infusion_of(dose, dose_per_kg, weight, regimen, access, first_infusion)
    alongside = alongside_of(infusion)
    return Answer(
        {
            "dose": dose,
            "dose_per_kg": dose_per_kg,
            **infusion.values,
            **(alongside.values if alongside else {}),
        },
        heading=f"{dose.shown()} ({dose_per_kg.shown()}) of foscarnet",
        headline=infusion_words.headline(infusion),
        reason="The dose is as given here: reduce it for the clearance per kg first.",
        tiles=infusion_words.tiles(infusion),
        pictures=(infusion_words.vessels(infusion, infusion_words.EITHER_DILUENT),),
        lines=(
            Line("Infusion", "Regimen", regimen.name),
            *infusion_words.lines(
                infusion, infusion_words.EITHER_DILUENT, dose_per_kg, first_infusion
            ),
            *(infusion_words.undiluted_beside(infusion, alongside) if alongside else ()),
        ),
        cautions=(
            *infusion_words.cautions_of_dose(dose, dose_per_kg, regimen),
            *infusion_words.cautions(infusion),
        ),
        notes=regimen.notes,
    )


@calculator(
    "Foscarnet hydration",
    scope=SCOPE,
    reference=(reference.FLUID,),
    known_answers=(known_answers.HYDRATION,),
    values=HYDRATION_VALUES,
    refused=NO_DOSE,
    onward=("foscarnet-schedule", "electrolytes"),
    onward_refused=("next-step",),
)
def foscarnet_hydration(
    *,
    dose_per_kg: DosePerKg,
    interval: Interval,
    first_infusion: FirstInfusion,
    fluid: FluidChoice,
    dialysis: Dialysis,
) -> Answer:
    """The fluid with this infusion and in 24 hours (mL), or that the label gives no figure for it.

    By the US label. Refused on dialysis and above 120 mg/kg. Values, each absent where the label
    is silent: hydration_low, hydration_high, hydration_24_h_low, hydration_24_h_high. Where it is,
    hydration_24_h_elsewhere_low and hydration_24_h_elsewhere_high count what other sources give
    with every infusion. A first infusion counts its own fluid once, then the later figure.
    """
    refuse_dialysis(dialysis)
    if dose_per_kg > HIGHEST_DOSE:
        raise RefusalRaised(hydration_words.ABOVE_LABEL.filled(dose=dose_per_kg.shown()))
    hydration = hydration_of(dose_per_kg, interval, first_infusion)
    lines = hydration_words.lines(hydration, fluid)
    day = dose_per_kg * doses_in_24_h(interval)
    return Answer(
        hydration.values,
        heading=lines[0].label,
        headline=lines[0].text,
        lines=lines,
        cautions=(*hydration_words.sugar(fluid), *hydration_words.too_much(day)),
    )


@calculator(
    "Foscarnet plan",
    alternatives=BY_CREATININE_OR_MEASURED,
    limits=(CLEARANCE_PER_KG, *WEIGHT_LIMITS),
    scope=SCOPE,
    box=STOP_AND_LINE,
    checks=CHECK_FIRST,
    by_hand=by_hand.OF_A_PLAN,
    reference=(*reference.LABEL_DOSES, reference.FLUID),
    known_answers=(known_answers.PLAN,),
    columns=COLUMNS,
    values=PLAN_VALUES,
    refused=NO_DOSE,
    leads=True,
    who=WHO,
    checked_twice=True,
    onward=(
        *("foscarnet-schedule", "co-medication", "order-check", "foscarnet-redose"),
        *("electrolytes", "second-authority", "band-certainty"),
    ),
    onward_refused=("next-step",),
)
def foscarnet_plan(
    *,
    age: Age,
    sex: Sex | None = None,
    weight: Weight,
    dialysis: Dialysis,
    creatinine: Creatinine | None = None,
    regimen: RegimenChoice,
    access: Access,
    first_infusion: FirstInfusion,
    fluid: FluidChoice,
    height: Height | None = None,
    measured_clearance: MeasuredClearance | None = None,
    diluent: Diluent | None = None,
) -> Answer:
    """One plan to check: clearance per kg, dose, interval, dilution, pump rate, fluid and sodium.

    Refused on dialysis and below 0.4 mL/min/kg. Values: those of the four calculators it is made
    of, the sodium, and total_fluid_24_h_low and total_fluid_24_h_high (mL: infusions and hydration;
    where the label is silent, total_fluid_24_h_elsewhere_low and _high with other sources' figure).
    """
    dosing = foscarnet_dose(
        age=age,
        sex=sex,
        creatinine=creatinine,
        measured_clearance=measured_clearance,
        weight=weight,
        height=height,
        dialysis=dialysis,
        regimen=regimen,
    )
    dose_per_kg, interval = dosing["dose_per_kg"], dosing["interval"]
    diluent = diluent or fluid
    doses = doses_in_24_h(interval)
    infusion = infusion_of(dosing["dose"], dose_per_kg, weight, regimen, access, first_infusion)
    hydration = hydration_of(dose_per_kg, interval, first_infusion)
    fluids = fluids_of(infusion, hydration, doses)
    sodium = sodium_of(infusion, hydration, doses, fluid, diluent)
    sugar = hydration_words.sugar(fluid, diluent if infusion.diluted else fluid)
    alongside = alongside_of(infusion)

    def lines() -> Iterator[Line]:
        of_dose, of_kidneys = clearance_words.apart(dosing.lines)
        total = fluids.total, fluids.elsewhere, first_infusion
        yield from of_dose
        yield from infusion_words.lines(infusion, diluent, dose_per_kg, first_infusion)
        yield from hydration_words.lines(hydration, fluid)
        yield Line(
            "Fluid", "Total fluid in 24 hours", hydration_words.by_label_or_elsewhere(*total)
        )
        yield from sodium_words.lines(sodium, fluid, first_infusion)
        yield from of_kidneys

    return dosing.with_values(
        *(infusion.values, alongside.values if alongside else {}),
        *(hydration.values, fluids.values, sodium.values),
        tiles=Later(
            lambda: (*infusion_words.tiles(infusion), hydration_words.tile(hydration, fluid))
        ),
        pictures=Later(
            lambda: (
                infusion_words.vessels(infusion, diluent),
                *dosing.pictures,
                sodium_words.summed(sodium, doses),
            )
        ),
        results=ward_sheet(regimen.phase),
        lines=Later(lines),
        cautions=(*dosing.cautions, *infusion_words.cautions(infusion), *sugar),
        notes=(*dosing.notes, monitoring(regimen.phase)),
    )

"""Foscarnet that is running, on a new creatinine: does the dose stay, fall, rise or stop?"""

from calc.clinical.foscarnet import clearance_words, dose_words, reference
from calc.clinical.foscarnet.clearance import clearance_of
from calc.clinical.foscarnet.dialysis import Dialysis, refuse_dialysis
from calc.clinical.foscarnet.dose import other_doses
from calc.clinical.foscarnet.label import COLUMNS
from calc.clinical.foscarnet.order import Interval
from calc.clinical.foscarnet.regimens import RegimenChoice
from calc.clinical.foscarnet.scope import SCOPE
from calc.clinical.foscarnet_redose import known_answers, words
from calc.clinical.foscarnet_redose.cautions import cautions, refuse_above, refuse_old
from calc.clinical.foscarnet_redose.containers import supply_of
from calc.clinical.foscarnet_redose.course import CADENCES, course_of
from calc.clinical.foscarnet_redose.decision import (
    VALUES,
    Decision,
    Move,
    decide,
    given_in,
    running_of,
)
from calc.clinical.foscarnet_redose.kinetic import kinetic_per_kg
from calc.clinical.foscarnet_redose.minerals_now import Newest, newest_of
from calc.clinical.foscarnet_redose.order import (
    RUNNING_PER_KG,
    Creatinines,
    DaysRun,
    NextDoseDay,
    NextDoseTime,
    RunningDose,
    RunningDosePerKg,
    Urine,
    Weights,
)
from calc.clinical.foscarnet_redose.plausible import refuse_impossible
from calc.clinical.foscarnet_redose.standing import CHECK_FIRST
from calc.clinical.foscarnet_redose.weights import refuse_per_kg, weighed_of
from calc.clinical.minerals import IonisedCalcium, Magnesium, Phosphate, Potassium
from calc.clinical.patient import Age, Sex, Weight
from calc.clinical.renal import Estimated
from calc.clinical.weight import WEIGHT_LIMITS
from calc.model.calculator import Alternative, calculator
from calc.model.outcomes import Answer
from calc.model.quantity import named_values

WITH_A_DOSE = ("foscarnet-infusion", "order-check", "foscarnet-schedule")
WITHOUT_A_DOSE = ("electrolytes", "next-step")
"""What follows where foscarnet stops, or waits for what is treated first."""


def _onward(decision: Decision, newest: Newest) -> tuple[str, ...]:
    """The calculators that follow; electrolytes first where one of them is out of its limits."""
    if decision.dose is None or newest.holds:
        return WITHOUT_A_DOSE
    return (WITHOUT_A_DOSE[0], *WITH_A_DOSE) if newest.outside else ()


def _settled(decision: Decision) -> dict[str, str]:
    """What the next step need not ask: none of it while foscarnet stands still."""
    match decision.move:
        case Move.STAYS_STOPPED:
            return {}
        case Move.STOPS:
            return {"treatment": "foscarnet", "enough_clearance": "no"}
        case _:
            return {"treatment": "foscarnet", "enough_clearance": "yes"}


@calculator(
    "Foscarnet: the dose on a new creatinine",
    alternatives=(
        Alternative("running_dose", ("weight",)),
        Alternative("running_dose_per_kg", ("weight",)),
    ),
    limits=(RUNNING_PER_KG, *WEIGHT_LIMITS),
    scope=SCOPE,
    checks=CHECK_FIRST,
    reference=reference.LABEL_DOSES,
    known_answers=(known_answers.FALLS, known_answers.STOPS),
    columns=COLUMNS,
    values=VALUES,
    refused="No dose can be given on these creatinines",
    checked_twice=True,
    onward=(*WITH_A_DOSE, *WITHOUT_A_DOSE),
    onward_refused=("next-step",),
)
def foscarnet_redose(
    *,
    dialysis: Dialysis,
    regimen: RegimenChoice,
    running_dose: RunningDose | None = None,
    running_dose_per_kg: RunningDosePerKg | None = None,
    interval: Interval,
    age: Age,
    sex: Sex,
    weight: Weight,
    weights: Weights | None = None,
    creatinines: Creatinines,
    next_dose_day: NextDoseDay,
    next_dose_time: NextDoseTime | None = None,
    days_run: DaysRun | None = None,
    ionised_calcium: IonisedCalcium | None = None,
    magnesium: Magnesium | None = None,
    potassium: Potassium | None = None,
    phosphate: Phosphate | None = None,
    urine: Urine | None = None,
) -> Answer:
    """Whether a running foscarnet dose (mg/kg, mg) stays, falls, rises or stops on new creatinines.

    By the US label's tables, on the clearance per kg (mL/min/kg) of the newest, for the weight: of
    dated ones (kg) the newest, or it is asked which is meant. Refused on dialysis and on a
    creatinine older than the label's frequency leaves, and where a single dose above the regimen's
    full one would go on or rise. It never rises on one better creatinine: this site's rule. Values:
    clearance_per_kg, creatinine_age and weight_age (d), creatinine_times (the newest over the
    lowest of the days before), running_dose, running_dose_per_kg, running_dose_24_h_mean; unless it
    stops those of foscarnet_dose, of the dose that is printed, and containers_needed until the next
    test; with days_run foscarnet_given (g), sodium_given (mmol), sodium_mass_given (mg) and
    containers_used; kinetic_per_kg (mL/min/kg), which only warns; and the newest minerals (mmol/L)
    and urine_per_kg (mL/kg/h), where they were given.
    """
    refuse_dialysis(dialysis)
    phase = regimen.phase
    course = course_of(creatinines, age, sex, next_dose_day, CADENCES[phase])
    refuse_impossible(course, next_dose_time)
    weighed = weighed_of(weight, weights, next_dose_day, next_dose_time)
    refuse_per_kg(running_dose_per_kg, weighed)
    refuse_old(course, phase)
    running = running_of(running_dose, running_dose_per_kg, interval, weight)
    decision = decide(course, running, weighed, regimen)
    refuse_above(decision, regimen)
    kidneys = Estimated(age, sex, course.newest.row.value)
    clearance = clearance_of(kidneys, weight)
    dose = decision.dose
    given = given_in(running, days_run) if days_run is not None else None
    newest = newest_of(ionised_calcium, magnesium, potassium, phosphate, urine, weight)
    kinetic = kinetic_per_kg(course, age, sex)
    until = words.test_day(course, decision, newest.urine_low)
    supply = supply_of(running, dose, days_run, next_dose_day, until)
    others = other_doses(kidneys, clearance, weight, None, regimen) if dose else ()
    comparison = dose_words.compared(dose, clearance, others, None) if dose else ()
    return Answer(
        {
            "clearance_per_kg": course.newest.per_kg,
            "creatinine_age": course.age,
            **named_values(creatinine_times=course.times),
            "running_dose": running.dose,
            "running_dose_per_kg": running.per_kg,
            "running_dose_24_h_mean": running.mean_day,
            **(dose.values if dose else {}),
            **(given.values if given else {}),
            **supply.values,
            **named_values(kinetic_per_kg=kinetic, weight_age=weighed.age),
            **newest.values,
        },
        heading=words.heading(course, next_dose_time, regimen),
        headline=words.headline(decision),
        beneath=dose_words.beneath(dose) if dose else "",
        reason=words.reason(course, decision),
        decision=decision.move.value,
        lists=words.to_do(decision),
        lines=(
            *words.dose_lines(decision, regimen),
            *words.needed_line(supply),
            *words.course_lines(course, weighed),
            *words.kinetic_line(kinetic),
            *clearance_words.lines(clearance),
            *(words.given_lines(given, days_run) if given and days_run is not None else ()),
            *words.used_line(supply),
        ),
        cautions=(*cautions(course, decision, clearance, weighed, regimen, newest, kinetic),),
        notes=regimen.notes,
        results=(
            words.next_tests(course, decision, newest.urine_low),
            words.trend_table(course, weight, regimen),
            words.flow_sheet(course),
        ),
        comparison=comparison,
        pictures=(words.trend(course),),
        onward=_onward(decision, newest),
        settled=_settled(decision),
    )

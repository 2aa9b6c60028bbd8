"""The gate of cidofovir: may it be given, from when, how much, and by which clock."""

from calc.clinical.cidofovir import known_answers, words
from calc.clinical.cidofovir.bars import refuse
from calc.clinical.cidofovir.clock import clock
from calc.clinical.cidofovir.day import day_of
from calc.clinical.cidofovir.gate import Patient, gate_of
from calc.clinical.cidofovir.label import DOSAGE, STRENGTH, TENTH_ML
from calc.clinical.cidofovir.order import (
    DAY,
    LONG_SINCE_A_DOSE,
    LONG_SINCE_A_DRUG,
    BaselineCreatinine,
    DoseNumber,
    EarlierDoses,
    InfusionDay,
    InfusionStart,
    LastCidofovirDose,
    LastNephrotoxicDose,
    NephrotoxicDrug,
    OnDialysis,
    ProbenecidAllergy,
    UrineProtein,
)
from calc.clinical.cidofovir.reference import CHANGE, CLOCK, LIMITS
from calc.clinical.cidofovir.standing import CHECK_FIRST, READ_FIRST, SCOPE
from calc.clinical.patient import Age, Creatinine, Height, Sex, Weight
from calc.clinical.renal import CLEARANCE_PER_KG
from calc.clinical.weight import BODY_VALUES, WEIGHT_LIMITS, body_of
from calc.model.calculator import Alternative, calculator
from calc.model.outcomes import Answer
from calc.model.values import always, leading, sometimes

VALUES = (
    *leading(always("mL/min", "clearance")),
    *always("mg/kg", "dose_per_kg"),
    *always("mg", "dose"),
    *always("mL", "drug_volume"),
    *sometimes("mg/dL", "creatinine_rise"),
    *BODY_VALUES,
)


@calculator(
    "Cidofovir: may it be given, and when",
    alternatives=(Alternative("last_nephrotoxic_dose"), Alternative("nephrotoxic_drug")),
    limits=(CLEARANCE_PER_KG, *WEIGHT_LIMITS, LONG_SINCE_A_DRUG, LONG_SINCE_A_DOSE),
    scope=SCOPE,
    box=READ_FIRST,
    checks=CHECK_FIRST,
    reference=(LIMITS, CHANGE, CLOCK),
    known_answers=(known_answers.GIVEN, known_answers.BARRED),
    values=VALUES,
    refused="No cidofovir on these answers",
    checked_twice=True,
    onward=("next-step",),
    onward_refused=("next-step",),
)
def cidofovir_gate(
    *,
    on_dialysis: OnDialysis,
    age: Age,
    sex: Sex,
    weight: Weight,
    height: Height,
    creatinine: Creatinine,
    urine_protein: UrineProtein,
    probenecid_allergy: ProbenecidAllergy,
    last_nephrotoxic_dose: LastNephrotoxicDose | None = None,
    nephrotoxic_drug: NephrotoxicDrug | None = None,
    dose_number: DoseNumber,
    last_cidofovir_dose: LastCidofovirDose | None = None,
    earlier_doses: EarlierDoses | None = None,
    baseline_creatinine: BaselineCreatinine | None = None,
    infusion_day: InfusionDay,
    infusion_start: InfusionStart,
) -> Answer:
    """What bars cidofovir on a day, or its dose (mg/kg and mg) and the clock of that day.

    By the US label; other texts are named where they differ. Barred, with everything that holds at
    once: on dialysis; creatinine above 1.5 mg/dL; clearance (mL/min) of 55 or less; urine protein
    of 2+; a nephrotoxic drug within seven whole days; a severe allergy to probenecid or a sulfa
    drug; a risen creatinine; a dose too soon after the last; a treatment that was stopped for the
    kidneys; and what is not known of these. Values: clearance, dose_per_kg, dose, drug_volume;
    creatinine_rise (mg/dL) where it has risen; body_mass_index, and ideal_weight and
    adjusted_weight where there are such. The refusal shows the clearance, save on dialysis.
    """
    patient = Patient(
        age,
        sex,
        weight,
        creatinine,
        urine_protein,
        probenecid_allergy,
        last_nephrotoxic_dose,
        nephrotoxic_drug,
        on_dialysis,
        dose_number,
        last_cidofovir_dose,
        earlier_doses,
        baseline_creatinine,
    )
    gate = gate_of(patient, infusion_day)
    refuse(patient, gate, infusion_day)
    dose = (gate.per_kg * weight).named("dose", "mg", DOSAGE, places=1)
    volume = (dose / STRENGTH).rounded_down_to(TENTH_ML).named("drug volume", "mL")
    body = body_of(weight, height, sex)
    day = clock(day_of(infusion_day, infusion_start), dose)
    return Answer(
        {**gate.values, "dose": dose, "drug_volume": volume, **body.values},
        heading=f"Cidofovir on {DAY.words(infusion_day)}, nothing here bars it",
        headline=words.headline(gate, dose),
        lines=words.lines(patient, gate, volume),
        cautions=words.cautions(patient, gate, infusion_day, body),
        notes=words.NOTES,
        results=(day.schedule,),
        pictures=(day,),
    )

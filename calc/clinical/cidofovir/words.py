"""What is said of a dose of cidofovir that nothing bars: the dose, its limits, and doubts."""

from datetime import date

from calc.clinical.cidofovir.gate import (
    Gate,
    Patient,
    clearance_of,
    creatinine_at_the_limit,
    fall_of,
    is_reduced,
)
from calc.clinical.cidofovir.hazards import KIDNEYS_HARMED, TOO_SOON
from calc.clinical.cidofovir.label import (
    ALL_TABLETS,
    BARRING_CLEARANCE,
    BARRING_PROTEIN,
    CHANGES,
    CHECKED_WITHIN,
    CONTRAINDICATIONS,
    DILUENT,
    DOSAGE,
    FREE_DAYS,
    FREQUENCY,
    FULL,
    HIGHEST_CREATININE,
    HYDRATION,
    INFUSION,
    LEAST_RISE,
    MOST_RISE,
    PROBENECID,
    REDUCED,
    STOPPING_RISE,
    STRENGTH,
    SWISS,
    UK_BELOW,
    in_both,
)
from calc.clinical.cidofovir.order import DAY, LONG_AGO, PROTEIN_WORDS
from calc.clinical.doubts import (
    ASK,
    COLLECT,
    IN_WHOM,
    MUSCLE_SAYS,
    REFERENCE,
    VERY_OBESE,
    in_the_very_obese,
    may_flatter,
)
from calc.clinical.renal import in_unit
from calc.clinical.solutions import SALINE
from calc.clinical.weight import BANDS, Body
from calc.model.outcomes import Caution, Line
from calc.model.quantity import Quantity, Step, constant
from calc.model.sources import SITE_RULE

FROM_TRUE_TIMES = Step(
    "if a time shifts",
    "the clock counts from the start and from the end of the infusion",
    "any dose",
    "count anew: what comes before from the true start, the last tablets from the true end",
    (PROBENECID, HYDRATION, SITE_RULE.at("count from true times")),
)
LATER_DOSES = Step(
    "at each later dose",
    "the label's changes of the dose",
    f"against the creatinine from before the first, {CHECKED_WITHIN.shown()} before at most",
    f"enter it again: a creatinine that has risen by {LEAST_RISE.shown()} reduces the dose, and "
    f"one that has risen by more than {MOST_RISE.shown()}, or urine protein of 2+, bars it here",
    (
        CHANGES,
        SWISS,
        SITE_RULE.at("between two steps, the safer one"),
        SITE_RULE.at("reduced at any later dose, where the label says so of maintenance"),
    ),
)
NOTES = (FROM_TRUE_TIMES, LATER_DOSES)

NEAR = constant(5, "mL/min")
"""So little above the limit the answer says so: a rule of this site."""
NEAR_RISE = constant(0.2, "mg/dL")
"""From so great a rise on the answer says how near the first step is: a rule of this site."""

COLLECTION = "A specialist judges by the collection: here the label's formula alone counts."

NEAR_THE_LIMIT = Caution(
    "cidofovir-near-limit",
    KIDNEYS_HARMED,
    "Take creatinine again: {creatinine} or more bars it; clearance {clearance}.",
    (CONTRAINDICATIONS, SITE_RULE.at(f"within {NEAR.shown()} above the limit")),
    f"Clearance {{clearance}} is just above {BARRING_CLEARANCE.shown()}, at or below which "
    "cidofovir is barred. A creatinine of {creatinine} or more would bar it.",
)
LITTLE_MUSCLE = Caution(
    "cidofovir-low-creatinine",
    KIDNEYS_HARMED,
    f"Little muscle?{COLLECT} At {{reference}} {{there}}, which bars it.",
    (SITE_RULE.at(IN_WHOM), *MUSCLE_SAYS),
    "Creatinine {creatinine} may come of little muscle. At {reference} the clearance would be "
    f"{{there}}, which bars cidofovir.{ASK} {COLLECTION}",
)
OBESITY = Caution(
    "cidofovir-weight-in-obesity",
    KIDNEYS_HARMED,
    f"Obese: {{ideal}}; {BARRING_CLEARANCE.shown()} or less bars it.{COLLECT}",
    (
        BANDS,
        VERY_OBESE,
        DOSAGE,
        SITE_RULE.at("other weights to weigh, none chosen"),
    ),
    "Body mass index {bmi}: actual weight raises the clearance and the dose. {others} "
    f"{BARRING_CLEARANCE.shown()} or less bars it.{ASK} The label says body weight and no more, "
    "and no source found settles it in obesity. "
    f"{in_the_very_obese()}. {COLLECTION}",
)
NEAR_A_STEP = Caution(
    "cidofovir-near-rise",
    KIDNEYS_HARMED,
    f"Creatinine up {{rise}}: repeat the test, seek cause. From {LEAST_RISE.shown()} "
    f"{REDUCED.shown()}.",
    (CHANGES, SITE_RULE.at(f"a rise of {NEAR_RISE.shown()} or more")),
    f"Creatinine has risen by {{rise}}: from {LEAST_RISE.shown()} on the dose is reduced to "
    f"{REDUCED.shown()}. Look for a cause, and take it again.",
)
HAS_FALLEN = Caution(
    "cidofovir-baseline-above-today",
    KIDNEYS_HARMED,
    "Check the baseline's day and unit: {baseline}, and {fall} lower now.",
    (CHANGES, SITE_RULE.at(f"a fall of {LEAST_RISE.shown()} or more is asked about")),
    "Creatinine was {baseline} before the first dose, and is {fall} lower now. If that baseline is "
    "not the right one, a rise is hidden.",
)
LONG_SINCE = Caution(
    "cidofovir-old-day",
    TOO_SOON,
    "Check the year: the last nephrotoxic dose is said to be {days} days old.",
    (SITE_RULE.at(f"a day more than {LONG_AGO.shown()} before the infusion"),),
)


def headline(gate: Gate, dose: Quantity) -> str:
    """The dose in one breath."""
    return f"{gate.per_kg.shown()} ({dose.shown()}) over {INFUSION.shown()}"


def lines(patient: Patient, gate: Gate, volume: Quantity) -> tuple[Line, ...]:
    """What a person reads beside the clock of the day: the dose, the volume of the drug (mL), and
    how each limit is kept."""
    return (*_of_dose(gate, volume), *_of_gate(patient, gate))


def _of_dose(gate: Gate, volume: Quantity) -> tuple[Line, ...]:
    how = "not reduced"
    if gate.per_kg is REDUCED:
        how = f"reduced from {FULL.shown()}: {_why_reduced(gate)}"
    return (
        Line("Dose", "Dose per kg", f"{gate.per_kg.shown()} of actual body weight, {how}"),
        Line("Dose", "How often", FREQUENCY),
        Line("Dose", "Draw up", f"{volume.shown()} of {STRENGTH.shown()}: read the vial"),
        Line("Dose", "Dilution", f"in {DILUENT.shown()} of {SALINE}"),
        Line("Dose", "With it", f"probenecid {ALL_TABLETS.shown()} in all, by mouth; saline"),
    )


def _why_reduced(gate: Gate) -> str:
    """Today's creatinine, or a dose that was reduced before and stays so by this site's rule."""
    if is_reduced(gate.rise):
        return "creatinine has risen"
    return "it was reduced before, and stays so here (this site's rule)"


def _of_gate(patient: Patient, gate: Gate) -> tuple[Line, ...]:
    group = "Limits kept"
    drugs = f"none within {FREE_DAYS.shown()}"
    if patient.last and gate.free_from:
        drugs = f"last on {DAY.shown(patient.last)}; free from {DAY.words(gate.free_from)} on"
    said = [
        Line(
            group,
            "Creatinine",
            f"{patient.creatinine.shown()}; barred above {in_both(HIGHEST_CREATININE)} (US)",
        ),
        Line(
            group,
            "Clearance",
            f"{gate.clearance.shown()}; barred at {BARRING_CLEARANCE.shown()} or less (US), below "
            f"{UK_BELOW.shown()} (UK monograph)",
        ),
        Line(
            group,
            "Urine protein",
            f"{PROTEIN_WORDS[patient.protein]}; barred from 2+ ({BARRING_PROTEIN.shown()}) on",
        ),
        Line(group, "Nephrotoxic drugs", drugs),
    ]
    if patient.last_cidofovir and gate.due_from:
        last = f"{DAY.shown(patient.last_cidofovir)}; due from {DAY.words(gate.due_from)} on"
        said.append(Line(group, "Last dose of cidofovir", last))
    if patient.later:
        rise = gate.rise.shown() if gate.rise else "none"
        said.insert(
            1,
            Line(
                group,
                "Rise of creatinine",
                f"{rise}; {REDUCED.shown()} at {LEAST_RISE.shown()} to {MOST_RISE.shown()}, stop "
                f"from {STOPPING_RISE.shown()} on, and here above {MOST_RISE.shown()}",
            ),
        )
    return tuple(said)


def cautions(patient: Patient, gate: Gate, day: date, body: Body) -> tuple[Caution, ...]:
    """What speaks against a dose that nothing bars."""
    clearance, said = gate.clearance, []
    if clearance <= BARRING_CLEARANCE + NEAR:
        unit = patient.creatinine.unit
        there = in_unit(creatinine_at_the_limit(patient), unit)
        step = constant(STEPS[unit], unit)
        said.append(
            NEAR_THE_LIMIT.filled(
                clearance=clearance.shown(), creatinine=there.rounded_up_to(step).shown()
            )
        )
    if at_reference := _at_reference(patient, body):
        reference = in_unit(REFERENCE, patient.creatinine.unit)
        said.append(
            LITTLE_MUSCLE.filled(
                creatinine=patient.creatinine.shown(),
                reference=reference.shown(),
                there=at_reference.shown(),
            )
        )
    if body.obese:
        ideal, others = _others(patient, body)
        said.append(OBESITY.filled(bmi=body.mass_index.shown(), ideal=ideal, others=others))
    if gate.rise and NEAR_RISE <= gate.rise and not is_reduced(gate.rise):
        said.append(NEAR_A_STEP.filled(rise=gate.rise.shown()))
    if patient.baseline is not None:
        fall = fall_of(patient.creatinine, patient.baseline)
        if fall is not None and LEAST_RISE <= fall:
            words = {"baseline": patient.baseline.shown(), "fall": fall.shown()}
            said.append(HAS_FALLEN.filled(**words))
    if patient.last and LONG_AGO.value < (day - patient.last).days:
        said.append(LONG_SINCE.filled(days=str((day - patient.last).days)))
    return tuple(said)


STEPS = {"mg/dL": "0.01", "umol/L": "1"}
"""To what a creatinine at the limit is rounded up."""


def _at_reference(patient: Patient, body: Body) -> Quantity | None:
    """The clearance at the reference creatinine, where a low one flatters and that would bar."""
    if not may_flatter(patient.creatinine, patient.age, body.thin):
        return None
    there = clearance_of(patient.age, patient.sex, REFERENCE, patient.weight)
    return there if there <= BARRING_CLEARANCE else None


def _others(patient: Patient, body: Body) -> tuple[str, str]:
    """The clearance by the ideal weight, and by each other one; or that there is none."""
    if not body.others:
        return "no ideal weight", "No ideal weight is given for this height."
    said = [
        (each.name, clearance_of(patient.age, patient.sex, patient.creatinine, each).shown())
        for each in body.others
    ]
    *_, (_, by_ideal) = said
    clearances = " and ".join(f"by {name} is {clearance}" for name, clearance in said)
    return f"by ideal {by_ideal}", f"The clearance {clearances}."

"""Each thing that bars cidofovir, in words: why, by which source, and what to do instead."""

import re
from datetime import date

from calc.clinical.cidofovir.gate import Bar, Gate, Patient, baseline_clearance
from calc.clinical.cidofovir.label import (
    BARRING_CLEARANCE,
    BARRING_PROTEIN,
    CHANGES,
    CONTRAINDICATIONS,
    DOSAGE,
    FREE_DAYS,
    HIGHEST_CREATININE,
    LEAST_RISE,
    MOST_RISE,
    STOP_ABOVE_REDUCED,
    STOPPING_RISE,
    SWISS,
    TO_LATER,
    TO_SECOND,
    UK,
    UK_BELOW,
    WARNINGS,
    in_both,
)
from calc.clinical.cidofovir.order import DAY, PROTEIN_WORDS
from calc.clinical.sources import (
    CIDOFOVIR_AMSTERDAM,
    CIDOFOVIR_BHIVA,
    CIDOFOVIR_DAVIS,
    CIDOFOVIR_KIDNEY_CLINIC,
)
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.sources import SITE_RULE

SENTENCE = re.compile(r"(?<=\.) ")
WHOLE_DAYS = f"{FREE_DAYS.decimal()} whole days"
AT_EACH_DOSE = SITE_RULE.at("what bars the first dose bars each")
FROM_THE_START = (
    "The label says so of the start of treatment; that it holds at each dose is this site's rule."
)
ASK = "Ask an infection specialist and a renal pharmacist what else to use."
REPEAT = "Look for a cause that can be mended, and take creatinine and urine protein again."
STOP = "Give no more of it, and call renal and infection colleagues the same day."

ON_DIALYSIS = Refusal(
    "cidofovir-dialysis",
    "The patient is on dialysis: the label bars kidneys far better than these, and the formula of "
    "the clearance does not hold.",
    ASK,
    (
        CONTRAINDICATIONS,
        CIDOFOVIR_AMSTERDAM.at("renal replacement therapy"),
        CIDOFOVIR_KIDNEY_CLINIC.at("renal replacement therapies"),
        SITE_RULE.at("no labelled dose, no result"),
    ),
)
CREATININE_HIGH = Refusal(
    "cidofovir-creatinine",
    f"Creatinine {{creatinine}} is above {in_both(HIGHEST_CREATININE)}, where the US label bars "
    "cidofovir; the UK monograph read has no such line. {later}",
    f"{REPEAT} {ASK}",
    (CONTRAINDICATIONS, UK, AT_EACH_DOSE),
)
CLEARANCE_LOW = Refusal(
    "cidofovir-clearance",
    f"Clearance {{clearance}} is not above {BARRING_CLEARANCE.shown()}: the US label bars "
    f"cidofovir there, and the UK monograph read below {UK_BELOW.shown()}. {{later}}",
    f"{REPEAT} {ASK}",
    (CONTRAINDICATIONS, UK, AT_EACH_DOSE),
)
RISEN = Refusal(
    "cidofovir-creatinine-risen",
    f"Creatinine has risen by {{rise}} since before the first dose: from {STOPPING_RISE.shown()} "
    "on the US label and a Swiss text stop cidofovir.",
    STOP,
    (CHANGES, SWISS),
)
RISEN_BETWEEN = Refusal(
    "cidofovir-creatinine-rise-unlabelled",
    "Creatinine has risen by {rise} since before the first dose. The US label reduces the dose at "
    f"{LEAST_RISE.shown()} to {MOST_RISE.shown()}, stops it from {STOPPING_RISE.shown()} on, and "
    "says nothing between; a monograph stops it there, and so does this site.",
    STOP,
    (CHANGES, STOP_ABOVE_REDUCED, SITE_RULE.at("between two steps, the safer one")),
)
BASELINE_HIGH = Refusal(
    "cidofovir-baseline",
    "Creatinine {baseline} before the first dose, a clearance of {baseline_clearance} at today's "
    f"age and weight, would have barred that dose: above {in_both(HIGHEST_CREATININE)}, or at "
    f"{BARRING_CLEARANCE.shown()} or less. Whether creatinine has risen cannot be judged against "
    "it.",
    "Look for the creatinine that was taken before the first dose of cidofovir, and its unit.",
    (CONTRAINDICATIONS, CHANGES, SITE_RULE.at("nothing is guessed")),
)
STOPPED_BEFORE = Refusal(
    "cidofovir-stopped",
    "Cidofovir was paused or stopped for the kidneys. The label stops it from a rise of "
    f"{STOPPING_RISE.shown()} or 3+ protein on, and a value that has fallen since undoes no stop.",
    f"{ASK} After a pause a specialist decides whether and with how much to go on.",
    (CHANGES, SWISS, SITE_RULE.at("what was stopped for the kidneys is not begun again here")),
)
EARLIER_UNKNOWN = Refusal(
    "cidofovir-earlier-unknown",
    "It is not known whether a dose was ever reduced, paused or stopped for the kidneys.",
    "Go through the notes and the drug charts of this treatment.",
    (CHANGES, SITE_RULE.at("not known bars until it is asked")),
)
TOO_OFTEN = Refusal(
    "cidofovir-too-often",
    "The last dose of cidofovir is of {last_cidofovir}, and this one is planned for {planned}. The "
    f"label gives a second after {TO_SECOND.shown()} and each later one after {TO_LATER.shown()}, "
    "and never more often. Not before {due}.",
    "Wait until then, with creatinine and urine protein taken again.",
    (DOSAGE, SWISS, SITE_RULE.at("days counted from the day of the last dose")),
)
PROTEIN_HIGH = Refusal(
    "cidofovir-protein",
    f"Urine protein {{protein}}: from 2+ ({BARRING_PROTEIN.shown()}) on the US label bars "
    "cidofovir, and so does the UK monograph read.",
    f"{REPEAT} {ASK}",
    (CONTRAINDICATIONS, UK),
)
PROTEIN_2_LATER = Refusal(
    "cidofovir-protein-2-later",
    "Urine protein 2+ during treatment. US: watch closely, and consider a lower dose or a pause. "
    "Swiss text: stop if it persists. They differ, and this site gives no dose on it.",
    "Pause, give fluid and take urine protein again, as a handbook says; a specialist decides "
    "whether and with how much to go on.",
    (
        CHANGES,
        SWISS,
        CIDOFOVIR_DAVIS.at("laboratory tests"),
        SITE_RULE.at("where labels differ, the safer one"),
    ),
)
PROTEIN_3_LATER = Refusal(
    "cidofovir-protein-3-later",
    "Urine protein 3+ or more during treatment: the US label stops cidofovir, and a Swiss text "
    "from a persistent 2+ on.",
    STOP,
    (CHANGES, SWISS),
)
TOO_SOON_AFTER = Refusal(
    "cidofovir-nephrotoxic-drug",
    "The last dose of a nephrotoxic drug is of {last}, and the infusion is planned for {planned}: "
    f"{WHOLE_DAYS} without one must lie between. Not before {{first}}.",
    "Wait until then, with creatinine and urine protein taken again, or ask for another drug. "
    "Foscarnet counts: the label names it.",
    (
        CONTRAINDICATIONS,
        WARNINGS,
        CIDOFOVIR_BHIVA.at("interactions"),
        SITE_RULE.at("whole days, at each dose, the day of the last one not counted"),
    ),
)
NEPHROTOXIC_UNKNOWN = Refusal(
    "cidofovir-nephrotoxic-drug-unknown",
    f"It is not known whether there was a nephrotoxic drug within {FREE_DAYS.shown()}, which bars "
    "cidofovir.",
    "Go through the drug charts for each drug in the list of the question, and ask the patient.",
    (CONTRAINDICATIONS, SITE_RULE.at("not known bars until it is asked")),
)
ALLERGIC = Refusal(
    "cidofovir-allergy",
    "There was a severe allergy to probenecid or a sulfa drug, or one to cidofovir: the US label "
    "bars cidofovir, which must not be given without probenecid.",
    f"{ASK} Do not leave probenecid out.",
    (CONTRAINDICATIONS, WARNINGS),
)
ALLERGY_UNKNOWN = Refusal(
    "cidofovir-allergy-unknown",
    "It is not known whether there was a severe allergy to probenecid or a sulfa drug, or any to "
    "cidofovir, which bars it.",
    "Ask the patient, the family and the family doctor.",
    (CONTRAINDICATIONS, SITE_RULE.at("not known bars until it is asked")),
)
SEVERAL = Refusal(
    "cidofovir-several",
    "{count} things bar it.\n{bars}",
    "What each of them asks for, all of it.",
    (SITE_RULE.at("everything that bars is said at once"),),
)

WORDS = {
    Bar.DIALYSIS: ON_DIALYSIS,
    Bar.CREATININE: CREATININE_HIGH,
    Bar.CLEARANCE: CLEARANCE_LOW,
    Bar.RISE: RISEN,
    Bar.RISE_BETWEEN: RISEN_BETWEEN,
    Bar.BASELINE: BASELINE_HIGH,
    Bar.STOPPED: STOPPED_BEFORE,
    Bar.EARLIER_UNKNOWN: EARLIER_UNKNOWN,
    Bar.TOO_OFTEN: TOO_OFTEN,
    Bar.PROTEIN: PROTEIN_HIGH,
    Bar.PROTEIN_2_LATER: PROTEIN_2_LATER,
    Bar.PROTEIN_3_LATER: PROTEIN_3_LATER,
    Bar.NEPHROTOXIC: TOO_SOON_AFTER,
    Bar.NEPHROTOXIC_UNKNOWN: NEPHROTOXIC_UNKNOWN,
    Bar.ALLERGY: ALLERGIC,
    Bar.ALLERGY_UNKNOWN: ALLERGY_UNKNOWN,
}


def refuse(patient: Patient, gate: Gate, day: date) -> None:
    """Raise RefusalRaised with all that bars a dose on a day, if anything does.

    Requirement R-CIDOFOVIR: All that bars cidofovir is said at once, with the first day on which it
    is let through.
    """
    said = [WORDS[bar].filled(**_words(patient, gate, day)) for bar in gate.bars]
    if not said:
        return
    values = {} if Bar.DIALYSIS in gate.bars else {"clearance": gate.clearance}
    raise RefusalRaised(said[0] if len(said) == 1 else _all(said), values)


def _all(said: list[Refusal]) -> Refusal:
    """Several as one, each with its number, and what each asks for once, with their numbers."""
    bars = "\n".join(f"({place}) {each.text}" for place, each in enumerate(said, 1))
    asked: dict[str, list[str]] = {}
    for place, each in enumerate(said, 1):
        for sentence in SENTENCE.split(each.instead):
            asked.setdefault(sentence, []).append(str(place))
    instead = " ".join(f"({', '.join(places)}) {each}" for each, places in asked.items())
    cites = dict.fromkeys(cite for each in (*said, SEVERAL) for cite in each.cites)
    several = SEVERAL.filled(count=str(len(said)), bars=bars)
    return several._replace(instead=instead, cites=tuple(cites))


def _words(patient: Patient, gate: Gate, day: date) -> dict[str, str]:
    """This patient's words; those of what was not given are in no sentence that holds."""
    figures = {"rise": gate.rise, "baseline": patient.baseline}
    days = {"last": patient.last, "last_cidofovir": patient.last_cidofovir}
    firsts = {"first": gate.free_from, "due": gate.due_from}
    if patient.baseline:
        figures["baseline_clearance"] = baseline_clearance(patient)
    return {
        "creatinine": patient.creatinine.shown(),
        "clearance": gate.clearance.shown(),
        "protein": PROTEIN_WORDS[patient.protein],
        "planned": DAY.shown(day),
        "later": FROM_THE_START if patient.later else "",
        **{name: each.shown() for name, each in figures.items() if each},
        **{name: DAY.shown(each) for name, each in days.items() if each},
        **{name: DAY.words(each) for name, each in firsts.items() if each},
    }

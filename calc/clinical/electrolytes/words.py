"""What is said: why it is urgent, what to stop, to treat, to take again, and what misleads."""

from collections.abc import Iterator

from calc.clinical.electrocardiogram import LONG
from calc.clinical.electrolytes.ecg_words import long, looked_at, reasons_to_look
from calc.clinical.electrolytes.hazards import FALSIFIED, HIDDEN_CALCIUM
from calc.clinical.electrolytes.urgency import Findings, Step
from calc.clinical.foscarnet.checks import INDUCTION_DUE, MAINTENANCE_DUE, MONITORING, QT
from calc.clinical.mineral_limits import EARLIER, Level
from calc.clinical.minerals import MAGNESIUM_FIRST, NO_NEXT, Reading
from calc.clinical.sources import (
    ADJUSTED_CALCIUM,
    AYRSHIRE_POTASSIUM,
    CHEO,
    CORNWALL_MAGNESIUM,
    HIDDEN_PHOSPHATE,
    HIGH_POTASSIUM,
    LABEL,
    LOW_CALCIUM,
    PARAPROTEIN_ASSAYS,
    PARAPROTEIN_CALCIUM,
    PARAPROTEIN_PHOSPHATE,
    PATIENT_TEXT,
    PSEUDOHYPERCALCAEMIA,
    REPLACE_EARLY,
    SEIZURES,
    TOXICITY,
    UCSF,
    UK_FOSCARNET,
)
from calc.model.inputs import YesNoUnknown
from calc.model.outcomes import Caution
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

WARNING = LABEL.at("Warnings, mineral and electrolyte abnormalities")

HEADLINES = {
    Step.STOP: "Stop the infusion, and treat now",
    Step.TREAT: "Treat now",
    Step.LOOK: "Look again today",
    Step.NOTHING: "These values, by these limits, call for nothing today",
}
URGENT_LOW = "low, with symptoms or a long QTc"
SYMPTOMS = {
    "tingling": "tingling or numbness",
    "cramps": "cramps or spasm",
    "seizure": "a seizure",
    "palpitations": "palpitations or an arrhythmia",
    "fainting": "fainting",
}

# ---- Stop now

STOP = Check(
    "Stop the infusion: ionised calcium falls in proportion to its rate, and foscarnet can lower "
    "magnesium, potassium and phosphate, and harm the kidneys.",
    (
        WARNING,
        LABEL.at("Warnings, renal impairment"),
        UK_FOSCARNET.at("special warnings and precautions"),
        PATIENT_TEXT.at("most important information: stop at tingling around the mouth"),
        SITE_RULE.at("what is treated now stops what runs"),
    ),
)
SAMPLE = Check(
    "Take ionised calcium, magnesium, potassium and phosphate now, as close to the event as can "
    "be. An ECG, too.",
    (MONITORING, QT, SITE_RULE.at("an ECG at once")),
)
RESTART = Check(
    "It starts again only when a doctor has seen the results, and then slower. A review asks for a "
    "lower dose after symptoms of low calcium.",
    (UCSF.at("infusion rate"), TOXICITY.at("abstract"), SITE_RULE.at("results first")),
)

# ---- Treat now

SEIZURE = Check(
    "Seizure: as your hospital treats one. Low calcium and magnesium are not its only causes: "
    "think of encephalitis.",
    (WARNING, SITE_RULE.at("other causes of a seizure")),
)
HEART = Check(
    "Palpitations or fainting: monitor, 12-lead ECG, and call for help. Potassium below its range "
    "with an arrhythmia is treated into a vein.",
    (AYRSHIRE_POTASSIUM.at("starting doses"), SITE_RULE.at("call for help")),
)
NERVES = Check(
    "Tingling or cramps: low ionised calcium until measured. With calcium below its range, "
    "symptoms make it an emergency whatever the figure.",
    (
        LOW_CALCIUM.at("severe hypocalcaemia"),
        TOXICITY.at("abstract"),
        SITE_RULE.at("until measured"),
    ),
)
JUDGED = Check("{value} is {level}.", (EARLIER,))
IONISED_NOW = Check(
    "Take an ionised calcium at once and treat by it: the limit passed is one for a corrected "
    "calcium, which misleads here. With symptoms or a long QTc do not wait for it.",
    (LOW_CALCIUM.at("severe hypocalcaemia"), SITE_RULE.at("ionised calcium decides")),
)
HIGH_CALCIUM_FIRST = Check(
    "Before a high calcium is treated: an ionised one. A paraprotein can make the total one high "
    "while the ionised one is normal.",
    (PSEUDOHYPERCALCAEMIA.at("abstract"), PARAPROTEIN_CALCIUM.at("abstract")),
)
HIGH_POTASSIUM_NOW = Check(
    "High potassium: 12-lead ECG at once, and creatinine: kidneys that fail on foscarnet show so.",
    (HIGH_POTASSIUM.at("management"), SITE_RULE.at("creatinine too")),
)
LINE = Check(
    "Through another line than foscarnet's. Never calcium and phosphate together.",
    (CHEO.at("incompatibilities: calcium, magnesium, parenteral nutrition"), SITE_RULE.at("lines")),
)
LOCAL = Check(
    "By your hospital's guideline: the examples below differ, none is about foscarnet, and this "
    "site computes no dose of them.",
    (SITE_RULE.at("no replacement dose computed"),),
)

# ---- Look again

FALLS_AGAIN = Check(
    "An ionised calcium from between infusions says nothing of the next one: it falls again while "
    "that runs.",
    (TOXICITY.at("abstract"), SITE_RULE.at("values between infusions")),
)
IONISED_MISSING = Check(
    "Ionised calcium is missing: take it. No other calcium says what it is.",
    (TOXICITY.at("abstract"), SITE_RULE.at("ask for it")),
)
WHILE_IT_RUNS = Check(
    "A low value while an infusion runs, which can lower it further: ask now whether it goes on.",
    (WARNING, TOXICITY.at("abstract"), SITE_RULE.at("a low value while an infusion runs")),
)
NOT_GIVEN = Check("Not given: {missing}. Take what is missing.", (MONITORING,))
HIGH = Check(
    "A high value: this calculator judges low ones. Stop what adds to it, and ask today.",
    (SITE_RULE.at("high values are for a doctor"),),
)
MEND_TODAY = Check(
    "A low value: correct it today by your hospital's guideline; the examples below differ. To "
    "replace early may limit harm, one review says.",
    (REPLACE_EARLY.at("abstract"), CORNWALL_MAGNESIUM.at("summary"), MONITORING),
)
AFTER_TREATMENT = Check(
    "After each replacement: measure again the same day, and before the next infusion.",
    (SITE_RULE.at("measure what was replaced"),),
)
CADENCE = (
    Check(f"In induction the label asks for {INDUCTION_DUE}.", (MONITORING,)),
    Check(f"In maintenance it asks for {MAINTENANCE_DUE}.", (MONITORING,)),
)
DAILY = Check(
    "In hospital daily for at least the first week, and at once at any tingling, numbness, cramp "
    "or seizure.",
    (MONITORING, SITE_RULE.at("daily in the first week")),
)
BEFORE_FIRST = Check(
    "Before the first dose all of them are known, and what is low is corrected.",
    (MONITORING,),
)

# ---- What does not reassure

BOUND = Check(
    "Foscarnet binds calcium: ionised calcium falls during each infusion while the total one does "
    "not change, in all patients, says a review.",
    (WARNING, TOXICITY.at("abstract")),
)
NORMAL_AND_SEIZING = Check(
    "Two patients had seizures and one had cramp on right doses with normal blood results.",
    (SEIZURES.at("abstract"),),
)
CORRECTION = Check(
    "Where the eGFR was below 60 a corrected calcium told a low or high ionised one less well than "
    "an uncorrected one.",
    (ADJUSTED_CALCIUM.at("abstract: eGFR below 60"),),
)
BOUND_BY_PROTEIN = Check(
    "A paraprotein can bind calcium: the total one reads high while the ionised one is normal. So "
    "it may read normal while the ionised one is low.",
    (PSEUDOHYPERCALCAEMIA.at("abstract"), SITE_RULE.at("what follows for a low one")),
)

# ---- Cautions

NO_IONISED = Caution(
    "electrolytes-no-ionised-calcium",
    HIDDEN_CALCIUM,
    "There is no ionised calcium. {total} does not say that calcium is enough: take it.",
    (WARNING, TOXICITY.at("abstract")),
    "Ionised calcium falls in the absence of changes in total calcium.",
)
BELIEVE_IONISED = Caution(
    "electrolytes-believe-ionised",
    HIDDEN_CALCIUM,
    "{ionised} is low, though {others} is not: believe the ionised one.",
    (WARNING, TOXICITY.at("abstract"), SITE_RULE.at("ionised calcium decides")),
)
DO_NOT_FIT = Caution(
    "electrolytes-do-not-fit",
    FALSIFIED,
    "{others} does not fit to {ionised}, which decides here. Take the ionised one again.",
    (PARAPROTEIN_CALCIUM.at("abstract"), SITE_RULE.at("take it again where results do not fit")),
)
PHOSPHATE_MAY_LIE = Caution(
    "electrolytes-phosphate-paraprotein",
    FALSIFIED,
    "{phosphate} may read too high beside a paraprotein, and hide a low one. Ask the laboratory to "
    "remove the protein, or for dry chemistry.",
    (
        PARAPROTEIN_PHOSPHATE.at("abstract"),
        HIDDEN_PHOSPHATE.at("description"),
        PARAPROTEIN_ASSAYS.at("abstract"),
    ),
)


def reason(findings: Findings, step: Step) -> str:
    """Why it is so urgent, in one sentence or a few."""
    if step in (Step.STOP, Step.TREAT):
        said = [SYMPTOMS[each] for each in findings.symptoms]
        said += [f"{each.said()}" for each in findings.urgent]
        if findings.long_by:
            said.append(f"QTc above {LONG.shown()}")
        return _sentence(said)
    if step is Step.NOTHING:
        missing = _missing(findings)
        no_more = f"It says nothing of {missing}: not given." if missing else "It says no more."
        return f"No symptom, and none of these values is outside its limits. {no_more}"
    said = [each.said() for each in (*findings.outside, *findings.unfitting)]
    said += reasons_to_look(findings)
    if findings.ionised is None:
        said.append("no ionised calcium")
    return _sentence(said)


def _sentence(said: list[str]) -> str:
    whole = "; ".join(map(_within_a_sentence, said))
    return f"{whole[0].upper()}{whole[1:]}."


def _within_a_sentence(said: str) -> str:
    return said if said.startswith("QT") else f"{said[0].lower()}{said[1:]}"


def lists(findings: Findings, step: Step) -> tuple[Box, ...]:
    """The lists of an answer, those that hold something, the most urgent first."""
    made = {
        "Stop now": _stop(step),
        "Treat now": _treat(findings, step),
        "Look again": _look(findings, step),
        "A normal total or corrected calcium does not reassure": _misleads(findings),
    }
    boxes = (Box(title, tuple(items)) for title, items in made.items())
    return tuple(box for box in boxes if box.items)


def _stop(step: Step) -> Iterator[Check]:
    if step is Step.STOP:
        yield from (STOP, SAMPLE, RESTART)


def _treat(findings: Findings, step: Step) -> Iterator[Check]:
    if step not in (Step.STOP, Step.TREAT):
        return
    if step is Step.TREAT and findings.symptoms:
        yield SAMPLE
    if "seizure" in findings.symptoms:
        yield SEIZURE
    if {"palpitations", "fainting"} & {*findings.symptoms}:
        yield HEART
    if {"tingling", "cramps"} & {*findings.symptoms}:
        yield NERVES
    if findings.long_by:
        yield long(findings.long_by)
    if findings.magnesium_first:
        yield MAGNESIUM_FIRST
    yield from _of_values(findings)
    if step is Step.TREAT and findings.course == "between" and findings.stopping:
        yield NO_NEXT


def _of_values(findings: Findings) -> Iterator[Check]:
    """What the values that are treated now ask for."""
    for each in findings.urgent:
        yield _judged(each, URGENT_LOW if each.level is Level.LOW else each.level.words)
    urgent = findings.urgent
    guessed = [each for each in urgent if each in findings.guessed]
    if any(each.low for each in guessed):
        yield IONISED_NOW
    if any(not each.low for each in guessed):
        yield HIGH_CALCIUM_FIRST
    if findings.potassium and findings.potassium.level is Level.VERY_HIGH:
        yield HIGH_POTASSIUM_NOW
    if any(each in findings.to_replace for each in urgent):
        yield LOCAL
        yield LINE


def _judged(reading: Reading, level: str) -> Check:
    """A value, and where it lies, under the sources of its limits."""
    text = JUDGED.text.format(value=reading.said(), level=level)
    return JUDGED._replace(text=text, cites=reading.bands.cites)


def _look(findings: Findings, step: Step) -> Iterator[Check]:
    if step is Step.LOOK and findings.falling:
        yield WHILE_IT_RUNS
    if findings.ionised is None:
        yield IONISED_MISSING
    yield from looked_at(findings)
    for each in findings.outside:
        yield _judged(each, each.level.words)
    if step is Step.LOOK and findings.magnesium_first:
        yield MAGNESIUM_FIRST
    if any(each in findings.to_replace for each in findings.outside):
        yield MEND_TODAY
    high = [each for each in findings.outside if not each.low]
    if high:
        yield HIGH
    if any(each in findings.guessed for each in high):
        yield HIGH_CALCIUM_FIRST
    if missing := _missing(findings):
        yield NOT_GIVEN._replace(text=NOT_GIVEN.text.format(missing=missing))
    if findings.to_replace:
        yield AFTER_TREATMENT
    if findings.course == "not-begun":
        yield BEFORE_FIRST
    if findings.course == "between" and findings.ionised:
        yield FALLS_AGAIN
    if step in (Step.LOOK, Step.NOTHING):
        yield from (*CADENCE, DAILY)


def _missing(findings: Findings) -> str:
    """Which of the values that the label asks for were not given, but for calcium."""
    asked = {
        "magnesium": findings.magnesium,
        "potassium": findings.potassium,
        "phosphate": findings.phosphate,
    }
    return ", ".join(name for name, reading in asked.items() if reading is None)


def _misleads(findings: Findings) -> Iterator[Check]:
    """Why a total or corrected calcium that is not low says nothing, where there is one."""
    if findings.total is None:
        return
    yield from (BOUND, NORMAL_AND_SEIZING)
    if findings.corrected:
        yield CORRECTION
    if findings.paraprotein is not YesNoUnknown.NO:
        yield BOUND_BY_PROTEIN


def cautions(findings: Findings) -> Iterator[Caution]:
    """What to know before this is acted on."""
    if findings.total and findings.ionised is None and not findings.calcium_low:
        last = findings.corrected or findings.total
        yield NO_IONISED.filled(total=last.said())
    if findings.ionised and findings.hidden:
        given = filter(None, (findings.total, findings.corrected))
        *_, normal = (each for each in given if not each.low)
        others = _within_a_sentence(normal.said())
        yield BELIEVE_IONISED.filled(ionised=findings.ionised.said(), others=others)
    if findings.ionised and findings.unfitting:
        ionised = _within_a_sentence(findings.ionised.said())
        yield DO_NOT_FIT.filled(others=findings.unfitting[0].said(), ionised=ionised)
    phosphate = findings.phosphate
    if phosphate and not phosphate.low and findings.paraprotein is not YesNoUnknown.NO:
        yield PHOSPHATE_MAY_LIE.filled(phosphate=phosphate.said())

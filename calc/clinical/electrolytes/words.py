"""What is said: why it is urgent, what to stop, to treat, to take again, and what misleads."""

from collections.abc import Iterator

from calc.clinical.electrocardiogram import LONG
from calc.clinical.electrolytes.ecg_words import long, looked_at, reasons_to_look
from calc.clinical.electrolytes.hazards import FALSIFIED, HIDDEN_CALCIUM
from calc.clinical.electrolytes.urgency import Findings, Step
from calc.clinical.foscarnet.checks import INDUCTION_OFTEN, MAINTENANCE_OFTEN, MONITORING, QT, TESTS
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
    Step.NOTHING: "These values, by these limits, call for no treatment today",
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
    "Stop the infusion.",
    (
        WARNING,
        LABEL.at("Warnings, renal impairment"),
        UK_FOSCARNET.at("special warnings and precautions"),
        PATIENT_TEXT.at("most important information: stop at tingling around the mouth"),
        SITE_RULE.at("what is treated now stops what runs"),
    ),
    "Ionised calcium falls in proportion to its rate, and foscarnet can lower magnesium, potassium "
    "and phosphate, and harm the kidneys.",
)
SAMPLE = Check(
    "Take ionised calcium, magnesium, potassium and phosphate now; an ECG, too.",
    (MONITORING, QT, SITE_RULE.at("an ECG at once")),
    "As close to the event as can be.",
)
RESTART = Check(
    "It starts again only when a doctor has seen the results, and then slower.",
    (UCSF.at("infusion rate"), TOXICITY.at("abstract"), SITE_RULE.at("results first")),
    "A review asks for a lower dose after symptoms of low calcium.",
)

# ---- Treat now

SEIZURE = Check(
    "Seizure: as your hospital treats one; think of encephalitis.",
    (WARNING, SITE_RULE.at("other causes of a seizure")),
    "Low calcium and magnesium are not its only causes.",
)
HEART = Check(
    "Palpitations or fainting: monitor, 12-lead ECG, and call for help.",
    (AYRSHIRE_POTASSIUM.at("starting doses"), SITE_RULE.at("call for help")),
    "Potassium below its range with an arrhythmia is replaced intravenously.",
)
NERVES = Check(
    "Tingling or cramps: assume low ionised calcium until it is measured.",
    (
        LOW_CALCIUM.at("severe hypocalcaemia"),
        TOXICITY.at("abstract"),
        SITE_RULE.at("until measured"),
    ),
    "With calcium below its range, symptoms make it an emergency whatever the figure.",
)
JUDGED = Check("{value} is {level}.", (EARLIER,))
IONISED_NOW = Check(
    "Take ionised calcium at once; with symptoms or a long QTc do not wait for it.",
    (LOW_CALCIUM.at("severe hypocalcaemia"), SITE_RULE.at("ionised calcium decides")),
    "Treat by it: the limit passed is one for a corrected calcium, which misleads here.",
)
HIGH_CALCIUM_FIRST = Check(
    "Before a high calcium is treated, take an ionised one.",
    (PSEUDOHYPERCALCAEMIA.at("abstract"), PARAPROTEIN_CALCIUM.at("abstract")),
    "A paraprotein can make the total one high while the ionised one is normal.",
)
HIGH_POTASSIUM_NOW = Check(
    "High potassium: 12-lead ECG and creatinine at once; your hospital's guideline.",
    (HIGH_POTASSIUM.at("management"), SITE_RULE.at("creatinine too")),
    "Kidneys that fail on foscarnet show so.",
)
LINE = Check(
    "Through another line than foscarnet's. Never calcium and phosphate together.",
    (CHEO.at("incompatibilities: calcium, magnesium, parenteral nutrition"), SITE_RULE.at("lines")),
)
LOCAL = Check(
    "By your hospital's guideline: this site computes no dose of a replacement.",
    (SITE_RULE.at("no replacement dose computed"),),
    "The examples below differ, and none is about foscarnet.",
)

# ---- Look again

FALLS_AGAIN = Check(
    "Ionised calcium between infusions does not show how far the next lowers it.",
    (TOXICITY.at("abstract"), SITE_RULE.at("values between infusions")),
    "It falls again while that runs.",
)
IONISED_MISSING = Check(
    "Ionised calcium is missing: take it. No other calcium says what it is.",
    (TOXICITY.at("abstract"), SITE_RULE.at("ask for it")),
)
WHILE_IT_RUNS = Check(
    "A low value while an infusion runs: ask now whether it goes on.",
    (WARNING, TOXICITY.at("abstract"), SITE_RULE.at("a low value while an infusion runs")),
    "The infusion can lower it further.",
)
NOT_GIVEN = Check("Not given: {missing}. Take what is missing.", (MONITORING,))
HIGH = Check(
    "A high value: stop what adds to it, and ask today.",
    (SITE_RULE.at("high values are for a doctor"),),
    "This calculator judges low ones.",
)
MEND_TODAY = Check(
    "A low value: correct it today by your hospital's guideline.",
    (REPLACE_EARLY.at("abstract"), CORNWALL_MAGNESIUM.at("summary"), MONITORING),
    "The examples below differ. To replace early may limit harm, one review says.",
)
AFTER_TREATMENT = Check(
    "After replacing: measure again the same day, and before the next infusion.",
    (SITE_RULE.at("measure what was replaced"),),
)
CADENCE = (
    Check(
        f"In induction before the first dose, then {INDUCTION_OFTEN}.",
        (MONITORING,),
        f"The label asks for {TESTS}.",
    ),
    Check(
        f"In maintenance before the first dose, then {MAINTENANCE_OFTEN}.",
        (MONITORING,),
        f"The label asks for {TESTS}.",
    ),
)
DAILY = Check(
    "In hospital daily for at least the first week, and at once at any symptom.",
    (MONITORING, SITE_RULE.at("daily in the first week")),
    "At once at any tingling, numbness, cramp or seizure.",
)
BEFORE_FIRST = Check(
    "Before the first dose all of them are known, and what is low is corrected.",
    (MONITORING,),
)

# ---- What does not reassure

BOUND = Check(
    "Foscarnet binds calcium: the ionised one falls, the total one does not change.",
    (WARNING, TOXICITY.at("abstract")),
    "Ionised calcium falls so during each infusion, in all patients, says a review.",
)
NORMAL_AND_SEIZING = Check(
    "Seizures and cramp have come on right doses with normal blood results.",
    (SEIZURES.at("abstract"),),
    "Two patients had seizures, and one had cramp.",
)
CORRECTION = Check(
    "With an eGFR below 60 a corrected calcium is less reliable than uncorrected.",
    (ADJUSTED_CALCIUM.at("abstract: eGFR below 60"),),
    "It told a low or high ionised one less well.",
)
BOUND_BY_PROTEIN = Check(
    "With a paraprotein the total calcium may read normal, the ionised one low.",
    (PSEUDOHYPERCALCAEMIA.at("abstract"), SITE_RULE.at("what follows for a low one")),
    "A paraprotein can bind calcium: the total one reads high while the ionised one is normal. So "
    "it may read normal while the ionised one is low.",
)

# ---- Cautions

NO_IONISED = Caution(
    "electrolytes-no-ionised-calcium",
    HIDDEN_CALCIUM,
    "Take an ionised calcium: {inside} does not reassure.",
    (WARNING, TOXICITY.at("abstract")),
    "There is no ionised calcium. {total} does not say that calcium is enough. Ionised calcium "
    "falls in the absence of changes in total calcium.",
)
BELIEVE_IONISED = Caution(
    "electrolytes-believe-ionised",
    HIDDEN_CALCIUM,
    "Believe low {inside}, not {others}.",
    (WARNING, TOXICITY.at("abstract"), SITE_RULE.at("ionised calcium decides")),
    "{ionised} is low, though {others} is not.",
)
DO_NOT_FIT = Caution(
    "electrolytes-do-not-fit",
    FALSIFIED,
    "Take ionised calcium again: {inside} does not fit.",
    (PARAPROTEIN_CALCIUM.at("abstract"), SITE_RULE.at("take it again where results do not fit")),
    "{others} does not fit to {ionised}, which decides here.",
)
PHOSPHATE_MAY_LIE = Caution(
    "electrolytes-phosphate-paraprotein",
    FALSIFIED,
    "Ask the laboratory: {inside} may read high by a paraprotein.",
    (
        PARAPROTEIN_PHOSPHATE.at("abstract"),
        HIDDEN_PHOSPHATE.at("description"),
        PARAPROTEIN_ASSAYS.at("abstract"),
    ),
    "{phosphate} may read too high beside a paraprotein, and hide a low one. Ask the laboratory to "
    "remove the protein, or for dry chemistry.",
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
        yield NOT_GIVEN.filled(missing=missing)
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
        yield NO_IONISED.filled(total=last.said(), inside=_within_a_sentence(last.said()))
    if findings.ionised and findings.hidden:
        given = filter(None, (findings.total, findings.corrected))
        *_, normal = (each for each in given if not each.low)
        others = _within_a_sentence(normal.said())
        ionised = findings.ionised.said()
        inside = _within_a_sentence(ionised)
        yield BELIEVE_IONISED.filled(ionised=ionised, inside=inside, others=others)
    if findings.ionised and findings.unfitting:
        ionised = _within_a_sentence(findings.ionised.said())
        unfit = findings.unfitting[0].said()
        inside = _within_a_sentence(unfit)
        yield DO_NOT_FIT.filled(others=unfit, inside=inside, ionised=ionised)
    phosphate = findings.phosphate
    if phosphate and not phosphate.low and findings.paraprotein is not YesNoUnknown.NO:
        said = phosphate.said()
        yield PHOSPHATE_MAY_LIE.filled(phosphate=said, inside=_within_a_sentence(said))

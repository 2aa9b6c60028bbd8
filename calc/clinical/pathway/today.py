"""What to do today: the drug that runs first, then what the step asks for."""

from collections.abc import Iterator

from calc.clinical.cidofovir.label import FREE_DAYS
from calc.clinical.confusion import NEVER_RAISED, STOP_TABLETS, TOXICITY
from calc.clinical.pathway.decision import NOT_HEALING, Decision, Step, no_response
from calc.clinical.pathway.red_flags import ISOLATE, by_flags
from calc.clinical.pathway.situation import Situation
from calc.clinical.pathway.stages import CLEARANCE_STOP, FOSCARNET_FOR, FOSCARNET_WITHIN
from calc.clinical.pathway.tablets_dose import DOSE_OF_TABLETS, HELD_TOO_MUCH
from calc.clinical.sources import (
    ACICLOVIR_US,
    CDC_TESTS,
    CHAKRABARTI,
    CIDOFOVIR_US,
    DAILYMED,
    FOSCARNET_RESISTANT,
    LABEL,
    MANAGED,
    NICE,
    ON_DIALYSIS,
    PANEL,
    RETINA_GUIDANCE,
    REVIEW,
    SHARED_CARE,
    SHINGRIX,
)
from calc.model.inputs import YesNoUnknown
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

ADJUSTMENT = LABEL.at("Dosage and Administration, dose adjustment")

# ---- The drug that runs

STOP_FOSCARNET = Check(
    "Stop foscarnet; give no further dose. Give fluid unless overloaded.",
    (LABEL.at("Patient Monitoring"), ADJUSTMENT, SITE_RULE.at("stop rules")),
    f"Below {CLEARANCE_STOP.shown()}, or on dialysis, the label gives none. Look for another "
    "cause, too.",
)
STOP_CIDOFOVIR = Check(
    "Give no further cidofovir: its label bars it at a clearance well above this one.",
    (CIDOFOVIR_US.at("Contraindications"),),
)
STOP_INFUSION = Check(
    "Stop the infusion of foscarnet first.",
    (DAILYMED.at("boxed warning"), LABEL.at("Patient Monitoring"), SITE_RULE.at("stop rules")),
    "Confusion, a seizure, tingling, numbness or cramp can be low ionised calcium, magnesium or "
    "another mineral.",
)
HOLD_ACICLOVIR = Check(
    "Hold aciclovir, or cut it to today's kidneys; never raise it for confusion.",
    NEVER_RAISED,
    "Cut it to the dose for today's kidneys where encephalitis cannot be ruled out. Confusion may "
    "be its toxicity.",
)
NO_ACICLOVIR_ALONE = Check(
    "The virus resists aciclovir: ask today for foscarnet, if the kidneys allow.",
    (MANAGED.at("abstract"), SITE_RULE.at("resistance proven")),
    "More aciclovir alone is no treatment.",
)
COUNT_CLEARANCE = Check(
    "Work out the clearance per kg before any dose of foscarnet.",
    (ADJUSTMENT,),
    f"Below {CLEARANCE_STOP.shown()}, or on dialysis, the label gives none.",
)
LOW_KIDNEYS = Check(
    "Kidneys as poor as this: check every antiviral dose against them today.",
    (ON_DIALYSIS.at("abstract"), SITE_RULE.at("dose for today's kidneys")),
    "On dialysis even advised doses of aciclovir have caused confusion.",
)

# ---- Red flags

ADMIT = Check(
    "Admit.",
    (NICE.at("admission criteria"), SHARED_CARE.at("emergency"), SITE_RULE.at("red flags")),
)
SAME_DAY = Check(
    "Give intravenous aciclovir the same day, at the dose for today's kidneys.",
    (MANAGED.at("abstract"), ACICLOVIR_US.at("dosage"), SITE_RULE.at("no waiting for a test")),
    "Stop aciclovir by mouth, and do not wait for a test.",
)
NO_GAP = Check(
    "Leave no gap in treatment: what runs goes on until specialists change it.",
    (SITE_RULE.at("no gap in treatment"),),
    "At the dose for today's kidneys, until infection specialists change it.",
)
KEEP_FOSCARNET = Check(
    "Leave no gap in treatment: foscarnet runs until specialists change it.",
    (SITE_RULE.at("no gap in treatment"),),
    "At the dose for today's clearance, until infection specialists change it.",
)
KEEP_CIDOFOVIR = Check(
    "Ask before the next dose of cidofovir: its gate is looked at before each.",
    (CIDOFOVIR_US.at("Warnings"), SITE_RULE.at("the gate before each dose")),
)
TREAT_AS_RESISTANT = Check(
    "Ask today for foscarnet, as if the virus were resistant.",
    (REVIEW.at("abstract"), SITE_RULE.at("sooner on full doses")),
    "It went on under full intravenous doses. Do not wait for a sequence where life, sight or "
    "brain are at risk.",
)

# ---- The steps

MEND_TABLETS = Check(
    "Correct the cause; tablets cannot be absorbed: intravenous aciclovir today.",
    (SITE_RULE.at("a cause that can be put right"),),
    "Doses, vomiting, diarrhoea, a sore mouth, the dose for today's kidneys.",
)
MEND_ACICLOVIR = Check(
    "Put the dose right for today's kidneys.",
    (ACICLOVIR_US.at("renal impairment"), SITE_RULE.at("dose for today's kidneys")),
    "Down where they are worse, up where they recovered.",
)
MEND_FOSCARNET = Check(
    "Work the dose out anew from today's creatinine; make up for no missed dose.",
    (ADJUSTMENT, SITE_RULE.at("no second dose")),
    "What was missed is given no second time.",
)
RIGHT_DIAGNOSIS = Check(
    "Is it the right diagnosis?",
    (CDC_TESTS.at("clinical diagnosis"),),
    "Herpes simplex, impetigo, contact dermatitis, candida and drug eruptions can look like "
    "zoster.",
)
WHAT_ELSE = Check(
    "Ask what else keeps it open: bacteria, fungi, CMV, a drug eruption, a tumour.",
    (SITE_RULE.at("what else it may be"),),
)
GO_ON = Check(
    "Go on, and look again tomorrow.",
    (SITE_RULE.at("look again"),),
    "A red flag, or a new lesion: answer these questions again.",
)
LOOK_AGAIN = Check(
    "Look again tomorrow.",
    (SITE_RULE.at("look again"),),
    "A red flag, or a new lesion: answer these questions again.",
)
FINISH = Check(
    "It is healing: finish the course, then plan prevention.",
    (SITE_RULE.at("finish the course"),),
)
LOOK_UNTIL_HEALED = Check(
    "Look again until all is dry and crusted; ask today whether to treat.",
    (SITE_RULE.at("healing without treatment"),),
    "No course that treats runs: ask whether one is needed all the same. A red flag, or a new "
    "lesion: answer these questions again.",
)
ENDS = Check(
    "All is dry and crusted: ask today whether the drug that runs ends.",
    (SITE_RULE.at("a drug that harms is not left running"),),
)
FOSCARNET_ENDS = Check(
    "All is dry and crusted: ask today whether foscarnet ends.",
    (PANEL.at("abstract"), SITE_RULE.at("a drug that harms is not left running")),
    f"A panel gives it for at least {FOSCARNET_FOR.shown()}, or until healed.",
)
FINISH_FOSCARNET = Check(
    f"It is healing: continue foscarnet for at least {FOSCARNET_FOR.shown()} in all.",
    (PANEL.at("abstract"), LABEL.at("Patient Monitoring")),
    "Or until healed, with clearance and minerals measured as it runs.",
)
START = Check(
    "Ask today for a dose that treats; prophylaxis by mouth then stops.",
    (ACICLOVIR_US.at("dosage"), SITE_RULE.at("prophylaxis is no treatment")),
    "Intravenous aciclovir is the labelled one in immunocompromised adults.",
)
START_ACICLOVIR = Check(
    "Start intravenous aciclovir today, for today's kidneys; stop the tablets.",
    (ACICLOVIR_US.at("dosage"), SITE_RULE.at("the tablets stop")),
    "At the dose for today's kidneys.",
)
ESCALATE = Check(
    "Ask infection specialists today whether foscarnet is for this patient.",
    (SITE_RULE.at("not healing, whatever was missed"),),
    f"It is past {NOT_HEALING.shown()}, and what was missed may not explain it.",
)
MAKE_A_PLAN = Check(
    "Make a foscarnet plan, and have it checked. For zoster it is off label.",
    (LABEL.at("Indications"), SITE_RULE.at("a second person checks")),
)
MAKE_A_PLAN_HSV = Check(
    "Make a foscarnet plan, and have it checked.",
    (LABEL.at("Indications"), SITE_RULE.at("a second person checks")),
    "HSV that resists aciclovir is a labelled use.",
)
WITHIN = Check(
    f"Where resistance is suspected a panel starts foscarnet within {FOSCARNET_WITHIN.shown()}.",
    (PANEL.at("abstract"),),
)
ONLY_SUSPECTED = Check(
    "Resistance is not proven, but full intravenous doses brought no response.",
    (SITE_RULE.at("severe disease or no response, where resistance is only suspected"),),
    "That is what this site asks for then.",
)
NO_LABELLED_DOSE = Check(
    "The label gives no dose of foscarnet here: start none, ask specialists today.",
    (ADJUSTMENT, CIDOFOVIR_US.at("Contraindications"), SITE_RULE.at("specialists today")),
    "Cidofovir's label bars kidneys that are less poor than these. What is left is for "
    "specialists.",
)
CHECK_FOSCARNET = Check(
    "Check the dose, and the clearance of today, against the plan.",
    (PANEL.at("abstract"), SITE_RULE.at("days of failure on foscarnet")),
    f"It is no failure yet: a panel gives at least {FOSCARNET_FOR.shown()}.",
)
CIDOFOVIR_NEXT = Check(
    "With specialists: aciclovir again, cidofovir if its gate allows, a trial.",
    (
        FOSCARNET_RESISTANT.at("abstract"),
        CHAKRABARTI.at("abstract"),
        CIDOFOVIR_US.at("Warnings"),
    ),
    "Both studies are of HSV alone, and cidofovir is off label here: its label's gate is meant.",
)
CIDOFOVIR_GAP = Check(
    f"Leave {FREE_DAYS.shown()} between foscarnet and cidofovir: its label asks so.",
    (CIDOFOVIR_US.at("Warnings and Contraindications"),),
    "Cidofovir cannot follow foscarnet the next day. Ask specialists what treats in between.",
)
NO_FOSCARNET_YET = Check(
    "Foscarnet does not join cidofovir.",
    (CIDOFOVIR_US.at("Contraindications"), RETINA_GUIDANCE.at("interactions")),
    "A British HIV page and cidofovir's label bar the two together.",
)
SENSITIVE = Check(
    "A sensitive result does not settle it: ask whether foscarnet is to be given.",
    (CHAKRABARTI.at("abstract"), SITE_RULE.at("ask what else it may be")),
    "Of seven transplant patients whose HSV did not respond, three had sensitive virus.",
)
PREVENT = Check(
    "Plan prevention: prophylaxis and, once symptoms have eased, the vaccine.",
    (PANEL.at("abstract"), SHINGRIX.at("answer"), SITE_RULE.at("specialists choose")),
    "Prophylaxis with infection specialists; the recombinant vaccine.",
)
PREVENT_HSV = Check(
    "Plan prevention: prophylaxis with infection specialists.",
    (PANEL.at("abstract"), SITE_RULE.at("specialists choose")),
)
RELAPSE = Check(
    "Expect relapse of resistant disease, and test it anew.",
    (PANEL.at("abstract"), SITE_RULE.at("test it anew")),
)


def today(decision: Decision, situation: Situation) -> Iterator[Check]:
    """What to do today, in the order in which it is done."""
    yield from _running(decision, situation)
    if situation.urgent:
        yield ADMIT
        yield from _treated(decision, situation)
    yield from _step(decision, situation)
    if situation.urgent:
        yield from by_flags(situation)
    elif situation.lesions != "healed" and situation.virus != "hsv":
        yield ISOLATE


def _running(decision: Decision, situation: Situation) -> Iterator[Check]:
    """The safety of the drug that runs."""
    foscarnet = situation.treatment == "foscarnet"
    if decision.step is Step.STOP:
        yield STOP_FOSCARNET if foscarnet else STOP_CIDOFOVIR
    if "brain" in situation.red and foscarnet:
        yield STOP_INFUSION
    elif "brain" in situation.red and situation.on_aciclovir:
        yield HOLD_ACICLOVIR if situation.treatment == "aciclovir-iv" else STOP_TABLETS
        yield TOXICITY
    if situation.too_low and not foscarnet and decision.step is not Step.STOP:
        yield LOW_KIDNEYS
    may_run = foscarnet or decision.step in (Step.FOSCARNET, Step.SENSITIVE, Step.ESCALATE)
    if may_run and situation.enough_clearance is YesNoUnknown.UNKNOWN:
        yield COUNT_CLEARANCE


def _treated(decision: Decision, situation: Situation) -> Iterator[Check]:
    """What is given where a red flag decides, and nothing is to be held or stopped."""
    resistant = situation.resistance == "resistant"
    asked = situation.treatment not in ("foscarnet", "cidofovir")
    if decision.step in (Step.STOP, Step.BARRED):
        return
    if resistant and asked:
        yield NO_LABELLED_DOSE if situation.too_low else NO_ACICLOVIR_ALONE
    elif decision.step is Step.FOSCARNET or no_response(situation):
        yield NO_LABELLED_DOSE if situation.too_low else TREAT_AS_RESISTANT
    if decision.step is Step.HOLD:
        return
    if situation.treatment == "foscarnet":
        yield KEEP_FOSCARNET
    elif situation.treatment == "cidofovir":
        yield KEEP_CIDOFOVIR
    elif situation.treatment == "aciclovir-iv" and not resistant:
        yield NO_GAP
    elif not resistant:
        yield SAME_DAY


TABLETS_GO_ON = (
    *(Step.MEND, Step.FIND_OUT, Step.KIDNEYS, Step.COUNT, Step.HEALING, Step.GO_ON),
    *(Step.TEST, Step.CHASE),
)


def _step(decision: Decision, situation: Situation) -> Iterator[Check]:
    """What the step itself asks for."""
    hsv = situation.virus == "hsv"
    what_else = WHAT_ELSE if hsv else RIGHT_DIAGNOSIS
    yield from _dose_of_tablets(decision, situation)
    match decision.step:
        case Step.STOP | Step.HOLD:
            pass  # said with the drug that runs
        case Step.MEND | Step.FIND_OUT:
            yield _mended(situation)
            yield what_else
            yield LOOK_AGAIN
        case Step.ADMIT:
            missed = situation.unhealed and situation.in_full is YesNoUnknown.NO
            if situation.treatment == "foscarnet" and missed:
                yield MEND_FOSCARNET
        case Step.KIDNEYS | Step.COUNT:
            yield LOOK_AGAIN
        case Step.GO_ON:
            yield GO_ON
        case Step.HEALING:
            yield FINISH_FOSCARNET if situation.treatment == "foscarnet" else FINISH
            if situation.resistance == "resistant":
                yield RELAPSE
        case Step.HEALING_ALONE:
            yield LOOK_UNTIL_HEALED
        case Step.START:
            yield START
            yield what_else
        case Step.ACICLOVIR:
            yield START_ACICLOVIR
            yield what_else
        case Step.TEST | Step.CHASE:
            if not situation.urgent:
                yield NO_GAP
            yield WITHIN
            yield what_else
        case Step.SENSITIVE:
            if not situation.urgent:
                yield NO_GAP
            yield SENSITIVE
            yield what_else
        case Step.ESCALATE:
            if not situation.urgent:
                yield NO_GAP
            yield ESCALATE
            yield _mended(situation)
            yield what_else
        case Step.FOSCARNET:
            yield MAKE_A_PLAN_HSV if hsv else MAKE_A_PLAN
            if situation.resistance != "resistant" and not situation.urgent:
                yield ONLY_SUSPECTED
        case Step.BARRED:
            yield NO_LABELLED_DOSE
        case Step.CHECK:
            yield CHECK_FOSCARNET
            yield MEND_FOSCARNET
        case Step.FAILED:
            if not situation.urgent:
                yield KEEP_FOSCARNET
            yield CIDOFOVIR_NEXT
            yield CIDOFOVIR_GAP
        case Step.CIDOFOVIR:
            yield KEEP_CIDOFOVIR
            yield NO_FOSCARNET_YET
        case Step.HEALED:
            if situation.treatment == "foscarnet":
                yield FOSCARNET_ENDS
            elif situation.treatment in ("tablets", "aciclovir-iv", "cidofovir"):
                yield ENDS
            yield PREVENT_HSV if hsv else PREVENT
            if situation.resistance == "resistant":
                yield RELAPSE


def _dose_of_tablets(decision: Decision, situation: Situation) -> Iterator[Check]:
    """What to do about tablets that hold another dose than the text gives, or may."""
    dose = situation.tablets_dose
    if dose is None:
        return
    if decision.step in TABLETS_GO_ON and dose in DOSE_OF_TABLETS:
        yield DOSE_OF_TABLETS[dose]
    elif dose == "too-much":
        yield HELD_TOO_MUCH


def _mended(situation: Situation) -> Check:
    """What to put right in the treatment that runs."""
    return {"tablets": MEND_TABLETS, "foscarnet": MEND_FOSCARNET}.get(
        situation.treatment, MEND_ACICLOVIR
    )

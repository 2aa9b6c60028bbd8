"""What to do today: the drug that runs first, then what the step asks for."""

from collections.abc import Iterator

from calc.clinical.cidofovir.label import FREE_DAYS
from calc.clinical.confusion import NEVER_RAISED, STOP_TABLETS, TOXICITY
from calc.clinical.pathway.decision import NOT_HEALING, Decision, Step, no_response
from calc.clinical.pathway.red_flags import ISOLATE, by_flags
from calc.clinical.pathway.situation import Situation
from calc.clinical.pathway.stages import CLEARANCE_STOP, FOSCARNET_FOR, FOSCARNET_WITHIN
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
    f"Stop foscarnet; give no further dose. Below {CLEARANCE_STOP.shown()}, or on dialysis, the "
    "label gives none. Give fluid unless overloaded, and look for another cause.",
    (LABEL.at("Patient Monitoring"), ADJUSTMENT, SITE_RULE.at("stop rules")),
)
STOP_CIDOFOVIR = Check(
    "Give no further cidofovir: its label bars it at a clearance well above this one.",
    (CIDOFOVIR_US.at("Contraindications"),),
)
STOP_INFUSION = Check(
    "Stop the infusion of foscarnet first. Confusion, a seizure, tingling, numbness or cramp can "
    "be low ionised calcium, magnesium or another mineral.",
    (DAILYMED.at("boxed warning"), LABEL.at("Patient Monitoring"), SITE_RULE.at("stop rules")),
)
HOLD_ACICLOVIR = Check(
    "Hold aciclovir, or cut it to the dose for today's kidneys where encephalitis cannot be ruled "
    "out. Never raise it for confusion: it may be its toxicity.",
    NEVER_RAISED,
)
NO_ACICLOVIR_ALONE = Check(
    "The virus resists aciclovir: more of it alone is no treatment. Ask today for foscarnet, if "
    "the kidneys allow.",
    (MANAGED.at("abstract"), SITE_RULE.at("resistance proven")),
)
COUNT_CLEARANCE = Check(
    f"Work out the clearance per kg before any dose of foscarnet: below {CLEARANCE_STOP.shown()}, "
    "or on dialysis, the label gives none.",
    (ADJUSTMENT,),
)
LOW_KIDNEYS = Check(
    "Kidneys as poor as this: check every antiviral dose against them today. On dialysis even "
    "advised doses of aciclovir have caused confusion.",
    (ON_DIALYSIS.at("abstract"), SITE_RULE.at("dose for today's kidneys")),
)

# ---- Red flags

ADMIT = Check(
    "Admit.",
    (NICE.at("admission criteria"), SHARED_CARE.at("emergency"), SITE_RULE.at("red flags")),
)
SAME_DAY = Check(
    "Give intravenous aciclovir the same day, in full dose for today's kidneys, and stop aciclovir "
    "by mouth; do not wait for a test.",
    (MANAGED.at("abstract"), ACICLOVIR_US.at("dosage"), SITE_RULE.at("no waiting for a test")),
)
NO_GAP = Check(
    "Leave no gap in treatment: what runs goes on, at the dose for today's kidneys, until "
    "infection specialists change it.",
    (SITE_RULE.at("no gap in treatment"),),
)
KEEP_FOSCARNET = Check(
    "Leave no gap in treatment: foscarnet runs, at the dose for today's clearance, until infection "
    "specialists change it.",
    (SITE_RULE.at("no gap in treatment"),),
)
KEEP_CIDOFOVIR = Check(
    "Ask before the next dose of cidofovir: its gate is looked at before each.",
    (CIDOFOVIR_US.at("Warnings"), SITE_RULE.at("the gate before each dose")),
)
TREAT_AS_RESISTANT = Check(
    "It went on under full intravenous doses: ask today for foscarnet, as if the virus were "
    "resistant. Do not wait for a sequence where life, sight or brain are at risk.",
    (REVIEW.at("abstract"), SITE_RULE.at("sooner on full doses")),
)

# ---- The steps

MEND_TABLETS = Check(
    "Put right what was missed: doses, vomiting, diarrhoea, a sore mouth, the dose for today's "
    "kidneys. Cannot be absorbed: intravenous aciclovir today.",
    (SITE_RULE.at("a cause that can be put right"),),
)
MEND_ACICLOVIR = Check(
    "Put the dose right for today's kidneys: down where they are worse, up where they recovered.",
    (ACICLOVIR_US.at("renal impairment"), SITE_RULE.at("dose for today's kidneys")),
)
MEND_FOSCARNET = Check(
    "Work the dose out anew from today's creatinine, and give what was missed no second time.",
    (ADJUSTMENT, SITE_RULE.at("no second dose")),
)
RIGHT_DIAGNOSIS = Check(
    "Is it the right diagnosis? Herpes simplex, impetigo, contact dermatitis, candida and drug "
    "eruptions can look like zoster.",
    (CDC_TESTS.at("clinical diagnosis"),),
)
WHAT_ELSE = Check(
    "Ask what else keeps it open: bacteria, fungi, CMV, a drug eruption, a tumour.",
    (SITE_RULE.at("what else it may be"),),
)
GO_ON = Check(
    "Go on, and look again tomorrow. A red flag, or a new lesion: answer these questions again.",
    (SITE_RULE.at("look again"),),
)
LOOK_AGAIN = Check(
    "Look again tomorrow. A red flag, or a new lesion: answer these questions again.",
    (SITE_RULE.at("look again"),),
)
FINISH = Check(
    "It is healing: finish the course, then plan prevention.",
    (SITE_RULE.at("finish the course"),),
)
LOOK_UNTIL_HEALED = Check(
    "No course that treats runs. Look again until all is dry and crusted, and ask today whether "
    "one is needed all the same. A red flag, or a new lesion: answer these questions again.",
    (SITE_RULE.at("healing without treatment"),),
)
ENDS = Check(
    "All is dry and crusted: ask today whether the drug that runs ends.",
    (SITE_RULE.at("a drug that harms is not left running"),),
)
FOSCARNET_ENDS = Check(
    "All is dry and crusted: ask today whether foscarnet ends. A panel gives it for at least "
    f"{FOSCARNET_FOR.shown()}, or until healed.",
    (PANEL.at("abstract"), SITE_RULE.at("a drug that harms is not left running")),
)
FINISH_FOSCARNET = Check(
    f"It is healing: continue foscarnet for at least {FOSCARNET_FOR.shown()} in all, or until "
    "healed, with clearance and minerals measured as it runs.",
    (PANEL.at("abstract"), LABEL.at("Patient Monitoring")),
)
START = Check(
    "Ask today for a dose that treats. Intravenous aciclovir is the labelled one in "
    "immunocompromised adults; prophylaxis by mouth then stops.",
    (ACICLOVIR_US.at("dosage"), SITE_RULE.at("prophylaxis is no treatment")),
)
START_ACICLOVIR = Check(
    "Start intravenous aciclovir today, in full dose for today's kidneys, and stop the tablets.",
    (ACICLOVIR_US.at("dosage"), SITE_RULE.at("the tablets stop")),
)
ESCALATE = Check(
    f"Ask infection specialists today whether foscarnet is for this patient: it is past "
    f"{NOT_HEALING.shown()}, and what was missed may not explain it.",
    (SITE_RULE.at("not healing, whatever was missed"),),
)
MAKE_A_PLAN = Check(
    "Make a foscarnet plan, and have it checked. For zoster it is off label.",
    (LABEL.at("Indications"), SITE_RULE.at("a second person checks")),
)
MAKE_A_PLAN_HSV = Check(
    "Make a foscarnet plan, and have it checked. HSV that resists aciclovir is a labelled use.",
    (LABEL.at("Indications"), SITE_RULE.at("a second person checks")),
)
WITHIN = Check(
    f"Where resistance is suspected a panel starts foscarnet within {FOSCARNET_WITHIN.shown()}.",
    (PANEL.at("abstract"),),
)
ONLY_SUSPECTED = Check(
    "Resistance is not proven. What this site asks for then is met: no response to full "
    "intravenous doses.",
    (SITE_RULE.at("severe disease or no response, where resistance is only suspected"),),
)
NO_LABELLED_DOSE = Check(
    "The label gives no dose of foscarnet here: start none. Cidofovir's label bars kidneys that "
    "are less poor than these. What is left is for specialists, today.",
    (ADJUSTMENT, CIDOFOVIR_US.at("Contraindications"), SITE_RULE.at("specialists today")),
)
CHECK_FOSCARNET = Check(
    "Check the dose, and the clearance of today, against the plan. It is no failure yet: a panel "
    f"gives at least {FOSCARNET_FOR.shown()}.",
    (PANEL.at("abstract"), SITE_RULE.at("days of failure on foscarnet")),
)
CIDOFOVIR_NEXT = Check(
    "With specialists: aciclovir again, cidofovir if its label's gate allows, a trial. Both "
    "studies are of HSV alone, and cidofovir is off label here.",
    (
        FOSCARNET_RESISTANT.at("abstract"),
        CHAKRABARTI.at("abstract"),
        CIDOFOVIR_US.at("Warnings"),
    ),
)
CIDOFOVIR_GAP = Check(
    "Cidofovir cannot follow foscarnet the next day: its label asks for "
    f"{FREE_DAYS.shown()} between.",
    (CIDOFOVIR_US.at("Warnings and Contraindications"),),
)
NO_FOSCARNET_YET = Check(
    "Foscarnet does not join it: a British HIV page and cidofovir's label bar the two together.",
    (CIDOFOVIR_US.at("Contraindications"), RETINA_GUIDANCE.at("interactions")),
)
SENSITIVE = Check(
    "A sensitive result does not settle it: of seven transplant patients whose HSV did not "
    "respond, three had sensitive virus. Ask whether foscarnet is for this patient.",
    (CHAKRABARTI.at("abstract"), SITE_RULE.at("ask what else it may be")),
)
PREVENT = Check(
    "Plan prevention: prophylaxis with infection specialists, and the recombinant vaccine once "
    "symptoms have eased too.",
    (PANEL.at("abstract"), SHINGRIX.at("answer"), SITE_RULE.at("specialists choose")),
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


def _step(decision: Decision, situation: Situation) -> Iterator[Check]:
    """What the step itself asks for."""
    hsv = situation.virus == "hsv"
    what_else = WHAT_ELSE if hsv else RIGHT_DIAGNOSIS
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


def _mended(situation: Situation) -> Check:
    """What to put right in the treatment that runs."""
    return {"tablets": MEND_TABLETS, "foscarnet": MEND_FOSCARNET}.get(
        situation.treatment, MEND_ACICLOVIR
    )

"""What is said with each next step: today, to send, whom to call, what to hold, who differs."""

from collections.abc import Iterator, Mapping

from calc.clinical.cidofovir.label import FREE_DAYS
from calc.clinical.pathway.decision import NOT_HEALING, Decision, Step
from calc.clinical.pathway.situation import Flag, Situation
from calc.clinical.pathway.stages import (
    FOSCARNET_FOR,
    FOSCARNET_WITHIN,
    LATE_SUSPICION_AFTER,
    UK_HSV_AFTER,
)
from calc.clinical.sources import (
    ACICLOVIR_US,
    BLOOD_PCR,
    CDC_HEALTHCARE,
    CDC_TESTS,
    CHAKRABARTI,
    CIDOFOVIR_US,
    CONFUSION,
    EAR,
    EYE_CARE,
    EYE_PATHWAY,
    FAMCICLOVIR,
    FOSCARNET_RESISTANT,
    LABEL,
    LATE_SUSPICION,
    MANAGED,
    NEUROTOXICITY,
    NICE,
    PANEL,
    POLYMERASE,
    REVIEW,
    SEQUENCING,
    SHARED_CARE,
    SHINGRIX,
    UK_FOSCARNET,
    VALACICLOVIR,
    VISCERAL,
)
from calc.model.inputs import YesNoUnknown
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

OF_ACICLOVIR = "The intravenous aciclovir calculator gives the dose."

# ---- Today

ADMIT = Check(
    "Admit and isolate: airborne and contact precautions.",
    (NICE.at("admission criteria"), CDC_HEALTHCARE.at("table")),
)
SAME_DAY = Check(
    "Give intravenous aciclovir the same day; do not wait for a test.",
    (MANAGED.at("abstract"), SITE_RULE.at("no waiting for a test")),
)
KEEP_RUNNING = Check(
    "Go on with the drug that runs until infection specialists change it.",
    (SITE_RULE.at("no gap in treatment"),),
)
TREAT_AS_RESISTANT = Check(
    "It went on under full intravenous doses: ask today for foscarnet, as if the virus were "
    "resistant. Do not wait for a sequence where life, sight or brain are at risk.",
    (REVIEW.at("abstract"), SITE_RULE.at("sooner on full doses")),
)
BY_FLAG: Mapping[Flag, Check] = {
    "eye": Check(
        "Eye: ophthalmology the same day. Treatment of the retina does not wait for a result.",
        (EYE_PATHWAY.at("overview"), EYE_CARE.at("abstract")),
    ),
    "brain": Check(
        "Brain: think of encephalitis and, on aciclovir or valaciclovir, of its toxicity. Never "
        "raise the dose for confusion; ask about cerebrospinal fluid.",
        (
            NEUROTOXICITY.at("letter"),
            CONFUSION.at("table 1"),
            SITE_RULE.at("never raise it for confusion"),
        ),
    ),
    "organ": Check(
        "Inner organs: liver enzymes, and PCR of blood, which can show VZV where there is no rash.",
        (VISCERAL.at("abstract"), BLOOD_PCR.at("investigations")),
    ),
    "ear": Check(
        "Ear: vesicles, facial palsy or trouble with hearing or balance is Ramsay Hunt syndrome "
        "until shown otherwise.",
        (EAR.at("red flags"), SITE_RULE.at("until shown otherwise")),
    ),
    "spread": Check(
        "Spread: disseminated zoster by CDC's words. Airborne and contact precautions until dry "
        "and scabbed.",
        (CDC_HEALTHCARE.at("management of patients"), CDC_HEALTHCARE.at("table")),
    ),
    "necrotic": Check(
        "Black or bleeding lesions, or several dermatomes, are NICE's reasons to admit.",
        (NICE.at("admission criteria"),),
    ),
    "fever": Check(
        "Fever or neutropenia: this site's own threshold. Treat as your hospital treats it, too.",
        (SITE_RULE.at("fever and neutropenia"),),
    ),
}
MEND_TABLETS = Check(
    "Put right what was missed: doses, vomiting, diarrhoea, a sore mouth, the dose for today's "
    "kidneys. Cannot be absorbed: intravenous aciclovir today.",
    (SITE_RULE.at("a cause that can be put right"),),
)
MEND_ACICLOVIR = Check(
    "Put the dose right for today's kidneys: one left low after they recovered is too small. "
    f"{OF_ACICLOVIR}",
    (SITE_RULE.at("dose for today's kidneys"),),
)
MEND_FOSCARNET = Check(
    "Work the dose out anew from today's creatinine, and give what was missed no second time.",
    (LABEL.at("Dosage and Administration, dose adjustment"), SITE_RULE.at("no second dose")),
)
RIGHT_DIAGNOSIS = Check(
    "Is it the right diagnosis? Herpes simplex, impetigo, contact dermatitis, candida and drug "
    "eruptions can look like zoster.",
    (CDC_TESTS.at("clinical diagnosis"),),
)
LIMITS_OF_TABLETS = Check(
    "By its US label this tablet's efficacy and safety are not established in immunocompromised "
    "patients, with exceptions that do not include zoster.",
    (VALACICLOVIR.at("limitations of use"), FAMCICLOVIR.at("limitations of use")),
)
GO_ON = Check(
    "Go on, and look again tomorrow. A red flag, or a new lesion: answer these questions again.",
    (SITE_RULE.at("look again"),),
)
FINISH = Check(
    "It is healing: finish the course, then plan prevention.",
    (SITE_RULE.at("finish the course"),),
)
FINISH_FOSCARNET = Check(
    f"It is healing: continue foscarnet for at least {FOSCARNET_FOR.shown()} in all, or until "
    "healed.",
    (PANEL.at("abstract"),),
)
START_ACICLOVIR = Check(
    "Start intravenous aciclovir today, in full dose for today's kidneys, and stop the tablets. "
    f"{OF_ACICLOVIR}",
    (ACICLOVIR_US.at("dosage"), SITE_RULE.at("the tablets stop")),
)
MAKE_A_PLAN = Check(
    "Make a foscarnet plan, and have it checked. For zoster it is off label.",
    (LABEL.at("Indications"), SITE_RULE.at("a second person checks")),
)
WITHIN = Check(
    f"Where resistance is suspected a panel starts foscarnet within {FOSCARNET_WITHIN.shown()} of "
    "no response.",
    (PANEL.at("abstract"),),
)
ONLY_SUSPECTED = Check(
    "Resistance is not proven. What this site asks for then is met: no response to full "
    "intravenous doses.",
    (SITE_RULE.at("severe disease or no response, where resistance is only suspected"),),
)
COUNT_CLEARANCE = Check(
    "Work out the clearance per kg before foscarnet is ordered: below the label's lowest band it "
    "gives no dose.",
    (LABEL.at("Dosage and Administration, dose adjustment"),),
)
NO_LABELLED_DOSE = Check(
    "The label gives no dose of foscarnet here, and cidofovir's label bars worse kidneys still "
    "earlier. What is left is for specialists, today.",
    (
        LABEL.at("Dosage and Administration, dose adjustment"),
        CIDOFOVIR_US.at("Contraindications"),
        SITE_RULE.at("specialists today"),
    ),
)
CIDOFOVIR_NEXT = Check(
    "With specialists: aciclovir again, cidofovir if its label's gate allows, a trial. Cidofovir "
    f"cannot follow foscarnet the next day: its label asks for {FREE_DAYS.shown()} "
    "between. "
    "The cidofovir calculator says whether it may be given, and from when.",
    (
        FOSCARNET_RESISTANT.at("abstract"),
        CHAKRABARTI.at("abstract"),
        CIDOFOVIR_US.at("Warnings and Contraindications"),
    ),
)
SENSITIVE = Check(
    "A sensitive result does not settle it: of seven transplant patients whose HSV did not "
    "respond, three had sensitive virus. Ask what else it may be, and ask infection specialists "
    "whether foscarnet is for this patient.",
    (CHAKRABARTI.at("abstract"), SITE_RULE.at("ask what else it may be")),
)
PREVENT = Check(
    "Plan prevention: prophylaxis with infection specialists, and the recombinant vaccine once "
    "symptoms have eased too.",
    (PANEL.at("abstract"), SHINGRIX.at("answer"), SITE_RULE.at("specialists choose")),
)
RELAPSE = Check(
    "Expect relapse of resistant disease, and test it anew.",
    (PANEL.at("abstract"), SITE_RULE.at("test it anew")),
)

# ---- Send

SWAB = Check(
    "Swab the base of a lesion: PCR for VZV and HSV.",
    (CDC_TESTS.at("laboratory testing"),),
)
BLOOD = Check(
    "Creatinine, electrolytes and liver enzymes.",
    (SITE_RULE.at("before the kidneys are burdened"),),
)
RESISTANCE = Check(
    "Resistance tests: thymidine kinase, and DNA polymerase, on which a thymidine kinase result "
    "says nothing. One laboratory asks first for a positive PCR and a call.",
    (SEQUENCING.at("test entry"), POLYMERASE.at("abstract")),
)
CHASE = Check("The result of the resistance test: chase it.", (SITE_RULE.at("chase the test"),))
TEST_AGAIN = Check(
    "Test the virus again: against foscarnet too.",
    (FOSCARNET_RESISTANT.at("abstract"), SITE_RULE.at("test again")),
)
ELECTROLYTES = Check(
    "Before foscarnet: creatinine, calcium, magnesium, potassium and phosphate.",
    (LABEL.at("Patient Monitoring"),),
)

# ---- Call

SPECIALIST = Check(
    "A specialist the same day: a severely immunocompromised adult is reason enough, and whoever "
    "is on myeloma treatment counts as one here.",
    (SHARED_CARE.at("emergency"), SITE_RULE.at("on myeloma treatment")),
)
INFECTION = Check("Infection specialists, today.", (SITE_RULE.at("infection specialists"),))
KIDNEYS = Check("A renal specialist, today.", (SITE_RULE.at("renal specialist"),))
SECOND_CHECK = Check(
    "A pharmacist, before the first bag is hung.", (SITE_RULE.at("a second person checks"),)
)

# ---- Hold

MYELOMA = Check(
    "Ask the haematologist the same day what to hold: no source read gives a rule.",
    (SITE_RULE.at("what to hold"),),
)
STOP_ACICLOVIR = Check(
    "Stop aciclovir when foscarnet starts, unless infection specialists combine them: it can add "
    "to the harm to the kidneys.",
    (LABEL.at("Drug Interactions"), UK_FOSCARNET.at("interactions"), SITE_RULE.at("stop it")),
)
CALCIUM = Check(
    "Drugs that lower calcium, where the bone disease allows: the label asks for extreme caution.",
    (LABEL.at("Drug Interactions"), SITE_RULE.at("hold them")),
)

# ---- Sources differ

WHEN_IT_FAILED = Check(
    "When tablets have failed: a UK page for professionals refers when new vesicles form after "
    f"{NOT_HEALING.shown()}, or healing is delayed. Earlier days are this site's rule.",
    (SHARED_CARE.at("referral"), SITE_RULE.at("days of failure")),
)
LATER = Check(
    f"A panel: foscarnet within {FOSCARNET_WITHIN.shown()}. A series in AIDS would suspect "
    f"resistance of VZV after {LATE_SUSPICION_AFTER.shown()} only.",
    (PANEL.at("abstract"), LATE_SUSPICION.at("abstract")),
)
UK_HSV = Check(
    f"For HSV the UK foscarnet text asks for {UK_HSV_AFTER.shown()} of intravenous aciclovir, or "
    "a laboratory test.",
    (UK_FOSCARNET.at("therapeutic indications"),),
)


def advice(decision: Decision, situation: Situation) -> tuple[Box, ...]:
    """The lists that stand with a decision, those that hold something."""
    lists = {
        "Today": today(decision, situation),
        "Send": send(decision, situation),
        "Call": call(decision, situation),
        "Hold": hold(decision, situation),
        "Sources differ": differ(decision, situation),
    }
    boxes = (Box(title, tuple(items)) for title, items in lists.items())
    return tuple(box for box in boxes if box.items)


def today(decision: Decision, situation: Situation) -> Iterator[Check]:
    """What to do today."""
    match decision.step:
        case Step.ADMIT:
            yield ADMIT
            yield SAME_DAY if situation.treatment == "tablets" else KEEP_RUNNING
            if situation.treatment == "aciclovir-iv" and _in_full(situation):
                yield TREAT_AS_RESISTANT
            yield from (BY_FLAG[flag] for flag in situation.flags)
        case Step.MEND:
            yield {
                "tablets": MEND_TABLETS,
                "aciclovir-iv": MEND_ACICLOVIR,
                "foscarnet": MEND_FOSCARNET,
            }[situation.treatment]
            yield RIGHT_DIAGNOSIS
            yield GO_ON
        case Step.GO_ON if situation.lesions == "healing":
            yield FINISH_FOSCARNET if situation.treatment == "foscarnet" else FINISH
        case Step.GO_ON:
            yield GO_ON
        case Step.ACICLOVIR:
            yield START_ACICLOVIR
            yield RIGHT_DIAGNOSIS
        case Step.TEST:
            yield SENSITIVE if situation.resistance == "sensitive" else WITHIN
            yield RIGHT_DIAGNOSIS
        case Step.FOSCARNET:
            yield MAKE_A_PLAN
            if situation.resistance != "resistant":
                yield ONLY_SUSPECTED
            if situation.enough_clearance is YesNoUnknown.UNKNOWN:
                yield COUNT_CLEARANCE
        case Step.BARRED:
            yield NO_LABELLED_DOSE
        case Step.FAILED:
            yield CIDOFOVIR_NEXT
        case Step.HEALED:
            yield PREVENT
            if situation.resistance == "resistant":
                yield RELAPSE
    if situation.tablets in ("valaciclovir", "famciclovir") and situation.lesions != "healed":
        yield LIMITS_OF_TABLETS


def send(decision: Decision, situation: Situation) -> Iterator[Check]:
    """What to send, where it is not yet known."""
    if situation.lesions in ("healing", "healed") and decision.step is not Step.ADMIT:
        return
    if situation.virus == "not-known":
        yield SWAB
    if decision.step in (Step.ADMIT, Step.MEND, Step.ACICLOVIR):
        yield BLOOD
    if decision.step is Step.FOSCARNET:
        yield ELECTROLYTES
    if decision.step is Step.FAILED:
        yield TEST_AGAIN
    elif situation.resistance == "pending":
        yield CHASE
    elif situation.resistance == "not-sent" and decision.step not in (Step.MEND, Step.GO_ON):
        yield RESISTANCE


def call(decision: Decision, situation: Situation) -> Iterator[Check]:
    """Whom to call."""
    if decision.step in (Step.GO_ON, Step.HEALED):
        return
    if situation.host != "off-treatment":
        yield SPECIALIST
    if decision.step not in (Step.MEND, Step.ACICLOVIR):
        yield INFECTION
    if decision.step is Step.BARRED:
        yield KIDNEYS
    if decision.step is Step.FOSCARNET:
        yield SECOND_CHECK


def hold(decision: Decision, situation: Situation) -> Iterator[Check]:
    """What to hold."""
    ill = decision.step not in (Step.GO_ON, Step.HEALED, Step.MEND)
    if ill and situation.host != "off-treatment":
        yield MYELOMA
    if decision.step is Step.FOSCARNET:
        yield STOP_ACICLOVIR
        yield CALCIUM


def differ(decision: Decision, situation: Situation) -> Iterator[Check]:
    """Where sources differ, or say nothing."""
    unhealed = situation.lesions in ("new", "unchanged")
    if unhealed and situation.tablets and decision.step in (Step.ACICLOVIR, Step.GO_ON):
        yield WHEN_IT_FAILED
    if decision.step in (Step.TEST, Step.FOSCARNET) and situation.resistance != "resistant":
        if situation.virus != "hsv":
            yield LATER
        if situation.virus != "vzv" and situation.days < UK_HSV_AFTER:
            yield UK_HSV


def _in_full(situation: Situation) -> bool:
    return situation.in_full is YesNoUnknown.YES and situation.days >= NOT_HEALING

"""What is said with each next step: today, to send, whom to call, what to hold, who differs."""

from collections.abc import Iterator

from calc.clinical.pathway.decision import NOT_HEALING, NOT_HEALING_AT_ALL, Decision, Step
from calc.clinical.pathway.situation import Situation
from calc.clinical.pathway.stages import FOSCARNET_WITHIN, LATE_SUSPICION_AFTER, UK_HSV_AFTER
from calc.clinical.pathway.today import today
from calc.clinical.sources import (
    ATYPICAL,
    CDC_TESTS,
    CILTACABTAGENE,
    FAMCICLOVIR,
    FOSCARNET_RESISTANT,
    LABEL,
    LATE_SUSPICION,
    LONG_TREATMENT,
    MANAGED,
    MONOGRAPH,
    PANEL,
    SEQUENCING,
    SHARED_CARE,
    TECLISTAMAB,
    UK_FOSCARNET,
    VALACICLOVIR,
)
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

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
    "Resistance tests: ask for DNA polymerase beside thymidine kinase.",
    (SEQUENCING.at("test entry"), LABEL.at("Virology, mechanism of action")),
    "Foscarnet needs no kinase. One laboratory tests the kinase alone, after a positive PCR and a "
    "call.",
)
CHASE = Check("The result of the resistance test: chase it.", (SITE_RULE.at("chase the test"),))
TEST_AGAIN = Check(
    "Test the virus again: against foscarnet too.",
    (FOSCARNET_RESISTANT.at("abstract"), SITE_RULE.at("test again")),
)
TEST_ANEW = Check(
    "PCR and a resistance test from a new place: the first may have missed it.",
    (SITE_RULE.at("test it anew"),),
)
BLOOD_AND_ECG = (
    "creatinine, ionised calcium, magnesium, potassium and phosphate, and an ECG with its "
    "corrected QT interval"
)
MONITORED = (LABEL.at("Patient Monitoring"), MONOGRAPH.at("QT prolongation"))
BEFORE_FOSCARNET = Check(
    "Before foscarnet: creatinine, minerals and ionised calcium, and an ECG.",
    MONITORED,
    f"That is {BLOOD_AND_ECG}.",
)
ON_FOSCARNET = Check(
    "Now: creatinine, minerals and ionised calcium, and an ECG.",
    MONITORED,
    f"That is {BLOOD_AND_ECG}.",
)

# ---- Call

SPECIALIST = Check(
    "A specialist, at once.",
    (SHARED_CARE.at("emergency"), SITE_RULE.at("on myeloma treatment")),
    "A severely immunocompromised adult is reason enough, and whoever is on myeloma treatment "
    "counts as one here.",
)
INFECTION = Check("Infection specialists, today.", (SITE_RULE.at("infection specialists"),))
KIDNEYS = Check("A renal specialist, today.", (SITE_RULE.at("renal specialist"),))
BRAIN = Check("Neurology, today.", (SITE_RULE.at("neurology"),))
SECOND_CHECK = Check(
    "A pharmacist, before the first bag is hung.", (SITE_RULE.at("a second person checks"),)
)

# ---- Hold

MYELOMA = Check(
    "Ask the haematologist the same day what to hold.",
    (SITE_RULE.at("what to hold"),),
    "No source read gives a rule for proteasome inhibitors, steroids or anti-CD38 antibodies.",
)
CELLS = Check(
    "Ask the haematologist the same day; no teclistamab step-up, no ciltacabtagene.",
    (
        TECLISTAMAB.at("warnings"),
        CILTACABTAGENE.at("boxed warning"),
        SITE_RULE.at("what to hold"),
    ),
    "Do not step up teclistamab, and do not give ciltacabtagene, while an infection is active; ask "
    "for other bispecifics and CAR-T.",
)
BURDENS = Check(
    "Other drugs that harm the kidneys or lower calcium, where it can be done.",
    (LABEL.at("Drug Interactions"), SITE_RULE.at("hold them")),
)
SECOND_ACICLOVIR = Check(
    "A second aciclovir or valaciclovir that was left running as prophylaxis.",
    (SITE_RULE.at("one aciclovir at a time"),),
)
STOP_ACICLOVIR = Check(
    "Stop aciclovir when foscarnet starts, unless specialists combine them.",
    (LABEL.at("Drug Interactions"), UK_FOSCARNET.at("interactions"), SITE_RULE.at("stop it")),
    "It can add to the harm to the kidneys. Infection specialists are meant.",
)
CALCIUM = Check(
    "Drugs that lower calcium, where the bone disease allows.",
    (LABEL.at("Drug Interactions"), SITE_RULE.at("hold them")),
    "The label asks for particular caution.",
)

# ---- Sources differ

WHEN_IT_FAILED = Check(
    f"Tablets have failed: a UK page refers for new vesicles after {NOT_HEALING.shown()}.",
    (SHARED_CARE.at("referral"), SITE_RULE.at("days of failure")),
    f"The page, for professionals, refers when new vesicles form after {NOT_HEALING.shown()}, or "
    f"healing is delayed. Earlier days, and {NOT_HEALING_AT_ALL.shown()} whatever was missed, are "
    "this site's rule.",
)
LIMITS_OF_TABLETS = Check(
    "US label of this tablet: not established in immunocompromised patients.",
    (VALACICLOVIR.at("limitations of use"), FAMCICLOVIR.at("limitations of use")),
    "Neither its efficacy nor its safety is, with exceptions that do not include zoster.",
)
BY_MOUTH = Check(
    "A review treats most localised disease by mouth, with close follow-up.",
    (MANAGED.at("abstract"),),
    "It speaks of immunocompromised patients, and keeps the vein for spread, the eye, very severe "
    "immunosuppression and those who cannot swallow.",
)
LATER = Check(
    f"A panel: foscarnet within {FOSCARNET_WITHIN.shown()}; a series suspects resistance later.",
    (PANEL.at("abstract"), LATE_SUSPICION.at("abstract")),
    f"A series in AIDS would suspect resistance of VZV after {LATE_SUSPICION_AFTER.shown()} only.",
)
UK_HSV = Check(
    f"HSV: {UK_HSV_AFTER.shown()} of intravenous aciclovir, or a test, by the UK text.",
    (UK_FOSCARNET.at("therapeutic indications"),),
    "The UK foscarnet text asks for either; the test is a laboratory's.",
)
ON_FOSCARNET_FAILED = Check(
    "No source read says on which day foscarnet has failed: it is this site's rule.",
    (
        LABEL.at("Dosage and Administration, induction"),
        SITE_RULE.at("days of failure on foscarnet"),
    ),
    "For HSV the US label treats for two to three weeks, or until healed.",
)
SUSPECTED = Check(
    "Send tests and call now, whatever the day: that is this site's rule.",
    (
        ATYPICAL.at("abstract"),
        LONG_TREATMENT.at("abstract"),
        SITE_RULE.at("reasons to suspect resistance"),
    ),
    "Wart-like or ulcerated disease of a month or more is often resistant, and resistance can "
    "follow long treatment.",
)

QUIET = (
    *(Step.GO_ON, Step.KIDNEYS, Step.COUNT),
    *(Step.HEALING, Step.HEALING_ALONE, Step.HEALED),
)
"""Steps that ask for no infection specialist by themselves."""
MENDED = (Step.MEND, Step.FIND_OUT)


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


def send(decision: Decision, situation: Situation) -> Iterator[Check]:
    """What to send, where it is not yet known."""
    foscarnet = situation.treatment == "foscarnet"
    held = decision.step in (Step.STOP, Step.HOLD, Step.CHECK, Step.FAILED)
    if (foscarnet and (held or decision.step in (Step.ADMIT, Step.COUNT, *MENDED))) or (
        decision.step is Step.STOP
    ):
        yield ON_FOSCARNET
    elif decision.step is Step.FOSCARNET:
        yield BEFORE_FOSCARNET
    elif situation.urgent or (situation.unhealed and decision.step is not Step.GO_ON):
        yield BLOOD
    if not situation.unhealed and not situation.urgent:
        return
    if situation.virus == "not-known" and situation.lesions != "healed":
        yield SWAB
    yield from _resistance(decision, situation)


def _resistance(decision: Decision, situation: Situation) -> Iterator[Check]:
    """The resistance test: to send, to chase, or anew."""
    if decision.step in (Step.CHECK, Step.FAILED):
        yield TEST_AGAIN
    elif decision.step in (Step.SENSITIVE, Step.ESCALATE) and situation.resistance == "sensitive":
        yield TEST_ANEW
    elif situation.resistance == "pending":
        yield CHASE
    elif situation.resistance == "not-sent" and situation.lesions != "healed":
        starts = decision.step not in (*QUIET, *MENDED) or situation.treatment == "aciclovir-iv"
        if starts or situation.suspicions or situation.lasted(NOT_HEALING):
            yield RESISTANCE


def call(decision: Decision, situation: Situation) -> Iterator[Check]:
    """Whom to call."""
    if situation.host != "off-treatment" and (situation.unhealed or situation.urgent):
        yield SPECIALIST
    early = decision.step in MENDED and situation.treatment == "tablets"
    quiet = decision.step in QUIET or (early and not situation.lasted(NOT_HEALING))
    if not quiet or (situation.suspicions and situation.unhealed):
        yield INFECTION
    confused = "brain" in situation.red
    if decision.step in (Step.STOP, Step.BARRED) or situation.too_low or _toxic(situation):
        yield KIDNEYS
    if confused:
        yield BRAIN
    if decision.step is Step.FOSCARNET:
        yield SECOND_CHECK


def hold(decision: Decision, situation: Situation) -> Iterator[Check]:
    """What to hold."""
    ill = situation.urgent or (situation.unhealed and decision.step not in (*QUIET, *MENDED))
    if ill and situation.host == "on-treatment":
        yield MYELOMA
    if ill and situation.host == "high-risk":
        yield CELLS
    if decision.step is Step.STOP or (decision.step is Step.HOLD and not situation.on_aciclovir):
        yield BURDENS
    if _toxic(situation):
        yield SECOND_ACICLOVIR
    if decision.step is Step.FOSCARNET:
        yield STOP_ACICLOVIR
        yield CALCIUM


def differ(decision: Decision, situation: Situation) -> Iterator[Check]:
    """Where sources differ, or say nothing."""
    zoster = situation.virus != "hsv"
    if situation.unhealed and situation.suspicions:
        yield SUSPECTED
    if situation.unhealed and situation.tablets and zoster:
        if decision.step in (Step.ACICLOVIR, Step.GO_ON):
            yield WHEN_IT_FAILED
        if situation.tablets != "aciclovir":
            yield LIMITS_OF_TABLETS
    own = situation.urgent and not situation.red and decision.step is Step.ADMIT
    if zoster and (own or decision.step is Step.START):
        yield BY_MOUTH
    late = (Step.TEST, Step.CHASE, Step.SENSITIVE, Step.ESCALATE, Step.FOSCARNET)
    if decision.step in late and situation.resistance != "resistant":
        if zoster:
            yield LATER
        if situation.virus != "vzv" and not situation.lasted(UK_HSV_AFTER):
            yield UK_HSV
    if decision.step in (Step.CHECK, Step.FAILED):
        yield ON_FOSCARNET_FAILED


def _toxic(situation: Situation) -> bool:
    return "brain" in situation.red and situation.on_aciclovir

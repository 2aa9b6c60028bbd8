"""The next step: which one, and why. No source gives the order whole: it is this site's reading."""

from enum import Enum
from typing import NamedTuple

from calc.clinical.pathway import stages
from calc.clinical.pathway.situation import Situation
from calc.clinical.pathway.stages import FOSCARNET_FOR
from calc.model.inputs import YesNoUnknown
from calc.model.quantity import constant
from calc.model.statements import Stage

NEW_LESIONS = constant(3, "d")
"""From this day on new lesions count as failure: this site's rule."""
NOT_HEALING = constant(7, "d")
"""From this day on lesions that do not heal count as failure; new ones then whatever was missed."""
NOT_HEALING_AT_ALL = constant(10, "d")
"""From this day on tablets have failed whatever was missed: the later end of this site's rule."""

TOO_LITTLE = "The tablets' dose is below the text's for these kidneys."
TOO_MUCH = "The tablets' dose is above the text's for these kidneys."
IF_IT_FITS = "If the dose was right, the tablets have failed: intravenous aciclovir today."


class Step(Enum):
    """What to do next, with its stage of the pathway."""

    STOP = "stop-the-drug"
    HOLD = "hold-the-drug"
    ADMIT = "admit"
    MEND = "mend"
    FIND_OUT = "find-out"
    COUNT = "work-out-clearance"
    KIDNEYS = "dose-for-kidneys"
    GO_ON = "go-on"
    HEALING = "healing"
    HEALING_ALONE = "healing-without-treatment"
    START = "start-treatment"
    ACICLOVIR = "intravenous-aciclovir"
    TEST = "resistance-tests"
    CHASE = "chase-the-test"
    SENSITIVE = "sensitive-and-not-healing"
    ESCALATE = "not-healing-whatever-was-missed"
    FOSCARNET = "foscarnet"
    BARRED = "foscarnet-barred"
    CHECK = "check-foscarnet"
    FAILED = "foscarnet-failed"
    CIDOFOVIR = "cidofovir"
    HEALED = "after-healing"


class Decision(NamedTuple):
    """The step, where on the pathway it stands, and the reason in one sentence."""

    step: Step
    stage: Stage
    why: str


HEADLINES = {
    Step.HOLD: "Admit and call now: hold the drug that runs",
    Step.ADMIT: "Admit and call now",
    Step.MEND: "Correct what was missed, and look again",
    Step.FIND_OUT: "Find out whether it was given in full, and look again",
    Step.COUNT: "Work out the clearance before the next dose of foscarnet",
    Step.KIDNEYS: "Check the dose against today's kidneys, and look again",
    Step.GO_ON: "Go on, and look again",
    Step.HEALING: "Healing: finish the course",
    Step.HEALING_ALONE: "Healing without a course that treats: look again, and ask",
    Step.START: "No treatment runs: call today how to treat",
    Step.ACICLOVIR: "Intravenous aciclovir today",
    Step.TEST: "Resistance tests today, and call infection specialists",
    Step.CHASE: "Chase the resistance test, and call infection specialists",
    Step.SENSITIVE: "Sensitive, and not healing: call infection specialists",
    Step.ESCALATE: "Not healing, whatever was missed: call infection specialists",
    Step.FOSCARNET: "Foscarnet: make a plan",
    Step.BARRED: "No labelled dose of foscarnet: start none, call specialists today",
    Step.CHECK: "Too early to call it failure: check foscarnet, and call",
    Step.FAILED: "Foscarnet has failed: test again, and ask whether cidofovir may be given",
    Step.CIDOFOVIR: "Cidofovir: its gate before each dose, and call",
    Step.HEALED: "Healed: plan prevention",
}


HEADLINES_OF_DOSE = {
    Step.MEND: "Put the dose right today, and look again",
    Step.FIND_OUT: "Check the dose for the kidneys now, and look again",
}
"""Where nothing was missed, and the dose of the tablets is what is to be settled."""


def headline(decision: Decision, situation: Situation) -> str:
    """The answer in one breath; where it is urgent, that first."""
    if decision.step is Step.STOP:
        admit = ", and admit" if situation.urgent else ""
        return f"Stop {situation.treatment}: call specialists today{admit}"
    said = HEADLINES[decision.step]
    if _of_dose(situation):
        said = HEADLINES_OF_DOSE.get(decision.step, said)
    if decision.step is Step.HEALING and situation.tablets_dose in ("too-little", "too-much"):
        said = "Healing: put the dose right, then finish the course"
    admits = decision.step in (Step.ADMIT, Step.HOLD)
    return f"{HEADLINES[Step.ADMIT]}. {said}" if situation.urgent and not admits else said


def failing(situation: Situation) -> str:
    """Why the treatment of today has failed, if it has."""
    if situation.lesions == "new" and situation.lasted(NEW_LESIONS):
        return f"New lesions after {NEW_LESIONS.shown()} or more."
    if situation.lesions == "unchanged" and situation.lasted(NOT_HEALING):
        return f"No healing after {NOT_HEALING.shown()} or more."
    return ""


def no_response(situation: Situation) -> bool:
    """Whether full intravenous doses have failed, and no test says that the virus is sensitive."""
    given = situation.treatment == "aciclovir-iv" and situation.full
    failed = situation.unhealed and situation.lasted(NOT_HEALING)
    return given and failed and situation.resistance != "sensitive"


def decide(situation: Situation) -> Decision:
    """The next step: the safety of the drug that runs, red flags, healing, resistance, the drug.

    A doubt never leads by itself to a stronger drug; it leads to a call.

    Requirement R-PATHWAY: A doubt never leads to a stronger drug.
    """
    if situation.treatment in ("foscarnet", "cidofovir") and situation.too_low:
        return Decision(Step.STOP, _stage_of(situation), _too_low())
    if situation.urgent:
        return _urgent(situation)
    if situation.lesions == "healed":
        return Decision(Step.HEALED, stages.AFTER_IT_HEALS, "All lesions are dry and crusted.")
    if situation.lesions == "healing" and situation.treatment in ("prophylaxis", "none"):
        return Decision(Step.HEALING_ALONE, stages.IS_THIS_FAILURE, "It is healing.")
    if situation.lesions == "healing":
        return _goes_on(situation, Step.HEALING, "It is healing.")
    if situation.treatment == "cidofovir":
        return Decision(Step.CIDOFOVIR, stages.FOSCARNET_FAILS, "Cidofovir, and not healed.")
    return _by_drug(situation)


def _urgent(situation: Situation) -> Decision:
    """Admitted; where the drug that runs may be the harm, it is held, and what must not wait."""
    why = "A red flag." if situation.red else "A patient at high risk: this site's red flag."
    if "brain" in situation.red and (situation.on_aciclovir or situation.treatment == "foscarnet"):
        return Decision(Step.HOLD, stages.RED_FLAGS, f"{why} The drug that runs may be the cause.")
    asked = situation.treatment not in ("foscarnet", "cidofovir")
    active = situation.lesions != "healed" or set(situation.red) - {"fever", "necrotic", "mucosa"}
    if asked and active and situation.resistance == "resistant":
        decision = _foscarnet(situation, _resistant())
    elif situation.unhealed and asked:
        decision = _by_drug(situation)
    elif situation.unhealed and situation.treatment == "foscarnet":
        decision = _on_foscarnet(situation)
    else:
        return Decision(Step.ADMIT, stages.RED_FLAGS, why)
    kept = (Step.FOSCARNET, Step.BARRED, Step.SENSITIVE, Step.ESCALATE, Step.CHECK, Step.FAILED)
    if decision.step in kept:
        return Decision(decision.step, stages.RED_FLAGS, f"{why} {decision.why}")
    return Decision(Step.ADMIT, stages.RED_FLAGS, why)


def _by_drug(situation: Situation) -> Decision:
    """The step by the drug that runs, lesions unhealed."""
    if situation.treatment == "foscarnet":
        return _on_foscarnet(situation)
    if situation.resistance == "resistant":
        return _foscarnet(situation, _resistant())
    if situation.treatment == "tablets":
        decision = _on_tablets(situation)
    elif situation.treatment == "aciclovir-iv":
        decision = _on_aciclovir(situation)
    else:
        alone = situation.treatment == "prophylaxis"
        why = "Prophylaxis alone is no treatment." if alone else "No treatment runs, or it is over."
        return Decision(Step.START, stages.ACICLOVIR_FIRST, why)
    goes_on = decision.step in (Step.GO_ON, Step.KIDNEYS)
    dose_first = decision.step in (Step.MEND, Step.FIND_OUT) and _of_dose(situation)
    if situation.suspicions and situation.resistance != "sensitive" and (goes_on or dose_first):
        return _suspect(situation, "A reason to suspect resistance.")
    return decision


def _of_dose(situation: Situation) -> bool:
    """Whether all was taken, and only the dose of the tablets is too small, or not checked."""
    taken = situation.treatment == "tablets" and situation.in_full is YesNoUnknown.YES
    return taken and not situation.full


def _on_tablets(situation: Situation) -> Decision:
    why = failing(situation)
    late = situation.lesions == "new" and situation.lasted(NOT_HEALING)
    if why and (situation.full or late or situation.lasted(NOT_HEALING_AT_ALL)):
        return Decision(Step.ACICLOVIR, stages.ACICLOVIR_FIRST, f"{why} The tablets have failed.")
    return _mend(situation) or _too_early(situation)


def _on_aciclovir(situation: Situation) -> Decision:
    lasted = situation.lasted(NOT_HEALING)
    if mend := _mend(situation):
        if not lasted:
            return mend
        why = f"{NOT_HEALING.shown()} or more without healing. {mend.why}"
        return Decision(Step.ESCALATE, stages.SUSPECT_RESISTANCE, why)
    if no_response(situation):
        return _foscarnet(situation, f"No response to {NOT_HEALING.shown()} or more in full.")
    if why := failing(situation):
        if situation.resistance == "sensitive":
            because = f"{why} In full, and the test says sensitive."
            return Decision(Step.SENSITIVE, stages.SUSPECT_RESISTANCE, because)
        return _suspect(situation, why)
    if situation.resistance == "not-sent":
        because = "The tests are sent when intravenous aciclovir starts."
        return Decision(Step.TEST, stages.SUSPECT_RESISTANCE, because)
    return _too_early(situation)


def _on_foscarnet(situation: Situation) -> Decision:
    if situation.lasted(FOSCARNET_FOR):
        why = f"Not healed after {FOSCARNET_FOR.shown()} or more."
        if situation.full:
            return Decision(Step.FAILED, stages.FOSCARNET_FAILS, f"{why} In full.")
        return Decision(Step.CHECK, stages.FOSCARNET, f"{why} Not known to be in full.")
    if mend := _mend(situation):
        return mend
    if why := failing(situation):
        return Decision(Step.CHECK, stages.FOSCARNET, why)
    return _too_early(situation)


def _suspect(situation: Situation, why: str) -> Decision:
    """Tests to send, or to chase, where there is no result."""
    step = Step.TEST if situation.resistance == "not-sent" else Step.CHASE
    return Decision(step, stages.SUSPECT_RESISTANCE, why)


def _foscarnet(situation: Situation, why: str) -> Decision:
    if situation.too_low:
        return Decision(Step.BARRED, stages.FOSCARNET, f"{why} {_too_low()}")
    return Decision(Step.FOSCARNET, stages.FOSCARNET, why)


def _mend(situation: Situation) -> Decision | None:
    """To put right first what was not given in full, or to find out."""
    missed, dose = situation.in_full, situation.tablets_dose
    wrong = (
        (missed is YesNoUnknown.NO, "It was not given in full."),
        (dose == "too-little", TOO_LITTLE),
    )
    open_still = (
        (missed is YesNoUnknown.UNKNOWN, "Whether it was given in full is not known."),
        (dose == "not-checked", "Whether the dose fits the kidneys is not checked."),
    )
    beside = (
        (dose == "too-much", TOO_MUCH),
        (bool(failing(situation)) and dose == "not-checked", IF_IT_FITS),
    )
    for step, reasons in ((Step.MEND, wrong), (Step.FIND_OUT, open_still)):
        if any(holds for holds, _ in reasons):
            why = " ".join(said for holds, said in (*reasons, *beside) if holds)
            return Decision(step, _stage_of(situation), why)
    return None


def _too_early(situation: Situation) -> Decision:
    """A treatment that is told too early to have failed is one whose days are counted."""
    assert situation.days is not None
    because = f"Day {situation.days.number()}: too early to call it failure."
    return _goes_on(situation, Step.GO_ON, because)


def _goes_on(situation: Situation, step: Step, why: str) -> Decision:
    """What goes on, unless the kidneys must be looked at first."""
    stage = _stage_of(situation)
    if situation.treatment == "foscarnet" and situation.enough_clearance is YesNoUnknown.UNKNOWN:
        return Decision(Step.COUNT, stage, f"{why} The clearance is not known.")
    if situation.too_low and step is Step.GO_ON:
        return Decision(Step.KIDNEYS, stage, f"{why} {_too_low()}")
    if situation.tablets_dose == "too-much" and step is Step.GO_ON:
        return Decision(Step.KIDNEYS, stage, f"{why} {TOO_MUCH}")
    return Decision(step, stage, why)


def _stage_of(situation: Situation) -> Stage:
    """Where a treatment that goes on stands: prophylaxis alone does not go on."""
    return {
        "tablets": stages.IS_THIS_FAILURE,
        "aciclovir-iv": stages.ACICLOVIR_FIRST,
        "foscarnet": stages.FOSCARNET,
        "cidofovir": stages.FOSCARNET_FAILS,
    }[situation.treatment]


def _resistant() -> str:
    return "The virus is resistant to aciclovir."


def _too_low() -> str:
    return f"Clearance below {stages.CLEARANCE_STOP.shown()}, or dialysis."

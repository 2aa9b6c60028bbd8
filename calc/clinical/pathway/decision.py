"""The next step: which one, and why. No source gives the order whole: it is this site's reading."""

from enum import Enum
from typing import NamedTuple

from calc.clinical.pathway import stages
from calc.clinical.pathway.situation import Situation
from calc.model.inputs import YesNoUnknown
from calc.model.quantity import constant
from calc.model.statements import Stage

NEW_LESIONS = constant(3, "d")
"""From this day on new lesions count as failure: this site's rule."""
NOT_HEALING = constant(7, "d")
"""From this day on lesions that do not heal count as failure; new ones then whatever was missed."""


class Step(Enum):
    """What to do next, with its stage of the pathway."""

    ADMIT = "admit"
    MEND = "mend"
    GO_ON = "go-on"
    ACICLOVIR = "intravenous-aciclovir"
    TEST = "resistance-tests"
    FOSCARNET = "foscarnet"
    BARRED = "foscarnet-barred"
    FAILED = "foscarnet-failed"
    HEALED = "after-healing"


class Decision(NamedTuple):
    """The step, where on the pathway it stands, and the reason in one sentence."""

    step: Step
    stage: Stage
    why: str


def failing(situation: Situation) -> str:
    """Why the treatment of today has failed, if it has."""
    if situation.lesions == "new" and situation.days >= NEW_LESIONS:
        return f"New lesions after {NEW_LESIONS.shown()} or more."
    if situation.lesions == "unchanged" and situation.days >= NOT_HEALING:
        return f"No healing after {NOT_HEALING.shown()} or more."
    return ""


def decide(situation: Situation) -> Decision:
    """The next step. What is dangerous is asked first; a doubt never leads to a stronger drug."""
    if situation.flags or situation.host == "high-risk":
        return Decision(Step.ADMIT, stages.RED_FLAGS, _flagged(situation))
    if situation.lesions == "healed":
        return Decision(Step.HEALED, stages.AFTER_IT_HEALS, "All lesions are dry and crusted.")
    if situation.lesions == "healing":
        return Decision(Step.GO_ON, _stage_of(situation), "It is healing.")
    if situation.treatment == "foscarnet":
        return _on_foscarnet(situation)
    if situation.resistance == "resistant":
        return _foscarnet(situation, "The virus is resistant to aciclovir.")
    if situation.treatment == "tablets":
        return _on_tablets(situation)
    return _on_aciclovir(situation)


def _flagged(situation: Situation) -> str:
    return "A red flag." if situation.flags else "A patient at high risk: this site's red flag."


def _stage_of(situation: Situation) -> Stage:
    """Where a treatment that goes on stands."""
    return {
        "tablets": stages.IS_THIS_FAILURE,
        "aciclovir-iv": stages.ACICLOVIR_FIRST,
        "foscarnet": stages.FOSCARNET,
    }[situation.treatment]


def _on_tablets(situation: Situation) -> Decision:
    why = failing(situation)
    late = situation.lesions == "new" and situation.days >= NOT_HEALING
    if why and (situation.in_full is YesNoUnknown.YES or late):
        return Decision(Step.ACICLOVIR, stages.ACICLOVIR_FIRST, f"{why} The tablets have failed.")
    return _mend(situation) or _too_early(situation)


def _on_aciclovir(situation: Situation) -> Decision:
    if mend := _mend(situation):
        return mend
    why = failing(situation)
    if situation.days < NOT_HEALING:
        if why or situation.resistance == "not-sent":
            because = why or "The tests are sent when intravenous aciclovir starts."
            return Decision(Step.TEST, stages.SUSPECT_RESISTANCE, because)
        return _too_early(situation)
    if situation.resistance == "sensitive":
        because = f"{NOT_HEALING.shown()} or more in full, and the test says sensitive."
        return Decision(Step.TEST, stages.SUSPECT_RESISTANCE, because)
    return _foscarnet(situation, f"No response to {NOT_HEALING.shown()} or more in full.")


def _on_foscarnet(situation: Situation) -> Decision:
    if situation.enough_clearance is YesNoUnknown.NO:
        return _foscarnet(situation, "")
    if mend := _mend(situation):
        return mend
    if why := failing(situation):
        return Decision(Step.FAILED, stages.FOSCARNET_FAILS, f"{why} Foscarnet has failed.")
    return _too_early(situation)


def _foscarnet(situation: Situation, why: str) -> Decision:
    if situation.enough_clearance is YesNoUnknown.NO:
        barred = f"Clearance below {stages.CLEARANCE_STOP.shown()}, or dialysis."
        return Decision(Step.BARRED, stages.FOSCARNET, f"{why} {barred}".strip())
    return Decision(Step.FOSCARNET, stages.FOSCARNET, why)


def _mend(situation: Situation) -> Decision | None:
    """To put right first what was not given in full, or to find out."""
    if situation.in_full is YesNoUnknown.YES:
        return None
    missed = situation.in_full is YesNoUnknown.NO
    why = "It was not given in full." if missed else "Whether it was given in full is not known."
    return Decision(Step.MEND, _stage_of(situation), why)


def _too_early(situation: Situation) -> Decision:
    why = f"Day {situation.days.shown().partition(' ')[0]}: too early to call it failure."
    return Decision(Step.GO_ON, _stage_of(situation), why)


HEADLINES = {
    Step.ADMIT: "Admit and call now",
    Step.MEND: "Put right what was missed, and look again",
    Step.GO_ON: "Go on, and look again",
    Step.ACICLOVIR: "Intravenous aciclovir today",
    Step.TEST: "Resistance tests today, and call infection specialists",
    Step.FOSCARNET: "Foscarnet: make a plan",
    Step.BARRED: "No labelled dose of foscarnet: call specialists today",
    Step.FAILED: "Foscarnet has failed: test again, and ask whether cidofovir may be given",
    Step.HEALED: "Healed: plan prevention",
}

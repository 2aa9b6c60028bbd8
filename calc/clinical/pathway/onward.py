"""Which calculators follow a step: those that hold its numbers."""

from collections.abc import Mapping

from calc.clinical.pathway.decision import Decision, Step
from calc.clinical.pathway.situation import Situation
from calc.model.inputs import YesNoUnknown

ACICLOVIR = ("aciclovir-iv",)
FOSCARNET = ("foscarnet-plan", "co-medication")
RUNNING_FOSCARNET = ("foscarnet-redose",)
CIDOFOVIR = ("cidofovir-gate",)
TABLETS = ("oral-antiviral",)
BY_THE_KIDNEYS = (Step.MEND, Step.FIND_OUT, Step.KIDNEYS)
"""The steps at which the dose of tablets may not fit the kidneys."""

BY_STEP: Mapping[Step, tuple[str, ...]] = {
    Step.START: ACICLOVIR,
    Step.ACICLOVIR: ACICLOVIR,
    Step.KIDNEYS: ACICLOVIR,
    Step.COUNT: ("creatinine-clearance",),
    Step.FOSCARNET: FOSCARNET,
    Step.CHECK: RUNNING_FOSCARNET,
    Step.FAILED: CIDOFOVIR,
    Step.CIDOFOVIR: CIDOFOVIR,
    Step.HEALED: ("prophylaxis", "vaccine-dates"),
}
"""A step that is not named asks for people or for time, and for no number."""


def onward(decision: Decision, situation: Situation) -> tuple[str, ...]:
    """The names of the calculators that follow a decision in a situation."""
    match decision.step:
        case Step.ADMIT if situation.treatment == "foscarnet":
            return RUNNING_FOSCARNET
        case Step.ADMIT if situation.treatment == "cidofovir":
            return CIDOFOVIR  # which foscarnet does not join
        case Step.ADMIT if situation.resistance != "resistant":
            return ACICLOVIR
        case Step.ADMIT:
            return () if situation.enough_clearance is YesNoUnknown.NO else FOSCARNET
        case step if step in BY_THE_KIDNEYS and situation.treatment == "tablets":
            return TABLETS
        case Step.HEALING if situation.tablets_dose not in (None, "fits"):
            return TABLETS
        case Step.GO_ON | Step.HEALING if situation.treatment == "foscarnet":
            return RUNNING_FOSCARNET
        case step:
            return BY_STEP.get(step, ())

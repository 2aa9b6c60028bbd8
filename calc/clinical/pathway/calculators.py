"""The next step for this patient: a calculator of no number."""

from typing import Annotated

from calc.clinical.pathway.advice import advice
from calc.clinical.pathway.decision import decide, headline
from calc.clinical.pathway.onward import onward
from calc.clinical.pathway.situation import (
    Days,
    InFull,
    LesionsToday,
    Patient,
    RedFlags,
    ResistanceTest,
    Situation,
    Suspicions,
    TabletsFit,
    TreatmentNow,
    WhichTablets,
    WhichVirus,
)
from calc.clinical.pathway.stages import CLEARANCE_STOP, STAGES
from calc.model.calculator import KnownAnswer, calculator
from calc.model.inputs import YesNoUnknown, yes_no_unknown
from calc.model.outcomes import Answer
from calc.model.sources import SITE_RULE
from calc.model.statements import Check, Route

SCOPE = Check(
    "Adults with myeloma. The order of the steps is this site's; it supports a decision and makes "
    "none.",
    (SITE_RULE.at("the order of the pathway"),),
)
EnoughClearance = Annotated[
    YesNoUnknown,
    yes_no_unknown(
        f"Is the clearance per kg at least {CLEARANCE_STOP.shown()}, without dialysis?",
        hint="The creatinine clearance calculator tells.",
    ),
]
NO_RESPONSE = KnownAnswer(
    {
        "red_flags": "none",
        "suspicions": "none",
        "patient": "on-treatment",
        "lesions": "unchanged",
        "treatment": "aciclovir-iv",
        "days": "7",
        "in_full": "yes",
        "virus": "vzv",
        "resistance": "pending",
        "enough_clearance": "yes",
    },
    ("Next step: Foscarnet: make a plan", "No response to 7 days or more in full."),
)
RED_FLAG = KnownAnswer(
    {
        "red_flags": "eye",
        "suspicions": "none",
        "patient": "on-treatment",
        "lesions": "new",
        "treatment": "tablets",
        "tablets": "valaciclovir",
        "tablets_dose": "fits",
        "days": "2",
        "in_full": "yes",
        "virus": "not-known",
        "resistance": "not-sent",
        "enough_clearance": "unknown",
    },
    ("Next step: Admit and call now", "Eye: ophthalmology now"),
)
TOO_LOW = KnownAnswer(
    {
        **NO_RESPONSE.answers,
        "red_flags": "brain",
        "treatment": "foscarnet",
        "enough_clearance": "no",
    },
    ("Next step: Stop foscarnet: call specialists today, and admit", "give no further dose"),
)


@calculator("Next step", scope=SCOPE, known_answers=(NO_RESPONSE, RED_FLAG, TOO_LOW), values=())
def next_step(
    *,
    red_flags: RedFlags,
    patient: Patient,
    lesions: LesionsToday,
    treatment: TreatmentNow,
    tablets: WhichTablets | None = None,
    tablets_dose: TabletsFit | None = None,
    days: Days | None = None,
    in_full: InFull | None = None,
    enough_clearance: EnoughClearance,
    virus: WhichVirus,
    resistance: ResistanceTest,
    suspicions: Suspicions,
) -> Answer:
    """What to do next when zoster or herpes simplex does not heal on antivirals, in myeloma.

    The step, why, what to do today, what to send, whom to call and what to hold, each with its
    source. No value is computed: days are days of the treatment of today. Below the label's lowest
    clearance, or on dialysis, foscarnet that runs is stopped and none is advised.
    """
    situation = Situation(
        flags=red_flags,
        suspicions=suspicions,
        host=patient,
        lesions=lesions,
        treatment=treatment,
        tablets=tablets,
        tablets_dose=tablets_dose,
        days=days,
        in_full=in_full,
        virus=virus,
        resistance=resistance,
        enough_clearance=enough_clearance,
    )
    decision = decide(situation)
    return Answer(
        {},
        heading="Next step",
        headline=headline(decision, situation),
        reason=decision.why,
        decision=decision.step.value,
        lists=advice(decision, situation),
        pictures=(Route(STAGES, decision.stage),),
        onward=onward(decision, situation),
    )

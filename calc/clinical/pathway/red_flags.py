"""What each red flag asks for, in zoster or while the virus is not known, and in proven HSV."""

from collections.abc import Iterator, Mapping

from calc.clinical.pathway.situation import Flag, Situation
from calc.clinical.sources import (
    BLOOD_PCR,
    CDC_HEALTHCARE,
    EAR,
    EYE_CARE,
    EYE_PATHWAY,
    NICE,
    VISCERAL,
)
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

ISOLATE = Check(
    "In hospital: airborne and contact precautions until dissemination is ruled out; then lesions "
    "covered and standard precautions until dry and scabbed.",
    (CDC_HEALTHCARE.at("table"), SITE_RULE.at("myeloma counts as immunocompromised")),
)
ISOLATE_HSV = Check(
    "Herpes simplex: contact precautions as your infection control asks.",
    (SITE_RULE.at("isolation in herpes simplex"),),
)

EYE = Check(
    "Eye: ophthalmology now, or the eye emergency department. Treatment of the retina does not "
    "wait for a result.",
    (
        EYE_PATHWAY.at("overview"),
        EYE_CARE.at("abstract"),
        SITE_RULE.at("ophthalmology the same day"),
    ),
)
BRAIN = Check(
    "Brain: think of encephalitis, and ask about cerebrospinal fluid.",
    (SITE_RULE.at("confusion, weakness or another sign of the brain"),),
)
FEVER = Check(
    "Fever or neutropenia: this site's own threshold. Treat as your hospital treats it, too.",
    (SITE_RULE.at("fever and neutropenia"),),
)
BY_FLAG: Mapping[Flag, Check] = {
    "spread": Check(
        "Spread: disseminated zoster by CDC's words. Airborne and contact precautions until dry "
        "and scabbed.",
        (CDC_HEALTHCARE.at("management of patients"), CDC_HEALTHCARE.at("table")),
    ),
    "organ": Check(
        "Inner organs: liver enzymes, and PCR of blood, which can show VZV where there is no rash.",
        (VISCERAL.at("abstract"), BLOOD_PCR.at("investigations")),
    ),
    "brain": BRAIN,
    "eye": EYE,
    "ear": Check(
        "Ear: vesicles, facial palsy or trouble with hearing or balance is Ramsay Hunt syndrome "
        "until shown otherwise.",
        (EAR.at("red flags"), SITE_RULE.at("until shown otherwise")),
    ),
    "necrotic": Check(
        "Black or bleeding lesions, satellites, or several dermatomes, are NICE's reasons to "
        "admit or to seek advice at once.",
        (NICE.at("admission criteria"),),
    ),
    "mucosa": Check(
        "Mucous membranes, or head and neck, are NICE's reasons to admit or to seek advice at "
        "once.",
        (NICE.at("admission criteria"),),
    ),
    "fever": FEVER,
}
IN_HSV: Mapping[Flag, Check] = {
    "spread": Check(
        "Spread: treat herpes simplex beyond its first place as disseminated.",
        (SITE_RULE.at("disseminated herpes simplex"),),
    ),
    "organ": Check(
        "Inner organs: liver enzymes, and PCR of blood for HSV.",
        (SITE_RULE.at("herpes simplex of inner organs"),),
    ),
    "brain": BRAIN,
    "eye": EYE,
    "ear": Check(
        "Ear, face, hearing or balance: an ear specialist, and PCR from there too.",
        (SITE_RULE.at("the ear in herpes simplex"),),
    ),
    "necrotic": Check(
        "Black or bleeding lesions: this site's own threshold in herpes simplex.",
        (SITE_RULE.at("black lesions in herpes simplex"),),
    ),
    "fever": FEVER,
}


def by_flags(situation: Situation) -> Iterator[Check]:
    """What isolation and each red flag ask for."""
    hsv = situation.virus == "hsv"
    if "spread" not in situation.red and situation.lesions != "healed":
        yield ISOLATE_HSV if hsv else ISOLATE
    yield from ((IN_HSV if hsv else BY_FLAG)[flag] for flag in situation.red)

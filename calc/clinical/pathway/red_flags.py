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
    "In hospital: airborne and contact precautions until dissemination is ruled out.",
    (CDC_HEALTHCARE.at("table"), SITE_RULE.at("myeloma counts as immunocompromised")),
    "Then lesions covered and standard precautions until dry and scabbed.",
)
ISOLATE_HSV = Check(
    "Herpes simplex: contact precautions as your infection control asks.",
    (SITE_RULE.at("isolation in herpes simplex"),),
)

EYE = Check(
    "Eye: ophthalmology now, or the eye emergency department.",
    (
        EYE_PATHWAY.at("overview"),
        EYE_CARE.at("abstract"),
        SITE_RULE.at("ophthalmology the same day"),
    ),
    "Treatment of the retina does not wait for a result.",
)
BRAIN = Check(
    "Brain: think of encephalitis, and ask about cerebrospinal fluid.",
    (SITE_RULE.at("confusion, weakness or another sign of the brain"),),
)
FEVER = Check(
    "Fever or neutropenia: treat as your hospital treats it, too.",
    (SITE_RULE.at("fever and neutropenia"),),
    "It is this site's own threshold.",
)
BY_FLAG: Mapping[Flag, Check] = {
    "spread": Check(
        "Spread: airborne and contact precautions until dry and scabbed.",
        (CDC_HEALTHCARE.at("management of patients"), CDC_HEALTHCARE.at("table")),
        "It is disseminated zoster by CDC's words.",
    ),
    "organ": Check(
        "Inner organs: liver enzymes, and PCR of blood.",
        (VISCERAL.at("abstract"), BLOOD_PCR.at("investigations")),
        "It can show VZV where there is no rash.",
    ),
    "brain": BRAIN,
    "eye": EYE,
    "ear": Check(
        "Ear: Ramsay Hunt syndrome until shown otherwise.",
        (EAR.at("red flags"), SITE_RULE.at("until shown otherwise")),
        "Vesicles, facial palsy or trouble with hearing or balance.",
    ),
    "necrotic": Check(
        "Black or bleeding, satellites, several dermatomes: NICE's reasons to admit.",
        (NICE.at("admission criteria"),),
        "Or to seek advice at once.",
    ),
    "mucosa": Check(
        "Mucous membranes, or head and neck: NICE's reasons to admit.",
        (NICE.at("admission criteria"),),
        "Or to seek advice at once.",
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

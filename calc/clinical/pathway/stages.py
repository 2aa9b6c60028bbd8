"""The stages of the pathway: each is said here once, for its page and for `next-step`."""

from calc.clinical.aciclovir.inputs import SIMPLEX, ZOSTER
from calc.clinical.aciclovir.label import BANDS
from calc.clinical.aciclovir.reference import dose_in
from calc.clinical.foscarnet.label import BAND_EDGES
from calc.clinical.renal import PER_KG
from calc.clinical.sources import (
    ACICLOVIR_US,
    AUSTRALIAN,
    CDC_HEALTHCARE,
    CDC_TESTS,
    CHAKRABARTI,
    EACS,
    FOSCARNET_RESISTANT,
    LABEL,
    MANAGED,
    NICE,
    PANEL,
    PERSISTENT,
    REVIEW,
    SEQUENCING,
    SHINGRIX,
)
from calc.model.quantity import Range, constant
from calc.model.sources import SITE_RULE
from calc.model.statements import Stage

CLEARANCE_STOP = constant(min(BAND_EDGES), PER_KG)
"""Below it the label of foscarnet gives no dose."""
FOSCARNET_WITHIN = Range(constant(7, "d"), constant(10, "d"))
"""When foscarnet starts where resistance is suspected: Balfour 1994."""
FOSCARNET_FOR = constant(10, "d")
"""For how long at least, or until healed: Balfour 1994."""
LATE_SUSPICION_AFTER = constant(21, "d")
"""When a series in AIDS would suspect resistance of VZV: Saint-Léger 2001."""
UK_HSV_AFTER = constant(10, "d")
"""The intravenous aciclovir that the UK foscarnet text asks for in HSV."""
FULL = BANDS[0]
"""The band of aciclovir in which its dose is not reduced."""

IS_THIS_FAILURE = Stage(
    "is-this-failure",
    "Is this failure?",
    "Count the days. Tablets taken, absorbed, right for the kidneys, right diagnosis?",
    "A cause that can be put right: do so, and look again within days.",
    (PANEL.at("abstract"), PERSISTENT.at("abstract"), SITE_RULE.at("what is looked at first")),
)
RED_FLAGS = Stage(
    "red-flags",
    "Red flags: admit",
    "A severely immunocompromised adult. Spread beyond the dermatome. Eye, ear, brain, lung, liver "
    "or abdomen. Black or bleeding lesions.",
    "Any of them: admit, isolate, intravenous aciclovir the same day.",
    (NICE.at("admission criteria"), MANAGED.at("abstract"), CDC_HEALTHCARE.at("table")),
)
SWABS = Stage(
    "swabs-and-tests",
    "Swab, and take blood",
    "PCR for VZV and HSV from an unroofed vesicle, or a scab. Creatinine, electrolytes, liver "
    "enzymes.",
    "",
    (
        CDC_TESTS.at("laboratory testing"),
        EACS.at("diagnosis"),
        SITE_RULE.at("the blood that is taken with the swab"),
    ),
)
ACICLOVIR_FIRST = Stage(
    "intravenous-aciclovir-first",
    "Intravenous aciclovir first",
    f"Zoster: {dose_in(FULL, ZOSTER)}. HSV of skin: {dose_in(FULL, SIMPLEX)}. Reduced for today's "
    "kidneys, with fluid. Send resistance tests now.",
    "Healing: finish the course, then plan prevention.",
    (
        ACICLOVIR_US.at("dosage"),
        REVIEW.at("abstract"),
        SEQUENCING.at("test entry"),
        SITE_RULE.at("tests as it starts"),
    ),
    "aciclovir-iv",
)
SUSPECT_RESISTANCE = Stage(
    "when-to-suspect-resistance",
    "Suspect resistance",
    "No response to full intravenous doses, spread, or atypical lesions: send or chase the tests, "
    "and call infection specialists. Where resistance is suspected a panel starts foscarnet within "
    f"{FOSCARNET_WITHIN.shown()}.",
    "",
    (PANEL.at("abstract"), AUSTRALIAN.at("management"), SITE_RULE.at("specialists are called")),
)
FOSCARNET = Stage(
    "foscarnet",
    "Foscarnet",
    "Resistance proven. If only suspected, this site also asks for severe disease or no response "
    "to full intravenous doses. Stop aciclovir. Off label for zoster.",
    f"Clearance below {CLEARANCE_STOP.shown()}, or dialysis: not by this label.",
    (
        REVIEW.at("abstract"),
        LABEL.at("Indications"),
        LABEL.at("Dosage and Administration, dose adjustment"),
        SITE_RULE.at("severe disease or no response, where resistance is only suspected"),
    ),
    "foscarnet-plan",
)
FOSCARNET_FAILS = Stage(
    "when-foscarnet-fails",
    "When foscarnet fails",
    "Test again. With specialists: aciclovir again, cidofovir if the kidneys allow, a trial.",
    "",
    (FOSCARNET_RESISTANT.at("abstract"), CHAKRABARTI.at("abstract")),
    "cidofovir-gate",
)
AFTER_IT_HEALS = Stage(
    "after-it-heals",
    "After it heals",
    "Ask infection specialists which prophylaxis to resume. Plan the recombinant vaccine, once "
    "lesions have crusted and symptoms have eased.",
    "",
    (
        PANEL.at("abstract"),
        SHINGRIX.at("answer"),
        SITE_RULE.at("infection specialists choose the prophylaxis"),
    ),
)

STAGES = (
    IS_THIS_FAILURE,
    RED_FLAGS,
    SWABS,
    ACICLOVIR_FIRST,
    SUSPECT_RESISTANCE,
    FOSCARNET,
    FOSCARNET_FAILS,
    AFTER_IT_HEALS,
)

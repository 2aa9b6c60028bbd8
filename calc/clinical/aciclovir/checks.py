"""What stands with every answer on intravenous aciclovir, whatever the numbers say."""

from calc.clinical.aciclovir.label import SHORTEST, UK_DOSE, US_DOSE
from calc.clinical.sources import (
    ACICLOVIR_CASES,
    ACICLOVIR_CONCENTRATE,
    ACICLOVIR_KIDNEY_CLINIC,
    ACICLOVIR_LEAFLET,
    ACICLOVIR_OXFORD,
    ACICLOVIR_UK,
    ACICLOVIR_US,
    NEUROTOXICITY,
)
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

SCOPE = Check(
    "Immunocompromised adults. Zoster, or herpes simplex of skin and mucous membranes. Chickenpox "
    "as zoster by UK texts, one of which names initial VZV infection: no US words on it were read. "
    "The US label is known in summaries only.",
    # "indicated for the treatment of initial and recurrent Varicella zoster infections in
    # immunocompromised patients"; "Immunocompromised patients with Varicella zoster infections"
    (US_DOSE, UK_DOSE, ACICLOVIR_CONCENTRATE.at("section 4.1")),
)
STOP_AND_RUN = Box(
    "Stop and run",
    (
        Check(
            "New confusion, tremor, jerks or hallucinations: never raise the dose.",
            (ACICLOVIR_CASES.at("abstract"), SITE_RULE.at("never raise it for confusion")),
            "The page Giving intravenous aciclovir says what else to do.",
        ),
        Check(
            "Hold it; where encephalitis is not ruled out, give today's renal dose.",
            (NEUROTOXICITY.at("letter"), SITE_RULE.at("hold, or cut to today's kidneys")),
        ),
        Check(
            f"By pump, over at least {SHORTEST.shown()}: never a bolus, into a muscle or under the "
            "skin.",
            (US_DOSE, UK_DOSE),
        ),
    ),
)
CHECK_FIRST = (
    Check(
        "No allergy to aciclovir or valaciclovir.",
        (ACICLOVIR_LEAFLET.at("section 2"),),
    ),
    Check(
        "Confusion is watched for in older patients and weak kidneys.",
        (ACICLOVIR_UK.at("section 4.4"),),
    ),
    Check(
        "The patient is hydrated, and stays so.",
        (UK_DOSE, ACICLOVIR_OXFORD.at("additional information"), SITE_RULE.at("no volume read")),
        "No product text read names a volume.",
    ),
    Check(
        "Creatinine and urine output taken daily; dose follows them.",
        (SITE_RULE.at("daily, and at once in confusion"),),
    ),
    Check(
        "Creatinine is steady.",
        (SITE_RULE.at("steady creatinine"),),
        "The formula assumes it. If it rises, the kidneys are worse than the clearance says.",
    ),
    Check(
        "No second aciclovir or valaciclovir runs as prophylaxis.",
        (SITE_RULE.at("one of them at a time"),),
    ),
    Check(
        "Other nephrotoxic drugs are avoided.",
        (
            ACICLOVIR_US.at("interactions"),
            ACICLOVIR_KIDNEY_CLINIC.at("interactions"),
            SITE_RULE.at("foscarnet harms the kidneys"),
        ),
        "Foscarnet, ciclosporin and tacrolimus too.",
    ),
    Check(
        "Probenecid and mycophenolate (raise its level) are known.",
        (ACICLOVIR_LEAFLET.at("section 2"), ACICLOVIR_KIDNEY_CLINIC.at("interactions")),
    ),
    Check(
        "Diluted in 0.9% sodium chloride; discarded if not clear.",
        (ACICLOVIR_KIDNEY_CLINIC.at("administration"), ACICLOVIR_UK.at("section 6.6")),
        "Discarded if turbid or with crystals.",
    ),
    Check(
        "The strength on the vial is the one that was chosen.",
        (ACICLOVIR_UK.at("section 6.6"), SITE_RULE.at("read the vial")),
        "US powder, once dissolved, is twice as strong as UK vials.",
    ),
)

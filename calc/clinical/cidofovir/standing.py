"""What stands with every dose of cidofovir: for whom, what to read first, and what to check."""

from calc.clinical.cidofovir.label import (
    CHECKED_WITHIN,
    CONTRAINDICATIONS,
    DOSAGE,
    UK_CAUTION_ABOVE,
    WARNINGS,
)
from calc.clinical.sources import (
    CIDOFOVIR_AHFS,
    CIDOFOVIR_BHIVA,
    CIDOFOVIR_MONOGRAPH,
    CIDOFOVIR_SWISS,
    CIDOFOVIR_UK,
    CIDOFOVIR_US,
)
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

SCOPE = Check(
    "Adults. Licensed for CMV retinitis in AIDS only: herpes simplex and zoster are off label, and "
    "no label read has a dose for zoster. For infection specialists.",
    (
        WARNINGS,
        CIDOFOVIR_AHFS.at("boxed warning"),
        CIDOFOVIR_UK.at("uses"),
        CIDOFOVIR_SWISS.at("warnings"),
        SITE_RULE.at("for specialists"),
    ),
)
READ_FIRST = Box(
    "Read first",
    (
        Check(
            "Kidney failure that ended in dialysis or death has followed one or two doses.",
            (CIDOFOVIR_AHFS.at("boxed warning"), CIDOFOVIR_SWISS.at("warnings")),
        ),
        Check(
            "No dose without probenecid and saline. Never a higher dose, more often, or faster.",
            (DOSAGE,),
        ),
        Check("Never into the eye.", (CONTRAINDICATIONS,)),
    ),
)
CHECK_FIRST = (
    Check(
        f"Creatinine and urine protein are of the last {CHECKED_WITHIN.shown()}: both are taken "
        "before each dose.",
        (CIDOFOVIR_AHFS.at("boxed warning"),),
    ),
    Check("Neutrophils counted: they can fall.", (CIDOFOVIR_AHFS.at("boxed warning"),)),
    Check(
        "Creatinine is steady: the formula assumes it, and light-chain cast nephropathy breaks it.",
        (SITE_RULE.at("steady creatinine"),),
    ),
    Check(
        "No nephrotoxic drug as long as cidofovir is given: all in the list of the question.",
        (
            CONTRAINDICATIONS,
            CIDOFOVIR_BHIVA.at("interactions"),
            SITE_RULE.at("aciclovir, contrast media, zoledronate, ciclosporin, tacrolimus too"),
        ),
    ),
    Check(
        f"Above {UK_CAUTION_ABOVE.shown()}: a UK monograph asks for caution.",
        (CIDOFOVIR_UK.at("precautions"),),
    ),
    Check(
        "The fluid can be borne: weigh heart failure and cardiac amyloid first.",
        (CIDOFOVIR_MONOGRAPH.at("administration, hydration"), SITE_RULE.at("the heart")),
    ),
    Check(
        "Weight: the label says body weight; no source found settles which one in obesity.",
        (DOSAGE, SITE_RULE.at("no source found")),
    ),
    Check(
        "Probenecid after a meal, or with an antiemetic; its own interactions looked up.",
        (CIDOFOVIR_US.at("Patient information"), SITE_RULE.at("look interactions up")),
    ),
    Check(
        "Pregnancy excluded; made up and handled as a mutagenic drug.",
        (
            CIDOFOVIR_UK.at("contraindications"),
            CIDOFOVIR_MONOGRAPH.at("administration, hazardous drugs"),
        ),
    ),
)

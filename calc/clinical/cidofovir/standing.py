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
            "No dose without probenecid and saline; never higher, more often or faster.",
            (DOSAGE,),
        ),
        Check("Never into the eye.", (CONTRAINDICATIONS,)),
    ),
)
CHECK_FIRST = (
    Check(
        f"Creatinine and urine protein are of the last {CHECKED_WITHIN.shown()}.",
        (CIDOFOVIR_AHFS.at("boxed warning"),),
        "Both are taken before each dose.",
    ),
    Check("Neutrophils counted: they can fall.", (CIDOFOVIR_AHFS.at("boxed warning"),)),
    Check(
        "Creatinine is steady.",
        (SITE_RULE.at("steady creatinine"),),
        "The formula assumes it, and light-chain cast nephropathy breaks it.",
    ),
    Check(
        "No nephrotoxic drug as long as cidofovir is given.",
        (
            CONTRAINDICATIONS,
            CIDOFOVIR_BHIVA.at("interactions"),
            SITE_RULE.at("aciclovir, contrast media, zoledronate, ciclosporin, tacrolimus too"),
        ),
        "All in the list of the question.",
    ),
    Check(
        f"Above {UK_CAUTION_ABOVE.shown()}: a UK monograph asks for caution.",
        (CIDOFOVIR_UK.at("precautions"),),
    ),
    Check(
        "The fluid can be tolerated.",
        (CIDOFOVIR_MONOGRAPH.at("administration, hydration"), SITE_RULE.at("the heart")),
        "Weigh heart failure and cardiac amyloid first.",
    ),
    Check(
        "Weight: the label says body weight.",
        (DOSAGE, SITE_RULE.at("no source found")),
        "No source found settles which one in obesity.",
    ),
    Check(
        "Probenecid after a meal or antiemetic; interactions checked.",
        (CIDOFOVIR_US.at("Patient information"), SITE_RULE.at("look interactions up")),
        "After a meal, or with an antiemetic; it is probenecid's own interactions that are looked "
        "up.",
    ),
    Check(
        "Pregnancy excluded; made up and handled as a mutagenic drug.",
        (
            CIDOFOVIR_UK.at("contraindications"),
            CIDOFOVIR_MONOGRAPH.at("administration, hazardous drugs"),
        ),
    ),
)

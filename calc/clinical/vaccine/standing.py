"""What stands with every answer on the vaccine: for whom, what is never given, what to check."""

from calc.clinical.sources import (
    ACIP,
    ACIP_FRAMEWORK,
    CDC_VACCINE,
    LIVE_VACCINE_SWISS,
    VACCINE_UK_TEXT,
    VACCINE_UK_WHO,
)
from calc.clinical.vaccine.label import (
    AFTER_ALLOGENEIC,
    AFTER_AUTOLOGOUS,
    AFTER_CAR_T,
    GUIDANCE,
    LEAST_APART,
    UK_WINDOWS,
    US_WINDOWS,
    Wait,
)
from calc.model.quantity import constant
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check
from calc.model.tables import Table

# "adults aged ≥19 years who are or will be immunodeficient or immunosuppressed"; the US licence and
# the UK programme: "aged 18 and over"
US_AGE = constant(19, "a")
LEAST_AGE = constant(18, "a")

SCOPE = Check(
    f"Adults with myeloma: from {US_AGE.shown()} by the US recommendation "
    f"({LEAST_AGE.number()} by its licence), from {LEAST_AGE.number()} by the UK programme. For "
    "the recombinant vaccine, Shingrix, alone.",
    (
        ACIP.at("summary"),
        CDC_VACCINE.at("introduction"),
        VACCINE_UK_WHO.at("recommendations"),
        SITE_RULE.at("adults with myeloma"),
    ),
)
READ_FIRST = Box(
    "Read first",
    (
        Check(
            "Never the live vaccine, Zostavax: contraindicated in immunosuppression.",
            (ACIP_FRAMEWORK.at("background"), LIVE_VACCINE_SWISS.at("contraindications")),
            "Disseminated disease and deaths have followed it.",
        ),
    ),
)
CHECK_FIRST = (
    Check("No allergy to a component of the vaccine.", (VACCINE_UK_TEXT.at("contraindications"),)),
    Check(
        "Before immunosuppression where possible.",
        (GUIDANCE,),
        "Else when it is lower and the disease stable.",
    ),
)


def _wait(name: str, wait: Wait) -> tuple[str, str]:
    also = f"; {wait.also}" if wait.also else ""
    return name, f"{wait.span}{also} ({wait.whose})"


SECOND_DOSE = Table(
    f"The second dose, after the first. Source: {GUIDANCE.source}, and those named.",
    ("Whose", "After the first"),
    (
        ("US, least", LEAST_APART.shown()),
        *((each.whose, each.span) for each in (*US_WINDOWS, *UK_WINDOWS)),
    ),
    strong=1,
)
AFTER_TRANSPLANT = Table(
    "The first dose, after a transplant or CAR-T: each as its source says, none chosen.",
    ("After", "When, and whose"),
    (
        *(_wait("Autologous transplant", each) for each in AFTER_AUTOLOGOUS),
        *(_wait("Allogeneic transplant", each) for each in AFTER_ALLOGENEIC),
        *(_wait("CAR-T", each) for each in AFTER_CAR_T),
    ),
    strong=1,
)

"""What stands with every answer and below the form: for whom it holds, and the days by hand."""

from calc.clinical.exposure.decision import (
    ANTIVIRAL_FROM,
    ANTIVIRAL_TO,
    APART_FROM,
    APART_TO,
    APART_TO_WITH_GLOBULIN,
    GLOBULIN_BY,
)
from calc.clinical.sources import (
    EXPOSURE_LOTHIAN,
    EXPOSURE_PULSE,
    VARIZIG,
)
from calc.model.sources import SITE_RULE
from calc.model.statements import Check
from calc.model.tables import Table

SCOPE = Check(
    "Adults with myeloma after a contact that counts: ask infection control whether it does. "
    "Chickenpox and zoster both count.",
    (VARIZIG.at("summary"), SITE_RULE.at("whether a contact counts is not decided here")),
)
DAYS = Table(
    f"Days after the first contact. Sources: {VARIZIG}; {EXPOSURE_LOTHIAN}; {EXPOSURE_PULSE}.",
    ("What", "Days"),
    (
        ("US, immune globulin", f"at once, by day {GLOBULIN_BY.number()}"),
        (
            "UK, oral antiviral",
            f"day {ANTIVIRAL_FROM.number()} to day {ANTIVIRAL_TO.number()}",
        ),
        (
            "Airborne precautions (one hospital)",
            f"day {APART_FROM.number()} to day {APART_TO.number()} after the last contact; to day "
            f"{APART_TO_WITH_GLOBULIN.number()} with immune globulin",
        ),
    ),
    strong=1,
)

"""The limits, the steps and the clock of cidofovir as tables: to read, and to work by hand."""

from calc.clinical.cidofovir.label import (
    AFTER,
    BARRING_CLEARANCE,
    BARRING_PROTEIN,
    BEFORE,
    CHANGES,
    CONTRAINDICATIONS,
    DILUENT,
    FREE_DAYS,
    FULL,
    HIGHEST_CREATININE,
    HYDRATION,
    INFUSION,
    LEAST_RISE,
    LITRE,
    LITRE_AFTER,
    LITRE_BEFORE,
    MOST_RISE,
    PROBENECID,
    REDUCED,
    STOPPING_RISE,
    in_both,
)
from calc.clinical.solutions import SALINE
from calc.model.sources import SITE_RULE
from calc.model.tables import Table

LIMITS = Table(
    f"What bars cidofovir. Source: {CONTRAINDICATIONS.source}.",
    ("What", "Barred"),
    (
        ("Creatinine", f"above {in_both(HIGHEST_CREATININE)}"),
        ("Clearance, Cockcroft-Gault", f"{BARRING_CLEARANCE.shown()} or less"),
        ("Urine protein", f"{BARRING_PROTEIN.shown()} (2+) or more"),
        (
            "A nephrotoxic drug, foscarnet too",
            f"fewer than {FREE_DAYS.decimal()} whole days between (site rule)",
        ),
        ("Allergy to probenecid or a sulfa drug", "if severe"),
        ("Allergy to cidofovir", "any"),
    ),
    strong=1,
)
CHANGE = Table(
    "At a later dose (the source says so of maintenance, this site of the second too), against "
    f"the creatinine from before the first. Source: {CHANGES.source}.",
    ("Creatinine has risen by", "Dose"),
    (
        (f"less than {LEAST_RISE.shown()}", FULL.shown()),
        (f"{LEAST_RISE.shown()} to {MOST_RISE.shown()}", REDUCED.shown()),
        (f"more, but less than {STOPPING_RISE.shown()}", f"stop ({SITE_RULE.title.lower()})"),
        (f"{STOPPING_RISE.shown()} or more, or urine protein 3+ or more", "stop"),
    ),
    strong=1,
)
CLOCK = Table(
    f"The clock of a dose. Sources: {PROBENECID.source}; {HYDRATION.source}.",
    ("When", "What"),
    (
        (f"{BEFORE.apart.shown()} before", f"probenecid {BEFORE.dose.shown()} by mouth"),
        (
            f"{LITRE_BEFORE.shown()} before",
            f"{LITRE.shown()} of {SALINE}, over that time",
        ),
        (
            "start",
            f"cidofovir in {DILUENT.shown()} of {SALINE} over {INFUSION.shown()}",
        ),
        (
            "start, or end",
            f"if it can be borne, another {LITRE.shown()} over {LITRE_AFTER.shown()}",
        ),
        *(
            (f"{each.apart.shown()} after the end", f"probenecid {each.dose.shown()} by mouth")
            for each in AFTER
        ),
    ),
    strong=1,
)

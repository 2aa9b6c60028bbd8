"""What to settle before the first bag is hung, whatever the numbers say, and the monitoring due.

Requirement R-CHECK-FIRST: What to check before the infusion stands with every plan, with its
sources, and on the sheet for the bedside.
"""

from calc.clinical.sources import (
    CHEO,
    DOSAGE,
    HANDBOOK,
    LABEL,
    MONOGRAPH,
    PARAPROTEIN_ASSAYS,
    PARAPROTEIN_CALCIUM,
    PARAPROTEIN_PHOSPHATE,
    PATIENT_TEXT,
    PREGNANCY,
    RETINA_GUIDANCE,
    SECOND_SWISS,
    SEIZURES,
    TOXICITY,
    UCSF,
    WHO_SODIUM,
)
from calc.model.quantity import Range, Step, constant
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

INTERACTIONS = LABEL.at("Drug Interactions")
MONITORING = LABEL.at("Patient Monitoring")
QT = MONOGRAPH.at("QT prolongation")

CHECK_FIRST = (
    Check(
        "Potassium, calcium, magnesium, phosphate: known, corrected.",
        (MONITORING, TOXICITY.at("abstract: ionised calcium")),
        "Calcium ionised, where it can be had.",
    ),
    Check(
        "Paraprotein: ask the laboratory; believe ionised calcium.",
        (
            PARAPROTEIN_PHOSPHATE.at("abstract"),
            PARAPROTEIN_ASSAYS.at("abstract"),
            PARAPROTEIN_CALCIUM.at("abstract: ionised calcium"),
            SITE_RULE.at("ask the laboratory"),
        ),
        "It can falsify phosphate, calcium and magnesium on some analysers.",
    ),
    Check(
        "No intravenous pentamidine.",
        (INTERACTIONS, SITE_RULE.at("none at all")),
        "Severe low calcium and deaths have been reported with it.",
    ),
    Check(
        "No other nephrotoxic drug unless benefit outweighs risk.",
        (INTERACTIONS, SITE_RULE.at("nephrotoxic drugs usual in myeloma")),
        "Aminoglycosides, amphotericin B, ciclosporin, tacrolimus, methotrexate; in myeloma also "
        "NSAIDs, contrast media, vancomycin, zoledronate.",
    ),
    Check(
        "QT-prolonging drugs: avoided; an ECG taken.",
        (INTERACTIONS, QT),
    ),
    Check(
        "Calcium-lowering drugs weighed.",
        (INTERACTIONS, SITE_RULE.at("examples in myeloma")),
        "In myeloma zoledronate, pamidronate and denosumab are the usual ones.",
    ),
    Check(
        "Aciclovir stopped: it can harm the kidneys too.",
        (INTERACTIONS, SITE_RULE.at("stop unless infection advice combines them")),
    ),
    Check(
        "This plan's sodium and fluid weighed against the heart.",
        (
            MONOGRAPH.at("sodium"),
            HANDBOOK.at("foscarnet, sodium content"),
            WHO_SODIUM.at("recommendations, adults"),
            SITE_RULE.at("weigh sodium and fluid against the heart"),
        ),
        "Think of heart failure, cardiac amyloid and a sodium restriction.",
    ),
    Check(
        "Creatinine is steady; if not, measure 24-hour clearance.",
        (DOSAGE, SITE_RULE.at("steady creatinine")),
        "The formula assumes it, and light-chain cast nephropathy breaks it.",
    ),
    Check(
        "Weight: the label says body weight.",
        (DOSAGE, UCSF.at("weight")),
        "No source found settles which weight in obesity.",
    ),
    Check(
        "Pregnancy: excluded or discussed.",
        (PREGNANCY.at("pregnancy"),),
        "In the US only if clearly needed, in the UK not recommended.",
    ),
    Check(
        "Seizure risk: kidney or brain disease, low calcium.",
        (LABEL.at("Adverse Reactions, seizures"), SEIZURES.at("abstract")),
        "Seizures have happened at correct doses with normal blood results.",
    ),
)

STOP_AND_LINE = Box(
    "Stop and line",
    (
        Check(
            "Tingling, cramp, numbness or a seizure: stop the infusion.",
            (
                PATIENT_TEXT.at("most important information: stop at tingling around the mouth"),
                SITE_RULE.at("stop the infusion meanwhile"),
            ),
        ),
        Check(
            "Then measure ionised calcium and magnesium, at once.",
            (LABEL.at("Patient Monitoring: measure close to the event"),),
        ),
        Check(
            "Own line: no other drug, calcium, magnesium, Ringer's or parenteral nutrition.",
            (
                SECOND_SWISS.at("warnings: no other drug, no calcium, no magnesium"),
                CHEO.at("incompatibilities: calcium, magnesium, parenteral nutrition"),
                SITE_RULE.at("Ringer's solution holds calcium"),
            ),
        ),
        Check(
            "Wash the genital area after passing urine.",
            (RETINA_GUIDANCE.at("side effects"),),
        ),
    ),
)

TESTS = "creatinine clearance, calcium, magnesium, potassium and phosphate"

# "2 to 3 times per week during induction therapy"; "at least every one to two weeks during
# maintenance therapy"
TIMES_A_WEEK = Range(constant(2, "1"), constant(3, "1"))
WEEKS_BETWEEN = Range(constant(1, "wk"), constant(2, "wk"))
INDUCTION_OFTEN = f"at least {TIMES_A_WEEK.shown()} times a week"
MAINTENANCE_OFTEN = f"at least once every {WEEKS_BETWEEN.shown()}"
INDUCTION_DUE = f"{TESTS}: before the first dose, then {INDUCTION_OFTEN}"
MAINTENANCE_DUE = f"{TESTS}: before the first dose, then {MAINTENANCE_OFTEN}"


def monitoring(phase: str) -> Step:
    """The monitoring that the label asks for in a phase: induction or maintenance."""
    due = INDUCTION_DUE if phase == "induction" else MAINTENANCE_DUE
    return Step(
        "monitoring due",
        "the label's schedule for the phase of treatment",
        f"this regimen is {phase} treatment",
        f"{due}; at once at any tingling, numbness or seizure; an ECG before and from time to time",
        (MONITORING, QT),
    )

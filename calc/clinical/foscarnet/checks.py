"""What to settle before the first bag is hung, whatever the numbers say, and the monitoring due."""

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
        "Potassium, calcium (ionised where it can be had), magnesium and phosphate are known and "
        "corrected.",
        (MONITORING, TOXICITY.at("abstract: ionised calcium")),
    ),
    Check(
        "Paraprotein: it can falsify phosphate, calcium and magnesium on some analysers. Ask the "
        "laboratory; believe ionised calcium.",
        (
            PARAPROTEIN_PHOSPHATE.at("abstract"),
            PARAPROTEIN_ASSAYS.at("abstract"),
            PARAPROTEIN_CALCIUM.at("abstract: ionised calcium"),
            SITE_RULE.at("ask the laboratory"),
        ),
    ),
    Check(
        "No intravenous pentamidine: severe low calcium and deaths have been reported with it.",
        (INTERACTIONS, SITE_RULE.at("none at all")),
    ),
    Check(
        "No other nephrotoxic drug unless its benefit outweighs the risk: aminoglycosides, "
        "amphotericin B, ciclosporin, tacrolimus, methotrexate; in myeloma also NSAIDs, contrast "
        "media, vancomycin, zoledronate.",
        (INTERACTIONS, SITE_RULE.at("nephrotoxic drugs usual in myeloma")),
    ),
    Check(
        "QT-prolonging drugs: avoided; an ECG taken.",
        (INTERACTIONS, QT),
    ),
    Check(
        "Calcium-lowering drugs weighed: in myeloma zoledronate, pamidronate and denosumab are the "
        "usual ones.",
        (INTERACTIONS, SITE_RULE.at("examples in myeloma")),
    ),
    Check(
        "Aciclovir stopped: it can harm the kidneys too.",
        (INTERACTIONS, SITE_RULE.at("stop unless infection advice combines them")),
    ),
    Check(
        "Heart failure, cardiac amyloid or a sodium restriction weighed against this plan's sodium "
        "and fluid.",
        (
            MONOGRAPH.at("sodium"),
            HANDBOOK.at("foscarnet, sodium content"),
            WHO_SODIUM.at("recommendations, adults"),
            SITE_RULE.at("weigh sodium and fluid against the heart"),
        ),
    ),
    Check(
        "Creatinine is steady: the formula assumes it, and light-chain cast nephropathy breaks it. "
        "If not, measure a 24-hour clearance instead.",
        (DOSAGE, SITE_RULE.at("steady creatinine")),
    ),
    Check(
        "Weight: the label says body weight; no source found settles which weight in obesity.",
        (DOSAGE, UCSF.at("weight")),
    ),
    Check(
        "Pregnancy: excluded or discussed. In the US only if clearly needed, in the UK not "
        "recommended.",
        (PREGNANCY.at("pregnancy"),),
    ),
    Check(
        "Seizure risk: kidney disease, low calcium, disease of the brain. Seizures have happened "
        "at correct doses with normal blood results.",
        (LABEL.at("Adverse Reactions, seizures"), SEIZURES.at("abstract")),
    ),
)

STOP_AND_LINE = Box(
    "Stop and line",
    (
        Check(
            "Tingling, cramp, numbness or a seizure: stop the infusion. Measure ionised calcium "
            "and magnesium now.",
            (
                LABEL.at("Patient Monitoring: measure close to the event"),
                PATIENT_TEXT.at("most important information: stop at tingling around the mouth"),
                SITE_RULE.at("stop the infusion meanwhile"),
            ),
        ),
        Check(
            "Own line: no other drug through it, and no calcium, magnesium, Ringer's solution or "
            "parenteral nutrition.",
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

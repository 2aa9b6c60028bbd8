"""What to settle before the first bag is hung, whatever the numbers say, and the monitoring due."""

from calc.clinical.sources import HANDBOOK, LABEL, MONOGRAPH, PREGNANCY, SEIZURES, UCSF
from calc.model.calculator import Check
from calc.model.quantity import Step
from calc.model.sources import SITE_RULE

CHECK_FIRST = (
    Check(
        "Potassium, calcium (ionised where it can be had), magnesium and phosphate are known and "
        "corrected.",
        (LABEL.at("Warnings, minerals and electrolytes"),),
    ),
    Check(
        "No intravenous pentamidine: with foscarnet it has caused fatal low calcium.",
        (LABEL.at("Drug Interactions"),),
    ),
    Check(
        "No other nephrotoxic drug unless its benefit outweighs the risk: aminoglycosides, "
        "amphotericin B, ciclosporin, tacrolimus, methotrexate.",
        (LABEL.at("Drug Interactions"),),
    ),
    Check(
        "QT-prolonging drugs: avoided; an ECG taken.",
        (LABEL.at("Drug Interactions"), MONOGRAPH.at("QT prolongation")),
    ),
    Check(
        "Calcium-lowering drugs weighed: in myeloma zoledronate, pamidronate and denosumab are the "
        "usual ones.",
        (LABEL.at("Drug Interactions"), SITE_RULE.at("examples in myeloma")),
    ),
    Check(
        "Aciclovir stopped: it is on the label's list of nephrotoxic drugs.",
        (LABEL.at("Drug Interactions"), SITE_RULE.at("stop unless infection advice combines them")),
    ),
    Check(
        "Heart failure, cardiac amyloid or a sodium restriction weighed against this plan's sodium "
        "and fluid.",
        (MONOGRAPH.at("sodium"), HANDBOOK.at("foscarnet, sodium content")),
    ),
    Check(
        "Creatinine is steady: the formula assumes it, and light-chain cast nephropathy breaks it. "
        "If not, measure a 24-hour clearance instead.",
        (LABEL.at("Dosage and Administration"), SITE_RULE.at("steady creatinine")),
    ),
    Check(
        "Weight: the label says body weight; no source found settles which weight in obesity.",
        (LABEL.at("Dosage and Administration"), UCSF.at("weight")),
    ),
    Check(
        "Pregnancy: excluded or discussed. In the US only if clearly needed, in the UK not "
        "recommended.",
        (PREGNANCY.at("pregnancy"),),
    ),
    Check(
        "Seizure risk: kidney disease, low calcium, disease of the brain. Seizures have happened "
        "at correct doses with normal blood results.",
        (LABEL.at("Warnings, seizures"), SEIZURES.at("abstract")),
    ),
)

TESTS = "creatinine clearance, calcium, magnesium, potassium and phosphate"

INDUCTION_DUE = f"{TESTS}: before the first dose, then 2 to 3 times a week"
MAINTENANCE_DUE = f"{TESTS}: before the first dose, then at least once every 1 to 2 weeks"


def monitoring(phase: str) -> Step:
    """The monitoring that the label asks for in a phase: induction or maintenance."""
    due = INDUCTION_DUE if phase == "induction" else MAINTENANCE_DUE
    return Step(
        "monitoring due",
        "the label's schedule for the phase of treatment",
        f"this regimen is {phase} treatment",
        f"{due}; at once at any tingling, numbness or seizure; an ECG before and from time to time",
        (LABEL.at("Patient Monitoring"), MONOGRAPH.at("QT prolongation")),
    )

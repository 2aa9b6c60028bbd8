"""What can harm a patient on intravenous aciclovir beside a wrong clearance or weight."""

from calc.model.outcomes import Hazard

BUILD_UP = Hazard(
    2, "build-up", "Drug that the kidneys do not clear: more harm to them, confusion, coma."
)
TOO_LITTLE = Hazard(
    5, "too-little", "Kidneys taken for worse than they are: too little drug, and herpes spreads."
)

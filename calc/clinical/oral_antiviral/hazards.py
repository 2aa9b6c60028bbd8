"""What can harm a patient on tablets beside drug that builds up, or too little of it."""

from calc.model.outcomes import Hazard

CONFUSED = Hazard(1, "confused", "A mind that the drug may already have harmed, and more of it.")
WRONG_DRUG = Hazard(2, "wrong-drug", "Another drug of nearly the same name.")

"""What can harm a patient on cidofovir, the most dangerous first: each caution names its hazard."""

from calc.model.outcomes import Hazard

HARMS = {
    "cidofovir-kidneys": "Cidofovir on kidneys that cannot bear it: kidney failure, dialysis, "
    "death.",
    "cidofovir-too-soon": "Two drugs that harm the kidneys, too close together.",
}

KIDNEYS_HARMED, TOO_SOON = (Hazard(rank, id, harm) for rank, (id, harm) in enumerate(HARMS.items()))

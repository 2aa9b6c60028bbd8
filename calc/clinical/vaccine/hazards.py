"""What can go wrong with the days of the vaccine, the most dangerous first."""

from calc.model.outcomes import Hazard

HARMS = {
    "vaccine-too-early": "A dose given too early: it may not count, or not protect.",
    "vaccine-too-late": "Protection that comes too late: zoster again.",
}

TOO_EARLY, TOO_LATE = (Hazard(rank, id, harm) for rank, (id, harm) in enumerate(HARMS.items()))

"""The next step of tablets on day 5 that have not healed zoster, some answers changed."""

from calc.catalogue import run
from calc.model.outcomes import Answer, Outcome

BASE = {
    **{"red_flags": "none", "suspicions": "none", "patient": "on-treatment"},
    **{"lesions": "unchanged", "treatment": "tablets", "days": "5", "in_full": "yes"},
    **{"tablets": "aciclovir", "tablets_dose": "fits", "enough_clearance": "yes"},
    **{"virus": "vzv", "resistance": "not-sent"},
}
OF_TABLETS = ("tablets", "tablets_dose")
COUNTED = ("days", "in_full")
NOT_ASKED = {
    **dict.fromkeys(("aciclovir-iv", "foscarnet"), OF_TABLETS),
    **dict.fromkeys(("cidofovir", "prophylaxis", "none"), (*OF_TABLETS, *COUNTED)),
}
"""What is not asked of a treatment."""


def asked(**changed: str) -> Outcome:
    """What comes of tablets on day 5 that have not healed zoster, with some answers changed."""
    typed = BASE | changed
    left_out = NOT_ASKED.get(typed["treatment"], ())
    return run("next-step", {name: typed[name] for name in typed if name not in left_out})


def answered(**changed: str) -> Answer:
    """The answer to them."""
    outcome = asked(**changed)
    assert outcome.answer
    return outcome.answer


def stands(treatment: str, days: str, **more: str) -> dict[str, str]:
    """What is changed in the answers for another treatment on its day."""
    return {"treatment": treatment, "days": days, **more}


def said(answer: Answer) -> set[str]:
    """The first line of all that is said."""
    return {item.text for box in answer.lists for item in box.items}

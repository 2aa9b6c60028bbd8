"""A man whose running dose is asked about again, on the creatinines that a test gives him."""

import re
from datetime import date, timedelta

from calc.catalogue import run
from calc.model.outcomes import Outcome

DAY = date(2026, 11, 28)
MAN = {
    **{"age": "68", "sex": "male", "weight": "70", "dialysis": "no", "confirm": "yes"},
    **{"regimen": "hsv-40-every-8-h", "running_dose": "2800", "interval": "8"},
    **{"creatinines_unit": "mg/dL", "next_dose_day": str(DAY)},
}
"""A man of 68, whose clearance per kg is 1 divided by his creatinine."""


def asked(*creatinines: tuple[int, object], **changed: str) -> Outcome:
    """What is said of creatinines, each so many days before the dose, in the unit chosen."""
    rows = [f"{DAY - timedelta(days=days)} {value}" for days, value in creatinines]
    return run("foscarnet-redose", {**MAN, "creatinines": "\n".join(rows), **changed}, True)


def injury(outcome: Outcome) -> str:
    """The stage that is said, the UK's figure alone, or nothing."""
    said = {each.id: each.whole for each in outcome.cautions}
    if "kidney-injury-uk" in said:
        return "kidney-injury-uk"
    found = re.search(r"stage (\d) by KDIGO", said.get("kidney-injury", ""))
    return found[1] if found else ""


def timed(*creatinines: tuple[int, str, str], **changed: str) -> str:
    """What becomes of a dose on creatinines with their times, each so many days before it."""
    rows = [f"{DAY - timedelta(days=days)} {at} {value}" for days, at, value in creatinines]
    outcome = run("foscarnet-redose", {**MAN, "creatinines": "\n".join(rows), **changed}, True)
    assert outcome.answer
    return outcome.answer.decision

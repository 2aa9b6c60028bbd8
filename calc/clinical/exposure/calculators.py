"""After a contact with chickenpox or zoster: what to give, until when, and from when to isolate."""

from datetime import date

from calc.clinical.country import CountryAsked
from calc.clinical.exposure import words
from calc.clinical.exposure.decision import Exposure
from calc.clinical.exposure.inputs import (
    SINCE_THE_FIRST,
    AntibodyDoubtful,
    FirstContact,
    Immunity,
    LastContact,
    Today,
)
from calc.clinical.exposure.known_answers import BEFORE_DAY_SEVEN, ON_DAY_TEN
from calc.clinical.exposure.standing import DAYS, SCOPE
from calc.model.calculator import calculator
from calc.model.dates import in_short
from calc.model.inputs import YesNoUnknown
from calc.model.outcomes import Answer, FieldError, InputError
from calc.model.results import Schedule
from calc.model.statements import Box


@calculator(
    "Exposure to chickenpox or zoster",
    limits=(SINCE_THE_FIRST,),
    scope=SCOPE,
    reference=(DAYS,),
    known_answers=(ON_DAY_TEN, BEFORE_DAY_SEVEN),
    values=(),
    onward=("prophylaxis",),
)
def exposure(
    *,
    country: CountryAsked,
    first_contact: FirstContact,
    last_contact: LastContact | None = None,
    day_of_asking: Today,
    immunity: Immunity,
    antibody_doubtful: AntibodyDoubtful | None = None,
) -> Answer:
    """What to give after contact with chickenpox or zoster in myeloma, until when, and isolation.

    Days counted from the first contact, no value: US immune globulin, UK oral antivirals, or too
    late for both. Immunity that is not known, or rests on an antibody that may be another person's,
    is tested at once, while the days run.
    """
    last = last_contact or first_contact
    if last < first_contact:
        raise _order("last_contact", "Last contact", first_contact)
    if day_of_asking < first_contact:
        raise _order("day_of_asking", "Day of asking", first_contact)
    if day_of_asking < last:
        text = f"Last contact must not be after the day of asking, {in_short(day_of_asking)}"
        raise InputError(FieldError("last_contact", "order", text))
    doubtful = antibody_doubtful in (YesNoUnknown.YES, YesNoUnknown.UNKNOWN)
    known = YesNoUnknown.UNKNOWN if doubtful else immunity
    case = Exposure(country, first_contact, last, day_of_asking, known)
    return Answer(
        {},
        heading="After the contact",
        headline=words.headline(case),
        reason=words.reason(case),
        decision=case.verdict.value,
        lists=(Box("What to do", tuple(words.to_do(case))),),
        cautions=tuple(words.cautions(case, doubtful)),
        results=(
            Schedule("Days", tuple(words.due(case)), tuple(dict.fromkeys(words.cites(case)))),
        ),
    )


def _order(field: str, label: str, first: date) -> InputError:
    text = f"{label} must not be before the first contact, {in_short(first)}"
    return InputError(FieldError(field, "order", text))

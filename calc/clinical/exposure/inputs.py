"""What is asked after a contact: the days, and whether the patient is immune."""

from datetime import date
from fractions import Fraction
from typing import Annotated

from calc.clinical.plausible import YEARS
from calc.model.asking import When
from calc.model.dates import Date
from calc.model.inputs import YesNoUnknown, yes_no_unknown
from calc.model.limited import Limited
from calc.model.limits import limits
from calc.model.quantity import Quantity

FirstContact = Annotated[
    date,
    Date(
        label="First contact",
        hint="The first day with the person who had chickenpox or zoster.",
        hard=YEARS,
    ),
]
LastContact = Annotated[
    date,
    Date(
        label="Last contact",
        hint="If there was more than one day; the day of asking, if it goes on.",
        hard=YEARS,
    ),
]
Today = Annotated[date, Date(label="Day of asking", hint="Typed: no clock is read.", hard=YEARS)]
Immunity = Annotated[
    YesNoUnknown,
    yes_no_unknown(
        "Immune to VZV?",
        hint="VZV IgG of this patient. If there is only a history of chickenpox: not known.",
    ),
]
AntibodyDoubtful = Annotated[
    YesNoUnknown,
    yes_no_unknown("Immune globulin in recent months, or a bispecific antibody?"),
    When("immunity", ("yes",)),
]


def _since_the_first(first_contact: date, day_of_asking: date) -> Quantity:
    # a day of asking before the contact is refused in words of its own
    return Quantity(Fraction(max((day_of_asking - first_contact).days, 0)), "d")


SINCE_THE_FIRST = Limited(
    label="Time from it to the day of asking",
    unit="d",
    computed_from={"first_contact": _since_the_first},
    soft=limits(0, 30, "beyond it a slip of the day, the month or the year is likely"),
)
"""A slip here would say that it is too late."""

"""The known answers after a contact: invented patients, and what must be said."""

from calc.model.calculator import KnownAnswer

ON_DAY_TEN = KnownAnswer(
    {
        "country": "us",
        "first_contact": "2026-11-18",
        "day_of_asking": "2026-11-28",
        "immunity": "no",
    },
    ("Immune globulin today; the last day is Saturday 28 November 2026", "More than 4 days"),
)
BEFORE_DAY_SEVEN = KnownAnswer(
    {**ON_DAY_TEN.answers, "country": "uk", "first_contact": "2026-11-25"},
    ("Antiviral from Wednesday 2 December 2026", "Wednesday 9 December 2026"),
)

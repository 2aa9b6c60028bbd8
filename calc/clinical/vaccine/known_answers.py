"""The known answers of the days of the vaccine: invented patients, and what must be said."""

from calc.model.calculator import KnownAnswer

FIRST_ON_31_DECEMBER = KnownAnswer(
    {
        "country": "us",
        "doses": "none",
        "wished": "2026-12-31",
        "transplant": "none",
        "zoster": "none",
        "live_before": "no",
    },
    (
        "First dose: Thursday 31 December 2026",
        "Thursday 28 January 2027; What: second dose counts from here: 4 weeks after the first",
        "Monday 1 March 2027 to Wednesday 30 June 2027; What: second dose, 2 to 6 months",
    ),
)
AFTER_AUTOGRAFT = KnownAnswer(
    {
        "country": "uk",
        "doses": "none",
        "wished": "2026-12-01",
        "transplant": "autologous",
        "transplant_day": "2026-11-01",
        "zoster": "none",
        "live_before": "unknown",
    },
    ("Not before Monday 21 December 2026", "from 1 February 2027 by CDC"),
)
NOT_OVER = KnownAnswer(
    {**FIRST_ON_31_DECEMBER.answers, "zoster": "not-over"},
    ("Zoster is not over",),
)

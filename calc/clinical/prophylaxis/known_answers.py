"""The known answers of prophylaxis: invented patients, and what must be said."""

from calc.model.calculator import KnownAnswer

DARATUMUMAB_STOPPED = KnownAnswer(
    {
        "treated_in": "us",
        "therapies": "Darzalex, lenalidomide",
        "anti_cd38_last": "2026-11-30",
        "earlier_zoster": "none",
        "dialysis_now": "no",
        "clearance": "70",
    },
    (
        "Until Monday 1 March 2027, as far as sources name an end",
        "3 months after the last dose of daratumumab",
    ),
)
CAR_T = KnownAnswer(
    {
        "treated_in": "uk",
        "therapies": "cilta-cel",
        "car_t_day": "2026-06-15",
        "earlier_zoster": "none",
        "dialysis_now": "no",
    },
    (
        "Sources end between 15 December 2026 and 15 December 2027: none is chosen",
        "CD4 above 200 per microlitre",
    ),
)
ACTIVE = KnownAnswer(
    {**CAR_T.answers, "earlier_zoster": "not-healed"},
    ("Zoster that is not healed is treated",),
)

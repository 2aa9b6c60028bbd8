"""The known answers: invented patients, and what must be said of them."""

from calc.model.calculator import KnownAnswer

NORMAL_TOTAL = {
    "foscarnet_now": "running",
    "symptoms": "none",
    "ionised_calcium": "0.98",
    "ionised_calcium_unit": "mmol/L",
    "total_calcium": "2.02",
    "total_calcium_unit": "mmol/L",
    "albumin": "28",
    "albumin_unit": "g/L",
    "ecg": "none",
    "paraprotein": "yes",
}

HIDDEN = KnownAnswer(
    NORMAL_TOTAL,
    (
        "Most urgent: Stop the infusion, and treat now",
        "Ionised calcium 0.98 mmol/L is very low",
        "Believe low ionised calcium 0.98 mmol/L, not corrected calcium 2.26 mmol/L.",
    ),
)
UNREASSURED = KnownAnswer(
    {
        "foscarnet_now": "between",
        "symptoms": "none",
        "total_calcium": "9.4",
        "total_calcium_unit": "mg/dL",
        "ecg": "none",
        "paraprotein": "no",
    },
    ("Most urgent: Look again today", "Ionised calcium is missing: take it."),
)

"""The known answers: an invented patient whose dose falls, and one in whom foscarnet stops."""

from calc.model.calculator import KnownAnswer

RUNNING = {
    "age": "68",
    "sex": "male",
    "weight": "70",
    "dialysis": "no",
    "regimen": "hsv-40-every-8-h",
    "running_dose": "2800",
    "interval": "8",
    "creatinines_unit": "mg/dL",
    "next_dose_day": "2026-11-28",
}
FALLS = KnownAnswer(
    RUNNING | {"creatinines": "26 Nov 2026 0.7\n28 Nov 2026 1.0"},
    (
        "Falls to 2,450 mg every 12 hours",
        "Acute kidney injury, stage 1",
    ),
)
STOPS = KnownAnswer(
    RUNNING | {"creatinines": "26 Nov 2026 1.0\n28 Nov 2026 3.0"},
    ("Stop foscarnet: no dose", "Clearance 0.333 mL/min/kg"),
)

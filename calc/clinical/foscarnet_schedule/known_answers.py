"""The known answers of the timetable: invented courses, and what must be said of them."""

from calc.model.calculator import KnownAnswer

EVERY_8_H = {
    "dialysis": "no",
    "regimen": "hsv-40-every-8-h",
    "dose_per_kg": "40",
    "interval": "8",
    "first_infusion": "yes",
    "start_day": "2026-12-31",
    "start_time": "18:00",
    "first_time": "120",
    "later_time": "60",
    "dose_late": "no",
}

OVER_THE_YEAR_S_END = KnownAnswer(
    EVERY_8_H,
    (
        "Thursday 31 December 2026, 17:00 to 18:00; What: 750 to 1,000 mL",
        "Friday 1 January 2027, 02:00 to 03:00; What: infusion 2",
        "42 infusions",
    ),
)
TOO_QUICK = KnownAnswer(EVERY_8_H | {"later_time": "59"}, ("59 min is less than 60 min",))

"""The known answers of the gate of cidofovir: invented patients, and what must be said of them."""

from calc.model.calculator import KnownAnswer

WOMAN_OF_55 = {
    "age": "55",
    "sex": "female",
    "weight": "70",
    "height": "170",
    "creatinine": "0.8",
    "creatinine_unit": "mg/dL",
    "urine_protein": "trace",
    "probenecid_allergy": "no",
    "last_nephrotoxic_dose": "2026-11-20",
    "infusion_day": "2026-11-28",
    "infusion_start": "10:00",
    "dose_number": "first",
    "on_dialysis": "no",
}

GIVEN = KnownAnswer(
    WOMAN_OF_55,
    ("5 mg/kg (350 mg) over 1 hour", "07:00; What: probenecid 2 g", "19:00; What: probenecid 1 g"),
)
BARRED = KnownAnswer(
    WOMAN_OF_55 | {"infusion_day": "2026-11-27", "urine_protein": "2+"},
    ("2 things bar it", "Not before Saturday 28 November 2026", "2+ (100 mg/dL)"),
)

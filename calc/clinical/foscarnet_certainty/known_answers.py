"""The known answers of the certainty of a band: invented patients, and what must be said."""

from calc.model.calculator import KnownAnswer

MAN_OF_68 = {
    "age": "68",
    "sex": "male",
    "weight": "70",
    "dialysis": "no",
    "creatinine": "1.2",
    "creatinine_unit": "mg/dL",
    "regimen": "hsv-40-every-8-h",
}
NEAR_AN_EDGE = KnownAnswer(
    MAN_OF_68,
    (
        "1.25 mg/dL (111 umol/L) or more lowers the band; 0.99 mg/dL (88 umol/L) or less raises it",
        "10% higher: 25 mg/kg (1,750 mg) every 12 hours",
    ),
)
BELOW = KnownAnswer(MAN_OF_68 | {"creatinine": "2.6"}, ("below 0.4",))

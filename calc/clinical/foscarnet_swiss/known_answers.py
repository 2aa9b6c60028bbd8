"""The known answers of the comparison: invented patients, and what must be said of them."""

from calc.model.calculator import KnownAnswer

MAN_OF_68 = {
    "age": "68",
    "sex": "male",
    "weight": "70",
    "dialysis": "no",
    "creatinine": "88.4",
    "creatinine_unit": "umol/L",
    "regimen": "hsv-40-every-8-h",
}
AT_THE_EDGE = KnownAnswer(
    MAN_OF_68,
    (
        "35 mg/kg (2,450 mg) every 12 hours",
        "30 mg/kg (2,100 mg) 3 times a day",
        "1,400 mg more: 6,300 mg, where the US label gives 4,900 mg",
    ),
)
BELOW_BOTH = KnownAnswer(MAN_OF_68 | {"creatinine": "250"}, ("below 0.4",))
